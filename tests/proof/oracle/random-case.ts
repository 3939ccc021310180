import { completeOf, failOf, startOf, stepOf, type Case, type CaseCalendar, type CaseClock, type CaseGroup, type CasePart, type CasePause, type CaseStep, type CaseTarget, type CaseWay, type Each, type Window } from './case.js';
import { measure } from './counter-example.js';
import { diceOf, type Dice } from './dice.js';
import { minutesOfTick } from './hours.js';
import { targetFor, whole } from './population.js';
import { withAdditions } from './random-additions.js';
import { randomSteps, type RandomSteps } from './random-steps.js';
import { walksOf } from './walks.js';

/** A small journey with promises, the same for the same seed. */
export function randomCase(seed: number): Case {
  for (let attempt = 0; ; attempt += 1) {
    const found = tryCase(diceOf(seed * 1000 + attempt));
    if (found !== undefined) return found;
  }
}

/** What holds for the whole of a case. */
interface Habits {
  readonly dice: Dice;
  readonly calendars: readonly CaseCalendar[];
  /** Ids of calendars that promises run on: often all on one. */
  readonly pool: readonly string[];
  readonly groups: readonly CaseGroup[];
  /** How likely a part counts each tier for itself, in a hundred. */
  readonly eachTier: number;
  /** What parts promise, in millionths; only the whole for a case without percents. */
  readonly kept: readonly number[];
  readonly window: Window;
  /** How likely any stretch of the way has a part, in a hundred. */
  readonly coverage: number;
}

function tryCase(dice: Dice): Case | undefined {
  const way = randomSteps(dice);
  const habits = randomHabits(dice);
  const clock = randomClock(dice, way);
  const promise = { id: 'whole', clock, calendar: dice.pick(habits.pool), window: habits.window, targets: [{ within: minutesOfTick, kept: whole, each: 'pool' as const }] };
  const draft: Case = { steps: way.steps, promise, parts: [], calendars: habits.calendars, groups: habits.groups };
  const parts = [...partsOfSteps(habits, draft), ...partsOfWays(habits, draft), ...widerParts(habits, draft, way)];
  const paused = habits.pool.length === 1 && dice.chance(12) ? withPauses(dice, { ...draft, parts }, way) : { ...draft, parts };
  const given = withAdditions(dice, paused, (...stretch) => randomPart(habits, draft, ...stretch));
  const walks = walksOf(given);
  if (walks === undefined || walks.length > 30 || walks.some(({ moments }) => moments.length > 26)) return undefined;
  return withTargets(habits, withoutSome(dice, given));
}

function randomHabits(dice: Dice): Habits {
  const [calendars, pool] = randomCalendars(dice);
  const groups = randomGroups(dice);
  return {
    dice,
    calendars,
    pool,
    groups,
    eachTier: groups.length > 1 ? dice.pick([100, 100, 85]) : dice.pick([0, 50]),
    kept: dice.pick([[whole], [990_000, 980_000], [990_000, 980_000, 970_000], [whole, 995_000, 950_000], [999_900, 998_700, 989_999]]),
    window: dice.pick(['P1M', 'P1M', 'P1M', 'P1W', 'P3M']),
    coverage: dice.chance(95) ? 100 : dice.pick([97, 85]),
  };
}

/** Mostly one sort of customers, else some who differ by who they are, where they are or which tier they have. */
function randomGroups(dice: Dice): readonly CaseGroup[] {
  if (dice.chance(70)) return [{ persona: 'everybody' }];
  if (dice.chance(25)) return [{ persona: 'everybody' }, { persona: 'guest' }];
  if (dice.chance(33)) return [{ persona: 'everybody', region: 'GB' }, { persona: 'everybody', region: 'AT' }, ...(dice.chance(40) ? [{ persona: 'everybody', region: 'DE' }] : [])];
  return [{ persona: 'everybody' }, { persona: 'vip', tier: 'gold' }, ...(dice.chance(15) ? [{ persona: 'star', tier: 'platinum' }] : [])];
}

