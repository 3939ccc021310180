import { listOf, quoted } from '../../../base/words.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Scope } from '../../../schema/kinds/journey.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const lostCard = (scope: string): string => activeDocument('Journey', 'lost-card', `scope: {${scope}}
stages:
  - id: report
    title: Report
    lifecycle: support
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, end: success}
`);

const without = (...phases: readonly string[]): string => `excludes: [${phases.map((phase) => `{lifecycle: ${phase}, reason: has a journey of its own}`).join(', ')}]`;

/** A phase of the customer's life that a journey neither covers nor leaves out on purpose. */
export const phasesCovered: Rule = {
  id: 'structure/phases-covered',
  code: 'STR-013',
  summary: 'A journey covers each phase of the customer\'s life, or says why it leaves it out.',
  rationale: 'A phase that nobody has thought of is where customers fall between two journeys.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M1.2'],
  silencedBy: [{ code: 'REF-001', within: 'name' }],
  examples: {
    valid: [{ title: 'One phase covered, four left out with a reason', files: { 'journey.yaml': lostCard(without('acquire', 'onboard', 'use', 'leave')) } }],
    invalid: [
      {
        title: 'Two phases that nobody has thought of',
        files: { 'journey.yaml': lostCard(without('acquire', 'onboard', 'use').replace(/, {lifecycle: use.*/, ']')) },
        at: 'scope',
        message: 'Journey `lost-card` says nothing about the phases `use` and `leave`.',
      },
      {
        title: 'A phase that is left out and covered all the same',
        files: { 'journey.yaml': lostCard(without('acquire', 'onboard', 'use', 'support', 'leave')) },
        at: 'support',
        message: 'Journey `lost-card` leaves out the phase `support`, but stage `report` is in it.',
      },
      {
        title: 'A stage in a phase that the journey does not include',
        files: { 'journey.yaml': lostCard(`includes: [use], ${without('acquire', 'onboard', 'leave')}`) },
        at: 'support',
        message: 'Stage `report` is in the phase `support`, which the scope of journey `lost-card` does not include.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (each) {
      if (each.spec.value.scope !== undefined) yield* findingsOf(each, each.spec.value.scope, workspace.policy.lifecycle);
    },
};

function* findingsOf(journey: JourneyModel, scope: Scope, phases: readonly string[]): Iterable<Finding> {
  const staged = new Set(journey.stages.flatMap(({ value }) => value.lifecycle ?? []));
  const covered = new Set([...staged, ...(scope.includes ?? [])]);
  const excluded = new Set((scope.excludes ?? []).map(({ lifecycle }) => lifecycle));
  yield* contradictions(journey, scope, covered);
  yield* outsideScope(journey, scope, excluded);
  const open = phases.filter((phase) => !covered.has(phase) && !excluded.has(phase));
  if (open.length > 0) yield unspoken(journey, open);
}

function* contradictions({ id, spec, stages }: JourneyModel, scope: Scope, covered: ReadonlySet<string>): Iterable<Finding> {
  for (const [index, { lifecycle }] of (scope.excludes ?? []).entries()) {
    if (!covered.has(lifecycle)) continue;
    const stage = stages.find(({ value }) => value.lifecycle === lifecycle);
    yield {
      at: { spec, path: ['scope', 'excludes', index, 'lifecycle'] },
      message: `Journey \`${id}\` leaves out the phase \`${lifecycle}\`, but ${stage === undefined ? 'includes it as well' : `stage \`${stage.id}\` is in it`}.`,
      hint: 'Delete this line, or correct the phase of the stage.',
    };
  }
}

/** Where a journey lists what it includes, its stages stay within the list. */
function* outsideScope({ id, spec, stages }: JourneyModel, { includes }: Scope, excluded: ReadonlySet<string>): Iterable<Finding> {
  const told = new Set<string>();
  for (const { id: stage, value, path } of includes === undefined ? [] : stages) {
    const phase = value.lifecycle;
    if (phase === undefined || includes?.includes(phase) || excluded.has(phase) || told.has(phase)) continue;
    told.add(phase);
    yield {
      at: { spec, path: [...path, 'lifecycle'] },
      message: `Stage \`${stage}\` is in the phase \`${phase}\`, which the scope of journey \`${id}\` does not include.`,
      hint: `Add \`${phase}\` to \`includes\`, or correct the phase of the stage.`,
    };
  }
}

function unspoken({ id, spec }: JourneyModel, open: readonly string[]): Finding {
  return {
    at: { spec, path: ['scope'], part: 'key' },
    names: open.map((phase) => `phase ${phase}`),
    message: `Journey \`${id}\` says nothing about the ${open.length === 1 ? 'phase' : 'phases'} ${listOf(quoted(open))}.`,
    hint: `Give the stages of that phase \`lifecycle: ${open[0]}\`, or leave it out with a reason, for example \`excludes: [{lifecycle: ${open[0]}, reason: ...}]\`.`,
  };
}
