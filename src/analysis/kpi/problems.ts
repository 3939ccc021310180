import type { Path } from '../../base/json.js';

/** What keeps a formula from being computed, and where: the rest of a sentence that begins with the KPI. */
export interface FormulaProblem {
  /** From the formula. */
  readonly path: Path;
  /** A sentence. */
  readonly message: string;
  /** The next step. */
  readonly hint: string;
}
