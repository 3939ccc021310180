import { secondsOf, wallDay } from '../../../analysis/promised-time.js';
import { recoveryBound, type RecoveryBound } from '../../../analysis/recovery.js';
import { formatDuration } from '../../../base/duration.js';
import { someOf } from '../../../base/words.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const lostCard = (resilience: string): string => activeJourney('lost-card', 'report', `      - {id: report, title: Customer reports the loss, lane: customer, channel: app, systems: [card-app]}
      - {id: block, title: We block the card, lane: backstage, systems: [card-core], end: success}
resilience: ${resilience}
`);
const cardSystem = (id: string, rto: string): string => activeDocument('System', id, `type: erp\nrecovery: {rto: ${rto}}\n`);
const systems = { 'core.yaml': cardSystem('card-core', '4h'), 'app.yaml': cardSystem('card-app', '2h') };

/** A journey that is promised back before its systems are. */
export const recoveryInTime: Rule = {
  id: 'sla/recovery-in-time',
  code: 'SLA-017',
  summary: 'A journey is not promised back sooner than the systems are that it stands still without.',
  rationale: 'In an outage the customer is told when it will be over. If the systems need longer, that was known before and nobody added it up.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S1.D20'],
  examples: {
    valid: [
      { title: 'The slowest system is back in time', files: { ...systems, 'journey.yaml': lostCard('{rto: 4h}') } },
      { title: 'Without the slow one the step goes on', files: { ...systems, 'journey.yaml': lostCard('{rto: 2h}').replace('systems: [card-core]', 'systems: [card-core], dependsOn: [{system: card-core, mode: degraded}]') } },
    ],
    invalid: [
      {
        title: 'One system takes longer',
        files: { ...systems, 'journey.yaml': lostCard('{rto: 2h}') },
        at: '2h',
        message: 'Journey `lost-card` is promised back within 2h, and its systems need up to 4h when all are brought back at the same time: `card-core` 4h and `card-app` 2h.',
      },
      {
        title: 'One after the other they take longer',
        files: { ...systems, 'journey.yaml': lostCard('{rto: 5h, recovery: sequential}') },
        at: '5h',
        message: 'Journey `lost-card` is promised back within 5h, and its systems need up to 6h when they are brought back one after the other: `card-core` 4h and `card-app` 2h.',
      },
    ],
  },
  checkJourneys: ({ workspace }) =>
    function* (journey) {
      const { rto } = journey.spec.value.resilience ?? {};
      const promised = rto === undefined ? undefined : secondsOf(rto, wallDay);
      if (promised === undefined) return;
      const bound = recoveryBound(journey, workspace);
      if (bound.seconds <= promised) return;
      yield {
        at: { spec: journey.spec, path: ['resilience', 'rto'] },
        message: `Journey \`${journey.id}\` is promised back within ${rto}, and its systems need up to ${inHours(bound.seconds)} when ${wayOf(bound)}: ${someOf(bound.parts.map(({ system, rto: own }) => `\`${system.id}\` ${own}`))}.`,
        hint: 'Promise what the systems can keep, have them come back faster, or write at the step what is done without the system: `dependsOn: [{system: ..., fallback: {text: ...}}]`.',
        tellsOf: bound.parts.map(({ system }) => system),
      };
    },
};

function wayOf({ recovery }: RecoveryBound): string {
  return recovery === 'parallel' ? 'all are brought back at the same time' : 'they are brought back one after the other';
}

function inHours(seconds: number): string {
  return formatDuration({ months: 0, days: 0, seconds });
}
