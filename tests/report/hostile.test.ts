import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printJson } from '../../src/report/escape/json.js';
import { markdownCode, markdownText } from '../../src/base/escape/markdown.js';
import { visible } from '../../src/base/escape/visible.js';
import { xmlText } from '../../src/report/escape/xml.js';
import { reporters } from '../../src/report/reporters/index.js';
import { check } from '../support/property.js';
import { view } from './harness.js';
import { hostile, hostileRun } from './hostile.js';
import { outsideCode, decodeXml, readXml } from './readers.js';

const reports = new Map(reporters.map((reporter) => [reporter.id, (text: string): string => reporter.report(hostileRun(text), view)]));

function report(id: string, text: string): string {
  return reports.get(id)?.(text) ?? '';
}

/** Lines without those of code frames, which show lines of the file as they are. */
function linesOutsideFrames(output: string): number {
  return output.split('\n').filter((line) => !/^ {2}[ \d]* \|/.test(line)).length;
}

const named = hostile.map((text) => ({ name: JSON.stringify(text).slice(0, 60), text }));

describe.each(named)('$name', ({ text }) => {
  test.each(reporters)('cannot act on a terminal or a build server through $id', ({ id }) => {
    const output = report(id, text);
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(output).not.toMatch(/##[a-z]*\[/i);
    if (id !== 'github') expect(output).not.toMatch(/^\s*::/m);
  });

  test.each(['text', 'json', 'github', 'gitlab', 'junit'])('adds no line to %s', (id) => {
    expect(linesOutsideFrames(report(id, text))).toBe(linesOutsideFrames(report(id, 'plain')));
  });

  test('comes through JSON, Code Quality and SARIF as it is', () => {
    const findings = JSON.parse(report('json', text)) as { workspaces: { title: string; findings: { message: string; hint: string; subject: string }[] }[] };
    expect(findings.workspaces[0]).toMatchObject({ title: text, findings: [{ message: text, hint: text, subject: text }, { message: text }] });
    const issues = JSON.parse(report('gitlab', text)) as { description: string; location: { path: string } }[];
    expect(issues[0]).toMatchObject({ description: text, location: { path: text } });
    const log = JSON.parse(report('sarif', text)) as { runs: { results: { message: { text: string } }[] }[] };
    const message = log.runs[0]?.results[1]?.message.text ?? '';
    expect(message.replace(/([{}])\1/g, '$1').replaceAll(']\\(', '](')).toBe(text);
  });

  test('is the data of our own two workflow commands and nothing more', () => {
    const lines = report('github', text).trimEnd().split('\n');
    expect(lines.map((line) => /^::(error|warning) ([^:]*)::/.exec(line)?.[1])).toEqual(['error', 'warning']);
    const data = (lines[1] ?? '').replace(/^::warning [^:]*::/, '');
    expect(data.replaceAll('%0A', '\n').replaceAll('%25', '%')).toBe(visible(text));
  });

  test('leaves JUnit well-formed and is read back from it', () => {
    const elements = readXml(report('junit', text));
    const readable = text.replace(/\p{Cs}|[\ufffe\uffff]/gu, '\ufffd').replace(/[^\P{Cc}\t\n\r\u007f-\u009f]/gu, '\ufffd');
    expect(elements.map(({ name }) => name)).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
      'failure',
      'testcase',
      'system-out',
      'testsuite',
      'testcase',
    ]);
    expect(elements.find(({ name }) => name === 'failure')?.attributes['message']).toBe(readable);
  });

  test('becomes text or code in Markdown', () => {
    for (const line of report('markdown', text).split('\n')) {
      const rest = outsideCode(line);
      expect(rest).not.toMatch(/[<>@`]|\]\(|:\/\/|www\.|#\d|&(?!amp;|lt;|gt;)/);
      expect(rest).toMatch(/^(?:#{2,4} .*|- .*|\s{2}- .*|[^-#\s].*|)$/);
    }
  });
});

test('texts of every kind are read back from XML', () => {
  check(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const expected = text.replace(/[\ufffe\uffff]/g, '\ufffd').replace(/[^\P{Cc}\t\n\r\u007f-\u009f]/gu, '\ufffd');
      return decodeXml(xmlText(text)) === expected;
    }),
    100,
  );
});

test('texts of every kind are read back from JSON', () => {
  check(fc.property(fc.string({ unit: 'binary' }), (text) => JSON.parse(printJson([text]))[0] === text), 100);
});

test('Markdown of every kind of text is one line without anything active', () => {
  const piece = fc.constantFrom('`', '``', '*', '_', '[', ']', '(', ')', '<', '>', '!', '#1', '@a', '&', '|', '\\', 'a', ' ', '\n', '<!--', 'www.a', '://', '##[');
  check(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      for (const output of [markdownText(text), markdownCode(text)]) {
        expect(output).not.toMatch(/\n|<!--|##\[/);
        expect(outsideCode(output)).not.toMatch(/[<>@`#[\]*_|]|:\/\/|www\.|&(?!amp;|lt;|gt;)/);
      }
    }),
    2_000,
  );
});
