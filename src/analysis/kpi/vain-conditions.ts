import { below, type Path } from '../../base/json.js';
import type { Formula, Predicate } from '../../schema/kinds/kpi.js';
import { explainAll } from './explain-predicate.js';
import { formulaForm, predicateForm } from './formula-form.js';
import { deniedParts, opposites, partsOf, type Part } from './opposites.js';
import type { FormulaProblem } from './problems.js';

/** Conditions that nothing can meet, and conditions that leave nothing out. Paths from the formula. */
export function vainConditions(formula: Formula, anchor: string | undefined): readonly FormulaProblem[] {
  return [...new Map(inFormula(formula, [], [], anchor).map((problem) => [problem.path.join('/'), problem])).values()];
}

/** `outer`: conditions on what the formula is a part of; they hold for it as well. */
function inFormula(formula: Formula, path: Path, outer: readonly Part[], anchor: string | undefined): readonly FormulaProblem[] {
  const form = formulaForm(formula);
  const own = formula.where === undefined ? [] : partsOf(formula.where, below(path, 'where'));
  const known = [...outer, ...own];
  const told = formula.where === undefined ? [] : [...neverMet(own, outer), ...inside(own)];
  const inner = (of: Formula, ...steps: Path): readonly FormulaProblem[] => inFormula(of, below(path, ...steps), known, anchor);
  switch (form?.is) {
    case 'ratio':
      return [...told, ...inner(form.of.numerator, 'ratio', 'numerator'), ...inner(form.of.denominator, 'ratio', 'denominator')];
    case 'diff':
      return [...told, ...inner(form.of.minuend, 'diff', 'minuend'), ...inner(form.of.subtrahend, 'diff', 'subtrahend')];
    case 'product':
      return [...told, ...form.of.flatMap((factor, index) => inner(factor, 'product', index))];
    case 'cohort':
      return [...told, ...Object.entries(form.of).flatMap(([field, of]) => (typeof of === 'object' ? inCondition(of as Predicate, below(path, 'cohort', field)) : []))];
    case 'count':
      return told.length > 0 || anchor === undefined || form.of === 'events' ? told : withoutAnchor(known, anchor);
    default:
      return told;
  }
}

function inCondition(condition: Predicate, path: Path): readonly FormulaProblem[] {
  const parts = partsOf(condition, path);
  return [...neverMet(parts, []), ...inside(parts)];
}

function neverMet(parts: readonly Part[], known: readonly Part[]): readonly FormulaProblem[] {
  const found = opposites(parts, known);
  if (found === undefined) return [];
  return [{ path: found[1].path, message: `It cannot be that ${words(found)}, so nothing meets the condition.`, hint: 'Delete one of the two, or put them under `any` if one of them is enough.' }];
}

/** All cases and customers that are counted have the anchor event. */
function withoutAnchor(parts: readonly Part[], anchor: string): readonly FormulaProblem[] {
  const event = { event: anchor };
  const found = opposites(parts, [{ written: event, path: [], facts: [event] }]);
  if (found === undefined) return [];
  return [{ path: found[1].path, message: `Whatever is counted has the anchor event \`${anchor}\`, so nothing meets the condition that ${explainAll([found[1].written])}.`, hint: 'Name an anchor event that happens in these cases too, such as the one they begin with, or delete the condition.' }];
}

/** Lists of which one condition is enough, and what is denied, are judged by themselves. */
function inside(parts: readonly Part[]): readonly FormulaProblem[] {
  return parts.flatMap(({ written, path }) => {
    const form = predicateForm(written);
    if (form?.is === 'any') return [...alwaysMet(written, path), ...form.of.flatMap((each, index) => inCondition(each, below(path, 'any', index)))];
    return form?.is === 'not' ? inCondition(form.of, below(path, 'not')) : [];
  });
}

function alwaysMet(written: Predicate, path: Path): readonly FormulaProblem[] {
  const found = opposites(deniedParts(written, path));
  if (found === undefined) return [];
  return [{ path: found[1].path, message: `It is always so that ${words(found, 'or')}, so the condition leaves nothing out.`, hint: 'Delete one of the two, or put them under `all` if both are meant.' }];
}

function words([first, second]: readonly [Part, Part], link: 'and' | 'or' = 'and'): string {
  return [first, second].map(({ written }) => explainAll([written])).join(` ${link} `);
}
