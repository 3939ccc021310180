import { impossibleValues } from '../../../analysis/kpi/possible-values.js';
import { aimOf, isBackward, isBehindBaseline, missingEnds } from '../../../analysis/kpi-goals.js';
import { categoryOf, directionOfTemplate } from '../../../analysis/kpi-roles.js';
import { isSurelyBelow, readObserved } from '../../../analysis/observed-values.js';
import type { Path } from '../../../base/json.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { Measure } from '../../../schema/kinds/journey.js';
import type { Kpi } from '../../../schema/kinds/kpi.js';
import { activeDocument, journeySteeredBy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const kpi = (rest: string): string => activeDocument('Kpi', 'claims-paid', rest);

/** A target that would be a step back, or that cannot be reached at all. */
export const targetBeyondBaseline: Rule = {
  id: 'kpi/target-beyond-baseline',
  code: 'KPI-004',
  summary: 'A target lies where the direction leads: not below the baseline when up is better, not above it when down is better, and a band begins below its end.',
  rationale: 'A target with the wrong sign is met from the first day, and everybody believes that something was reached.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.P1.3.1'],
  examples: {
    valid: [
      { title: 'Up from the baseline', files: { 'kpi.yaml': kpi('direction: up\nbaseline: {value: 0.88, period: 2026-Q2, n: 4480}\ntarget: {value: 0.92}\n') } },
      { title: 'What is good already is to be kept', files: { 'kpi.yaml': kpi('direction: down\nbaseline: {value: 3, period: 2026-Q2, n: 4480}\ntarget: {value: 3}\n') } },
      { title: 'A band around the baseline', files: { 'kpi.yaml': kpi('direction: band\nbaseline: {value: 0.8, period: 2026-Q2, n: 4480}\ntarget: {from: 0.75, to: 0.85}\n') } },
      { title: 'A measure whose slowest cases become faster', files: { 'journey.yaml': journeySteeredBy('measures: [{id: time-to-settle, of: cycle-time, now: 2-9d, target: 6d}]\n') } },
    ],
    invalid: [
      {
        title: 'Fewer paid claims than today',
        files: { 'kpi.yaml': kpi('direction: up\nbaseline: {value: 0.88, period: 2026-Q2, n: 4480}\ntarget: {value: 0.82}\n') },
        at: '0.82',
        message: 'KPI `claims-paid` is better when it goes up, and its target of 0.82 is below its baseline of 0.88.',
      },
      {
        title: 'A share written into percent',
        files: { 'kpi.yaml': kpi('unit: percent\ndirection: up\nbaseline: {value: 71, period: 2026-Q2, n: 1320}\ntarget: {value: 0.78}\n') },
        at: '0.78',
        message: 'KPI `claims-paid` is better when it goes up, and its target of 0.78 is below its baseline of 71.',
      },
      {
        title: 'A band that ends below its beginning',
        files: { 'kpi.yaml': kpi('direction: band\ntarget: {from: 0.85, to: 0.75}\n') },
        at: '0.85',
        message: 'The target of KPI `claims-paid` begins at 0.85 and ends at 0.75, below that: no value can meet it.',
      },
      {
        title: 'A band that ends nowhere',
        files: { 'kpi.yaml': kpi('direction: band\ntarget: {from: 0.75}\n') },
        at: 'target',
        message: 'KPI `claims-paid` aims for a band, and its target does not say where it ends.',
      },
      {
        title: 'A day and nothing to reach by it',
        files: { 'kpi.yaml': kpi('direction: up\ntarget: {by: 2027-06-30}\n') },
        at: 'target',
        message: 'The target of KPI `claims-paid` has no value to reach.',
      },
      {
        title: 'A measure that would get slower',
        files: { 'journey.yaml': journeySteeredBy('measures: [{id: time-to-settle, of: cycle-time, now: 2-5d, target: 6d}]\n') },
        at: '6d',
        message: 'Measure `time-to-settle` is better when it goes down, and its target of 6d is worse than 2-5d, where it stands today.',
      },
    ],
  },
  *check({ workspace }) {
    for (const each of workspace.all('Kpi')) yield* judgeKpi(workspace, each);
  },
  checkJourneys() {
    return function* ({ spec }) {
      for (const [index, measure] of (spec.value.measures ?? []).entries()) yield* judgeMeasure(spec, measure, ['measures', index, 'target']);
    };
  },
};

