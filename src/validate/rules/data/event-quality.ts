import { eventsOfKpi } from '../../../analysis/kpi-inputs.js';
import type { Entry } from '../../../model/registers.js';
import { isActive } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { EmittedEvent } from '../../../schema/kinds/system.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const shop = (quality: string): string => activeDocument('System', 'shop', `emits:
  - {event: order-placed${quality}}
`);

const kpi = activeDocument('Kpi', 'orders', `formula: {count: events, where: {event: order-placed}}
source: [shop]
`);

/** Events that KPIs are computed from and that nobody checks on the way in. */
export const eventQuality: Rule = {
  id: 'data/event-quality',
  code: 'DAT-015',
  summary: 'Events that KPIs are computed from are checked on the way in, and each check has a team that repairs what fails.',
  rationale: 'A number is only as good as the events behind it. Unchecked, a broken system looks like happy customers.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M5.4'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }],
  examples: {
    valid: [{ title: 'A check with a team', files: { 'kpi.yaml': kpi, 'shop.yaml': shop(', quality: [{rule: completeness, threshold: 99, owner: claims}]') } }],
    invalid: [
      {
        title: 'No check',
        files: { 'kpi.yaml': kpi, 'shop.yaml': shop('') },
        at: 'order-placed',
        message: 'KPI `orders` is computed from event `order-placed`, which nothing checks on the way in.',
      },
      {
        title: 'A check that nobody answers for',
        files: { 'kpi.yaml': kpi, 'shop.yaml': shop(', quality: [{rule: completeness, threshold: 99}]') },
        at: 'completeness',
        message: 'Nobody repairs what fails the check of completeness on event `order-placed`, from which KPI `orders` is computed.',
      },
    ],
  },
  *check({ workspace }) {
    for (const [event, kpiId] of eventsThatFeedKpis(workspace)) {
      for (const producer of workspace.registers.events.get(event)?.producers ?? []) yield* unchecked(producer, kpiId);
    }
  },
};

/** Events that a KPI in force is computed from, each with the first such KPI. */
function eventsThatFeedKpis(workspace: Workspace): ReadonlyMap<string, string> {
  const feeding = new Map<string, string>();
  for (const each of workspace.all('Kpi').filter(isActive)) {
    for (const { event } of eventsOfKpi(each)) if (!feeding.has(event)) feeding.set(event, each.id);
  }
  return feeding;
}

function* unchecked({ id, value, spec, path }: Entry<EmittedEvent>, kpiId: string): Iterable<Finding> {
  const { quality = [] } = value;
  if (quality.length === 0) {
    yield { at: { spec, path: [...path, 'event'] }, message: `KPI \`${kpiId}\` is computed from event \`${id}\`, which nothing checks on the way in.`, hint: `Add a check to the event, for example \`quality: [{rule: completeness, threshold: 99, onFail: warn, owner: ${spec.owner}}]\`.` };
  }
  for (const [index, { rule, owner }] of quality.entries()) {
    if (owner === undefined) yield { at: { spec, path: [...path, 'quality', index, 'rule'] }, message: `Nobody repairs what fails the check of ${rule} on event \`${id}\`, from which KPI \`${kpiId}\` is computed.`, hint: `Add \`owner:\` with the team that does, for example \`owner: ${spec.owner}\`.` };
  }
}
