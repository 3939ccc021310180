import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { runRules, type RunResult } from '../../src/validate/run-rules.js';
import { rules } from '../../src/validate/rules/index.js';

const journey = `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 1.2.0
status: active
owner: claims
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, next: block}
      - {id: identify, title: We identify the customer, lane: frontstage, next: block}
      - {id: check, title: We check the card, lane: backstage, next: block}
      - {id: block, title: We block the card, lane: backstage, end: success}
`;

const usual = { rule: 'GRF-001', subject: '[lost-card@1.2.0#identify]', reason: 'The desk opens in January', approvals: '[{role: claims#lead}]', expires: '2027-01-31' };

function waiver(id: string, fields: Partial<Record<keyof typeof usual | 'supersedes' | 'date' | 'outcome', string | undefined>> = {}): string {
  const all = { date: '2026-11-01', ...usual, ...fields };
  const lines = Object.entries(all).flatMap(([field, value]) => (value === undefined ? [] : [`${field}: ${value}`]));
  return `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: waiver\nby: [claims#lead]\n${lines.join('\n')}\n`;
}

function run(waivers: readonly string[], policy?: string): RunResult {
  const files = Object.fromEntries(waivers.map((text, index) => [`waiver-${index}.yaml`, text]));
  const judging = rules.filter(({ code }) => ['GRF-001', 'GOV-002', 'GOV-003', 'STR-002'].includes(code));
  return runRules(loadWorkspaceFrom({ ...exampleFiles, 'journey.yaml': journey, ...files, ...(policy === undefined ? {} : { 'policy.yaml': exampleFiles['policy.yaml']! + policy }) }), judging, exampleDay, {});
}

const told = ({ diagnostics, waived }: RunResult): object => ({ found: diagnostics.map(({ code, subject }) => `${code} ${subject}`).sort(), waived: waived.map(({ code, subject }) => `${code} ${subject}`) });

const identify = 'GRF-001 journey:lost-card#identify';
const check = 'GRF-001 journey:lost-card#check';

describe('a waiver', () => {
  it('excuses the one finding that it names, and the finding is counted as excused', () => {
    expect(told(run([waiver('a')]))).toEqual({ found: [check], waived: [identify] });
  });

  it('may name the rule by its id, and the step with its stage or without a version', () => {
    expect(told(run([waiver('a', { rule: 'graph/step-reachable', subject: '[lost-card#report.identify]' })]))).toEqual({ found: [check], waived: [identify] });
  });

  it('excuses one finding only, even when it names several subjects', () => {
    expect(told(run([waiver('a', { subject: '["lost-card#identify", "lost-card#check"]' })]))).toEqual({ found: [check], waived: [identify] });
  });

  it('is used up: a second one for the same finding excuses nothing', () => {
    expect(told(run([waiver('a'), waiver('b')]))).toEqual({ found: ['GOV-003 record:b', check], waived: [identify] });
  });

  it('does not reach the journey as a whole, nor another journey with a step of that name', () => {
    expect(told(run([waiver('a', { subject: '[lost-card]' })]))).toEqual({ found: ['GOV-003 record:a', check, identify], waived: [] });
  });

  it('excuses nothing once the version that it names is not the present one', () => {
    expect(told(run([waiver('a', { subject: '[lost-card@1.1.0#identify]' })]))).toEqual({ found: ['GOV-003 record:a', check, identify], waived: [] });
  });

  it('that was rejected is history once what it names is gone', () => {
    expect(told(run([waiver('a', { outcome: 'rejected', subject: '[lost-card#call]' })]))).toEqual({ found: [check, identify], waived: [] });
  });

  it('that was granted counts, whatever else its outcome says', () => {
    expect(told(run([waiver('a', { outcome: 'approved, the earlier request was rejected' })]))).toEqual({ found: [check], waived: [identify] });
    expect(run([waiver('a', { outcome: 'No objections' })]).waived.map(({ subject }) => `GRF-001 ${subject}`)).toEqual([identify]);
  });

  it.each([
    ['has no approval', { approvals: undefined }, 'Nobody has approved the waiver `a`.'],
    ['has no reason', { reason: undefined }, 'The waiver `a` gives no reason.'],
    ['never ends', { expires: undefined }, 'The waiver `a` never ends.'],
    ['has ended', { expires: exampleDay }, `The waiver \`a\` ended on ${exampleDay}.`],
    ['was rejected', { outcome: 'rejected' }, 'The waiver `a` was not granted: its outcome says so.'],
    ['was refused in a sentence', { outcome: 'Declined, the desk must open first' }, 'The waiver `a` was not granted: its outcome says so.'],
    ['names no rule', { rule: undefined }, 'The waiver `a` names no rule that exists.'],
  ])('does not count when it %s', (_, fields, message) => {
    const { diagnostics, waived } = run([waiver('a', fields)]);
    expect(waived).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === 'GOV-002').map((each) => each.message)).toEqual([message]);
    expect(diagnostics.filter(({ code }) => code === 'GRF-001')).toHaveLength(2);
  });

  it('does not count when it runs longer than the Policy allows, and its last day still counts', () => {
    expect(told(run([waiver('a', { expires: '2026-12-01' })], 'waivers: {maxAge: P30D}\n'))).toEqual({ found: [check], waived: [identify] });
    expect(told(run([waiver('a', { expires: '2026-12-02' })], 'waivers: {maxAge: P30D}\n'))).toEqual({ found: ['GOV-002 record:a', check, identify], waived: [] });
  });

  it('cannot excuse what the Policy protects, by code or by id', () => {
    for (const name of ['GRF-001', 'graph/step-reachable']) {
      expect(told(run([waiver('a')], `waivers: {forbidden: [${name}]}\n`))).toEqual({ found: ['GOV-002 record:a', check, identify], waived: [] });
    }
  });

  it('cannot excuse that a document cannot be read, and says so', () => {
    const { diagnostics, waived } = run([waiver('a', { rule: 'STR-002' })]);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toContain('GOV-002 Nobody can excuse STR-002: a document that cannot be read is missing from everything else.');
    expect(waived).toEqual([]);
  });

  it('that has ended is history once what it excused is gone', () => {
    expect(told(run([waiver('a', { subject: '[lost-card#call]', expires: '2026-11-20' })]))).toEqual({ found: [check, identify], waived: [] });
  });

  it('counts neither before its day nor once another Record corrects it', () => {
    expect(told(run([waiver('a', { date: '2026-12-01' })]))).toEqual({ found: [check, identify], waived: [] });
    const later = waiver('b', { supersedes: 'a', subject: '[lost-card#check]' });
    expect(told(run([waiver('a'), later]))).toEqual({ found: [identify], waived: [check] });
  });
});
