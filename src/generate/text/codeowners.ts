import { groupBy } from '../../base/groups.js';

/** A file and who is asked about it. */
export interface OwnersLine {
  /** From the root of the repository. */
  readonly path: string;
  /** `@example/claims`, `@a-huber` or an address. */
  readonly owners: readonly string[];
  /** Comments above it: ids and names, nothing that an author can write freely. */
  readonly notes?: readonly string[];
}

/** Lines of which the last that fits a file holds. */
export interface OwnersSection {
  /** For a forge that knows sections, each of which has to be content. Letters, digits, spaces and `-`. */
  readonly name?: string;
  /** How many have to agree, where it is more than one. */
  readonly count?: number;
  /** Who is asked about all other files of a folder; it stands first, so that every line below goes before it. */
  readonly others?: OwnersLine;
  readonly lines: readonly OwnersLine[];
}

/** A file of code owners. The more a pattern leaves open the earlier it stands, so that the pattern of a file itself is the last that fits it. */
export function codeownersText(head: readonly string[], sections: readonly OwnersSection[]): string {
  return [`${head.map((line) => `# ${line}\n`).join('')}`, ...sections.map((section) => `${headOf(section)}${linesOf(section)}`)].join('\n');
}

function headOf({ name, count = 1 }: OwnersSection): string {
  return name === undefined ? '' : `[${name}]${count > 1 ? `[${count}]` : ''}\n`;
}

function linesOf({ lines, others }: OwnersSection): string {
  const first = others === undefined ? [] : [{ pattern: others.path === '' ? '*' : `${patternOf(others.path)}/`, owners: others.owners, notes: [] }];
  const byPattern = [...groupBy(lines, ({ path }) => patternOf(path))];
  const written = byPattern.map(([pattern, same]) => ({ pattern, owners: [...new Set(same.flatMap(({ owners }) => owners))].toSorted(), notes: same.flatMap(({ notes = [] }) => notes) })).toSorted(byOpenness);
  return [...first, ...written].map(({ pattern, owners, notes }) => `${notes.map((note) => `# ${note}\n`).join('')}${[pattern, ...owners.filter((owner) => /^[^\s#]+$/.test(owner))].join(' ')}\n`).join('');
}

/**
 * The pattern of one file: its path with `?` for each sign that the forges read in more than one way, or not at all. They do not agree on how a space is
 * written, whether `#` begins a comment inside a line, or whether a bracket stands for itself; all of them read `?` as any one sign.
 */
export function patternOf(path: string): string {
  return `/${path.replace(/[\s#[\]*?\\!^{}\p{C}]/gu, '?')}`;
}

function byOpenness(a: { readonly pattern: string }, b: { readonly pattern: string }): number {
  return openIn(b.pattern) - openIn(a.pattern) || (a.pattern < b.pattern ? -1 : 1);
}

function openIn(pattern: string): number {
  return pattern.split('?').length;
}
