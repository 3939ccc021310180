import { hasUnreadTeam, mayTellOf } from '../../../analysis/completeness.js';
import { evidenceBook, type EvidenceBook } from '../../../analysis/evidence.js';
import { spokeFor, stepsToConfirm } from '../../../analysis/own-confirmation.js';
import { withParents } from '../../../analysis/team-hierarchy.js';
import { dayBefore } from '../../../base/date.js';
import { formatDuration, parseDuration } from '../../../base/duration.js';
import { remembering } from '../../../base/remembering.js';
import { listOf } from '../../../base/words.js';
import type { JourneyModel, StepModel } from '../../../model/journey.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const policyText = examplePolicy(`evidence: {activeJourney: {validationCoverage: 0.8}}
`);

/** Journeys whose steps the people who do them have not confirmed, or not lately. */
export const frontlineValidated: Rule = {
  id: 'lifecycle/frontline-validated',
  code: 'LIF-011',
  summary: 'The people who do the steps have confirmed them lately, with what may go wrong.',
  rationale: 'Work on the floor differs from the map sooner than anybody expects, and only those who do it can tell.',
  severity: 'warning',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S2.M2.4', 'S4.M1.4'],
  examples: {
    valid: [
      { title: 'The team that does the step was there', files: { 'policy.yaml': policyText, 'journey.yaml': lostCard(''), 'record.yaml': validation('2026-06-02', 'claims', '') } },
      { title: 'A machine has nothing to confirm', files: { 'policy.yaml': policyText, 'journey.yaml': lostCard(', automation: automated') } },
    ],
    invalid: [
      {
        title: 'Nobody of the team that does the step was there',
        files: { 'policy.yaml': policyText, 'journey.yaml': lostCard(''), 'record.yaml': validation('2026-06-02', 'payments', '') },
        at: 'lost-card',
        message: 'Of 1 step of journey `lost-card` that people do, none has been confirmed by its own team within 12 months; the Policy asks for 80 of 100.',
      },
      {
        title: 'The last look is too long ago',
        files: { 'policy.yaml': policyText, 'journey.yaml': lostCard(''), 'record.yaml': validation('2024-06-02', 'claims', '') },
        at: 'lost-card',
        message: 'Of 1 step of journey `lost-card` that people do, none has been confirmed by its own team within twice 12 months; the Policy asks for 80 of 100.',
        asOf: '2028-11-22',
      },
      {
        title: 'What may go wrong was not looked at',
        files: { 'policy.yaml': policyText, 'journey.yaml': lostCard(', exceptions: [caller is not the owner, card has expired]'), 'record.yaml': validation('2026-06-02', 'claims', 'exceptions: [Card has expired]\n') },
        at: 'caller is not the owner',
        message: 'Step `block` was confirmed without `caller is not the owner`.',
      },
    ],
  },
  checkJourneys({ workspace, asOf }) {
    const limits = coverageAsked(workspace, asOf);
    if (limits === undefined) return undefined;
    const floor: Floor = { book: evidenceBook(workspace, asOf), limits, speaksFor: remembering((record) => remembering((team) => spokeFor(workspace, record, team))) };
    const isUnread = remembering((team: string) => hasUnreadTeam(workspace, withParents(workspace, team)));
    return function* (journey) {
      if (journey.spec.value.perspective === 'to-be' || mayBeConfirmed(workspace, journey) || journey.steps.some(({ teams }) => teams.some(isUnread))) return;
      yield* coverageFindings(journey, floor, workspace);
      yield* exceptionFindings(journey, floor);
    };
  },
};

/** What cannot be read may be the confirmation; and a team that cannot be read may belong to one that confirmed. */
function mayBeConfirmed(workspace: Workspace, { id, base }: JourneyModel): boolean {
  return mayTellOf(workspace, 'Record', base === undefined ? [id] : [id, base]);
}

/** What the Policy asks for. */
interface Limits {
  /** Share of the steps. */
  readonly share: number;
  readonly age: string;
  /** Confirmations before this day are too old; before the second they are far too old. */
  readonly oldBefore: string;
  readonly farTooOldBefore: string;
}

/** What is on record of the floor, and what is asked. */
interface Floor {
  readonly book: EvidenceBook;
  readonly limits: Limits;
  /** For a Record, the teams that somebody spoke for in it. */
  speaksFor(record: Spec<'Record'>): (team: string) => boolean;
}

function coverageAsked({ policy }: Workspace, asOf: string): Limits | undefined {
  const { validationCoverage: share, validationMaxAge: age = 'P12M' } = policy.value.evidence?.activeJourney ?? {};
  const oldBefore = dayBefore(asOf, age);
  const farTooOldBefore = oldBefore === undefined ? undefined : dayBefore(oldBefore, age);
  return share === undefined || oldBefore === undefined || farTooOldBefore === undefined ? undefined : { share, age, oldBefore, farTooOldBefore };
}

function* coverageFindings(journey: JourneyModel, floor: Floor, workspace: Workspace): Iterable<Finding> {
  const { limits } = floor;
  const steps = stepsToConfirm(workspace, journey);
  const open = steps.filter((step) => ownConfirmation(floor, journey, step, limits.oldBefore) === undefined);
  if (steps.length - open.length >= limits.share * steps.length) return;
  const seen = steps.filter((step) => ownConfirmation(floor, journey, step, limits.farTooOldBefore) !== undefined);
  const isFarTooOld = seen.length < limits.share * steps.length && (journey.spec.value.effective?.from ?? '9999') < limits.farTooOldBefore;
  const confirmed = isFarTooOld ? seen.length : steps.length - open.length;
  yield {
    at: { spec: journey.spec, path: ['id'] },
    message: `Of ${steps.length} ${steps.length === 1 ? 'step' : 'steps'} of journey \`${journey.id}\` that people do, ${confirmed === 0 ? 'none has' : confirmed === 1 ? 'one has' : `${confirmed} have`} been confirmed by ${steps.length === 1 || confirmed < 2 ? 'its' : 'their'} own team within ${isFarTooOld ? 'twice ' : ''}${inWords(limits.age)}; the Policy asks for ${Math.round(limits.share * 100)} of 100.`,
    hint: `Walk through ${listOf(open.slice(0, 5).map(({ id, teams }) => `\`${id}\` with \`${teams[0]}\``))}${open.length > 5 ? ' and the others' : ''}, and add a Record of \`type: validation\` with the teams under \`participants\`.`,
    ...(isFarTooOld ? { severity: 'error' as const } : {}),
  };
}

