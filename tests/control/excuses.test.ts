import { describe, expect, it } from 'vitest';
import { exampleReview } from '../../src/control/example-review.js';
import { edit, newFile, policyAsking } from '../../src/control/example-texts.js';
import type { GateExample } from '../../src/control/gate-rule.js';
import { workspaceOf } from '../../src/diff/example-workspace.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { validate } from '../../src/validate/validate.js';

const asking = policyAsking('  breaking: {all: [compliance]}\n');

const journey = `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 1.0.0
status: draft
owner: claims
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, next: identify}
      - {id: identify, title: We identify the customer, lane: frontstage}
      - {id: block, title: We block the card, lane: backstage, end: success}
`;

/** Nothing leads to \`identify\` any more. */
const skipped = [edit('journey.yaml', 'next: identify', 'next: block'), edit('journey.yaml', 'version: 1.0.0', 'version: 2.0.0')];

const waiver = (subject = 'lost-card@2.0.0#identify', roles = ['claims#lead', 'payments#lead']): string => `apiVersion: waymark/v1
kind: Record
id: waiver-1
type: waiver
date: 2026-11-01
by: [claims#lead]
subject: [${subject}]
rule: GRF-001
reason: The desk opens in January
approvals: [${roles.map((role) => `{role: ${role}}`).join(', ')}]
expires: 2026-12-31
`;

/** What is said of a step that cannot be reached: its weight and what to do. */
function said(before: Readonly<Record<string, string>>, edits: GateExample['edits'] = skipped): readonly string[] {
  const { objections } = exampleReview({ title: '', before: { 'journey.yaml': journey, 'policy.yaml': asking, ...before }, edits });
  return objections.filter(({ code }) => code === 'GRF-001').map(({ severity, hint = '' }) => `${severity}: ${hint}`);
}

const howTo = 'Let one stand on the branch first, by a pull request of its own, that names `lost-card@2.0.0#identify` as its `subject`, and `payments#lead` and `claims#lead` under `approvals`.';

describe('a waiver of what a change makes wrong', () => {
  it('excuses it where it stands on the branch and everybody whom the change asks has approved it', () => {
    expect(said({})).toEqual([expect.stringMatching(/^error: Name `identify` [^]*begin there\.$/)]);
    expect(said({ 'waiver.yaml': waiver() })).toEqual(['info: Excused until 2026-12-31 by `waiver-1`.']);
    expect(said({ 'waiver.yaml': waiver('lost-card@2.0.0#report.identify') })).toEqual(['info: Excused until 2026-12-31 by `waiver-1`.']);
  });

  it.each([
    ['comes with the change', {}, [newFile('waiver.yaml', waiver())], `The waiver \`waiver-1\` does not excuse it: it comes with this change, and is only a claim. ${howTo}`],
    ['names the version that was', { 'waiver.yaml': waiver('lost-card@1.0.0#identify') }, [], `The waiver \`waiver-1\` does not excuse it: it names \`lost-card@1.0.0#identify\`, and not the version that this change makes. ${howTo}`],
    ['names no version', { 'waiver.yaml': waiver('lost-card#identify') }, [], `The waiver \`waiver-1\` does not excuse it: it names \`lost-card#identify\`, and not the version that this change makes. ${howTo}`],
    ['was not approved by all', { 'waiver.yaml': waiver(undefined, ['claims#lead']) }, [], 'The waiver `waiver-1` does not excuse it: `payments#lead` did not approve that.'],
    ['has ended', { 'waiver.yaml': waiver().replace('2026-12-31', '2026-11-02') }, [], 'The waiver `waiver-1` ended on 2026-11-02. Repair what it excused, or write a new waiver with a new approval.'],
    ['is of a later day', { 'waiver.yaml': waiver().replace('date: 2026-11-01', 'date: 2026-12-01') }, [], 'The waiver `waiver-1` does not excuse it: it is of a later day, or another Record stands in its place.'],
    ['is forbidden by the Policy', { 'waiver.yaml': waiver(), 'policy.yaml': `${asking}waivers: {forbidden: [GRF-001]}\n` }, [], 'The waiver `waiver-1` does not excuse it: the Policy of the branch lets nobody excuse GRF-001.'],
  ])('excuses nothing where it %s, and it is told why', (_, before: Readonly<Record<string, string>>, edits: GateExample['edits'], why) => {
    const found = said(before, [...skipped, ...edits]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^error: /);
    expect(found[0]!.endsWith(why), found[0]).toBe(true);
  });

  it('excuses nothing in a document that keeps its version, or before anything is governed', () => {
    expect(said({ 'waiver.yaml': waiver('lost-card@1.0.0#identify') }, [skipped[0]!])).toEqual([expect.stringMatching(/^error: .* this document keeps the one that it had/)]);
    const { objections } = exampleReview({ title: '', before: 'nothing', edits: [newFile('journey.yaml', journey.replace('next: identify', 'next: block')), newFile('waiver.yaml', waiver('lost-card@1.0.0#identify'))] });
    expect(objections.filter(({ code }) => code === 'GRF-001').map(({ severity, hint }) => [severity, hint])).toEqual([['error', expect.stringContaining('nothing stood on the branch before')]]);
  });

  it('excuses one finding, and another one needs another', () => {
    const two = [...skipped, edit('journey.yaml', '      - {id: block', '      - {id: greet, title: We greet, lane: frontstage, next: block}\n      - {id: block')];
    expect(said({ 'waiver.yaml': waiver() }, two)).toEqual(['info: Excused until 2026-12-31 by `waiver-1`.']);
    const both = { 'waiver.yaml': waiver().replace('subject: [', 'subject: [lost-card@2.0.0#greet, ') };
    const apart = [...two, edit('journey.yaml', 'lane: frontstage}\n      - {id: greet', 'lane: frontstage, next: block}\n      - {id: greet')];
    expect(said(both, apart)).toEqual(['info: Excused until 2026-12-31 by `waiver-1`.', expect.stringMatching(/^error: .*it excuses another finding already, and each waiver excuses one\.$/)]);
  });

  it('is over with the version that it was given for: what it excused is told again, by the review as by a check', () => {
    const before = { 'journey.yaml': journey.replace('next: identify', 'next: block'), 'waiver.yaml': waiver('lost-card@1.0.0#identify') };
    const renamed = [edit('journey.yaml', 'title: Lost card', 'title: A lost card')];
    expect(said(before, renamed)).toEqual([]);
    expect(said(before, [...renamed, edit('journey.yaml', 'version: 1.0.0', 'version: 1.0.1')])).toEqual([expect.stringMatching(/^error: .*names `lost-card@1\.0\.0#identify`, and not the version/)]);
  });

  it('waits on the branch for the version that it names, and is called no leftover there', () => {
    const told = (record: string): readonly string[] => validate(workspaceOf({ ...exampleFiles, 'journey.yaml': journey, 'waiver.yaml': record }), { asOf: exampleDay }).diagnostics.filter(({ code }) => code.startsWith('GOV')).map(({ message, hint }) => `${message} ${hint}`);
    expect(told(waiver())).toEqual(['The waiver `waiver-1` waits for a version that is still to come: lost-card@2.0.0#identify. Let it be: once that version is here, it excuses one finding of GRF-001.']);
    expect(told(waiver('lost-card@0.9.0#identify'))).toEqual([expect.stringContaining('excuses nothing')]);
  });
});
