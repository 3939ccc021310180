import type { StageModel } from '../model/journey.js';

/** Who does the work of a stage, who answers for it, who is asked and who is told: teams, or roles as `team#role`. */
export interface Responsibilities {
  readonly responsible: readonly string[];
  readonly accountable: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
}

/** The RACI of a stage, as written or as follows from who acts in its steps and who owns it. */
export function responsibilitiesOf({ value, responsible, accountable }: StageModel): Responsibilities {
  return { responsible, accountable, consulted: value.raci?.consulted ?? [], informed: value.raci?.informed ?? [] };
}
