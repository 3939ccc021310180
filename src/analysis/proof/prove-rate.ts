import { allMillionths, percentText } from '../../base/exact.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';
import type { SlaTarget } from '../../schema/kinds/sla.js';
import { availabilityBound } from '../availability.js';
import { at, distinct, premise } from './premises.js';
import type { Promised } from './promises.js';
import { groupOf, keptBy } from './target-groups.js';
import type { Budget, Premise, TargetProof } from './verdict.js';

/**
 * Says of promises that are no times whether they follow. Availability follows from that of the systems without which the
 * journey stands still, because their outages may at worst add up; other rates have no parts.
 */
export function proveRate(workspace: Workspace, journey: JourneyModel, whole: Promised, metric: string): readonly TargetProof[] {
  return whole.targets.map((target) => (metric === 'availability' ? proveAvailability(workspace, journey, whole, target) : notTimed(whole, target)));
}

function proveAvailability(workspace: Workspace, journey: JourneyModel, whole: Promised, target: SlaTarget): TargetProof {
  const kept = keptBy(target);
  if (kept === undefined) return rate(whole, target, [premise('value', at(whole, 'targets', whole.targets.indexOf(target)), `The percent of \`${whole.id}\` is finer than can be reckoned with exactly.`, 'Write at most four decimals.')]);
  if (whole.calendar !== undefined && whole.calendar !== '24x7') return rate(whole, target, [premise('calendar', at(whole, 'calendar'), `The systems of the journey are measured around the clock, and \`${whole.id}\` on \`${whole.calendar}\`: all outages may fall into its hours.`, 'Promise the availability on `24x7`.')]);
  const bound = availabilityBound(journey, workspace, whole.window);
  const overdrawn = kept <= bound.kept ? [] : [budgetPremise(whole, target, bound.kept)];
  return { ...rate(whole, target, [...bound.premises, ...overdrawn]), slack: { seconds: 0, shortfall: bound.kept - kept } };
}

function budgetPremise(whole: Promised, target: SlaTarget, kept: number): Premise {
  return premise('budget', at(whole, 'targets', whole.targets.indexOf(target)), `The systems of the journey are there at once for ${percentText(kept)} % of the time at the least, and \`${whole.id}\` promises ${percentText(keptBy(target)!)} %.`, `Promise ${percentText(kept)} %, or aim for more at the systems.`);
}

function notTimed(whole: Promised, target: SlaTarget): TargetProof {
  return rate(whole, target, [premise('value', at(whole, 'metric'), `\`${whole.id}\` promises a rate, which does not follow from times.`, 'Promise a duration, or measure the rate.')]);
}

function rate(whole: Promised, target: SlaTarget, premises: readonly Premise[]): TargetProof {
  const budget: Budget = { kept: keptBy(target) ?? allMillionths, calendar: whole.calendar ?? '24x7', ...(whole.window === undefined ? {} : { window: whole.window }) };
  return { group: groupOf(target), verdict: premises.length === 0 ? 'proved' : 'not-proved', target: budget, premises: distinct(premises), assumptions: [], paths: [], pathCount: 0, rooms: [] };
}
