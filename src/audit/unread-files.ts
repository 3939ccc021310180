import { isObject } from '../base/json.js';
import type { Document } from '../load/document.js';
import { coordinateOf } from '../model/spec.js';
import type { FollowedSpec } from './find-spec.js';
import type { Moment } from './spec-timeline.js';

/** A file of the branch that could not be read for a time: what it released then is known to nobody here. */
export interface UnreadFile {
  /** From the top of the repository. */
  readonly file: string;
  readonly from: Moment;
  /** The commit from which on it could be read again, or was gone; absent where it still is so. */
  readonly until?: Moment;
  /** What its documents say that they are, as far as they do: `team:claims 1.0.0`. */
  readonly names: readonly string[];
  /** Ids of its bytes in git, as each commit left them that nobody can read. */
  readonly blobs: readonly string[];
}

/** Files that may hold a version of a spec which nobody can read: those that cannot be read now, whichever they are, and those in which it stood. */
export function unreadBeside({ workspace, spec }: FollowedSpec, seen?: Pick<Moment, 'place'>): readonly UnreadFile[] {
  const files = new Set(spec.versions.map(({ file }) => file));
  return workspace.unread.filter(({ file, from, until }) => (seen === undefined || from.place <= seen.place) && (until === undefined || files.has(file)));
}

/** What a commit that touched a file makes of it. */
export function unreadAfter(all: readonly UnreadFile[], { file, blob, broken }: FileTouched, moment: Moment): readonly UnreadFile[] {
  const open = all.find((each) => each.file === file && each.until === undefined);
  const others = all.filter((each) => each !== open);
  if (broken === undefined || isAllDrafts(broken)) return open === undefined ? all : [...others, { ...open, until: moment }];
  return [...others, { file, from: open?.from ?? moment, names: [...new Set([...(open?.names ?? []), ...broken.flatMap(nameOf)])], blobs: [...(open?.blobs ?? []), ...(blob === undefined ? [] : [blob])] }];
}

/** A file as a commit left it. */
interface FileTouched {
  readonly file: string;
  /** Absent of one that is gone. */
  readonly blob?: string | undefined;
  /** Those of its documents that nobody can read; absent where it can be read, or is gone. */
  readonly broken: readonly Document[] | undefined;
}

/** A draft releases nothing, read or not. */
function isAllDrafts(broken: readonly Document[]): boolean {
  return broken.length > 0 && broken.every(({ value }) => isObject(value) && value['status'] === 'draft');
}

function nameOf({ kind, value }: Document): readonly string[] {
  const { id, version } = isObject(value) ? value : {};
  if (kind === undefined || typeof id !== 'string') return [];
  return [`${coordinateOf(kind, id)}${typeof version === 'string' ? ` ${version}` : ''}`];
}
