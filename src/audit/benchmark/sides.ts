import { matchedSpecs } from '../../diff/match-specs.js';
import { renamesOf, type Renames } from '../../diff/renames.js';
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

/** Both sides, and how the names of the first one are called on the second one. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** The id on the second side of a spec of the first one. */
  spec(kind: string, id: string): string;
  /** The id on the second side of a step, or of a stage as `stages/x`. */
  inside(id: string): string;
}

/** `undefined` where one of the journeys is not there, or nothing is known of its content. */
export function sidesOf(before: BenchmarkSide, after: BenchmarkSide): Sides | undefined {
  const [one, other] = [before.workspace.journey(before.journey), after.workspace.journey(after.journey)];
  if (one === undefined || other === undefined) return undefined;
  const sides = { before: { workspace: before.workspace, journey: one }, after: { workspace: after.workspace, journey: other } };
  const [there, back] = [renamesBetween(before.workspace, after.workspace), former(sides)];
  const spec = (kind: string, id: string): string => back.get(`${kind} ${id}`) ?? there.spec(kind, id);
  const isSame = spec('Journey', one.id) === other.id;
  return { ...sides, spec, inside: (id) => (isSame ? (back.get(id) ?? there.inside(other.id, id)) : id) };
}

function renamesBetween(before: Workspace, after: Workspace): Renames {
  return renamesOf(before, after, matchedSpecs(before)(after));
}

/** Only a later version says what something was called before. Where that is the first side, its names are told by what they were called on the second one. */
function former({ before, after }: Pick<Sides, 'before' | 'after'>): ReadonlyMap<string, string> {
  const renames = renamesBetween(after.workspace, before.workspace);
  const names = new Map<string, string>();
  for (const { kind, id } of after.workspace.specs) names.set(`${kind} ${renames.spec(kind, id)}`, id);
  const { id, steps, stages } = after.journey;
  if (renames.spec('Journey', id) !== before.journey.id) return renamed(names);
  for (const inner of [...steps.map((step) => step.id), ...stages.map((stage) => `stages/${stage.id}`)]) names.set(renames.inside(before.journey.id, inner), inner);
  return renamed(names);
}

function renamed(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...names].filter(([name, other]) => name !== other && !name.endsWith(` ${other}`)));
}
