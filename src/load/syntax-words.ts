import type { Problem } from '../base/diagnostic.js';
import type { SourceText } from '../base/source.js';
import { excerpt } from '../base/words.js';
import { codeOf } from './hidden-characters.js';
import { limits } from './limits.js';

interface Words {
  readonly when: RegExp;
  readonly message: string;
  readonly hint: string;
}

/** What the parser says, in words for somebody who has never seen YAML. The first that fits is taken. */
const words: readonly Words[] = [
  { when: /tab characters/, message: 'A tab stands at the beginning of this line.', hint: 'Use spaces to move a line to the right; two for each level.' },
  { when: /maxDepth/, message: `Lists and maps are nested more than ${limits.depth} levels deep.`, hint: 'Write the content with fewer levels.' },
  { when: /null byte|non-printable|valid JSON character/, message: 'An invisible control character stands here.', hint: 'Delete the character, or save the file as UTF-8 text.' },
  { when: /quoted scalar/, message: 'A quote was opened and never closed.', hint: 'Add the closing quote at the end of the text.' },
  { when: /deficient indentation at a bracket/, message: 'This bracket stands too far left to close the one above.', hint: 'Move it to the right, at least one space further than the name in front of the opening bracket.' },
  { when: /deficient indentation/, message: 'This quote or bracket is opened and not closed.', hint: 'Close it with the same quote, `]` or `}`, or move the lines that belong inside to the right.' },
  { when: /within a flow collection/, message: 'A `[` or `{` was opened and never closed.', hint: 'Add the missing `]` or `}`.' },
  { when: /missed comma/, message: 'A comma is missing between two entries.', hint: 'Put a comma between them, or quotes around a text that holds brackets or a colon.' },
  { when: /but found ','/, message: 'There is a comma with nothing before it.', hint: 'Delete the comma or write what is missing.' },
  { when: /bad indentation of a mapping entry/, message: 'This line does not start at the same column as its neighbours, or a text holds `: ` without quotes.', hint: 'Move it under the line it belongs to, or put the text in quotes.' },
  { when: /bad indentation of a sequence entry/, message: 'This line does not start at the same column as its neighbours.', hint: 'Move it under the first letter of the line it belongs to, or its `-` under the `-` of the entry before.' },
  { when: /multiline key|expected ':'|end of the stream or a document separator/, message: 'This line is neither `name: value` nor an entry of a list that begins with `- `.', hint: 'Write a colon and a space after the name, and move the line under its neighbours.' },
  { when: /key-value separator/, message: 'The space after the colon is missing.', hint: 'Write `name: value`.' },
  { when: /escape|hexadecimal/, message: 'Between double quotes, a `\\` begins a special character, and this is none.', hint: 'Write `\\\\`, or use single quotes.' },
  { when: /name of an alias/, message: 'An entry of a list begins with `- `, not with `*`.', hint: 'Write `-` in place of the `*`.' },
  { when: /alias/, message: 'An alias (`*name`) repeats a value from elsewhere in the file.', hint: 'Write the value out; if the text begins with `*`, put it in quotes.' },
  { when: /anchor/, message: 'An anchor (`&name`) gives a value a name inside the file.', hint: 'Delete it; if the text begins with `&`, put it in quotes.' },
  { when: /tag|\bTAG\b/, message: 'A tag (`!name`) changes how a value is read.', hint: 'Delete it; if the text begins with `!`, put it in quotes.' },
  { when: /directive|YAML version/, message: 'A line that begins with `%` changes how the file is read.', hint: 'Delete the line; if it is text, put it in quotes.' },
  { when: /block scalar|chomping|indentation width|line break is expected/, message: 'The text that `|` or `>` announces is not written as one.', hint: 'Leave the rest of the line empty, and indent every line of the text by two spaces more.' },
];

const otherwise = { message: 'This line cannot be read.', hint: 'Compare it with its neighbours: the same indentation, a colon and a space after each name, quotes around special characters.' };

