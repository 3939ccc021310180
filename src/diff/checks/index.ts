import { approvingRole } from './approving-role.js';
import { automationDirection } from './automation-direction.js';
import { backstageStep } from './backstage-step.js';
import type { Check } from './check.js';
import { collectedData } from './collected-data.js';
import { customerTries } from './customer-tries.js';
import { daysInForce } from './days-in-force.js';
import { evidenceConfidence } from './evidence-confidence.js';
import { holidayHorizon } from './holiday-horizon.js';
import { kpiGoal } from './kpi-goal.js';
import { measureGoal } from './measure-goal.js';
import { namedText } from './named-text.js';
import { newActivity } from './new-activity.js';
import { overrideRule } from './override-rule.js';
import { policySeverity } from './policy-severity.js';
import { promiseInPlace } from './promise-in-place.js';
import { promisedNothing } from './promised-nothing.js';
import { swappedPromise } from './swapped-promise.js';
import { termWord } from './term-word.js';
import { testedCondition } from './tested-condition.js';

/** Every check, in the order in which they claim differences. */
export const checks: readonly Check[] = [
  daysInForce, namedText, promisedNothing, swappedPromise, promiseInPlace, testedCondition, customerTries, automationDirection, backstageStep, overrideRule, kpiGoal, measureGoal, holidayHorizon, policySeverity, termWord, evidenceConfidence,
  collectedData, newActivity, approvingRole,
];
