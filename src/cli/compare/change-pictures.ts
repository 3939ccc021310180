import type { Change } from '../../diff/change.js';
import type { Versions } from '../../control/versions.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Chart, Mark } from '../../render/chart.js';
import { render } from '../../render/render.js';
import type { ChangePicture } from '../../report/review/review-results.js';

/** The journeys that differ, each drawn in both versions: first those whose promises break, then those that lack a proof, and each base before its variants. One that is too large for one picture is left out. */
export function changePictures({ before, after }: Pick<Versions, 'before' | 'after'>, changes: readonly Change[]): readonly ChangePicture[] {
  const touched = new Set(changes.map(({ subject }) => /^journey:([^#]+)/.exec(subject)?.[1]));
  const differing = after.journeys.filter(({ id }) => touched.has(id) && before.journey(id) !== undefined);
  return differing.flatMap((journey) => drawn(journey, { before, after }, changes) ?? []).toSorted((a, b) => a.rank - b.rank).map(({ picture }) => picture);
}

function drawn(journey: JourneyModel, { before, after }: Pick<Versions, 'before' | 'after'>, changes: readonly Change[]): { readonly rank: number; readonly picture: ChangePicture } | undefined {
  const rendering = render(after, 'change', { journey: journey.id, before: { workspace: before, changes } });
  const [diagram, ...others] = 'problem' in rendering ? [] : rendering.diagrams;
  const rank = diagram === undefined || others.length > 0 ? -1 : ranks.findIndex((mark) => marksIn(diagram.chart).has(mark));
  return rank < 0 ? undefined : { rank: rank * 2 + (journey.base === undefined ? 0 : 1), picture: { journey: journey.id, title: journey.title, text: diagram!.text } };
}

/** What weighs most first. */
const ranks: readonly Mark[] = ['broken', 'unproved', 'removed', 'changed', 'added'];

function marksIn(chart: Chart): ReadonlySet<Mark | undefined> {
  return new Set(chart.type === 'flow' ? [...chart.nodes, ...chart.edges].map(({ mark }) => mark) : []);
}
