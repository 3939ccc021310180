import { parseDuration } from '../../base/duration.js';
import type { JsonObject, JsonValue } from '../../base/json.js';
import type { AttributeCondition, ContactCondition, PrecededBy, Predicate, RepeatCondition } from '../../schema/kinds/kpi.js';
import { namesIn, predicateForm } from './formula-form.js';

/** A condition in the one notation that all of its notations have in common. */
export function normalPredicate(predicate: Predicate): JsonObject {
  const form = predicateForm(predicate);
  if (form === undefined) return {};
  switch (form.is) {
    case 'all':
    case 'any':
      return joined(form.is, form.of.map(normalPredicate));
    case 'not':
      return negated(normalPredicate(form.of));
    case 'attribute':
      return { attribute: normalAttribute(form.of) };
    case 'contacts':
      return { contacts: normalContacts(form.of) };
    case 'repeat':
      return normalRepeat(form.of);
    case 'precededBy':
      return { precededBy: normalPrecededBy(form.of) };
    case 'promise':
      return { promise: { sla: form.of.sla, is: form.of.is } };
    default:
      return { [form.is]: form.of };
  }
}

/** All or any of normal conditions: lists in lists opened, each condition once, in one order; a single one stands for itself. */
export function joined(word: 'all' | 'any', conditions: readonly JsonObject[]): JsonObject {
  const parts = conditions.flatMap((each) => (each[word] === undefined ? [each] : (each[word] as readonly JsonObject[])));
  const ordered = inOrder(parts) as readonly JsonObject[];
  return ordered.length === 1 ? ordered[0]! : { [word]: ordered };
}

/** No condition is denied twice, and what is denied of several is denied of each. */
function negated(condition: JsonObject): JsonObject {
  if (condition['not'] !== undefined) return condition['not'] as JsonObject;
  if (condition['all'] !== undefined) return joined('any', (condition['all'] as readonly JsonObject[]).map(negated));
  if (condition['any'] !== undefined) return joined('all', (condition['any'] as readonly JsonObject[]).map(negated));
  return { not: condition };
}

function normalAttribute({ name, op, value }: AttributeCondition): JsonObject {
  if (op !== 'in') return { name, op, value: value as JsonValue };
  const values = inOrder(Array.isArray(value) ? (value as readonly JsonValue[]) : [value as JsonValue]);
  return values.length === 1 ? { name, op: 'eq', value: values[0]! } : { name, op, value: values };
}

function normalContacts({ event, eq, gte, lte, within, after, same }: ContactCondition): JsonObject {
  const bounds = eq === undefined && gte !== undefined && gte === lte ? { eq: gte } : { eq, gte: gte === 0 && lte !== undefined ? undefined : gte, lte };
  return written({ event: oneOrMany(event), ...bounds, within: within === undefined ? undefined : normalDuration(within), after, same });
}

/** At least once, whenever, is that it happened. */
function normalRepeat({ event, atLeast, within, after }: RepeatCondition): JsonObject {
  if (atLeast === 1 && after === undefined) return { event };
  return { repeat: written({ event, atLeast, within: within === undefined ? undefined : normalDuration(within), after }) };
}

function normalPrecededBy({ dimension, event, within }: PrecededBy): JsonObject {
  return written({ dimension, event, within: within === undefined ? undefined : normalDuration(within) });
}

/** `P7D`, `7d` and `1w` are one length of time. A day is no number of hours: on a calendar it is shorter. */
export function normalDuration(text: string): string {
  const reading = parseDuration(text);
  if ('problem' in reading) return text;
  const { months, days, seconds } = reading.duration;
  const [date, time] = [`${months > 0 ? `${months}M` : ''}${days > 0 ? `${days}D` : ''}`, seconds > 0 ? `T${seconds}S` : ''];
  return date + time === '' ? 'P0D' : `P${date}${time}`;
}

/** Names of which the order says nothing. */
export function oneOrMany(names: string | readonly string[] | undefined): JsonValue | undefined {
  const ordered = inOrder(namesIn(names));
  return ordered.length === 1 ? ordered[0] : ordered.length === 0 ? undefined : ordered;
}

/** The fields that have a value. */
export function written(fields: { readonly [field: string]: JsonValue | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined));
}

/** Each value once, in an order that follows from the values alone. */
export function inOrder(values: readonly JsonValue[]): readonly JsonValue[] {
  const byText = new Map(values.map((value) => [keyText(value), value]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

/** A text that two values share only where they say the same. */
export function keyText(value: JsonValue): string {
  return JSON.stringify(value, (_key, inner: JsonValue) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
}
