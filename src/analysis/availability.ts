import { isWholePeriods } from '../base/duration.js';
import { allMillionths, millionths } from '../base/exact.js';
import type { JourneyModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import type { Objective } from '../schema/kinds/system.js';
import { blockingSystems, type BlockingSystem } from './blocking-systems.js';
import type { Millionths, Premise } from './proof/verdict.js';

/** A system that has to be there, with what its operators aim for. */
export interface AvailabilityPart extends BlockingSystem {
  /** The part of the time in which it is there. */
  readonly kept: Millionths;
  /** The period over which that holds, as it is written. */
  readonly window: string | undefined;
}

/** What the objectives of the systems prove about the availability of a journey. */
export interface AvailabilityBound {
  /** The part of the time in which all parts are there at once, at the least; never below 0. It is proved only without premises. */
  readonly kept: Millionths;
  readonly parts: readonly AvailabilityPart[];
  /** What is missing for a proof. */
  readonly premises: readonly Premise[];
}

/**
 * The availability that a journey has at the least while each system without which it stands still keeps its objective: outages may
 * fall on different hours, so their shares add up, `1 - sum(1 - A)`. Nothing is assumed about systems failing together or apart.
 * With a `window`, only objectives count that hold over it: those whose own window it is a whole multiple of.
 */
export function availabilityBound(journey: JourneyModel, workspace: Workspace, window?: string): AvailabilityBound {
  const [parts, premises]: [AvailabilityPart[], Premise[]] = [[], []];
  for (const each of blockingSystems(journey, workspace)) {
    const found = partOf(each, window);
    if ('part' in found) parts.push(found.part);
    else premises.push(found.premise);
  }
  const shortfall = parts.reduce((sum, { kept }) => sum + allMillionths - kept, 0);
  return { kept: Math.max(0, allMillionths - shortfall), parts, premises };
}

type Found = { readonly part: AvailabilityPart } | { readonly premise: Premise };

/** Of several objectives, the strictest that can be used. */
function partOf(blocking: BlockingSystem, window: string | undefined): Found {
  const objectives = (blocking.system.value.objectives ?? []).filter(({ metric, target }) => metric === 'availability' && typeof target === 'number');
  if (objectives.length === 0) return { premise: withoutObjective(blocking) };
  const fitting = objectives.filter((objective) => holdsOver(objective, window));
  if (fitting.length === 0) return { premise: otherWindow(blocking, objectives[0]!, window!) };
  const exact = fitting.flatMap((objective) => millionths(objective.target as number) ?? []);
  if (exact.length === 0) return { premise: tooFine(blocking) };
  const kept = Math.max(...exact);
  const used = fitting.find(({ target }) => millionths(target as number) === kept);
  return { part: { ...blocking, kept, window: used?.window } };
}

function holdsOver({ window: own }: Objective, window: string | undefined): boolean {
  return window === undefined || isWholePeriods(window, own ?? '');
}

function withoutObjective({ system, step }: BlockingSystem): Premise {
  return {
    kind: 'value',
    message: `Step \`${step.id}\` stands still without system \`${system.id}\`, and nothing says how available that is.`,
    hint: `Add to system \`${system.id}\`: \`objectives: [{metric: availability, target: 99.9, window: P1M, escalation: ...}]\` with what its operators aim for.`,
    at: { spec: system, path: ['id'] },
  };
}

function otherWindow({ system }: BlockingSystem, objective: Objective, window: string): Premise {
  return {
    kind: 'window',
    message: `System \`${system.id}\` is ${String(objective.target)} % available over ${objective.window ?? 'an unknown period'}, which says nothing about ${window}.`,
    hint: `Give the objective a window that fits into ${window} a whole number of times, or the promise a longer one.`,
    at: { spec: system, path: ['objectives'] },
  };
}

function tooFine({ system }: BlockingSystem): Premise {
  return {
    kind: 'value',
    message: `The availability of system \`${system.id}\` has more than four decimals and cannot be added up exactly.`,
    hint: 'Write at most four decimals, for example 99.9999.',
    at: { spec: system, path: ['objectives'] },
  };
}
