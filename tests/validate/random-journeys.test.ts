import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasExit, loopsOf, unlimitedWaysBack } from '../../src/analysis/cycles.js';
import { deadEnds } from '../../src/analysis/endings.js';
import { parallelBlocks, unmetBranches } from '../../src/analysis/parallel-blocks.js';
import { closure, cutOffSteps, reachableSteps } from '../../src/analysis/reachability.js';
import { isLimited, isMain } from '../../src/analysis/ways.js';
import type { JourneyModel } from '../../src/model/journey.js';
import { runRules } from '../../src/validate/run-rules.js';
import { rules } from '../../src/validate/rules/index.js';
import { journeyText, workspaceOf } from '../support/journeys.js';
import { check } from '../support/property.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const id = fc.constantFrom(...ids, 'nowhere');
const edge = fc.oneof(
  id.map((to) => to),
  id.map((to) => `{to: ${to}, when: x}`),
  fc.tuple(id, fc.constantFrom('1', 'unknown')).map(([to, repeats]) => `{to: ${to}, when: x, repeats: ${repeats}, hands: [photo]}`),
);
const list = fc.uniqueArray(edge, { maxLength: 3, selector: (each) => each });
const names = fc.uniqueArray(id, { minLength: 1, maxLength: 3 }).map((each) => `[${each.join(', ')}]`);

const next = fc.oneof(id, list.map((each) => `[${each.join(', ')}]`), names.map((each) => `{all: ${each}}`), names.map((each) => `{some: ${each}}`));
const meanwhile = fc.tuple(id, fc.constantFrom('after: 1d', 'every: 1d', 'every: 1d, times: 2'), fc.constantFrom('', ', stops: true')).map(([to, when, stops]) => `[{${when}, to: ${to}${stops}}]`);

function maybe(key: string, value: fc.Arbitrary<string>, times: number): fc.Arbitrary<string> {
  return fc.oneof({ weight: 10 - times, arbitrary: fc.constant('') }, { weight: times, arbitrary: value.map((each) => `, ${key}: ${each}`) });
}

const fields = fc
  .tuple(maybe('next', next, 4), maybe('end', fc.constantFrom('success', 'failure', 'side'), 3), maybe('waitsFor', names, 2), maybe('alongside', id, 1), maybe('when', fc.constant('abroad'), 2), maybe('onFail', id, 2), maybe('meanwhile', meanwhile, 2), maybe('actor', fc.constantFrom('field', 'customer'), 2))
  .map((each) => each.join(''));
const journeys = fc.tuple(...ids.map((each) => fields.map((rest) => `${each}${rest}`))).map((steps) => ['stage one', ...steps.slice(0, 4), 'stage two', ...steps.slice(4)]);

function read(steps: readonly string[]): JourneyModel {
  return workspaceOf({ 'journey.yaml': journeyText(steps) }).journeys[0]!;
}

const runs = 200;

describe('whatever ways a journey has', () => {
  it('no rule fails over it', () => {
    check(
      fc.property(journeys, (steps) => {
        const { diagnostics } = runRules(workspaceOf({ 'journey.yaml': journeyText(steps) }), rules, '2026-11-22', { profile: 'regulated' });
        expect(diagnostics.filter(({ message }) => message.includes('could not be checked'))).toEqual([]);
      }),
      runs,
    );
  });

  it('some step is told to be cut off exactly when there is one', () => {
    check(
      fc.property(journeys, (steps) => {
        const journey = read(steps);
        const told = cutOffSteps(journey).map((step) => step.id);
        const lost = journey.steps.map((step) => step.id).filter((each) => !reachableSteps(journey).has(each));
        const explained = closure(told, (each) => journey.from(each).map(({ to }) => to));
        expect(told.every((each) => lost.includes(each))).toBe(true);
        expect(lost.filter((each) => !explained.has(each))).toEqual([]);
      }),
      runs,
    );
  });

  it('no loop is without a limit once those that are told have one', () => {
    check(
      fc.property(journeys, (steps) => {
        const journey = read(steps);
        const told = unlimitedWaysBack(journey);
        const rest = journey.transitions.filter((way) => !isLimited(way) && !told.includes(way) && isMain(way) && way.path.at(-1) !== 'when' && way.from !== way.to);
        const goesRound = (start: string): boolean => closure(rest.filter(({ from }) => from === start).map(({ to }) => to), (each) => rest.filter(({ from }) => from === each).map(({ to }) => to)).has(start);
        expect(journey.steps.map((step) => step.id).filter(goesRound)).toEqual([]);
      }),
      runs,
    );
  });

  it('a case that is stuck is told: as a dead end, a loop without a way out, or a branch that nobody waits for', () => {
    check(
      fc.property(journeys, (steps) => {
        const journey = read(steps);
        const isNamedWrongly = steps.some((step) => step.includes('nowhere'));
        const isTold = deadEnds(journey).length > 0 || loopsOf(journey, journey.transitions).some((loop) => !hasExit(journey, loop)) || parallelBlocks(journey).flatMap(unmetBranches).length > 0;
        fc.pre(!isNamedWrongly && !isTold);
        const ends = journey.steps.filter(({ value, hosts }) => value.end !== undefined || hosts.length > 0).map((step) => step.id);
        const canEnd = closure(ends, (each) => journey.to(each).filter(isMain).map(({ from }) => from));
        expect([...reachableSteps(journey)].filter((each) => !canEnd.has(each))).toEqual([]);
      }),
      100,
      { maxSkipsPerRun: 2000 },
    );
  });
});
