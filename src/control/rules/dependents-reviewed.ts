import { subjectsOf } from '../../analysis/records.js';
import { systemsOf } from '../../analysis/system-use.js';
import { compareText, type Coordinate } from '../../base/diagnostic.js';
import { groupBy } from '../../base/groups.js';
import { listOf, quoted } from '../../base/words.js';
import type { Change } from '../../diff/change.js';
import { tallyWords } from '../../diff/tally.js';
import { documentPartOf, isRunning } from '../../model/spec.js';
import type { JourneyModel } from '../../model/journey.js';
import { activeDocument, exampleRecord } from '../../validate/example-texts.js';
import { coveredBy } from '../change-set.js';
import { isConsequence } from '../consequences.js';
import { edit, newFile } from '../example-texts.js';
import type { GateContext, GateRule } from '../gate-rule.js';
import { placeOf } from '../missing-approvals.js';
import { newRecords } from '../records.js';

const journeyOnCore = { 'core.yaml': core(), 'claim.yaml': claim() };
const slower = [edit('core.yaml', 'target: 99.5', 'target: 98'), edit('core.yaml', 'version: 1.0.0', 'version: 2.0.0')];

/** What a journey rests on changes, and nobody has looked at the journey. */
export const dependentsReviewed: GateRule = {
  id: 'change/dependents-reviewed',
  code: 'LIF-008',
  summary: 'Where a system changes by more than words, somebody reviews the journeys whose steps run on it.',
  rationale: 'A journey that nobody looks at again tells how things went with the old system.',
  severity: 'warning',
  remedy: 'evidence',
  serves: ['S2.M7.1'],
  examples: {
    valid: [
      { title: 'The journey was reviewed with it', before: journeyOnCore, edits: [...slower, newFile('review.yaml', reviewOf('claim@1.0.0'))] },
      { title: 'No step runs on the system', before: { ...journeyOnCore, 'claim.yaml': claim().replace(', systems: [claims-core]', '') }, edits: slower },
      { title: 'Only words of the system change', before: journeyOnCore, edits: [edit('core.yaml', 'title: Claims core', 'title: The core')] },
    ],
    invalid: [
      {
        title: 'The system is promised to be there for less time, and nobody has reviewed the journey',
        before: journeyOnCore,
        edits: slower,
        at: '98',
        message: '`system:claims-core` has 1 breaking change, and nobody has reviewed what runs on it: `journey:claim`.',
      },
    ],
  },
  *check(context) {
    const ofSystems = coveredBy(context.changes).filter((change) => change.subject.startsWith('system:') && !isConsequence(change));
    for (const [system, changes] of groupBy(ofSystems, ({ subject }) => documentPartOf(subject))) {
      const stale = dependentsOf(context, system).filter((journey) => !isLookedAt(context, journey));
      if (stale.length > 0) yield { subject: system, message: messageOf(system, changes, stale), hint: 'Walk through each of them once more, and put a Record of `type: review` about it on record. Until then `waymark history --due` tells of them.', ...placeOf(changes) };
    }
  },
};

/** Journeys in force that had a step on the system before or have one after. */
function dependentsOf({ versions: { before, after } }: GateContext, system: Coordinate): readonly JourneyModel[] {
  const id = system.slice('system:'.length);
  const uses = (journey: JourneyModel | undefined): boolean => journey?.steps.some((step) => systemsOf(step).includes(id)) === true;
  const running = after.journeys.filter((journey) => isRunning(journey.spec));
  return running.filter((journey) => uses(journey) || uses(before.journey(journey.spec.id))).sort((a, b) => compareText(a.spec.coordinate, b.spec.coordinate));
}

/** By the change itself, which says something else of it, or by a review on record. */
function isLookedAt({ versions, changes }: GateContext, { spec }: JourneyModel): boolean {
  const isChanged = coveredBy(changes).some((change) => documentPartOf(change.subject) === spec.coordinate && !isConsequence(change));
  return isChanged || newRecords(versions).some((record) => (record.value.type === 'review' || record.value.type === 'audit') && subjectsOf(versions.after, record).has(spec.coordinate));
}

function messageOf(system: Coordinate, changes: readonly Change[], stale: readonly JourneyModel[]): string {
  const names = quoted(stale.slice(0, 3).map(({ spec }) => spec.coordinate));
  const more = stale.length > 3 ? [`${stale.length - 3} more`] : [];
  return `\`${system}\` has ${tallyWords(changes)}, and nobody has reviewed what runs on it: ${listOf([...names, ...more])}.`;
}

function core(): string {
  return activeDocument('System', 'claims-core', 'type: erp\nobjectives: [{metric: availability, target: 99.5, window: P1M}]\n');
}

function claim(): string {
  return activeDocument('Journey', 'claim', `stages:
  - id: settle
    title: Settle
    steps:
      - {id: decide, title: We decide, lane: frontstage, channel: phone, systems: [claims-core]}
      - {id: thank, title: We say thanks, lane: frontstage, channel: email, end: success}
`);
}

function reviewOf(subject: string): string {
  return exampleRecord('review', '2026-11-20', subject, `outcome: It still goes as it says
`);
}
