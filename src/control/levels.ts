import type { Change, ChangePart } from '../diff/change.js';
import { higher, outweighs } from '../diff/content-meaning.js';
import type { Workspace } from '../model/workspace.js';
import type { Level } from '../schema/meanings.js';

/**
 * How much a change weighs where a Policy weighs its kind otherwise. It may raise any, and may not lower what is regulated. A group of fields that
 * came or went as a whole weighs as much as the heaviest of them then, or as its own kind where the Policy raises that.
 */
export function levelOf(judge: Workspace, change: Change): Level {
  const { includes, level, ownLevel = level } = change;
  if (includes === undefined) return levelOfPart(judge, change);
  const least = includes.every((part) => outweighs(ownLevel, part.level)) ? ownLevel : 'editorial';
  return [...includes.map((part) => levelOfPart(judge, part)), levelOfPart(judge, { ...change, level: least })].reduce(higher);
}

/** The same for one field that a change includes, or for a change that includes none. */
export function levelOfPart({ policy }: Workspace, { kind, level, regulated }: ChangePart): Level {
  const as = policy.value.reclassify?.find((each) => each.change === kind)?.as;
  if (as === undefined) return level;
  return regulated && outweighs(level, as) ? level : as;
}

/** Changes as the Policy of a workspace weighs them. Weighed twice by the same Policy, they weigh the same. */
export function weighedBy(judge: Workspace, changes: readonly Change[]): readonly Change[] {
  if (judge.policy.value.reclassify === undefined) return changes;
  return changes.map((change) => weighedAs(change, levelOf(judge, change)));
}

/** What it would be is kept beside, so that whoever reads of a lower level is told whose word that is. */
function weighedAs(change: Change, level: Level): Change {
  return level === change.level ? change : { ...change, level, ownLevel: change.ownLevel ?? change.level };
}
