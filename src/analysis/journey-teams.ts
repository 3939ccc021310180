import { onceInTurn } from '../base/remembering.js';
import type { JourneyModel } from '../model/journey.js';
import type { Journey } from '../schema/kinds/journey.js';
import { readReference } from './written-reference.js';

/** Teams that work on a journey: those that act in its steps and those that answer for its stages. */
export const workingTeams = onceInTurn((journey: JourneyModel): ReadonlySet<string> => {
  const working = new Set<string>();
  for (const { teams } of journey.steps) for (const team of teams) working.add(team);
  for (const { owner } of journey.stages) working.add(owner);
  return working;
});

/** Teams that have a say about a journey: its owner, those that work on it, and those that are asked or told. */
export function teamsAtTheTable(journey: JourneyModel): ReadonlySet<string> {
  const { owner, ownership } = journey.spec.value;
  const raci = journey.stages.flatMap(({ value }) => (value.raci === undefined ? [] : (Object.values(value.raci).flat() as readonly string[])));
  const teams = raci.map((reference) => readReference(reference).id);
  return new Set([owner, ...workingTeams(journey), ...teams, ...(ownership?.authority ?? []), ...(ownership?.stakeholders ?? [])]);
}

/** How much a journey spans, as written or as follows from its parent and its teams. */
export function levelOf(journey: JourneyModel): NonNullable<Journey['level']> {
  const { level, parent } = journey.spec.value;
  return level ?? (parent === undefined && workingTeams(journey).size <= 1 ? 'micro' : 'end-to-end');
}
