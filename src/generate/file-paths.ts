import { leadsOut } from '../base/paths.js';

const plainPath = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9_.][A-Za-z0-9_.@-]*(?:\/[A-Za-z0-9_.][A-Za-z0-9_.@-]*)*$/;
const longestPath = 200;

/** True for a path that names one file below a folder on every system, and that no two spellings name. What is written and what a list names are held to it. */
export function isPlainPath(path: string): boolean {
  return plainPath.test(path) && !leadsOut(path) && path.length <= longestPath;
}

/** The list of what was written into a folder: what is no longer written, and what somebody has edited, is found by it. */
export function manifestPath(target: string): string {
  return `waymark-${target}.json`;
}
