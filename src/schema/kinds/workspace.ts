import type { Currency, FilePath, Glob, Id, Keyed, Language, MapOf, OneOf, Prose, Ref, Region, Scalar, Sha256, TimeZone, Title, Word } from '../vocabulary.js';
import type { Identity, Marks } from './header.js';

/** The root of a tree of documents. It stands in a file called `waymark.yaml`. */
export interface Workspace extends Identity, Marks {
  /** What kind of document this is. */
  readonly kind: OneOf<'Workspace', 'identity'>;
  /** The name that people know the workspace by. */
  readonly title: Title;
  /**
   * A name that stays unique when several workspaces are read together.
   * @example example.insurance
   * @active
   */
  readonly namespace?: Namespace;
  /**
   * The organisation that is responsible for the journeys. It is the controller in the register of processing.
   * @example Example Insurance AG
   * @active
   */
  readonly organisation?: Word;
  /**
   * The branch whose history is the truth. It is read where `main` has it, never from a proposal.
   * @default main
   * @example main
   * @change changed breaking
   */
  readonly branch?: BranchName;
  /**
   * Folders below this one that hold a workspace of their own.
   * @example [austria]
   */
  readonly members?: readonly FilePath[];
  /**
   * Files that are not read.
   * @example ["drafts/**"]
   */
  readonly ignore?: readonly Glob[];
  /** Time zone of dates that name none. */
  readonly timezone?: TimeZone;
  /**
   * The calendar of promises that name none.
   * @default 24x7
   * @example office-hours
   */
  readonly defaultCalendar?: Ref<'Calendar'>;
  /** Currency of amounts that name none. */
  readonly currency?: Currency;
  /**
   * Languages in which customers are addressed.
   * @example [de, en]
   */
  readonly languages?: readonly Language[];
  /**
   * Where the company serves customers.
   * @example [DE, AT]
   */
  readonly regions?: readonly Region[];
  /** Documents taken over from other repositories. */
  readonly imports?: readonly Import[];
  /** What the company wants its journeys to become. */
  readonly vision?: Prose;
  /**
   * The Policy that governs this workspace; needed only when there are several.
   * @example default
   * @change added breaking, regulated yes
   */
  readonly policy?: Ref<'Policy'>;
  /** What is generated from the workspace, and into which folders. `waymark generate` writes it. */
  readonly targets?: Keyed<GeneratedTarget>;
}

/** Files for another system, written out of the workspace. */
export interface GeneratedTarget {
  /**
   * A name for it. Where it is the name of a target, such as `typescript`, that target is meant.
   * @example typescript
   */
  readonly id: Id;
  /**
   * The target, where the id is another name.
   * @example prometheus
   */
  readonly target?: Id;
  /**
   * The folder that the files are written into, from the folder of the workspace.
   * @example ../src/journeys
   * @change changed compatible
   */
  readonly out: FolderPath;
  /**
   * Settings of the target, by name.
   * @example {job: portal}
   * @change added compatible, removed compatible, changed compatible
   */
  readonly options?: MapOf<Scalar>;
  /**
   * Losses that are known here, each with why that is right: `waymark generate --fail-on-loss` does not fail on them.
   * @change added compatible, removed compatible
   */
  readonly accept?: readonly AcceptedLoss[];
}

/** Something that documents say and a target does not, and that somebody has looked at. */
export interface AcceptedLoss {
  /** The document, as `waymark generate` names it. */
  readonly subject: DocumentName;
  /**
   * The field, as `waymark generate` names it; without it, the document as a whole. Of a list it stands for all entries, also for those that come later.
   * @change added compatible, removed compatible, changed compatible
   */
  readonly field?: FieldName;
  /** Why it is right to leave it out. */
  readonly reason: Prose;
}

/**
 * A document with its kind.
 * @json {"type": "string", "pattern": "^[a-z]+(?:-[a-z]+)*:\\S{1,200}$"}
 * @example sla:claim-registration
 * @meaning value
 */
export type DocumentName = string;

/**
 * A field of a document, with `.` between the names.
 * @json {"type": "string", "pattern": "^\\S{1,500}$"}
 * @example roles.contact
 * @meaning value
 */
export type FieldName = string;

/**
 * A folder, relative to that of the workspace, with `/` between names.
 * @json {"type": "string", "minLength": 1, "maxLength": 500, "pattern": "^[^/\\\\:*?\"<>|\\x00-\\x1f][^\\\\:*?\"<>|\\x00-\\x1f]*$"}
 * @example ../src/journeys
 * @meaning value
 */
export type FolderPath = string;

/**
 * A dotted name for a workspace.
 * @json {"type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{0,126}$"}
 * @example example.insurance
 * @meaning identity
 */
export type Namespace = string;

/**
 * A branch's short name.
 * @json {"type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$"}
 * @example main
 * @meaning policy
 */
export type BranchName = string;

/** A document of another repository, copied in and locked by its hash. */
export interface Import {
  /** The name it is referred to by: `name/id`. */
  readonly name: Id;
  /** The file it was copied to. */
  readonly source: FilePath;
  /**
   * The range of versions that is accepted.
   * @example ^2.1.0
   */
  readonly version: VersionRange;
  /** SHA-256 of the copied file. */
  readonly integrity: Sha256;
}

/**
 * A range of versions, as npm writes it.
 * @json {"type": "string", "minLength": 1, "maxLength": 60, "pattern": "^[0-9xX*^~<>=. |-]+$"}
 * @example ^2.1.0
 * @meaning value
 */
export type VersionRange = string;
