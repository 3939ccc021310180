import { timeForTheRest } from '../../analysis/target-groups.js';
import { beside, isolated } from '../../base/bidi.js';
import type { DerivedHandoff } from '../../model/handoffs.js';
import type { StepModel } from '../../model/journey.js';
import { isOnward } from '../../model/transitions.js';
import type { Workspace } from '../../model/workspace.js';
import type { SequenceChart, SequenceMessage } from '../chart.js';
import { count, listOf } from '../../base/words.js';
import type { Seen } from '../shown-promises.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';
import { actorName, elementName, noLongerThan, titleOf } from '../words/names.js';

/** Who passes the case on to whom, and which systems each side works with when it does. */
export const handoffs: View = {
  id: 'handoffs',
  summary: 'who passes the case on to whom, with what is handed over, within which promise, and in which systems both sides work',
  ofWorkspace: false,
  draw(subject) {
    const { workspace, journey } = needsJourney(subject);
    const messages = messagesOf(subject, journey.handoffs);
    const ids = [...new Set(messages.flatMap(({ from, to }) => [from, to]))];
    const teams = ids.filter((id) => !isSystem(id));
    const chart: SequenceChart = {
      type: 'sequence',
      title: beside`${journey.title}: handoffs`,
      description: `Where the case passes from one team to another: ${count(journey.handoffs.length, 'handoff')} between ${teams.length} teams, with the systems in which they work right before and after it. Dotted arrows are taken after a failure or beside the case.`,
      participants: ids.map((id) => ({ id, label: isSystem(id) ? titleOf(workspace, 'System', id.slice(systemMark.length)) : actorName(workspace, id), isPerson: false })),
      messages,
    };
    return {
      title: beside`${journey.title}: handoffs`,
      charts: teams.length === 0 ? [] : [chart],
      tables: [
        {
          title: 'Handoffs',
          columns: ['from team', 'after step', 'in systems', 'to team', 'step', 'in systems', 'what is handed over', 'promise'],
          rows: journey.handoffs.map((handoff) => [actorName(workspace, handoff.fromTeam), ...stepCells(workspace, handoff.from), actorName(workspace, handoff.toTeam), ...stepCells(workspace, handoff.to), handedWords(workspace, handoff), promiseWords(workspace, handoff)]),
        },
      ],
      folded: [],
    };
  },
};

/** No team has such an id. */
const systemMark = 'system ';

function isSystem(id: string): boolean {
  return id.startsWith(systemMark);
}

/** Each handoff between the systems in which the one side has worked and those in which the other goes on. A step that takes part in several is told once. */
function messagesOf(seen: Seen, list: readonly DerivedHandoff[]): readonly SequenceMessage[] {
  const told = new Set<string>();
  const work = (team: string, { id, value }: StepModel): readonly SequenceMessage[] => {
    const key = `${team} ${id}`;
    if (told.has(key)) return [];
    told.add(key);
    return (value.systems ?? []).map((system) => ({ from: team, to: `${systemMark}${system}`, label: value.title, line: 'solid' }));
  };
  return list.flatMap((handoff) => [...work(handoff.fromTeam, handoff.from), passing(seen, handoff), ...work(handoff.toTeam, handoff.to)]);
}

function passing(seen: Seen, handoff: DerivedHandoff): SequenceMessage {
  return {
    from: handoff.fromTeam,
    to: handoff.toTeam,
    label: beside`${handoff.from.value.title}, then: ${handoff.to.value.title}`,
    details: [`hands over: ${handedInBrief(seen, handoff)}`, promiseWords(seen.workspace, handoff)].map((words) => noLongerThan(longestDetail, words)),
    line: isOnward(handoff.transition) ? 'solid' : 'dotted',
  };
}

function stepCells(workspace: Workspace, { value }: StepModel): readonly string[] {
  return [value.title, (value.systems ?? []).map((id) => titleOf(workspace, 'System', id)).join(', ')];
}

/** Words at an arrow stand in several lines, so that more of them have room than in a box. The table has all of them. */
const longestDetail = 160;

/** So many names stand in the picture; the table has all of them. */
const mostNamed = 3;

/** How many more there are is not told where one of them is not for the readers. */
function handedInBrief({ workspace, sight }: Seen, handoff: DerivedHandoff): string {
  const names = (handoff.hands ?? []).map((id) => elementName(workspace, id));
  if (names.length <= mostNamed) return handedWords(workspace, handoff);
  const others = names.slice(mostNamed - 1);
  const isCounted = others.every((name) => sight?.mayRead(name) !== false);
  return listOf([...names.slice(0, mostNamed - 1), isCounted ? `${others.length} more` : 'more']);
}

function handedWords(workspace: Workspace, { hands }: DerivedHandoff): string {
  if (hands === undefined) return 'not said';
  return hands.length === 0 ? 'nothing' : hands.map((id) => elementName(workspace, id)).join(', ');
}

function promiseWords(workspace: Workspace, { sla, reason }: DerivedHandoff): string {
  if (sla === undefined) return 'no promise';
  if (sla === 'none') return reason === undefined ? 'no promise' : beside`no promise: ${reason}`;
  const spec = workspace.find('Sla', sla);
  const within = timeForTheRest(spec?.value ?? {});
  return `${isolated(spec?.value.title ?? sla)}${within === undefined ? '' : `, within ${within}`}`;
}
