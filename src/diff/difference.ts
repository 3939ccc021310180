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
  /** The sentence and the facts, where both sides' values do not tell them by themselves; the kind, where the field does not. */
  readonly told?: { readonly message: string; readonly facts: JsonObject; readonly kind?: string };
}
