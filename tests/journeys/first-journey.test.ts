import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { validate } from '../../src/validate/validate.js';

/** The smallest useful journey, as the README shows it. */
const journey = `apiVersion: waymark/v1
kind: Journey
id: motor-claim
title: Motor claim from first notice to payment
version: 0.1.0
status: draft
owner: claims
stages:
  - id: report
    title: Report
    steps:
      - {id: submit, title: Customer reports the accident, lane: customer, channel: app}
      - {id: confirm, title: We confirm by SMS, lane: frontstage, channel: sms, end: success}
`;

const starter = {
  'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: insurer\ntitle: Insurer\n',
  'directory.yaml': `apiVersion: waymark/v1
kind: Directory
id: teams
title: Teams
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
teams:
  claims: Claims
`,
};

const check = (text: string, asOf = '2026-11-22'): ReturnType<typeof validate> => validate(loadWorkspaceFrom({ ...starter, 'motor-claim.yaml': text }), { asOf });

describe('the first journey of a starter workspace', () => {
  it('is clean as a draft, and what it will owe is counted', () => {
    const { diagnostics, drafts } = check(journey);
    expect(diagnostics).toEqual([]);
    expect(drafts.map(({ spec, count }) => [spec.id, count])).toEqual([['motor-claim', 6]]);
  });

  it('is told what is missing once it is active, each with its next step', () => {
    const { diagnostics } = check(journey.replace('status: draft', 'status: active'));
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'STR-008 Journey `motor-claim` is active and has no `customerGoal`.',
      'STR-008 Journey `motor-claim` is active and has no `effective`.',
      'STR-008 Journey `motor-claim` is active and has no `scope`.',
      'STR-005 Journey `motor-claim` is active, and its version is still 0.1.0.',
      'STR-008 Workspace `insurer` has no `namespace`, which it needs once a journey in it is active.',
      'STR-008 Workspace `insurer` has no `organisation`, which it needs once a journey in it is active.',
    ]);
    expect(diagnostics.filter(({ hint }) => hint === undefined || hint === '')).toEqual([]);
  });

  it('stays clean for two years', () => {
    expect(check(journey, '2028-11-22').diagnostics).toEqual([]);
  });
});
