import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reporters } from '../../../src/report/reporters/index.js';
import { fullRun, view } from '../harness.js';

test('the list names every reporter of the directory, by the name of its file', () => {
  const files = readdirSync(new URL('../../../src/report/reporters/', import.meta.url)).filter((file) => file !== 'index.ts');
  expect(reporters.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
});

test('every reporter says what it is for in one sentence', () => {
  expect(reporters.filter(({ summary }) => !/^[A-Z].*\.$/.test(summary))).toEqual([]);
});

test.each(reporters)('$id prints the same for the same results and ends its last line', (reporter) => {
  const report = reporter.report(fullRun(), view);
  expect(reporter.report(fullRun(), view)).toBe(report);
  expect(report).toMatch(/[^\n]\n$/);
});