/** All around the clock, all in one office, or a mixture. */
function randomCalendars(dice: Dice): readonly [readonly CaseCalendar[], readonly string[]] {
  const kind = dice.below(100);
  if (kind < 38) return [[], ['24x7']];
  const from = dice.pick(['2026-09-07', '2026-09-07', '2026-10-19']);
  const office = randomCalendar(dice, 'office', from);
  if (kind < 60) return [[office], ['office']];
  const shop = randomCalendar(dice, 'shop', from);
  return kind < 85 ? [[office], ['office', '24x7']] : [[office, shop], ['office', 'shop', '24x7']];
}

const weeks: readonly (readonly (readonly [number, number])[])[] = [
  [[480, 1080]],
  [[540, 720], [780, 1020]],
  [[600, 960]],
  [[0, 1440]],
];

function randomCalendar(dice: Dice, id: string, from: string): CaseCalendar {
  const day = dice.pick(weeks);
  const short = dice.pick([...weeks, [], day[0]![0] === 0 ? [] : [[1320, 1800]] as const]);
  const isWeekend = dice.chance(20);
  const week = [day, day, short, day, dice.pick([day, [[480, 840]] as const]), ...(isWeekend ? [[[600, 840]] as const, []] : [[], []])];
  const zone = dice.pick(['Europe/Berlin', 'Europe/Berlin', 'UTC', 'Asia/Kolkata', 'America/New_York'] as const);
  return { id, zone, week, holidays: dice.chance(30) ? [1 + dice.below(10)] : [], from, days: dice.pick([14, 14, 15, 17]), ...(dice.chance(50) ? { dayLength: dice.pick([240, 480, 600]) } : {}) };
}

/** Mostly from the first event to the last, sometimes from later or only to an earlier one. */
function randomClock(dice: Dice, { steps, stretches }: RandomSteps): CaseClock {
  const find = (id: string): CaseStep => steps.find((step) => step.id === id)!;
  const first = dice.chance(70) ? 0 : dice.below(stretches.length);
  const last = dice.chance(85) ? stretches.length - 1 : first + dice.below(stretches.length - first);
  const [entry, isLate] = [find(stretches[first]!.entry), first < last && dice.chance(25)];
  const start = isLate ? completeOf(entry) : startOf(entry);
  const stops = stretches[last]!.exits.map(({ step }) => completeOf(find(step)));
  const ends = steps.filter(({ end }) => end !== undefined && dice.chance(85)).map(completeOf);
  return { start: [start], stop: [...new Set([...stops, ...ends])].filter((name) => name !== start) };
}

/** A part for each step, here or there in place. */
function partsOfSteps(habits: Habits, given: Case): readonly CasePart[] {
  const { dice, coverage } = habits;
  return given.steps.flatMap((step) => {
    if (startOf(step) === completeOf(step) || !dice.chance(coverage)) return [];
    const isInPlace = dice.chance(15);
    const clock = { start: [startOf(step)], stop: [completeOf(step)] };
    const part = randomPart(habits, given, `on-${step.id}`, clock, { kind: isInPlace ? 'in-place' : 'step', step: step.id });
    return [isInPlace ? { ...part, targets: part.targets.slice(0, 1) } : part];
  });
}

/** A part for each way between two events, at the way. */
function partsOfWays(habits: Habits, given: Case): readonly CasePart[] {
  const { dice, coverage } = habits;
  return given.steps.flatMap((step) =>
    step.ways.flatMap((way) => {
      const clock = { start: [way.after === 'fail' ? failOf(step) : completeOf(step)], stop: [startOf(stepOf(given, way.to))] };
      if (isMoment(given, step, way) || !dice.chance(way.after === 'fail' ? coverage - 5 : coverage)) return [];
      return [randomPart(habits, given, `from-${step.id}-${way.to}`, clock, { kind: 'ways', ways: [[step.id, way.to]] })];
    }),
  );
}

