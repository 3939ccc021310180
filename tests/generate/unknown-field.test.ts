import { expect, it } from 'vitest';
import { targets } from '../../src/generate/targets/index.js';
import { whyUnknownField } from '../../src/generate/unknown-field.js';

it.each(targets.map((target) => [target.id, target] as const))('%s names no field that the language does not have', (_, { carries }) => {
  expect(carries.filter((field) => whyUnknownField(field) !== undefined)).toEqual([]);
});
