import { describe, expect, it } from 'vitest';
import { exampleReview } from '../../src/control/example-review.js';
import { edit, examplePromise, newFile, policyAsking, promiseLess } from '../../src/control/example-texts.js';
import type { GateExample } from '../../src/control/gate-rule.js';
import { workspaceOf } from '../../src/diff/example-workspace.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { validate } from '../../src/validate/validate.js';

const asking = policyAsking('  breaking: {all: [compliance]}\n');
const weighing = (more: string): string => asking.replace('approvals:\n', `${more}\napprovals:\n`);

/** What is said of one rule: its weight, its words and what to do. */
function said(code: string, example: Omit<GateExample, 'title'>): readonly string[] {
  return exampleReview({ title: '', ...example }).objections.filter((each) => each.code === code).map(({ severity, message, hint = '' }) => `${severity}: ${message} ${hint}`);
}

const waiver = (subject: string, more = ''): string => `apiVersion: waymark/v1
kind: Record
id: waiver-1
type: waiver
date: 2026-11-01
by: [claims#lead]
subject: [${subject}]
rule: CHG-013
reason: It has held like this since spring, and was only never written down.
approvals: [{role: payments#lead}]
expires: 2026-12-31
${more}`;

describe('a rule of the gate', () => {
  const change = { before: { 'promise.yaml': examplePromise, 'policy.yaml': asking }, edits: promiseLess };

  it('weighs what the Policy of the branch says, by its code or its id', () => {
    expect(said('CHG-013', change)).toEqual([expect.stringMatching(/^error: /)]);
    for (const rule of ['CHG-013', 'change/effective-ahead']) expect(said('CHG-013', { ...change, before: { ...change.before, 'policy.yaml': weighing(`severity: {${rule}: warning}`) } })).toEqual([expect.stringMatching(/^warning: `sla:claim-settled` is changed/)]);
  });

  it('is told where it is switched off, so that nobody takes for agreed what nobody was asked', () => {
    const off = { ...change, before: { ...change.before, 'policy.yaml': weighing('severity: {CHG-002: off}') } };
    expect(said('CHG-002', off)).toEqual(['info: The Policy switches CHG-002 off, which would have told 1 thing here: `payments#lead` (b-roth) has to agree to `sla:claim-settled` (1 breaking change). ']);
    expect(said('CHG-001', off)).toEqual([]);
  });

  it('stays as it is where the Policy forbids it, and where a document cannot be read', () => {
    const forbidden = weighing('severity: {CHG-013: off}\nwaivers: {forbidden: [CHG-013]}');
    expect(said('CHG-013', { ...change, before: { ...change.before, 'policy.yaml': forbidden } })).toEqual([expect.stringMatching(/^error: /)]);
    const unreadable = { before: { 'promise.yaml': examplePromise.replace('window:', 'windwo:'), 'policy.yaml': weighing('severity: {CHG-016: off}') }, edits: promiseLess };
    expect(said('CHG-016', unreadable)).toEqual([expect.stringMatching(/^error: /)]);
  });

  it('is not softened by the change that it judges, nor by the first Policy that there is', () => {
    const own = edit('policy.yaml', 'approvals:\n', 'severity: {CHG-013: off}\napprovals:\n');
    expect(said('CHG-013', { ...change, edits: [...promiseLess, own] })).toContainEqual(expect.stringMatching(/^error: `sla:claim-settled`/));
    const first = { before: 'nothing' as const, edits: [edit('policy.yaml', '', 'severity: {CHG-015: off}\n')] };
    expect(said('CHG-015', first)).toEqual([expect.stringMatching(/^error: /)]);
  });
});

describe('a remark of a rule of the gate', () => {
  const later = { before: { 'policy.yaml': asking }, edits: [edit('policy.yaml', 'status: active\n', 'status: active\neffective: {from: 2026-12-10}\n')] };

  it.each(['error', 'warning', 'off'])('stays a remark where the Policy weighs the rule as %s', (severity) => {
    expect(said('CHG-013', { ...later, before: { 'policy.yaml': weighing(`severity: {CHG-013: ${severity}}`) } })).toEqual([expect.stringMatching(/^info: `policy:default` says that it holds from 2026-12-10 on\. Changes are judged by it/)]);
  });
});

describe('a waiver of a rule of the gate', () => {
  const on = (record: string, policy = asking): readonly string[] => said('CHG-013', { before: { 'promise.yaml': examplePromise, 'policy.yaml': policy, 'waiver.yaml': record }, edits: promiseLess });

  it('excuses one finding about the version that the change makes, and is told', () => {
    expect(on(waiver('claim-settled@2.0.0'))).toEqual([expect.stringMatching(/^info: `sla:claim-settled` is changed, .* Excused until 2026-12-31 by `waiver-1`\.$/)]);
  });

  it.each([
    ['names no version, or another one', waiver('claim-settled')],
    ['names the version that was', waiver('claim-settled@1.0.0')],
    ['was approved by nobody', waiver('claim-settled@2.0.0').replace(/approvals: .*\n/, '')],
    ['has ended', waiver('claim-settled@2.0.0').replace('expires: 2026-12-31', 'expires: 2026-11-02')],
    ['was not granted', waiver('claim-settled@2.0.0', 'outcome: refused\n')],
    ['is of a later day', waiver('claim-settled@2.0.0').replace('date: 2026-11-01', 'date: 2026-12-01')],
  ])('excuses nothing where it %s', (_, record) => {
    expect(on(record)).toEqual([expect.stringMatching(/^error: /)]);
  });

  it('excuses nothing that the Policy forbids, or where it comes with the change itself', () => {
    expect(on(waiver('claim-settled@2.0.0'), weighing('waivers: {forbidden: [CHG-013]}'))).toEqual([expect.stringMatching(/^error: /)]);
    const brought = { before: { 'promise.yaml': examplePromise, 'policy.yaml': asking }, edits: [...promiseLess, newFile('waiver.yaml', waiver('claim-settled@2.0.0'))] };
    expect(said('CHG-013', brought)).toEqual([expect.stringMatching(/^error: /)]);
  });

  it('is no mistake on its own branch, unless something is missing in it', () => {
    const found = (record: string): readonly string[] => validate(workspaceOf({ ...exampleFiles, 'promise.yaml': examplePromise, 'waiver.yaml': record }), { asOf: exampleDay }).diagnostics.filter(({ code }) => code.startsWith('GOV')).map(({ message }) => message);
    expect(found(waiver('claim-settled@2.0.0'))).toEqual([]);
    expect(found(waiver('claim-settled@2.0.0').replace(/approvals: .*\n/, ''))).toEqual(['Nobody has approved the waiver `waiver-1`.']);
    expect(found(waiver('claim-settled@2.0.0').replace('CHG-013', 'CHG-099'))).toEqual(['The waiver `waiver-1` names no rule that exists.']);
  });
});
