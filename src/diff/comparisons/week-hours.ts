import { openingsOf, dayNames, type Opening } from '../../analysis/week-hours.js';
import { fieldOf, type JsonValue } from '../../base/json.js';
import { sentence } from '../../base/words.js';
import { describePlace } from '../../schema/names.js';
import type { Week } from '../../schema/kinds/calendar.js';
import { below, differ, tellOfWhole } from '../compare-values.js';
import type { Deed } from '../difference.js';
import type { OwnComparison } from './comparison.js';

/** The hours of a day are one thing: a day that is open longer brings deadlines forward, and a shorter one puts them off. A day without hours is closed. */
export const compareWeeks: OwnComparison = ({ pair, comparing }, home, places, holders) => {
  const [before, after] = [fieldOf(holders.before, 'weekly'), fieldOf(holders.after, 'weekly')];
  const name = describePlace(pair.after.kind, pair.after.value, []);
  const first = comparing.found.length;
  for (const day of Object.keys(dayNames) as (keyof Week)[]) {
    const [was, is] = [hoursOf(before, day), hoursOf(after, day)];
    const deed = was.text === is.text ? undefined : deedOn(was.openings, is.openings);
    if (deed === undefined) continue;
    const message = sentence(`On ${dayNames[day]}, ${name} was ${inWords(was.text)} and is now ${inWords(is.text)}${outcomes[deed]}.`);
    differ(comparing, { shape: 'Week', field: day }, deed, below(places, day, day), { before: fieldOf(before, day), after: fieldOf(after, day) }, { told: { message, facts: { day, was: was.text, is: is.text } } });
  }
  tellOfWhole(comparing, home, places, { before, after }, first);
};

interface Hours {
  readonly text: string;
  readonly openings: readonly Opening[];
}

function hoursOf(week: JsonValue | undefined, day: keyof Week): Hours {
  const openings = joined(openingsOf({ [day]: (fieldOf(week, day) ?? []) as readonly string[] }));
  const written = (fieldOf(week, day) ?? []) as readonly string[];
  return { text: written.toSorted().join(' and '), openings };
}

/** Hours that follow one another without a break are one stretch. */
function joined(openings: readonly Opening[]): readonly Opening[] {
  return openings.reduce<readonly Opening[]>((list, each) => {
    const last = list.at(-1);
    return last !== undefined && each.from <= last.until ? [...list.slice(0, -1), { ...last, until: Math.max(last.until, each.until) }] : [...list, each];
  }, []);
}

function deedOn(was: readonly Opening[], is: readonly Opening[]): Deed {
  const [wider, narrower] = [isWithin(was, is), isWithin(is, was)];
  return wider && narrower ? 'rewritten' : wider ? 'tightened' : narrower ? 'loosened' : 'changed';
}

function isWithin(inner: readonly Opening[], outer: readonly Opening[]): boolean {
  return inner.every(({ from, until }) => outer.some((each) => each.from <= from && until <= each.until));
}

function inWords(hours: string): string {
  return hours === '' ? 'closed' : `open ${hours}`;
}

const outcomes: { readonly [deed: string]: string } = { tightened: ': deadlines come earlier', loosened: ': deadlines come later', changed: ': some deadlines come earlier and some later', rewritten: ', which is the same time' };
