import { describe, expect, it } from 'vitest';
import { whatIsDue, type Due } from '../../src/index.js';
import { workspaceOf } from '../support/journeys.js';

const head = (kind: string, id: string, more: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: The ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n${more}\n`;
const record = (id: string, type: string, date: string, about: string, more = ''): string => `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: ${type}\ndate: ${date}\nby: [claims#lead]\nsubject: [${about}]\n${more}\n`;
const sla = (id: string, more: string): string => head('Sla', id, `provider: claims\nconsumer: customer\ntype: sla\nmetric: duration\nclock: {start: reported, stop: settled}\ntargets: [{within: 10d, percent: 90}]\nwindow: P1M\n${more}`);
const team = head('Team', 'claims', 'function: service\npeople: [{id: a-huber}]\nroles: [{id: lead, title: Lead, person: a-huber}]');
const day = '2026-11-22';

function dueIn(files: { readonly [path: string]: string }, asOf = day): readonly Due[] {
  return whatIsDue(workspaceOf({ 'team.yaml': team, ...files }), asOf);
}

/** `review sla:answer 2026-11-21 -1 late`. */
function told(files: { readonly [path: string]: string }, asOf = day): readonly string[] {
  return dueIn(files, asOf).map(({ kind, subject, day: by, daysLeft, isOverdue }) => `${kind} ${subject} ${by} ${daysLeft}${isOverdue ? ' late' : ''}`);
}

describe('what is due', () => {
  it('tells who answers for it, where it is written and what to do next', () => {
    const [review] = dueIn({ 'sla.yaml': sla('answer', 'review: {cycle: P6M, next: 2026-11-30, forum: quarterly}') });
    expect(review).toMatchObject({
      title: 'The answer',
      field: 'review.next',
      owner: { team: 'claims', title: 'The claims', people: [{ role: 'claims#lead', person: 'a-huber' }] },
      next: 'Hold the review in `quarterly` and add a Record of `type: review` with `answer` under `subject`; then move `next` to the day of the one after.',
    });
    expect(review!.span.source.text.slice(review!.span.start, review!.span.end)).toBe('2026-11-30');
  });

  it('counts a review from the last one on record, and is late only after its day', () => {
    const files = { 'sla.yaml': sla('answer', 'review: {cycle: P6M}'), 'record.yaml': record('r', 'review', '2026-05-22', 'answer@1.0.0', 'outcome: as it is') };
    expect(told(files)).toEqual(['review sla:answer 2026-11-22 0']);
    expect(told(files, '2026-11-23')).toEqual(['review sla:answer 2026-11-22 -1 late']);
    expect(told(files, '2026-05-21')).toEqual(['review sla:answer 2026-07-01 41']);
  });

  it('tells of promises and agreements that end, the day itself included', () => {
    const files = {
      'own.yaml': sla('own', 'expires: 2026-11-22'),
      'agreed.yaml': sla('agreed', 'agreement: a-2'),
      'a-1.yaml': record('a-1', 'agreement', '2025-01-01', 'agreed@1.0.0', 'parties: [claims]\nexpires: 2026-01-01'),
      'a-0.yaml': record('a-0', 'agreement', '2025-01-01', 'agreed@1.0.0', 'parties: [claims]\npurpose: settling\nexpires: 2026-01-01'),
      'a-2.yaml': record('a-2', 'agreement', '2026-01-01', 'agreed@1.0.0', 'parties: [claims, others]\nexpires: 2026-11-23'),
    };
    expect(told(files)).toEqual(['promise sla:own 2026-11-22 0 late', 'agreement record:a-2 2026-11-23 1']);
    expect(told(files, '2026-11-23').at(-1)).toBe('agreement record:a-2 2026-11-23 0 late');
  });

  it('lets a later Record of the same matter take the place of one that ends, and tells nothing of what was only allowed for a time', () => {
    const on = sla('answer', '');
    const old = record('old', 'attestation', '2025-11-01', 'answer', 'validUntil: 2026-11-01');
    expect(told({ 'on.yaml': on, 'old.yaml': old })).toEqual(['attestation record:old 2026-11-01 -21 late']);
    expect(told({ 'on.yaml': on, 'old.yaml': old, 'new.yaml': record('new', 'attestation', '2026-10-30', 'answer', 'validUntil: 2027-11-01') })).toEqual(['attestation record:new 2027-11-01 344']);
    expect(told({ 'on.yaml': on, 'old.yaml': old, 'new.yaml': record('new', 'assessment', '2026-10-30', 'answer', 'assesses: risk') })).toHaveLength(1);
    expect(told({ 'on.yaml': on.replace('active', 'retired'), 'old.yaml': old })).toEqual([]);
    const waiver = record('w', 'waiver', '2026-10-01', 'answer', 'rule: SLA-002\nreason: soon\napprovals: [{role: claims#lead}]\nexpires: 2026-11-23');
    expect(told({ 'on.yaml': on, 'w.yaml': waiver })).toEqual(['waiver record:w 2026-11-23 1']);
    expect(told({ 'on.yaml': on, 'w.yaml': waiver }, '2026-11-23')).toEqual([]);
  });

  it('asks for a look at a vital system every year, and sooner where an assessment says so', () => {
    const system = head('System', 'core', 'criticality: 1');
    expect(told({ 's.yaml': system })).toEqual(['assessment system:core 2026-01-01 -325 late']);
    expect(told({ 's.yaml': system, 'r.yaml': record('r', 'audit', '2026-02-01', 'core', 'conformance: conforms') })).toEqual(['assessment system:core 2027-02-01 71']);
    expect(told({ 's.yaml': system, 'r.yaml': record('r', 'assessment', '2026-02-01', 'core', 'assesses: risk\nvalidUntil: 2026-12-01') })).toEqual(['assessment system:core 2026-12-01 9']);
    expect(told({ 's.yaml': system.replace('criticality: 1', 'criticality: 2') })).toEqual([]);
  });

  it('says until when enough steps are confirmed by those who do them', () => {
    const policy = head('Policy', 'rules', 'profile: standard\nevidence: {activeJourney: {validationCoverage: 0.5, validationMaxAge: P12M}}');
    const journey = head('Journey', 'lost-card', 'stages:\n  - id: report\n    title: Report\n    steps:\n      - {id: call, title: Customer calls, lane: customer, channel: phone}\n      - {id: block, title: We block it, lane: backstage}\n      - {id: send, title: We send another, lane: backstage, end: success}');
    const files = { 'policy.yaml': policy, 'journey.yaml': journey };
    const seen = record('v-1', 'validation', '2026-03-01', 'lost-card@1.0.0', 'steps: [lost-card#block]\nmethod: walk-through');
    expect(told(files)).toEqual(['validation journey:lost-card 2026-01-01 -325 late']);
    expect(told({ ...files, 'v.yaml': seen })).toEqual(['validation journey:lost-card 2027-03-01 99']);
    expect(dueIn({ ...files, 'v.yaml': seen })[0]!.next).toContain('`block` with `claims` and `send` with `claims`');
    expect(told({ ...files, 'policy.yaml': policy.replace('0.5', '0.8'), 'v.yaml': seen })).toEqual(['validation journey:lost-card 2026-01-01 -325 late']);
  });

  it('tells of documents and grants that end, and asks nothing of drafts', () => {
    const ending = head('System', 'old', '').replace('from: 2026-01-01', 'from: 2026-01-01, until: 2026-12-31').replace('active', 'deprecated');
    expect(dueIn({ 's.yaml': ending }).map(({ kind, next }) => [kind, next])).toEqual([['end', 'Set `status: retired` on that day, once nothing names it any more.']]);
    const grants = head('DataCatalog', 'data', 'grants:\n  - {role: claims#lead, classes: [internal], expires: 2026-11-22}\n  - {role: claims#lead, classes: [public]}');
    expect(told({ 'd.yaml': grants })).toEqual(['access data-catalog:data 2026-11-22 0 late']);
    const one = '  - {role: claims#lead, classes: [internal], purpose: fraud, expires: 2026-11-22}\n';
    const fields = (...rows: readonly string[]): readonly string[] => dueIn({ 'd.yaml': head('DataCatalog', 'data', `grants:\n${rows.join('')}`) }).map(({ field }) => field);
    expect(fields(one, one, one.replace('fraud', 'service'))).toEqual(['grants.claims#lead internal fraud 2.expires', 'grants.claims#lead internal fraud.expires', 'grants.claims#lead internal service.expires']);
    expect(fields('  - {role: claims#other, classes: [public], expires: 2026-12-01}\n', one)[0]).toBe('grants.claims#lead internal fraud.expires');
    expect(told({ 's.yaml': ending.replace('deprecated', 'draft'), 'd.yaml': grants.replace('active', 'draft'), 'p.yaml': sla('answer', 'review: {cycle: P1M}\nexpires: 2026-01-02').replace('active', 'draft') })).toEqual([]);
  });
});
