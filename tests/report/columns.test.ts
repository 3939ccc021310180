import { expect, it } from 'vitest';
import { wrapped } from '../../src/report/columns.js';

it('a word that comes to begin a line is no command to a build server', () => {
  expect(wrapped('We say that ::error title=x::all is well', 12)).toEqual(['We say that', '\\u{3a}:error', 'title=x::all', 'is well']);
});
