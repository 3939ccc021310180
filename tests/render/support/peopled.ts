import { loadWorkspaceFrom } from '../../../src/model/load-workspace.js';
import type { Workspace } from '../../../src/model/workspace.js';
import type { Edge, Step } from '../../../src/schema/kinds/step.js';
import { diceOf, type Dice } from '../../proof/oracle/dice.js';
import { randomCase } from '../../proof/oracle/random-case.js';
import { toYaml } from '../../proof/oracle/to-yaml.js';

/** A journey made at random in which teams pass work on to each other and customers feel something, with figures, and with other journeys around it. */
export function peopled(seed: number): Workspace {
  const [files, dice] = [toYaml(randomCase(seed)), diceOf(seed)];
  const plain = loadWorkspaceFrom(files);
  const [journey] = plain.journeys;
  const steps = journey!.steps.map(({ value }) => stepOf(dice, value));
  const cut = dice.below(steps.length + 1);
  const stages = [steps.slice(0, cut), steps.slice(cut)].filter((list) => list.length > 0).map((list, index) => ({ id: `part${index}`, title: `Part ${index}`, steps: list, ...some(dice, 'owner', ['desk', 'field', 'back']), ...(dice.chance(40) ? { raci: raciOf(dice) } : {}) }));
  const handoffs = journey!.transitions.filter(() => dice.chance(15)).map(({ from, to }) => ({ from, to, ...handed(dice) })).filter(({ from, to }, index, all) => all.findIndex((first) => first.from === from && first.to === to) === index);
  const events = [...journey!.steps.flatMap(({ started, completed }) => [started, completed]), 'never-told'];
  const around = { ...(dice.chance(60) ? { parent: 'whole' } : {}), kpis: { primary: ['first'], ...(dice.chance(50) ? { secondary: ['second'] } : {}) } };
  return loadWorkspaceFrom({
    ...files,
    'people.yaml': JSON.stringify(people),
    'first.yaml': kpi('first', dice.pick(events)),
    'second.yaml': kpi('second', dice.pick(events)),
    'journey.yaml': JSON.stringify({ ...journey!.spec.value, ...around, handoffs, stages }),
    'whole.yaml': other('whole'),
    'inner.yaml': other('inner', dice.chance(30) ? { parent: 'whole' } : {}),
    'stranger.yaml': other('stranger'),
    ...(dice.chance(50) ? { 'variant.yaml': JSON.stringify({ ...header('Journey', 'variant'), extends: `${journey!.id}@^1`, overlay: [{ op: 'set', path: 'customerGoal', value: 'It is done here', reason: 'another place' }] }) } : {}),
  });
}

const teams = ['desk', 'field', 'back', 'field#clerk', 'back#nobody'];
const elements = ['photo', 'form', 'iban', 'name', 'case'];
const systems = ['core', 'portal', 'archive'];

const people = {
  ...header('Directory', 'more'),
  teams: { field: { title: 'Field people', roles: [{ id: 'clerk', title: 'Clerk (field)' }] }, back: 'Back office' },
  systems: { portal: 'Portal', archive: 'Archive of all' },
  data: { photo: 'Photo of it', form: 'Form', iban: 'Account' },
};

function header(kind: string, id: string): object {
  return { apiVersion: 'waymark/v1', kind, id, title: `About ${id}`, version: '1.0.0', status: 'active', effective: { from: '2026-01-01' }, owner: 'desk' };
}

function kpi(id: string, event: string): string {
  return JSON.stringify({ ...header('Kpi', id), unit: 'count', formula: { count: 'events', where: { event } } });
}

function other(id: string, more: object = {}): string {
  return JSON.stringify({ ...header('Journey', id), ...more, stages: [{ id: 'all', title: 'All', steps: [{ id: 'do', title: 'Do it', lane: 'customer', end: 'success' }] }] });
}

function some(dice: Dice, field: string, values: readonly unknown[]): object {
  return dice.chance(50) ? { [field]: dice.pick(values) } : {};
}

function subset<Value>(dice: Dice, values: readonly Value[]): readonly Value[] {
  return values.filter(() => dice.chance(40));
}

function stepOf(dice: Dice, step: Step): object {
  const lane = dice.chance(20) ? 'customer' : dice.pick(['frontstage', 'backstage', 'support']);
  const scores = Array.from({ length: 9 }, (_, index) => index / 2 - 2);
  const feels = dice.chance(50) ? { feels: { score: dice.chance(30) ? [dice.pick(scores), dice.pick(scores)] : dice.pick(scores), ...some(dice, 'persona', ['everybody', 'nobody']) } } : {};
  const actor = dice.chance(80) ? { actor: dice.pick([...teams, 'customer', 'partner', ['field', 'field#clerk'], ['customer', 'back']]) } : {};
  const next = Array.isArray(step.next) ? { next: choice(dice, step.next as readonly (string | Edge)[]) } : {};
  const when = step.when !== undefined && dice.chance(50) ? { when: dice.pick([{ event: 'never-told' }, { element: 'form', op: 'in', value: ['short', 'long'] }]) } : {};
  return { ...step, ...next, ...when, ...sortOf(dice), ...feels, ...actor, lane, ...(dice.chance(40) ? { systems: subset(dice, systems) } : {}), ...(dice.chance(10) ? { journey: 'inner' } : {}) };
}

/** What sort of step it is, what it tells, and where. */
function sortOf(dice: Dice): object {
  const sorts = ['action', 'communication', 'form', 'decision', 'approval', 'wait', 'notify', 'delivery'];
  return { ...(dice.chance(40) ? { type: dice.pick(sorts) } : {}), ...(dice.chance(20) ? { message: { text: 'It goes on' } } : {}), ...some(dice, 'channel', ['app', ['letter', 'phone']]) };
}

/** With what each way hands over, and at times with another way to the same step. */
function choice(dice: Dice, edges: readonly (string | Edge)[]): readonly object[] {
  const all = edges.map((edge) => ({ ...(typeof edge === 'string' ? { to: edge } : edge), ...handed(dice) }));
  return dice.chance(40) ? [...all, { ...dice.pick(all), when: 'in another case', ...handed(dice) }] : all;
}

function handed(dice: Dice): object {
  const time = dice.pick([{}, { sla: 'none' }, { sla: 'none', reason: 'same room' }, { sla: 'whole' }]);
  return { ...(dice.chance(70) ? { hands: subset(dice, elements) } : {}), ...time };
}

function raciOf(dice: Dice): object {
  return { ...some(dice, 'responsible', [['desk', 'field#clerk']]), accountable: [dice.pick(teams)], ...some(dice, 'consulted', [['back'], []]), ...some(dice, 'informed', [['customer'], ['desk']]) };
}
