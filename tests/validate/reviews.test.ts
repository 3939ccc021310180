import { describe, expect, it } from 'vitest';
import { exampleWorkspace } from '../../src/validate/example-workspace.js';
import { rules } from '../../src/validate/rules/index.js';
import { runRules } from '../../src/validate/run-rules.js';

/** What one rule says on a day, with its weight. */
function told(code: string, asOf: string, files: { readonly [path: string]: string }): readonly string[] {
  const { diagnostics } = runRules(exampleWorkspace({ title: '', files }), rules.filter((rule) => rule.code === code), asOf, { profile: 'regulated' });
  return diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
}

const sla = (plan: string): string => `apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nreview: ${plan}\n`;

const review = (date: string, more = ''): string => `apiVersion: waymark/v1\nkind: Record\nid: review-${date}\ntype: review\ndate: ${date}\nby: [claims#lead]\nsubject: [answer@1.0.0]\noutcome: fine\n${more}`;

describe('a review', () => {
  it('is due from the first day when there was none', () => {
    expect(told('LIF-005', '2026-04-01', { 'sla.yaml': sla('{cycle: P3M}') })).toEqual([]);
    expect(told('LIF-005', '2026-04-02', { 'sla.yaml': sla('{cycle: P3M}') })).toEqual(['warning: The review of SLA `answer` was due on 2026-04-01.']);
  });

  it('is far too late after a quarter of its cycle', () => {
    expect(told('LIF-005', '2026-05-01', { 'sla.yaml': sla('{cycle: P3M}') })).toEqual(['error: The review of SLA `answer` was due on 2026-04-01, more than a quarter of its cycle ago.']);
  });

  it('that took place a little before its planned day was that review', () => {
    expect(told('LIF-005', '2026-05-10', { 'sla.yaml': sla('{cycle: P3M, next: 2026-05-01}'), 'record.yaml': review('2026-04-20') })).toEqual([]);
  });

  it('of a later day has not taken place yet', () => {
    expect(told('LIF-005', '2026-04-02', { 'sla.yaml': sla('{cycle: P3M}'), 'record.yaml': review('2026-04-20') })).toHaveLength(1);
  });

  it('that another Record corrects did not take place', () => {
    const correction = review('2026-03-02', 'supersedes: review-2026-03-01\n').replace('subject: [answer@1.0.0]', 'subject: [crm]');
    expect(told('LIF-005', '2026-04-02', { 'sla.yaml': sla('{cycle: P3M}'), 'a.yaml': review('2026-03-01'), 'b.yaml': correction })).toHaveLength(1);
  });

  it('says nothing of a plan that cannot be read', () => {
    expect(told('LIF-005', '2029-01-01', { 'sla.yaml': sla('{cycle: P1X}') })).toEqual([]);
  });

  it('of a Directory is one of its entries', () => {
    const directory = 'apiVersion: waymark/v1\nkind: Directory\nid: more\ntitle: More\nversion: 1.0.0\nstatus: active\nowner: claims\nsystems:\n  ledger: {title: Ledger, criticality: 1}\n';
    const audit = 'apiVersion: waymark/v1\nkind: Record\nid: audit-1\ntype: audit\ndate: 2026-05-04\nby: [claims#lead]\nsubject: [more@1.0.0]\n';
    expect(told('LIF-012', '2026-11-22', { 'directory-2.yaml': directory, 'record.yaml': audit })).toEqual([]);
    expect(told('LIF-012', '2027-11-22', { 'directory-2.yaml': directory, 'record.yaml': audit })).toEqual(['warning: System `ledger` is vital, and its last audit or assessment was on 2026-05-04.']);
  });
});

describe('a severe incident', () => {
  const incident = 'apiVersion: waymark/v1\nkind: Record\nid: incident-1\ntype: incident\ndate: 2026-05-04\nby: [claims#lead]\nsubject: [crm]\nseverity: 1\n';
  const decision = (date: string): string => `apiVersion: waymark/v1\nkind: Record\nid: decision-1\ntype: decision\ndate: ${date}\nby: [claims#lead]\nsubject: [incident-1]\n`;

  it('may be looked back at for thirty days', () => {
    expect(told('LIF-013', '2026-06-03', { 'record.yaml': incident })).toEqual([]);
    expect(told('LIF-013', '2026-06-04', { 'record.yaml': incident })).toEqual(['error: Nothing on record says what follows from the severe incident `incident-1` of 2026-05-04.']);
  });

  it('was looked back at when a decision about it followed in time', () => {
    expect(told('LIF-013', '2026-11-22', { 'record.yaml': incident, 'decision.yaml': decision('2026-05-20') })).toEqual([]);
    expect(told('LIF-013', '2026-11-22', { 'record.yaml': incident, 'decision.yaml': decision('2026-07-20') })).toHaveLength(1);
  });
});

describe('steps that a variant takes over', () => {
  const policy = 'apiVersion: waymark/v1\nkind: Policy\nid: default\ntitle: How we govern\nversion: 1.0.0\nstatus: active\nowner: claims\nevidence: {activeJourney: {validationCoverage: 1}}\n';
  const base = 'apiVersion: waymark/v1\nkind: Journey\nid: lost-card\ntitle: Lost card\nversion: 1.0.0\nstatus: active\nowner: claims\nstages:\n  - id: report\n    title: Report\n    steps:\n      - {id: check, title: We check, lane: backstage}\n      - {id: block, title: We block the card, lane: backstage, end: success}\n';
  const variant = (path: string, value: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: lost-card-at\ntitle: Lost card, Austria\nversion: 1.0.0\nstatus: active\nowner: claims\nextends: lost-card@^1.0\noverlay:\n  - {op: set, path: ${path}, value: ${value}, reason: another country}\n`;
  const validation = 'apiVersion: waymark/v1\nkind: Record\nid: validation-1\ntype: validation\ndate: 2026-05-04\nby: [claims#lead]\nsubject: [lost-card@1.0.0]\n';

  it('are confirmed with the base, and those that it changes are not', () => {
    const files = { 'policy.yaml': policy, 'base.yaml': base, 'record.yaml': validation };
    expect(told('LIF-011', '2026-11-22', { ...files, 'variant.yaml': variant('stages.report.title', 'Call') })).toEqual([]);
    expect(told('LIF-011', '2026-11-22', { ...files, 'variant.yaml': variant('stages.report.steps.check.title', 'We ask') })).toEqual([
      'warning: Of 2 steps of journey `lost-card-at` that people do, one has been confirmed by its own team within 12 months; the Policy asks for 100 of 100.',
    ]);
  });
});
