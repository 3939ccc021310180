import type { CalendarDay } from '../base/date.js';
import type { Coordinate } from '../base/diagnostic.js';
import { onceFor } from '../base/remembering.js';
import type { Released } from '../diff/diff.js';
import { matchedSpecs } from '../diff/match-specs.js';
import type { Workspace } from '../model/workspace.js';
import { releases, type Release } from './releases.js';

/** Follows a workspace from version to version and tells of each document when its version was raised, with everything that came with it. */
export class Chronicle {
  #last: Workspace;
  /** Documents that were changed without a new version, with what was there before that. */
  readonly #waiting = new Map<Coordinate, Since>();
  /** What was released of documents that were put back to draft and are still there. */
  #drafted: ReadonlyMap<Coordinate, Released> = new Map();

  /** @param nothing - What was there before the first version. */
  constructor(nothing: Workspace) {
    this.#last = nothing;
  }

  get last(): Workspace {
    return this.#last;
  }

  /**
   * What the next version of the workspace has released: with a new version, as new, as gone, or without versions altogether.
   *
   * @param today - The day on which it was recorded: what was announced for a later one had not begun.
   */
  add(workspace: Workspace, today?: CalendarDay): readonly Release[] {
    const [before, told] = [this.#last, [] as Release[]];
    this.#last = workspace;
    const drafted = this.#drafted;
    const here: Since = { workspace: before, today };
    this.#drafted = draftedAfter(drafted, before, workspace);
    for (const release of releases(before, workspace, { releasedBefore: (draft) => drafted.get(draft), today })) {
      const since = this.#waiting.get(release.document);
      if (!isReleased(release)) this.#waiting.set(release.document, since ?? here);
      else {
        told.push(since === undefined ? release : (this.#since(since, release.document) ?? release));
        this.#waiting.delete(release.document);
      }
    }
    return told;
  }

  /** What was changed and has no new version yet. */
  unreleased(): readonly Release[] {
    return [...this.#waiting].flatMap(([document, since]) => this.#since(since, document) ?? []);
  }

  /** What was changed and taken back in between is not told. */
  #since(since: Since, document: Coordinate): Release | undefined {
    return releasesSince(since)(this.#last).find((each) => each.document === document);
  }
}

/** The workspace before something was changed, and the day of that. */
interface Since {
  readonly workspace: Workspace;
  readonly today: CalendarDay | undefined;
}

/** Worked out once for all documents that were changed together. */
const releasesSince = onceFor(({ workspace, today }: Since) => onceFor((last: Workspace) => releases(workspace, last, { today })));

/** A draft may be given another id. */
function draftedAfter(drafted: ReadonlyMap<Coordinate, Released>, before: Workspace, after: Workspace): ReadonlyMap<Coordinate, Released> {
  const pairs = matchedSpecs(before)(after).pairs.filter(({ after: { status, kind } }) => status === 'draft' && kind !== 'Record');
  return new Map(pairs.flatMap(({ before: was, after: { coordinate } }) => {
    const released = was.status === 'draft' ? drafted.get(was.coordinate) : { workspace: before, spec: was };
    return released === undefined ? [] : [[coordinate, released] as const];
  }));
}

function isReleased({ before, after }: Release): boolean {
  return after === undefined || before !== after;
}
