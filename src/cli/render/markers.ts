/** A place in a Markdown file that a picture is kept in. */
export interface Marker {
  /** The journey; absent for the whole workspace. */
  readonly id: string | undefined;
  readonly view: string;
  /** Where the marker stands, from 1. */
  readonly line: number;
}

/** A file with its pictures renewed. */
export interface Renewed {
  readonly text: string;
  readonly markers: number;
  /** Lines of the markers below which something else stood. */
  readonly stale: readonly number[];
}

/** What is wrong with the markers of a file. */
export interface MarkerProblem {
  readonly problem: string;
  readonly line: number;
}

const opening = /^<!-- waymark render(?: (?<id>[A-Za-z0-9][\w-]*))?(?: --view (?<view>[a-z]+))? -->\s*$/;
const closing = /^<!-- \/waymark -->\s*$/;
const anyMarker = /^<!--\s*\/?\s*waymark(?![\w-])/;
/** A comment that Markdown reads all the same, wherever it stands in its line. */
const markerInLine = /(?<!\\)<!--\s*\/?\s*waymark(?![\w-])/;
const inlineCode = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g;
const quotation = /^(?: {0,3}> ?)+/;
/** Deeper than three spaces outside of a list is code. */
const indentedCode = /^(?: {4}| {0,3}\t)/;
const listItem = /^ {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]/;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const fenceInList = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/;
/** What Markdown takes as it stands up to one of the ends, across empty lines. */
const preformatted = { begin: /^ {0,3}<(?:pre|script|style|textarea)(?=[\s>]|$)/i, end: /<\/(?:pre|script|style|textarea)>/i };

/** A marker with the lines between it and its end. */
interface Place {
  readonly marker: Marker;
  /** Places in the list of lines, from 0: of the marker, and of its end. */
  readonly begin: number;
  readonly end: number;
}

/** Puts what belongs there between each pair of markers. Whatever stands outside of them stays byte by byte, and examples in code are none. */
export function renewed(text: string, blockFor: (marker: Marker) => string): Renewed | MarkerProblem {
  const lines = text.split(/(?<=\n)/);
  const places = placesIn(lines);
  if ('problem' in places) return places;
  const out: string[] = [];
  const stale: number[] = [];
  let next = 0;
  for (const { marker, begin, end } of places) {
    const eol = lines[begin]!.endsWith('\r\n') ? '\r\n' : '\n';
    const block = ['', ...blockFor(marker).split('\n'), ''].map((line) => line + eol).join('');
    if (lines.slice(begin + 1, end).join('') !== block) stale.push(marker.line);
    out.push(...lines.slice(next, begin + 1), block);
    next = end;
  }
  return { text: [...out, ...lines.slice(next)].join(''), markers: places.length, stale };
}

/** Every pair of markers. What is kept between them is ours, and code in it has no markers of anybody. */
function placesIn(lines: readonly string[]): readonly Place[] | MarkerProblem {
  const places: Place[] = [];
  let open: { readonly marker: Marker; readonly begin: number } | undefined;
  let isInList = false;
  for (let at = 0; at < lines.length; at = Math.max(at, endOfCode(lines, at, isInList || quotation.test(lines[at]!) ? fenceInList : fence)) + 1) {
    const line = lines[at]!;
    isInList = listItem.test(line) || (isInList && /^\s/.test(line));
    if (isOutOfPlace(line, isInList)) return { line: at + 1, problem: 'this marker is not read, because it does not stand at the very beginning of its line. Move it there.' };
    if (!anyMarker.test(line)) continue;
    const found = opening.exec(line)?.groups;
    if (open !== undefined && !closing.test(line)) return missingEnd(open.marker);
    if (open === undefined && found === undefined) return { line: at + 1, problem: closing.test(line) ? 'no marker stands above this `<!-- /waymark -->`.' : 'this marker is not read. Write it like `<!-- waymark render motor-claim --view flow -->`.' };
    if (open !== undefined) places.push({ ...open, end: at });
    open = open !== undefined ? undefined : { marker: { id: found!['id'], view: found!['view'] ?? (found!['id'] === undefined ? 'hierarchy' : 'flow'), line: at + 1 }, begin: at };
  }
  return open === undefined ? places : missingEnd(open.marker);
}

function missingEnd({ line }: Marker): MarkerProblem {
  return { line, problem: 'the `<!-- /waymark -->` that belongs to this marker is missing.' };
}

/** True for a marker in a quotation or a list, or behind spaces or words, unless it is code. */
function isOutOfPlace(line: string, isInList: boolean): boolean {
  const words = line.replace(quotation, '');
  if (anyMarker.test(line) || !markerInLine.test(words.replaceAll(inlineCode, ''))) return false;
  return !indentedCode.test(words) || (isInList && words === line);
}

/** Where the code that begins in a line ends, at the latest with the quotation that it stands in; -1 where none begins. */
function endOfCode(lines: readonly string[], at: number, beginning: RegExp): number {
  const isQuoted = quotation.test(lines[at]!);
  const words = (line: string): string => (isQuoted ? line.replace(quotation, '') : line);
  const begin = beginning.exec(words(lines[at]!))?.[1];
  if (begin === undefined && !preformatted.begin.test(words(lines[at]!))) return -1;
  const isEnd = (line: string, index: number): boolean => (begin === undefined ? index >= at && preformatted.end.test(line) : index > at && line.trim().startsWith(begin) && line.trim().replaceAll(begin[0]!, '') === '');
  const end = lines.findIndex((line, index) => isEnd(words(line), index));
  const after = isQuoted ? lines.findIndex((line, index) => index > at && !quotation.test(line)) : -1;
  return Math.min(end < 0 ? lines.length - 1 : end, after < 0 ? lines.length - 1 : after - 1);
}
