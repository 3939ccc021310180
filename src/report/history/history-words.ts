import { dayOfBase, daysTold, firstDay, versionName } from '../../audit/in-force.js';
import type { Moment, SpecVersion, VersionEvent } from '../../audit/spec-timeline.js';
import type { JsonValue } from '../../base/json.js';
import { canonicalJson } from '../../base/canonical-json.js';
import { count, listOf, quoted } from '../../base/words.js';
import { levels } from '../../diff/tally.js';
import { daysWords, putBack, type DaysSaid } from '../past/days-words.js';
import { agreedWords, whenWords, type Agreed } from '../past/past-words.js';
import type { FieldTold, HistoryResults, ToldVersion } from './history-results.js';

/** What is told of one version, ready to be laid out. */
export interface Entry {
  /** `2.3.0, changed on 2026-08-18 (1cf1455ad9c5) by A Huber`. */
  readonly title: string;
  /** Each a sentence. */
  readonly lines: readonly string[];
}

/** The first line: what is told of. */
export function titleOf({ spec, title, field, branch }: HistoryResults): string {
  return `${field === undefined ? '' : `\`${field.path}\` of `}${spec} (${title}) on ${branch.label}`;
}

/** What one should know of the whole. */
export function introduction({ versions, spec }: HistoryResults): string {
  const names = [...new Set(versions.map(({ version }) => version.coordinate))].filter((each) => each !== spec);
  const former = names.length === 0 ? '' : ` It was called ${listOf(quoted(names))} before.`;
  return `The commits that the branch was at, the newest first: of what was merged, only the merge counts.${former}`;
}

/** What none of this proves. */
export const closing = 'Names and dates are what the commits say, and approvals what Records claim. Neither proves who did it: the code host knows that.';

/** Versions in which something was said anew, and what happened otherwise. */
export function entriesOf({ versions, field }: HistoryResults): readonly Entry[] {
  if (field !== undefined) return field.changes.map(fieldEntry).toReversed();
  return versions.map((told, at) => entryOf(told, versions[at - 1])).toReversed();
}

const events: Readonly<Record<VersionEvent, string>> = {
  new: 'new',
  changed: 'changed',
  renamed: 'renamed',
  gone: 'left the workspace',
  back: 'came back',
  moved: 'moved to another file',
  rewritten: 'written otherwise, saying the same',
  'text-changed': 'not touched, but words in a file that it names changed',
  'base-changed': 'not touched, but its base changed',
  unreadable: 'could not be read any more',
};

function entryOf(told: ToldVersion, before: ToldVersion | undefined): Entry {
  return { title: `${versionWords(told.version)}: ${events[told.version.event]} ${whenWords(told.version)}`, lines: [standing(told), putBackWords(told.version, before?.version), announcedWords(told), repeatWords(told.version), meaningWords(told), ...approvalLines(told, 'it'), placeWords(told.version)].filter((line) => line !== '') };
}

function fieldEntry({ told, effective, before, after, base }: FieldTold): Entry {
  const what = after === undefined ? `gone; it was ${valueWords(before)}` : before === undefined ? valueWords(after) : `${valueWords(after)}; it was ${valueWords(before)}`;
  return { title: `${versionWords(told.version)}, ${whenWords(told.version)}: ${what}`, lines: [standing({ version: onDays(told.version, effective), lapse: told.lapse }), ...(base === undefined ? approvalLines(told, 'it') : [...baseLines(base), ...approvalLines(told, 'the variant itself')]), placeWords(told.version)] };
}

/** Whoever agreed to the variant may never have seen what its base became. */
function baseLines(base: NonNullable<FieldTold['base']>): readonly string[] {
  const { version } = base;
  const name = `its base, \`${version.coordinate}\` ${versionName(version)}`;
  return [`It came with ${name}: ${events[version.event]} ${whenWords(version)}.`, ...approvalLines(base, 'it').map((line) => `Of the base: ${line}`)];
}

/** A version with the days of one thing that it brought. */
function onDays({ baseLater: _, ...version }: SpecVersion, effective: SpecVersion['effective']): SpecVersion {
  return effective === undefined ? version : { ...version, effective };
}

function versionWords({ version, id }: SpecVersion): string {
  return version ?? id;
}

