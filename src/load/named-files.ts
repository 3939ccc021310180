import { isMissingIn, type FileTree } from './file-tree.js';
import { workspaceFile } from './load-documents.js';
import type { Revision } from './revision-sources.js';

/**
 * Two files at different places are compared as the files that they are: each speaks for what it declares, beside the rest of its
 * workspace, and in neither version does the other one stand there as well. One file in two versions is left beside all of its neighbours.
 */
export function asFiles(base: Revision, head: Revision): readonly [base: Revision, head: Revision] {
  if (base.file === undefined || head.file === undefined || base.file === head.file) return [base, head];
  return [without(head.file, base, base.file), without(base.file, head, head.file)];
}

function without(other: string, revision: Revision, file: string): Revision {
  return { ...revision, workspaces: revision.workspaces.map((each) => ({ ...each, tree: speaking(each.tree, file, other) })) };
}

/** The file that is meant comes first: of several documents with one id, the first counts. */
function speaking(tree: FileTree, file: string, other: string): FileTree {
  if (other === workspaceFile) return tree;
  return {
    yamlFiles: () => tree.yamlFiles().filter((path) => path !== other).toSorted((a, b) => Number(b === file) - Number(a === file)),
    read: (path) => (path === other ? { problem: 'missing' } : tree.read(path)),
    identity: (path) => (path === other ? undefined : tree.identity?.(path)),
    expect: (path) => tree.expect?.(path),
    isMissing: (path) => path === other || isMissingIn(tree, path),
  };
}
