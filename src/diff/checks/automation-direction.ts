import { fieldOf, isObject, valueAt, type JsonValue } from '../../base/json.js';
import type { Spec } from '../../model/spec.js';
import type { Difference } from '../difference.js';
import type { SpecPair } from '../match-specs.js';
import type { Check, Explained } from './check.js';

const byHand: readonly unknown[] = ['automated', 'assisted', 'human'];

/** Who is there to ask when a machine is wrong. */
export const automationDirection: Check = {
  id: 'automation-direction',
  summary: 'More machine takes a person away from the customer, the more so where much is at stake before or after; more people cost waiting.',
  *judge({ pair, differences }) {
    for (const difference of differences) {
      const meaning = isAboutAutomation(difference) ? meaningOf(pair, difference) : undefined;
      if (meaning !== undefined) yield { claims: [difference], ...meaning };
    }
  },
};

type Meaning = Omit<Explained, 'claims'>;

const watched: Meaning = { regulated: true, harms: ['customer', 'regulator'], approvers: ['journey-owner', 'compliance'] };

function isAboutAutomation({ shape, field }: Difference): boolean {
  return shape === 'Automation' ? field !== 'rationale' : shape === 'Step' && field === 'automation';
}

function meaningOf(pair: SpecPair, difference: Difference): Meaning | undefined {
  const [was, is] = [automationAt(pair.before, difference, 'before'), automationAt(pair.after, difference, 'after')];
  if (difference.field === 'risk' || is === undefined) return isRisky(was) ? watched : undefined;
  return was === undefined ? meaningOfNew(is) : directionOf(was, is);
}

/** Where nobody said that a machine does it, people were free to rely on a person. */
function meaningOfNew(is: JsonValue): Meaning | undefined {
  if (howOf(is) === 'human') return undefined;
  return { level: 'breaking', harms: ['customer'], approvers: ['journey-owner', 'compliance'], regulated: isRisky(is) };
}

/** That much was at stake counts although nobody says so any more, or the one who wants a machine could leave out the word. */
function directionOf(was: JsonValue, is: JsonValue): Meaning {
  const isMoreMachine = byHand.indexOf(howOf(is)) < byHand.indexOf(howOf(was));
  return isMoreMachine ? { kind: 'automation-how-loosened', regulated: isRisky(was) || isRisky(is) } : { kind: 'automation-how-tightened' };
}

/** What a step says on one side of how much a machine does: the word alone, or the object. */
function automationAt({ value }: Spec, { shape, holder }: Difference, side: 'before' | 'after'): JsonValue | undefined {
  const place = valueAt(value, holder[side]);
  return shape === 'Automation' ? place : fieldOf(place, 'automation');
}

function howOf(automation: JsonValue): JsonValue | undefined {
  return isObject(automation) ? automation['how'] : automation;
}

function isRisky(automation: JsonValue | undefined): boolean {
  return fieldOf(automation, 'risk') === 'high';
}
