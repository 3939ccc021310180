import { completeOf, failOf, journeyId, startOf, type Case, type CaseCalendar, type CaseClock, type CasePart, type CasePromise, type CaseStep, type CaseTarget, type CaseWay } from './case.js';

/** The files of a workspace that says what the case says, by path. */
export function toYaml(given: Case): { readonly [path: string]: string } {
  return {
    'waymark.yaml': workspaceText,
    'directory.yaml': directoryText(given),
    'journey.yaml': journeyText(given),
    ...Object.fromEntries(given.calendars.map((calendar) => [`calendars/${calendar.id}.yaml`, calendarText(calendar)])),
    ...Object.fromEntries(documents(given).map((promise) => [`slas/${promise.id}.yaml`, slaText(given, promise)])),
  };
}

const workspaceText = `apiVersion: waymark/v1
kind: Workspace
id: oracle
title: Oracle
namespace: example.oracle
organisation: Example AG
timezone: Europe/Berlin
languages: [en]
regions: [AT, DE, GB]
`;

/** A part in place is written at its step and has no document. */
function documents({ promise, parts }: Case): readonly (CasePromise | CasePart)[] {
  return [promise, ...parts.filter(({ place }) => place.kind !== 'in-place')];
}

function header(kind: string, id: string, title: string): string {
  return `apiVersion: waymark/v1
kind: ${kind}
id: ${id}
title: ${title}
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: desk
`;
}

function directoryText(given: Case): string {
  const known = given.groups.filter(({ persona }, index) => given.groups.findIndex((each) => each.persona === persona) === index);
  const personas = known.map(({ persona, tier }, index) => `  ${persona}: {title: ${persona}, type: customer${tier === undefined ? '' : `, tier: {name: ${tier}, rank: ${index}}`}${index === 0 ? ', fallback: true' : ''}}\n`);
  return `${header('Directory', 'around', 'Who and what serves customers')}teams:
  desk: {title: Desk, function: service, people: [{id: a-huber, handles: [a-huber]}], roles: [{id: lead, person: a-huber}]}
systems:
  core: {title: Core, type: crm, emits: [${eventsOf(given).map((event) => `{event: ${event}, caseKey: id, timestamp: at}`).join(', ')}]}
personas:
${personas.join('')}`;
}

/** Events that a system tells: every one that does not follow from a step's id. */
function eventsOf({ steps }: Case): readonly string[] {
  const names = steps.flatMap((step) => [startOf(step), completeOf(step), ...(fails(step) ? [failOf(step)] : []), ...(step.beside === undefined ? [] : [step.beside.start, step.beside.complete])]);
  return [...new Set(names)].filter((name) => !name.includes('.'));
}

function fails({ ways, fail }: CaseStep): boolean {
  return fail !== undefined || ways.some(({ after }) => after === 'fail');
}

