import { isReadWhole } from '../../../analysis/completeness.js';
import { evidenceBook, type EvidenceBook } from '../../../analysis/evidence.js';
import { readDuration } from '../../../analysis/retention.js';
import { dayBefore, type CalendarDay } from '../../../base/date.js';
import { formatDuration } from '../../../base/duration.js';
import { listOf } from '../../../base/words.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import type { Workspace } from '../../../model/workspace.js';
import type { RecordDemand } from '../../../schema/kinds/policy.js';
import type { RegimeOnStep } from '../../../schema/kinds/step.js';
import { examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const policy = examplePolicy(`regimes: [{id: conduct, title: Conduct rules}]
evidence: {regulatedStep: [{record: validation, within: P12M}]}
`);

const journey = (step: string): string => `apiVersion: waymark/v1
kind: Journey
id: claim
title: Claim
version: 2.1.0
status: active
owner: claims
stages:
  - id: decide
    title: Decide
    steps:
      - ${step}
`;

const decide = '{id: decide, title: Claim is decided, lane: backstage, type: approval, regulated: [conduct], end: success}';

const validation = (date: string, subject: string): string => `apiVersion: waymark/v1
kind: Record
id: validation-5
type: validation
date: ${date}
by: [claims#lead]
subject: [${subject}]
`;

/** A regulated step without the evidence that the Policy asks for, or that does nothing about what its regime asks. */
export const stepProved: Rule = {
  id: 'regulated/step-proved',
  code: 'REG-002',
  summary: 'Every regulated step has the Records that the Policy asks for, recent enough, and something that does what its regime asks.',
  rationale: 'A regulator asks for proof, not for plans. Without a recent Record the company cannot show that it works as the map says.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S4.M4.4'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }, { code: 'REF-002', within: 'name' }],
  examples: {
    valid: [
      { title: 'The step was looked at this year', files: { 'policy.yaml': policy, 'journey.yaml': journey(decide), 'record.yaml': validation('2026-03-01', 'claim@2.0.0#decide') } },
      { title: 'The whole journey was looked at', files: { 'policy.yaml': policy, 'journey.yaml': journey(decide), 'record.yaml': validation('2026-03-01', 'claim@2.1.0') } },
    ],
    invalid: [
      {
        title: 'Nobody has looked at it',
        files: { 'policy.yaml': policy, 'journey.yaml': journey(decide) },
        at: 'decide',
        message: 'No Record of type `validation` proves the regulated step `decide`.',
      },
      {
        title: 'It is too long ago',
        files: { 'policy.yaml': policy, 'journey.yaml': journey(decide), 'record.yaml': validation('2025-03-01', 'claim#decide') },
        at: 'decide',
        message: 'The last Record of type `validation` about the regulated step `decide` is of 2025-03-01, which is more than 1 year ago.',
      },
      {
        title: 'The journey has changed since',
        files: { 'policy.yaml': policy, 'journey.yaml': journey(decide), 'record.yaml': validation('2026-03-01', 'claim@1.4.0') },
        at: 'decide',
        message: 'No Record of type `validation` proves the regulated step `decide`.',
      },
      {
        title: 'Nothing does what the regime asks',
        files: {
          'policy.yaml': policy,
          'journey.yaml': journey('{id: decide, title: Claim is decided, lane: backstage, type: approval, regulated: [{regime: conduct, asks: reasons in writing}], end: success}'),
          'record.yaml': validation('2026-03-01', 'claim'),
        },
        at: 'reasons in writing',
        message: '`conduct` asks for `reasons in writing` at step `decide`, but nothing in the step does it.',
      },
    ],
  },
  checkJourneys({ workspace, asOf }) {
    const demands = isReadWhole(workspace, 'Record') ? datedDemands(workspace, asOf) : [];
    const book = evidenceBook(workspace, asOf);
    return function* (journeyModel) {
      const regulated = journeyModel.steps.filter(({ value }) => (value.regulated ?? []).length > 0);
      for (const demand of demands) yield* unproved(journeyModel, regulated, demand, book);
      for (const step of regulated) yield* unanswered(journeyModel, step);
    };
  },
};

/** What the Policy asks for, with the day from which on it counts. */
interface DatedDemand extends RecordDemand {
  readonly oldest: CalendarDay;
}

function datedDemands(workspace: Workspace, asOf: string): readonly DatedDemand[] {
  return (workspace.policy.value.evidence?.regulatedStep ?? []).flatMap((demand) => {
    const oldest = dayBefore(asOf, demand.within);
    return oldest === undefined ? [] : [{ ...demand, oldest }];
  });
}

/** One finding for each sort of Record: what is missing is one visit, however many steps it would have looked at. */
function* unproved(journeyModel: JourneyModel, regulated: readonly StepModel[], { record, within, oldest }: DatedDemand, book: EvidenceBook): Iterable<Finding> {
  const dated = regulated.map((step) => ({ step, day: book.latest(journeyModel, step, record) }));
  const never = dated.filter(({ day }) => day === undefined).map(({ step }) => step);
  const late = dated.filter(({ day }) => day !== undefined && day < oldest);
  const hint = (step: StepModel): string => `Have the ${record} done, and add a Record of \`type: ${record}\` with the subject \`${journeyModel.id}@${journeyModel.spec.value.version}#${step.id}\`.`;
  if (never[0] !== undefined) yield { at: placeOf(journeyModel, never[0]), names: never.map(({ id }) => `${journeyModel.id}#${id}`), message: `No Record of type \`${record}\` proves the regulated ${stepsNamed(never)}.`, hint: hint(never[0]) };
  if (late[0] !== undefined) {
    const last = late.map(({ day }) => day!).sort()[0];
    yield { at: placeOf(journeyModel, late[0].step), message: `The last Record of type \`${record}\` about the regulated ${stepsNamed(late.map(({ step }) => step))} is of ${last}, which is more than ${told(within)} ago.`, hint: hint(late[0].step) };
  }
}

function stepsNamed(steps: readonly StepModel[]): string {
  return `${steps.length === 1 ? 'step' : 'steps'} ${listOf(steps.map(({ id }) => `\`${id}\``))}`;
}

function placeOf({ spec }: JourneyModel, { path }: StepModel): Finding['at'] {
  return { spec, path: [...path, 'id'] };
}

function told(within: string): string {
  const duration = readDuration(within);
  return duration === undefined ? within : formatDuration(duration);
}

function* unanswered({ spec }: JourneyModel, { id, path, value }: StepModel): Iterable<Finding> {
  for (const [index, each] of (value.regulated ?? []).entries()) {
    if (typeof each === 'string' || each.asks === undefined || isAnswered(each, value)) continue;
    yield {
      at: { spec, path: [...path, 'regulated', index, 'asks'] },
      message: `\`${each.regime}\` asks for \`${each.asks}\` at step \`${id}\`, but nothing in the step does it.`,
      hint: 'Name what does it: a text under `disclosures`, a proof under `requires`, a thing under `produces`, what is sent under `message`, how it is decided under `decides`, or a promise under `sla`.',
    };
  }
}

function isAnswered({ sla }: RegimeOnStep, value: StepModel['value']): boolean {
  const lists = [value.disclosures, value.requires, value.produces];
  return lists.some((list) => (list ?? []).length > 0) || [sla, value.sla, value.promise, value.message, value.decides].some((each) => each !== undefined);
}
