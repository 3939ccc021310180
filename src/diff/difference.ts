import type { JsonObject, JsonValue, Path } from '../base/json.js';

/** What was done to a value, before anybody asks what it means. */
export type Deed =
  | 'added'
  | 'removed'
  | 'tightened'
  | 'loosened'
  | 'changed'
  | 'renamed'
  /** The same in another notation. */
  | 'rewritten'
  /** The same entries in another order, where the order means something. */
  | 'reordered';

/** A value on one side. */
export interface Side {
  readonly path: Path;
  readonly value: JsonValue;
}

/**
 * A place whose value differs, on the sides where there is one. It may be one where nothing is written: the `order` of a list, the
 * `stage` of a step, the `split` of its ways, and the `next` of a step whose way follows from the order.
 */
export interface Covered {
  readonly before?: Path;
  readonly after?: Path;
}

/** A difference between two values of one spec. */
export interface Difference {
  /** The shape whose field it belongs to. */
  readonly shape: string;
  /** The field; entries of a list or a map belong to the field that holds them. */
  readonly field: string;
  readonly deed: Deed;
  readonly before?: Side;
  readonly after?: Side;
  /** Where the field stands on either side, when its value is gone or new. */
  readonly holder: { readonly before: Path; readonly after: Path };
  /**
   * Every place whose value it tells, where those are not simply its own two sides: one that tells only of an id says nothing of what
   * stands below, and one that brings others about tells of those as well.
   */
  readonly covers?: readonly Covered[];
  /** The sentence and the facts, where both sides' values do not tell them by themselves; the kind, where the field does not. */
  readonly told?: { readonly message: string; readonly facts: JsonObject; readonly kind?: string };
  /**
   * Facts that its own values do not hold, and that make it another change: which entry of an ordered list a new one stands behind, and
   * which ways a step brings about. Who has agreed to the one has not agreed to the other.
   */
  readonly besides?: JsonObject;
  /** The group of fields that came or went as a whole, and this one with it. */
  readonly whole?: Difference;
}

/** Every place that a difference tells of. */
export function coveredBy({ covers, before, after }: Difference): readonly Covered[] {
  return covers ?? [{ ...(before === undefined ? {} : { before: before.path }), ...(after === undefined ? {} : { after: after.path }) }];
}
