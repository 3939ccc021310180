import { nearest } from '../base/words.js';
import { languageTable } from '../schema/generated/language-table.js';
import type { TypeExpression } from '../schema/language.js';
import { shapeOf } from '../schema/type-at.js';

/** Says that the language has no field that a pattern of `carries` names, and which was meant, in words that follow on the pattern; `undefined` where it has one. */
export function whyUnknownField(pattern: string): string | undefined {
  const [kind = '', ...names] = pattern.split('.');
  const own = languageTable.kinds.find((each) => each === kind);
  return own === undefined ? notKnown(pattern, [], kind, languageTable.kinds) : whyNotBelow(pattern, [kind], names, [{ type: 'object', shape: kind }]);
}

function whyNotBelow(pattern: string, before: readonly string[], [name, ...rest]: readonly string[], around: readonly TypeExpression[]): string | undefined {
  if (name === undefined || name === '**') return undefined;
  const below = around.flatMap((type) => typesBelow(type, name));
  return below.length === 0 ? notKnown(pattern, before, name, around.flatMap(fieldsBelow)) : whyNotBelow(pattern, [...before, name], rest, below);
}

function notKnown(pattern: string, before: readonly string[], name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  const rest = pattern.split('.').slice(before.length + 1);
  return `which is no field of the language${meant === undefined ? '' : `; \`${[...before, meant, ...rest].join('.')}\` may be meant`}`;
}

/** What stands under a name in a value of a type. The entries of a list stand at its place, and the keys of a map are anybody's. */
function typesBelow(type: TypeExpression, name: string): readonly TypeExpression[] {
  if (type.type === 'list') return typesBelow(type.of, name);
  if (type.type === 'union') return type.of.flatMap((member) => typesBelow(member, name));
  if (type.type === 'map') return [type.of];
  return type.type === 'object' ? Object.entries(shapeOf(type.shape)).filter(([field]) => name === '*' || field === name).map(([, field]) => field.type) : [];
}

function fieldsBelow(type: TypeExpression): readonly string[] {
  if (type.type === 'list') return fieldsBelow(type.of);
  if (type.type === 'union') return type.of.flatMap(fieldsBelow);
  return type.type === 'object' ? Object.keys(shapeOf(type.shape)) : [];
}
