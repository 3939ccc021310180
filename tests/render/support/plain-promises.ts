/**
 * What the picture of promises may show, by the documents alone: each bar is as long as somebody wrote that it may be, the parts follow each
 * other, and what is left is the rest. Which way is the slowest is not asked here: the oracle of proofs knows that.
 */
import type { PromiseProof, TargetProof } from '../../../src/analysis/proof/verdict.js';
import type { JourneyModel } from '../../../src/model/journey.js';
import type { Workspace } from '../../../src/model/workspace.js';
import type { Rendering } from '../../../src/render/render.js';
import type { Understood } from './real-mermaid.js';

/** Everything in a picture that no document bears out, in words. */
export function notWritten(workspace: Workspace, journey: JourneyModel, parts: readonly Understood[], { folded, tables }: Pick<Rendering, 'folded' | 'tables'>): readonly string[] {
  const written = writtenTimes(workspace);
  const names = (journey.spec.value.slas ?? []).flatMap((id) => workspace.find('Sla', id) ?? []).filter(({ value }) => (value.targets ?? []).some(({ within }) => within !== undefined)).map(({ value }) => value.title);
  const told = [...parts.flatMap(({ groups }) => groups.map(({ label }) => label)), ...folded.map(({ subject }) => subject)];
  const missing = names.filter((name) => !told.some((each) => each.replace(/\s/g, '').startsWith(name.replace(/\s/g, ''))));
  const inTable = new Set(tables[0]!.rows.map(([, , , verdict, left]) => [verdict, left].filter((cell) => cell !== '').join(': ')));
  const otherwise = parts.flatMap(({ groups, things }) => groups.map((group) => things.find(({ name }) => name === group.things.at(-1))!.label)).filter((label) => !inTable.has(label));
  return [...otherwise.map((label) => `${label} is in no line of the table`), ...missing.map((name) => `${name} is neither drawn nor folded`), ...parts.flatMap((part) => part.groups.flatMap((group) => wrongBars(written, part, group)))];
}

function wrongBars(written: Written, { things }: Understood, group: Understood['groups'][number]): readonly string[] {
  const [promise, ...others] = group.things.map((name) => things.find((thing) => thing.name === name)!);
  const [pieces, rest] = [others.slice(0, -1), others.at(-1)!];
  const wrong: string[] = [];
  const check = (isRight: boolean, words: string): void => void (isRight || wrong.push(`${group.label}: ${words}`));
  const hours = promise!.to! / 1000;
  const title = [...written.keys()].find((name) => group.label.replace(/\s/g, '').startsWith(name.replace(/\s/g, '')));
  check(promise!.from === 0 && title !== undefined && isWritten(written.get(title)!, hours, promise!.label.replace('Promised: ', '')), `nobody promised ${promise!.label}`);
  let at = 0;
  for (const { label, from, to } of pieces) {
    check(from === at, `${label} does not follow what is before it`);
    at = to!;
    if (label.startsWith('All parts, on several calendars')) continue;
    const [, name, time] = /^(.*): ([^:]*)$/s.exec(label) ?? [];
    check(isWritten(written.get(name ?? '') ?? [], (to! - from!) / 1000, time ?? ''), `nobody promised ${label}`);
  }
  const [isProved, isTooLong] = [rest.label.startsWith('Proved: '), at > promise!.to!];
  const end = isProved || isTooLong ? promise!.to! : at;
  check(rest.from === Math.min(at, end) && rest.to === Math.max(at, end), `${rest.label} is not what is left`);
  check(isProved ? !isTooLong && rest.label.endsWith(' left') : /^(?:Violated|Not proved)/.test(rest.label), `${rest.label} says the opposite`);
  return wrong;
}

interface WrittenTime {
  readonly words: string;
  readonly seconds: number;
}

type Written = ReadonlyMap<string, readonly WrittenTime[]>;

/** The axis counts hours or minutes; which of both, is a matter of taste. */
function isWritten(times: readonly WrittenTime[], length: number, words: string): boolean {
  return times.some((time) => time.words === words && [3600, 60].some((unit) => Math.abs(time.seconds / unit - length) < 0.001));
}

/** Every time that a document or a step promises, by the title that it is told by. */
function writtenTimes(workspace: Workspace): Written {
  const found = new Map<string, WrittenTime[]>();
  const add = (title: string, words: string | undefined, calendar: string | undefined): void => {
    if (words === undefined) return;
    found.set(title, [...(found.get(title) ?? []), { words, seconds: secondsOf(words, workspace.find('Calendar', calendar ?? '')?.value.dayLength ?? '24h') }]);
  };
  for (const { value } of workspace.all('Sla')) for (const target of value.targets ?? []) add(value.title, target.within, value.calendar);
  for (const journey of workspace.journeys) for (const { value } of [...journey.steps, ...journey.stages]) if (value.promise !== undefined) add(value.title, value.promise.within, value.promise.calendar);
  return found;
}

