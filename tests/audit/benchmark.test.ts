import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benchmark } from '../../src/audit/benchmark/benchmark.js';
import type { BenchmarkRow } from '../../src/audit/benchmark/rows.js';
import { workspaceAt } from '../../src/audit/past-workspace.js';
import { releasedVersion } from '../../src/audit/released-version.js';
import type { Workspace } from '../../src/model/workspace.js';
import { buildRepository } from '../../tools/example-histories/build-repository.js';
import { exampleDomain, exampleStates } from '../../tools/example-histories/index.js';
import { newFolder, repositoryIn } from '../support/git-repository.js';
import { promisesOf } from '../support/small-promises.js';
import { followed, timelineOf } from './past.js';

function rowsBetween(before: Workspace, after: Workspace, journey = 'test'): readonly BenchmarkRow[] {
  return benchmark({ workspace: before, journey }, { workspace: after, journey })!;
}

function row(rows: readonly BenchmarkRow[], what: string, about?: string): BenchmarkRow | undefined {
  return rows.find((each) => each.what === what && (about === undefined || each.about?.id === about));
}

/** A promise of a journey of two steps, each with a promise of its own. */
const whole = (target: string, steps = 'step a a.start > a.done: 2h\nstep b b.start > b.done: 2h', more = ''): Workspace => promisesOf(`calendar office mon tue wed thu fri 08-18\nwhole a.start > b.done: ${target} | consumer: customer${more}\n${steps}`);

/** Which way the time and the share of the promise went, and what the proof says. */
function judged(before: string, after: string): readonly (string | undefined)[] {
  const rows = rowsBetween(whole(before), whole(after));
  return ['time', 'share', 'verdict'].map((what) => row(rows, what)?.judgement?.is);
}

describe('two versions of the motor claim', () => {
  const folder = join(newFolder(), 'insurance');
  buildRepository(folder, exampleStates('insurance'), exampleDomain.insurance);
  const found = followed(timelineOf(repositoryIn(folder)), 'motor-claim');
  const sides = ['2.2.1', '2.3.0'].map((number) => {
    const version = releasedVersion(found, number);
    if ('problem' in version) throw new Error(version.problem);
    return workspaceAt(found, version.version.moment);
  });
  const rows = rowsBetween(sides[0]!, sides[1]!, 'motor-claim');

  it('are counted by their parts, and what came is named', () => {
    const told = (what: string): unknown => [row(rows, what)?.before?.amount, row(rows, what)?.after?.amount, row(rows, what)?.difference, row(rows, what)?.fresh];
    expect(told('stages')).toEqual([5, 5, 0, []]);
    expect(told('steps')).toEqual([12, 13, 1, ['remind-report']]);
    expect(told('ways')).toEqual([15, 16, 1, ['submit>remind-report']]);
    expect(told('part-promises')).toEqual([9, 10, 1, ['claim-registration']]);
    expect(told('collected')).toEqual([5, 5, 0, []]);
    expect(rows.filter(({ what, of }) => what === 'steps-in-lane' && of === 'frontstage').map(({ difference }) => difference)).toEqual([1]);
  });

  it('have their promises with what the proof says of each group', () => {
    const gold = rows.filter(({ whom }) => whom?.tier === 'gold').map(({ what, after, difference }) => [what, after, difference]);
    expect(gold).toEqual([['time', { amount: 288_000, text: '8d' }, 0], ['share', { amount: 900_000 }, 0], ['slack', { amount: 7_200 }, 0], ['longest', { amount: 280_800 }, 0]]);
    expect(row(rows, 'until', 'motor-claim-settlement')).toMatchObject({ before: { text: '2026-08-31' }, after: { text: '2027-08-31' } });
    expect(row(rows, 'verdict', 'motor-claim-settlement')).toMatchObject({ before: { text: 'proved' }, after: { text: 'proved' } });
  });

  it('have their KPIs, and nothing is better only because there is more of it', () => {
    expect(row(rows, 'target', 're-contact-rate')).toMatchObject({ before: { amount: 0.22 }, after: { amount: 0.22 }, difference: 0 });
    expect(rows.filter(({ judgement }) => judgement !== undefined)).toEqual([]);
  });

  it('are not there for a journey that is not', () => {
    expect(benchmark({ workspace: sides[0]!, journey: 'nobody' }, { workspace: sides[1]!, journey: 'motor-claim' })).toBeUndefined();
  });
});

