import type { Formula, Predicate } from '../../schema/kinds/kpi.js';

/** How deep maps and lists of a formula may stand in each other: a ratio of ratios of conditions on conditions, and no deeper. */
export const mostDepth = 24;

/** True when a formula is nested deeper than anybody can read. Does not call itself, so that no depth is too much for it. */
export function isTooDeep(formula: Formula | Predicate): boolean {
  let layer: readonly unknown[] = [formula];
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth > mostDepth) return true;
    layer = layer.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value).filter((inner) => typeof inner === 'object') : []));
  }
  return false;
}
