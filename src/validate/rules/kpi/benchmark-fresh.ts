import { isLonger, longestCycle } from '../../../analysis/review-plan.js';
import { dayBefore, type CalendarDay } from '../../../base/date.js';
import { formatCycle } from '../../../base/duration.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const kpi = (date: string): string => activeDocument('Kpi', 'claims-paid', `benchmark: {source: Association of insurers, value: 0.9, date: ${date}}\n`);
const policy = examplePolicy('cycles: {kpi: P12M}\n');

/** A comparison with what others reached long ago. */
export const benchmarkFresh: Rule = {
  id: 'kpi/benchmark-fresh',
  code: 'KPI-013',
  summary: 'A benchmark is not older than the cycle in which the Policy has KPIs reviewed, a year at least; without such a cycle, than two years.',
  rationale: 'Others have moved on. Who compares with an old number believes to be ahead.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S2.M7.4'],
  examples: {
    valid: [
      { title: 'From last year, and nobody said how often KPIs are reviewed', files: { 'kpi.yaml': kpi('2025-03-15') } },
      { title: 'From this year, where KPIs are reviewed every year', files: { 'policy.yaml': policy, 'kpi.yaml': kpi('2026-03-15') } },
      { title: 'Most benchmarks appear once a year, however often KPIs are reviewed', files: { 'policy.yaml': examplePolicy('cycles: {kpi: P3M}\n'), 'kpi.yaml': kpi('2026-03-15') } },
    ],
    invalid: [
      {
        title: 'Older than two years',
        files: { 'kpi.yaml': kpi('2024-11-21') },
        at: '2024-11-21',
        message: 'The benchmark of KPI `claims-paid` by Association of insurers is of 2024-11-21, more than 2 years ago.',
      },
      {
        title: 'Older than the cycle in which KPIs are reviewed',
        files: { 'policy.yaml': policy, 'kpi.yaml': kpi('2025-03-15') },
        at: '2025-03-15',
        message: 'The benchmark of KPI `claims-paid` by Association of insurers is of 2025-03-15, more than 1 year ago.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    for (const each of workspace.all('Kpi')) yield* judge(each, workspace, asOf);
  },
};

function* judge(spec: Spec<'Kpi'>, workspace: Workspace, asOf: CalendarDay): Iterable<Finding> {
  const { benchmark } = spec.value;
  const limit = benchmark?.date === undefined ? undefined : limitFor(spec, workspace);
  const oldest = limit === undefined ? undefined : dayBefore(asOf, limit);
  if (oldest === undefined || benchmark!.date! >= oldest) return;
  const age = formatCycle(limit!);
  yield {
    at: { spec, path: ['benchmark', 'date'] },
    message: `The benchmark of KPI \`${spec.id}\` by ${benchmark!.source} is of ${benchmark!.date!}, more than ${/^\d/.test(age) ? age : `1 ${age}`} ago.`,
    hint: 'Look for a newer one and write its value and date. If there is none, delete the benchmark.',
  };
}

/** Nothing is said while it cannot be read what the Policy asks for. */
function limitFor(spec: Spec<'Kpi'>, workspace: Workspace): string | undefined {
  if (workspace.policy.isLost('cycles')) return undefined;
  const cycle = longestCycle(workspace, spec);
  if (cycle === undefined) return 'P2Y';
  return isLonger('P1Y', cycle) ? 'P1Y' : cycle;
}
