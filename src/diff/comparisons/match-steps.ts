import type { JourneyModel, StageModel, StepModel } from '../../model/journey.js';
import type { Renames } from '../renames.js';

/** Which part of one version is which of the other. */
interface Matched<Part> {
  readonly pairs: readonly (readonly [Part, Part])[];
  readonly added: readonly Part[];
  readonly removed: readonly Part[];
}

/** Stages and steps of two versions of a journey. */
export interface MatchedSteps {
  readonly stages: Matched<StageModel>;
  readonly steps: Matched<StepModel>;
  /** Steps that stand in another stage. */
  readonly moved: readonly { readonly was: StepModel; readonly is: StepModel }[];
  readonly stagesReordered: boolean;
  /** The id after of a step of before. */
  now(id: string): string;
}

/** Matches stages and steps by id, or by a former name. */
export function matchSteps(renames: Renames, before: JourneyModel, after: JourneyModel): MatchedSteps {
  const now = (id: string): string => renames.inside(after.id, id);
  const stageNow = (id: string): string => now(`stages/${id}`).slice('stages/'.length);
  const stages = match(before.stages, after.stages, stageNow);
  const steps = match(before.steps, after.steps, now);
  return {
    stages,
    steps,
    moved: steps.pairs.flatMap(([was, is]) => (stageNow(was.stage.id) === is.stage.id ? [] : [{ was, is }])),
    stagesReordered: stages.pairs.some(([was], index) => index > 0 && Number(was.path[1]) < Number(stages.pairs[index - 1]![0].path[1])),
    now,
  };
}

function match<Part extends { readonly id: string }>(before: readonly Part[], after: readonly Part[], now: (id: string) => string): Matched<Part> {
  const old = new Map(before.map((part) => [now(part.id), part]));
  const ids = new Set(after.map(({ id }) => id));
  return {
    pairs: after.flatMap((is) => (old.has(is.id) ? [[old.get(is.id)!, is] as const] : [])),
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !ids.has(now(id))),
  };
}
