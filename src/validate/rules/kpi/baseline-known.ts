import type { Spec } from '../../../model/spec.js';
import { activeDocument, journeySteeredBy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** A KPI of which nobody knows where it stood. */
export const baselineKnown: Rule = {
  id: 'kpi/baseline-known',
  code: 'KPI-003',
  summary: 'A KPI says where it stood when its target was set, and on how many cases that rests. A measure with a target says where it stands today.',
  rationale: 'Without a baseline every result can be called a success, and a baseline of a handful of cases is chance.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S4.M1.6', 'S0.P1.3.2'],
  examples: {
    valid: [
      { title: 'A value with its period and its cases', files: { 'kpi.yaml': activeDocument('Kpi', 'claims-paid', 'baseline: {value: 0.88, period: 2026-Q2, n: 4480}\n') } },
      { title: 'What is only planned stands nowhere yet', files: { 'journey.yaml': journeySteeredBy('perspective: to-be\nmeasures: [{id: self-service, of: containment, target: 60%}]\n') } },
    ],
    invalid: [
      { title: 'No baseline', files: { 'kpi.yaml': activeDocument('Kpi', 'claims-paid', 'target: {value: 0.92}\n') }, at: 'claims-paid', message: 'KPI `claims-paid` is active and has no baseline.' },
      {
        title: 'A baseline of nobody knows how many cases',
        files: { 'kpi.yaml': activeDocument('Kpi', 'claims-paid', 'baseline: {value: 0.88, period: 2026-Q2}\n') },
        at: 'baseline',
        message: 'The baseline of KPI `claims-paid` does not say on how many cases it rests.',
      },
      {
        title: 'A baseline of no cases',
        files: { 'kpi.yaml': activeDocument('Kpi', 'claims-paid', 'baseline: {value: 0.88, period: 2026-Q2, n: 0}\n') },
        at: '0',
        message: 'The baseline of KPI `claims-paid` rests on no case at all.',
      },
      {
        title: 'A measure that is aimed at something and stands nowhere',
        files: { 'journey.yaml': journeySteeredBy('measures: [{id: time-to-settle, of: cycle-time, target: 6d}]\n') },
        at: '6d',
        message: 'Measure `time-to-settle` has a target and does not say where it stands today.',
      },
    ],
  },
  *check({ workspace }) {
    for (const kpi of workspace.all('Kpi')) yield* judgeKpi(kpi);
  },
  checkJourneys() {
    return ({ spec }) => judgeMeasures(spec);
  },
};

/** The period of a baseline is owed by every active document that has one, and told with what else it owes. */
function* judgeKpi(spec: Spec<'Kpi'>): Iterable<Finding> {
  const { baseline } = spec.value;
  if (baseline === undefined) {
    yield { at: { spec, path: ['id'] }, message: `KPI \`${spec.id}\` is active and has no baseline.`, hint: 'Add where it stood before anything was improved, `baseline: {value: ..., period: ..., n: ...}`, with the period that was measured and the number of cases in it.' };
  } else if (baseline.n === undefined) {
    yield { at: { spec, path: ['baseline'], part: 'key' }, message: `The baseline of KPI \`${spec.id}\` does not say on how many cases it rests.`, hint: 'Add to it `n:` with the number of cases, answers or customers that were counted.' };
  } else if (baseline.n === 0) {
    yield { at: { spec, path: ['baseline', 'n'] }, message: `The baseline of KPI \`${spec.id}\` rests on no case at all.`, hint: 'Measure a period in which there were cases, and write its value, its `period` and `n`, the number of cases.' };
  }
}

function* judgeMeasures(spec: Spec<'Journey'>): Iterable<Finding> {
  if (spec.value.perspective === 'to-be') return;
  for (const [index, { id, now, target }] of (spec.value.measures ?? []).entries()) {
    if (target === undefined || now !== undefined) continue;
    yield { at: { spec, path: ['measures', index, 'target'] }, message: `Measure \`${id}\` has a target and does not say where it stands today.`, hint: 'Add `now:` with what is observed today, one value or a range.' };
  }
}
