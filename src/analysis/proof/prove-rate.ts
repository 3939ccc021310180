import { allMillionths, percentText } from '../../base/exact.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';
import type { SlaTarget } from '../../schema/kinds/sla.js';
import { availabilityBound } from '../availability.js';
import { runsOnSystems } from '../blocking-systems.js';
import { always } from '../business-time/calendar.js';
import { at, distinct, premise } from './premises.js';
import { calendarIdOf, type Promised } from './promises.js';
import { groupOf, keptBy } from './target-groups.js';
import type { Budget, Premise, TargetProof } from './verdict.js';

/**
 * Says of promises that are no times whether they follow. Availability follows from that of the systems without which the
 * journey stands still, because their outages may at worst add up; other rates have no parts.
 */
export function proveRate(workspace: Workspace, journey: JourneyModel, whole: Promised, metric: string): readonly TargetProof[] {
  return whole.targets.map((target) => (metric === 'availability' ? proveAvailability(workspace, journey, whole, target) : notTimed(workspace, whole, target)));
}

function proveAvailability(workspace: Workspace, journey: JourneyModel, whole: Promised, target: SlaTarget): TargetProof {
  const kept = keptBy(target);
  if (kept === undefined) return rate(workspace, whole, target, [premise('value', at(whole, 'targets', whole.targets.indexOf(target)), `The percent of \`${whole.id}\` is finer than can be reckoned with exactly.`, 'Write at most four decimals.')]);
  const calendar = calendarIdOf(workspace, whole);
  if (calendar !== always) return rate(workspace, whole, target, [premise('calendar', at(whole, 'calendar'), `The systems of the journey are measured around the clock, and \`${whole.id}\` on \`${calendar}\`: all outages may fall into its hours.`, 'Promise the availability on `24x7`.')]);
  const bound = availabilityBound(journey, workspace, whole.window);
  if (!runsOnSystems(journey, workspace)) return rate(workspace, whole, target, [noSystem(journey, whole)]);
  const overdrawn = kept <= bound.kept ? [] : [budgetPremise(whole, target, bound.kept)];
  return { ...rate(workspace, whole, target, [...bound.premises, ...overdrawn]), slack: { seconds: 0, shortfall: bound.kept - kept } };
}

/** What nobody declares is no good news: a journey that names no systems runs on some all the same. */
function noSystem({ spec, id }: JourneyModel, whole: Promised): Premise {
  const message = `No step of \`${id}\` says on which systems it runs, so nothing says how available \`${whole.id}\` is.`;
  return premise('value', { spec, path: ['id'] }, message, 'Name the `systems` of the steps, and how available each of them is.');
}

function budgetPremise(whole: Promised, target: SlaTarget, kept: number): Premise {
  return premise('budget', at(whole, 'targets', whole.targets.indexOf(target)), `The systems of the journey are there at once for ${percentText(kept)} % of the time at the least, and \`${whole.id}\` promises ${percentText(keptBy(target)!)} %.`, `Promise ${percentText(kept)} %, or aim for more at the systems.`);
}

function notTimed(workspace: Workspace, whole: Promised, target: SlaTarget): TargetProof {
  return rate(workspace, whole, target, [premise('value', at(whole, 'metric'), `\`${whole.id}\` promises a rate, which does not follow from times.`, 'Promise a duration, or measure the rate.')]);
}

function rate(workspace: Workspace, whole: Promised, target: SlaTarget, premises: readonly Premise[]): TargetProof {
  const budget: Budget = { kept: keptBy(target) ?? allMillionths, calendar: calendarIdOf(workspace, whole), ...(whole.window === undefined ? {} : { window: whole.window }) };
  return { group: groupOf(target), verdict: premises.length === 0 ? 'proved' : 'not-proved', target: budget, premises: distinct(premises), assumptions: [], paths: [], pathCount: 0, rooms: [] };
}
