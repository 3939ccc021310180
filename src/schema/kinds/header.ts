import type { ApiVersion, Cycle, Day, Id, LinkOrPath, MapOf, OneOf, OneOrMany, PinnedRef, Prose, Ref, RoleRef, Title, Version } from '../vocabulary.js';

/** What every document begins with. */
export interface Identity {
  /** Version of the language that the file is written in. */
  readonly apiVersion: ApiVersion;
  /** The document's own id. It never changes and is never given to something else. */
  readonly id: Id;
  /** The name that people know it by. */
  readonly title?: Title;
  /** More about it, for people. */
  readonly description?: Prose;
}

/**
 * A label's text.
 * @json {"type": "string", "maxLength": 200}
 * @example retail
 * @meaning prose
 */
export type LabelText = string;

/**
 * A page somewhere else.
 * @meaning prose
 */
export interface WebLink {
  /** What the reader finds there. */
  readonly title: Title;
  /** Its address. */
  readonly url: LinkOrPath;
}

/** What can be written beside every document without changing what it means. */
export interface Marks {
  /**
   * Marks of the company's own, for searching.
   * @example {cost-centre: "4711"}
   */
  readonly labels?: MapOf<OneOrMany<LabelText>>;
  /** Pages that belong to it. */
  readonly links?: readonly WebLink[];
}

/** A version, a status, an owner, and what belongs to them. */
export interface Lifecycle extends Identity {
  /** The name that people know it by. */
  readonly title: Title;
  /** Version of this document's content. Quote nothing: three numbers with dots are text already. */
  readonly version: Version;
  /**
   * Where it stands in its life. A draft owes little, an active document binds.
   * @example draft
   * @change changed breaking
   */
  readonly status: OneOf<Status, 'lifecycle'>;
  /**
   * The days on which it is in force: `from` inclusive, `until` exclusive.
   * @active
   */
  readonly effective?: Effective;
  /**
   * The team that answers for this document.
   * @example claims-cx
   * @change changed compatible
   */
  readonly owner: Ref<'Team'>;
  /**
   * Who keeps the systems behind it.
   * @change changed compatible
   */
  readonly technicalOwner?: RoleRef;
  /**
   * Who may read it.
   * @default internal
   * @example confidential
   */
  readonly access?: OneOf<'public' | 'internal' | 'confidential' | 'restricted', 'protection'>;
  /**
   * When it is looked at again. The last review is found in the Records.
   */
  readonly review?: ReviewPlan;
  /**
   * The document that this one takes over from.
   * @example motor-claim-paper@3.1.0
   */
  readonly supersedes?: PinnedRef<'same kind'>;
  /**
   * The document that takes over from this one.
   * @example motor-claim@2.0.0
   */
  readonly supersededBy?: PinnedRef<'same kind'>;
  /**
   * Ids that it had before, so that a renaming is recognised.
   * @example [car-claim]
   */
  readonly aliases?: readonly Id[];
}

/** What documents with a life of their own begin with. */
export interface Header extends Lifecycle, Marks {}

/** Where a document stands in its life. */
export type Status = 'draft' | 'active' | 'deprecated' | 'retired';

/** A half-open range of days. */
export interface Effective {
  /**
   * First day in force.
   * @compare higher-is-stricter
   */
  readonly from: Day;
  /**
   * First day no longer in force.
   * @compare higher-is-stricter
   */
  readonly until?: Day;
}

/** How often a document is reviewed. */
export interface ReviewPlan {
  /**
   * Length of one cycle.
   * @active
   * @change added compatible
   */
  readonly cycle?: Cycle;
  /**
   * Day by which the next review is due.
   * @change removed compatible
   */
  readonly next?: Day;
  /**
   * The meeting that reviews it, from the Policy's `forums`.
   * @example quarterly-cx
   */
  readonly forum?: Ref<'Forum'>;
}
