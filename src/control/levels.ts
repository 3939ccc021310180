import type { Change } from '../diff/change.js';
import type { Workspace } from '../model/workspace.js';
import type { Level } from '../schema/meanings.js';

const order: readonly Level[] = ['editorial', 'compatible', 'breaking'];

/** How much a change weighs where a Policy weighs its kind otherwise. It may raise any, and may not lower what is regulated. */
export function levelOf({ policy }: Workspace, { kind, level, regulated }: Change): Level {
  const as = policy.value.reclassify?.find((each) => each.change === kind)?.as;
  if (as === undefined) return level;
  return regulated && order.indexOf(as) < order.indexOf(level) ? level : as;
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
