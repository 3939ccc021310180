import { systemsOf } from '../../../analysis/system-use.js';
import { dayBefore, isDay, type CalendarDay } from '../../../base/date.js';
import { groupBy } from '../../../base/groups.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Scenario } from '../../../schema/kinds/journey.js';
import { activeJourney } from '../../example-texts.js';
import type { Finding, Place, Rule } from '../../rule.js';

const longestAgo = 'P12M';

const journey = (exercised: string): string => activeJourney('lost-card', 'report', `      - {id: report, title: Customer reports the loss, lane: customer, channel: app, systems: [card-core], onFail: call, end: success}
      - {id: call, title: Agent takes the report, lane: frontstage, channel: phone, end: success}
resilience:
  scenarios:
    - {id: core-down, loses: {system: card-core}, fallback: {step: call}${exercised}}
`);

const vitalSystem = 'apiVersion: waymark/v1\nkind: System\nid: card-core\ntitle: Cards\nversion: 1.0.0\nstatus: active\nowner: claims\ncriticality: 1\n';

function test(date: string, scenario = 'core-down', type = 'test'): string {
  return `apiVersion: waymark/v1\nkind: Record\nid: test-1\ntype: ${type}\ndate: ${date}\nby: [claims#lead]\nsubject: [lost-card@1.0.0]\nscenario: ${scenario}\n`;
}

/** A vital system whose loss nobody has practised. */
export const outageExercised: Rule = {
  id: 'resilience/outage-exercised',
  code: 'RES-001',
  summary: 'For each vital system it is written what is done without it, and that was tried within the last twelve months.',
  rationale: 'A plan for an outage that nobody tried fails on the day it is needed, before all customers at once.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S1.D21'],
  silencedBy: [{ code: 'REF-001', within: 'workspace' }, { code: 'REF-002', within: 'name' }],
  examples: {
    valid: [{ title: 'Tried in spring', files: { 'journey.yaml': journey(', exercised: test-1'), 'system.yaml': vitalSystem, 'record.yaml': test('2026-04-02') } }],
    invalid: [
      {
        title: 'Nobody has thought about it',
        files: { 'journey.yaml': journey('').replace(/resilience:[^]*/, ''), 'system.yaml': vitalSystem },
        at: '1',
        message: 'System `card-core` is vital for journey `lost-card`, and no scenario says what is done without it.',
      },
      { title: 'Never tried', files: { 'journey.yaml': journey(''), 'system.yaml': vitalSystem }, at: 'core-down', message: 'Scenario `core-down`, the loss of the vital system `card-core`, was never exercised.' },
      {
        title: 'Tried two years ago',
        files: { 'journey.yaml': journey(', exercised: test-1'), 'system.yaml': vitalSystem, 'record.yaml': test('2024-10-01') },
        at: 'test-1',
        message: 'Scenario `core-down`, the loss of the vital system `card-core`, was last exercised on 2024-10-01, more than twelve months ago.',
      },
      {
        title: 'The Record is no test',
        files: { 'journey.yaml': journey(', exercised: test-1'), 'system.yaml': vitalSystem, 'record.yaml': test('2026-04-02', 'core-down', 'review') },
        at: 'test-1',
        message: 'Scenario `core-down`, the loss of the vital system `card-core`, names `test-1`, which is a review and no test.',
      },
      {
        title: 'The Record is about another scenario',
        files: { 'journey.yaml': `${journey(', exercised: test-1')}    - {id: strike, loses: {team: payments}, fallback: {text: other teams help}}\n`, 'system.yaml': vitalSystem, 'record.yaml': test('2026-04-02', 'strike') },
        at: 'test-1',
        message: 'Scenario `core-down`, the loss of the vital system `card-core`, names `test-1`, which is about `strike`.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    const vital = workspace.all('System').filter((spec) => spec.value.criticality === 1 && isActive(spec));
    if (vital.length === 0) return;
    const [users, prepared] = [usersOf(workspace), scenariosBySystem(workspace)];
    for (const spec of vital) {
      const user = users.get(spec.id);
      if (user === undefined) continue;
      const scenarios = prepared.get(spec.id) ?? [];
      const gaps = scenarios.map((each) => gapOf(workspace, spec, each, asOf));
      if (scenarios.length === 0) yield unprepared(spec, user);
      else if (gaps.every((gap) => gap !== undefined)) yield gaps[0]!;
    }
  },
};

/** For each system, an active journey with a step that runs on it. */
function usersOf({ journeys }: Workspace): ReadonlyMap<string, string> {
  const users = new Map<string, string>();
  for (const { spec, id, steps } of journeys) {
    if (!isActive(spec)) continue;
    for (const system of steps.flatMap((step) => systemsOf(step))) if (!users.has(system)) users.set(system, id);
  }
  return users;
}

interface Prepared {
  readonly scenario: Scenario;
  readonly at: Place;
}

function scenariosBySystem({ journeys }: Workspace): ReadonlyMap<string, readonly Prepared[]> {
  const prepared = journeys
    .filter(({ spec }) => isActive(spec))
    .flatMap(({ spec }) => (spec.value.resilience?.scenarios ?? []).map((scenario, index) => ({ scenario, at: { spec, path: ['resilience', 'scenarios', index] } })));
  return groupBy(prepared, ({ scenario }) => scenario.loses?.system ?? '');
}

function unprepared(spec: Spec<'System'>, user: string): Finding {
  return {
    at: { spec, path: ['criticality'] },
    message: `System \`${spec.id}\` is vital for journey \`${user}\`, and no scenario says what is done without it.`,
    hint: `Add to \`${user}\`: \`resilience: {scenarios: [{id: ${spec.id}-down, loses: {system: ${spec.id}}, fallback: {text: ...}}]}\`, then try it and name the Record in \`exercised\`.`,
  };
}

/** What is missing in a scenario's proof; nothing for a Record that cannot be found, which is told elsewhere. */
function gapOf(workspace: Workspace, system: Spec<'System'>, { scenario, at }: Prepared, asOf: CalendarDay): Finding | undefined {
  const { id, exercised } = scenario;
  const subject = `Scenario \`${id}\`, the loss of the vital system \`${system.id}\`,`;
  const hint = 'Try what the scenario says, and write a Record with `type: test`, its day and `scenario: ' + id + '`. Name that Record in `exercised`.';
  if (exercised === undefined) return { at: { ...at, path: [...at.path, 'id'] }, names: [`scenario ${id}`], message: `${subject} was never exercised.`, hint };
  const record = workspace.find('Record', exercised)?.value;
  const wrong = record === undefined ? undefined : flawOf(record, id, asOf);
  return wrong === undefined ? undefined : { at: { ...at, path: [...at.path, 'exercised'] }, names: [`scenario ${id}`], message: `${subject} ${wrong}.`, hint };
}

function flawOf({ id, type, date, scenario: about }: Spec<'Record'>['value'], scenario: string, asOf: CalendarDay): string | undefined {
  if (type !== 'test') return `names \`${id}\`, which is a ${type} and no test`;
  if (about !== undefined && about !== scenario) return `names \`${id}\`, which is about \`${about}\``;
  const oldest = dayBefore(asOf, longestAgo);
  return isDay(date) && oldest !== undefined && date < oldest ? `was last exercised on ${date}, more than twelve months ago` : undefined;
}
