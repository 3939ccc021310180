import { below, type Path } from '../../base/json.js';
import type { AttributeCondition, ContactCondition, Predicate } from '../../schema/kinds/kpi.js';
import type { AttributeType, FormulaContext } from './context.js';
import { namedAttribute, namesIn, predicateForm } from './formula-form.js';
import type { FormulaProblem } from './problems.js';
import { scaleOf } from './unit.js';

interface Typing {
  readonly context: FormulaContext;
  readonly problems: FormulaProblem[];
}

/** Adds what is wrong with a condition to the problems. */
export function checkCondition(predicate: Predicate, path: Path, typing: Typing): void {
  const form = predicateForm(predicate);
  if (form === undefined) return;
  const own = below(path, form.is);
  switch (form.is) {
    case 'all':
    case 'any':
      return checkList(form.is, form.of, own, typing);
    case 'not':
      return checkCondition(form.of, own, typing);
    case 'attribute':
      return checkComparison(form.of, own, typing);
    case 'contacts':
      return checkContacts(form.of, own, typing);
    default:
      return undefined;
  }
}

function checkList(word: 'all' | 'any', conditions: readonly Predicate[], path: Path, typing: Typing): void {
  if (conditions.length === 0) typing.problems.push({ path, message: `A condition says \`${word}\` of nothing.`, hint: 'Write the conditions in the list, or delete it.' });
  conditions.forEach((each, index) => checkCondition(each, below(path, index), typing));
}

/** True where every case, event or customer that fulfils a condition has an event that the condition names. */
export function namesEvent(predicate: Predicate): boolean {
  const form = predicateForm(predicate);
  if (form?.is === 'all') return form.of.some(namesEvent);
  if (form?.is === 'any') return form.of.length > 0 && form.of.every(namesEvent);
  return form?.is === 'event' || form?.is === 'attribute' || form?.is === 'repeat' || form?.is === 'precededBy';
}

const ordered: ReadonlySet<AttributeType> = new Set(['number', 'integer', 'date', 'date-time', 'duration', 'money']);

function checkComparison({ name, op, value }: AttributeCondition, path: Path, { context, problems }: Typing): void {
  const [at, values] = [below(path, 'value'), Array.isArray(value) ? value : [value]];
  if (Array.isArray(value) && op !== 'in') problems.push({ path: at, message: `\`${name}\` is compared with a list by \`${op}\`.`, hint: 'Write one value, or `op: in` for one of several.' });
  if (values.length === 0) problems.push({ path: at, message: `\`${name}\` is compared with nothing.`, hint: 'Write the values that count.' });
  const named = namedAttribute(name);
  const type = named && context.typeOf(named);
  if (type === undefined) return;
  if (op !== 'eq' && op !== 'ne' && op !== 'in' && !ordered.has(type)) {
    problems.push({ path: below(path, 'op'), message: `\`${name}\` is of the type ${type}, which is neither less nor more than something else.`, hint: 'Compare it with `eq`, `ne` or `in`.' });
    return;
  }
  const odd = values.find((each) => !fits(type, each));
  if (odd === undefined) problems.push(...offScale(op, values, named && context.unitOf?.(named), name, at));
  if (odd !== undefined) problems.push({ path: at, message: `\`${name}\` is of the type ${type} and is compared with \`${String(odd)}\`.`, hint: `Compare it with ${comparedWith[type]}.` });
}

/** `gt` and `lt` name the score next to those that are meant. */
function offScale(op: AttributeCondition['op'], values: readonly (string | number | boolean)[], unit: string | undefined, name: string, path: Path): readonly FormulaProblem[] {
  const scale = op === 'gt' || op === 'lt' ? undefined : scaleOf(unit);
  const beyond = scale && values.find((value) => typeof value === 'number' && (value < scale.least || value > scale.most));
  if (scale === undefined || beyond === undefined) return [];
  return [{ path, message: `The answers \`${name}\` are from ${scale.least} to ${scale.most}, and ${String(beyond)} is none of them.`, hint: 'Write scores of this scale, or mend the `unit` of the attribute at the system.' }];
}

const comparedWith: { readonly [type in AttributeType]: string } = {
  string: 'a text; a number that is meant as text stands in quotes',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  date: 'a day such as `2026-09-01`',
  'date-time': 'a day, or a moment such as `2026-09-01T08:00:00Z`',
  duration: 'a length of time such as `4h`',
  money: 'a number',
};

function fits(type: AttributeType, value: string | number | boolean): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'number':
    case 'money':
      return typeof value === 'number';
    case 'duration':
      return typeof value === 'string' && /^(?:P|\d+[wdhms])/.test(value);
    default:
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value);
  }
}

function checkContacts({ event, eq, gte, lte, within, after }: ContactCondition, path: Path, { problems }: Typing): void {
  const [named] = namesIn(event);
  const what = named === undefined ? 'contacts' : `\`${named}\``;
  if (eq === undefined && gte === undefined && lte === undefined) problems.push({ path, message: `A condition on ${what} does not say how many.`, hint: 'Add `eq`, `gte` or `lte` with a number.' });
  if (eq !== undefined && (gte ?? lte) !== undefined) problems.push({ path: below(path, 'eq'), message: `A condition on ${what} says exactly ${eq} and a bound besides.`, hint: 'Keep `eq`, or keep `gte` and `lte`.' });
  if (gte !== undefined && lte !== undefined && gte > lte) problems.push({ path: below(path, 'gte'), message: `No case has at least ${gte} and at most ${lte} contacts.`, hint: 'Write the smaller number under `gte`.' });
  if (within !== undefined && after === undefined && (eq ?? lte) === 0) problems.push({ path: below(path, 'within'), message: `A condition on ${what} counts none within a time of the first one.`, hint: 'Add `after:` with the event from which on nobody is in contact.' });
}
