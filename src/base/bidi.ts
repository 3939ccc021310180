/**
 * Texts that are read from right to left beside words that are not. A number or a dot between the two belongs to neither, and would be drawn
 * into the other's order; what is isolated stays in one piece and is read in its own direction. Documents cannot hold these characters,
 * so that those in a text of ours are our own.
 */
const [open, close] = ['\u2068', '\u2069'];

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const unseen = /[\u2068\u2069]/;
const isolate = /\u2068[^\u2068\u2069]*\u2069/gu;

/** The text in one piece, where something in it is read from right to left and is not in one piece yet. */
export function isolated(text: string): string {
  if (!rightToLeft.test(text)) return text;
  return rightToLeft.test(outside(text)) ? `${open}${text}${close}` : text;
}

/** What stands in no piece. */
function outside(text: string): string {
  const rest = text.replace(isolate, '');
  return rest === text ? text : outside(rest);
}

/** Puts texts of documents between words of ours: beside`${title}, then: ${next}`. */
export function beside(words: TemplateStringsArray, ...texts: readonly (string | number)[]): string {
  return words.reduce((made, each, index) => `${made}${isolated(String(texts[index - 1]))}${each}`);
}

/** Texts of documents with a sign of ours between them. */
export function joined(texts: readonly string[], sign: string): string {
  return texts.map(isolated).join(sign);
}

const [rtl, notOfStretch] = [rightToLeft.source.slice(1, -1), String.raw`\p{Script=Latin},;:\u2192\u00b7`];
const pieceOrStretch = new RegExp(`${isolate.source}|[${rtl}](?:[^${notOfStretch}]*[${rtl}])?`, 'gu');

/**
 * A sentence of ours in which texts of documents stand, each of them in one piece. Between quotation marks it is known where they begin and end;
 * elsewhere what is read from right to left is one, up to the next sign or word of ours.
 */
export function sentenceWithTexts(sentence: string): string {
  if (!rightToLeft.test(sentence)) return sentence;
  const parts = sentence.split(/(?<=\u201c)([^\u201d]*)(?=\u201d)/u);
  return parts.map((part, index) => (index % 2 === 1 ? isolated(part) : part.replace(pieceOrStretch, (found) => (found.startsWith(open) ? found : `${open}${found}${close}`)))).join('');
}

/** The text as it is compared and counted, without what nobody sees. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}

/** So many characters of a text, with each piece in them closed again. */
export function firstOf(text: string, most: number): string {
  let [kept, left] = ['', most];
  for (const character of text) {
    const isSeen = character !== open && character !== close;
    if (isSeen && left === 0) break;
    if (isSeen) left -= 1;
    kept += character;
  }
  return evened([kept])[0]!;
}

/** Lines that one text was broken into: a piece that goes on in the next line is closed in each, and begins again. */
export function evened(lines: readonly string[]): readonly string[] {
  let depth = 0;
  return lines.map((line) => {
    const before = depth;
    for (const character of line) depth += character === open ? 1 : character === close ? -1 : 0;
    return `${open.repeat(before)}${line}${close.repeat(depth)}`;
  });
}

/** Lets a format escape a text, and writes our own characters in its way of writing them. Those that do not belong together are no work of ours, and are escaped. */
export function withIsolates(text: string, escape: (part: string) => string, [begin, end]: readonly [begin: string, end: string] = [open, close]): string {
  if (!unseen.test(text) || unseen.test(outside(text))) return escape(text);
  return text.split(/([\u2068\u2069])/).map((part) => (part === open ? begin : part === close ? end : escape(part))).join('');
}
