import { listOf, quoted } from '../../../base/words.js';
import type { JourneyModel, StageModel } from '../../../model/journey.js';
import { activeDocument } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** A stage for which nobody answers, or several do. */
export const oneAccountable: Rule = {
  id: 'ownership/one-accountable',
  code: 'OWN-003',
  summary: 'Exactly one team or role answers for a stage, and at least one does its work.',
  rationale: 'Where two answer, each waits for the other; where nobody does, a failing stage stays as it is.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M1.5'],
  examples: {
    valid: [
      { title: 'Without words the owner answers and the acting teams work', files: { 'journey.yaml': lostCard('') } },
      { title: 'One answers, two work', files: { 'journey.yaml': lostCard('    raci: {responsible: [claims, payments], accountable: [claims#lead]}\n') } },
    ],
    invalid: [
      {
        title: 'Two answer for the same stage',
        files: { 'journey.yaml': lostCard('    raci: {responsible: [claims], accountable: [claims#lead, payments#lead]}\n') },
        at: 'payments#lead',
        message: '`claims#lead` and `payments#lead` both answer for stage `report`.',
      },
      {
        title: 'Nobody answers',
        files: { 'journey.yaml': lostCard('    raci: {responsible: [claims], accountable: []}\n') },
        at: '[]',
        message: 'Nobody answers for stage `report`.',
      },
      {
        title: 'Nobody does the work',
        files: { 'journey.yaml': lostCard('    raci: {responsible: [], accountable: [claims#lead]}\n') },
        at: '[]',
        message: 'Nobody does the work of stage `report`.',
      },
    ],
  },
  checkJourneys: () =>
    function* (journey) {
      for (const stage of journey.stages) yield* stageFindings(journey, stage);
    },
};

function* stageFindings({ spec }: JourneyModel, stage: StageModel): Iterable<Finding> {
  const raci = [...stage.path, 'raci'];
  const [, second] = stage.accountable;
  if (stage.accountable.length === 0) yield { at: { spec, path: [...raci, 'accountable'] }, message: `Nobody answers for stage \`${stage.id}\`.`, hint: `Write who does, for example \`accountable: [${stage.owner}]\`, or delete the line: then the owner answers.` };
  if (second !== undefined) {
    const names = listOf(quoted(stage.accountable));
    yield { at: { spec, path: [...raci, 'accountable', 1] }, message: `${names} ${stage.accountable.length === 2 ? 'both' : 'all'} answer for stage \`${stage.id}\`.`, hint: 'Keep the one who decides when they disagree, and move the others to `consulted`.' };
  }
  if (stage.responsible.length === 0) yield { at: { spec, path: [...raci, 'responsible'] }, message: `Nobody does the work of stage \`${stage.id}\`.`, hint: `Write who does, for example \`responsible: [${stage.owner}]\`, or delete the line: then it is those who act in its steps.` };
}

function lostCard(raci: string): string {
  return activeDocument('Journey', 'lost-card', `stages:
  - id: report
    title: Report
${raci}    steps:
      - {id: block, title: We block the card, lane: backstage, end: success}
`);
}
