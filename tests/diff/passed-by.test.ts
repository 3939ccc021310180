import { describe, expect, it } from 'vitest';
import { diff } from '../../src/diff/diff.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';

const report = '{id: report, title: Customer reports, lane: customer}';
const tell = '{id: tell, title: We tell, lane: frontstage, disclosures: [reasons]}';
const decide = '{id: decide, title: We decide and pay, lane: backstage, end: success}';
const after = (step: string, next: string): string => step.replace(/\}$/, `, next: ${next}}`);

/** What weighs more than words between two orders of steps: kind, level, whether it is regulated, and what is said of duties. */
function changed(before: readonly string[], now: readonly string[], status = 'active'): readonly string[] {
  const workspace = (steps: readonly string[], version: string) => loadWorkspaceFrom({
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n',
    'policy.yaml': 'apiVersion: waymark/v1\nkind: Policy\nid: default\ntitle: Rules\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: office\nregimes: [{id: conduct, title: Conduct, region: DE}]\n',
    'claim.yaml': `apiVersion: waymark/v1\nkind: Journey\nid: claim\ntitle: Claim\nversion: ${version}\nstatus: ${status}\neffective: {from: 2026-01-01}\nowner: office\ndisclosures: [{id: reasons, regime: conduct, textFile: reasons.md, language: en}]\nstages:\n  - id: all\n    title: All\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
    'reasons.md': 'Why we decide as we do.\n',
  });
  const list = diff(workspace(before, '1.0.0'), workspace(now, '2.0.0')).filter(({ level }) => level !== 'editorial');
  return list.map(({ kind, level, regulated, approvers, message }) => `${kind} ${level}${regulated ? ' regulated' : ''}${approvers.includes('compliance') ? ', asks compliance' : ''}${/ A case may now .*/.exec(message)?.[0] ?? ''}`);
}

describe('a change of the ways past what customers are told', () => {
  const late = 'regulated, asks compliance A case may now come to `decide` without the disclosure `reasons`.';
  const usual = [report, tell, decide];

  it.each<[string, readonly string[], string]>([
    ['a way around it', [after(report, '[{to: tell, when: the customer asks}, {to: decide}]'), tell, decide], 'transition-added breaking'],
    ['a condition of the step', [report, tell.replace('lane:', 'when: the moon is full, lane:'), decide], 'step-when-added breaking'],
    ['a lane that no customer sees', [report, tell.replace('frontstage', 'backstage'), decide], 'step-lane-changed breaking'],
  ])('is regulated where it is %s', (_, now, kind) => {
    expect(changed(usual, now)).toContain(`${kind} ${late}`);
  });

  it('is regulated where the step is moved behind', () => {
    const now = [report, after(decide.replace(', end: success', ''), '[{to: tell}]'), tell.replace('}', ', end: success}')];
    expect(changed(usual, now).filter((each) => each.endsWith(late)).length).toBeGreaterThan(0);
  });

  it('is none where cases go through it all the same, or could pass it before, and in a draft', () => {
    const more = '{id: thank, title: We thank, lane: frontstage}';
    expect(changed(usual, [report, more, tell, decide]).filter((each) => each.includes('regulated'))).toEqual([]);
    const optional = [after(report, '[{to: tell, when: no agreement yet}, {to: decide}]'), tell, decide];
    expect(changed(optional, [after(report, '[{to: tell, when: never}, {to: decide}]'), tell, decide])).toEqual(['transition-condition-changed compatible']);
    expect(changed(usual, [after(report, '[{to: tell, when: the customer asks}, {to: decide}]'), tell, decide], 'draft').filter((each) => each.includes('breaking'))).toEqual([]);
  });
});

it('a way around a step that a regime asks for is regulated', () => {
  const check = '{id: check, title: We check who it is, lane: backstage, regulated: [conduct]}';
  const around = after(report, '[{to: check, when: in doubt}, {to: decide}]');
  expect(changed([report, check, decide], [around, check, decide])).toContain('transition-added breaking regulated, asks compliance A case may now come to `decide` without step `check`.');
});
