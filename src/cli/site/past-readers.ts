import type { FollowedSpec } from '../../audit/find-spec.js';
import { workspaceAt, type Followed } from '../../audit/past-workspace.js';
import type { Moment, SpecVersion } from '../../audit/spec-timeline.js';
import { changesAt, meaningOf } from '../../audit/version-changes.js';
import { lazy } from '../../base/lazy.js';
import { remembering } from '../../base/remembering.js';
import type { Change } from '../../diff/change.js';
import { isFor, pastSight, type KeptSince, type Sight } from '../../render/audience.js';
import { audiences, type Audience } from '../../render/audiences.js';
import type { Workspace } from '../../model/workspace.js';
import { readableChanges } from '../../render/readable-changes.js';
import type { Seen } from '../../render/shown-promises.js';
import { accessThen } from './access-then.js';
import { keptSince } from './kept-since.js';

/**
 * What readers may know of the past of a workspace: what each commit kept from them stays kept, also where it has been deleted since or was opened to
 * them later. Only the workspace of a commit says what was hidden then. What was open and is kept from them by now is kept in its older versions as well.
 */
export class PastReaders {
  readonly #isAllSeen: boolean;
  /** What is kept from them by now. */
  readonly keptSince: () => KeptSince;

  constructor(
    private readonly followed: Followed,
    private readonly audience: Audience,
    now: Workspace,
  ) {
    this.keptSince = lazy(() => keptSince(followed, now, audience));
    this.#isAllSeen = audience === audiences.at(-1);
  }

  /** The workspace of a commit with what these readers could see of it, and still can. */
  seenAt({ place }: Pick<Moment, 'place'>): Seen {
    const workspace = workspaceAt(this.followed, this.followed.timeline.moments[place]!);
    return { workspace, sight: pastSight(workspace, this.audience, this.keptSince()) };
  }

  /** What a version changed, as far as these readers may know of it. */
  changesOf({ spec: { versions } }: FollowedSpec, version: SpecVersion): readonly Change[] {
    const { changes, sinceReleased } = meaningOf(this.followed, version);
    if (this.#isAllSeen || changes.length === 0) return changes;
    const former = versions[versions.indexOf(version) - 1];
    if (former !== undefined && !isFor(this.audience, accessThen(this.followed, former))) return [];
    const readable = this.#readable(version.moment.place);
    return changes.filter((change) => readable.has(change) && (sinceReleased === undefined || this.mayReadAt(sinceReleased, change.message)));
  }

  /** True where a text names nothing that was hidden at a commit. */
  mayReadAt({ place }: Pick<Moment, 'place'>, text: string): boolean {
    return this.#isAllSeen || this.#sightAt(place).mayRead(text);
  }

  /** Worked out once for each commit, because many documents may have changed with it and a workspace of the past is costly. */
  readonly #readable = remembering((place: number): ReadonlySet<Change> => new Set(readableChanges([place - 1, place].map((each) => this.seenAt({ place: each })), changesAt(this.followed, place))));

  readonly #sightAt = remembering((place: number): Sight => this.seenAt({ place }).sight!);
}