/** The latest confirmation of a step since a day in which somebody of an acting team, or of the team it belongs to, took part. */
function ownConfirmation({ book, speaksFor }: Floor, journey: JourneyModel, step: StepModel, since: string): Spec<'Record'> | undefined {
  return book.records(journey, step, 'validation').find((record) => record.value.date >= since && step.teams.some(speaksFor(record)));
}

/** What may go wrong in a step is looked at when the step is. */
function* exceptionFindings(journey: JourneyModel, floor: Floor): Iterable<Finding> {
  const { oldBefore } = floor.limits;
  for (const step of journey.steps.filter(({ value }) => value.exceptions !== undefined)) {
    if (ownConfirmation(floor, journey, step, oldBefore) === undefined) continue;
    const records = floor.book.records(journey, step, 'validation').filter(({ value }) => value.date >= oldBefore);
    const looked = new Set(records.flatMap(({ value }) => value.exceptions ?? []).map(plain));
    const missed = step.value.exceptions!.flatMap((text, index) => (looked.has(plain(text)) ? [] : [{ text, index }]));
    if (missed.length === 0) continue;
    yield {
      at: { spec: journey.spec, path: [...step.path, 'exceptions', missed[0]!.index] },
      message: `Step \`${step.id}\` was confirmed without ${listOf(missed.map(({ text }) => `\`${text}\``))}.`,
      hint: `Ask the team how it goes then, and write it in the same words under \`exceptions\` of the next Record of \`type: validation\`.`,
    };
  }
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

function inWords(age: string): string {
  const reading = parseDuration(age);
  if (!('duration' in reading)) return age;
  const { months } = reading.duration;
  return months > 0 && reading.duration.days === 0 ? `${months} ${months === 1 ? 'month' : 'months'}` : formatDuration(reading.duration);
}

function lostCard(more: string): string {
  return `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 1.0.0
status: active
effective: {from: 2025-12-01}
owner: claims
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone}
      - {id: block, title: We block the card, lane: backstage, end: success${more}}
`;
}

function validation(date: string, team: string, more: string): string {
  return `apiVersion: waymark/v1
kind: Record
id: validation-1
type: validation
date: ${date}
by: [payments#lead]
subject: [lost-card@1.0.0]
method: one day beside the team
participants: [${team}#lead]
outcome: as on the map
${more}`;
}
