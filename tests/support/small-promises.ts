import { proveJourney } from '../../src/analysis/proof/prove-journey.js';
import type { PromiseProof, TargetProof } from '../../src/analysis/proof/verdict.js';
import type { Workspace } from '../../src/model/workspace.js';
import { workspaceOf } from './journeys.js';

/**
 * A workspace in which one promise, `whole`, is to be proved. Each line is one thing; what stands after ` | ` are more of its fields.
 * - `whole START > STOP, STOP {clock fields}: TARGET; TARGET`: the promise that is proved;
 * - `part ID START > STOP: TARGET`: a promise that underpins it;
 * - `step ID START > COMPLETE {more events}: TARGET`: a step of the journey, perhaps with a promise in place;
 * - `stage ID: TARGET`: begins a stage, perhaps with a promise in place;
 * - `calendar ID mon tue 08-18`: a calendar of the year 2026 in UTC;
 * - `persona ID TIER SHARE`: a persona; `-` for no tier;
 * - `system ID PERCENT`: a system, perhaps with how much of the time it is there;
 * - `standard CALENDAR`: the calendar of promises that name none;
 * - `journey ID`: begins another journey; the first one is called `test`;
 * - `variant ID | overlay: [...]`: a variant of that one, in force.
 *
 * A target is a time and more words in any order: `4h 95% each tier`, `2h gold:tier`, `8h AT:region`.
 */
export function promisesOf(text: string): Workspace {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const journeys = journeyLines(lines).map((own, index) => [`journey-${index}.yaml`, journeyText(own)]);
  const others = lines.filter((line) => !/^(?:journey|stage|step) /.test(line)).map((line, index) => [`${index}.yaml`, documentText(line)]);
  return workspaceOf(Object.fromEntries([...journeys, ...others]) as { readonly [path: string]: string });
}

/** What is said about the promise `whole` of such a workspace. */
export function proofOf(text: string): PromiseProof {
  const [proof] = proveJourney(promisesOf(text), 'test')!.promises;
  if (proof?.promise !== 'whole') throw new Error('no promise');
  return proof;
}

/** What is said about its first target, or another one. */
export function targetOf(text: string, index = 0): TargetProof {
  const target = proofOf(text).targets[index];
  if (target === undefined) throw new Error('no target');
  return target;
}

/** The verdict on a target and the sorts of premises that are missing, each once. */
export function told(text: string, index = 0): readonly string[] {
  const { verdict, premises } = targetOf(text, index);
  return [verdict, ...new Set(premises.map(({ kind }) => kind))];
}

/** The hours that are left of a target on its longest path, and the percent of the cases. */
export function left(text: string, index = 0): readonly (number | undefined)[] {
  const { slack } = targetOf(text, index);
  return [slack && slack.seconds / 3600, slack && slack.shortfall / 10_000];
}

function journeyLines(lines: readonly string[]): readonly (readonly string[])[] {
  const own = lines.filter((line) => /^(?:journey|stage|step) /.test(line));
  return groupsFrom('journey ', own[0]?.startsWith('journey ') === true ? own : ['journey test', ...own]);
}

