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
const anyMarker = /^<!-- \/?waymark\b/;
const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Puts what belongs there between each pair of markers. Whatever stands outside of them stays as it is, and examples in code are none. */
export function renewed(text: string, blockFor: (marker: Marker) => string): Renewed | MarkerProblem {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  const out: string[] = [];
  const stale: number[] = [];
  let markers = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const inCode = endOfCode(lines, at);
    if (inCode !== undefined) {
      out.push(...lines.slice(at, inCode + 1));
      at = inCode;
      continue;
    }
    out.push(lines[at]!);
    const marker = opening.exec(lines[at]!)?.groups;
    if (marker === undefined) {
      if (anyMarker.test(lines[at]!)) return { line: at + 1, problem: closing.test(lines[at]!) ? 'no marker stands above this `<!-- /waymark -->`.' : 'this marker is not read. Write it like `<!-- waymark render motor-claim --view flow -->`.' };
      continue;
    }
    const end = lines.findIndex((line, index) => index > at && closing.test(line));
    if (end < 0) return { line: at + 1, problem: 'the `<!-- /waymark -->` that belongs to this marker is missing.' };
    const block = ['', ...blockFor({ id: marker['id'], view: marker['view'] ?? (marker['id'] === undefined ? 'hierarchy' : 'flow'), line: at + 1 }).split('\n'), ''];
    if (lines.slice(at + 1, end).join('\n') !== block.join('\n')) stale.push(at + 1);
    out.push(...block, lines[end]!);
    markers += 1;
    at = end;
  }
  return { text: out.join(eol), markers, stale };
}

/** Where the code that begins in a line ends; `undefined` where none begins. */
function endOfCode(lines: readonly string[], at: number): number | undefined {
  const begin = fence.exec(lines[at]!)?.[1];
  if (begin === undefined) return undefined;
  const end = lines.findIndex((line, index) => index > at && line.trim().startsWith(begin) && line.trim().replaceAll(begin[0]!, '') === '');
  return end < 0 ? lines.length - 1 : end;
}