/** True when no time passes on a way: both ends are one event, or branches meet. */
function isMoment(given: Case, step: CaseStep, way: CaseWay): boolean {
  const target = stepOf(given, way.to);
  if (target.waitsFor?.includes(step.id) === true && target.start === undefined) return true;
  return startOf(target) === (way.after === 'fail' ? failOf(step) : completeOf(step));
}

/** Here and there a part over several stretches of the main way. */
function widerParts(habits: Habits, given: Case, { stretches }: RandomSteps): readonly CasePart[] {
  const { dice } = habits;
  if (!dice.chance(30)) return [];
  const from = dice.below(stretches.length);
  const to = from + dice.below(stretches.length - from);
  const [start, stop] = [startOf(stepOf(given, stretches[from]!.entry)), stretches[to]!.out];
  if (stop === undefined || stop === start) return [];
  const part = randomPart(habits, given, 'wider', { start: [start], stop: [stop] }, { kind: 'underpins' });
  return [{ ...part, targets: part.targets.map((target) => ({ ...target, within: target.within * (1 + dice.below(4)) })) }];
}

function randomPart(habits: Habits, { promise }: Case, id: string, clock: CaseClock, place: CasePart['place']): CasePart {
  const { dice, pool, groups } = habits;
  const standard = randomTarget(habits);
  const better = groups.slice(1).filter(() => dice.chance(25)).map((group) => ({ ...randomTarget(habits), ...whom(dice, group) }));
  const window = dice.chance(97) ? promise.window : dice.pick(['P1D', 'P1W', 'P1M', 'P3M'] as const);
  return { id, clock, place, window, calendar: dice.chance(60) ? promise.calendar : dice.pick(pool), targets: [standard, ...unlike(better)] };
}

/** Whom a target is for that a group has. */
function whom(dice: Dice, { persona, tier, region }: CaseGroup): Pick<CaseTarget, 'tier' | 'persona' | 'region'> {
  if (region !== undefined) return { region: dice.chance(60) ? region : 'EU' };
  return tier === undefined ? { persona } : { tier };
}

/** One target for each whom. */
function unlike(targets: readonly CaseTarget[]): readonly CaseTarget[] {
  return targets.filter(({ region }, index) => region === undefined || targets.findIndex((each) => each.region === region) === index);
}

function randomTarget({ dice, kept, eachTier, groups }: Habits): CaseTarget {
  const within = dice.pick([30, 60, 60, 90, 120, 180, 240, 600]);
  return { within, kept: dice.pick(kept), each: dice.chance(eachTier) ? dice.pick(groupings(groups)) : 'pool' };
}

/** Over whom a percent may hold, the likely more often. */
function groupings(groups: readonly CaseGroup[]): readonly Each[] {
  const [, other] = groups;
  if (other?.region !== undefined) return [...Array.from({ length: 14 }, () => 'region' as const), 'tier'];
  return other !== undefined && other.tier === undefined ? ['persona'] : [...Array.from({ length: 9 }, () => 'tier' as const), 'persona'];
}

/** Now and then one part less: what covers it may be another one. */
function withoutSome(dice: Dice, given: Case): Case {
  if (!given.parts.some(({ id }) => id === 'wider') || !dice.chance(30)) return given;
  const others = given.parts.filter(({ id }) => id !== 'wider');
  const left = dice.pick(others.length === 0 ? given.parts : others);
  return { ...given, parts: given.parts.filter((part) => part !== left) };
}

/** One step in the middle is a wait during which clocks stand still: that of the promise, that of a part over more than it, or both. */
function withPauses(dice: Dice, given: Case, { stretches }: RandomSteps): Case {
  const middle = stretches.slice(1, -1).map(({ entry }) => stepOf(given, entry));
  if (middle.length === 0) return given;
  const step = dice.pick(middle);
  const pause = (): { readonly pauses: readonly CasePause[] } => ({ pauses: [{ from: startOf(step), to: completeOf(step), ...(dice.chance(60) ? { max: dice.pick([60, 120, 240]) } : {}) }] });
  const same = pause();
  const parts = given.parts.map((part) => (part.id === 'wider' && dice.chance(80) ? { ...part, clock: { ...part.clock, ...(dice.chance(60) ? same : pause()) } } : part));
  const promise = dice.chance(75) ? { ...given.promise, clock: { ...given.promise.clock, ...same } } : given.promise;
  return { ...given, promise, parts: dice.chance(25) ? parts.filter(({ id }) => id !== `on-${step.id}`) : parts };
}

