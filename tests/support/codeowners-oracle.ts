import ignore from 'ignore';

/** A line of CODEOWNERS as a code host understands it. */
interface OwnersRule {
  readonly pattern: string;
  readonly owners: readonly string[];
}

/** Sections by name; what stands before the first has the name of nothing. */
export type OwnersFile = ReadonlyMap<string, readonly OwnersRule[]>;

/** Reads a file of code owners as the hosts describe it. Nothing of how Waymark writes one is used here. */
export function readCodeowners(text: string): OwnersFile {
  const sections = new Map<string, OwnersRule[]>();
  let current = '';
  for (const line of text.split('\n')) {
    const head = /^\[([^\]]+)\](?:\[\d+\])?$/.exec(line);
    if (head !== null) current = head[1]!;
    if (head !== null || line.trim() === '' || line.startsWith('#')) continue;
    const [pattern = '', ...owners] = line.replace(/(?<!\\)#.*$/, '').trim().split(/(?<!\\)\s+/);
    sections.set(current, [...(sections.get(current) ?? []), { pattern, owners }]);
  }
  return sections;
}

/** Who is asked about a file: in each section the last pattern that fits it. */
export function ownersIn(file: OwnersFile, path: string): readonly string[] {
  const found = [...file.values()].flatMap((rules) => rules.findLast(({ pattern }) => fits(pattern, path))?.owners ?? []);
  return [...new Set(found)].toSorted();
}

/**
 * The rules of `.gitignore`, but for three things: a bracket stands for itself, `/*` at the end leads to files of that folder alone, and `**` before a
 * last slash means files as well.
 */
export function fits(pattern: string, path: string): boolean {
  if (pattern.endsWith('/*') && !pattern.endsWith('**/*') && depthOf(pattern) !== depthOf(path)) return false;
  const plain = pattern.replace(/[[\]]/g, '\\$&').replace(/\/\*\*\/$/, '/**');
  return ignore({ ignorecase: false }).add(plain).ignores(path);
}

function depthOf(path: string): number {
  return path.replace(/^\//, '').split('/').length;
}
