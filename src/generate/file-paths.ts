import { posix, win32 } from 'node:path';
import { leadsOut } from '../base/paths.js';

const plainPath = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.][A-Za-z0-9_.@-]*(?:\/[A-Za-z0-9_.][A-Za-z0-9_.@-]*)*$/;
const longestPath = 200;

/** True for a path that names one file below a folder on every system, and that no two spellings name. What is written and what a list names are held to it. */
export function isPlainPath(path: string): boolean {
  return plainPath.test(path) && !leadsOut(path) && path.length <= longestPath;
}

/** True for a folder as it is named from the top of a repository, in one spelling: names with `/` between them, or nothing for the top itself. */
export function isFolderBelow(folder: string): boolean {
  return folder === '' || (folder.split('/').every((name) => !['', '.', '..'].includes(name)) && !win32.isAbsolute(folder));
}

/** Names that mean a device on Windows, whatever follows a dot, and names that end with a dot, which it drops. */
const notOnWindows = /(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$)|\.(?:\/|$)/i;

/** The list of what was written into a folder: what is no longer written, and what somebody has edited, is found by it. */
export function manifestPath(target: string): string {
  return `waymark-${target}.json`;
}

/**
 * Why files cannot be written under their names: one leads out of the folder, stands where the list of files or another file goes, or where another one
 * needs a folder. Some disks do not tell small letters from capital ones.
 */
export function pathProblems(target: string, paths: readonly string[]): readonly string[] {
  const [files, folders] = [new Map([[manifestPath(target), manifestPath(target)]]), new Map<string, string>()];
  for (const path of paths) for (const folder of foldersOf(path)) if (!folders.has(folder.toLowerCase())) folders.set(folder.toLowerCase(), folder);
  return paths.flatMap((path) => {
    const problem = problemOf(path, target, files, folders);
    files.set(path.toLowerCase(), path);
    return problem === undefined ? [] : [`The target \`${target}\` wants to write \`${path}\`, ${problem}`];
  });
}

function problemOf(path: string, target: string, files: ReadonlyMap<string, string>, folders: ReadonlyMap<string, string>): string | undefined {
  if (!isPlainPath(path)) return 'which is no plain path inside of the folder.';
  if (notOnWindows.test(path)) return 'a name that Windows does not let a file have. Give the document that it is about another id.';
  if (path.toLowerCase() === manifestPath(target)) return 'which is the name of the list of its files. Give the document that it is about another id.';
  const same = files.get(path.toLowerCase());
  if (same === path) return 'and the same file twice.';
  if (same !== undefined) return `and \`${same}\` as well: on some disks these are one file. Give one of the documents that they are about another id.`;
  if (folders.has(path.toLowerCase())) return `and files in a folder of that name. Give one of the documents that they are about another id.`;
  const other = foldersOf(path).map((folder) => folders.get(folder.toLowerCase())!).find((folder) => !`${path}/`.startsWith(`${folder}/`));
  return other === undefined ? undefined : `and files in the folder \`${other}\`: on some disks these are one folder. Write both in one spelling.`;
}

/** The folders that a path lies in, outermost first. */
function foldersOf(path: string): readonly string[] {
  const folder = posix.dirname(path);
  return folder === '.' || folder === '/' ? [] : [...foldersOf(folder), folder];
}
