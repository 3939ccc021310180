/**
 * What is wrong with a ledger.
 *
 * - `edited`: a line is not what was sealed;
 * - `moved`: an entry does not stand in its place, because entries were removed, added, repeated or put into another order;
 * - `torn`: the last line is not whole, as after a write that was cut off;
 * - `conflict`: a merge left its marks in the file;
 * - `forked`: two entries follow the same one, or the ledger is another one than the anchor vouches for;
 * - `truncated`: the anchor vouches for more entries than there are;
 * - `foreign`: an entry, or all of them, belong to a ledger of another name.
 */
export type LedgerProblemKind = 'edited' | 'moved' | 'torn' | 'conflict' | 'forked' | 'truncated' | 'foreign';

/** The first thing that is wrong with a ledger. */
export interface LedgerProblem {
  readonly kind: LedgerProblemKind;
  /** The first line that is not as it was sealed, from 1; absent where the anchor says only that there is one. */
  readonly line?: number;
  /** What is wrong, as a sentence. */
  readonly message: string;
}
