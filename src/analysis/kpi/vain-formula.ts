import { below, type Path } from '../../base/json.js';
import { onceFor, remembering } from '../../base/remembering.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { Formula, Kpi, RatioFormula } from '../../schema/kinds/kpi.js';
import { backwardTimes } from './backward-time.js';
import { explainAll } from './explain-predicate.js';
import { formulaForm } from './formula-form.js';
import { mixedHours, timeOf } from './mixed-hours.js';
import { formulaKey } from './normal-formula.js';
import { opposites, partsOf } from './opposites.js';
import { isShare } from './part-of-whole.js';
import type { FormulaProblem } from './problems.js';
import { isUnreadable } from './readable.js';
import { vainConditions } from './vain-conditions.js';

/** What a KPI computes though its value is known beforehand, or means something else than its unit says. Paths from the KPI. */
export function vainProblems(workspace: Workspace, kpi: Spec<'Kpi'>): readonly FormulaProblem[] {
  return vainIn(workspace)(kpi.value);
}

const vainIn = onceFor((workspace: Workspace) => remembering((kpi: Kpi) => findVain(workspace, kpi)));

function findVain(workspace: Workspace, kpi: Kpi): readonly FormulaProblem[] {
  const { formula, anchor } = kpi;
  if (formula === undefined || isUnreadable(formula)) return [];
  const inFormula = [...vainConditions(formula, anchor), ...constants(formula, [], anchor), ...mixedHours(workspace, formula), ...backwardTimes(workspace, formula)];
  return inFormula.length > 0 ? inFormula.map((problem) => ({ ...problem, path: below(['formula'], ...problem.path) })) : noPart(kpi);
}

/** Divisions of something by itself, and what is taken away from itself. */
function constants(formula: Formula, path: Path, anchor: string | undefined): readonly FormulaProblem[] {
  const form = formulaForm(formula);
  const inner = (of: Formula, ...steps: Path): readonly FormulaProblem[] => constants(of, below(path, ...steps), anchor);
  switch (form?.is) {
    case 'ratio':
      if (isTheSame(form.of, anchor)) return [{ path: below(path, 'ratio'), message: 'The formula divides something by itself, so its value is always 1.', hint: 'Add to `numerator` what only a part fulfils, or count more in `denominator`.' }];
      return [...inner(form.of.numerator, 'ratio', 'numerator'), ...inner(form.of.denominator, 'ratio', 'denominator')];
    case 'diff':
      if (formulaKey(form.of.minuend) === formulaKey(form.of.subtrahend)) return [{ path: below(path, 'diff'), message: 'The formula takes something away from itself, so its value is always 0.', hint: 'Name in `subtrahend` what is to be taken away.' }];
      return [...inner(form.of.minuend, 'diff', 'minuend'), ...inner(form.of.subtrahend, 'diff', 'subtrahend')];
    case 'product':
      return form.of.flatMap((factor, index) => inner(factor, 'product', index));
    default:
      return [];
  }
}

/** Written alike, or each a part of the other. */
function isTheSame(ratio: RatioFormula, anchor: string | undefined): boolean {
  const { numerator, denominator } = ratio;
  return formulaKey(numerator) === formulaKey(denominator) || (isShare(ratio, anchor) && isShare(turned(ratio), anchor));
}

function turned({ numerator, denominator }: RatioFormula): RatioFormula {
  return { numerator: denominator, denominator: numerator };
}

/**
 * A ratio that is stated like a part of a whole and is none. `count` is for those who want to know how many come to one; and
 * where the values that are stated are too great for a part, that is what was meant.
 */
function noPart(kpi: Kpi): readonly FormulaProblem[] {
  const { formula, anchor, unit } = kpi;
  if (formula?.ratio === undefined || (unit !== 'ratio' && unit !== 'percent')) return [];
  const [values, whole] = [statedValues(kpi), unit === 'percent' ? 100 : 1];
  const isAboveOne = values.length > 0 && values.every((value) => value >= whole);
  if (isTurned(formula.ratio, anchor)) return isAboveOne ? [] : [upsideDown(whole)];
  if (isTimeByWork(formula.ratio)) return isAboveOne ? [] : [timeByWork];
  return values.some((value) => value > whole) ? [] : nothingShared(formula.ratio);
}

/** True for a part of a whole that is upside down: everything below the line is counted above it too. */
function isTurned(ratio: RatioFormula, anchor: string | undefined): boolean {
  return !isShare(ratio, anchor) && isShare(turned(ratio), anchor);
}

function isTimeByWork({ numerator, denominator }: RatioFormula): boolean {
  return timeOf(numerator)?.is === 'duration' && timeOf(denominator)?.is === 'touch';
}

const timeByWork: FormulaProblem = {
  path: ['formula', 'ratio'],
  message: 'The time that passes is divided by the time of work, so the value is not the part of it in which somebody works.',
  hint: 'Swap `numerator` and `denominator`. If it is to say how much time passes for each hour of work, write `unit: count`.',
};

function upsideDown(whole: number): FormulaProblem {
  return { path: ['formula', 'ratio'], message: `Everything that the \`denominator\` counts is counted in the \`numerator\` too, so the value is never below ${whole}.`, hint: 'Swap `numerator` and `denominator`. If it is to say how many come to one, write `unit: count`.' };
}

function nothingShared({ numerator, denominator }: RatioFormula): readonly FormulaProblem[] {
  if (numerator.count === undefined || numerator.count !== denominator.count || numerator.where === undefined || denominator.where === undefined) return [];
  const found = opposites(partsOf(denominator.where, []), partsOf(numerator.where, []));
  if (found === undefined) return [];
  const [above, under] = found.map(({ written }) => explainAll([written]));
  return [{
    path: ['formula', 'ratio'],
    message: `Nothing that the \`denominator\` counts is counted in the \`numerator\`: below the line ${under}, above it ${above}.`,
    hint: 'Let the `denominator` count the whole that the `numerator` is a part of. If it is to say how many of the one come to one of the other, write `unit: count`.',
  }];
}

/** Every value of the KPI that somebody has written down. */
function statedValues({ target, baseline, alerts = [] }: Kpi): readonly number[] {
  return [target?.value, target?.from, target?.to, baseline?.value, ...alerts.flatMap(({ below: low, above: high }) => [low, high])].filter((value) => value !== undefined);
}
