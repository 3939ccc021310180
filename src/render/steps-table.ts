import type { StepModel } from '../model/journey.js';
import type { Workspace } from '../model/workspace.js';
import type { Table } from './drawing.js';
import { actorNames, titleOf } from './words/names.js';
import { conditionWords } from './words/way-words.js';

/** Every step with who acts, where and with what. */
export function stepsTable(workspace: Workspace, steps: readonly StepModel[]): Table {
  return {
    title: 'Steps',
    columns: ['stage', 'step', 'lane', 'who', 'channel', 'systems', 'only when'],
    rows: steps.map((step) => rowOf(workspace, step)),
  };
}

function rowOf(workspace: Workspace, step: StepModel): readonly string[] {
  const { stage, value, channels } = step;
  return [
    stage.value.title,
    value.title,
    value.lane,
    actorNames(workspace, step).join(', '),
    channels.join(', '),
    (value.systems ?? []).map((id) => titleOf(workspace, 'System', id)).join(', '),
    value.when === undefined ? '' : conditionWords(workspace, value.when),
  ];
}
