import type { CalendarDay } from '../base/date.js';
import type { Coordinate } from '../base/diagnostic.js';
import type { Doubled } from './doubled.js';
import type { Spec } from '../model/spec.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { Status } from '../schema/kinds/header.js';

/** A commit that the governed branch was at. */
export interface Moment {
  /** Its place on the branch, from 0. */
  readonly place: number;
  readonly id: string;
  /** When it was committed, in UTC, as it says itself; `undefined` where that is no time. Anybody can write any time. */
  readonly date: string | undefined;
  /** The day in UTC from which on it counts as recorded: its own, unless that cannot be right. */
  readonly recorded: CalendarDay;
  /** Who is named as its author. Free text, and no proof. */
  readonly author: string;
}

/**
 * What a commit did to a spec:
 * - `new`, `changed`, `renamed`, `gone`, and `back` after it was gone;
 * - `moved` to another file, or `rewritten` in other words of YAML, and says the same;
 * - `text-changed`: a file with words that it names says something else, and its own document does not;
 * - `base-changed`: a variant whose base says something else, and which was not touched itself;
 * - `unreadable`: its file cannot be read since then, and it counts as what it was.
 */
export type VersionEvent = 'new' | 'changed' | 'renamed' | 'gone' | 'back' | 'moved' | 'rewritten' | 'text-changed' | 'base-changed' | 'unreadable';

/** A spec as one commit of the branch left it; of one that is `gone` or `unreadable`, as it was before. */
export interface SpecVersion {
  readonly event: VersionEvent;
  readonly moment: Moment;
  /** The commit that brought what it says, and whose author recorded it: its own, unless that one only moved it to another file, wrote it otherwise, or left it unreadable. */
  readonly brought: Moment;
  readonly kind: KindName;
  /** The id that it had then. */
  readonly id: string;
  readonly coordinate: Coordinate;
  readonly title: string;
  /** Absent for kinds that have no versions, such as Records. */
  readonly version?: string;
  readonly status: Status;
  /** The days on which it says that it is in force: `from` inclusive, `until` exclusive. Absent where it says none. */
  readonly effective?: { readonly from: CalendarDay; readonly until?: CalendarDay };
  /** Of a variant that became another one with its base: what the base became. */
  readonly base?: SpecVersion;
  /** Of a variant that was edited while its base was announced, or by the commit that did that: what the base becomes first, after the variant's own edit begins and while it is in force. */
  readonly baseLater?: SpecVersion;
  /**
   * Of a variant that became another one with its base while a later version of it had been announced, or was a draft: the other versions that are in force
   * from the first day of what the base became on, each as it became another one with it. By the day on which they begin.
   */
  readonly beside?: readonly SpecVersion[];
  /** Of a Record: the day that it bears, its type, and what it is about. */
  readonly record?: { readonly date: CalendarDay; readonly type: string; readonly subject: readonly string[] };
  /** The Directory in which it is written in brief. */
  readonly directory?: Coordinate;
  /** Path of its file, from the top of the repository. */
  readonly file: string;
  /** Id of the bytes of that file in git: `git cat-file blob` prints them. */
  readonly blob: string;
  /** Its place among the documents of that file, from 0. */
  readonly document: number;
}

/** All versions of one spec, across renames and moves. */
export interface SpecTimeline {
  /** The coordinate that it had last. */
  readonly coordinate: Coordinate;
  /** The oldest first. */
  readonly versions: readonly SpecVersion[];
  /** When several documents bore its id, the oldest first. */
  readonly doubled: readonly Doubled[];
}

/** Every version, and before each the ones beside it. */
export function withBeside(versions: readonly SpecVersion[]): readonly SpecVersion[] {
  return versions.some(({ beside }) => beside !== undefined) ? versions.flatMap((each) => [...(each.beside ?? []), each]) : versions;
}

/** What was released last, if anything was and has not left since: that a version is put back to draft ends nothing. */
export function lastReleased(known: readonly SpecVersion[]): SpecVersion | undefined {
  return known.slice(known.findLastIndex(({ event }) => event === 'gone') + 1).findLast(({ status }) => status !== 'draft');
}

/** Where a spec stands at the moment. */
export interface Held {
  readonly file: string;
  readonly blob: string;
  readonly spec: Spec;
}

/** True for what only moves a spec to another file or writes it otherwise: it says what it said before. */
export function isOnlyMoved({ event }: Pick<SpecVersion, 'event'>): boolean {
  return event === 'moved' || event === 'rewritten';
}

/**
 * What a version says of itself.
 *
 * @param before - The version of the same spec before it, if there is one.
 * @param base - Of a variant that became another one with its base: what that became.
 */
export function versionFrom({ spec, file, blob }: Held, event: VersionEvent, moment: Moment, before?: SpecVersion, base = isOnlyMoved({ event }) || event === 'unreadable' ? before?.base : undefined): SpecVersion {
  const { kind, id, coordinate, status, directory, document } = spec;
  const { title, version, effective, date, type, subject } = spec.value as Said;
  return {
    event,
    moment,
    brought: before !== undefined && (event === 'unreadable' || isOnlyMoved({ event })) ? before.brought : moment,
    kind,
    id,
    coordinate,
    title: title ?? id,
    ...(version === undefined ? {} : { version }),
    status,
    ...(effective === undefined || kind === 'Record' ? {} : { effective }),
    ...(base === undefined ? {} : { base }),
    ...(kind === 'Record' ? { record: { date: date!, type: type!, subject: subject! } } : {}),
    ...(directory === undefined ? {} : { directory: directory.coordinate }),
    file,
    blob,
    document: document.index,
  };
}

interface Said {
  readonly title?: string;
  readonly version?: string;
  readonly effective?: NonNullable<SpecVersion['effective']>;
  readonly date?: string;
  readonly type?: string;
  readonly subject?: readonly string[];
}
