import type { Span } from './source.js';

/** How much a finding weighs. Only an `error` fails a check unless the caller says otherwise. */
export type Severity = 'error' | 'warning' | 'info';

/** Where a subject lives in the workspace: `journey:motor-claim#classify`, a stage is `#stages/triage`. */
export type Coordinate = string;

/** Another place that helps to understand a finding. */
export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

/** What is wrong in a text, before a rule set gives it a weight. */
export interface Problem {
  /** Code of the rule that it breaks, such as `STR-002`. */
  readonly code: string;
  readonly message: string;
  readonly span: Span;
  /** The next step, as an instruction. */
  readonly hint?: string;
  readonly related?: readonly RelatedPlace[];
}

/** One finding: which rule, how bad, what is wrong, where, and what to do next. */
export interface Diagnostic {
  /** Stable code of the rule, such as `GRF-001`. */
  readonly code: string;
  /** Readable id of the rule, such as `graph/step-reachable`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence in the author's words. Never a position in a list. */
  readonly message: string;
  /** Why the rule exists, from the rule itself. */
  readonly why?: string;
  /** The next step, as an instruction. */
  readonly hint?: string;
  /** Absent when the finding is about the workspace as a whole. */
  readonly span?: Span;
  readonly subject?: Coordinate;
  /** The same for the same finding, wherever it moves and however it is worded. */
  readonly fingerprint: string;
  /** The name that is missing or wrong wherever it is written: findings of one rule that share it are told as one. */
  readonly cause?: string;
  readonly related?: readonly RelatedPlace[];
  /** The documents of these related places, and others that it follows from. Whoever may not know of one of them may not read the finding. */
  readonly tellsOf?: readonly Coordinate[];
  /** The proof that it tells something of; absent where it follows from no proof. */
  readonly proof?: NamedProof;
}

/** The proof of a promise in a journey, by the ids of both. */
export interface NamedProof {
  readonly journey: string;
  readonly promise: string;
}

const weights: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** True when `severity` weighs at least as much as `threshold`. */
export function atLeast(severity: Severity, threshold: Severity): boolean {
  return weights[severity] >= weights[threshold];
}

/** Orders findings by file, then place, then code, so that the same input always prints the same output. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.span?.source.uri ?? '', b.span?.source.uri ?? '') ||
    (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

/** Code unit order: the same on every system and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
