import { beside, isolated } from '../../base/bidi.js';
import { subJourneys } from '../../analysis/sub-journeys.js';
import { closure } from '../../analysis/reachability.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';
import type { FlowEdge } from '../chart.js';
import type { View } from '../view.js';
import { actorName } from '../words/names.js';

/** Which journey belongs to which. */
export const hierarchy: View = {
  id: 'hierarchy',
  summary: 'which journey is a part of which, runs inside which, and is a variant of which',
  ofWorkspace: true,
  draw({ workspace, journey }) {
    const ties = tiesOf(workspace);
    const meant = journey === undefined ? workspace.journeys : relatives(workspace, ties, journey);
    const ids = new Set(meant.map(({ id }) => id));
    const edges = ties.filter(({ from, to }) => ids.has(from) && ids.has(to));
    const title = beside`${journey?.title ?? workspace.root?.value.title ?? workspace.name}: hierarchy`;
    return {
      title,
      charts: [
        {
          type: 'flow',
          direction: 'right',
          title,
          description: `How ${meant.length} journeys belong together. Solid arrows lead from the whole to its part; dotted ones to a journey that runs inside of a step, or to a variant.`,
          groups: [],
          nodes: meant.map((each) => ({ id: each.id, label: each.title, detail: detailOf(workspace, each), role: 'journey' as const })),
          edges,
        },
      ],
      tables: [
        {
          title: 'Journeys',
          columns: ['journey', 'level', 'owner', 'version', 'status', 'belongs to'],
          rows: meant.map((each) => [each.title, each.spec.value.level ?? '', actorName(workspace, each.spec.owner), each.spec.value.version, each.spec.status, edges.filter(({ to }) => to === each.id).map(({ from, label }) => `${isolated(workspace.journey(from)?.title ?? from)}${label === undefined ? '' : ` (${label})`}`).join(', ')]),
        },
      ],
      folded: [],
    };
  },
};

function tiesOf(workspace: Workspace): readonly FlowEdge[] {
  const parents = workspace.journeys.flatMap(({ id, spec }): readonly FlowEdge[] => (spec.value.parent === undefined || workspace.journey(spec.value.parent) === undefined ? [] : [{ from: spec.value.parent, to: id, line: 'solid' }]));
  const variants = workspace.journeys.flatMap(({ id, base }): readonly FlowEdge[] => (base === undefined || workspace.journey(base) === undefined ? [] : [{ from: base, to: id, line: 'dotted', label: 'variant' }]));
  const nested = subJourneys(workspace).map(({ journey, step, inner }): FlowEdge => ({ from: journey.id, to: inner.id, line: 'dotted', label: beside`in step ${step.value.title}` }));
  return [...parents, ...variants, ...nested];
}

/** The journey with all that it belongs to and all that belongs to it. */
function relatives(workspace: Workspace, ties: readonly FlowEdge[], { id }: JourneyModel): readonly JourneyModel[] {
  const above = closure([id], (each) => ties.filter(({ to }) => to === each).map(({ from }) => from));
  const below = closure([id], (each) => ties.filter(({ from }) => from === each).map(({ to }) => to));
  return workspace.journeys.filter((each) => above.has(each.id) || below.has(each.id));
}

function detailOf(workspace: Workspace, { spec }: JourneyModel): string {
  return [`version ${spec.value.version}`, ...(spec.status === 'active' ? [] : [spec.status]), actorName(workspace, spec.owner)].join(' · ');
}
