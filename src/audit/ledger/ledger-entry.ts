import type { Coordinate } from '../../base/diagnostic.js';
import type { LedgerJudge } from './judge.js';

/** `sha256:` and 64 hexadecimal digits in small letters. */
export type LedgerDigest = string;

/** What the governed branch released: the part of an entry that says what was sealed. */
export interface SealedVersion {
  /**
   * - `released`: a version that was not on the branch before;
   * - `changed`: the content became another one under the same version;
   * - `removed`: the document left the workspace. Its version, content and file are those that it had last;
   * - `drafted`: it was put back to draft, which ends nothing. Its version, content and file are those that were released last. What was
   *   sealed before Waymark said who judged it calls this `removed` as well.
   */
  readonly type: 'released' | 'changed' | 'removed' | 'drafted';
  /** `journey:motor-claim` */
  readonly subject: Coordinate;
  readonly version: string;
  readonly status: 'active' | 'deprecated' | 'retired';
  /** The days on which it says that it is in force, `until` exclusive. */
  readonly effective?: { readonly from?: string; readonly until?: string };
  /** Id of the commit of the branch that brought it: 40 or 64 hexadecimal digits. */
  readonly commit: string;
  /** When that was committed, in UTC, as the commit says. Anybody can write any time. */
  readonly committed?: string;
  /** Path of its file from the top of the repository. */
  readonly file: string;
  /** Id of the file's content in git, for `git cat-file blob`. */
  readonly blob: string;
  /** Of the bytes of that file. */
  readonly sourceDigest: LedgerDigest;
  /** Of the RFC 8785 form of what the document says, without defaults, with lists that are keyed by `id` as maps. */
  readonly contentDigest: LedgerDigest;
  /** Of a variant: the same of what holds after its overlay. */
  readonly effectiveDigest?: LedgerDigest;
  /** Files with words for customers that the document names, of a variant after its overlay; absent where there are none. */
  readonly texts?: readonly SealedText[];
  /** How far the change went, as it was judged when it was sealed; absent for what is new. */
  readonly level?: 'editorial' | 'compatible' | 'breaking';
  /** Whether the change was under a regime, as it was judged when it was sealed. */
  readonly regulated?: boolean;
  /** What has judged these two; there where they are, and absent in what was sealed before it was said. */
  readonly judgedBy?: LedgerJudge;
  /** Who agreed, as the Records of that commit claim. Not in order of weight, and no proof: the code host knows who agreed. */
  readonly approvals: readonly SealedApproval[];
  /** What was sealed of the same document before. */
  readonly previous?: { readonly subject: Coordinate; readonly version: string; readonly contentDigest: LedgerDigest };
}

/** A file with words for customers. */
export interface SealedText {
  /** Its path from the top of the repository. */
  readonly file: string;
  /** Id of its content in git. */
  readonly blob: string;
  /** Of its bytes. */
  readonly sourceDigest: LedgerDigest;
}

/** An approval that a Record claims. */
export interface SealedApproval {
  /** Id of the Record. */
  readonly record: string;
  readonly role: string;
  readonly person?: string;
  /** A day or a moment. */
  readonly at?: string;
  /** Digest of the set of changes that it covers. */
  readonly set?: string;
  /** What the Record may mean, where several kinds shared the id and the number that it names; absent where it is the subject of the entry alone, and in older entries. */
  readonly names?: readonly Coordinate[];
}

/** One line of a ledger. */
export interface LedgerEntry extends SealedVersion {
  /** Version of the form of entries. */
  readonly v: 1;
  /** Its place: 1 in the first line. */
  readonly seq: number;
  /** Name of the ledger: namespace and id of the workspace. An entry counts in no other one. */
  readonly ledger: string;
  /** Digest of the bytes of the line before; in the first line that of the ledger's name. */
  readonly prev: LedgerDigest;
  /** Digest of this entry without this field. It tells an accident; whoever means to forge can compute it. */
  readonly digest: LedgerDigest;
}
