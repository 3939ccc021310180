import { isUnreadable } from '../../../analysis/kpi/readable.js';
import { isTotal, sampleFaults, type SampleFault } from '../../../analysis/sampled-events.js';
import { percentText } from '../../../base/exact.js';
import { count } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const system = activeDocument('System', 'survey', 'type: tracking-tool\nemits:\n  - {event: asked, caseKey: caseId}\n  - {event: called, caseKey: caseId, sampling: {rate: 0.2, reason: one in five shows the trend}}\n');
const kpi = (formula: string, rest = 'minSample: 50\n'): string => activeDocument('Kpi', 'asks-again', `formula: ${formula}\n${rest}`);

/** A KPI whose value may be chance, or counts a part as if it were all. */
export const sampleBigEnough: Rule = {
  id: 'kpi/sample-big-enough',
  code: 'KPI-010',
  summary: 'A share or a mean says from how many cases on it is shown, its baseline has as many, and no event of which only a part is sent is counted as if it were all.',
  rationale: 'Of five cases every number is chance, and teams are praised or blamed for it.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M7.4'],
  examples: {
    valid: [
      { title: 'A share with a least number of cases', files: { 'kpi.yaml': kpi('{ratio: {numerator: {count: cases, where: {event: asked}}, denominator: {count: cases}}}') } },
      { title: 'What is only counted rests on no sample', files: { 'kpi.yaml': kpi('{count: cases, where: {event: asked}}', ''), 'system.yaml': system } },
      { title: 'Numbers of the same sample are divided', files: { 'kpi.yaml': kpi('{ratio: {numerator: {sum: {attribute: called.minutes}}, denominator: {count: events, where: {event: called}}}}'), 'system.yaml': system } },
    ],
    invalid: [
      {
        title: 'A share of nobody knows how many',
        files: { 'kpi.yaml': kpi('{ratio: {numerator: {count: cases, where: {event: asked}}, denominator: {count: cases}}}', '') },
        at: 'asks-again',
        message: 'KPI `asks-again` does not say from how many cases on its value is shown.',
      },
      {
        title: 'A baseline of fewer cases than the KPI asks for itself',
        files: { 'kpi.yaml': kpi('{mean: {attribute: asked.score}}', 'minSample: 50\nbaseline: {value: 4.2, period: 2026-Q2, n: 12}\n') },
        at: '12',
        message: 'The baseline of KPI `asks-again` rests on 12 cases, fewer than the 50 from which on the KPI is shown.',
      },
      {
        title: 'A fifth is counted as if it were all',
        files: { 'kpi.yaml': kpi('{count: events, where: {event: called}}', ''), 'system.yaml': system },
        at: 'called',
        message: 'KPI `asks-again` adds up event `called`, of which only 20% are sent.',
      },
      {
        title: 'A fifth divided by all',
        files: { 'kpi.yaml': kpi('{ratio: {numerator: {count: cases, where: {event: called}}, denominator: {count: cases, where: {event: asked}}}}'), 'system.yaml': system },
        at: 'called',
        message: 'KPI `asks-again` divides numbers of which different parts are sent: of event `called` only 20%.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.all('Kpi')) yield* judge(each, workspace);
  },
};

function* judge(spec: Spec<'Kpi'>, workspace: Workspace): Iterable<Finding> {
  const { formula, minSample = 0, baseline } = spec.value;
  const isRead = formula !== undefined && !isUnreadable(formula);
  if (isRead && minSample === 0 && !isTotal(formula)) {
    yield { at: { spec, path: [spec.value.minSample === undefined ? 'id' : 'minSample'] }, message: `KPI \`${spec.id}\` does not say from how many cases on its value is shown.`, hint: 'Add the fewest cases of one period for which the value is more than chance, for example `minSample: 50`.' };
  }
  if (baseline?.n !== undefined && baseline.n > 0 && baseline.n < minSample) {
    yield { at: { spec, path: ['baseline', 'n'] }, message: `The baseline of KPI \`${spec.id}\` rests on ${count(baseline.n, 'case')}, fewer than the ${minSample} from which on the KPI is shown.`, hint: 'Measure the baseline over a longer period.' };
  }
  for (const fault of isRead ? sampleFaults(spec, workspace) : []) yield ofPart(spec, fault);
}

function ofPart(spec: Spec<'Kpi'>, { fault, event, kept, path }: SampleFault): Finding {
  const at = { spec, path };
  const part = `only ${percentText(kept)}%`;
  if (fault === 'total') return { at, message: `KPI \`${spec.id}\` adds up event \`${event}\`, of which ${part} are sent.`, hint: 'Let the system send every case, or divide by another number of the same sample with `ratio`.' };
  return { at, message: `KPI \`${spec.id}\` divides numbers of which different parts are sent: of event \`${event}\` ${part}.`, hint: 'Let the systems send the same part of both, best every case, or count both from the same event.' };
}
