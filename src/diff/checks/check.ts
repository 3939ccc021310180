import type { Level } from '../../schema/meanings.js';
import type { Audience, SymbolicApprover } from '../change.js';
import type { Difference } from '../difference.js';
import type { SpecPair } from '../match-specs.js';
import type { Versions } from '../versions.js';
import type { JsonObject } from '../../base/json.js';

/** What a check says of differences that mean more, less or something else than each by itself. */
export interface Explained {
  /** The differences that it explains: they are told here and nowhere else. The first one says where. */
  readonly claims: readonly Difference[];
  /** The kind that is written for it; where it only weighs otherwise, the one that the first of them has by itself. */
  readonly kind?: string;
  readonly level?: Level;
  readonly regulated?: boolean;
  readonly harms?: readonly Audience[];
  readonly approvers?: readonly SymbolicApprover[];
  /** The sentence and the facts, where those of the first difference do not say enough. */
  readonly message?: string;
  readonly facts?: JsonObject;
}

/** What a check may look at: the differences of one spec that no earlier check has explained. */
export interface CheckContext {
  readonly versions: Versions;
  readonly pair: SpecPair;
  readonly differences: readonly Difference[];
}

/** A judgement that one field cannot make by itself. One file each. */
export interface Check {
  /** The name of its file. */
  readonly id: string;
  /** What it judges, in one sentence. */
  readonly summary: string;
  judge(context: CheckContext): Iterable<Explained>;
}
