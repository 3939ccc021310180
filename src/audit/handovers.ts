import type { Followed } from './past-workspace.js';
import type { FollowedSpec } from './find-spec.js';
import type { Moment, SpecTimeline } from './spec-timeline.js';
import type { WorkspaceTimeline } from './workspace-timeline.js';

/** That a document of one workspace left it while one of the same kind and id stood in another: of either it is told as of a past of its own. */
export interface Handover {
  /** The other workspace. */
  readonly workspace: WorkspaceTimeline;
  /** The commit by which the document had left the one. */
  readonly moment: Moment;
}

/** Where a document had stood before it stood in its workspace; of several, the one that it left last. */
export function handedFrom({ timeline, workspace, spec }: FollowedSpec): Handover | undefined {
  const began = spec.versions[0]!.moment.place;
  const all = namesakes({ timeline, workspace }, spec).flatMap(([other, line]): readonly Handover[] => {
    const left = leftAt(line);
    return left !== undefined && left.place >= began && line.versions[0]!.moment.place < began ? [{ workspace: other, moment: left }] : [];
  });
  return all.toSorted((a, b) => a.moment.place - b.moment.place).at(-1);
}

/** Where a document stands that has left its workspace. */
export function handedTo({ timeline, workspace, spec }: FollowedSpec): Handover | undefined {
  const moment = leftAt(spec);
  if (moment === undefined) return undefined;
  const found = namesakes({ timeline, workspace }, spec).findLast(([, line]) => leftAt(line) === undefined && line.versions[0]!.moment.place <= moment.place);
  return found === undefined ? undefined : { workspace: found[0], moment };
}

/** Other workspaces whose documents have come into this one, each once. */
export function workspacesBefore(followed: Followed): readonly WorkspaceTimeline[] {
  return [...new Set(followed.workspace.specs.flatMap((spec) => handedFrom({ ...followed, spec })?.workspace ?? []))];
}

/** The Workspace document says which workspace it is, and an id of its own says nothing of another one. */
function namesakes({ timeline, workspace }: Followed, spec: SpecTimeline): readonly (readonly [WorkspaceTimeline, SpecTimeline])[] {
  if (spec.coordinate.startsWith('workspace:')) return [];
  return timeline.everywhere.filter((each) => each !== workspace).flatMap((each) => each.specs.filter(({ coordinate }) => coordinate === spec.coordinate).map((line) => [each, line] as const));
}

function leftAt({ versions }: SpecTimeline): Moment | undefined {
  const last = versions.at(-1)!;
  return last.event === 'gone' ? last.moment : undefined;
}
