import { accessOf, sightOf, type Sight } from './audience.js';
import type { Audience } from './audiences.js';
import { forReaders } from './for-readers.js';
import type { JourneyModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import type { Folded, Table } from './drawing.js';
import { splitChart } from './split.js';
import type { Chart } from './chart.js';
import type { Seen } from './shown-promises.js';
import type { Before, Subject, View } from './view.js';
import { views } from './views/index.js';

/** A picture as text, ready for whatever draws Mermaid, and the same in words. */
export interface Rendering {
  readonly title: string;
  /** Several where one would be too large to draw; none where the view is a table. */
  readonly diagrams: readonly Diagram[];
  readonly tables: readonly Table[];
  /** What the picture leaves out, with the reason. */
  readonly folded: readonly Folded[];
}

/** One diagram. */
export interface Diagram {
  readonly title: string;
  /** Mermaid, ending with a line break. */
  readonly text: string;
  /** What the text was printed from. */
  readonly chart: Chart;
}

/** What is to be drawn. */
export interface RenderSubject {
  /** Id of a journey; absent for the whole workspace, which `hierarchy` can show. */
  readonly journey?: string;
  /** For `change`: the version before, and what differs, as `diff` tells it. */
  readonly before?: { readonly workspace: Workspace; readonly changes: Before['changes'] };
  /** Who may read it: what is labelled for a narrower circle is left out, and so is a picture that names it. Without an audience nothing is. */
  readonly audience?: Audience;
}

/** Why nothing can be drawn. */
export interface NotDrawn {
  readonly problem: string;
}

/**
 * Draws a view of a journey as Mermaid text with a table that says the same. Pure: it reads the workspace and nothing else, and the same
 * workspace gives the same text.
 *
 * @param view the id of a view, such as `flow`
 * @returns the diagrams and tables, or in `problem` why there are none: an unknown view, an unknown journey, or none named
 */
export function render(workspace: Workspace, view: string, subject: RenderSubject = {}): Rendering | NotDrawn {
  const known = views.find(({ id }) => id === view);
  if (known === undefined) return { problem: `There is no view \`${view}\`. The views are ${views.map(({ id }) => id).join(', ')}.` };
  if (subject.journey === undefined && !known.ofWorkspace) return { problem: `\`${view}\` shows one journey. Name it.` };
  const journey = subject.journey === undefined ? undefined : workspace.journey(subject.journey);
  if (journey === undefined && subject.journey !== undefined) return { problem: `There is no journey \`${subject.journey}\`.` };
  const drawn = subjectOf(workspace, journey, subject);
  const hidden = subject.audience === undefined ? undefined : whyHidden(drawn, subject.audience);
  if (hidden !== undefined) return { problem: hidden };
  return sightsOf(drawn).reduce(forReaders, drawnBy(known, drawn));
}

/** All that the view is given. A journey keeps its identity under a new id where it says what it was called. */
function subjectOf(workspace: Workspace, journey: JourneyModel | undefined, { before, audience }: RenderSubject): Subject {
  const seen = (side: Workspace): Seen => ({ workspace: side, ...(audience === undefined ? {} : { sight: sightOf(side, audience) }) });
  if (journey === undefined) return seen(workspace);
  if (before === undefined) return { ...seen(workspace), journey };
  const then = [journey.id, ...(journey.spec.value.aliases ?? [])].map((id) => before.workspace.journey(id)).find((found) => found !== undefined);
  const former: Before = { ...seen(before.workspace), changes: before.changes, ...(then === undefined ? {} : { journey: then }) };
  return { ...seen(workspace), journey, before: former };
}

/** Names of the version before may be hidden as well. */
function sightsOf({ sight, before }: Subject): readonly Sight[] {
  return [sight, before?.sight].filter((each) => each !== undefined);
}

/** What was for a narrower circle once is told nothing of: a comparison would quote it. */
function whyHidden({ sight, journey, before }: Subject, audience: Audience): string | undefined {
  if (journey !== undefined && sight?.sees(journey.spec) === false) return hiddenWords(journey, audience);
  if (before?.journey !== undefined && before.sight?.sees(before.journey.spec) === false) return `What \`${before.journey.id}\` was before is not for readers \`${audience}\`: ${accessWords(before.journey, 'was')}.`;
  return undefined;
}

function hiddenWords(journey: JourneyModel, audience: Audience): string {
  return `\`${journey.id}\` is not for readers \`${audience}\`: ${accessWords(journey, 'is')}.`;
}

function accessWords({ spec }: JourneyModel, verb: 'is' | 'was'): string {
  if (spec.base !== undefined && accessOf(spec) === accessOf(spec.base)) return `it ${verb} a variant of \`${spec.base.id}\`, which ${verb} for readers \`${accessOf(spec)}\``;
  if (spec.value.access !== undefined) return `its \`access\` ${verb} \`${accessOf(spec)}\``;
  return verb === 'is' ? 'it has no `access`, and so it is internal' : 'it had no `access`, and so it was internal';
}

/** What a view makes of its subject, with pictures that may name what the readers may not know of. */
export function drawnBy(view: View, subject: Subject): Rendering {
  const { charts, ...rest } = view.draw(subject);
  return { ...rest, diagrams: charts.flatMap(splitChart).map((printed) => ({ title: printed.chart.title, ...printed })) };
}
