import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join, posix, relative, resolve } from 'node:path';
import { isWrittenBy } from '../../base/generated-head.js';
import { slashed } from '../../base/paths.js';
import { remembering } from '../../base/remembering.js';
import { declaredTargets } from '../../generate/declared-targets.js';
import { manifestPath } from '../../generate/file-paths.js';
import { declarationIn, digestOfText, readManifest, type ListedFiles } from '../../generate/manifest.js';
import { topAround } from '../../load/git/find-repository.js';
import { foldersOfWorkspacesEver } from '../../load/git/former-folders.js';
import { filesKnownToGit } from '../../load/git/known-files.js';
import { workspaceFile } from '../../load/load-documents.js';
import { isDocumentText } from '../publish.js';
import type { WrittenFile } from './output-folder.js';
import { isAllowed, placeOf, realOf, type OutputPlace } from './output-place.js';
import type { ReadWorkspace } from './read-workspace.js';

/** What lies in a folder that an entry of `targets` named once, also of a workspace that is there no longer. */
export interface LeftBehind {
  readonly entry: string;
  readonly target: string;
  /** Folder of the workspace. */
  readonly root: string;
  readonly place: OutputPlace;
  readonly files: readonly WrittenFile[];
}

/**
 * Finds what was written for entries of `targets` that are gone, or that name another folder by now, and for workspaces that were moved or deleted: by the lists
 * in the repository, each of which says from which workspace it was written. A copy of a list that lies elsewhere says of another folder that it is the
 * workspace, which that never was, and is left alone.
 *
 * @param from - Folder in which the command runs.
 */
export function leftBehind(from: string, workspaces: readonly ReadWorkspace[], name: string | undefined): readonly LeftBehind[] {
  const wanted = new Set(workspaces.flatMap((each) => declaredTargets(each.workspace).map(({ target, out }) => realOf(join(resolve(each.folder, out), manifestPath(target))))));
  const homes = new Set(workspaces.flatMap(({ folder }) => topAround(folder) ?? []));
  return [...homes].flatMap((home) => {
    const known = filesKnownToGit(home) ?? [];
    const lists = known.filter((path) => listName.test(path) && !wanted.has(realOf(join(home, path)))).flatMap((path) => readList(home, join(home, path)) ?? []);
    const rootOf = rootsOf(home, new Set(known), from, workspaces);
    return lists.filter(({ entry, target }) => name === undefined || name === entry || name === target).flatMap((list) => leftAt(list, rootOf) ?? []);
  });
}

const listName = /(?:^|\/)waymark-[a-z0-9-]+\.json$/;
const largest = 64 * 1024 * 1024;

/** A list that says for which entry of which workspace it was written. */
interface DeclaredList extends Pick<LeftBehind, 'entry' | 'target' | 'place'> {
  /** Folder of the workspace, absolute. */
  readonly workspace: string;
  readonly listed: ListedFiles;
}

function readList(home: string, list: string): DeclaredList | undefined {
  const place = { folder: dirname(list), home };
  const text = textOf(place, basename(list));
  const declared = text === undefined ? undefined : declarationIn(text);
  const listed = declared === undefined ? undefined : readManifest(text!, declared.target);
  if (declared === undefined || listed === undefined || basename(list) !== manifestPath(declared.target)) return undefined;
  return { ...declared, place, listed, workspace: realOf(resolve(place.folder, declared.workspace)) };
}

/** How messages name the folder of a workspace that is written out, or that is one no longer: not one of another workspace, nor one that was never any. */
function rootsOf(home: string, known: ReadonlySet<string>, from: string, workspaces: readonly ReadWorkspace[]): (folder: string) => string | undefined {
  const opened = new Map(workspaces.map(({ folder, root }) => [realOf(folder), root]));
  const everIn = remembering((top: string) => foldersOfWorkspacesEver(top));
  return (folder) => {
    const [inRepository, file] = [slashed(relative(realOf(home), folder)) || '.', join(folder, workspaceFile)];
    const isThere = (): boolean => existsSync(file) || known.has(posix.join(inRepository, workspaceFile));
    return opened.get(folder) ?? (isThere() || !everIn(home).has(inRepository) ? undefined : slashed(relative(from, folder)) || '.');
  };
}

function leftAt({ entry, target, place, listed, workspace }: DeclaredList, rootOf: (folder: string) => string | undefined): LeftBehind | undefined {
  const root = rootOf(workspace);
  if (root === undefined) return undefined;
  const files = [...listed].flatMap(([path, digests]) => stateOf(place, path, target, digests) ?? []);
  return { entry, target, root, place, files: [...files, { path: manifestPath(target), state: 'left-unsure' }] };
}

/** Nothing here is declared any more, so nothing is taken away unasked: and then what says itself that the target wrote it, or is a table, and is as it was written. */
function stateOf(place: OutputPlace, path: string, target: string, digests: ReadonlySet<string>): WrittenFile | undefined {
  if (!isAllowed(place, path)) return { path, state: 'left-foreign' };
  const text = textOf(place, path);
  if (text === undefined) return undefined;
  const isOurs = (isWrittenBy(target, text) || extname(path) === '.csv') && digests.has(digestOfText(text)) && !isDocumentText(text);
  return { path, state: isOurs ? 'left-unsure' : 'left-foreign' };
}

/** Takes away what is certainly ours, the list with it; what somebody has edited stays. */
export function takeAway(left: LeftBehind): LeftBehind {
  for (const { path, state } of left.files) if (state === 'left-unsure') rmSync(placeOf(left.place, path), { force: true });
  return { ...left, files: left.files.map(({ path, state }) => ({ path, state: state === 'left-unsure' ? 'left' : state })) };
}

function textOf(place: OutputPlace, path: string): string | undefined {
  if (!isAllowed(place, path)) return undefined;
  try {
    const full = placeOf(place, path);
    const stats = lstatSync(full);
    return stats.isFile() && stats.size <= largest ? readFileSync(full, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