/** Targets of the promise near what the parts add up to, on either side of it. */
function withTargets(habits: Habits, given: Case): Case {
  const { dice, groups, eachTier } = habits;
  const aim = dice.below(100);
  const each: Each = groups.length > 1 && dice.chance(80) && eachTier > 0 ? groupings(groups)[0]! : 'pool';
  const standard = targetNear(dice, given, groups[0]!, aim, each);
  const better = groups.slice(1).filter(() => dice.chance(60)).map((group) => ({ ...targetNear(dice, given, group, aim, dice.pick(['pool', groupings(groups)[0]!])), ...whom(dice, group) }));
  return { ...given, promise: { ...given.promise, targets: [standard, ...unlike(better)] } };
}

function targetNear(dice: Dice, given: Case, group: CaseGroup, aim: number, each: Each): CaseTarget {
  const { resets: _, ...clock } = given.promise.clock;
  const measured = measure({ ...given, promise: { ...given.promise, clock } }, group);
  if (measured === undefined) return { within: dice.pick([240, 600, 1440]), kept: dice.pick([whole, 900_000]), each };
  const isShort = aim >= 50 && aim < 95;
  return { within: minutesOfTick * Math.max(1, isShort ? lessThan(dice, measured.ticks) : atLeast(dice, measured.ticks)), kept: keptNear(dice, given, measured.budgets, isShort, group), each };
}

function lessThan(dice: Dice, ticks: number): number {
  return dice.chance(50) ? ticks - 1 : dice.chance(50) ? ticks - 2 - dice.below(6) : Math.floor((ticks * (50 + dice.below(50))) / 100);
}

function atLeast(dice: Dice, ticks: number): number {
  return dice.chance(60) ? ticks : ticks + dice.below(8);
}

/** Exactly what the parts may miss, a little less or more; all, where nothing may be missed or the time is too short anyway. */
function keptNear(dice: Dice, given: Case, budgets: readonly number[], isShort: boolean, group: CaseGroup): number {
  const most = Math.max(...budgets);
  if (most === 0) return dice.chance(80) ? whole : 990_000;
  if (isShort && dice.chance(75)) return whole;
  const one = whole - targetFor(dice.pick(given.parts).targets, group).kept;
  const budget = dice.pick([most, most, most, most, most, most, most + 5000, most + 5000, most - one, most - one, Math.min(...budgets), most - 1]);
  return Math.min(whole, Math.max(100, whole - budget));
}

/** Steps in a row, each with its own part and each wait between them too and nothing else, for one sort of customers, on one calendar, without pauses and over one period. */
export function isPlain(given: Case): boolean {
  const { steps, parts, groups, promise } = given;
  const isRow = steps.every(({ ways, isOptional, beside }) => ways.length < 2 && beside === undefined && isOptional !== true);
  const isTiled = steps.every((step, at) => {
    const next = steps[at + 1];
    const joints = next === undefined || startOf(next) === completeOf(step) ? [] : [[completeOf(step), startOf(next)]];
    return [[startOf(step), completeOf(step)], ...joints].every(([from, to]) => parts.some(({ clock }) => clock.start[0] === from && clock.stop[0] === to));
  });
  return isRow && isTiled && groups.length === 1 && [promise, ...parts].every(({ clock: { pauses, resets, cancels } }) => pauses === undefined && resets === undefined && cancels === undefined) && parts.every(({ id }) => id !== 'wider') && parts.every(({ window, calendar }) => window === promise.window && calendar === promise.calendar);
}
