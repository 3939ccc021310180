/** What a stranger may write into any text: each is a try to become something other than words, in a diagram, in a page or to the eye. */
const keywords = 'graph flowchart subgraph end direction style linkStyle classDef class click href call default interpolate journey title section gantt dateFormat axisFormat tickInterval todayMarker excludes includes weekday weekend milestone crit done active after until vert sequenceDiagram participant actor as create destroy activate deactivate note over loop alt else opt par and rect critical break box autonumber links link stateDiagram-v2 state fork join choice accTitle accDescr pie mindmap timeline gitGraph erDiagram block-beta TB LR'.split(' ');

/** A word of Mermaid may mean something only where another one follows it. */
export const commandTexts: readonly string[] = [...keywords.map((word) => `${word} TB`), 'Call back after the visit', 'What is next, direction tbd'];

const brackets = ['[', ']', '(', ')', '{', '}', '<', '>', '[[x]]', '((x))', '{{x}}', '[(x)]', '[/x/]', '>x]', '([x])', '@{ shape: cyl }', '|x|', '||', '::: red', '~~~', '---', '-->', '--x', 'a---o b', 'a-.->b', '==>', '<-->', '->>', '-)', ':', ';', ',', '#', '&', '%', '%%', '$', '^', '*', '_', '`', '\\', '/', '|', '!', '?', '=', '+', '@', '"', "'"];

const attacks = [
  '%%{init: {"securityLevel": "loose"}}%%',
  '%%{init: {"theme": "dark"}}%% flowchart TB',
  '--- config: theme: dark ---',
  'a"] --> n3["evil',
  'a"]; n9["evil"]; x["',
  'x\n  n0 --> n1',
  'x\r\nclick n0 "javascript:alert(1)"',
  'click n0 href "https://evil.example" _blank',
  'a: 5: Customer',
  'a: 5: Customer, Mallory',
  '<script>globalThis.__PWNED__ = true</script>',
  '<img src=x onerror=alert(1)>',
  '<br/>line<br>line',
  '<b>bold</b> &amp; &#35; #35; #quot;',
  'fa:fa-car fab:fa-github',
  '$$x^2$$',
  '**bold** _it_ `code`',
  '1. first',
  '- item',
  '# heading',
  '[link](https://example.com)',
  'https://example.com/?a=b#c',
  'javascript:alert(1)',
  '```mermaid',
  '-->|x| y',
  'n0',
  'g0',
  't0, 0, 10',
  'style n0 fill:#fff;',
  'classDef x fill:#f00;',
  'style: x #a; b',
  '\ufb02\u00b0\u00b034\u00b6\u00df',
  '\ufb02\u00b0quot\u00b6\u00df',
  '日本語のラベル',
  '한국어 · 中文',
  'שלום עולם',
  'مرحبا بالعالم',
  'Ünïcödé – “quoted” …',
  '😀 👩‍👩‍👧‍👦 🇩🇪',
  'e\u0301 combining',
  '\u00a0non\u00a0breaking',
  '   spaces   around   ',
  'tab\there',
  'constructor',
  '__proto__',
  'toString',
  '0',
  'null',
  'true',
];

const markup = [
  '<script>window.__PWNED__=1</script>',
  '</script><script>window.__PWNED__=1</script>',
  '"><img src=x onerror=window.__PWNED__=1>',
  "' onmouseover='window.__PWNED__=1",
  '" autofocus onfocus="window.__PWNED__=1',
  '<svg onload=window.__PWNED__=1>',
  '</title></head><body onload=window.__PWNED__=1>',
  '</style><style>*{display:none}</style>',
  '</textarea></select></option></template></noscript>',
  '<!-- <p>',
  '--><h1>x</h1>',
  ']]><b>x</b>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/">',
  '<iframe src=https://evil.example></iframe>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<form action=https://evil.example><input name=cookie>',
  '<a href=javascript:window.__PWNED__=1>x</a>',
  'javascript:window.__PWNED__=1',
  '&lt;b&gt; &#60;b&#62; &amp;amp;',
  '&#x3c;script&#x3e;window.__PWNED__=1&#x3c;/script&#x3e;',
  '{{constructor.constructor("window.__PWNED__=1")()}}',
  '${window.__PWNED__=1}',
  '<plaintext>',
  '<table><tr><td>',
  '</td></tr></table></main></body></html>',
  '\\u003cscript\\u003e window.__PWNED__=1',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=window.__PWNED__=1>',
  'n0["x"] --> n9["y"]; click n0 call x()',
  '日本語の顧客 👩‍🦽 é',
  `<${'x'.repeat(90)}>`,
];

/** What nobody can see, and what turns the order of what is seen: no document that holds it is read. */
export const hiddenTexts: readonly string[] = [
  'from the \u202eright\u202c again',
  '\u2066apart\u2069 \u2067\u05d0\u05d1\u2069',
  '\u200fmark\u200e \u061cmark',
  'no\u200bgap here\ufeff',
  'line\u2028and\u2029paragraph',
];

/** The longest that any field takes; one that takes less gets as much of it as it takes. */
const longest = 10_000;

/** Texts that are hostile by their length alone: a page or a picture has to bear each in every field at once. */
const long = ['words that never end ', 'unbroken', '<b>"&\'', '%%{[("', '\ud83d\ude00', '\u65e5\u672c\u8a9e'].map((part) => cut(part.repeat(longest), longest));

/** As much of a text as a field takes, with no character in halves. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

export const hostileTexts: readonly string[] = [...keywords, ...brackets, ...attacks, ...markup, 'two\nlines\n\nand more', ...long];
