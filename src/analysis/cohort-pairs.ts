import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { isUnreadable } from './kpi/readable.js';
import { keyText, normalDuration, normalPredicate } from './kpi/normal-predicate.js';
import { figuresOf } from './kpi-roles.js';

/** A KPI of the customers who were kept, and one of those who were lost, that readers hold together. */
export interface CohortPair {
  readonly kept: Spec<'Kpi'>;
  readonly lost: Spec<'Kpi'>;
}

/** Pairs that are each other's counterpart, or steer the same journey; each pair once. */
export function cohortPairs(workspace: Workspace): readonly CohortPair[] {
  const counting = (result: 'kept' | 'lost'): readonly Spec<'Kpi'>[] => workspace.all('Kpi').filter(({ value, status }) => value.formula?.cohort?.result === result && status !== 'retired');
  const [keeping, losing] = [counting('kept'), counting('lost')];
  if (keeping.length === 0 || losing.length === 0) return [];
  const steering = workspace.journeys.map(({ spec }) => new Set(figuresOf(spec, workspace)?.map(({ figure }) => figure.id)));
  const areRead = (kept: Spec<'Kpi'>, lost: Spec<'Kpi'>): boolean => kept.value.counterpart === lost.id || lost.value.counterpart === kept.id || steering.some((ids) => ids.has(kept.id) && ids.has(lost.id));
  return keeping.flatMap((kept) => losing.filter((lost) => areRead(kept, lost)).map((lost) => ({ kept, lost })));
}

/** In what two cohorts differ although their shares are to add up to one. What one of them leaves open is no difference. */
export type CohortDifference = 'start' | 'lost' | 'new' | 'window';

/** Every difference of a pair; none where a formula is too deep to read. */
export function differencesOf({ kept, lost }: CohortPair): readonly CohortDifference[] {
  const [formulas, windows] = [[kept, lost].map(({ value }) => value.formula!), [kept, lost].map(({ value }) => value.window)];
  if (formulas.some(isUnreadable)) return [];
  const differs = (part: 'start' | 'lost' | 'new'): boolean => areOther(formulas.map(({ cohort }) => cohort![part]), (condition) => keyText(normalPredicate(condition)));
  const parts = (['start', 'lost', 'new'] as const).filter(differs);
  return areOther(windows, normalDuration) ? [...parts, 'window'] : parts;
}

/** True when both are said, and are not the same in the one notation that all have in common. */
function areOther<Value>([a, b]: readonly (Value | undefined)[], inOneNotation: (value: Value) => string): boolean {
  return a !== undefined && b !== undefined && inOneNotation(a) !== inOneNotation(b);
}
