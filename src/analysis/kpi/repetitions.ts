import { below, isArray, isObject, type JsonValue, type Path } from '../../base/json.js';
import type { Kpi, Predicate } from '../../schema/kinds/kpi.js';
import { explainAll } from './explain-predicate.js';
import { keyText, normalPredicate } from './normal-predicate.js';
import type { FormulaProblem } from './problems.js';
import { isUnreadable } from './readable.js';

/** Lists of a formula in which nothing is gained by saying something twice. The same factor twice is a square. */
const sets: ReadonlySet<string> = new Set(['all', 'any', 'value', 'values', 'event', 'step', 'steps']);

/** What stands twice in a list of a KPI: it changes nothing, and most likely something else was meant. Paths from the KPI. */
export function repetitions({ formula, dimensions = [], source = [], alerts = [] }: Kpi): readonly FormulaProblem[] {
  const lists: readonly (readonly [Path, readonly string[]])[] = [[['dimensions'], dimensions], [['source'], source], ...alerts.map(({ segment = [] }, index) => [['alerts', index, 'segment'], segment] as const)];
  const inFormula = formula === undefined || isUnreadable(formula) ? [] : inValue(formula as JsonValue, ['formula']);
  return [...inFormula, ...lists.flatMap(([path, names]) => twiceIn('', names, path))];
}

function inValue(value: JsonValue, path: Path): readonly FormulaProblem[] {
  if (isArray(value)) return value.flatMap((each, index) => inValue(each, below(path, index)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const told = isArray(inner) && sets.has(key) ? twiceIn(key, inner, below(path, key)) : [];
    return told.length > 0 ? told : inValue(inner, below(path, key));
  });
}

/** The first that stands in a list for the second time. */
function twiceIn(key: string, list: readonly JsonValue[], path: Path): readonly FormulaProblem[] {
  const isCondition = key === 'all' || key === 'any';
  const keys = list.map((each) => (isCondition ? keyText(normalPredicate(each as Predicate)) : keyText(each)));
  const index = keys.findIndex((each, at) => keys.indexOf(each) < at);
  if (index < 0) return [];
  const what = isCondition ? `A condition says twice that ${explainAll([list[index] as Predicate])}.` : `\`${String(list[index])}\` stands twice in a list.`;
  return [{ path: below(path, index), message: what, hint: 'Delete it, or write what was meant instead.' }];
}
