import { accessOf, sightOf } from './audience.js';
import type { Audience } from './audiences.js';
import { forReaders } from './for-readers.js';
import type { JourneyModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import type { Drawing, Folded, Table } from './drawing.js';
import { splitChart } from './split.js';
import type { Chart } from './chart.js';
import type { Before, View } from './view.js';
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
  const rendering = toText(drawWith(known, workspace, journey, subject.before));
  return subject.audience === undefined ? rendering : renderingFor(subject.audience, rendering, workspace, subject, journey);
}

/** Names of the version before may be hidden as well. */
function renderingFor(audience: Audience, rendering: Rendering, workspace: Workspace, { before }: RenderSubject, journey: JourneyModel | undefined): Rendering | NotDrawn {
  const sights = [workspace, ...(before === undefined ? [] : [before.workspace])].map((each) => sightOf(each, audience));
  if (journey !== undefined && !sights[0]!.sees(journey.spec)) return { problem: hiddenWords(journey, audience) };
  return sights.reduce(forReaders, rendering);
}

function hiddenWords({ id, spec }: JourneyModel, audience: Audience): string {
  const access = spec.value.access === undefined ? 'it has no `access`, and so it is internal' : `its \`access\` is \`${accessOf(spec)}\``;
  return `\`${id}\` is not for readers \`${audience}\`: ${access}.`;
}

function drawWith(view: View, workspace: Workspace, journey: JourneyModel | undefined, before: RenderSubject['before']): Drawing {
  if (journey === undefined) return view.draw({ workspace });
  if (before === undefined) return view.draw({ workspace, journey });
  const then = [journey.id, ...(journey.spec.value.aliases ?? [])].map((id) => before.workspace.journey(id)).find((found) => found !== undefined);
  return view.draw({ workspace, journey, before: { ...before, ...(then === undefined ? {} : { journey: then }) } });
}

function toText({ charts, ...rest }: Drawing): Rendering {
  const diagrams = charts.flatMap(splitChart).map((printed) => ({ title: printed.chart.title, ...printed }));
  return { ...rest, diagrams };
}
