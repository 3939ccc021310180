import type { CalendarDay } from '../base/date.js';
import type { Coordinate, Diagnostic, Severity } from '../base/diagnostic.js';
import type { Span } from '../base/source.js';
import type { Workspace } from '../model/workspace.js';
import type { RequirementId } from '../validate/rule.js';
import type { Agreement } from './agreement.js';
import type { Review } from './review.js';
import type { Versions } from './versions.js';

/** What somebody has to do about it: mend a document, raise a version, agree, or put something on record. */
export type Remedy = 'finding' | 'version' | 'approval' | 'evidence';

/** Something that stands against merging, or, where it is no error, that is worth a look. */
export interface Objection extends Diagnostic {
  readonly remedy: Remedy;
}

/** What a rule of the gate may look at. */
export interface GateContext extends Omit<Review, 'objections'> {
  readonly versions: Versions;
  /** The workspace whose Policy and teams judge. */
  readonly judge: Workspace;
  /** Who has agreed; absent where nobody knows. */
  readonly agreement: Agreement | undefined;
  /** Errors of the later version that the earlier one did not have. */
  readonly findings: readonly Diagnostic[];
  readonly today: CalendarDay;
}

/** What a rule of the gate has found: what is missing, where, and the next step. */
export interface GateFinding {
  readonly subject: Coordinate;
  readonly message: string;
  readonly hint?: string;
  /** Absent where it is about no one place of the later version. */
  readonly span?: Span;
}

/** A rule that a change has to meet before it is merged. One file each. */
export interface GateRule {
  /** Readable id, `change/name`; the file has the same name. */
  readonly id: `change/${string}`;
  /** Stable code, `CHG-001`. */
  readonly code: string;
  /** What must be true, in one sentence. */
  readonly summary: string;
  /** Why it matters, in one or two sentences. */
  readonly rationale: string;
  /** An error stands against merging. */
  readonly severity: Severity;
  readonly remedy: Remedy;
  readonly serves: readonly RequirementId[];
  /** What it says, as it is printed: for people who look the rule up. */
  readonly example: string;
  check(context: GateContext): Iterable<GateFinding>;
}
