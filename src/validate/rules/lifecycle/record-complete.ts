import { correctedRecords, isWrittenByOneTeam } from '../../../analysis/records.js';
import { listOf, quoted } from '../../../base/words.js';
import type { Spec } from '../../../model/spec.js';
import type { Record as Evidence, RecordType } from '../../../schema/kinds/record.js';
import type { Finding, Rule } from '../../rule.js';

type Field = keyof Evidence;

/** What a Record of each type has to say so that somebody else can rely on it. What waivers need is asked where they are used. */
const needed: Readonly<Record<RecordType, readonly Field[]>> = {
  review: ['outcome'],
  audit: ['conformance', 'outcome'],
  validation: ['method', 'participants', 'outcome'],
  change: ['levels', 'impact', 'effective', 'outcome'],
  decision: ['options', 'reason', 'outcome'],
  attestation: ['outcome'],
  incident: ['severity', 'start', 'end', 'cases', 'outcome'],
  test: ['scenario', 'result', 'outcome'],
  baseline: ['values'],
  access: ['role', 'elements', 'purpose', 'expires'],
  agreement: ['outcome'],
  assessment: ['assesses', 'result', 'validUntil'],
  engagement: ['participants', 'outcome'],
  communication: ['participants', 'outcome'],
  waiver: [],
};

/** How each field is written. */
const shownAs: { readonly [field: string]: string } = {
  outcome: 'outcome: confirmed, no change needed',
  conformance: 'conformance: conforms',
  method: 'method: one day beside the team',
  participants: 'participants: [claims#lead]',
  levels: 'levels: [compatible]',
  impact: 'impact: {customersPerYear: 5200, training: none, harmed: none}',
  effective: 'effective: {from: 2026-12-01}',
  options: 'options: [do it, leave it]',
  reason: 'reason: it saves the customer a call',
  severity: 'severity: 2',
  start: 'start: 2026-06-29T08:10:00Z',
  end: 'end: 2026-06-29T15:45:00Z',
  cases: 'cases: 412',
  scenario: 'scenario: portal-down',
  result: 'result: all reports came by phone',
  values: 'values: {completion-rate: "0.82"}',
  role: 'role: claims#handler',
  elements: 'elements: [claim-photo]',
  purpose: 'purpose: service-delivery',
  expires: 'expires: 2027-09-30',
  assesses: 'assesses: risk',
  validUntil: 'validUntil: 2027-09-30',
  parties: 'parties: [claims, Example Bank AG]',
};

/** Records that lack what makes them evidence, or tell of days to come. */
export const recordComplete: Rule = {
  id: 'lifecycle/record-complete',
  code: 'LIF-009',
  summary: 'A Record says all that its type needs, and was not written in the future.',
  rationale: 'A Record is there for somebody who was not. What it leaves out cannot be asked in three years.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'clock',
  serves: ['all'],
  examples: {
    valid: [
      { title: 'A decision with its reason and what else could have been decided', files: { 'record.yaml': recordOf('decision', 'options: [keep, drop]\nreason: customers miss it\noutcome: keep\n') } },
      { title: 'A Record that another one corrects', files: { 'records.yaml': `${recordOf('decision', 'outcome: keep\n')}---\n${recordOf('decision', 'supersedes: record-1\noptions: [keep, drop]\nreason: customers miss it\noutcome: keep\n').replace('id: record-1', 'id: record-2')}` } },
    ],
    invalid: [
      {
        title: 'An incident without its weight and its end',
        files: { 'record.yaml': recordOf('incident', 'start: 2026-05-03T08:00:00Z\ncases: 40\noutcome: mended\n') },
        at: 'incident',
        message: 'Record `record-1` is of type `incident` and lacks `severity` and `end`.',
      },
      {
        title: 'An agreement with one party',
        files: { 'record.yaml': recordOf('agreement', 'outcome: signed\n') },
        at: 'agreement',
        message: 'Record `record-1` is of type `agreement` and lacks `parties`.',
      },
      {
        title: 'A Record of tomorrow',
        files: { 'record.yaml': recordOf('review', 'outcome: confirmed\n').replace('2026-05-04', '2026-11-23') },
        at: '2026-11-23',
        message: 'Record `record-1` is dated 2026-11-23, which is still to come.',
        asOf: '2026-11-22',
      },
      {
        title: 'An incident that ended before it began',
        files: { 'record.yaml': recordOf('incident', 'severity: 3\nstart: 2026-05-03\nend: 2026-05-02\ncases: 40\noutcome: mended\n') },
        at: '2026-05-02',
        message: 'The incident of record `record-1` ends before it begins.',
      },
    ],
  },
  *check({ workspace, asOf }) {
    const corrected = correctedRecords(workspace.all('Record'));
    for (const record of workspace.all('Record').filter(({ id }) => !corrected.has(id))) {
      yield* lacking(record);
      yield* misdated(record, asOf);
    }
  },
};

function* lacking(record: Spec<'Record'>): Iterable<Finding> {
  const { value } = record;
  const missing = [...needed[value.type], ...(value.type === 'agreement' && isWrittenByOneTeam(value) ? ['parties' as const] : [])].filter((field) => isEmpty(value[field]));
  if (missing.length === 0) return;
  yield {
    at: { spec: record, path: ['type'] },
    message: `Record \`${record.id}\` is of type \`${value.type}\` and lacks ${listOf(quoted(missing))}.`,
    hint: `Add what is missing, for example ${listOf(missing.slice(0, 2).map((field) => `\`${shownAs[field] ?? field}\``))}.`,
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0) || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

function* misdated(record: Spec<'Record'>, asOf: string): Iterable<Finding> {
  const { date, start, end } = record.value;
  if (date > asOf) yield { at: { spec: record, path: ['date'] }, message: `Record \`${record.id}\` is dated ${date}, which is still to come.`, hint: 'Write the day on which it happened, or add the Record once it has.' };
  if (start !== undefined && end !== undefined && isBefore(end, start)) yield { at: { spec: record, path: ['end'] }, message: `The ${record.value.type} of record \`${record.id}\` ends before it begins.`, hint: 'Correct `start` or `end`.' };
}

/** Days are compared as days where one of the two has no time. */
function isBefore(one: string, other: string): boolean {
  if (one.length === 10 || other.length === 10) return one.slice(0, 10) < other.slice(0, 10);
  return Date.parse(one) < Date.parse(other);
}

function recordOf(type: string, more: string): string {
  return `apiVersion: waymark/v1
kind: Record
id: record-1
type: ${type}
date: 2026-05-04
by: [claims#lead]
subject: [crm]
${more}`;
}
