import type { LedgerVerification } from './verify-ledger.js';

/**
 * What may have been done to a ledger without this verification seeing it.
 *
 * - `cut-off`: entries at its end were cut off;
 * - `written-anew`: its end, or all of it, was written anew;
 * - `after-checkpoint`: either of these, but only with entries sealed after the checkpoint, or the commit, that vouches for those before;
 * - `branch-rewritten`: the branch was rewritten that the ledger is compared with as it was;
 * - `false-entries`: an entry says what the branch never held, because it was forged when it was added;
 * - `other-history`: somebody else was shown another ledger.
 */
export type NotExcluded = 'cut-off' | 'written-anew' | 'after-checkpoint' | 'branch-rewritten' | 'false-entries' | 'other-history';

/**
 * What a verification that found nothing cannot exclude.
 *
 * @param isCompared - Whether the entries were compared with the governed branch.
 * @param isMovable - Whether what vouches for it is a branch or a tag, which may mean another commit tomorrow.
 */
export function notExcluded({ vouchedFor }: Pick<LedgerVerification, 'vouchedFor'>, isCompared: boolean, isMovable = false): readonly NotExcluded[] {
  const ends: readonly NotExcluded[] = vouchedFor === 0 ? ['cut-off', 'written-anew'] : ['after-checkpoint', ...(isMovable ? (['branch-rewritten'] as const) : [])];
  return [...ends, ...(isCompared ? [] : (['false-entries'] as const)), 'other-history'];
}
