import { documentPartOf } from '../../model/spec.js';
import { groupBy } from '../../base/groups.js';
import { listOf } from '../../base/words.js';
import type { Audience, Change } from '../../diff/change.js';
import { levels } from '../../diff/tally.js';
import { address } from '../place.js';
import type { ChangeResults } from './change-results.js';

const audiences: Readonly<Record<Audience, string>> = {
  customer: 'customers',
  provider: 'those who provide it',
  staff: 'staff',
  owner: 'the owner',
  'data-subject': 'the people whom the data are about',
  regulator: 'those who supervise it',
  analyst: 'those who read the figures',
  integrator: 'systems that rely on it',
};

/** Customers come first. */
export function audienceOrder(audience: Audience): number {
  return Object.keys(audiences).indexOf(audience);
}

/** Who is meant by an audience. */
export function audienceWords(audience: Audience): string {
  return audiences[audience];
}

/** Who may be worse off, in words; empty when nobody is. */
export function harmedWords({ harms }: Change): string {
  return harms.length === 0 ? '' : `May harm ${listOf(harms.map((each) => audiences[each]))}.`;
}

/** Whose word the level is, where it is not the one of the kind; else empty. */
export function policyWords({ level, ownLevel }: Change): string {
  return ownLevel === undefined ? '' : `It would be ${ownLevel}; the Policy has it count as ${level}.`;
}

/**
 * `from origin/main (1cf1455ad9c5) to working tree`.
 *
 * @param name - How each of them is written.
 */
export function versionWords({ base, head }: Pick<ChangeResults, 'base' | 'head'>, name: (label: string) => string = (label) => label): string {
  return `from ${name(base.label)} to ${name(head.label)}`;
}

/** A change with the other documents in which the same place makes the same change: variants of a journey. */
export interface ToldOnce {
  readonly change: Change;
  /** `journey:motor-claim-at`. */
  readonly also: readonly string[];
}

/** What one edit changes in a journey and in its variants is told once. */
export function toldOnce(changes: readonly Change[]): readonly ToldOnce[] {
  const keyOf = ({ kind, level, before, after, facts }: Change): string => JSON.stringify([kind, level, before && address(before), after && address(after), facts]);
  return [...groupBy(changes, keyOf).values()].map(([change, ...same]) => ({ change: change!, also: same.map(({ subject }) => documentPartOf(subject)) }));
}

/** `The same in journey:motor-claim-at.`; empty where it is told of one document alone. */
export function alsoWords({ also }: ToldOnce): string {
  return also.length === 0 ? '' : `The same in ${listOf(also.map((each) => `\`${each}\``))}.`;
}

/** The changes of each document, the documents with the most harmful changes first, and so are the changes of each. */
export function byDocument(changes: readonly Change[]): readonly (readonly [document: string, changes: readonly ToldOnce[]])[] {
  const weight = ({ change: { level, regulated } }: ToldOnce): number => 2 * levels.indexOf(level) - (regulated ? 1 : 0);
  const groups = [...groupBy(toldOnce(changes), ({ change }) => documentPartOf(change.subject))].map(([document, list]) => [document, list.toSorted((a, b) => weight(a) - weight(b))] as const);
  return groups.toSorted(([, a], [, b]) => weight(a[0]!) - weight(b[0]!));
}
