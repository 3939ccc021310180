import { automationDirection } from './automation-direction.js';
import { backstageStep } from './backstage-step.js';
import type { Check } from './check.js';
import { holidayHorizon } from './holiday-horizon.js';
import { kpiGoal } from './kpi-goal.js';
import { namedText } from './named-text.js';
import { overrideRule } from './override-rule.js';
import { policySeverity } from './policy-severity.js';
import { promiseInPlace } from './promise-in-place.js';
import { promisedNothing } from './promised-nothing.js';
import { swappedPromise } from './swapped-promise.js';
import { termWord } from './term-word.js';
import { testedCondition } from './tested-condition.js';

/** Every check, in the order in which they claim differences. */
export const checks: readonly Check[] = [namedText, promisedNothing, swappedPromise, promiseInPlace, testedCondition, automationDirection, backstageStep, overrideRule, kpiGoal, holidayHorizon, policySeverity, termWord];
