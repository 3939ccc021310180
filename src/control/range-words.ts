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
