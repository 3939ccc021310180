import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/base/source.js';
import { readYaml } from '../../src/load/yaml-values.js';
import { specTexts } from '../support/journey-texts.js';
import { check } from '../support/property.js';
import { mutate, mutations, readAsOthersDo, refusalOfOthers, surround, texts } from '../support/yaml-texts.js';

/** Where the other library is wrong or stricter than YAML 1.2. Nothing else may be read in two ways. */
const faultsOfOthers: readonly { readonly why: string; readonly shows: (text: string, refusal: { readonly code: string; readonly message: string } | undefined) => boolean }[] = [
  {
    why: 'it refuses a tab where YAML asks for no indentation: in front of a value that is alone, and on an empty line',
    shows: (text, refusal) => refusal !== undefined && ['TAB_AS_INDENT', 'BAD_INDENT', 'MISSING_CHAR'].includes(refusal.code) && /^[ \t]*\t/m.test(text),
  },
  {
    why: 'it loses its way at a comment that begins a line, inside brackets and between a key and its value',
    shows: (text, refusal) => refusal !== undefined && /^(?:Comments must be separated|Implicit keys need to be on a single line)/.test(refusal.message) && /^[ \t]*#/m.test(text),
  },
  {
    why: 'it counts the indentation mark of a document that is one text from the first column instead of from outside',
    shows: (text) => /^(?:---[ \t]+|[ \t]*)[|>][-+]?[1-9]/m.test(text),
  },
  {
    why: 'it drops a last line of spaces that is longer than the indentation mark of its text says',
    shows: (text) => /[|>][-+]?[1-9]/.test(text) && /^[ \t]+\r?$/m.test(text),
  },
];

interface Comparison {
  readonly accepted: boolean;
  readonly difference?: string;
}

function compare(text: string): Comparison {
  const documents = readYaml(sourceText('a.yaml', text));
  if (documents.some(({ problems }) => problems.length > 0)) return { accepted: false };
  const refusal = refusalOfOthers(text);
  const ours = documents.map(({ value }) => value).filter((value) => value !== null);
  const theirs = readAsOthersDo(text)?.filter((value) => value !== null);
  if (isDeepStrictEqual(ours, theirs) || faultsOfOthers.some(({ shows }) => shows(text, refusal))) return { accepted: true };
  return { accepted: true, difference: refusal === undefined ? `read as ${JSON.stringify(ours)} and as ${JSON.stringify(theirs)}` : `refused elsewhere: ${refusal.message}` };
}

describe('a second reader of YAML reads the same', () => {
  it('in every spec of the worked examples', () => {
    expect(specTexts.length).toBeGreaterThan(50);
    for (const text of specTexts) expect(compare(text)).toEqual({ accepted: true });
  });

  it('in whatever is accepted of texts with mistakes in them', () => {
    let [accepted, all] = [0, 0];
    const text = fc.tuple(texts(specTexts), fc.nat(5), mutations).map(([base, how, changes]) => (changes.length % 2 === 0 ? surround(mutate(base, changes), how) : mutate(surround(base, how), changes)));
    check(
      fc.property(text, (each) => {
        const comparison = compare(each);
        all += 1;
        if (comparison.accepted) accepted += 1;
        expect(comparison.difference).toBeUndefined();
      }),
      4000,
    );
    expect(accepted / all).toBeGreaterThan(0.2);
  });
});

describe('where readers are known to differ, the text is refused', () => {
  it.each([
    ['an indented `---` on the first line', '  --- a: b\n'],
    ['content behind `...`', '... {a: b}\n'],
    ['a key behind a value that has ended', 'a:\n- "b" c: d\n'],
    ['an empty line behind an escaped line end', 'a: "b\\\n\n  c"\n'],
    ['spaces that never end behind a text that keeps its line ends', 'a: |+\n\n  '],
    ['an escape beyond the last character', 'a: "\\U80000041"\n'],
    ['a lone carriage return', 'a: b\rc: d\n'],
    ['a byte order mark between documents', 'a: b\n\ufeff---\nc: d\n'],
    ['a directive that nobody knows', '%A b\n---\na: b\n'],
    ['a key that is a number', '1: a\n"1": b\n'],
    ['a key that is a list', '? [a]\n: b\n'],
    ['a number that loses digits', 'a: 9007199254740993\n'],
    ['a number that YAML 1.1 reads as octal', 'a: 010\n'],
  ])('%s', (_, text) => {
    expect(readYaml(sourceText('a.yaml', text)).flatMap(({ problems }) => problems)).not.toEqual([]);
  });
});
