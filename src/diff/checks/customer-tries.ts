import { sameJson, type Path } from '../../base/json.js';
import type { Workspace } from '../../model/workspace.js';
import type { Check } from './check.js';

/** How often a team tries is its own affair; how often a customer may is not. */
export const customerTries: Check = {
  id: 'customer-tries',
  summary: 'Fewer tries in a loop take nothing away from staff, and something from customers who do the step again themselves.',
  *judge({ versions, pair, differences }) {
    for (const difference of differences) {
      const isBound = difference.shape === 'Edge' && difference.field === 'repeats' && (difference.deed === 'tightened' || difference.deed === 'added');
      const { before, after } = difference.holder;
      const isTheirs = isBound && (isTriedByCustomers(versions.before, pair.before.id, before) || isTriedByCustomers(versions.after, pair.after.id, after));
      if (isTheirs) yield { claims: [difference], level: 'breaking', harms: ['customer'] };
    }
  },
};

/** True for a way on which customers come back to a step of their own, or leave one. */
function isTriedByCustomers(workspace: Workspace, journey: string, way: Path): boolean {
  return (workspace.journey(journey)?.transitions ?? []).some(({ path, source, target }) => sameJson(path, way) && [source, target].some(({ value }) => value.lane === 'customer'));
}