/** Lines in groups that begin with a word. */
function groupsFrom(word: string, lines: readonly string[]): readonly (readonly string[])[] {
  const starts = lines.flatMap((line, index) => (line.startsWith(word) ? [index] : []));
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

function journeyText([first, ...lines]: readonly string[]): string {
  const { head, fields } = read(first!);
  const id = head.split(' ')[1]!;
  const stages = groupsFrom('stage ', lines[0]?.startsWith('stage ') === true ? lines : ['stage only', ...lines]);
  return `{${header('Journey', id, fields)}${id === 'test' ? ', slas: [whole]' : ''}${fields}, stages: [${stages.map(stageText).join(', ')}]}\n`;
}

function stageText([first, ...steps]: readonly string[]): string {
  const { head, targets, fields } = read(first!);
  return `{id: ${head.split(' ')[1]!}, title: A stage${inPlace(targets)}${fields}, steps: [${steps.map(stepText).join(', ')}]}`;
}

function stepText(line: string): string {
  const { head, clock, targets, fields } = read(line);
  const [, id, ...events] = head.split(' ');
  const happens = [...eventsOf(events.join(' ')), ...(clock === '' ? [] : [clock])];
  return `{id: ${id!}, title: A step, lane: backstage${happens.length === 0 ? '' : `, events: {${happens.join(', ')}}`}${inPlace(targets)}${fields}}`;
}

function inPlace(targets: readonly string[]): string {
  return targets.length === 0 ? '' : `, promise: ${targets[0]!}`;
}

function eventsOf(text: string): readonly string[] {
  const [start = '', complete = ''] = text.split('>').map((event) => event.trim());
  return [...(start === '' ? [] : [`start: ${start}`]), ...(complete === '' ? [] : [`complete: ${complete}`])];
}

function documentText(line: string): string {
  const { head, clock, targets, fields } = read(line);
  const [word, ...rest] = head.split(' ');
  if (word === 'calendar') return calendarText(rest, fields);
  if (word === 'persona') return personaText(rest);
  if (word === 'system') return systemText(rest);
  if (word === 'standard') return `{apiVersion: waymark/v1, kind: Workspace, id: small, title: Test, namespace: test, organisation: Test, timezone: UTC, defaultCalendar: ${rest[0]!}}\n`;
  if (word === 'variant') return `{${header('Journey', rest[0]!, 'status:')}, status: active, extends: test@^0.1${fields}}\n`;
  const [id, points] = word === 'whole' ? ['whole', rest] : [rest[0]!, rest.slice(1)];
  const [starts, stops] = points.join(' ').split(' > ') as [string, string];
  const underpins = word === 'whole' || fields.includes('underpins:') ? '' : ', underpins: [whole]';
  return `{${header('Sla', id, fields)}, clock: {start: [${starts}], stop: [${stops}]${clock === '' ? '' : `, ${clock}`}}, targets: [${targets.join(', ')}]${underpins}${fields}}\n`;
}

function calendarText([id, ...words]: readonly string[], fields: string): string {
  const [from, until] = words.at(-1)!.split('-').map((hour) => (hour.includes(':') ? hour : `${hour}:00`)) as [string, string];
  const days = words.slice(0, -1).map((day) => `${day}: ["${from}-${until}"]`);
  const horizon = fields.includes('horizon:') ? '' : ', horizon: {from: 2026-01-01, until: 2027-01-01}';
  const zone = fields.includes('timezone:') ? '' : ', timezone: UTC';
  return `{${header('Calendar', id!)}, weekly: {${days.join(', ')}}${zone}${horizon}${fields}}\n`;
}

function personaText([id, tier, share]: readonly string[]): string {
  return `{${header('Persona', id!)}${tier === undefined || tier === '-' ? '' : `, tier: {name: ${tier}}`}${share === undefined ? '' : `, share: ${share}`}}\n`;
}

function systemText([id, percent]: readonly string[]): string {
  return `{${header('System', id!)}, type: crm${percent === undefined ? '' : `, objectives: [{metric: availability, target: ${percent}, window: P1M, escalation: on-call}]`}}\n`;
}

function header(kind: string, id: string, fields = ''): string {
  return `apiVersion: waymark/v1, kind: ${kind}, id: ${id}, title: Test, version: 0.1.0, owner: claims${fields.includes('status:') ? '' : ', status: draft'}`;
}

interface Line {
  readonly head: string;
  /** What stands between braces: more of a clock, or more events. */
  readonly clock: string;
  readonly targets: readonly string[];
  /** What stands after the bar, to be put behind other fields. */
  readonly fields: string;
}

function read(line: string): Line {
  const [said, ...more] = line.split(' | ');
  const [, head, clock = '', targets] = /^([^{]+?)(?: \{(.*)\})?(?:: ([^{}]+))?$/.exec(said!) ?? [];
  if (head === undefined) throw new Error(`cannot read ${line}`);
  return { head, clock, targets: targets === undefined ? [] : targets.split('; ').map(targetText), fields: more.length === 0 ? '' : `, ${more.join(' | ')}` };
}

function targetText(text: string): string {
  const words = text.trim().split(' ');
  const fields = words.map((word, index) => {
    if (word.endsWith('%')) return `percent: ${word.slice(0, -1)}`;
    if (words[index - 1] === 'each') return `each: ${word}`;
    const [group, dimension] = word.split(':');
    if (dimension !== undefined) return `${dimension}: ${group}`;
    return word === 'each' ? '' : `within: ${word}`;
  });
  return `{${fields.filter((field) => field !== '').join(', ')}}`;
}
