import { isUnmade } from '../analysis/unmade-variants.js';
import { groupBy } from '../base/groups.js';
import { sameJson } from '../base/json.js';
import { onceFor } from '../base/remembering.js';
import { isActive, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';

/** A spec that stands in both versions. */
export interface SpecPair {
  readonly before: Spec;
  readonly after: Spec;
}

/** Which spec of one version is which of the other. */
export interface MatchedSpecs {
  readonly pairs: readonly SpecPair[];
  /** Those of them that say something else than before. */
  readonly changed: readonly SpecPair[];
  /** Variants that stand in both and that one of them cannot put together, so that nobody knows what differs. They are no pairs. */
  readonly unknown: readonly SpecPair[];
  readonly added: readonly Spec[];
  readonly removed: readonly Spec[];
  /** Those before of which nobody knows what has become, because a document that may declare them cannot be read any more. */
  readonly lost: readonly Spec[];
}

/**
 * Matches specs by kind and id, whatever file or Directory they stand in. A former name counts where the old id is gone, the new
 * one is new, and only one spec claims it. Where a document has become unreadable, what it may declare is not removed: nothing is known. What
 * was unreadable before hides nothing. So it is with a variant that cannot be put together: what it says is only half of what it is.
 * Worked out once for two versions.
 */
export const matchedSpecs = onceFor((before: Workspace) => onceFor((after: Workspace) => matchSpecs(before, after)));

function matchSpecs(before: Workspace, after: Workspace): MatchedSpecs {
  const gone = before.specs.filter(({ coordinate }) => after.specAt(coordinate) === undefined);
  const fresh = after.specs.filter(({ coordinate }) => before.specAt(coordinate) === undefined);
  const renamed = [...renamings(gone, fresh), ...renamedRoot(before, after)];
  const used = new Set(renamed.flatMap((pair) => [pair.before, pair.after]));
  const same = after.specs.flatMap((spec) => {
    const was = before.specAt(spec.coordinate);
    return was === undefined ? [] : [{ before: was, after: spec }];
  });
  const all = [...same, ...renamed];
  const unknown = all.filter((pair) => (isUnmade(before, pair.before) || isUnmade(after, pair.after)) && !isToldByOneSide(after, pair));
  const pairs = unknown.length === 0 ? all : all.filter((pair) => !unknown.includes(pair));
  const missing = gone.filter((spec) => !used.has(spec));
  const lost = missing.filter(({ id }) => after.perhapsDeclared(id) && !before.perhapsDeclared(id));
  return {
    pairs,
    changed: pairs.filter((pair) => !isSame(pair)),
    unknown,
    added: [...fresh.filter((spec) => !used.has(spec)), ...unknown.map((pair) => pair.after)].filter((spec) => !isUnmade(after, spec)),
    removed: missing.filter((spec) => !lost.includes(spec)),
    lost,
  };
}

/** What begins to hold is told by what it says then, and what is retired by what it said. */
function isToldByOneSide(after: Workspace, { before: was, after: is }: SpecPair): boolean {
  if (was.status === is.status) return false;
  return is.status === 'retired' || (was.status === 'draft' && isActive(is) && !isUnmade(after, is));
}

/** A workspace that is called otherwise is the same workspace: every other document of it says so. */
function renamedRoot({ root: was }: Workspace, { root: is }: Workspace): readonly SpecPair[] {
  return was === undefined || is === undefined || was.id === is.id ? [] : [{ before: was, after: is }];
}

/** Most texts are the same in both versions, and the same text says the same; a variant's says only half of what it is. */
function isSame({ before, after }: SpecPair): boolean {
  const isText = before.document.source.text === after.document.source.text && before.document.index === after.document.index && !('extends' in after.value);
  return (isText && before.coordinate === after.coordinate) || sameJson(before.value, after.value);
}

/** Which of some new specs are which of some that are gone, under another id. */
export function renamings(gone: readonly Spec[], fresh: readonly Spec[]): readonly SpecPair[] {
  const claims = groupBy(fresh.flatMap((spec) => aliasesOf(spec).map((alias) => ({ name: `${spec.kind} ${alias}`, spec }))), ({ name }) => name);
  const claimed = gone.flatMap((before) => {
    const [first, ...others] = claims.get(`${before.kind} ${before.id}`) ?? [];
    return first === undefined || others.length > 0 || before.status === 'retired' ? [] : [{ before, after: first.spec }];
  });
  const times = groupBy(claimed, ({ after }) => after);
  return claimed.filter(({ after }) => times.get(after)!.length === 1);
}

function aliasesOf({ value }: Spec): readonly string[] {
  return 'aliases' in value ? (value.aliases ?? []) : [];
}
