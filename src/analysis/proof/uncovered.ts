import { below } from '../../base/json.js';
import { targetPath } from '../ways.js';
import type { Basis } from './basis.js';
import { tells } from './clock-events.js';
import { isOfOtherJourney } from './clock-points.js';
import { isToldInside } from './inside-steps.js';
import type { Moment } from './moments.js';
import type { PartBudget } from './part-budgets.js';
import { at, premise, type PlaceInSpec } from './premises.js';
import type { Gap, Passage } from './tiling.js';
import type { Premise } from './verdict.js';
import { nameOf } from './walk.js';

function stepPlace({ ground }: Basis, { step }: Moment): PlaceInSpec {
  return { spec: ground.journey.spec, path: below(step.path, 'id') };
}

/** A stretch of the way that no part covers. */
export function gapPremise(basis: Basis, { since, move }: Gap): Premise {
  const { moments } = basis.ground.graph;
  const [from, to] = [moments[since]!, moments[move.to]!];
  const place = move.way === undefined ? stepPlace(basis, to) : { spec: basis.ground.journey.spec, path: targetPath(basis.ground.journey, move.way) };
  const message = `No part of \`${basis.whole.id}\` covers the time from \`${nameOf(from)}\` to \`${nameOf(to)}\`${since === move.from ? '' : `: what begins there stops elsewhere`}.`;
  const hint = move.way === undefined ? `Put a promise on step \`${to.step.id}\` that runs from \`${nameOf(from)}\` to \`${nameOf(to)}\`.` : `Put a promise on the way to step \`${to.step.id}\`, or let one event end step \`${from.step.id}\` and begin \`${to.step.id}\`.`;
  return premise(move.way === undefined ? 'work' : 'gap', place, message, hint);
}

/** A way back inside the clock that may be taken for ever. */
export function loopPremise(basis: Basis, passages: readonly Passage[]): Premise {
  const back = passages.map(({ move }) => move.way).find((way) => way !== undefined && way.target.order <= way.source.order) ?? basis.ground.journey.transitions.find((way) => way.target.order <= way.source.order);
  const place = back === undefined ? { spec: basis.ground.journey.spec, path: [] } : { spec: basis.ground.journey.spec, path: back.path };
  return premise('loop', place, `Nothing limits how often a case goes round${back === undefined ? '' : ` from step \`${back.from}\` to step \`${back.to}\``} while the clock of \`${basis.whole.id}\` runs.`, 'Say how often at most, for example `repeats: 1`.');
}

/** More paths than are compared. */
export function tooMany({ ground, whole }: Basis): Premise {
  return premise('size', { spec: ground.journey.spec, path: [] }, `\`${ground.journey.id}\` has more paths that cannot be compared for \`${whole.id}\` than are looked at.`, 'Lower `repeats`, or use fewer calendars.');
}

/** A part that begins inside a branch and stops outside of it, or the other way round. */
export function acrossPremise({ ground, whole }: Basis, step: string): Premise {
  return premise('block', { spec: ground.journey.spec, path: ground.journey.step(step)?.path ?? [] }, `A part of \`${whole.id}\` reaches into one of the branches that start after step \`${step}\`, so its misses cannot be added to theirs.`, 'Let parts begin and end where the branches do, or cover all of them.');
}

/** Where the whole does not stop as well, what stops a part where this journey does not see it leaves the rest of the time to nobody. */
export function strayPremises({ workspace, whole, ground: { journey, graph, points: ends, aside } }: Basis, used: readonly PartBudget[]): readonly Premise[] {
  const deadEnds = graph.moments.filter(({ number, kind }) => kind === 'fail' && ends.stops[number] !== 1 && graph.leaving[number]!.length === 0);
  return used.flatMap(({ part: { promised, points } }) => {
    const isBeside = (point: string): boolean => !whole.stops.includes(point) && aside().some((step) => tells(journey, step, point));
    const deadEnd = deadEnds.find(({ number }) => points.stops[number] === 1);
    const stray = promised.stops.find(isBeside) ?? points.strayStops.find((point) => !isOfOtherJourney(workspace, journey, promised.id, point)) ?? deadEnd?.event;
    return stray === undefined ? [] : [premise('clock', at(promised, 'clock', 'stop'), `\`${stray}\` stops the clock of \`${promised.id}\` and is no moment after which a case of \`${journey.id}\` goes on, so the time after it is covered by nobody.`, 'Let only events stop it after which the case goes on to the next step.')];
  });
}

/** What stops a part inside of the journey that a step stands for leaves the rest of that to nobody. */
export function stoppedInsidePremises({ workspace, whole, ground: { journey, graph } }: Basis, used: readonly PartBudget[]): readonly Premise[] {
  const steps = journey.steps.filter(({ value }) => value.journey !== undefined);
  return steps.flatMap((step) => used.flatMap(({ part: { promised, canStop } }) => {
    const start = graph.of(step, 'start');
    const stray = start === undefined || canStop[start] !== 1 ? undefined : promised.stops.find((point) => !whole.stops.includes(point) && isToldInside(workspace, graph, step, point));
    return stray === undefined ? [] : [premise('clock', at(promised, 'clock', 'stop'), `\`${stray}\` may stop the clock of \`${promised.id}\` inside of step \`${step.id}\`, before that is done, so the time after it is covered by nobody.`, 'Let only events stop it after which the case goes on to the next step.')];
  }));
}
