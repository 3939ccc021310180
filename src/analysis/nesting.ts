import { groupBy } from '../base/groups.js';
import type { Path } from '../base/json.js';
import type { JourneyModel } from '../model/journey.js';
import { isActive } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { stronglyConnected } from './cycles.js';

/** That one journey is a part of another, and where that is said. */
export interface Containment {
  readonly outer: string;
  readonly inner: string;
  readonly said: { readonly journey: JourneyModel; readonly path: Path };
}

/** Which journeys are parts of which: by `parent`, and by steps that stand for a journey. */
export function containments(workspace: Workspace): readonly Containment[] {
  return workspace.journeys.flatMap((journey) => {
    const { parent } = journey.spec.value;
    const upward = parent === undefined ? [] : [{ outer: parent, inner: journey.id, said: { journey, path: ['parent'] } }];
    const standing = journey.steps.filter(({ value }) => value.journey !== undefined);
    const downward = standing.map(({ value, path }) => ({ outer: journey.id, inner: value.journey!, said: { journey, path: [...path, 'journey'] } }));
    return [...upward, ...downward].filter(({ outer, inner }) => workspace.journey(outer) !== undefined && workspace.journey(inner) !== undefined);
  });
}

/** Circles of journeys that are parts of each other: one containment of each circle, said by a journey in force if there is one, with all its journeys. */
export function nestingCircles(parts: readonly Containment[]): readonly { readonly part: Containment; readonly journeys: readonly string[] }[] {
  const within = groupBy(parts, ({ outer }) => outer);
  const groups = stronglyConnected([...within.keys()], (id) => (within.get(id) ?? []).map(({ inner }) => inner));
  return groups.flatMap((journeys) => {
    const inside = journeys.flatMap((id) => within.get(id) ?? []).filter(({ inner }) => journeys.includes(inner));
    const part = inside.find(({ said }) => isActive(said.journey.spec)) ?? inside[0];
    return part === undefined ? [] : [{ part, journeys: journeys.toSorted() }];
  });
}

/** Containments that reach one level deeper than allowed. What lies below them is not told again. */
export function tooDeep(parts: readonly Containment[], limit: number): readonly Containment[] {
  const within = groupBy(parts, ({ outer }) => outer);
  const contained = new Set(parts.map(({ inner }) => inner));
  let level = [...within.keys()].filter((id) => !contained.has(id));
  for (let depth = 1; depth < limit; depth += 1) level = [...new Set(level.flatMap((id) => (within.get(id) ?? []).map(({ inner }) => inner)))];
  return level.flatMap((id) => firstOfEachInner(within.get(id) ?? []));
}

/** The parent may name the part and the part its parent: that is one containment. */
function firstOfEachInner(parts: readonly Containment[]): readonly Containment[] {
  return [...groupBy(parts, ({ inner }) => inner).values()].map(([first]) => first!);
}
