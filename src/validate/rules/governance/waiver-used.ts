import { exampleRecord } from '../../example-texts.js';
import type { Rule } from '../../rule.js';

const journey = (next: string): string => `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 1.1.0
status: active
owner: claims
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, next: ${next}}
      - {id: identify, title: We identify the customer, lane: frontstage}
      - {id: block, title: We block the card, lane: backstage, end: success}
`;

const waiver = (subject: string): string => exampleRecord('waiver', '2026-11-01', subject, `rule: GRF-001
reason: The desk opens in January
approvals: [{role: claims#lead}]
expires: 2027-01-31
`);

/** A waiver that excuses nothing. */
export const waiverUsed: Rule = {
  id: 'governance/waiver-used',
  code: 'GOV-003',
  summary: 'Every waiver that is in force excuses a finding.',
  rationale: 'A waiver that is left over would excuse the next mistake at the same place, unseen.',
  severity: 'info',
  preset: 'starter',
  from: 'draft',
  ruleset: 1,
  needs: 'clock',
  serves: ['S1.D2'],
  examples: {
    valid: [{ title: 'The finding is there', files: { 'journey.yaml': journey('block'), 'waiver.yaml': waiver('lost-card@1.1.0#identify') }, with: ['GRF-001'] }],
    invalid: [
      {
        title: 'What it excused has been repaired',
        files: { 'journey.yaml': journey('identify'), 'waiver.yaml': waiver('lost-card@1.1.0#identify') },
        with: ['GRF-001'],
        at: 'GRF-001',
        message: 'The waiver `waiver-1` excuses nothing: GRF-001 finds nothing about lost-card@1.1.0#identify.',
      },
      {
        title: 'It was given for an earlier version',
        files: { 'journey.yaml': journey('block'), 'waiver.yaml': waiver('lost-card@1.0.0#identify') },
        with: ['GRF-001'],
        at: 'GRF-001',
        message: 'The waiver `waiver-1` excuses nothing: GRF-001 finds nothing about lost-card@1.0.0#identify.',
      },
    ],
  },
};
