import { memoryTree } from '../load/file-tree.js';
import { loadDocuments } from '../load/load-documents.js';
import { buildWorkspace, type Workspace } from '../model/workspace.js';
import type { Edit } from './change-kind.js';
import { exampleFiles } from './example-files.js';

/** The workspace of some files. */
export function workspaceOf(files: { readonly [path: string]: string }): Workspace {
  return buildWorkspace(loadDocuments(memoryTree(files)));
}

/** The files of the example after its edits. A text that does not stand there is a mistake of the example. */
export function afterEdits(edits: readonly Edit[]): { readonly [path: string]: string } {
  return edits.reduce((files, { file, from, to }) => {
    const text = files[file] ?? '';
    if (from !== '' && !text.includes(from)) throw new Error(`The example workspace says nowhere in ${file}: ${from}`);
    return { ...files, [file]: from === '' ? text + to : text.replace(from, () => to) };
  }, exampleFiles);
}
