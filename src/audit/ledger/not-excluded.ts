import type { LedgerVerification } from './verify-ledger.js';

/**
 * What may have been done to a ledger without this verification seeing it.
 *
 * - `cut-off`: entries at its end were cut off;
 * - `written-anew`: its end, or all of it, was written anew;
 * - `after-checkpoint`: either of these, but only with entries sealed after the checkpoint;
 * - `false-entries`: an entry says what the branch never held, because it was forged when it was added;
 * - `other-history`: somebody else was shown another ledger.
 */
export type NotExcluded = 'cut-off' | 'written-anew' | 'after-checkpoint' | 'false-entries' | 'other-history';

/**
 * What a verification that found nothing cannot exclude.
 *
 * @param isCompared - Whether the entries were compared with the governed branch.
 */
export function notExcluded({ vouchedFor }: Pick<LedgerVerification, 'vouchedFor'>, isCompared: boolean): readonly NotExcluded[] {
  const ends: readonly NotExcluded[] = vouchedFor === 0 ? ['cut-off', 'written-anew'] : ['after-checkpoint'];
  return [...ends, ...(isCompared ? [] : (['false-entries'] as const)), 'other-history'];
}
