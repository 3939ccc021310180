import { retirementOf } from '../../audit/in-force.js';
import type { CalendarDay } from '../../base/date.js';
import { groupBy } from '../../base/groups.js';
import { count, listOf, quoted } from '../../base/words.js';
import { versionChanged } from '../../control/bumps.js';
import type { Release } from '../../control/releases.js';
import { levels } from '../../diff/tally.js';
import { documentPartOf } from '../../model/spec.js';
import { audienceOrder, audienceWords, toldOnce, versionWords, type ToldOnce } from '../changes/change-words.js';
import { daysWords, putBack, standsWords } from '../past/days-words.js';
import type { ChangelogResults, ChangelogSection } from './changelog-results.js';

/** A document with what is told of it, ready to be laid out. */
export interface Entry {
  readonly document: string;
  readonly title: string;
  /** `2.0.0 (was 1.2.0), in force from 2026-12-01 (was 2026-03-01)`. */
  readonly version: string;
  /** Changes that are more than editorial, or would be if the Policy did not have them count as that, by who may be harmed. */
  readonly groups: readonly (readonly [title: string, changes: readonly ToldOnce[]])[];
  /** What is only counted, each a sentence. */
  readonly counted: readonly string[];
}

/** The first line: which versions are told of. */
export function titleOf({ base, head }: ChangelogResults): string {
  return base === undefined ? `Every version up to ${head.label}, the newest first` : `Changes ${versionWords({ base, head })}`;
}

/** `2026-11-05 (1cf1455ad9c5)`. */
export function sectionTitle({ commit }: ChangelogSection): string {
  if (commit === undefined) return 'Not in a version yet';
  return `${commit.date?.slice(0, 10) ?? 'Nobody knows when'} (${commit.id.slice(0, 12)})`;
}

/** A later day harms nobody, and the heading tells it. */
const beginsLater = 'effective-from-tightened';
const beginsEarlier = 'effective-from-loosened';

/** The documents of a section. Records say why, and are only named. */
export function entriesOf({ releases, commit }: ChangelogSection): readonly Entry[] {
  const told = toldOnce(releases.flatMap(({ changes }) => changes).filter(({ kind }) => kind !== versionChanged && kind !== beginsLater));
  return releases.filter((release) => !isNewRecord(release)).map((release) => entryOf(release, told, commit?.recorded));
}

/** `New Records: a and b.`; empty where there are none. */
export function recordWords({ releases }: ChangelogSection): string {
  const records = releases.filter(isNewRecord);
  return records.length === 0 ? '' : `New ${records.length === 1 ? 'Record' : 'Records'}: ${listOf(quoted(records.map(({ document }) => document.slice(document.indexOf(':') + 1))))}.`;
}

function isNewRecord({ changes }: Release): boolean {
  return changes.every(({ kind }) => kind === 'record-added');
}

function entryOf(release: Release, told: readonly ToldOnce[], recorded: CalendarDay | undefined): Entry {
  const own = told.filter(({ change }) => release.changes.includes(change));
  const isEditorial = ({ change: { level, ownLevel = level, regulated } }: ToldOnce): boolean => level === 'editorial' && ownLevel === 'editorial' && !regulated;
  const editorial = own.filter(isEditorial).length;
  const elsewhere = told.filter(({ change, also }) => also.includes(release.document) && !release.changes.includes(change)).map(({ change }) => documentPartOf(change.subject));
  const counted = [...(editorial === 0 ? [] : [`${count(editorial, 'editorial change')}.`]), ...[...groupBy(elsewhere, (each) => each)].map(([document, list]) => `${count(list.length, 'change')} told at \`${document}\`.`)];
  return { document: release.document, title: release.title, version: wordsOf(release, recorded), groups: byHarm(own.filter((each) => !isEditorial(each))), counted: own.length + counted.length === 0 ? [`Nothing but the ${release.changes.some(({ kind }) => kind === beginsLater) ? 'day' : 'version'}.`] : counted };
}

function wordsOf(release: Release, recorded: CalendarDay | undefined): string {
  const { before, after, changes, base } = release;
  if (base !== undefined && before === after) return `not touched: it becomes another one with its base, ${base.document} ${wordsOf(base, recorded)}`;
  const force = daysOf(release, recorded);
  if (after === undefined) return changes.some(({ after: place }) => place !== undefined) ? 'changed' : before === undefined ? 'gone' : `gone (was ${before})`;
  if (before === undefined) return `${after}, new${force}`;
  if (before === after && changes.some(({ kind }) => kind === 'spec-activated')) return `${after}, released from a draft${force}`;
  return before === after ? `${after}, changed without a new version${force}` : `${after} (was ${before})${force}`;
}

/** A draft binds nobody, and what is retired is not in force any more. */
function daysOf({ before, status, effectiveFrom: from, effectiveUntil: until, changes }: Release, recorded: CalendarDay | undefined): string {
  if (status === 'retired') return retiredWords(from, until, recorded);
  const was = changes.find(({ kind }) => kind === beginsLater)?.facts['was'] as CalendarDay | undefined;
  const days = from === undefined ? '' : daysWords({ status: status!, from, until, was });
  if (status !== 'draft') return days === '' ? '' : `, ${days}${recorded === undefined ? '' : standingWords(before, changes, recorded)}`;
  const isPutBack = changes.some(({ kind, facts }) => kind === 'spec-status-changed' && facts['is'] === 'draft' && facts['was'] !== 'retired');
  if (isPutBack) return `, ${putBack}${days === '' ? '' : `, and ${days}`}`;
  return days === '' ? '' : `, a draft that ${days}`;
}

/** What begins earlier than what was announced takes nothing back, as by a revert. */
function standingWords(before: string | undefined, changes: Release['changes'], recorded: CalendarDay): string {
  const announced = changes.find(({ kind }) => kind === beginsEarlier)?.facts['was'] as CalendarDay | undefined;
  return announced === undefined || announced <= recorded ? '' : `, and ${standsWords(`${before === undefined ? 'what begins' : before} on ${announced}`)}`;
}

/** When two versions are compared, nobody knows when the later one was recorded. */
function retiredWords(from: CalendarDay | undefined, until: CalendarDay | undefined, recorded: CalendarDay | undefined): string {
  if (recorded !== undefined || until !== undefined) return `, retired on ${retirementOf({ ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }, recorded ?? '')}`;
  return `, retired${from === undefined ? '' : `, on ${from} at the earliest`}`;
}

/** By who may be harmed first of all, breaking changes before others, and what harms nobody last. */
function byHarm(told: readonly ToldOnce[]): Entry['groups'] {
  const weight = ({ change: { level, regulated } }: ToldOnce): number => 2 * levels.indexOf(level) - (regulated ? 1 : 0);
  const sorted = told.toSorted((a, b) => weight(a) - weight(b));
  const groups = [...groupBy(sorted, ({ change }) => change.harms[0])].sort(([a, [first]], [b, [other]]) => placeOf(a) - placeOf(b) || weight(first!) - weight(other!));
  return groups.map(([audience, list]) => [audience === undefined ? 'Harms nobody' : `May harm ${audienceWords(audience)}`, list] as const);
}

function placeOf(audience: Parameters<typeof audienceOrder>[0] | undefined): number {
  return audience === undefined ? Number.MAX_SAFE_INTEGER : audienceOrder(audience);
}
