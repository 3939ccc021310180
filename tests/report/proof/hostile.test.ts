import { describe, expect, test } from 'vitest';
import { proofReporters } from '../../../src/report/proof/index.js';
import { hostile } from '../hostile.js';
import { outsideCode, readXml } from '../readers.js';
import { hostileProofs, view } from './harness.js';

const reports = new Map(proofReporters.map((reporter) => [reporter.id, (text: string): string => reporter.report(hostileProofs(text), { ...view, all: true })]));

function report(id: string, text: string): string {
  return reports.get(id)?.(text) ?? '';
}

const named = hostile.map((text) => ({ name: JSON.stringify(text).slice(0, 60), text }));

describe.each(named)('$name', ({ text }) => {
  test.each(proofReporters)('cannot act on a terminal or a build server through $id', ({ id }) => {
    const output = report(id, text);
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(output).not.toMatch(/##[a-z]*\[/i);
    if (id !== 'github') expect(output).not.toMatch(/^\s*::/m);
  });

  test.each(['json', 'github', 'gitlab', 'junit'])('adds no line to %s', (id) => {
    expect(report(id, text).split('\n').length).toBe(report(id, 'plain').split('\n').length);
  });

  test('comes through JSON as it is', () => {
    const output = JSON.parse(report('json', text)) as { workspaces: { journeys: { title: string; promises: { title: string; targets: { assumptions: string[] }[] }[] }[] }[] };
    expect(output.workspaces[0]!.journeys[0]).toMatchObject({ title: text, promises: [{ title: text, targets: [{ assumptions: [text] }, { assumptions: [text] }, { assumptions: [text] }] }] });
  });

  test('leaves JUnit well-formed', () => {
    expect(readXml(report('junit', text)).map(({ name }) => name)).toEqual(['testsuites', 'testsuite', 'testcase', 'failure', 'testcase', 'failure', 'testcase', 'skipped', 'testcase', 'system-out', 'testsuite']);
  });

  test('becomes text or code in Markdown, and no cell more in a table', () => {
    const plain = cells(report('markdown', 'plain'));
    for (const line of report('markdown', text).split('\n')) {
      const rest = outsideCode(line);
      expect(rest).not.toMatch(/[<>@`]|\]\(|:\/\/|www\.|#\d|&(?!amp;|lt;|gt;)/);
      expect(rest).toMatch(/^(?:#{2,4} .*|- .*|\s{2}- .*|\| .*|[^-#\s].*|)$/);
    }
    const found = cells(report('markdown', text));
    expect(found.length).toBeGreaterThan(0);
    // A report that is too long for a comment is cut between two tables.
    expect(found).toEqual(plain.slice(0, found.length));
  });
});

/** How many cells each row of a table has: a bar ends a cell unless it has a backslash before it, even in code. */
function cells(output: string): readonly number[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.match(/(?<!\\)(?:\\\\)*\|/g)?.length ?? 0);
}
