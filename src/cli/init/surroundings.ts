import { dirname, relative, resolve } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import { slashed } from '../../base/paths.js';
import { count, listOf, quoted } from '../../base/words.js';
import { diskTree } from '../../load/file-tree.js';
import { nearestUpward } from '../../load/find-workspaces.js';
import { loadDocuments, textOf, workspaceFile } from '../../load/load-documents.js';
import { attributesFile, ledgerAttributes } from './starter-files.js';

/** What stands in the way of a workspace that was just made. Paths begin at the folder that the command runs in. */
export function notesOnSurroundings(folder: string, dir: string, made: readonly string[]): readonly string[] {
  return [...hiddenFromGit(folder, dir, made), ...foreignFiles(folder, dir, made), ...outerWorkspace(folder, dir), ...looseLineEnds(folder, dir)];
}

/** Git leaves them out of the repository, and what Git leaves out is no part of a workspace. */
function hiddenFromGit(folder: string, dir: string, made: readonly string[]): readonly string[] {
  const seen = new Set(diskTree(folder).yamlFiles());
  const hidden = made.filter((path) => isWithin(path, dir) && !seen.has(path));
  if (hidden.length === 0) return [];
  return [`Git ignores ${listOf(hidden)}, so \`waymark validate\` does not see ${hidden.length === 1 ? 'it' : 'them'} either. Take the line out of \`.gitignore\`, or choose another folder with \`--dir\`.`];
}

function foreignFiles(folder: string, dir: string, made: readonly string[]): readonly string[] {
  const prefix = dir === '.' ? '' : `${dir}/`;
  const { documents, problems } = loadDocuments(diskTree(resolve(folder, dir)), prefix);
  const broken = [...problems, ...documents.flatMap((document) => document.problems)];
  const foreign = [...new Set(broken.map(({ span }) => span.source.uri))].filter((uri) => !made.includes(uri)).sort(compareText);
  if (foreign.length === 0) return [];
  const shown = [...quoted(foreign.slice(0, mostShown)), ...(foreign.length > mostShown ? [`${foreign.length - mostShown} more`] : [])];
  return [`The folder holds ${count(foreign.length, 'YAML file')} that Waymark cannot use: ${listOf(shown)}. Name what is not meant to be one under \`ignore\` in \`${prefix}${workspaceFile}\`.`];
}

const mostShown = 5;

function outerWorkspace(folder: string, dir: string): readonly string[] {
  const inner = resolve(folder, dir);
  const outer = dirname(inner) === inner ? undefined : nearestUpward(dirname(inner));
  if (outer === undefined) return [];
  const file = slashed(relative(folder, resolve(outer, workspaceFile)));
  return [`It lies in another workspace. Add \`${slashed(relative(outer, inner))}\` to \`members\` in \`${file}\`, so that both are known to belong together.`];
}

/** Attributes that were there already are left as they are, and need not keep git from writing other line ends into the ledger. */
function looseLineEnds(folder: string, dir: string): readonly string[] {
  const read = diskTree(resolve(folder, dir)).read(attributesFile);
  if ('bytes' in read && /^ledger\.jsonl[ \t](?:.*[ \t])?(?:-text|binary)(?:\s|$)/m.test(textOf(read.bytes))) return [];
  return [`Add \`${ledgerAttributes}\` to \`${dir === '.' ? '' : `${dir}/`}${attributesFile}\`: without it, git may write a ledger with other line ends, and \`waymark ledger verify\` refuses that.`];
}

function isWithin(path: string, dir: string): boolean {
  return dir === '.' ? !path.startsWith('.') : path.startsWith(`${dir}/`) && !path.includes('/.');
}
