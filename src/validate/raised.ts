import type { Severity } from '../base/diagnostic.js';
import type { Finding, Rule } from './rule.js';

/** A finding with the rule that made it, before it is told with lines and columns. */
export interface Raised {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly severity: Severity;
  readonly subject: string;
}
