import type { Coordinate } from '../base/diagnostic.js';
import type { JsonObject } from '../base/json.js';
import type { Span } from '../base/source.js';
import type { Level } from '../schema/meanings.js';

/**
 * What was done. `tightened` and `loosened` are seen from those who rely on it: a shorter time is promised, or a longer one.
 * Where neither can be said, it is `changed`.
 */
export type Action = 'added' | 'removed' | 'tightened' | 'loosened' | 'changed' | 'renamed';

/** Who may be worse off. */
export type Audience = 'customer' | 'provider' | 'staff' | 'owner' | 'data-subject' | 'regulator' | 'analyst' | 'integrator';

/** Who has to agree, by the part that they play. The Policy says who that is in the company. */
export type SymbolicApprover =
  | 'peer'
  | 'journey-owner'
  | 'stage-owners'
  | 'counterparties'
  | 'service-level-manager'
  | 'data-owner'
  | 'dpo'
  | 'compliance'
  | 'it'
  | 'analytics'
  | 'training'
  | 'finance'
  | 'executive'
  | 'centre-of-excellence';

/** What a change is weighed by. */
export type ChangePart = Pick<Change, 'kind' | 'level' | 'regulated' | 'approvers' | 'subject'>;

/** A change, and each field that it includes: a group that comes or goes as a whole asks for no less than its fields, one by one. */
export function partsOf(change: Change): readonly ChangePart[] {
  return [change, ...(change.includes ?? [])];
}

/** One difference between two versions of a workspace, and what it means. */
export interface Change {
  /** Its kind: `subject-aspect-action`, such as `sla-target-loosened`. */
  readonly kind: string;
  readonly action: Action;
  /** `editorial` disturbs nobody, `compatible` takes nothing away, `breaking` may harm those who rely on it. */
  readonly level: Level;
  /** What it would be, where a Policy has changes of this kind count as another level. */
  readonly ownLevel?: Level;
  /** True when it touches what a regime or the protection of data asks for. It stands beside the level. */
  readonly regulated: boolean;
  /** Who may be worse off. Empty for what harms nobody. */
  readonly harms: readonly Audience[];
  /** Who has to agree to a change of this kind, unless the Policy says otherwise. */
  readonly approvers: readonly SymbolicApprover[];
  /** What has changed: `journey:motor-claim#classify`. By its new name where it was renamed. */
  readonly subject: Coordinate;
  /** What was and what is, as plain data. */
  readonly facts: JsonObject;
  /** One sentence with names, never with positions in lists. */
  readonly message: string;
  /**
   * Where a group of fields came or went as a whole: what each of them would be by itself, before a Policy weighs it otherwise. Whatever is asked of a
   * kind is asked of the kinds that are here as well.
   */
  readonly includes?: readonly ChangePart[];
  /** Subjects of the changes that it follows from, where they are known: nobody has made it by itself. */
  readonly because?: readonly Coordinate[];
  /** Where it stands before. */
  readonly before?: Span;
  /** Where it stands after. */
  readonly after?: Span;
  /**
   * SHA-256, in hexadecimal, of the workspace's name, the kind, the subject, the facts and the version before. The same when
   * lines move or sentences are worded anew; another when the same is done to another version.
   */
  readonly fingerprint: string;
}
