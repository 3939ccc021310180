import { beside, isolated } from '../../base/bidi.js';
import { listOf, type JourneyModel, type StepModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';
import type { Feeling } from '../../schema/kinds/step.js';
import type { FeelingTask } from '../chart.js';
import type { Folded, Table } from '../drawing.js';
import { needsJourney } from '../subject.js';
import type { View } from '../view.js';
import { actorNames, titleOf } from '../words/names.js';

/** How the customer feels from step to step. */
export const experience: View = {
  id: 'experience',
  summary: 'how the customer feels from step to step, and who is there',
  ofWorkspace: false,
  draw(subject) {
    const { workspace, journey } = needsJourney(subject);
    const stages = journey.stages.map((stage) => ({ label: stage.value.title, tasks: journey.steps.filter((step) => step.stage === stage).flatMap((step) => taskOf(workspace, step)) }));
    const sections = stages.filter(({ tasks }) => tasks.length > 0);
    const description = 'How the customer feels in each step of which a feeling is written down, from 1, the worst, to 5.';
    return {
      title: beside`${journey.title}: experience`,
      charts: sections.length === 0 ? [] : [{ type: 'feelings', title: journey.title, description, sections }],
      tables: [feelingsTable(workspace, journey)],
      folded: journey.steps.flatMap(unfelt),
    };
  },
};

/** What a feeling is as a number is drawn; of two, the one at the end, because that is what the customer takes along. */
function taskOf(workspace: Workspace, step: StepModel): readonly FeelingTask[] {
  const score = listOf(step.value.feels?.score).at(-1);
  if (score === undefined) return [];
  const persona = step.value.feels?.persona;
  const label = persona === undefined ? step.value.title : beside`${step.value.title} (${titleOf(workspace, 'Persona', persona)})`;
  return [{ label, score: faceOf(score), actors: actorNames(workspace, step) }];
}

/** From -2 to 2 becomes 1 to 5. Half a point counts for the worse: a picture must not look better than what is known. */
function faceOf(score: number): FeelingTask['score'] {
  return Math.min(5, Math.max(1, Math.ceil(score - 0.5) + 3)) as FeelingTask['score'];
}

function unfelt({ coordinate, value }: StepModel): readonly Folded[] {
  return value.feels?.score === undefined ? [{ subject: coordinate, why: 'no feeling is written down as a number' }] : [];
}

function feelingsTable(workspace: Workspace, journey: JourneyModel): Table {
  return {
    title: 'Feelings',
    columns: ['stage', 'step', 'feeling', 'from -2 to 2', 'whose', 'who is there'],
    rows: journey.steps.map((step) => {
      const { feels, title } = step.value;
      const whose = feels?.persona === undefined ? '' : titleOf(workspace, 'Persona', feels.persona);
      return [step.stage.value.title, title, feelingWords(feels), listOf(feels?.score).join(' to '), whose, actorNames(workspace, step).join(', ')];
    }),
  };
}

function feelingWords(feels: Feeling | undefined): string {
  if (feels === undefined) return '';
  return feels.as ?? [feels.from, feels.to].filter((word) => word !== undefined).map(isolated).join(' to ');
}
