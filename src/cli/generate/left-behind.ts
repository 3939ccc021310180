import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { declaredTargets } from '../../generate/declared-targets.js';
import { manifestPath } from '../../generate/file-paths.js';
import { declarationIn, digestOfText, readManifest } from '../../generate/manifest.js';
import { isWrittenBy } from '../../generate/provenance.js';
import { topAround } from '../../load/git/find-repository.js';
import { filesKnownToGit } from '../../load/git/known-files.js';
import { isDocumentText } from '../publish.js';
import type { WrittenFile } from './output-folder.js';
import { isAllowed, placeOf, realOf, type OutputPlace } from './output-place.js';
import type { ReadWorkspace } from './read-workspace.js';

/** What lies in a folder that an entry of `targets` named once. */
export interface LeftBehind {
  readonly entry: string;
  readonly target: string;
  /** Folder of the workspace. */
  readonly root: string;
  readonly place: OutputPlace;
  readonly files: readonly WrittenFile[];
}

/**
 * Finds what was written for entries of `targets` that are gone, or that name another folder by now: by the lists in the repository, each of which says from
 * which workspace it was written. A copy of a list that lies elsewhere says of another folder that it is the workspace, and is left alone.
 */
export function leftBehind(workspaces: readonly ReadWorkspace[], name: string | undefined): readonly LeftBehind[] {
  const wanted = new Set(workspaces.flatMap((each) => declaredTargets(each.workspace).map(({ target, out }) => realOf(join(resolve(each.folder, out), manifestPath(target))))));
  const homes = new Set(workspaces.flatMap(({ folder }) => topAround(folder) ?? []));
  const lists = [...homes].flatMap((home) => (filesKnownToGit(home) ?? []).filter((path) => listName.test(path)).map((path) => ({ home, full: join(home, path) })));
  return lists.filter(({ full }) => !wanted.has(realOf(full))).flatMap(({ home, full }) => leftAt(home, full, workspaces, name) ?? []);
}

const listName = /(?:^|\/)waymark-[a-z0-9-]+\.json$/;
const largest = 64 * 1024 * 1024;

function leftAt(home: string, list: string, workspaces: readonly ReadWorkspace[], name: string | undefined): LeftBehind | undefined {
  const place = { folder: dirname(list), home };
  const text = textOf(place, basename(list));
  const declared = text === undefined ? undefined : declarationIn(text);
  if (declared === undefined || basename(list) !== manifestPath(declared.target)) return undefined;
  const { entry, target, workspace } = declared;
  const owner = workspaces.find(({ folder }) => realOf(folder) === realOf(resolve(place.folder, workspace)));
  const listed = readManifest(text!, target);
  if (owner === undefined || listed === undefined || (name !== undefined && name !== entry && name !== target)) return undefined;
  const files = [...listed].flatMap(([path, digests]) => stateOf(place, path, target, digests) ?? []);
  return { entry, target, root: owner.root, place, files: [...files, { path: basename(list), state: 'left-unsure' }] };
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
