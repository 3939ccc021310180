import { formatDuration, parseDuration } from '../../base/duration.js';
import { count, listOf, quoted } from '../../base/words.js';
import type { AttributeCondition, ContactCondition, PrecededBy, Predicate, PromiseCondition, RepeatCondition } from '../../schema/kinds/kpi.js';
import { namedAttribute, namesIn, predicateForm } from './formula-form.js';

/** Conditions that hold together, as a clause. */
export function explainAll(conditions: readonly Predicate[]): string {
  return conditions.length === 0 ? 'anything holds' : conditions.map((each) => clause(each, conditions.length > 1)).join(' and ');
}

/** A condition as a clause: `claim-paid` happened. `isInside`: it stands beside others, so that several need brackets. */
function clause(predicate: Predicate, isInside: boolean): string {
  const form = predicateForm(predicate);
  switch (form?.is) {
    case undefined:
      return 'something unsaid holds';
    case 'all':
      return bracketed(explainAll(form.of), isInside && form.of.length > 1);
    case 'any':
      return bracketed(form.of.length === 0 ? 'nothing holds' : anyOf(form.of), isInside && !isEvents(form.of));
    case 'not':
      return denied(form.of);
    default:
      return fact(predicate, true);
  }
}

/** Several events in a row are easier to read than a clause for each. */
function anyOf(conditions: readonly Predicate[]): string {
  if (isEvents(conditions)) return `${listOf(quoted(conditions.map(({ event }) => event!)), 'or')} happened`;
  return conditions.map((each) => clause(each, conditions.length > 1)).join(' or ');
}

function isEvents(conditions: readonly Predicate[]): boolean {
  return conditions.length > 0 && conditions.every(({ event }) => event !== undefined);
}

function denied(predicate: Predicate): string {
  const form = predicateForm(predicate);
  if (form?.is === 'not') return clause(form.of, true);
  if (form?.is === 'any' && isEvents(form.of)) return `none of ${listOf(quoted(form.of.map(({ event }) => event!)))} happened`;
  return form === undefined || form.is === 'all' || form.is === 'any' ? `it is not so that ${bracketed(clause(predicate, false), true)}` : fact(predicate, false);
}

function bracketed(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

/** A single condition, or its opposite. */
function fact(predicate: Predicate, holds: boolean): string {
  const form = predicateForm(predicate);
  switch (form?.is) {
    case 'event':
      return `\`${form.of}\` ${holds ? 'happened' : 'did not happen'}`;
    case 'attribute':
      return comparison(form.of, holds);
    case 'contacts':
      return contacts(form.of, holds);
    case 'repeat':
      return `\`${form.of.event}\` ${holds ? 'happened' : 'did not happen'} ${times(form.of)}`;
    case 'outcome':
      return outcomes[form.of][holds ? 0 : 1];
    case 'pathIncludes':
      return `the case ${holds ? 'went' : 'did not go'} through ${stepWords(form.of)}`;
    case 'precededBy':
      return precededWords(form.of, holds);
    case 'promise':
      return promiseWords(form.of, holds);
    default:
      return `the case took ${holds ? 'only ways' : 'another way than those'} that journey \`${String(form?.of)}\` draws`;
  }
}

const outcomes: { readonly [outcome in 'success' | 'failure' | 'abandon' | 'open']: readonly [string, string] } = {
  success: ['the case ended in success', 'the case did not end in success'],
  failure: ['the case ended in failure', 'the case did not end in failure'],
  abandon: ['the customer gave up', 'the customer did not give up'],
  open: ['the case is open', 'the case is no longer open'],
};

const comparisons: { readonly [op in AttributeCondition['op']]: readonly [string, string] } = {
  eq: ['is', 'is not'],
  ne: ['is not', 'is'],
  in: ['is', 'is none of'],
  lt: ['is below', 'is not below'],
  lte: ['is at most', 'is not at most'],
  gt: ['is above', 'is not above'],
  gte: ['is at least', 'is not at least'],
};

function comparison({ name, op, value }: AttributeCondition, holds: boolean): string {
  const values = quoted((Array.isArray(value) ? value : [value]).map(String));
  return `${attributeWords(name)} ${comparisons[op][holds ? 0 : 1]} ${listOf(values, 'or') || 'nothing'}`;
}

/** `cost` of `claim-closed`. */
export function attributeWords(text: string): string {
  const named = namedAttribute(text);
  return named === undefined ? `\`${text}\`` : `\`${named.attribute}\` of \`${named.event}\``;
}

function contacts(condition: ContactCondition, holds: boolean): string {
  const { event, eq, gte, lte, within, after, same } = condition;
  const none = (eq ?? lte) === 0 && gte === undefined;
  const which = event === undefined ? '' : ` (${listOf(quoted(namesIn(event)), 'or')})`;
  const often = none ? '' : ` ${[eq === undefined ? '' : `exactly ${timesWord(eq)}`, gte === undefined ? '' : `at least ${timesWord(gte)}`, lte === undefined ? '' : `at most ${timesWord(lte)}`].filter((part) => part !== '').join(' and ')}`;
  const about = same === undefined ? '' : ` about the same \`${same}\``;
  return `the customer was ${none === holds ? 'not ' : ''}in contact${which}${often === ' ' ? '' : often}${about}${timeWords(within, after, 'the first contact')}`;
}

function times({ atLeast, within, after }: RepeatCondition): string {
  return `at least ${timesWord(atLeast)}${timeWords(within, after, 'the first time')}`;
}

function timesWord(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : count(n, 'time');
}

function timeWords(within: string | undefined, after: string | undefined, first: string): string {
  if (within === undefined) return after === undefined ? '' : ` after \`${after}\``;
  return ` within ${durationWords(within)} ${after === undefined ? `of ${first}` : `after \`${after}\``}`;
}

/** A length of time as people read it. */
export function durationWords(text: string): string {
  const reading = parseDuration(text);
  if ('problem' in reading) return text;
  const { months, days, seconds } = reading.duration;
  if (months === 0 && seconds === 0 && days > 0) return count(days, 'day');
  return days === 0 && months === 0 && seconds > 0 && seconds % 3600 === 0 ? count(seconds / 3600, 'hour') : formatDuration(reading.duration);
}

/** `motor-claim#visit` is step `visit` of journey `motor-claim`. */
export function stepWords(written: string | readonly string[]): string {
  const [first = '', ...others] = namesIn(written);
  if (others.length > 0) return `steps ${listOf(quoted([first, ...others]))}`;
  const mark = first.indexOf('#');
  return mark < 0 ? `step \`${first}\`` : `step \`${first.slice(mark + 1)}\` of journey \`${first.slice(0, mark)}\``;
}

function precededWords({ dimension, event, within }: PrecededBy, holds: boolean): string {
  const under = `${within === undefined ? '' : `at most ${durationWords(within)} `}after a \`${dimension}\``;
  return holds ? `\`${event}\` happened ${under}, under whose name the case counts` : `\`${event}\` did not happen ${under}`;
}

function promiseWords({ sla, is }: PromiseCondition, holds: boolean): string {
  if (is === 'due') return `promise \`${sla}\` was ${holds ? '' : 'not yet '}due`;
  return `promise \`${sla}\` was ${holds ? '' : 'not '}${is}`;
}
