/** A comparison of a label, as PromQL reads it. */
export interface Matcher {
  readonly label: string;
  readonly op: string;
  readonly value: string;
}

/** An expression taken apart: what stands around the braces of its selectors, and what stands in them. */
export interface TakenApart {
  readonly shape: string;
  readonly selectors: readonly (readonly Matcher[])[];
}

/**
 * Takes an expression of PromQL apart by the grammar of its texts and selectors, because `promtool` takes whatever is well formed: also a text
 * that has ended its string and goes on as an expression.
 */
export function takeApart(expression: string): TakenApart {
  const selectors: Matcher[][] = [];
  let [shape, rest] = ['', expression];
  while (rest !== '') {
    const [plain] = /^[^{}"'`#]*/.exec(rest)!;
    [shape, rest] = [shape + plain, rest.slice(plain.length)];
    if (rest === '') break;
    if (!rest.startsWith('{')) throw new Error(`\`${rest}\` stands outside of a selector in \`${expression}\``);
    const read = selectorAt(rest.slice(1), expression);
    selectors.push([...read.matchers]);
    [shape, rest] = [`${shape}{}`, read.rest];
  }
  return { shape, selectors };
}

const matcher = /^([A-Za-z_][A-Za-z0-9_]*)(=~|!~|!=|=)"((?:[^"\\\n]|\\(?:["\\abfnrtv']|x[0-9a-f]{2}|u[0-9a-f]{4}))*)"/;

function selectorAt(text: string, expression: string): { readonly matchers: readonly Matcher[]; readonly rest: string } {
  const matchers: Matcher[] = [];
  for (let rest = text; ; ) {
    const found = matcher.exec(rest);
    if (found === null) throw new Error(`\`${rest}\` is no comparison of a label in \`${expression}\``);
    matchers.push({ label: found[1]!, op: found[2]!, value: unquoted(found[3]!) });
    rest = rest.slice(found[0].length);
    if (rest.startsWith('}')) return { matchers, rest: rest.slice(1) };
    if (!rest.startsWith(',')) throw new Error(`\`${rest}\` follows a comparison in \`${expression}\``);
    rest = rest.slice(1);
  }
}

const letters: { readonly [letter: string]: string } = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function unquoted(text: string): string {
  return text.replace(/\\(?:[xu]([0-9a-f]{2,4})|(.))/g, (_, code: string | undefined, letter: string) => (code === undefined ? (letters[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16))));
}
