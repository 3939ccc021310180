import type { Approver } from '../../../analysis/approvers.js';
import type { AskedAlways } from '../../../analysis/asked-always.js';

/** So many of some who have to agree. */
export interface SingleDemand {
  readonly symbols: readonly string[];
  /** Where the Policy says so. */
  readonly field?: string;
  readonly count: number;
  readonly approvers: readonly Approver[];
}

/** Each who has to agree in any case for himself or herself, and those of whom some are enough together. */
export function singleDemands(asked: readonly AskedAlways[]): readonly SingleDemand[] {
  return asked.flatMap(({ count, approvers, ...same }): readonly SingleDemand[] => (count === undefined ? approvers.map((approver) => ({ ...same, count: 1, approvers: [approver] })) : [{ ...same, count, approvers }]));
}
