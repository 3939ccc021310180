import type { Path } from '../../base/json.js';
import { onceFor, remembering } from '../../base/remembering.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { Formula, Kpi, RatioFormula } from '../../schema/kinds/kpi.js';
import { typedKpi } from './check-kpi.js';
import { formulaForm, quantityForm } from './formula-form.js';
import { isShare, partOfWhole } from './part-of-whole.js';
import { scaleOf, type FormulaType, type Span } from './unit.js';

/** A value that somebody has written down for a KPI and that it can never have, or an alert that can never ring. */
export interface ImpossibleValue {
  readonly is: 'target' | 'baseline' | 'alert' | 'benchmark';
  readonly value: number;
  /** From the KPI. */
  readonly path: Path;
  /** The values that the KPI can have, in its unit. */
  readonly span: Span;
}

/** Values of a KPI that its formula cannot give. Of a formula that is not sound nothing is said. */
export const impossibleValues: (workspace: Workspace) => (kpi: Spec<'Kpi'>) => readonly ImpossibleValue[] = onceFor((workspace) => remembering((kpi) => {
  const { type, problems } = typedKpi(workspace, kpi);
  const { formula, unit } = kpi.value;
  if (formula === undefined || unit === undefined || type === undefined || problems.length > 0) return [];
  const span = spanOf(formula, type, kpi.value, unit);
  return [...stated(kpi.value).filter(({ value }) => value < span.least || value > span.most), ...silentAlerts(kpi.value, span)].map((each) => ({ ...each, span }));
}));

type Stated = Omit<ImpossibleValue, 'span'>;

function stated({ target, baseline, benchmark }: Kpi): readonly Stated[] {
  const aims = (['value', 'from', 'to'] as const).flatMap((field): readonly Stated[] => (target?.[field] === undefined ? [] : [{ is: 'target', value: target[field], path: ['target', field] }]));
  const others = ([['baseline', baseline], ['benchmark', benchmark]] as const).flatMap(([is, of]): readonly Stated[] => (of === undefined ? [] : [{ is, value: of.value, path: [is, 'value'] }]));
  return [...aims, ...others];
}

/** At the end of what is possible nothing is further out, so an alert there is as silent as one beyond. */
function silentAlerts({ alerts = [] }: Kpi, { least, most }: Span): readonly Stated[] {
  return alerts.flatMap(({ below, above }, index): readonly Stated[] => [
    ...(below !== undefined && (below <= least || below > most) ? [{ is: 'alert', value: below, path: ['alerts', index, 'below'] } as const] : []),
    ...(above !== undefined && (above >= most || above < least) ? [{ is: 'alert', value: above, path: ['alerts', index, 'above'] } as const] : []),
  ]);
}

/** What the value can be in the unit in which it is stated: a share lies between 0 and 1, or between 0 and 100 percent. */
function spanOf(formula: Formula, { unit: measured }: FormulaType, { anchor }: Kpi, unit: string): Span {
  const scale = scaleOf(unit);
  if (scale !== undefined && measured !== 'share') return isMiddle(formula) ? scale : anything;
  const span = formulaSpan(formula, anchor);
  return unit === 'percent' || scale !== undefined ? { least: span.least * 100, most: span.most * 100 } : span;
}

/** The middle of answers lies on their scale; their sum does not. */
function isMiddle({ mean, median, percentile }: Formula): boolean {
  return mean !== undefined || median !== undefined || percentile !== undefined;
}

const anything: Span = { least: -Infinity, most: Infinity };
const notNegative: Span = { least: 0, most: Infinity };
const share: Span = { least: 0, most: 1 };

/** What the value of a formula can be, whatever is counted. */
function formulaSpan(formula: Formula, anchor: string | undefined): Span {
  const form = formulaForm(formula);
  switch (form?.is) {
    case 'count':
    case 'visits':
      return notNegative;
    case 'scoreShare':
    case 'cohort':
      return share;
    case 'ratio':
      if (isShare(form.of, anchor) || isOneOfSeveral(form.of, anchor)) return share;
      return [form.of.numerator, form.of.denominator].every((each) => formulaSpan(each, anchor).least >= 0) ? notNegative : anything;
    case 'diff':
      return difference(formulaSpan(form.of.minuend, anchor), formulaSpan(form.of.subtrahend, anchor));
    case 'product':
      return product(form.of.map((factor) => formulaSpan(factor, anchor)));
    case 'sum':
    case 'mean':
    case 'median':
    case 'percentile':
      return quantityForm(form.of)?.is === 'attribute' ? anything : notNegative;
    case undefined:
      return anything;
  }
}

/** Each case that is counted has one of the events at least, as with the cases that are solved at the first of all contacts. */
function isOneOfSeveral({ numerator, denominator }: RatioFormula, anchor: string | undefined): boolean {
  if (denominator.count !== 'events' || denominator.where?.event === undefined) return false;
  return numerator.count === 'cases' && partOfWhole({ numerator, denominator: { ...denominator, count: 'cases' } }, anchor) !== undefined;
}

function difference(from: Span, less: Span): Span {
  return { least: from.least - less.most, most: from.most - less.least };
}

/** Of factors that may be below zero nothing is said. */
function product(factors: readonly Span[]): Span {
  if (factors.some(({ least }) => least < 0)) return anything;
  return factors.every(({ most }) => most <= 1) ? share : notNegative;
}
