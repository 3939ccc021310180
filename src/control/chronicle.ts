import { isUnmade } from '../analysis/unmade-variants.js';
import type { CalendarDay } from '../base/date.js';
import type { Coordinate } from '../base/diagnostic.js';
import { onceFor } from '../base/remembering.js';
import type { KnownBesides, Released } from '../diff/diff.js';
import { matchedSpecs } from '../diff/match-specs.js';
import type { Workspace } from '../model/workspace.js';
import { releases, type Release } from './releases.js';

/** Follows a workspace from version to version and tells of each document when its version was raised, with everything that came with it. */
export class Chronicle {
  #last: Recorded;
  /** Documents that were changed without a new version, with what was there before that. */
  readonly #waiting = new Map<Coordinate, Since>();
  /** What was released of documents that were put back to draft and are still there. */
  #drafted: ReadonlyMap<Coordinate, Released> = new Map();

  /** @param nothing - What was there before the first version. */
  constructor(nothing: Workspace) {
    this.#last = { workspace: nothing, today: undefined };
  }

  get last(): Workspace {
    return this.#last.workspace;
  }

  /**
   * What the next version of the workspace has released: with a new version, as new, as gone, or without versions altogether.
   *
   * @param today - The day on which it was recorded: what was announced for a later one had not begun.
   */
  add(workspace: Workspace, today?: CalendarDay): readonly Release[] {
    const [before, told] = [this.last, [] as Release[]];
    this.#last = { workspace, today };
    const drafted = this.#drafted;
    const here: Since = { workspace: before, drafted };
    this.#drafted = draftedAfter(drafted, before, workspace);
    for (const document of unmadeSince(before, workspace)) this.#waiting.set(document, this.#waiting.get(document) ?? here);
    const all = releases(before, workspace, { releasedBefore: (draft) => drafted.get(draft), formerly: formerlyIn(drafted), today });
    for (const release of all) {
      const since = this.#waiting.get(release.document);
      const whole = since === undefined || !isReleased(release) ? release : this.#since(since, release.document);
      if (whole === undefined || !isReleased(whole)) this.#waiting.set(release.document, since ?? here);
      else {
        told.push(whole);
        this.#waiting.delete(release.document);
      }
    }
    return [...told, ...this.#releasedWithBase(new Set(all.map(({ document }) => document)))];
  }

  /** Variants that waited because their base was changed without a new version, or was a draft. */
  #releasedWithBase(changed: ReadonlySet<Coordinate>): readonly Release[] {
    return this.last.variants.filter(({ base }) => changed.has(base.coordinate)).flatMap(({ spec: { coordinate } }) => {
      const since = this.#waiting.get(coordinate);
      const release = since === undefined ? undefined : this.#since(since, coordinate);
      if (release === undefined || !isReleased(release)) return [];
      this.#waiting.delete(coordinate);
      return [release];
    });
  }

  /** What was changed and has no new version yet. A base that is put back to draft leaves a variant what it was. */
  unreleased(): readonly Release[] {
    return [...this.#waiting].flatMap(([document, since]) => this.#since(since, document) ?? []).filter((release) => !isOnDraft(release));
  }

  /** What was changed and taken back in between is not told. */
  #since(since: Since, document: Coordinate): Release | undefined {
    return releasesSince(since)(this.#last).find((each) => each.document === document);
  }
}

/** A version of the workspace, and the day on which it was recorded. */
interface Recorded {
  readonly workspace: Workspace;
  readonly today: CalendarDay | undefined;
}

/** The workspace before something was changed. */
interface Since {
  readonly workspace: Workspace;
  /** What had been released then of documents that were drafts. */
  readonly drafted: ReadonlyMap<Coordinate, Released>;
}

/** Worked out once for all documents that were changed together. What has begun by the last version is not what was put off before that. */
const releasesSince = onceFor(({ workspace, drafted }: Since) => onceFor((last: Recorded) => releases(workspace, last.workspace, { today: last.today, formerly: formerlyIn(drafted) })));

/** What is released from a draft is weighed against what was released before that. */
function formerlyIn(drafted: ReadonlyMap<Coordinate, Released>): KnownBesides['formerly'] {
  return (document) => drafted.get(document)?.workspace;
}

/** A draft may be given another id. */
function draftedAfter(drafted: ReadonlyMap<Coordinate, Released>, before: Workspace, after: Workspace): ReadonlyMap<Coordinate, Released> {
  const pairs = matchedSpecs(before)(after).pairs.filter(({ after: { status, kind } }) => status === 'draft' && kind !== 'Record');
  return new Map(pairs.flatMap(({ before: was, after: { coordinate } }) => {
    const released = was.status === 'draft' ? drafted.get(was.coordinate) : { workspace: before, spec: was };
    return released === undefined ? [] : [[coordinate, released] as const];
  }));
}

/** Variants that can be put together no more: whatever becomes of them is compared with what they were, once that is known again. */
function unmadeSince(before: Workspace, after: Workspace): readonly Coordinate[] {
  return matchedSpecs(before)(after).unknown.filter((pair) => !isUnmade(before, pair.before)).map((pair) => pair.after.coordinate);
}

/** A draft is released under the number that it has. A variant that nobody touched is another one when its base is. */
function isReleased(release: Release): boolean {
  const { before, after, base } = release;
  return after === undefined || before !== after || isActivated(release) || (base !== undefined && isReleased(base) && !isOnDraft(release));
}

function isActivated({ document, changes }: Release): boolean {
  return changes.some(({ kind, subject }) => kind === 'spec-activated' && subject === document);
}

function isOnDraft({ status, base }: Release): boolean {
  return base?.status === 'draft' && status !== 'draft';
}