function calendarText(calendar: CaseCalendar): string {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const weekly = days.flatMap((day, index) => {
    const windows = calendar.week[index]!.map(([from, to]) => `"${clock(from)}-${to === 1440 ? '24:00' : clock(to % 1440)}"`);
    return windows.length === 0 ? [] : [`${day}: [${windows.join(', ')}]`];
  });
  const holidays = calendar.holidays.map((day) => `{date: ${dayAfter(calendar.from, day)}, name: Closed}`);
  return `${header('Calendar', calendar.id, `Hours of ${calendar.id}`)}timezone: ${calendar.zone}
weekly: {${weekly.join(', ')}}
${calendar.dayLength === undefined ? '' : `dayLength: ${minutes(calendar.dayLength)}\n`}${holidays.length === 0 ? '' : `holidays: [${holidays.join(', ')}]\n`}horizon: {from: ${calendar.from}, until: ${dayAfter(calendar.from, calendar.days)}}
`;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function slaText(given: Case, promise: CasePromise | CasePart): string {
  const isPart = 'place' in promise;
  return `${header('Sla', promise.id, `Promise ${promise.id}`)}type: ${isPart ? 'ola' : 'sla'}
metric: duration
provider: desk
consumer: ${isPart ? 'desk' : 'customer'}
clock: ${clockText(promise.clock)}
calendar: ${promise.calendar}
targets: [${promise.targets.map((target) => targetText(given, promise, target)).join(', ')}]
window: ${promise.window}
${isPart ? `underpins: [${given.promise.id}]\n` : ''}`;
}

function clockText({ start, stop, pauses, resets, cancels }: CaseClock): string {
  const pauseText = (pauses ?? []).map(({ from, to, max }) => `{from: ${from}, to: ${to}${max === undefined ? '' : `, max: ${minutes(max)}`}}`);
  return `{start: ${listText(start)}, stop: ${listText(stop)}${pauseText.length === 0 ? '' : `, pause: [${pauseText.join(', ')}]`}${resets === undefined ? '' : `, reset: [${resets.join(', ')}]`}${cancels === undefined ? '' : `, cancel: [${cancels.join(', ')}]`}}`;
}

function listText(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `[${names.join(', ')}]`;
}

/** What is left out is what holds without it. */
function targetText(given: Case, { calendar }: CasePromise, { tier, persona, region, within, kept, each }: CaseTarget): string {
  const fields = [...(tier === undefined ? [] : [`tier: ${tier}`]), ...(persona === undefined ? [] : [`persona: ${persona}`]), ...(region === undefined ? [] : [`region: ${region}`]), `within: ${duration(given, calendar, within)}`, ...(kept === 1_000_000 ? [] : [`percent: ${decimal(kept, 4)}`])];
  return `{${[...fields, ...(each === 'pool' ? [] : [`each: ${each}`])].join(', ')}}`;
}

/** A whole number of days of the calendar is written so, if it has a length of day. */
function duration({ calendars }: Case, calendar: string, length: number): string {
  const day = calendar === '24x7' ? 1440 : calendars.find(({ id }) => id === calendar)?.dayLength;
  return day !== undefined && length % day === 0 ? `${length / day}d` : minutes(length);
}

function minutes(length: number): string {
  const [hours, rest] = [Math.floor(length / 60), length % 60];
  return hours === 0 ? `${rest}m` : `${hours}h${rest === 0 ? '' : `${rest}m`}`;
}

/** A whole number of millionths with the point moved: 985,000 with 4 places is 98.5. */
function decimal(millionths: number, places: number): string {
  const digits = String(millionths).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}

function journeyText(given: Case): string {
  return `${header('Journey', journeyId, 'Trip')}customerGoal: It is done in time
scope: {regions: [AT, DE, GB]}
personas: [${[...new Set(given.groups.map(({ persona }) => persona))].join(', ')}]
slas: [${given.promise.id}]
stages:
  - id: all
    title: All of it
    steps:
${[...given.steps.map((step) => stepText(given, step)), ...given.steps.flatMap(besideText)].map((text) => `      - {${text}}\n`).join('')}`;
}

function stepText(given: Case, step: CaseStep): string {
  const named = given.parts.find(({ place }) => place.kind === 'step' && place.step === step.id);
  return [
    `id: ${step.id}, title: Step ${step.id}, lane: backstage`,
    ...eventsText(step),
    ...(step.isOptional === true ? ['when: it is needed'] : []),
    ...(step.waitsFor === undefined ? [] : [`waitsFor: [${step.waitsFor.join(', ')}]`]),
    ...(named === undefined ? [] : [`sla: ${named.id}`]),
    ...inPlaceText(given, step),
    ...nextText(given, step),
    ...meanwhileText(step),
    ...(step.end === undefined ? [] : [`end: ${step.end}`]),
  ].join(', ');
}

/** Last in the file, so that no step leads to it by the order. */
function besideText({ id, beside }: CaseStep): readonly string[] {
  if (beside === undefined) return [];
  return [`id: beside, title: Beside, lane: backstage, events: {start: ${beside.start}, complete: ${beside.complete}}, ${beside.kind === 'alongside' ? `alongside: ${id}` : 'end: side'}`];
}

function meanwhileText({ beside }: CaseStep): readonly string[] {
  if (beside === undefined || beside.kind === 'alongside') return [];
  return [`meanwhile: [{${beside.kind === 'after' ? 'after: 30m' : 'every: 1h, times: 2'}, to: beside}]`];
}

function eventsText(step: CaseStep): readonly string[] {
  const events = [...(step.start === undefined ? [] : [`start: ${step.start}`]), ...(step.complete === undefined ? [] : [`complete: ${step.complete}`]), ...(fails(step) ? [`fail: ${failOf(step)}`] : [])];
  return events.length === 0 ? [] : [`events: {${events.join(', ')}}`];
}

function inPlaceText(given: Case, step: CaseStep): readonly string[] {
  const part = given.parts.find(({ place }) => place.kind === 'in-place' && place.step === step.id);
  if (part === undefined) return [];
  const { within, kept, each } = part.targets[0]!;
  const fields = [`within: ${duration(given, part.calendar, within)}`, ...(kept === 1_000_000 ? [] : [`percent: ${decimal(kept, 4)}`]), ...(each === 'tier' ? [] : [`each: ${each}`])];
  const own = [...(part.window === given.promise.window ? [] : [`window: ${part.window}`]), ...(part.calendar === given.promise.calendar ? [] : [`calendar: ${part.calendar}`])];
  return [`promise: {${[...fields, ...own].join(', ')}}`];
}

/** The order of the steps says it where one plain way leads to the next, and `waitsFor` where a branch ends. */
function nextText(given: Case, step: CaseStep): readonly string[] {
  const written = step.ways.filter(({ isOnFail }) => isOnFail !== true);
  const onFail = step.ways.flatMap(({ isOnFail, to }) => (isOnFail === true ? [`onFail: ${to}`] : []));
  const [only, ...others] = written;
  if (only === undefined) return onFail;
  if (others.length === 0 && isImplied(given, step, only)) return onFail;
  const ways = written.map((way, index) => wayText(given, step, way, index === written.length - 1));
  return [...onFail, step.split === 'choice' ? `next: [${ways.join(', ')}]` : `next: {${step.split}: [${ways.join(', ')}]}`];
}

function isImplied(given: Case, step: CaseStep, way: CaseWay): boolean {
  if (way.after === 'fail' || way.repeats !== undefined || slaOfWay(given, step, way) !== undefined) return false;
  const target = given.steps.find(({ id }) => id === way.to)!;
  const isWaited = given.steps.some(({ waitsFor }) => waitsFor?.includes(step.id));
  return isWaited ? target.waitsFor?.includes(step.id) === true : given.steps.indexOf(target) === given.steps.indexOf(step) + 1;
}

function wayText(given: Case, step: CaseStep, way: CaseWay, isLast: boolean): string {
  const { to, after, share, repeats } = way;
  const sla = slaOfWay(given, step, way);
  const isOtherwise = step.split !== 'choice' || after === 'fail' || isLast;
  return `{${[
    `to: ${to}`,
    ...(after === 'fail' ? [`when: {event: ${failOf(step)}}`] : isOtherwise ? [] : [`when: reason ${step.ways.indexOf(way) + 1}`]),
    ...(share === undefined ? [] : [`share: ${decimal(share, 6)}`]),
    ...(repeats === undefined ? [] : [`repeats: ${repeats}`]),
    ...(sla === undefined ? [] : [`sla: ${sla}`]),
  ].join(', ')}}`;
}

function slaOfWay({ parts }: Case, { id }: CaseStep, { to }: CaseWay): string | undefined {
  return parts.find(({ place }) => place.kind === 'ways' && place.ways.some((way) => way[0] === id && way[1] === to))?.id;
}
