import type { Compared } from './compare-branch.js';
import type { LedgerVerification } from './verify-ledger.js';

/**
 * What may have been done to a ledger without this verification seeing it.
 *
 * - `cut-off`: entries at its end were cut off;
 * - `written-anew`: its end, or all of it, was written anew;
 * - `after-checkpoint`: either of these, but only with entries sealed after the checkpoint, or the commit, that vouches for those before;
 * - `branch-rewritten`: the branch was rewritten that the ledger is compared with as it was;
 * - `false-entries`: an entry says what the branch never held, because it was forged when it was added;
 * - `judgements`: how far a change went was written anew, and another Waymark was named for it;
 * - `taken-out`: of what an entry says less than the branch, as older entries did, something was taken out;
 * - `judges`: another Waymark was named as judge than the one that judged, and this one does not know it;
 * - `other-history`: somebody else was shown another ledger.
 */
export type NotExcluded = 'cut-off' | 'written-anew' | 'after-checkpoint' | 'branch-rewritten' | 'false-entries' | 'judgements' | 'taken-out' | 'judges' | 'other-history';

/**
 * What a verification that found nothing cannot exclude.
 *
 * @param compared - How the entries compare with the governed branch, if they were compared.
 * @param isMovable - Whether what vouches for it is a branch or a tag, which may mean another commit tomorrow.
 */
export function notExcluded({ vouchedFor }: Pick<LedgerVerification, 'vouchedFor'>, compared: Pick<Compared, 'judgedOtherwise' | 'saysLess' | 'judgedUnknown'> | undefined, isMovable = false): readonly NotExcluded[] {
  const ends: readonly NotExcluded[] = vouchedFor === 0 ? ['cut-off', 'written-anew'] : ['after-checkpoint', ...(isMovable ? (['branch-rewritten'] as const) : [])];
  return [...ends, ...(compared === undefined ? (['false-entries'] as const) : ofEntries(compared, vouchedFor)), 'other-history'];
}

/** What is told of an entry is certain all the same where something vouches for the entry. */
function ofEntries({ judgedOtherwise, saysLess, judgedUnknown }: Pick<Compared, 'judgedOtherwise' | 'saysLess' | 'judgedUnknown'>, vouchedFor: number): readonly NotExcluded[] {
  const lists = [['judgements', judgedOtherwise], ['taken-out', saysLess], ['judges', judgedUnknown]] as const;
  return lists.filter(([, told]) => told.some(({ line }) => line > vouchedFor)).map(([name]) => name);
}
