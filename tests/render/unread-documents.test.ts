import { expect, it } from 'vitest';
import { accessIn } from '../../src/render/unread-documents.js';

it.each([
  ['one word', 'a'.repeat(300_000)],
  ['words with hyphens', 'a-'.repeat(150_000)],
])('%s of 300,000 characters hides no label before or behind it, and is searched at once', { timeout: 5000 }, (_, word) => {
  expect(accessIn(`access: restricted\n${word}\n`)).toBe('restricted');
  expect(accessIn(`${word}\naccess: restricted\n`)).toBe('restricted');
  expect(accessIn(`${word}\n`)).toBe('internal');
});
