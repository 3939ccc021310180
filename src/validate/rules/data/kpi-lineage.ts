import { joinProblems } from '../../../analysis/kpi/case-keys.js';
import { eventsOfKpi, producersOf, type KpiEvent } from '../../../analysis/kpi-inputs.js';
import { listOf, quoted } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const shop = activeDocument('System', 'shop', `emits: [{event: order-placed}]
`);

const kpi = (source: string): string => activeDocument('Kpi', 'orders', `formula: {count: events, where: {event: order-placed}}
anchor: order-placed
${source}`);

/** A KPI that cannot be followed back to the systems that it comes from. */
export const kpiLineage: Rule = {
  id: 'data/kpi-lineage',
  code: 'DAT-014',
  summary: 'Every KPI names the systems that its events come from.',
  rationale: 'When somebody doubts a number, it must be possible to follow it back to where it was counted.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M5.5'],
  silencedBy: [{ code: 'REF-001', within: 'spec' }],
  examples: {
    valid: [{ title: 'The system that tells the event', files: { 'shop.yaml': shop, 'kpi.yaml': kpi('source: [shop]\n') } }],
    invalid: [
      {
        title: 'Another system',
        files: { 'shop.yaml': shop, 'kpi.yaml': kpi('source: [crm]\n') },
        at: 'order-placed',
        message: 'KPI `orders` counts `order-placed`, which `shop` tells, but does not name `shop` as a source.',
      },
      {
        title: 'No system at all',
        files: { 'shop.yaml': shop, 'kpi.yaml': kpi('') },
        at: 'orders',
        message: 'KPI `orders` does not say which systems its events come from.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.all('Kpi')) yield* missingSources(each, workspace);
  },
};

function* missingSources(kpiSpec: Spec<'Kpi'>, workspace: Workspace): Iterable<Finding> {
  const { id, source = [] } = kpiSpec.value;
  const told = new Set<string>(source);
  const missing = eventsOfOwnCases(kpiSpec, workspace).flatMap(({ event, path }) => {
    const systems = producersOf(workspace, event).map(({ spec }) => spec.id);
    const known = systems.length === 0 || systems.some((system) => told.has(system));
    systems.forEach((system) => told.add(system));
    return known ? [] : [{ event, path, systems }];
  });
  if (missing.length === 0) return;
  if (source.length === 0) {
    const systems = [...new Set(missing.flatMap((each) => each.systems))];
    yield { at: { spec: kpiSpec, path: ['id'] }, message: `KPI \`${id}\` does not say which systems its events come from.`, hint: `Add \`source: [${systems.join(', ')}]\`.` };
    return;
  }
  for (const { event, path, systems } of missing) {
    const named = listOf(quoted(systems), 'or');
    yield { at: { spec: kpiSpec, path }, message: `KPI \`${id}\` counts \`${event}\`, which ${named} tells, but does not name ${named} as a source.`, hint: `Add ${named} to \`source\` of the KPI.` };
  }
}

/** An anchor event of other cases is told by itself: its system is no source that is forgotten. */
function eventsOfOwnCases(kpiSpec: Spec<'Kpi'>, workspace: Workspace): readonly KpiEvent[] {
  const isStray = joinProblems(workspace, kpiSpec).some(({ path }) => path[0] === 'anchor');
  return eventsOfKpi(kpiSpec).filter(({ path }) => !isStray || path[0] !== 'anchor');
}
