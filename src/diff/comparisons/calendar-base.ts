import { fieldOf, sameJson } from '../../base/json.js';
import { sentence } from '../../base/words.js';
import { describePlace } from '../../schema/names.js';
import type { Both } from '../compare-values.js';
import { differ } from '../compare-values.js';
import type { Deed } from '../difference.js';
import { deedOnHours, hoursOf } from '../hours-deed.js';
import type { ComparisonContext, OwnComparison } from './comparison.js';

/** A calendar that takes its hours over from another than before is compared by the hours that follow. */
export const compareCalendarBases: OwnComparison = (context, home, places, holders) => {
  const { pair, comparing } = context;
  const [was, is] = [baseIn(holders.before), baseIn(holders.after)];
  if (was === is || (was !== undefined && is !== undefined && comparing.renamed(['Calendar'], was) === is)) return;
  const deed = deedOnBases(context, holders, was, is);
  const name = describePlace(pair.after.kind, pair.after.value, []);
  const message = sentence(`${name} takes over ${wordsOf(is, 'nothing')} and took over ${wordsOf(was, 'nothing')}${outcomes[deed] ?? ''}.`);
  differ(comparing, home, deed, places, { before: was, after: is }, { told: { message, facts: { was: was ?? null, is: is ?? null } } });
};

function baseIn(holder: Both['before']): string | undefined {
  const base = fieldOf(holder, 'extends');
  return typeof base === 'string' ? base : undefined;
}

const ownHours = ['timezone', 'weekly', 'dayLength', 'holidays', 'horizon'] as const;

/** Where its own hours are others as well, they are told by themselves, and the two that it takes over from are compared. */
function deedOnBases({ versions: { before, after }, pair }: ComparisonContext, holders: Both, was: string | undefined, is: string | undefined): Deed {
  const isAlone = ownHours.every((field) => sameJson(fieldOf(holders.before, field), fieldOf(holders.after, field)));
  const [old, now] = isAlone ? [hoursOf(before, pair.before.id), hoursOf(after, pair.after.id)] : [hoursOf(before, was), hoursOf(after, is)];
  if (old !== undefined && now !== undefined) return deedOnHours(old, now, true) ?? 'rewritten';
  return was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
}

function wordsOf(base: string | undefined, none: string): string {
  return base === undefined ? none : `the hours and holidays of \`${base}\``;
}

const outcomes: { readonly [deed: string]: string } = {
  tightened: ': it is open whenever it was, and longer, so deadlines come earlier',
  loosened: ': it is open for a part of that time only, so deadlines come later',
  changed: ': some deadlines come earlier and some later',
  rewritten: ', which are the same',
};
