import { fieldOf, isObject, type JsonArray, type JsonValue } from '../../base/json.js';
import type { JourneyModel, StageModel, StepModel } from '../../model/journey.js';
import { shapeOf } from '../../schema/type-at.js';
import { compareTyped } from '../compare-values.js';
import type { OwnComparison } from './comparison.js';

/**
 * Where only one side writes it, the other side's value is what follows from its surroundings: who says what was so already changes
 * nothing. Where neither writes it, the surroundings are told by themselves.
 */
function implied(valueOf: (journey: JourneyModel, id: string) => JsonValue | undefined): OwnComparison {
  return ({ comparing, pair, versions }, home, places, holders) => {
    const written = { before: fieldOf(holders.before, home.field), after: fieldOf(holders.after, home.field) };
    if (written.before === undefined && written.after === undefined) return;
    const follows = (journey: JourneyModel | undefined, holder: JsonValue | undefined): JsonValue | undefined => (journey === undefined || !isObject(holder) ? undefined : valueOf(journey, String(holder['id'])));
    const before = written.before ?? follows(versions.before.journey(pair.before.id), holders.before);
    const after = written.after ?? follows(versions.after.journey(pair.after.id), holders.after);
    compareTyped(comparing, home, shapeOf(home.shape)[home.field]!.type, places, { before, after });
  };
}

const stepOf = (journey: JourneyModel, id: string): StepModel | undefined => journey.step(id);
const stageOf = (journey: JourneyModel, id: string): StageModel | undefined => journey.stage(id);

export const compareStepTypes = implied((journey, id) => stepOf(journey, id)?.type);
export const compareActors = implied((journey, id) => stepOf(journey, id)?.actors as JsonArray | undefined);
export const compareStageOwners = implied((journey, id) => stageOf(journey, id)?.owner);
