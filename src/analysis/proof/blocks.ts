import { onceInTurn } from '../../base/remembering.js';
import type { JourneyModel, StepModel } from '../../model/journey.js';
import { isParallel } from '../ways.js';
import { parallelBlocks, unmetBranches, type ParallelBlock } from '../parallel-blocks.js';
import { spread, wayGraph } from '../way-graph.js';
import type { Move } from './moments.js';

/** Branches that run together, as the proof sees them: each with its own steps, all of which lead to one join. */
export interface Block {
  readonly split: StepModel;
  readonly join: StepModel;
  /** For the id of each step of a branch that is waited for, the id of the first step of that branch. */
  readonly branches: ReadonlyMap<string, string>;
}

/** The blocks of a journey, and those that cannot be reckoned with. */
export interface Blocks {
  /** Blocks inside others come first. */
  readonly sound: readonly Block[];
  /** Ids of the steps that split or stand in a branch of a sound one. */
  readonly inside: ReadonlySet<string>;
  readonly unsound: readonly { readonly step: StepModel; readonly problem: string }[];
  /** False for a move into a branch that nobody waits for. */
  isTaken(move: Move): boolean;
}

/** Reads the blocks of a journey. */
export const blocksOf = onceInTurn((journey: JourneyModel): Blocks => {
  if (!journey.transitions.some(isParallel) && journey.steps.every(({ value }) => value.waitsFor === undefined)) return plain;
  const all = parallelBlocks(journey);
  const beside = new Set(all.flatMap((block) => block.branches.filter(({ awaited, endsBeside }) => endsBeside && !awaited).map(({ start }) => `${block.split.id}>${start.id}`)));
  const read = all.filter((block) => !isOneWay(block)).map((block) => readBlock(journey, block));
  const sound = read.filter((block): block is Block => 'join' in block).sort((a, b) => a.branches.size - b.branches.size);
  const joins = new Set(sound.map(({ join }) => join));
  const lonely = journey.steps.filter((step) => step.value.waitsFor !== undefined && !joins.has(step));
  return {
    sound,
    inside: new Set(sound.flatMap(({ split, branches }) => [split.id, ...branches.keys()])),
    unsound: [...read.flatMap((block) => ('problem' in block ? [block] : [])), ...lonely.map((step) => ({ step, problem: `step \`${step.id}\` waits for steps that are not started together` }))],
    isTaken: beside.size === 0 ? always : ({ way }) => way === undefined || !isParallel(way) || !beside.has(`${way.from}>${way.to}`),
  };
});

/** Nobody waits for branches that end beside; of the others, a single one that all cases take and nobody waits for is a way like any other. */
function isOneWay({ kind, branches, joins }: ParallelBlock): boolean {
  const main = branches.filter(({ awaited, endsBeside }) => awaited || !endsBeside);
  return main.length === 0 || (main.length === 1 && kind === 'all' && joins.length === 0);
}

const always = (): boolean => true;

const plain: Blocks = { sound: [], inside: new Set(), unsound: [], isTaken: always };

function readBlock(journey: JourneyModel, block: ParallelBlock): Block | { readonly step: StepModel; readonly problem: string } {
  const { split, joins, branches } = block;
  const problem = (text: string): { readonly step: StepModel; readonly problem: string } => ({ step: split, problem: text });
  const main = branches.filter(({ awaited, endsBeside }) => awaited || !endsBeside);
  const [join] = joins;
  if (join === undefined || joins.length > 1 || unmetBranches(block).length > 0) return problem(`the branches that start after step \`${split.id}\` do not meet in one step`);
  const owners = new Map<string, string>();
  for (const { start } of main) {
    const ids = stepsOf(journey, start, [split, join]);
    for (const id of ids) {
      const leak = leakOf(journey, { id, ids, split }, owners);
      if (leak !== undefined) return problem(leak);
      owners.set(id, start.id);
    }
  }
  return { split, join, branches: owners };
}

interface InBranch {
  readonly id: string;
  readonly ids: ReadonlySet<string>;
  readonly split: StepModel;
}

/** Why a step of a branch lets a case get out of the block or into it. */
function leakOf(journey: JourneyModel, { id, ids, split }: InBranch, owners: ReadonlyMap<string, string>): string | undefined {
  const other = owners.get(id);
  if (other !== undefined) return `step \`${id}\` belongs to two of the branches that start after step \`${split.id}\``;
  const end = journey.step(id)?.value.end;
  if (end !== undefined && end !== 'side') return `step \`${id}\` ends the journey inside one of the branches that start after step \`${split.id}\``;
  const entersFrom = journey.to(id).find(({ from, kind }) => kind !== 'side' && kind !== 'alongside' && !ids.has(from) && from !== split.id);
  return entersFrom === undefined ? undefined : `a way leads from step \`${entersFrom.from}\` to step \`${id}\`, between a branch that starts after step \`${split.id}\` and the rest`;
}

function stepsOf(journey: JourneyModel, start: StepModel, ends: readonly StepModel[]): ReadonlySet<string> {
  const { ids, onward, number } = wayGraph(journey);
  const marks = spread(onward, [number(start.id)!], ends.map(({ id }) => number(id)!));
  return new Set(ids.filter((_, at) => marks[at] === 1));
}