type Standing = { readonly [Field in 'version' | 'announced' | 'lapse']?: ToldVersion[Field] | undefined } & Pick<ToldVersion, 'version'>;

/** A draft binds nobody, and what is retired was in force under the versions before it. */
function standing({ version, announced, lapse }: Standing): string {
  const { status, event, record } = version;
  const effective = daysTold(version);
  if (event === 'gone') return '';
  if (record !== undefined) return `A Record of type ${record.type}, dated ${record.date}.`;
  return `${status.charAt(0).toUpperCase()}${status.slice(1)}${effective === undefined ? '' : `, ${daysOf({ status, ...effective, dayOfBase: dayOfBase(version), lapse }, announced)}`}.`;
}

function daysOf(said: DaysSaid, announced: ToldVersion['announced']): string {
  const { status, from, until } = said;
  if (announced !== undefined && announced.is !== 'stands') return `announced for ${from}${until === undefined ? '' : ` until ${until}`}`;
  return `${isBinding(status) ? '' : 'and says that it '}${daysWords(said)}`;
}

function isBinding(status: SpecVersion['status']): boolean {
  return status === 'active' || status === 'deprecated';
}

/** It looks as though nothing held any more, and what was released goes on. */
function putBackWords({ status, event }: SpecVersion, before: SpecVersion | undefined): string {
  return status === 'draft' && event !== 'gone' && event !== 'base-changed' && before !== undefined && before.event !== 'gone' && isBinding(before.status) ? `It was ${putBack}.` : '';
}

/** What was announced binds nobody before its first day, and what is recorded until then may take it back. A version that begins earlier does not. */
function announcedWords({ announced, version: { effective, version } }: ToldVersion): string {
  if (announced === undefined) return '';
  const { is, by, from } = announced;
  const when = whenWords({ moment: by.moment });
  if (is === 'replaced') return `It was replaced before it began: by ${versionName(by)} ${when}.`;
  if (is === 'delayed') return `It does not begin on that day: ${versionName(by)} ${when} takes its place at first. From ${from} on ${version ?? 'it'} counts.`;
  if (is === 'withdrawn') return `It was withdrawn before it began: the document ${by.event === 'gone' ? 'left the workspace' : 'was retired'} ${when}.`;
  return `What was recorded after it, ${versionName(by)} ${when}, begins ${firstDay(by) < effective!.from ? 'earlier' : 'later'} and does not take it back: from ${effective!.from} on ${version ?? 'it'} counts. To withdraw it, release a version that begins on that day.`;
}

/** Who moved it or wrote it otherwise has not recorded what it says. */
function repeatWords({ event, moment, brought }: SpecVersion): string {
  return event === 'unreadable' || moment === brought ? '' : `What it says was recorded ${whenWords({ moment: brought })}.`;
}

function meaningWords({ level, regulated, since, sinceReleased, counts, version: { event } }: ToldVersion): string {
  if (level === undefined) return '';
  const told = levels.filter((each) => counts[each] > 0).map((each) => count(counts[each], `${each} change`));
  return `${event === 'gone' ? 'Leaving it was' : `Compared with ${comparedWords(since, sinceReleased)} it is`} ${level}${regulated ? ' and regulated' : ''}: ${listOf(told)}.`;
}

function comparedWords(since: Moment | undefined, sinceReleased: Moment | undefined): string {
  if (since !== undefined) return `what it was ${whenWords({ moment: since })}, when it could be put together last,`;
  return sinceReleased === undefined ? 'the commit before' : `what was released last, ${whenWords({ moment: sinceReleased })},`;
}

function approvalLines(told: Agreed & Pick<ToldVersion, 'version'>, what: string): readonly string[] {
  const { approvals, disregarded, version: { event, version, status } } = told;
  const asked = event !== 'moved' && event !== 'rewritten' && event !== 'unreadable' && version !== undefined && (status !== 'draft' || approvals.length + disregarded.length > 0);
  return asked ? agreedWords(told, what) : [];
}

function placeWords({ file, directory }: SpecVersion): string {
  return directory === undefined ? `In ${file}.` : `In ${file}, as an entry of ${directory}.`;
}

/** A value as it is told in a sentence. */
export function valueWords(value: JsonValue | undefined): string {
  return value === undefined ? 'nothing' : typeof value === 'string' ? value : canonicalJson(value);
}
