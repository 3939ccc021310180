import { memoryTree } from '../load/file-tree.js';
import { loadDocuments } from '../load/load-documents.js';
import { buildWorkspace, type Workspace } from '../model/workspace.js';
import type { Edit } from './change-kind.js';
import { exampleFiles } from './example-files.js';

/** The workspace of some files. */
export function workspaceOf(files: { readonly [path: string]: string }): Workspace {
  return buildWorkspace(loadDocuments(memoryTree(files)));
}

/** The files of the example after its edits. */
export function afterEdits(edits: readonly Edit[]): { readonly [path: string]: string } {
  return withEdits(exampleFiles, edits);
}

/** Some files after some edits. A text that does not stand there is a mistake of the example. */
export function withEdits(files: { readonly [path: string]: string }, edits: readonly Edit[]): { readonly [path: string]: string } {
  return edits.reduce((edited, { file, from, to }) => {
    const text = edited[file] ?? '';
    if (from !== '' && !text.includes(from)) throw new Error(`The example workspace says nowhere in ${file}: ${from}`);
    return { ...edited, [file]: from === '' ? text + to : text.replace(from, () => to) };
  }, files);
}
