import { lazy } from '../../base/lazy.js';
import { onceFor, remembering } from '../../base/remembering.js';
import type { BusinessCalendar, UnixSeconds } from './calendar.js';
import { covers } from './covers.js';
import { between, earliestStarts, latestEnds, openUntilEach } from './sweeps.js';

/** One part of a chain: so much open time on a calendar. */
export interface Link {
  readonly calendar: BusinessCalendar;
  /** Open seconds of that calendar. */
  readonly seconds: number;
}

/** The longest that something takes, and the first start from which it takes so long. */
export interface Stay {
  /** Open seconds of the observer's calendar. */
  readonly seconds: number;
  /** Where no calendar ever closes, every start is as good, and this is 0. */
  readonly start: UnixSeconds;
}

/** Beyond so many starts to look at, nothing is said. */
const mostStarts = 200_000;

/**
 * The longest that a chain of parts takes on the observer's calendar, over all starts, exactly: the greatest
 * `observer.openBetween(s, F(s))`, where F(s) is the latest end of the last part if each part ends as late as its time allows and the
 * next begins there. Starts are whole seconds, and only those count from which the whole chain lies inside the horizon of every calendar.
 *
 * How few starts have to be looked at: let E(s) be what is measured. F never falls and is right-continuous, so E jumps only upward, and
 * between jumps its slope is -1, 0 or 1. It is greatest at the first start, at the last, at a jump, or where a slope of 1 ends. F jumps
 * where a part comes to the closing of its own calendar. A slope of 1 needs the observer closed at the start and all parts running, and
 * ends where the observer opens, where the end comes to his closing, or where a part begins at a closing of its calendar.
 *
 * @returns `undefined` when no chain fits into the horizons; `too-many` when more than 200,000 starts would have to be looked at.
 */
export function worstStart(observer: BusinessCalendar, chain: readonly Link[]): Stay | undefined | 'too-many' {
  const known = lately.find((each) => each.observer === observer && isSameChain(each.chain, chain));
  if (known !== undefined) return known.answer;
  const answer = answerOf(ask(observer, chain));
  if (lately.unshift({ observer, chain, answer }) > mostLately) lately.pop();
  return answer;
}

function answerOf(question: Question | undefined): Stay | undefined | 'too-many' {
  if (question === undefined) return undefined;
  return question.isOwn || startCount(question) <= mostStarts ? longest(question) : 'too-many';
}

/** The answers given last: who asks about a path asks again while it is judged and told. */
const lately: { readonly observer: BusinessCalendar; readonly chain: readonly Link[]; readonly answer: Stay | undefined | 'too-many' }[] = [];
const mostLately = 8;

function isSameChain(a: readonly Link[], b: readonly Link[]): boolean {
  return a.length === b.length && a.every(({ calendar, seconds }, index) => calendar === b[index]!.calendar && seconds === b[index]!.seconds);
}

/**
 * The longest that so much time of one calendar takes on another: {@link worstStart} for a single part. It is remembered.
 *
 * @param seconds - Open seconds of the worker's calendar.
 */
export function longestStay(observer: BusinessCalendar, worker: BusinessCalendar, seconds: number): Stay | undefined {
  return stayOn(observer)(worker)(seconds);
}

const stayOn = onceFor((observer: BusinessCalendar) =>
  onceFor((calendar: BusinessCalendar) =>
    remembering((seconds: number) => {
      const question = ask(observer, [{ calendar, seconds }]);
      return question && longest(question);
    }),
  ),
);

/** That a chain may take longer than it should, from a start; or that it never does. */
export type Excess = { readonly exceeds: false } | ({ readonly exceeds: true } & Stay);

/**
 * Whether a chain may take longer than a budget of the observer's calendar, from a start that is given. Most often the answer follows
 * from each part alone, because the sum of their longest stays is never too short; only else are starts looked at, until one exceeds.
 *
 * @returns `undefined` and `too-many` as {@link worstStart} has them.
 */
export function exceeds(observer: BusinessCalendar, chain: readonly Link[], budget: number): Excess | undefined | 'too-many' {
  const question = ask(observer, chain);
  if (question === undefined) return undefined;
  if (sumOf(question.chain.map((link) => mostOf(observer, link))) <= budget) return { exceeds: false };
  const stays = question.isOwn ? [longest(question)] : question.chain.map(({ calendar, seconds }) => longestStay(observer, calendar, seconds)!);
  if (sumOf(stays.map(({ seconds }) => seconds)) <= budget) return { exceeds: false };
  const found = firstAbove(question, likelyStarts(question, stays), budget);
  if (found.exceeds) return found;
  return startCount(question) > mostStarts ? 'too-many' : firstAbove(question, decisiveStarts(question), budget);
}

/**
 * At least what the observer sees of a part. If its calendar is open whenever his is, that is no more than its own time, which is known
 * without looking at starts. Otherwise its time is rounded up: what takes longer stays longer, and few different times remain to be looked at.
 */
function mostOf(observer: BusinessCalendar, { calendar, seconds }: Link): number {
  if (covers(calendar, observer)) return seconds;
  return (longestStay(observer, calendar, Math.ceil(seconds / roundedTo) * roundedTo) ?? { seconds: Infinity }).seconds;
}

/** Four hours. */
const roundedTo = 14_400;

function sumOf(seconds: readonly number[]): number {
  return seconds.reduce((sum, each) => sum + each, 0);
}

