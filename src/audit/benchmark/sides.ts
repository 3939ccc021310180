import { matchedSpecs } from '../../diff/match-specs.js';
import { renamesOf } from '../../diff/renames.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';

/** A journey in the workspace that it is, or was, a part of. */
export interface BenchmarkSide {
  readonly workspace: Workspace;
  /** Id of the journey in it. */
  readonly journey: string;
}

/** One side with its journey found. */
export interface Side {
  readonly workspace: Workspace;
  readonly journey: JourneyModel;
}

/** Both sides, and how the names of the earlier one are called on the later one. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** The id on the later side of a spec of the earlier one. */
  spec(kind: string, id: string): string;
  /** The id on the later side of a step, or of a stage as `stages/x`. */
  inside(id: string): string;
}

/** `undefined` where one of the journeys is not there, or nothing is known of its content. */
export function sidesOf(before: BenchmarkSide, after: BenchmarkSide): Sides | undefined {
  const [one, other] = [before.workspace.journey(before.journey), after.workspace.journey(after.journey)];
  if (one === undefined || other === undefined) return undefined;
  const renames = renamesOf(before.workspace, after.workspace, matchedSpecs(before.workspace)(after.workspace));
  const isSame = renames.spec('Journey', one.id) === other.id;
  return {
    before: { workspace: before.workspace, journey: one },
    after: { workspace: after.workspace, journey: other },
    spec: renames.spec,
    inside: (id) => (isSame ? renames.inside(other.id, id) : id),
  };
}