function* judgeKpi(workspace: Workspace, spec: Spec<'Kpi'>): Iterable<Finding> {
  const { direction, target } = spec.value;
  const aim = aimOf(spec.value);
  if (aim === undefined) return;
  if (missingEnds(direction!, aim).length > 0) yield withoutValue(spec, direction!, missingEnds(direction!, aim));
  else if (isBackward(aim)) {
    yield { at: { spec, path: ['target', 'from'] }, message: `The target of KPI \`${spec.id}\` begins at ${aim.least} and ends at ${aim.most}, below that: no value can meet it.`, hint: `Write the lower value first: \`target: {from: ${aim.most}, to: ${aim.least}}\`.` };
  } else if (isBehindBaseline(spec.value) && !isImpossible(workspace, spec)) {
    yield stepBack(spec, target!.value !== undefined ? 'value' : direction === 'up' ? 'from' : 'to');
  }
}

/** A target or a baseline that the KPI can never have is told by itself, and nothing can be weighed against it. */
function isImpossible(workspace: Workspace, spec: Spec<'Kpi'>): boolean {
  return impossibleValues(workspace)(spec).some(({ is }) => is === 'target' || is === 'baseline');
}

function withoutValue(spec: Spec<'Kpi'>, direction: NonNullable<Kpi['direction']>, missing: readonly ('least' | 'most')[]): Finding {
  const at = { spec, path: ['target'], part: 'key' } as const;
  if (direction !== 'band') return { at, message: `The target of KPI \`${spec.id}\` has no value to reach.`, hint: 'Add `value:` with what is aimed for.' };
  const open = missing.length > 1 ? 'from where to where it goes' : missing[0] === 'least' ? 'where it begins' : 'where it ends';
  return { at, message: `KPI \`${spec.id}\` aims for a band, and its target does not say ${open}.`, hint: 'Write the lowest and the highest good value: `target: {from: ..., to: ...}`. Where only one side matters, write `direction: up` or `direction: down`.' };
}

function stepBack(spec: Spec<'Kpi'>, field: 'value' | 'from' | 'to'): Finding {
  const { unit, direction, target, baseline } = spec.value;
  const [aimed, stood] = [target![field]!, baseline!.value];
  return {
    at: { spec, path: ['target', field] },
    message: `KPI \`${spec.id}\` is better when it goes ${direction}, and its target of ${aimed} is ${direction === 'up' ? 'below' : 'above'} its baseline of ${stood}.`,
    hint: mixedScales(unit, aimed, stood) ?? `Write a target that is better than the baseline, or change \`direction\` if ${direction === 'up' ? 'less' : 'more'} is better.`,
  };
}

/** One number of a hundred and one of one: the usual slip, and no wrong aim. */
function mixedScales(unit: Kpi['unit'], aimed: number, stood: number): string | undefined {
  const isShare = (value: number): boolean => value >= 0 && value <= 1;
  if (isShare(aimed) === isShare(stood) || (unit !== 'percent' && unit !== 'ratio')) return undefined;
  return unit === 'percent' ? 'The unit is `percent`: write both as parts of a hundred, 78 and not 0.78.' : 'The unit is `ratio`: write both as parts of one, 0.78 and not 78.';
}

function* judgeMeasure(spec: Spec<'Journey'>, measure: Measure, path: Path): Iterable<Finding> {
  const { id, of, now, target } = measure;
  const direction = directionOfTemplate(of);
  if (direction === undefined || now === undefined || target === undefined || !isWorse(measure, direction)) return;
  yield {
    at: { spec, path },
    message: `Measure \`${id}\` is better when it goes ${direction}, and its target of ${target} is worse than ${now}, where it stands today.`,
    hint: `Write a target that is better than today. Of a range the worse end counts, here the ${direction === 'up' ? 'lower' : 'higher'} one.`,
  };
}

function isWorse(measure: Measure, direction: 'up' | 'down'): boolean {
  const [now, target] = [readObserved(measure.now!), readObserved(measure.target!)];
  const asShares = categoryOf({ kind: 'measure', id: measure.id, measure }) !== 'perception';
  return direction === 'up' ? isSurelyBelow(target, now, 'least', asShares) : isSurelyBelow(now, target, 'most', asShares);
}
