import type { Rule } from '../rule.js';
import { stepReachable } from './graph/step-reachable.js';
import { targetExists } from './reference/target-exists.js';

/** Every rule, by code. The list is compared with the folder, the docs and the catalogue by a test. */
export const rules: readonly Rule[] = [
  stepReachable,
  targetExists,
];
