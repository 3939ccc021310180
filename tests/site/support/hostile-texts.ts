import { stringify, parseAllDocuments } from 'yaml';

/** What strangers may write into any text: each is a try to become something other than words. */
export const hostileTexts: readonly string[] = [
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
  '%%{init: {"securityLevel": "loose"}}%%',
  'n0["x"] --> n9["y"]; click n0 call x()',
  'שלום עולם',
  '日本語の顧客 👩‍🦽 é',
  '<' + 'x'.repeat(90) + '>',
];

/** Names of fields that hold words for people; nothing computes with them. */
const words = new Set(['title', 'description', 'customerGoal', 'text', 'preferred', 'definition', 'outcome', 'endsAs', 'label', 'reason', 'impact', 'source', 'planned', 'background', 'needs', 'cues', 'vision', 'rationale', 'penalties', 'produces', 'exceptions', 'entry', 'subject', 'from', 'to', 'as', 'by', 'at', 'businessUnits', 'function', 'vendor', 'method']);

/** Those of them that mean something else in some places: there only words with a space between them are words. */
const ambiguous = new Set(['from', 'to', 'by', 'at', 'source', 'subject', 'as', 'label', 'text', 'method']);

/** The same documents with every text for people replaced. */
export function withTexts(files: { readonly [path: string]: string }, textOf: (index: number) => string): { readonly [path: string]: string } {
  let index = 0;
  const next = (): string => textOf(index++);
  const replaced = (value: unknown, key: string, parent: object): unknown => {
    if (typeof value === 'string') return isText(value, key, parent) ? next() : value;
    if (Array.isArray(value)) return value.map((each) => replaced(each, key, parent));
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, name, value)])) : value;
  };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, parseAllDocuments(text).map((document) => stringify(replaced(document.toJS(), '', {}), { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE' })).join('---\n')]));
}

function isText(value: string, key: string, parent: object): boolean {
  if ('op' in parent && 'path' in parent) return false;
  return words.has(key) && (!ambiguous.has(key) || /\s/.test(value)) && !/^[a-z0-9-]+$/.test(value);
}
