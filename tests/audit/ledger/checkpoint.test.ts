import { expect, it } from 'vitest';
import { printCheckpoint, readCheckpoint } from '../../../src/audit/ledger/checkpoint.js';
import { sha256 } from './sample-ledger.js';

const checkpoint = { ledger: 'example.insurance/journeys', size: 20, head: sha256('x') };
const text = 'example.insurance/journeys\n20\nLXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=\n';

it('is three lines, and is read as it is written', () => {
  expect(printCheckpoint(checkpoint)).toBe(text);
  expect(readCheckpoint(text)).toEqual(checkpoint);
});

it.each([
  ['nothing', ''],
  ['no end of the last line', text.slice(0, -1)],
  ['something behind it', `${text}\n`],
  ['carriage returns', text.replaceAll('\n', '\r\n')],
  ['no name', text.replace('example.insurance/journeys', '')],
  ['a number with a zero in front', text.replace('20', '020')],
  ['no entry', text.replace('20', '0')],
  ['a number that is none', text.replace('20', '2e1')],
  ['a number beyond what numbers tell apart', text.replace('20', '9'.repeat(16))],
  ['a digest that is too short', text.replace('LXE', '')],
  ['a digest with another way to write it', text.replace('SIE=', 'SIF=')],
  ['a digest in another alphabet', text.replace('+', '-')],
])('is nothing with %s', (_, changed) => {
  expect(changed).not.toBe(text);
  expect(readCheckpoint(changed)).toBeUndefined();
});
