import { exceeds, perSecond, pollsBySystem, type Poll } from '../../../analysis/polling-demand.js';
import { specName } from '../../../analysis/spec-words.js';
import { count, sentence, someOf } from '../../../base/words.js';
import { activeDocument, activeJourney } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const tracking = (refresh: string): string => activeJourney('delivery', 'wait', `      - {id: track, title: Customer looks where the parcel is, lane: customer, channel: web, systems: [tracking], refresh: ${refresh}, end: success}\n`);
const system = activeDocument('System', 'tracking', 'type: web\nlimits: {perSecond: 60}\n');

/** A page that asks more often than the system behind it can answer. */
export const pollingWithinLimits: Rule = {
  id: 'sla/polling-within-limits',
  code: 'SLA-016',
  summary: 'When most people look at once, a system is not asked more often than it can answer.',
  rationale: 'Pages that ask too often bring down the system on the one day on which everybody looks, and then nobody learns anything.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M3.5'],
  silencedBy: [{ code: 'REF-001', within: 'spec' }],
  examples: {
    valid: [{ title: 'At the peak the page asks less often', files: { 'system.yaml': system, 'journey.yaml': tracking('{every: 30s, peakEvery: 2m, atOnce: 6000}') } }],
    invalid: [
      {
        title: 'Everybody asks twice a minute, also at the peak',
        files: { 'system.yaml': system, 'journey.yaml': tracking('{every: 30s, atOnce: 6000}') },
        at: '60',
        message: 'System `tracking` can answer 60 questions a second, and at the peak it is asked 200: 6000 people every 30s at step `track` of journey `delivery`.',
      },
    ],
  },
  *check({ workspace }) {
    const limited = workspace.all('System').filter(({ value }) => value.limits?.perSecond !== undefined);
    if (limited.length === 0) return;
    const polls = pollsBySystem(workspace);
    for (const spec of limited) {
      const [asking, limit] = [polls.get(spec.id) ?? [], spec.value.limits!.perSecond!];
      if (!exceeds(asking, limit)) continue;
      yield {
        at: { spec, path: ['limits', 'perSecond'] },
        message: `${sentence(specName(spec))} can answer ${limit} questions a second, and at the peak it is asked ${perSecond(asking)}: ${someOf(asking.map(wordsOf))}.`,
        hint: 'Let the step ask less often at the peak (`peakEvery`), tell people when something has changed instead, or let the system stand more.',
        tellsOf: asking.map(({ journey }) => journey.spec),
      };
    }
  },
};

function wordsOf({ journey, step, people }: Poll): string {
  const { every, peakEvery } = step.value.refresh!;
  return `${count(people, 'person', 'people')} every ${peakEvery ?? every} at step \`${step.id}\` of journey \`${journey.id}\``;
}
