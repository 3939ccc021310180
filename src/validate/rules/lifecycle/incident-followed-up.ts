import { mayTellOf } from '../../../analysis/completeness.js';
import { countingRecords, recordBook, subjectsOf, type RecordBook } from '../../../analysis/records.js';
import { dayAfter } from '../../../base/date.js';
import { isActive, isKind, type Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import { activeDocument, exampleRecord } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

/** Severe incidents that nobody looked back at, and journeys that were hit and are not prepared for the next time. */
export const incidentFollowedUp: Rule = {
  id: 'lifecycle/incident-followed-up',
  code: 'LIF-013',
  summary: 'Within thirty days of a severe incident it is on record what follows from it, and the journey says what happens when it fails again.',
  rationale: 'Customers forgive the first time. The second time the company knew, and did nothing.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['S2.M7.6'],
  examples: {
    valid: [
      { title: 'The Record of the incident says what follows', files: { 'journey.yaml': lostCard('resilience: {rto: 8h}\n'), 'record.yaml': incidentRecord(1, 'actions: [second node]\noutcome: second node from June on\n') } },
      { title: 'Not severe', files: { 'journey.yaml': lostCard(''), 'record.yaml': incidentRecord(3, '') } },
    ],
    invalid: [
      {
        title: 'Nothing followed',
        files: { 'journey.yaml': lostCard('resilience: {rto: 8h}\n'), 'record.yaml': incidentRecord(2, '') },
        at: 'incident-1',
        message: 'Nothing on record says what follows from the severe incident `incident-1` of 2026-05-04.',
      },
      {
        title: 'The journey is not prepared for the next time',
        files: { 'journey.yaml': lostCard(''), 'record.yaml': incidentRecord(1, 'actions: [second node]\noutcome: second node from June on\n') },
        at: 'lost-card',
        message: 'Journey `lost-card` was hit by the severe incident `incident-1` and does not say what happens when it fails again.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    const severe = countingRecords(workspace, asOf).filter(({ value }) => value.type === 'incident' && value.severity !== undefined && value.severity <= 2);
    const book = recordBook(workspace, asOf);
    for (const incident of severe) if (isOverdue(incident, asOf) && !isFollowedUp(incident, book) && !mayTellOf(workspace, 'Record', [incident.id])) yield withoutConsequence(incident);
    yield* unprepared(workspace, severe);
  },
};

/** Thirty days are given to look back. */
function lastDayFor({ value }: Spec<'Record'>): string {
  return dayAfter(value.date, '30d') ?? value.date;
}

function isOverdue(incident: Spec<'Record'>, asOf: string): boolean {
  return asOf > lastDayFor(incident);
}

function isFollowedUp(incident: Spec<'Record'>, book: RecordBook): boolean {
  const { outcome, actions = [] } = incident.value;
  if (outcome !== undefined && actions.length > 0) return true;
  return book.about(incident, ['review', 'decision', 'change']).some(({ value }) => value.date >= incident.value.date && value.date <= lastDayFor(incident));
}

function withoutConsequence(incident: Spec<'Record'>): Finding {
  return {
    at: { spec: incident, path: ['id'] },
    message: `Nothing on record says what follows from the severe incident \`${incident.id}\` of ${incident.value.date}.`,
    hint: `Look back with those who were there, and add a Record of \`type: review\` or \`type: decision\` with \`${incident.id}\` under \`subject\`.`,
  };
}

/** A journey is told once, whatever hit it. */
function* unprepared(workspace: Workspace, severe: readonly Spec<'Record'>[]): Iterable<Finding> {
  const told = new Set<string>();
  for (const incident of severe) {
    for (const subject of subjectsOf(workspace, incident)) {
      const spec = workspace.specAt(subject);
      if (spec === undefined || told.has(subject) || !isKind(spec, 'Journey') || !isActive(spec) || spec.value.resilience !== undefined) continue;
      told.add(subject);
      yield {
        at: { spec, path: ['id'] },
        message: `Journey \`${spec.id}\` was hit by the severe incident \`${incident.id}\` and does not say what happens when it fails again.`,
        hint: 'Add `resilience:` with what may be lost and what is done then, as `scenarios: [{id: ..., loses: {system: ...}, fallback: {text: ...}}]`.',
        related: [{ message: 'This is the incident.', at: { spec: incident, path: ['id'] } }],
      };
    }
  }
}

function incidentRecord(severity: number, more: string): string {
  return exampleRecord('incident', '2026-05-04', 'lost-card@1.0.0', `severity: ${severity}
start: 2026-05-03T08:10:00Z
end: 2026-05-03T15:45:00Z
cases: 412
${more}`);
}

function lostCard(more: string): string {
  return activeDocument('Journey', 'lost-card', `${more}stages:
  - id: report
    title: Report
    steps:
      - {id: block, title: We block the card, lane: backstage, end: success}
`);
}
