import { below, sameJson } from '../../base/json.js';
import { listOf, quoted } from '../../base/words.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { valueProblem } from '../value-range.js';
import { contextOf } from './context.js';
import { dimensionProblems } from './dimensions.js';
import type { FormulaProblem } from './problems.js';
import { sourceProblems } from './sources.js';
import { typeOfFormula, type TypedFormula } from './type-formula.js';
import { exactWords, isStatedAs, unitsFor, unitWords, type FormulaType } from './unit.js';
import { vainProblems } from './vain-formula.js';

/** What a KPI computes, and everything that keeps it from being computed or from telling anything. Paths lead from the KPI. `undefined` when there is no such KPI. */
export function checkKpi(workspace: Workspace, id: string): TypedFormula | undefined {
  const kpi = workspace.find('Kpi', id);
  if (kpi === undefined) return undefined;
  const { type, problems } = typedKpi(workspace, kpi);
  return { ...(type === undefined ? {} : { type }), problems: [...problems, ...vainProblems(workspace, kpi), ...sourceProblems(workspace, kpi), ...dimensionProblems(workspace, kpi)] };
}

/** The type of a KPI's formula, and whether the KPI is stated in a unit of that type. Paths from the KPI. */
export function typedKpi(workspace: Workspace, kpi: Spec<'Kpi'>): TypedFormula {
  const { value } = kpi;
  const { formula, anchor } = value;
  if (formula === undefined) return { problems: [] };
  const { type, problems } = typeOfFormula(formula, contextOf(workspace, anchor));
  const inside = problems.map((problem) => ({ ...problem, path: below(['formula'], ...problem.path) }));
  const all = [...inside, ...(type === undefined ? [] : statedProblems(value, type))];
  const vain = vainProblems(workspace, kpi);
  return { ...(type === undefined ? {} : { type }), problems: all.filter((problem) => !vain.some((cause) => explains(cause, problem))) };
}

/** Something divided by itself has another unit, and an event that may as well not have happened is none that is counted. */
function explains(cause: FormulaProblem, { path }: FormulaProblem): boolean {
  if (path[0] === 'unit') return true;
  return path.at(-1) === 'count' && sameJson(cause.path.slice(0, path.length), below(path.slice(0, -1), 'where'));
}

function statedProblems({ unit, category, direction }: Spec<'Kpi'>['value'], type: FormulaType): readonly FormulaProblem[] {
  if (unit === undefined) return [];
  if (!isStatedAs(type, unit)) return [{ path: ['unit'], message: `The formula computes ${unitWords(type)}, and the KPI is stated as \`${unit}\`.`, hint: `Write ${listOf(quoted(unitsFor(type)).map((word) => `\`unit: ${word.slice(1)}`), 'or')}, or change the formula.` }];
  if (isOtherwise(type, unit)) return [{ path: ['unit'], message: `The formula computes ${exactWords(type)}, and the KPI is stated as \`${unit}\`.`, hint: `Write \`unit: ${type.statedIn}\`, or mend the \`unit\` of the attribute at the system.${unit.startsWith('currency') ? ' Money that names none is in the `currency` of the workspace.' : ''}` }];
  if (category === 'perception' && type.unit === 'points' && !unit.startsWith('score')) return [{ path: ['unit'], message: `Answers of customers are told as \`${unit}\`, and nobody sees on which scale they gave them.`, hint: `Write the scale, for example \`unit: score(1,7)\`${direction === undefined ? ', and which end is better, `direction: up` or `direction: down`' : ''}.` }];
  return [];
}

/** Another currency or another scale than the attributes have. A unit that does not exist is told by itself. */
function isOtherwise({ statedIn }: FormulaType, unit: string): boolean {
  const isAlike = statedIn?.split('(')[0] === unit.split('(')[0];
  return isAlike && statedIn !== unit && valueProblem('KpiUnit', unit) === undefined;
}