describe('what is better or worse', () => {
  it('is a target alone: more time or fewer cases are worse, less time or more cases better', () => {
    expect(judged('10h 90%', '12h 90%')).toEqual(['worse', undefined, undefined]);
    expect(judged('10h 90%', '8h 90%')).toEqual(['better', undefined, undefined]);
    expect(judged('10h 90%', '10h 80%')).toEqual([undefined, 'worse', undefined]);
    expect(judged('10h 90%', '12h 80%')).toEqual(['worse', 'worse', undefined]);
    expect(row(rowsBetween(whole('10h 90%'), whole('12h 90%')), 'time')?.judgement?.why).toBe('It allows more time, and says the same otherwise: less is promised to customers.');
  });

  it('is nothing where time and cases move against each other, or other groups have targets', () => {
    expect(judged('10h 90%', '12h 95%')).toEqual([undefined, undefined, undefined]);
    expect(judged('10h 90%', '12h 90%; 8h gold:tier 90%')).toEqual([undefined, undefined, undefined]);
  });

  it('is nothing where the clock or the hours are others', () => {
    const on = (hours: string, target: string, stop = 'b.done'): Workspace => promisesOf(`calendar office mon tue wed thu fri ${hours}\nwhole a.start > ${stop}: ${target} | calendar: office, consumer: customer\nstep a a.start > a.done: 2h\nstep b b.start > b.done: 2h`);
    const time = (before: Workspace, after: Workspace): string | undefined => row(rowsBetween(before, after), 'time')?.judgement?.is;
    expect(time(on('08-18', '10h 90%'), on('08-18', '12h 90%'))).toBe('worse');
    expect(time(on('09-17', '10h 90%'), on('08-18', '12h 90%'))).toBeUndefined();
    expect(time(on('08-18', '10h 90%'), on('08-18', '12h 90%', 'a.done'))).toBeUndefined();
  });

  it('is what the proof says of it', () => {
    const through = (target: string): Workspace => whole(target, 'step a a.start > b.done: 4h');
    const verdict = (before: string, after: string): string | undefined => row(rowsBetween(through(before), through(after)), 'verdict')?.judgement?.is;
    expect([verdict('10h 90%', '3h 90%'), verdict('3h 90%', '10h 90%'), verdict('10h 90%', '9h 90%')]).toEqual(['worse', 'better', undefined]);
    expect(row(rowsBetween(through('10h 90%'), through('3h 90%')), 'slack')).toMatchObject({ unit: 'seconds', before: { amount: 21_600 }, after: { amount: -3_600 }, difference: -25_200 });
  });
});

describe('a way back', () => {
  it('is told with its bound', () => {
    const loop = (rounds: number): Workspace => whole('20h 90%', `step a a.start > a.done: 2h\nstep b b.start > b.done: 2h | next: [{to: a, repeats: ${rounds}, when: wrong}, {to: c}]\nstep c c.start > c.done: 2h`);
    expect(row(rowsBetween(loop(1), loop(3)), 'rounds')).toMatchObject({ of: 'b>a', before: { amount: 1 }, after: { amount: 3 }, difference: 2 });
    expect(row(rowsBetween(loop(1), loop(3)), 'loops')).toMatchObject({ difference: 0 });
  });
});

describe('what was renamed', () => {
  it('is one thing, whichever of the two sides is the older one', () => {
    const [then, now] = [whole('10h 90%'), whole('10h 90%', 'step a a.start > a.done: 2h\nstep c b.start > b.done: 2h | aliases: [b]')];
    for (const [one, other] of [[then, now], [now, then]] as const) expect(rowsBetween(one, other).filter(({ gone, fresh }) => gone.length + fresh.length > 0)).toEqual([]);
  });
});
