import type { OwnComparison } from './comparison.js';
import { compareStages } from './journey-stages.js';
import { compareFormulas } from './kpi-formula.js';
import { compareTargets } from './sla-targets.js';

/** Fields that are compared in a way of their own. */
export const ownComparisons: { readonly [field: string]: OwnComparison } = {
  'Journey.stages': compareStages,
  'Kpi.formula': compareFormulas,
  'Sla.targets': compareTargets,
};
