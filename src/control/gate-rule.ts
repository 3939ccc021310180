import type { CalendarDay } from '../base/date.js';
import type { Coordinate, Diagnostic, Severity } from '../base/diagnostic.js';
import type { Span } from '../base/source.js';
import type { Edit } from '../diff/change-kind.js';
import type { Workspace } from '../model/workspace.js';
import type { RequirementId } from '../validate/rule.js';
import type { Accumulated } from './accumulated.js';
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
  /** What everything means together since each place from where on it is weighed at once; empty where nothing came before this change. */
  readonly accumulated: readonly Accumulated[];
}

/** What a rule of the gate has found: what is missing, where, and the next step. */
export interface GateFinding {
  readonly subject: Coordinate;
  readonly message: string;
  readonly hint?: string;
  /** Absent where it is about no one place of the later version. */
  readonly span?: Span;
  /** Only where one rule has two weights, such as for what is regulated and what is not. */
  readonly severity?: Severity;
}

/** A small change that shows a rule: what stands on the branch, and what is done to it. */
export interface GateExample {
  readonly title: string;
  /** Documents that stand on the branch, laid over the example workspace; `nothing` where there is no workspace yet. */
  readonly before: { readonly [path: string]: string } | 'nothing';
  /** What the change does to these texts. A file that is not there yet is new. */
  readonly edits: readonly Edit[];
  /** What the branch has taken in since. */
  readonly meanwhile?: readonly Edit[];
  /** What the last release said otherwise than the branch; without it no release is named. */
  readonly released?: readonly Edit[];
  /** What the code host says; without it nobody is known to have agreed. */
  readonly host?: { readonly author: string; readonly approvedBy: readonly string[] };
}

/** An example that breaks the rule: it yields exactly one objection. */
export interface InvalidGateExample extends GateExample {
  /** The text that the objection points at, or its first line; empty where it is about no one place. */
  readonly at: string;
  /** The objection's whole message. */
  readonly message: string;
  /** Only where the objection has another weight than the rule. */
  readonly severity?: Severity;
}

/** A rule that a change has to meet before it is merged. One file each. */
export interface GateRule {
  /** Readable id, `change/name`; the file is called by the name. */
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
  readonly examples: { readonly valid: readonly GateExample[]; readonly invalid: readonly InvalidGateExample[] };
  check(context: GateContext): Iterable<GateFinding>;
}
