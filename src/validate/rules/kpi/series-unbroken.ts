import { readReference } from '../../../analysis/written-reference.js';
import type { CalendarDay } from '../../../base/date.js';
import { firstDayOf } from '../../../base/period.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { SeriesBreak } from '../../../schema/kinds/kpi.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const kpiText = (rest: string): string => activeDocument('Kpi', 'claims-paid', rest);
const recordText = (date: string, version: string): string => `apiVersion: waymark/v1\nkind: Record\nid: numbers\ntype: baseline\ndate: ${date}\nby: [claims#lead]\nsubject: [claims-paid@${version}]\nvalues: {claims-paid: "0.88"}\noutcome: taken as the baseline\n`;
const broken = 'breaks: [{date: 2026-07-01, reason: refusals count since then}]\n';

/**
 * A baseline that was computed by another formula than the values that are held against it. What one version of a workspace
 * can tell: a formula that changed without a mark at all shows only when two versions are compared.
 */
export const seriesUnbroken: Rule = {
  id: 'kpi/series-unbroken',
  code: 'KPI-012',
  summary: 'A baseline was computed by the formula of today: it begins after the last break of the series, or is on record as computed anew since, and by the same major version.',
  rationale: 'A number that is counted otherwise than before moves without anything having changed for customers, and everybody explains the movement.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S0.P3.3.4'],
  examples: {
    valid: [
      { title: 'A baseline from after the break', files: { 'kpi.yaml': kpiText(`baseline: {value: 0.88, period: 2026-Q3, n: 4480}\n${broken}`) } },
      { title: 'An earlier period, computed anew since', files: { 'kpi.yaml': kpiText(`baseline: {value: 0.88, period: 2026-Q2, n: 4480, record: numbers}\n${broken}`), 'record.yaml': recordText('2026-07-10', '1.0.0') } },
      { title: 'A break that is still to come', files: { 'kpi.yaml': kpiText(`baseline: {value: 0.88, period: 2026-Q2, n: 4480}\n${broken}`) }, asOf: '2026-06-30' },
    ],
    invalid: [
      {
        title: 'A baseline from before the break',
        files: { 'kpi.yaml': kpiText(`baseline: {value: 0.88, period: 2026-Q2, n: 4480}\n${broken}`) },
        at: '2026-Q2',
        message: 'The baseline of KPI `claims-paid` is from 2026-Q2, and how the KPI is computed changed on 2026-07-01.',
      },
      {
        title: 'A record of before the break',
        files: { 'kpi.yaml': kpiText(`baseline: {value: 0.88, period: 2026-05/2026-06, n: 4480, record: numbers}\n${broken}`), 'record.yaml': recordText('2026-06-30', '1.0.0') },
        at: '2026-05/2026-06',
        message: 'The baseline of KPI `claims-paid` is from 2026-05/2026-06, and how the KPI is computed changed on 2026-07-01.',
      },
      {
        title: 'A baseline of another major version, and no break between',
        files: { 'kpi.yaml': kpiText('baseline: {value: 0.88, period: 2026-Q2, n: 4480, record: numbers}\n').replace('version: 1.0.0', 'version: 2.1.0'), 'record.yaml': recordText('2026-07-10', '1.4.0') },
        at: 'numbers',
        message: 'The baseline of KPI `claims-paid` was computed by its version 1.4.0. The KPI is now at 2.1.0, and no break of its series lies between.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    for (const each of workspace.all('Kpi')) if (each.value.baseline !== undefined) yield* judge(each, workspace, asOf);
  },
};

function* judge(spec: Spec<'Kpi'>, workspace: Workspace, asOf: CalendarDay): Iterable<Finding> {
  const { period, record: recordId } = spec.value.baseline!;
  const record = recordId === undefined ? undefined : workspace.find('Record', recordId);
  if (recordId !== undefined && record === undefined) return; // it may say that the value was computed anew
  const since = lastBreak(spec.value.breaks ?? [], asOf);
  const computedBy = record === undefined ? undefined : earlierMajor(record, spec);
  if (since === undefined) {
    if (computedBy !== undefined) yield ofEarlierVersion(spec, computedBy);
  } else if (period !== undefined && firstDayOf(period) < since.date && !(record !== undefined && record.value.date >= since.date && computedBy === undefined)) {
    yield ofEarlierSeries(spec, period, since);
  }
}

/** The last day on which the series began anew, up to the day that is judged for. */
function lastBreak(breaks: readonly SeriesBreak[], asOf: CalendarDay): SeriesBreak | undefined {
  return breaks.filter(({ date }) => date <= asOf).reduce<SeriesBreak | undefined>((last, each) => (last === undefined || each.date > last.date ? each : last), undefined);
}

/** The version that a Record's value was computed by, where it is of an earlier major than today's: what it means was broken since. */
function earlierMajor(record: Spec<'Record'>, kpi: Spec<'Kpi'>): string | undefined {
  const version = record.value.subject.map(readReference).find(({ id }) => id === kpi.id)?.version;
  const [before, today] = [version, kpi.value.version].map((text) => Number(/^(\d+)\.\d+\.\d+$/.exec(text ?? '')?.[1] ?? Number.NaN));
  return before! < today! ? version : undefined;
}

function ofEarlierSeries(spec: Spec<'Kpi'>, period: string, { date, reason }: SeriesBreak): Finding {
  const index = spec.value.breaks!.findIndex((each) => each.date === date);
  return {
    at: { spec, path: ['baseline', 'period'] },
    message: `The baseline of KPI \`${spec.id}\` is from ${period}, and how the KPI is computed changed on ${date}.`,
    hint: `Measure the baseline over a period from ${date} on. Where the earlier value was computed anew by today's formula, name under \`record\` a Record of ${date} or later that says so, for this version of the KPI.`,
    related: [{ message: reason === undefined ? 'The series begins anew here.' : `The series begins anew here: ${reason}.`, at: { spec, path: ['breaks', index, 'date'] } }],
  };
}

function ofEarlierVersion(spec: Spec<'Kpi'>, version: string): Finding {
  return {
    at: { spec, path: ['baseline', 'record'] },
    message: `The baseline of KPI \`${spec.id}\` was computed by its version ${version}. The KPI is now at ${spec.value.version}, and no break of its series lies between.`,
    hint: `Add \`breaks: [{date: ..., reason: ...}]\` with the day of the change and measure the baseline anew, or let a Record state the value as version ${spec.value.version} computes it.`,
  };
}
