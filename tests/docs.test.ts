import { expect, it } from 'vitest';
import { documentation, stalePages } from '../tools/docs.js';
import { committedFiles } from '../tools/generate.js';

it('the pages and schemas that are written from the code are fresh', () => {
  expect(stalePages([...documentation(), ...committedFiles()]), 'Stale: run npm run docs').toEqual([]);
});
