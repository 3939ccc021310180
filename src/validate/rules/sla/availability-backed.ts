import { availabilityBound } from '../../../analysis/availability.js';
import { specName } from '../../../analysis/spec-words.js';
import { millionths, percentText } from '../../../base/exact.js';
import { sentence, someOf } from '../../../base/words.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const cardSystem = (objective: string, id = 'card-core'): string => activeDocument('System', id, `type: erp\nobjectives: [{${objective}}]\n`);
const sla = (percent: number): string => activeDocument('Sla', 'card-line', `type: sla\nmetric: availability\nprovider: claims\nconsumer: customer\ncalendar: 24x7\ntargets: [{percent: ${percent}}]\nwindow: P1M\n`);
const lostCard = activeJourney('lost-card', 'report', `      - {id: report, title: Customer reports the loss, lane: customer, channel: app, systems: [card-app]}
      - {id: block, title: We block the card, lane: backstage, systems: [card-core], end: success}
slas: [card-line]
`);
const systems = {
  'core.yaml': cardSystem('metric: availability, target: 99.9, window: P1M, escalation: claims#lead'),
  'app.yaml': cardSystem('metric: availability, target: 99.5, window: P1M, escalation: claims#lead', 'card-app'),
};

/** A threshold that wakes nobody, and a journey that is promised to be there more often than its systems are. */
export const availabilityBacked: Rule = {
  id: 'sla/availability-backed',
  code: 'SLA-015',
  summary: 'Somebody is called when a system misses its availability or success rate, and no journey is promised to be available more than its systems allow.',
  rationale: 'A threshold that calls nobody is decoration. Outages of several systems add up: a journey over five systems of 99.9 % is not there 99.9 % of the time.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M2.6'],
  examples: {
    valid: [
      { title: 'Somebody is called, and the promise leaves room for both systems', files: { ...systems, 'sla.yaml': sla(99.4), 'journey.yaml': lostCard } },
      { title: 'A slow answer is told by the queue, and calls nobody', files: { 'core.yaml': cardSystem('metric: latency, target: 2s, window: P1M') } },
    ],
    invalid: [
      {
        title: 'Nobody is called',
        files: { 'core.yaml': cardSystem('metric: availability, target: 99.9, window: P1M') },
        at: 'availability',
        message: 'Nobody is called when system `card-core` misses its availability of 99.9 %.',
      },
      {
        title: 'More is promised than the two systems give together',
        files: { ...systems, 'sla.yaml': sla(99.5), 'journey.yaml': lostCard },
        at: '99.5',
        message: 'SLA `card-line` promises that journey `lost-card` is available 99.5 % of the time, and its systems give 99.4 % together: `card-app` 99.5 % and `card-core` 99.9 %.',
      },
    ],
  },
  *check({ workspace }) {
    for (const spec of workspace.all('System')) yield* unheard(spec);
    const users = availabilityPromises(workspace);
    for (const [spec, journeys] of users) for (const each of journeys) yield* overpromised(workspace, spec, each);
  },
};

function* unheard(spec: Spec<'System'>): Iterable<Finding> {
  for (const [index, { metric, target, escalation }] of (spec.value.objectives ?? []).entries()) {
    if (escalation !== undefined || target === undefined || (metric !== 'availability' && metric !== 'success-rate')) continue;
    yield {
      at: { spec, path: ['objectives', index, 'metric'] },
      message: `Nobody is called when ${specName(spec)} misses its ${metric === 'availability' ? 'availability' : 'success rate'} of ${String(target)} %.`,
      hint: 'Add `escalation:` with the role that is called, as the id of its team, `#`, and the id of the role.',
    };
  }
}

/** Promises of availability, with the active journeys that name them. */
function availabilityPromises(workspace: Workspace): ReadonlyMap<Spec<'Sla'>, readonly JourneyModel[]> {
  const promises = workspace.all('Sla').filter(({ value }) => value.metric === 'availability');
  if (promises.length === 0) return new Map();
  const users = (id: string): readonly JourneyModel[] => workspace.journeys.filter(({ spec }) => spec.status !== 'retired' && spec.status !== 'draft' && spec.value.slas?.includes(id) === true);
  return new Map(promises.map((spec) => [spec, users(spec.id)]));
}

/** Systems of which nothing is known can only make it worse, so a promise above what the others give is broken in any case. */
function* overpromised(workspace: Workspace, spec: Spec<'Sla'>, journey: JourneyModel): Iterable<Finding> {
  const { window, targets = [] } = spec.value;
  const bound = availabilityBound(journey, workspace, window);
  for (const [index, { percent = 100 }] of targets.entries()) {
    const promised = millionths(percent);
    if (promised === undefined || promised <= bound.kept) continue;
    yield {
      at: { spec, path: targets[index]!.percent === undefined ? ['targets', index] : ['targets', index, 'percent'] },
      message: `${sentence(specName(spec))} promises that ${specName(journey.spec)} is available ${percent} % of the time, and its systems give ${percentText(bound.kept)} % together: ${someOf(bound.parts.map(({ system, kept }) => `\`${system.id}\` ${percentText(kept)} %`))}.`,
      hint: 'Promise what the systems give together, raise what they aim for, or write at the step what is done without the system: `dependsOn: [{system: ..., fallback: {text: ...}}]`.',
      proof: { journey: journey.id, promise: spec.id },
    };
  }
}
