import { loopsOf } from '../../analysis/cycles.js';
import { workingTeams } from '../../analysis/journey-teams.js';
import { isTooBranched, parallelBlocks } from '../../analysis/parallel-blocks.js';
import { systemsOf } from '../../analysis/system-use.js';
import { leadsBack } from '../../analysis/ways.js';
import type { JourneyModel, StepModel } from '../../model/journey.js';
import type { Transition } from '../../model/transitions.js';
import { countRow, rowOf, type BenchmarkRow, type BenchmarkValue } from './rows.js';
import type { Sides } from './sides.js';

const lanes = ['customer', 'frontstage', 'backstage', 'support'] as const;

/** How a journey is built. Nothing of it is better or worse: a count is no merit. */
export function structureRows(sides: Sides): readonly BenchmarkRow[] {
  const step = sides.inside;
  return [
    counted(sides, 'stages', ({ stages }) => stages.map(({ id }) => `stages/${id}`), step).map(withoutPrefix),
    stepsWhere(sides, 'steps', () => true),
    ...lanes.map((lane) => stepsWhere(sides, 'steps-in-lane', ({ value }) => value.lane === lane, lane)),
    stepsWhere(sides, 'customer-steps', ({ actors }) => actors.includes('customer')),
    counted(sides, 'handoffs', ({ handoffs }) => handoffs.map(({ from, to }) => `${from.id}>${to.id}`), bothEnds(step)),
    counted(sides, 'ways', ({ transitions }) => transitions.filter(({ isPast }) => !isPast).map(nameOfWay), bothEnds(step)),
    stepsWhere(sides, 'choices', ({ id }, journey) => journey.from(id).filter(({ split }) => split === 'choice').length > 1),
    counted(sides, 'parallel-blocks', (journey) => (isTooBranched(journey) ? undefined : parallelBlocks(journey).map(({ split }) => split.id)), step),
    counted(sides, 'loops', (journey) => loopsOf(journey, journey.transitions).map(({ steps }) => steps.join(' ')), (loop) => loop.split(' ').map(step).join(' ')),
    roundRows(sides),
    stepsWhere(sides, 'automated-steps', ({ value: { automation } }) => (typeof automation === 'object' ? automation.how : automation) === 'automated'),
    counted(sides, 'systems', ({ steps }) => steps.flatMap(systemsOf), (id) => sides.spec('System', id)),
    counted(sides, 'teams', (journey) => [...workingTeams(journey)], (id) => sides.spec('Team', id)),
  ].flat();
}

type Namer = (journey: JourneyModel) => readonly string[] | undefined;

function counted({ before, after }: Sides, what: string, namesIn: Namer, renamed: (name: string) => string, of?: string): readonly BenchmarkRow[] {
  return [countRow({ group: 'structure', what, ...(of === undefined ? {} : { of }) }, namesIn(before.journey)?.map(renamed), namesIn(after.journey))];
}

function stepsWhere(sides: Sides, what: string, isMeant: (step: StepModel, journey: JourneyModel) => boolean, of?: string): readonly BenchmarkRow[] {
  return counted(sides, what, (journey) => journey.steps.filter((step) => isMeant(step, journey)).map(({ id }) => id), sides.inside, of);
}

function nameOfWay({ from, to }: Transition): string {
  return `${from}>${to}`;
}

function bothEnds(renamed: (id: string) => string): (name: string) => string {
  return (name) => name.split('>').map(renamed).join('>');
}

function withoutPrefix(row: BenchmarkRow): BenchmarkRow {
  const short = (names: readonly string[]): readonly string[] => names.map((name) => name.slice('stages/'.length));
  return { ...row, gone: short(row.gone), fresh: short(row.fresh) };
}

/** How often a case may go round, for each way back that closes a loop. */
function roundRows({ before, after, inside }: Sides): readonly BenchmarkRow[] {
  const [then, now] = [waysBack(before.journey, bothEnds(inside)), waysBack(after.journey, (name) => name)];
  return [...new Set([...then.keys(), ...now.keys()])].map((way) => rowOf({ group: 'structure', what: 'rounds', of: way, unit: 'count' }, then.get(way), now.get(way)));
}

function waysBack(journey: JourneyModel, renamed: (name: string) => string): ReadonlyMap<string, BenchmarkValue> {
  const ways = loopsOf(journey, journey.transitions).flatMap(({ ways: all }) => all.filter(leadsBack));
  return new Map(ways.map((way) => [renamed(nameOfWay(way)), typeof way.edge.repeats === 'number' ? { amount: way.edge.repeats } : { text: 'no limit' }]));
}
