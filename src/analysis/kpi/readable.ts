import type { Formula, Predicate } from '../../schema/kinds/kpi.js';

/** What a person can read. A condition on the whole stands at each part once a formula is compared, so that long ones would grow beyond measure. */
const most = { depth: 24, values: 500 } as const;

/** True when a formula is so long, or nested so deep, that nobody can read it. Does not call itself, so that no depth is too much for it. */
export function isUnreadable(formula: Formula | Predicate): boolean {
  let layer: readonly unknown[] = [formula];
  for (let [depth, values] = [0, 0]; layer.length > 0; depth += 1) {
    values += layer.length;
    if (depth > most.depth || values > most.values) return true;
    layer = layer.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}
