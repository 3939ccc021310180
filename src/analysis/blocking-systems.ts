import type { Spec } from '../model/spec.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import { entrySteps, follow } from './reachability.js';
import { stopsWithout, systemsOf } from './system-use.js';
import { isMain } from './ways.js';

/** A system without which a journey stands still, with the first step that needs it. */
export interface BlockingSystem {
  readonly system: Spec<'System'>;
  readonly step: StepModel;
}

/**
 * Systems that a case needs on some way through the journey, those of the journeys that its steps stand for included: a step runs on
 * them and has neither a fallback nor goes on with less. Steps beside the way, such as reminders, stop nobody.
 */
export function blockingSystems(journey: JourneyModel, workspace: Workspace): readonly BlockingSystem[] {
  const found = new Map<string, BlockingSystem>();
  for (const { system, step } of systemsOnTheWay(journey, workspace)) if (!found.has(system.id) && stopsWithout(step, system.id)) found.set(system.id, { system, step });
  return [...found.values()];
}

/** True when it is declared on which systems a journey runs, be it that it goes on without each of them. */
export function runsOnSystems(journey: JourneyModel, workspace: Workspace): boolean {
  return systemsOnTheWay(journey, workspace).length > 0;
}

function systemsOnTheWay(journey: JourneyModel, workspace: Workspace): readonly BlockingSystem[] {
  const found: BlockingSystem[] = [];
  const waiting = [journey];
  const seen = new Set(waiting);
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    for (const step of stepsOnTheWay(each)) {
      found.push(...systemsOf(step).flatMap((id) => workspace.find('System', id) ?? []).map((system) => ({ system, step })));
      const inner = step.value.journey === undefined ? undefined : workspace.journey(step.value.journey);
      if (inner !== undefined && !seen.has(inner)) waiting.push(inner);
      if (inner !== undefined) seen.add(inner);
    }
  }
  return found;
}

function stepsOnTheWay(journey: JourneyModel): readonly StepModel[] {
  const onTheWay = follow(journey, entrySteps(journey).map(({ id }) => id), isMain);
  return journey.steps.filter(({ id }) => onTheWay.has(id));
}
