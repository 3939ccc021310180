import { describe, expect, it } from 'vitest';
import { importsOf, sourcesBelow } from '../support/imports.js';
import type { Case, CaseClock, CasePart, CaseStep, CaseTarget } from './oracle/case.js';
import { confirmsViolation, findCounterExample, knownWalks, type CounterExample } from './oracle/counter-example.js';
import { chain, everybody, journey, office, part } from './oracle/known-cases.js';
import { hoursOf } from './oracle/hours.js';
import { hasPauses, targetFor, unitOf, whole } from './oracle/population.js';
import { partRuns, runsOf } from './oracle/runs.js';
import { canTakeLonger } from './oracle/times-with-pauses.js';
import { longest, ticksOf } from './oracle/times.js';
import type { Walk } from './oracle/walks.js';
import { randomCase } from './oracle/random-case.js';
import { diceOf } from './oracle/dice.js';
import { findMixture, type Column } from './oracle/simplex.js';

function isBroken(given: Case): boolean {
  return findCounterExample(given, given.promise.targets[0]!) !== undefined;
}

function confirms(given: Case, ...path: readonly string[]): boolean {
  return confirmsViolation(given, given.promise.targets[0]!, path);
}

describe('the oracle', () => {
  it('knows nothing of the engine', () => {
    const imports = sourcesBelow('tests/proof/oracle').map(importsOf);
    expect(imports.flatMap(({ files, packages }) => [...files, ...packages]).filter((file) => !file.startsWith('tests/proof/oracle/'))).toEqual([]);
  });

  it('adds the times of steps in a row', () => {
    const [first, second] = chain('first', 'second') as [CaseStep, CaseStep];
    const parts = [part(first, 4), part(second, 2)];
    expect(isBroken(journey([first, second], parts, 6))).toBe(false);
    expect(isBroken(journey([first, second], parts, 5.5))).toBe(true);
    expect(confirms(journey([first, second], parts, 5.5), 'first', 'second')).toBe(true);
    expect(confirms(journey([first, second], parts, 6), 'first', 'second')).toBe(false);
    expect(confirms(journey([first, second], parts, 5.5), 'first')).toBe(false);
  });

  it('lets a wait that nobody has promised anything about last for ever', () => {
    const [first, second] = chain('first', 'second') as [CaseStep, CaseStep];
    expect(isBroken(journey([first, { ...second, start: 'later' }], [part(first, 4), part({ ...second, start: 'later' }, 2)], 1000))).toBe(true);
  });

  it('takes the longest of branches at the same time, and adds up what they may miss', () => {
    const block = (kept: number, hours = 5): Case => journey(parallel, [part(parallel[1]!, 4, { kept: 950_000 }), part(parallel[2]!, 5, { kept: 950_000 })], hours, { kept, stop: ['trip.join.started'] });
    expect(isBroken(block(900_000))).toBe(false);
    expect(isBroken(block(900_001))).toBe(true);
    expect(isBroken(block(950_000))).toBe(true);
    expect(isBroken(block(900_000, 4.5))).toBe(true);
  });

  it('goes back as often as all bounds together allow', () => {
    const [body, check, look, close] = twiceBack as [CaseStep, CaseStep, CaseStep, CaseStep];
    const way = (from: CaseStep, to: CaseStep): CasePart => ({ ...part({ ...from, start: from.complete!, complete: to.start! }, 0.5), id: `${from.id}-${to.id}`, place: { kind: 'ways', ways: [[from.id, to.id]] } });
    const parts = [part(body, 1), part(check, 0.5), part(look, 0.5), part(close, 0.5), way(check, body), way(check, look), way(look, body), way(look, close)];
    const looped = (hours: number): Case => journey(twiceBack, parts, hours);
    expect(Math.max(...knownWalks(looped(1)).map(({ visits }) => visits.filter(({ step }) => step === 'body').length))).toBe(4);
    expect(isBroken(looped(11.5))).toBe(false);
    expect(isBroken(looped(11))).toBe(true);
  });

  it('counts what may be missed once for each round', () => {
    const [first, second] = chain('first', 'second') as [CaseStep, CaseStep];
    const again: CaseStep = { ...first, ways: [{ to: 'first', after: 'complete', repeats: 2 }, { to: 'second', after: 'complete' }] };
    const between = { ...part(first, 1), id: 'between', clock: { start: ['at-1'], stop: ['at-0', 'at-2'] }, place: { kind: 'underpins' as const } };
    const looped = (kept: number): Case => journey([again, second], [part(first, 1, { kept: 990_000 }), between], 6, { kept });
    expect(isBroken(looped(970_000))).toBe(false);
    expect(isBroken(looped(970_001))).toBe(true);
  });

  it('counts closed time', () => {
    const [only] = chain('only') as [CaseStep];
    expect(isBroken(journey([only], [part(only, 10, { calendar: 'office' })], 86))).toBe(false);
    expect(isBroken(journey([only], [part(only, 10, { calendar: 'office' })], 85.5))).toBe(true);
    expect(confirms(journey([only], [part(only, 10, { calendar: 'office' })], 85.5), 'only')).toBe(true);
  });

  it('does not add office hours that other hours lie between', () => {
    const steps = chain('first', 'second', 'third') as [CaseStep, CaseStep, CaseStep];
    const parts = [part(steps[0], 1, { calendar: 'office' }), part(steps[1], 1), part(steps[2], 8, { calendar: 'office' })];
    expect(isBroken(journey(steps, parts, 86))).toBe(false);
    expect(isBroken(journey(steps, parts, 85.5))).toBe(true);
  });

  it('starts at the first instant that is known', () => {
    const mondays = { ...office, week: office.week.map((day, at) => (at === 0 ? day : [])), from: '2026-09-05', days: 7 };
    const [only] = chain('only') as [CaseStep];
    const given = (hours: number): Case => ({ ...journey([only], [part(only, 9, { calendar: 'office' })], hours), calendars: [mondays] });
    expect(isBroken(given(2 * 24 + 17))).toBe(false);
    expect(isBroken(given(2 * 24 + 16.5))).toBe(true);
  });

  it('lets all of a small group be missed where a percent is of all', () => {
    const [only] = chain('only') as [CaseStep];
    const given = (each: 'pool' | 'tier'): Case => {
      const all = journey([only], [part(only, 1, { kept: 980_000, each })], 1, { kept: 980_000, each: 'tier' });
      return { ...all, groups: [...everybody, { persona: 'vip', tier: 'gold' }], promise: { ...all.promise, targets: [...all.promise.targets, { tier: 'gold', within: 60, kept: 980_000, each: 'pool' }] } };
    };
    const gold = (all: Case): CounterExample | undefined => findCounterExample(all, all.promise.targets[1]!);
    expect(gold(given('tier'))).toBeUndefined();
    expect(gold(given('pool'))?.cases.filter(({ persona, late }) => persona === 'vip' && late > 0)).toHaveLength(1);
  });

  it('lets all of a country be missed where a percent is of several', () => {
    const [only] = chain('only') as [CaseStep];
    const given = (each: 'pool' | 'region'): Case => {
      const all = journey([only], [part(only, 1, { targets: [{ within: 60, kept: 980_000, each: 'pool' }, { region: 'EU', within: 60, kept: 980_000, each }] })], 1, { kept: 980_000 });
      return { ...all, groups: ['GB', 'AT', 'DE'].map((region) => ({ persona: 'everybody', region })), promise: { ...all.promise, targets: [...all.promise.targets, { region: 'AT', within: 60, kept: 980_000, each: 'pool' }] } };
    };
    expect([given('region'), given('pool')].map((all) => findCounterExample(all, all.promise.targets[1]!) === undefined)).toEqual([true, false]);
  });

  it('lets all of a week be missed where a percent is of a month', () => {
    const [only] = chain('only') as [CaseStep];
    const weekly = journey([only], [part(only, 1, { kept: 980_000 })], 1, { kept: 980_000 });
    expect(isBroken(weekly)).toBe(false);
    expect(isBroken({ ...weekly, promise: { ...weekly.promise, window: 'P1W' } })).toBe(true);
    expect(isBroken({ ...weekly, promise: { ...weekly.promise, window: 'P3M' } })).toBe(false);
  });

  it('lets all misses fall on cases that count', () => {
    const steps = chain('first', 'second') as [CaseStep, CaseStep];
    const leaving: readonly CaseStep[] = [{ ...steps[0], ways: [{ to: 'gone', after: 'complete' }, { to: 'second', after: 'complete' }] }, { id: 'gone', start: 'at-1', complete: 'gave-up', split: 'choice', ways: [], end: 'abandon' }, steps[1]];
    const given = (stop: readonly string[]): Case => journey(leaving, [part(steps[0], 1, { kept: 980_000 }), part(steps[1], 1), { ...part(leaving[1]!, 1), id: 'goodbye' }], 2, { kept: 980_000, stop });
    expect(isBroken(given(['at-2', 'gave-up']))).toBe(false);
    expect(isBroken(given(['at-2']))).toBe(true);
  });

  it('wants more cases on a path than may be late', () => {
    const given = (share: number | undefined, kept: number): Case => {
      const steps = chain('first', 'second') as [CaseStep, CaseStep];
      const ways = [{ to: 'second', after: 'complete' as const, ...(share === undefined ? {} : { share }) }, { to: 'quick', after: 'complete' as const }];
      return journey([{ ...steps[0], ways }, { id: 'quick', start: 'at-1', complete: 'at-2', split: 'choice', ways: [], end: 'success' }, steps[1]], [part(steps[0], 1), part(steps[1], 3), { ...part(steps[1], 1), id: 'quickly', clock: { start: ['at-1'], stop: ['at-2'] }, place: { kind: 'ways', ways: [['first', 'quick']] } }], 2, { kept });
    };
    expect(confirms(given(100_000, 950_000), 'first', 'second')).toBe(true);
    expect(confirms(given(100_000, 900_000), 'first', 'second')).toBe(false);
    expect(confirms(given(undefined, 950_000), 'first', 'second')).toBe(false);
    expect(confirms(given(undefined, 1_000_000), 'first', 'second')).toBe(true);
    expect(confirms(given(undefined, 1_000_000), 'first', 'quick')).toBe(false);
  });

  it('lets time stand still no longer than it may', () => {
    const steps = chain('first', 'wait', 'last') as [CaseStep, CaseStep, CaseStep];
    const pauses = (max?: number): Pick<CaseClock, 'pauses'> => ({ pauses: [{ from: 'at-1', to: 'at-2', ...(max === undefined ? {} : { max }) }] });
    const paused = (hours: number, of: 'both' | 'part' | 'promise', max?: number): Case => {
      const given = journey(steps, [{ ...part(steps[0], 4), id: 'all', clock: { start: ['at-0'], stop: ['at-3'], ...(of === 'promise' ? {} : pauses(max)) } }], hours);
      return { ...given, promise: { ...given.promise, clock: { ...given.promise.clock, ...(of === 'part' ? {} : pauses(max)) } } };
    };
    expect(isBroken(paused(4, 'both'))).toBe(false);
    expect(isBroken(paused(3.5, 'both'))).toBe(true);
    expect(isBroken(paused(4, 'both', 120))).toBe(false);
    expect(isBroken(paused(100, 'part'))).toBe(true);
    expect(isBroken(paused(6, 'part', 120))).toBe(false);
    expect(isBroken(paused(5.5, 'part', 120))).toBe(true);
    expect(isBroken(paused(4, 'promise'))).toBe(false);
    expect(isBroken(paused(3.5, 'promise'))).toBe(true);
  });

  it('begins anew at a reset, and counts nothing after a cancel', () => {
    const steps = chain('first', 'second') as [CaseStep, CaseStep];
    const over = (hours: number, of: Partial<CaseClock>, own: Partial<CaseClock>): Case => {
      const given = journey(steps, [{ ...part(steps[0], 4), id: 'all', clock: { start: ['at-0'], stop: ['at-2'], ...own } }], hours);
      return { ...given, promise: { ...given.promise, clock: { ...given.promise.clock, ...of } } };
    };
    const [resets, cancels] = [{ resets: ['at-1'] }, { cancels: ['at-1'] }];
    expect([isBroken(over(4, resets, resets)), isBroken(over(3.5, resets, resets))]).toEqual([false, true]);
    expect([isBroken(over(100, {}, resets)), isBroken(over(4, resets, {}))]).toEqual([true, false]);
    expect([isBroken(over(100, {}, cancels)), isBroken(over(0.5, cancels, cancels))]).toEqual([true, false]);
  });

  it('finds the same longest times by inequalities as by stepping down', () => {
    let compared = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      const given = randomCase(seed);
      if (hasPauses(given) || new Set([given.promise, ...given.parts].map(({ calendar }) => calendar)).size > 1) continue;
      for (const walk of knownWalks(given)) compared += compareTimes(given, walk);
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('meets an adversary whose numbers add up', () => {
    let checked = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const given = randomCase(seed);
      for (const target of given.promise.targets) {
        const found = findCounterExample(given, target);
        if (found === undefined) continue;
        checked += 1;
        expect(counted(given, target, found)).toEqual([]);
      }
    }
    expect(checked).toBeGreaterThan(20);
  });

  it('finds a mixture of columns exactly where a small number of cases of each sort shows one', () => {
    const dice = diceOf(20_261_122);
    const seen = { found: 0, none: 0 };
    for (let run = 0; run < 400; run += 1) {
      const columns = Array.from({ length: 1 + dice.below(4) }, (): Column => ({ limits: [0, 1].map(() => BigInt(dice.below(7) - 3)), gain: BigInt(dice.below(7) - 3) }));
      const mixture = findMixture(columns);
      if (mixture !== undefined) expect(isMixture(columns, (index) => mixture.get(index) ?? 0n)).toBe(true);
      expect(mixture !== undefined).toBe(counts(columns.length, 9).some((each) => isMixture(columns, (index) => BigInt(each[index]!))));
      seen[mixture === undefined ? 'none' : 'found'] += 1;
    }
    expect(Math.min(seen.found, seen.none)).toBeGreaterThan(50);
  });
});

/** How many runs of the promise were compared on a walk. */
function compareTimes(given: Case, walk: Walk): number {
  const runs = runsOf(given.promise.clock, walk);
  for (const run of runs) {
    const parts = partRuns(given, walk).map((each) => ({ ...each, within: ticksOf(targetFor(each.part.targets, given.groups[0]!).within) }));
    const found = longest(walk, run, parts, given.promise.calendar, hoursOf(given.calendars), 'ends-inside');
    const exceeds = (ticks: number): boolean => canTakeLonger(walk, run, parts, given.promise.clock, ticks);
    if (found.kind === 'ticks') expect([exceeds(found.ticks), exceeds(found.ticks - 1)]).toEqual([false, true]);
    else expect(exceeds(1_000_000)).toBe(true);
  }
  return runs.length;
}

/** What does not add up in a counter-example: parts that are missed too often, and a promise that is kept often enough. */
function counted(given: Case, target: CaseTarget, { unit, cases }: CounterExample): readonly string[] {
  const misses = new Map<string, { missed: bigint; all: bigint; kept: number }>();
  const late = { missed: 0n, all: 0n };
  for (const { count, sort } of cases) {
    for (const [index, { part: each }] of sort.runs.entries()) {
      if (each.window !== given.promise.window) continue;
      const own = targetFor(each.targets, sort.group);
      const key = `${each.id} ${each.targets.indexOf(own)} ${unitOf(own, sort.group)}`;
      const sum = misses.get(key) ?? { missed: 0n, all: 0n, kept: own.kept };
      misses.set(key, { ...sum, missed: sum.missed + (sort.missed.has(index) ? count : 0n), all: sum.all + count });
    }
    if (targetFor(given.promise.targets, sort.group) !== target || unitOf(target, sort.group) !== unit) continue;
    late.missed += count * BigInt(sort.late.length);
    late.all += count * BigInt(sort.promised.length);
  }
  const tooOften = [...misses].filter(([, { missed, all, kept }]) => missed * BigInt(whole) > BigInt(whole - kept) * all).map(([key]) => key);
  return late.missed * BigInt(whole) > BigInt(whole - target.kept) * late.all ? tooOften : [...tooOften, 'the promise is kept'];
}

function isMixture(columns: readonly Column[], weight: (index: number) => bigint): boolean {
  const sum = (of: (column: Column) => bigint): bigint => columns.reduce((total, column, index) => total + of(column) * weight(index), 0n);
  return columns[0]!.limits.every((_, row) => sum(({ limits }) => limits[row]!) <= 0n) && sum(({ gain }) => gain) > 0n;
}

/** Every way to count up to `most` for each of some sorts. */
function counts(sorts: number, most: number): readonly (readonly number[])[] {
  if (sorts === 0) return [[]];
  return counts(sorts - 1, most).flatMap((others) => Array.from({ length: most + 1 }, (_, count) => [...others, count]));
}

/** A split into two branches that meet without an event of their own. */
const parallel: readonly CaseStep[] = [
  { id: 'split', start: 'at-0', complete: 'at-0', split: 'all', ways: [{ to: 'left', after: 'complete' }, { to: 'right', after: 'complete' }] },
  { id: 'left', start: 'at-0', complete: 'left-done', split: 'choice', ways: [{ to: 'join', after: 'complete' }] },
  { id: 'right', start: 'at-0', complete: 'right-done', split: 'choice', ways: [{ to: 'join', after: 'complete' }] },
  { id: 'join', waitsFor: ['left', 'right'], split: 'choice', ways: [] },
];

/** One step that two later ones lead back to, once and twice. */
const twiceBack: readonly CaseStep[] = [
  { id: 'body', start: 'again', complete: 'one', split: 'choice', ways: [{ to: 'check', after: 'complete' }] },
  { id: 'check', start: 'one', complete: 'two', split: 'choice', ways: [{ to: 'body', after: 'complete', repeats: 1 }, { to: 'look', after: 'complete' }] },
  { id: 'look', start: 'looked', complete: 'three', split: 'choice', ways: [{ to: 'body', after: 'complete', repeats: 2 }, { to: 'close', after: 'complete' }] },
  { id: 'close', start: 'closing', complete: 'four', split: 'choice', ways: [] },
];