/** One of some starts from which it takes longer than a budget. */
function firstAbove(question: Question, starts: Iterable<Float64Array>, budget: number): Excess {
  for (const ascending of starts) {
    const seconds = staysFrom(question, ascending);
    const found = seconds.findIndex((each) => each > budget);
    if (found >= 0) return { exceeds: true, start: ascending[found]!, seconds: seconds[found]! };
  }
  return { exceeds: false };
}

/** A chain that fits into the horizons, and the starts from which it does. */
interface Question {
  readonly observer: BusinessCalendar;
  /** Neighbours on one calendar are one part. */
  readonly chain: readonly Link[];
  /** True when all of it is counted on the observer's calendar, where it takes the same from every start. */
  readonly isOwn: boolean;
  readonly first: UnixSeconds;
  /** Found when starts have to be looked at. */
  readonly last: () => UnixSeconds;
}

function ask(observer: BusinessCalendar, written: readonly Link[]): Question | undefined {
  const chain = mergeNeighbours(written);
  const horizons = [observer, ...chain.map(({ calendar }) => calendar)].map(({ horizon }) => horizon);
  const [begin, until] = [Math.max(...horizons.map(({ from }) => from)), Math.min(...horizons.map((horizon) => horizon.until))];
  const first = begin === -Infinity ? 0 : begin;
  if (endOf(chain, first, until) === undefined) return undefined;
  const isOwn = chain.every(({ calendar }) => calendar === observer);
  return { observer, chain, isOwn, first, last: lazy(() => (until === Infinity ? first : lastStart(chain, first, until))) };
}

/** One part that ends as late as it may, and then another on the same calendar, end together as their sum does. */
function mergeNeighbours(chain: readonly Link[]): readonly Link[] {
  const merged: Link[] = [];
  for (const link of chain) {
    const before = merged.at(-1);
    if (before?.calendar !== link.calendar) merged.push(link);
    else merged[merged.length - 1] = { calendar: link.calendar, seconds: before.seconds + link.seconds };
  }
  return merged;
}

/** When the chain ends at the latest; `undefined` when that lies outside of a horizon. */
function endOf(chain: readonly Link[], start: UnixSeconds, until: UnixSeconds): UnixSeconds | undefined {
  let at = start;
  for (const { calendar, seconds } of chain) {
    const end = calendar.latestEnd(at, seconds);
    if (end === undefined || end > until) return undefined;
    at = end;
  }
  return at;
}

/** From a later start, nothing ends earlier: so the starts that fit come first, and halving finds the last. */
function lastStart(chain: readonly Link[], first: UnixSeconds, until: UnixSeconds): UnixSeconds {
  let [fits, fails] = [first, until + 1];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (endOf(chain, middle, until) === undefined) fails = middle;
    else fits = middle;
  }
  return fits;
}

/** How long it takes from each of the starts, which ascend. */
function staysFrom({ observer, chain }: Question, starts: Float64Array): Float64Array {
  const ends = chain.reduce((instants, { calendar, seconds }) => latestEnds(calendar, instants, seconds), starts);
  const [until, from] = [openUntilEach(observer, ends), openUntilEach(observer, starts)];
  return until.map((seconds, index) => seconds - from[index]!);
}

function longest(question: Question): Stay {
  const { first, isOwn } = question;
  let best: Stay = { start: first, seconds: staysFrom(question, Float64Array.of(first))[0]! };
  if (isOwn) return best;
  for (const starts of decisiveStarts(question)) {
    const stays = staysFrom(question, starts);
    for (let index = 0; index < stays.length; index += 1) {
      if (stays[index]! > best.seconds || (stays[index] === best.seconds && starts[index]! < best.start)) best = { start: starts[index]!, seconds: stays[index]! };
    }
  }
  return best;
}

/** At most so many starts decide. */
function startCount({ observer, chain }: Question): number {
  return observer.boundaries.length + chain.reduce((sum, { calendar }) => sum + calendar.boundaries.length, 2);
}

/** The starts beside the first among which the worst is, in lists that ascend. See {@link worstStart} for why no others need be looked at. */
function* decisiveStarts(question: Question): Iterable<Float64Array> {
  const { observer, chain, last } = question;
  yield Float64Array.of(last());
  yield startsOfEvery(question, 0, openingsOf(observer));
  for (const [index, { calendar }] of chain.entries()) {
    const closings = closingsOf(calendar);
    yield startsOfEvery(question, index, closings);
    yield startsOfEvery(question, index + 1, closings);
  }
  yield startsOfEvery(question, chain.length, closingsOf(observer));
}

const openingsOf = onceFor(({ boundaries }: BusinessCalendar): Float64Array => boundaries.filter((_, place) => place % 2 === 0));

const closingsOf = onceFor(({ boundaries }: BusinessCalendar): Float64Array => boundaries.filter((_, place) => place % 2 === 1));

/** The first starts from which so many parts of the chain end at or after each of the instants. */
function startsOfEvery({ chain, first, last }: Question, parts: number, instants: Float64Array): Float64Array {
  const starts = chain.slice(0, parts).reduceRight((ends, { calendar, seconds }) => earliestStarts(calendar, ends, seconds), instants);
  return between(starts, first + 1, last() - 1);
}

/** Starts from which one of the parts takes as long as it can: most often the whole does then as well. */
function likelyStarts(question: Question, stays: readonly Stay[]): readonly Float64Array[] {
  const { first, last } = question;
  const starts = stays.flatMap(({ start }, index) => [...startsOfEvery(question, index, Float64Array.of(start))]);
  return [first, last(), ...starts].map((start) => Float64Array.of(start));
}
