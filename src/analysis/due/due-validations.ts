import { dayAfter, type CalendarDay } from '../../base/date.js';
import { compareText } from '../../base/diagnostic.js';
import { listOf } from '../../base/words.js';
import type { JourneyModel, StepModel } from '../../model/journey.js';
import { isRunning } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { hasUnreadTeam, mayTellOf } from '../completeness.js';
import { evidenceBook, type EvidenceBook } from '../evidence.js';
import { spokeFor, stepsToConfirm } from '../own-confirmation.js';
import { withParents } from '../team-hierarchy.js';
import type { FoundDue } from './due.js';

/** The last day on which as many steps of a journey are confirmed as the Policy asks for; of one that never was, its first day in force. */
export function* dueValidations(workspace: Workspace, asOf: CalendarDay): Iterable<FoundDue> {
  const { validationCoverage: share, validationMaxAge: age = 'P12M' } = workspace.policy.value.evidence?.activeJourney ?? {};
  if (share === undefined) return;
  const book = evidenceBook(workspace, asOf);
  for (const journey of workspace.journeys) {
    if (!isAsked(workspace, journey)) continue;
    const steps = stepsToConfirm(workspace, journey).map((step) => ({ step, until: confirmedUntil(workspace, book, journey, step, age) }));
    const needed = Math.ceil(share * steps.length);
    if (needed === 0) continue;
    const latestFirst = steps.toSorted((a, b) => compareText(b.until ?? '', a.until ?? ''));
    const day = latestFirst[needed - 1]!.until ?? journey.spec.value.effective?.from ?? asOf;
    const open = steps.filter(({ until }) => until === undefined || until <= day).map(({ step }) => step);
    yield { kind: 'validation', spec: journey.spec, path: ['id'], day, isEnd: false, next: nextWords(open) };
  }
}

function isAsked(workspace: Workspace, { spec, id, base, steps }: JourneyModel): boolean {
  if (!isRunning(spec)) return false;
  return !mayTellOf(workspace, 'Record', base === undefined ? [id] : [id, base]) && !steps.some(({ teams }) => teams.some((team) => hasUnreadTeam(workspace, withParents(workspace, team))));
}

function confirmedUntil(workspace: Workspace, book: EvidenceBook, journey: JourneyModel, step: StepModel, age: string): CalendarDay | undefined {
  const record = book.records(journey, step, 'validation').find((each) => step.teams.some((team) => spokeFor(workspace, each, team)));
  const aged = record === undefined ? undefined : dayAfter(record.value.date, age);
  const until = record?.value.validUntil;
  return aged === undefined || until === undefined || aged < until ? aged : until;
}

function nextWords(steps: readonly StepModel[]): string {
  const named = steps.slice(0, 5).map(({ id, teams }) => `\`${id}\` with \`${teams[0]}\``);
  return `Walk through ${listOf(named)}${steps.length > 5 ? ' and the others' : ''}, and add a Record of \`type: validation\` with the teams under \`participants\`.`;
}
