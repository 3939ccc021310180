import { describe, expect, test } from 'vitest';
import { printJson } from '../../src/report/escape/json.js';
import { markdownCell, markdownCode, markdownText } from '../../src/base/escape/markdown.js';
import { relativeUri, sarifMessage } from '../../src/report/escape/sarif.js';
import { visible } from '../../src/base/escape/visible.js';
import { commandData, commandProperty } from '../../src/report/escape/workflow-command.js';
import { xmlText } from '../../src/report/escape/xml.js';

/** One row for each kind of text: what goes in and what comes out. */
type Table = readonly (readonly [input: string, output: string])[];

const tables: Readonly<Record<string, readonly [(text: string) => string, Table]>> = {
  visible: [
    visible,
    [
      ['Plain text, with ümlauts, 中 and 😀', 'Plain text, with ümlauts, 中 and 😀'],
      ['a\nb\tc', 'a\\u{a}b\\u{9}c'],
      ['\u001b[31m\u009b', '\\u{1b}[31m\\u{9b}'],
      ['\u202ex\u2066\u200b\ufeff', '\\u{202e}x\\u{2066}\\u{200b}\\u{feff}'],
      ['\ud800', '\\u{d800}'],
      ['\u{e0041}', '\\u{e0041}'],
      ['\u0915\u094d\u200d\u0937', '\u0915\u094d\u200d\u0937'],
      ['::error::x', '\\u{3a}:error::x'],
      ['  ::error::x', '  \\u{3a}:error::x'],
      ['a::b', 'a::b'],
      ['x ##[error]y', 'x #\\u{23}[error]y'],
      ['###[x] ##vso[y] ## z', '##\\u{23}[x] #\\u{23}vso[y] ## z'],
    ],
  ],
  json: [
    printJson,
    [
      ['a\n"b"', '"a\\n\\"b\\""\n'],
      ['\u001b\u007f\u009b\u202e\u2028', '"\\u001b\\u007f\\u009b\\u202e\\u2028"\n'],
      ['\u{e0041} \ud800', '"\\udb40\\udc41 \\ud800"\n'],
      ['##[x]', '"#\\u0023[x]"\n'],
    ],
  ],
  markdownText: [
    markdownText,
    [
      ['102 h, the promise is 100 h', '102 h, the promise is 100 h'],
      ['use `claims-ops` (or `x`)', 'use `claims-ops` (or `x`)'],
      ['odd ` one', 'odd \\` one'],
      ['`a``b`', '``` `a``b` ```'],
      ['a_b *c* [d](e) f|g \\', 'a\\_b \\*c\\* \\[d\\](e) f\\|g \\\\'],
      ['<b> &lt; > <!-- x -->', '&lt;b&gt; &amp;lt; &gt; &lt;!-- x --&gt;'],
      ['ping @team, please', 'ping `@team,` please'],
      ['fixes #12 GH-7 http://a.b www.a.b :tada: 50% $5', 'fixes `#12` `GH-7` `http://a.b` `www.a.b` `:tada:` 50% `$5`'],
      ['commit 0123abc and 12345', 'commit `0123abc` and 12345'],
      ['@a`b', '``@a`b``'],
      ['a\n- [x] b', 'a\\\\u{a}- \\[x\\] b'],
      ['`<!-- x -->`', '`<\\u{21}-- x -->`'],
    ],
  ],
  markdownCell: [
    markdownCell,
    [
      ['a|b `c|d`', 'a\\|b `c\\|d`'],
      ['a \\', 'a \\\\'],
    ],
  ],
  markdownCode: [
    markdownCode,
    [
      ['a b.yaml', '`a b.yaml`'],
      ['a`b', '``a`b``'],
      ['`a`', '`` `a` ``'],
      [' a', '`  a `'],
      ['', ''],
      ['@team <b> [a](b)', '`@team <b> [a](b)`'],
    ],
  ],
  commandData: [
    (text) => commandData([text, 'second']),
    [
      ['100%', '100%25%0Asecond'],
      ['a\r\n::b', 'a\\u{d}\\u{a}::b%0Asecond'],
    ],
  ],
  commandProperty: [commandProperty, [['a,b:c%', 'a%2Cb%3Ac%25']]],
  sarifMessage: [
    sarifMessage,
    [
      ['{0}', '{{0}}'],
      ['[a](1) b[0] (c)', '[a]\\(1) b[0] (c)'],
    ],
  ],
  relativeUri: [
    relativeUri,
    [
      ['a/b.yaml', 'a/b.yaml'],
      ['./a//b c.yaml', 'a/b%20c.yaml'],
      ['C:\\x', 'C%3A%5Cx'],
      ['\ud800', '%EF%BF%BD'],
    ],
  ],
  xmlText: [
    xmlText,
    [
      [`<a b="c" d='e'>&`, '&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;'],
      [']]>', ']]&gt;'],
      ['a\tb\nc\r', 'a&#x9;b&#xA;c&#xD;'],
      ['\u0000\u001b\ud800\ufffe', '\ufffd\ufffd\ufffd\ufffd'],
      ['\u007f\u202e\u{e0041}', '&#x7F;&#x202E;&#xE0041;'],
      ['::error::x ##[y]', '&#58;:error::x #&#35;[y]'],
    ],
  ],
};

describe.each(Object.entries(tables))('%s', (_name, [escape, table]) => {
  test.each(table)('%j', (input, output) => {
    expect(escape(input)).toBe(output);
  });
});
