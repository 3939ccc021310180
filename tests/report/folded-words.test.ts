import { expect, it } from 'vitest';
import { foldedWords } from '../../src/report/drawing/folded-words.js';

it('what a picture leaves out is told with its reason, which may be a sentence of its own', () => {
  const [one, two] = ['journey:ask#one', 'journey:ask#two'];
  expect(foldedWords([one, two].map((subject) => ({ subject, why: 'it promises no time' })))).toEqual([`Not in the picture, because it promises no time: \`${one}\` and \`${two}\`.`]);
  expect(foldedWords([{ subject: 'Answer', why: 'No part covers the way from `sort` to `wrap`.' }])).toEqual([`Not in the picture: Answer. No part covers the way from \`sort\` to \`wrap\`.`]);
});
