import type { TypeExpression } from '../../src/schema/language.js';
import type { Declared } from './declared.js';

/** The example of a field: its own, or one made from the examples of what it is built of. */
export function exampleOf(declared: Declared, shape: string, field: string): unknown {
  const own = declared.shapes.get(shape)?.fields.get(field)?.example;
  return own === undefined ? build(declared, declared.language.shapes[shape]![field]!.type, 0) : own;
}

function build(declared: Declared, type: TypeExpression, depth: number): unknown {
  switch (type.type) {
    case 'scalar':
    case 'reference':
      return declared.scalars.get(type.name)!.example;
    case 'word':
      return type.words[0];
    case 'list':
      return [build(declared, type.of, depth)];
    case 'map':
      return { name: build(declared, type.of, depth) };
    case 'union':
      return build(declared, type.of[0]!, depth);
    case 'object':
      return buildObject(declared, type.shape, depth);
  }
}

function buildObject(declared: Declared, shape: string, depth: number): Record<string, unknown> {
  if (depth > 4) return {};
  const fields = Object.entries(declared.language.shapes[shape]!);
  const needed = fields.filter(([key, field]) => field.required || field.active === true || field.requiredUnless !== undefined || field.oneOf?.[0] === key);
  const shown = needed.length > 0 ? needed : fields.slice(0, 1);
  return Object.fromEntries(
    shown.map(([key, field]) => [key, declared.shapes.get(shape)!.fields.get(key)!.example ?? build(declared, field.type, depth + 1)]),
  );
}
