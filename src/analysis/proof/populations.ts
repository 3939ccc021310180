import { groupBy } from '../../base/groups.js';
import { listOf, quoted, someOf } from '../../base/words.js';
import type { Basis } from './basis.js';
import { tells } from './clock-events.js';
import { journeysTelling } from './clock-points.js';
import type { OtherJourneys } from './other-journeys.js';
import { startedInside } from './overlaps.js';
import type { PartBudget } from './part-budgets.js';
import type { Part } from './parts.js';
import { at, premise } from './premises.js';
import type { Promised } from './promises.js';
import type { Tiling } from './tiling.js';
import type { Premise } from './verdict.js';
import { nameOf } from './walk.js';

/** The percent of a part is over all of its runs. Where these are more than those of the whole, its misses may all fall on the latter. */
export function populationPremises(basis: Basis, tiling: Tiling, used: readonly PartBudget[]): readonly Premise[] {
  const missing = used.filter(({ miss }) => miss > 0);
  if (missing.length === 0) return [];
  const inside = startedInside(basis, tiling);
  const reasons = missing.flatMap((each) => {
    const more = otherRuns(basis, each.part) ?? (inside.has(each.part.number) ? 'where another part covers the time' : undefined);
    return more === undefined ? [] : [{ more, promised: each.part.promised }];
  });
  const others = missing.map(({ part }) => ({ promised: part.promised, ...basis.others(part) }));
  return [...[...groupBy(reasons, ({ more }) => more)].map(([more, list]) => populationPremise(basis, more, list.map(({ promised }) => promised))), ...others.flatMap((each) => sharedPremise(basis, each))];
}

/** A part that may miss, and the other journeys that it runs in. */
interface Shared extends OtherJourneys {
  readonly promised: Promised;
}

/** Of a percent over several journeys, all misses may fall on one of them. */
function sharedPremise({ ground: { journey } }: Basis, { promised, uncounted }: Shared): readonly Premise[] {
  if (uncounted.length === 0) return [];
  const { id } = promised;
  const message = `\`${id}\` keeps its percent over the cases of ${someOf(quoted(uncounted))} as well, so the misses may all fall on those of \`${journey.id}\`.`;
  return [premise('population', at(promised, 'targets'), message, `Agree that it keeps its percent in each journey and write \`eachJourney: true\` in \`${id}\`, or agree on another promise for the cases of \`${journey.id}\` alone.`)];
}

/** What is counted together holds together: the misses of a variant that may miss more than the whole allows are misses of the whole. */
export function variantPremises({ others, whole, unprovedIn }: Basis, used: readonly PartBudget[]): readonly Premise[] {
  const unproved = unprovedIn(used.flatMap(({ part, miss }) => (miss > 0 ? others(part).counted : [])));
  if (unproved.length === 0) return [];
  const message = `\`${whole.id}\` counts the cases of ${someOf(quoted(unproved))} as well, where it is not proved.`;
  return [premise('population', at(whole, 'targets'), message, `Let the parts prove \`${whole.id}\` there too, or promise something else there.`)];
}

/** One cause is told once, whichever parts it concerns. */
function populationPremise({ whole }: Basis, more: string, parts: readonly Promised[]): Premise {
  const [first] = parts as readonly [Promised];
  const names = listOf(quoted(parts.map(({ id }) => id)));
  const message = `${names} ${parts.length === 1 ? 'keeps its percent' : 'keep their percents'} over cases ${more} as well, so the misses may all fall on the others.`;
  const place = whole.cancels.length > 0 ? at(whole, 'clock', 'cancel') : first.place === undefined ? at(first, 'clock') : first;
  return premise('population', place, message, `Count these cases for \`${whole.id}\` as well, let the parts begin only where it runs, or promise all cases: \`percent: 100\`.`);
}

/** Cases of a part that the whole does not count, in words. */
function otherRuns({ workspace, course, ground: { graph, points, journey, aside: besides }, whole }: Basis, { points: own, promised }: Part): string | undefined {
  if (whole.cancels.length > 0) return `that \`${whole.cancels[0]!}\` cancels for \`${whole.id}\``;
  for (let number = 0; number < graph.moments.length; number += 1) {
    if (own.starts[number] === 1 && course.outside[number] === 1) return `that begin at \`${nameOf(graph.moments[number]!)}\` while the clock of \`${whole.id}\` does not run`;
    if (own.stops[number] === 1 && points.stops[number] !== 1 && (course.mayVoid[number] === 1 || course.lost[number] === 1)) return `that \`${whole.id}\` no longer counts after \`${nameOf(graph.moments[number]!)}\``;
  }
  const foreign = promised.isForEachJourney || promised.ways !== undefined ? undefined : own.strayStarts.find((point) => journeysTelling(workspace, point).length === 0);
  if (foreign !== undefined) return `that begin with \`${foreign}\`, which no journey tells of`;
  const aside = besides().find((step) => promised.starts.some((point) => tells(journey, step, point)));
  return aside === undefined ? undefined : `that go through step \`${aside.id}\` beside the way`;
}
