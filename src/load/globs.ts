/**
 * Patterns over paths: `*` stands for a part of a name, `?` for one character, `**` for any folders. Matching is linear
 * in pattern times path, whatever the pattern, because the pattern may come from a stranger.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  return matchSegments(pattern.split('/'), path.split('/'));
}

function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  let reached = new Set([0]);
  for (const segment of pattern) {
    const next = new Set<number>();
    for (const at of reached) {
      if (segment === '**') for (let skip = at; skip <= path.length; skip += 1) next.add(skip);
      else if (at < path.length && matchName(segment, path[at]!)) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(path.length);
}

function matchName(pattern: string, name: string): boolean {
  let reached = new Set([0]);
  for (const mark of pattern) {
    const next = new Set<number>();
    for (const at of reached) {
      if (mark === '*') for (let skip = at; skip <= name.length; skip += 1) next.add(skip);
      else if (at < name.length && (mark === '?' || name[at] === mark)) next.add(at + 1);
    }
    reached = next;
  }
  return reached.has(name.length);
}