/** Marks that YAML keeps for itself: no text begins with one. */
function reservedMark(character: string): typeof otherwise | undefined {
  return /[@`]/.test(character) ? { message: 'A text cannot begin with this mark.', hint: 'Put the text in quotes.' } : undefined;
}

/** A syntax error of the parser as a problem with its place, the whole rest of the line. */
export function explainSyntaxError(source: SourceText, reason: string, offset: number): Problem {
  const strange = strangeSpace(source.text, offset);
  if (strange !== undefined) return explainSpace(source, strange);
  return conflict(source) ?? tightDash(source, offset) ?? strangeComment(source, offset) ?? quoteInQuotes(source, offset) ?? (isAboutOneLine.test(reason) ? markedText(source, offset) ?? openBrace(source, offset) : undefined) ?? explainLine(source, reason, offset);
}

function restOfLine(source: SourceText, start: number, message: string, hint: string): Problem {
  return { code: 'STR-001', message, hint, span: { source, start, end: lineEnd(source.text, start) } };
}

/** What Git writes where two people have changed the same lines. */
function conflict(source: SourceText): Problem | undefined {
  const start = /^={7}$/m.test(source.text) ? source.text.search(/^<{7} /m) : -1;
  return start < 0 ? undefined : restOfLine(source, start, 'Git has left a merge conflict here.', 'Keep the lines that are meant, and delete the others with the marks `<<<<<<<`, `=======` and `>>>>>>>`.');
}

/** `-id: x` is a name that begins with a dash; that no entry was meant is noticed on the same line or the next. */
function tightDash(source: SourceText, offset: number): Problem | undefined {
  const { text } = source;
  const dashes = [lineStart(text, offset), lineStart(text, lineBefore(text, offset))].flatMap((start) => {
    const [, indent] = /^([ \t]*)-(?:[A-Za-z]\w*:[ \r\n]|[{["'])/.exec(text.slice(start, lineEnd(text, start) + 1)) ?? [];
    return indent === undefined ? [] : [start + indent.length];
  });
  return dashes[0] === undefined ? undefined : restOfLine(source, dashes[0], 'The space after the dash is missing.', 'Write a space between `-` and what follows.');
}

/** `// words`, as other languages write what is for people alone; it is noticed on the same line or the next. */
function strangeComment(source: SourceText, offset: number): Problem | undefined {
  const { text } = source;
  const start = [lineStart(text, offset), lineStart(text, lineBefore(text, offset))].find((line) => /^[ \t]*\/[/*]/.test(text.slice(line, lineEnd(text, line))));
  return start === undefined ? undefined : restOfLine(source, text.indexOf('/', start), 'A comment begins with `#`.', 'Write `#` and a space in place of the strokes, on each of its lines.');
}

/** Said of a line that goes on where its value has ended. */
const isAboutOneLine = /bad indentation of a mapping entry/;

/** `title: [Draft] visit`: a text whose first character is a mark of the notation, so that it ends before its author thinks. */
function markedText(source: SourceText, offset: number): Problem | undefined {
  const start = lineStart(source.text, offset);
  const line = source.text.slice(start, lineEnd(source.text, start));
  const [, before, text] = /^([ \t]*(?:- +)*[\w-]+:[ \t]+)((?:- |[%*&!|>[{"']).*?)[ \t]*$/.exec(line) ?? [];
  if (before === undefined || text === undefined) return undefined;
  const quote = text.includes('"') ? "'" : '"';
  const hint = text.includes(quote) ? 'Put the whole text in quotes.' : `Put the whole text in quotes: \`${quote}${excerpt(text)}${quote}\`.`;
  return restOfLine(source, start + before.length, `A text cannot begin with \`${text.charAt(0)}\`, which means something of its own here.`, hint);
}

/** `- id: x, title: y}` */
function openBrace(source: SourceText, offset: number): Problem | undefined {
  const start = lineStart(source.text, offset);
  const line = source.text.slice(start, lineEnd(source.text, start));
  if (!/\}[ \t]*$/.test(line) || line.includes('{')) return undefined;
  const dash = /^[ \t]*(?:- +)?/.exec(line)![0].length;
  return restOfLine(source, start + dash, 'This line ends with `}`, and its `{` is missing.', 'Write `{` here, or delete the `}` and give each name a line of its own.');
}

const insideQuotes: { readonly [quote: string]: string } = {
  "'": "Put double quotes around the whole text, or write a quote that belongs to it twice: `''`.",
  '"': 'Put single quotes around the whole text, or write `\\"` for a quote that belongs to it.',
};

/** `'My car's repaired'`: words right behind a quote that has closed a text. */
function quoteInQuotes(source: SourceText, offset: number): Problem | undefined {
  const { text } = source;
  const hint = insideQuotes[text.charAt(offset - 1)];
  if (hint === undefined || !/[\p{L}\d]/u.test(text.charAt(offset))) return undefined;
  return restOfLine(source, offset - 1, 'The text ends at this quote, and words follow it.', hint);
}

/** Beginnings of a line up to a space that looks like one and is part of a text for YAML. */
const strangeSpaces: readonly RegExp[] = ['[ \\t]*(?:- +)*-?', '[^:]*:'].map((before) => new RegExp(`^${before}(?=[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000])`));

/** Where such a space stands for one that parts a name from its value: on the line of the trouble, or on the one before, as that is noticed late. */
function strangeSpace(text: string, offset: number): number | undefined {
  const here = lineStart(text, offset);
  const starts = [...new Set([here, lineStart(text, lineBefore(text, offset))])];
  return starts.flatMap((start) => {
    const line = text.slice(start, lineEnd(text, start));
    return strangeSpaces.flatMap((before) => before.exec(line)?.map(({ length }) => start + length) ?? []);
  })[0];
}

function explainSpace(source: SourceText, at: number): Problem {
  const code = codeOf(source.text.charAt(at));
  const name = code === 'U+00A0' ? 'A no-break space' : 'A space of another sort';
  const before = source.text.charAt(at - 1);
  const place = before === ':' ? 'behind this colon' : before === '-' ? 'behind this dash' : 'at the beginning of this line';
  return {
    code: 'STR-001',
    message: `${name} (${code}) stands ${place} instead of an ordinary space.`,
    hint: 'Delete it and type a space. It often comes with text that was copied from a web page or a letter.',
    span: { source, start: at, end: at + 1 },
  };
}

function explainLine(source: SourceText, reason: string, offset: number): Problem {
  const mark = source.text.charAt(offset);
  const said = /[\]}]/.test(mark) ? `${reason} at a bracket` : reason;
  const { message, hint } = reservedMark(mark) ?? words.find(({ when }) => when.test(said)) ?? otherwise;
  const start = beginningOf(reason, source.text, Math.min(offset, source.text.length));
  const end = lineEnd(source.text, start);
  return { code: 'STR-001', message, hint, span: { source, start, end: Math.max(end, Math.min(start + 1, source.text.length)) } };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const length = text.slice(offset).search(/[\r\n]/);
  return length < 0 ? text.length : offset + length;
}

/** Where the trouble begins that the parser notices only later. */
function beginningOf(reason: string, text: string, offset: number): number {
  if (/multiline key/.test(reason)) return lineBefore(text, offset);
  if (/within a double quoted/.test(reason)) return openingQuote(text, offset, '"', (run, backslashes) => backslashes % 2 === 0 && run > 0);
  if (/within a single quoted/.test(reason)) return openingQuote(text, offset, "'", (run) => run % 2 === 1);
  if (/end of the stream within a flow/.test(reason)) return unclosedBracket(text);
  if (/deficient indentation/.test(reason) && !/[\]}]/.test(text.charAt(offset))) return unclosedBefore(text, offset);
  if (/name of an alias/.test(reason)) return offset - 1;
  return text.slice(offset).trim() === '' ? lineBefore(text, text.length) : offset;
}

/** The quote that none closes is the last of its sort that is not escaped by its own rule. */
function openingQuote(text: string, end: number, quote: string, opens: (run: number, backslashes: number) => boolean): number {
  for (let at = text.lastIndexOf(quote, end - 1); at >= 0; at = text.lastIndexOf(quote, at - 1)) {
    const first = quote === "'" ? runBefore(text, at + 1, quote) : at;
    if (opens(at + 1 - first, first - runBefore(text, first, '\\'))) return first;
    if (first === 0) break;
    at = first;
  }
  return end;
}

/** The quote or bracket that is still open at an offset: a quote, if none of its sort follows it and words do. */
function unclosedBefore(text: string, offset: number): number {
  const before = text.slice(0, offset);
  const quotes = ['"', "'"].map((quote) => before.lastIndexOf(quote)).filter((at) => /^(?:|[\s[{,])["']\S/.test(before.slice(Math.max(0, at - 1), at + 2)));
  return Math.max(...quotes, -1) >= 0 ? Math.max(...quotes) : unclosedBracket(before);
}

/** Offset at which a run of one character begins that ends at `end`. */
function runBefore(text: string, end: number, character: string): number {
  let at = end;
  while (at > 0 && text.charAt(at - 1) === character) at -= 1;
  return at;
}

/** The last bracket that none closes; brackets inside quotes may mislead it by a few words. */
function unclosedBracket(text: string): number {
  let closed = 0;
  for (let at = text.length - 1; at > 0; at -= 1) {
    const character = text.charAt(at);
    if (character === ']' || character === '}') closed += 1;
    else if ((character === '[' || character === '{') && (closed -= 1) < 0) return at;
  }
  return 0;
}

/** The parser notices a line without a colon only when the next line has one. */
function lineBefore(text: string, offset: number): number {
  const lines = text.slice(0, text.lastIndexOf('\n', offset - 1) + 1).trimEnd();
  const start = lines.lastIndexOf('\n') + 1;
  return start + lines.slice(start).search(/\S|$/);
}
