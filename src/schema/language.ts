import type { Comparison, Level } from './meanings.js';

/** How the values of a field are built. Written by the generator from the interfaces in `kinds/`. */
export type TypeExpression =
  | { readonly type: 'scalar'; readonly name: string }
  | { readonly type: 'reference'; readonly name: string; readonly to: readonly string[] }
  | { readonly type: 'word'; readonly words: readonly string[] }
  | { readonly type: 'object'; readonly shape: string }
  | { readonly type: 'list'; readonly of: TypeExpression; readonly keyed: boolean; readonly most?: number }
  | { readonly type: 'map'; readonly of: TypeExpression }
  | { readonly type: 'union'; readonly of: readonly TypeExpression[] };

export type ScalarType = 'string' | 'number' | 'integer' | 'boolean' | 'array';

/** How a single value is written: the words of JSON Schema that `@json` may use. */
export interface ScalarForm {
  readonly type?: ScalarType | readonly ScalarType[];
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly items?: ScalarForm;
}

/** A sort of single value. */
export interface ScalarEntry {
  /** The rule that a malformed value breaks. */
  readonly code: string;
  readonly description: string;
  /** One that is right. */
  readonly example: string;
  readonly form: ScalarForm;
}

/** What a change to a field means before any policy speaks. */
export interface ChangeMeaning {
  readonly comparison: Comparison;
  readonly added: Level;
  readonly removed: Level;
  readonly changed: Level;
  readonly regulated: boolean;
}

/** One field of the language. */
export interface Field {
  readonly type: TypeExpression;
  readonly required: boolean;
  /** The sibling whose presence lifts the requirement. */
  readonly requiredUnless?: string;
  /** The fields of which exactly one is written, this one among them. */
  readonly oneOf?: readonly string[];
  /** Siblings that it cannot stand beside. */
  readonly notBeside?: readonly string[];
  /** True when an active document owes it. */
  readonly active?: true;
  /** The value that holds when the field is absent. */
  readonly default?: unknown;
}

/** The fields of one interface, in the order in which they are declared, which is also the canonical order. */
export type Shape = { readonly [field: string]: Field };

/** The whole language as data. */
export interface Language {
  /** Kinds of documents, each the name of its shape. */
  readonly kinds: readonly string[];
  readonly shapes: { readonly [name: string]: Shape };
}
