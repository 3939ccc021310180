/**
 * What the picture of promises may show, by the documents alone: each bar is as long as somebody wrote that it may be, the parts follow each
 * other, and what is left is the rest. Which way is the slowest is not asked here: the oracle of proofs knows that.
 */
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
