/**
 * Patterns over paths: `*` stands for a part of a name, `?` for one character, `**` for any folders. The time that it
 * takes grows with pattern times path and never faster, because the pattern may come from a stranger.
 */
export function matchesGlob(pattern: string, path: string): boolean {
  return matches(pattern.split('/'), path.split('/'), '**', matchesName);
}

function matchesName(pattern: string, name: string): boolean {
  return matches([...pattern], [...name], '*', (mark, character) => mark === '?' || mark === character);
}

/** Where what follows a wildcard does not fit, only the last wildcard takes one more: an earlier one never has to. */
function matches(pattern: readonly string[], text: readonly string[], wildcard: string, fits: (mark: string, item: string) => boolean): boolean {
  let [at, read] = [0, 0];
  let retry: { readonly at: number; readonly read: number } | undefined;
  while (read < text.length) {
    const mark = pattern[at];
    if (mark === wildcard) {
      at += 1;
      retry = { at, read };
    } else if (mark !== undefined && fits(mark, text[read]!)) [at, read] = [at + 1, read + 1];
    else if (retry === undefined) return false;
    else {
      retry = { at: retry.at, read: retry.read + 1 };
      ({ at, read } = retry);
    }
  }
  return pattern.slice(at).every((mark) => mark === wildcard);
}
