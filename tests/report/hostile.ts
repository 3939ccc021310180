import { sourceText } from '../../src/base/source.js';
import type { Results } from '../../src/report/reporter.js';
import { finding, run, workspace } from './harness.js';

/** Texts that a stranger may put into a spec or into a file name. */
export const hostile: readonly string[] = [
  'plain',
  '::error::x',
  ' \t::error file=a::x',
  '\u0085::set-output name=x::y',
  'a\n::error::x',
  'a\r\n::stop-commands::x',
  '##[error]x',
  'a ###[group]b ##vso[task.setvariable variable=x]y',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u009b31m',
  'a\u202egnp.exe\u202c \u2066x\u2069 \u200e\u200f\u061c',
  'zero\u200bwidth \ufeff bom \u00ad \u2028 \u2029 \u{e0041}',
  '\ud800 lone \udc00',
  '\ufffe \uffff',
  ']]> <![CDATA[ x ]]>',
  '</failure></testcase><testcase name="x"/>',
  '<!-- waymark-report --> <script>alert(1)</script> <img src=x onerror=y>',
  '&lt; &amp; &#64; &#x202e; &nope;',
  '"quotes" and \'apostrophes\'',
  '| a | b |',
  '`code` ``two`` ``` fence',
  'odd ` backtick',
  '@team and @org/team, mail a@b.example',
  'closes #12, GH-12, org/repo#12, !3, %4, ~label, $x^2$',
  '[link](javascript:alert(1)) ![image](http://evil.example/p.png) <http://evil.example>',
  'see https://evil.example or www.evil.example :tada:',
  '- [x] approved',
  '# heading',
  '**bold** _it_ ~~no~~ \\',
  '{0} {{1}} [a](1)',
  '%0A::error::x %25',
  'a, b: c',
  '../../etc/passwd',
  '/absolute/path with space',
  '%SRCROOT%/x',
  'C:\\windows\\x',
  '\u00e9\u4e2d\u{1f600} \u0627\u0644 e\u0301 \u0915\u094d\u200d\u0937',
  'x'.repeat(100_000),
  '\u001b'.repeat(5_000),
  '`'.repeat(5_000),
  '::'.repeat(5_000),
];

/** A run with the same text in every field that may come from outside. */
export function hostileRun(text: string): Results {
  const before = `before: ${text}\n`;
  const source = sourceText(text, `${before}${text}: y\nafter: ${text}\n`);
  const span = { source, start: before.length, end: before.length + text.length };
  return run(
    workspace({
      root: text,
      title: text,
      diagnostics: [
        finding({ message: text, hint: text, why: text, subject: text, span, related: [{ message: text, span }] }),
        finding({ message: text, severity: 'warning' }),
      ],
      drafts: [{ subject: text, title: text, owed: 2 }],
    }),
    workspace({ root: 'other', title: text }),
  );
}
