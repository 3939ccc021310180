import type { OwnComparison } from './comparison.js';
import { compareHandoffs } from './handoffs.js';
import { compareActors, compareStageOwners, compareStepTypes } from './implied-values.js';
import { compareStages } from './journey-stages.js';
import { compareFormulas } from './kpi-formula.js';
import { compareTargets } from './sla-targets.js';

/** Fields that are compared in a way of their own. */
export const ownComparisons: { readonly [field: string]: OwnComparison } = {
  'Journey.handoffs': compareHandoffs,
  'Journey.stages': compareStages,
  'Kpi.formula': compareFormulas,
  'Sla.targets': compareTargets,
  'Stage.owner': compareStageOwners,
  'Step.actor': compareActors,
  'Step.type': compareStepTypes,
};
