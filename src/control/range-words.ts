import type { RangeStart } from './accumulated.js';

const beginnings: Readonly<Record<RangeStart['is'], string>> = {
  release: 'Since the release',
  seal: 'Since the last entry of the ledger',
  'first-active': 'Since it was first active',
};

/** Where a range begins, as the beginning of a sentence. */
export function sinceWhen({ is }: RangeStart): string {
  return beginnings[is];
}

/** What lets a range without a release begin anew. */
export function howToBegin({ is }: RangeStart): readonly string[] {
  return is === 'first-active' ? ['Once `waymark ledger seal` has put a release on record on the main branch, or `--since` names one, what came before it is not weighed again.'] : [];
}

/** What became of a document over the versions of a range, as the middle of a sentence; of one that has no version an empty text. */
export function wayOver(versions: readonly string[]): string {
  const steps = versions.filter((version, index) => index === 0 || version !== versions[index - 1]).map((version) => (version === '' ? 'what it was' : version));
  if (steps.length > 1) return `has gone from ${steps.slice(0, -1).join(' over ')} to ${steps.at(-1)}`;
  return versions[0] === '' ? 'has changed' : `has changed under the number ${versions[0]}`;
}
