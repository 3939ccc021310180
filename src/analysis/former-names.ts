import type { Spec } from '../model/spec.js';
import type { StageModel, StepModel, JourneyModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';

/** Documents by the ids that they had before. */
export function formerNames(workspace: Workspace): ReadonlyMap<string, Spec> {
  return new Map(workspace.specs.flatMap((spec) => aliasesOf(spec).map((alias) => [alias, spec] as const)));
}

/** The step or stage of a journey that had this id before; a stage is asked for as `stages/x`. */
export function renamedInside(journey: JourneyModel, inner: string): StepModel | StageModel | undefined {
  const isStage = inner.startsWith('stages/');
  const id = isStage ? inner.slice('stages/'.length) : inner.slice(inner.indexOf('.') + 1);
  const places: readonly (StepModel | StageModel)[] = isStage ? journey.stages : journey.steps;
  return places.find(({ value }) => value.aliases?.includes(id));
}

/** The ids that a document had before. */
export function aliasesOf({ value }: Spec): readonly string[] {
  return 'aliases' in value ? (value.aliases ?? []) : [];
}
