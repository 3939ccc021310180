import type { Compared } from '../../audit/ledger/compare-branch.js';
import type { LedgerEntry } from '../../audit/ledger/ledger-entry.js';
import type { LedgerNames } from '../../audit/ledger/ledger-names.js';
import type { NotExcluded } from '../../audit/ledger/not-excluded.js';
import type { LedgerAnchor, LedgerVerification } from '../../audit/ledger/verify-ledger.js';
import type { RecordFate } from '../../audit/record-fate.js';
import type { SpecTimeline } from '../../audit/spec-timeline.js';
import type { Misdated } from '../../audit/timeline.js';
import type { UnreadFile } from '../../audit/unread-files.js';
import type { CalendarDay } from '../../base/date.js';
import type { View } from '../reporter.js';

/** What a verification of a ledger has come to. */
export interface LedgerResults {
  readonly tool: { readonly name: string; readonly version: string };
  readonly command: 'ledger verify' | 'ledger seal';
  /** The ledger's file, as it was named. */
  readonly file: string;
  /** Name of the ledger; absent where it has no sound entry. */
  readonly name?: string;
  readonly verification: LedgerVerification;
  readonly anchor?: ToldAnchor;
  /** How the entries compare with what the governed branch holds; absent where that was not asked. */
  readonly branch?: BranchComparison;
  /** What a seal has added. */
  readonly sealed?: readonly LedgerEntry[];
  /** On which day each of these has ended its document, by its number; of those that have. */
  readonly endings?: ReadonlyMap<number, CalendarDay>;
  /** Versions that were announced before and begin all the same, `2.0.0 on 2027-06-01`, by the number of the entry that seems to take them back. */
  readonly standing?: ReadonlyMap<number, readonly string[]>;
  readonly notExcluded: readonly NotExcluded[];
}

/** An anchor, and what it is worth. */
export interface ToldAnchor extends LedgerAnchor {
  /** The checkpoint's file; absent where size and head were given. */
  readonly file?: string;
  /** The commit whose ledger it is, and whether it was named by the whole of its id. */
  readonly commit?: { readonly label: string; readonly isById: boolean };
  /** `none` where nobody was asked to have signed it. */
  readonly signature: 'good' | 'bad' | 'none';
  /** Who was asked to have signed it. */
  readonly signer?: string;
  /** Why the signature is not good. */
  readonly why?: string;
  /** True where it lies in the same place as the ledger, so that whoever changes the one can change the other. */
  readonly isBeside: boolean;
}

/** A Record that entries name, and what has become of it since. */
export interface CreditedRecord {
  /** Its id. */
  readonly record: string;
  readonly became: RecordFate;
}

/** The entries of a ledger beside what the governed branch holds. */
export interface BranchComparison extends LedgerNames {
  /** The branch, as people are told of it. */
  readonly label: string;
  /** How many entries say what the branch holds, from the first on. */
  readonly agreed: number;
  /** The first entry that says something else. */
  readonly problem?: { readonly line: number; readonly message: string };
  /** Entries in which another Waymark has judged otherwise how far a change went. */
  readonly judgedOtherwise: Compared['judgedOtherwise'];
  /** Entries that say less than the branch does, as older ones did. */
  readonly saysLess: Compared['saysLess'];
  /** Entries that name a judge that this Waymark does not know. */
  readonly judgedUnknown: Compared['judgedUnknown'];
  /** Files of the branch that could not be read for a time: what they released stands in no entry. */
  readonly unread: readonly UnreadFile[];
  /** Documents of the branch that shared their id with others, of which only the first counts: what the others released stands in no entry. */
  readonly doubled: readonly Pick<SpecTimeline, 'coordinate' | 'doubled'>[];
  /** Records that entries name among those who agreed, and that are not any more what was merged. */
  readonly records: readonly CreditedRecord[];
  /** Commits of the branch whose own date cannot be right: entries repeat what they say. */
  readonly misdated: readonly Misdated[];
  /** How many released versions of the branch are not in the ledger. */
  readonly unsealed: number;
}

/** Turns the result of a verification into one text. */
export interface LedgerReporter {
  readonly id: string;
  report(results: LedgerResults, view: View & { readonly columns: number }): string;
}

/** True where something is wrong. */
export function isWrong({ verification, anchor, branch }: LedgerResults): boolean {
  return verification.problem !== undefined || anchor?.signature === 'bad' || branch?.problem !== undefined;
}
