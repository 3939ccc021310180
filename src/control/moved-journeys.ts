import type { Coordinate } from '../base/diagnostic.js';
import { partsOf, type Change } from '../diff/change.js';
import { documentPartOf, isActive, isKind, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { promisesResting } from '../analysis/resting-promises.js';

/** What is said of a calendar or a promise and moves no deadline. */
const untimed = /^(?:spec-access|spec-review|review-cycle)-/;

/**
 * Journeys in force in which changes of one document move something, though nobody has touched them: their deadlines, where a promise
 * that they rely on or the calendar that it is counted on is another one, and what follows from that for their own promises.
 *
 * @param changes - Every change, with those that follow from others.
 * @param own - The changes of the document.
 */
export function movedJourneys(workspaces: readonly Workspace[], subject: Coordinate, changes: readonly Change[], own: readonly Change[]): readonly Spec<'Journey'>[] {
  const followers = changes.filter(({ because }) => because?.some((cause) => documentPartOf(cause) === subject) === true).map((change) => documentPartOf(change.subject));
  const found = workspaces.flatMap((workspace) => {
    const following = followers.flatMap((each) => workspace.specAt(each) ?? []);
    const promised = movedPromises(workspace, subject, own).flatMap(({ coordinate }) => workspace.namedBy(coordinate));
    return [...following, ...promised];
  });
  return found.filter((spec): spec is Spec<'Journey'> => isKind(spec, 'Journey') && isActive(spec) && spec.coordinate !== subject);
}

/** Promises that are due on another day than before: the changed one, or those counted on a changed calendar. What only words, owners or papers say moves none of them. */
export function movedPromises(workspace: Workspace, subject: Coordinate, own: readonly Change[]): readonly Spec<'Sla'>[] {
  const moves = own.flatMap(partsOf).some(({ kind, level }) => level === 'breaking' && !untimed.test(kind));
  return moves ? promisesResting(workspace, subject).filter(isActive) : [];
}
