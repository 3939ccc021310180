import type { ChangeMeaning, Field, TypeExpression } from '../../src/schema/language.js';

/** A field with what a change to it means. */
export interface DeclaredField extends Field {
  readonly change: ChangeMeaning;
}

export type DeclaredShape = { readonly [field: string]: DeclaredField };

/** What the interfaces declare beyond the runtime table: words for people, and how scalars are written. */
export interface Declared {
  readonly language: { readonly kinds: readonly string[]; readonly shapes: { readonly [name: string]: DeclaredShape } };
  readonly scalars: ReadonlyMap<string, ScalarDoc>;
  readonly shapes: ReadonlyMap<string, ShapeDoc>;
}

export interface ScalarDoc {
  readonly description: string;
  readonly json: Record<string, unknown>;
  readonly example: unknown;
  readonly meaning: string;
  readonly code: string;
}

export interface ShapeDoc {
  readonly description: string;
  readonly fields: ReadonlyMap<string, FieldDoc>;
}

export interface FieldDoc {
  readonly description: string;
  /** The field's own example; without it one is made from its type. */
  readonly example: unknown;
}

/** A short name of a type for people: `list of Team`. */
export function describeType(type: TypeExpression): string {
  switch (type.type) {
    case 'scalar':
      return type.name;
    case 'reference':
      return `id of ${type.to.join(' or ')}`;
    case 'word':
      return type.words.map((word) => `\`${word}\``).join(', ');
    case 'object':
      return type.shape;
    case 'list':
      return `list of ${describeType(type.of)}`;
    case 'map':
      return `map to ${describeType(type.of)}`;
    case 'union':
      return type.of.map(describeType).join(', or ');
  }
}