function secondsOf(words: string, day: string): number {
  const units: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3600, d: day === '24h' ? 86_400 : secondsOf(day, '24h') };
  return [...words.matchAll(/(\d+(?:\.\d+)?)\s*(min|[smhd])/g)].reduce((sum, [, amount, unit]) => sum + Number(amount) * units[unit!]!, 0);
}

interface Promised {
  readonly promise: PromiseProof;
  readonly target: TargetProof;
}

/** The lines of the table of promises: whom each is for, what is written, and what was found out about it, in the words of people. */
export function promiseRows(all: readonly Promised[]): readonly string[] {
  return all.map(({ promise, target }) => [promise.title, whomFor(promise, target), promisedWords(promise, target), { proved: 'Proved', violated: 'Violated', 'not-proved': 'Not proved' }[target.verdict], leftOf(target), target.premises.map(({ message }) => message).join(' ')].join(' | '));
}

/** The lines of the table of parts, each part of the slowest way of each promise that is drawn. */
export function partRows(drawn: readonly Promised[], nameOf: (team: string) => string): readonly string[] {
  return drawn.flatMap(({ promise, target }) => {
    const name = promise.targets.length === 1 ? promise.title : `${promise.title} (${whomFor(promise, target)})`;
    const parts = (target.counterExample ?? target.paths[0]!).parts;
    return parts.map(({ part, title, provider, from, to, target: own }) => [name, title === '' ? part : title, provider === undefined ? '' : nameOf(provider), own.within ?? inHours(own.seconds!), own.calendar, cases(own.kept, promise, target), from, to].join(' | '));
  });
}

export function whomFor({ targets }: PromiseProof, { group }: TargetProof): string {
  const words = Object.entries(group).flatMap(([key, name]) => (name === undefined ? [] : [`${key} ${name}`]));
  return words.length > 0 ? words.join(', ') : targets.length > 1 ? 'everybody else' : 'everybody';
}

export function promisedWords(promise: PromiseProof, target: TargetProof): string {
  const { kept, calendar, within, seconds, window } = target.target;
  const period = window === undefined ? '' : `, per ${{ P1D: 'day', P1W: 'week', P1M: 'month', P3M: 'quarter', P1Y: 'year' }[window] ?? window}`;
  if (promise.metric === 'availability') return `available ${kept / 10_000} % of the time on ${calendar}${period}`;
  if (promise.metric === 'quality-rate') return `right in ${cases(kept, promise, target)}${period}`;
  return `${within ?? inHours(seconds!)} on ${calendar}${/\dd/.test(within ?? '') ? ` (${inHours(seconds!)})` : ''} for ${cases(kept, promise, target)}${period}`;
}

function cases(kept: number, { spec, targets }: PromiseProof, target: TargetProof): string {
  const { each = 'pool', tier, persona, region } = spec.value.targets![targets.indexOf(target)]!;
  const share = `${kept / 10_000} % of`;
  if (each !== 'pool') return `${kept === 1_000_000 ? 'all' : share} the cases of each ${each}`;
  const some = [tier, persona, region].some((name) => name !== undefined);
  return kept === 1_000_000 ? `all ${some ? 'these ' : ''}cases` : `${share} ${some ? 'these' : 'all'} cases`;
}

/** What is left of time and percent; of the percent of a promise for all that none misses, there is nothing to tell. */
export function leftOf({ slack, target: { kept, seconds: promised } }: TargetProof): string {
  if (slack === undefined) return '';
  const left = (amount: number, words: string, none: string, over: string): string => (amount === 0 ? none : `${words} ${amount > 0 ? 'left' : over}`);
  const time = promised === undefined ? [] : [left(slack.seconds, inHours(Math.abs(slack.seconds)), 'no time left', 'too long')];
  const isForAll = promised !== undefined && kept === 1_000_000 && slack.shortfall === 0;
  return [...time, ...(isForAll ? [] : [left(slack.shortfall, `${Math.abs(slack.shortfall) / 10_000} %`, 'no percent left', 'too uncertain')])].join(', ');
}

export function inHours(seconds: number): string {
  const parts = [[Math.floor(seconds / 3600), 'h'], [Math.floor(seconds / 60) % 60, 'min'], [seconds % 60, 's']] as const;
  return parts.flatMap(([amount, unit]) => (amount === 0 ? [] : [`${amount} ${unit}`])).join(' ') || '0 h';
}
