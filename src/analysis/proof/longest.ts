import type { BusinessCalendar } from '../business-time/calendar.js';
import type { Link as Stretch } from '../business-time/worst-start.js';
import type { Link, Unrolled } from './unrolled.js';

/** How long a path takes: one stretch for each part, neighbours on one calendar added up. */
export interface Length {
  readonly chain: readonly Stretch[];
  readonly knot: number;
  /** The way that it came, backwards. */
  readonly link: Link | undefined;
  readonly before: Length | undefined;
  /** True when it is no path of its own but at least as long as several. */
  readonly isBound: boolean;
}

/** So many lengths are kept for one knot; of more, those on the same calendars become one that is at least as long. */
const mostLengths = 32;

/** What a part uses up, in time. */
export type TimeOf = (part: number) => Stretch;

/**
 * The longest paths from the sources to the ends: every other path is as short as one of them on each of its calendars.
 * On one calendar that is a single path. `undefined` when there are too many that cannot be compared.
 *
 * The longest path of a graph without circles is found knot by knot, each after those that lead to it (dynamic programming).
 */
export function longestPaths(ways: Unrolled, timeOf: TimeOf): readonly Length[] | undefined {
  const lengths = ways.leaving.map((): Length[] | undefined => undefined);
  for (const knot of ways.sources) lengths[knot] = [{ chain: [], knot, link: undefined, before: undefined, isBound: false }];
  for (let knot = 0; knot < ways.size; knot += 1) {
    const here = lengths[knot] ?? [];
    for (let at = 0; at < here.length; at += 1) if (!goOn(lengths, here[at]!, ways.leaving[knot]!, timeOf)) return undefined;
  }
  const longest: Length[] = [];
  for (const end of ways.ends) for (const length of lengths[end] ?? []) keep(longest, length);
  return longest;
}

/** Takes a path to a knot along each link that leaves it; false when there are too many paths to the next knot. */
function goOn(lengths: (Length[] | undefined)[], before: Length, leaving: readonly Link[], timeOf: TimeOf): boolean {
  for (let at = 0; at < leaving.length; at += 1) {
    const link = leaving[at]!;
    const list = (lengths[link.to] ??= []);
    keep(list, { chain: extended(before.chain, link, timeOf), knot: link.to, link, before, isBound: before.isBound });
    if (list.length > mostLengths && !gather(list)) return false;
  }
  return true;
}

function extended(chain: readonly Stretch[], { passage: { part } }: Link, timeOf: TimeOf): readonly Stretch[] {
  if (part === undefined) return chain;
  const { calendar, seconds } = timeOf(part);
  const longer = chain.slice();
  const last = longer.at(-1);
  if (last?.calendar === calendar) longer[longer.length - 1] = { calendar, seconds: last.seconds + seconds };
  else longer.push({ calendar, seconds });
  return longer;
}

/** Adds a length unless another is at least as long everywhere, and drops those that it makes needless. */
function keep(list: Length[], length: Length): void {
  for (let at = 0; at < list.length; at += 1) if (isCovered(length, list[at]!)) return;
  for (let at = list.length - 1; at >= 0; at -= 1) if (isCovered(list[at]!, length)) list.splice(at, 1);
  list.push(length);
}

/** On the same calendars in the same order, a path that takes no longer on any of them ends no later from any start. */
function isCovered({ chain }: Length, { chain: other }: Length): boolean {
  if (chain.length !== other.length) return false;
  for (let at = 0; at < chain.length; at += 1) if (chain[at]!.calendar !== other[at]!.calendar || chain[at]!.seconds > other[at]!.seconds) return false;
  return true;
}

function sameCalendars(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  return a.length === b.length && a.every(({ calendar }, index) => calendar === b[index]!.calendar);
}

/** Makes one of all that are on the same calendars; says whether that was enough. */
function gather(list: Length[]): boolean {
  const gathered: Length[] = [];
  for (const length of list) {
    const at = gathered.findIndex(({ chain }) => sameCalendars(chain, length.chain));
    if (at < 0) gathered.push(length);
    else gathered[at] = { ...length, chain: length.chain.map(({ calendar, seconds }, index) => ({ calendar, seconds: Math.max(seconds, gathered[at]!.chain[index]!.seconds) })), isBound: true };
  }
  list.splice(0, list.length, ...gathered);
  return list.length <= mostLengths / 2;
}

/** The links of a path in their order. */
export function linksOf(length: Length): readonly Link[] {
  const links: Link[] = [];
  for (let at: Length | undefined = length; at?.link !== undefined; at = at.before) links.unshift(at.link);
  return links;
}

/** Seconds of a path whose parts are all on one calendar; nothing when there are several. */
export function secondsOn(calendar: BusinessCalendar, chain: readonly Stretch[]): number | undefined {
  return chain.every((stretch) => stretch.calendar === calendar) ? chain.reduce((sum, { seconds }) => sum + seconds, 0) : undefined;
}
