import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import type { Grade, RuleSettings } from '../../src/validate/presets.js';
import type { Rule } from '../../src/validate/rule.js';
import { runRules } from '../../src/validate/run-rules.js';
import { rules } from '../../src/validate/rules/index.js';

function ruleNamed(code: string, more: Partial<Rule> = {}): Rule {
  return {
    id: `test/${code.toLowerCase()}`,
    code,
    summary: 's',
    rationale: 'r',
    severity: 'error',
    preset: 'starter',
    from: 'draft',
    ruleset: 1,
    needs: 'tree',
    serves: ['all'],
    examples: { valid: [], invalid: [] },
    *check({ workspace }) {
      yield { at: { spec: workspace.root!, path: ['id'] }, message: code, hint: 'h' };
    },
    ...more,
  };
}

const policy = (fields: string): string => `apiVersion: waymark/v1
kind: Policy
id: default
title: How we govern journeys
version: 1.0.0
status: active
owner: claims
${fields}
`;

/** What each rule finds, with its weight. */
function weights(fields: string, list: readonly Rule[], settings: RuleSettings = {}): Readonly<Record<string, string>> {
  const workspace = loadWorkspaceFrom({ ...exampleFiles, 'policy.yaml': policy(fields) });
  return Object.fromEntries(runRules(workspace, list, exampleDay, settings).diagnostics.map(({ code, severity }) => [code, severity]));
}

const graded = (...entries: readonly (readonly [string, Grade])[]): RuleSettings => ({ grades: new Map(entries) });

describe('profiles', () => {
  const list = [ruleNamed('TST-001'), ruleNamed('TST-002', { preset: 'standard' }), ruleNamed('TST-003', { preset: 'regulated' })];

  it.each([
    ['', ['TST-001']],
    ['profile: starter', ['TST-001']],
    ['profile: standard', ['TST-001', 'TST-002']],
    ['profile: regulated', ['TST-001', 'TST-002', 'TST-003']],
  ])('`%s` switches on its rules and those of the lower ones', (fields, expected) => {
    expect(Object.keys(weights(fields, list))).toEqual(expected);
  });

  it('the caller may ask for another profile than the Policy', () => {
    expect(Object.keys(weights('profile: starter', list, { profile: 'regulated' }))).toEqual(['TST-001', 'TST-002', 'TST-003']);
    expect(Object.keys(weights('profile: regulated', list, { profile: 'starter' }))).toEqual(['TST-001']);
  });

  it('rules know the profile that they are judged by', () => {
    const seen: string[] = [];
    const asking = ruleNamed('TST-009', { check: ({ profile }) => (seen.push(profile), []) });
    weights('profile: standard', [asking]);
    weights('profile: standard', [asking], { profile: 'regulated' });
    expect(seen).toEqual(['standard', 'regulated']);
  });

  it('the result names the rules that the profile asks for and somebody switched off', () => {
    const off = (fields: string, settings: RuleSettings = {}): readonly string[] =>
      runRules(loadWorkspaceFrom({ ...exampleFiles, 'policy.yaml': policy(fields) }), list, exampleDay, settings).switchedOff;
    expect(off('profile: standard')).toEqual([]);
    expect(off('profile: standard\nseverity: {TST-002: off, TST-001: info}')).toEqual(['TST-002']);
    expect(off('profile: starter\nseverity: {TST-002: off}')).toEqual([]);
    expect(off('profile: standard', graded(['TST-001', 'off']))).toEqual(['TST-001']);
    expect(off('profile: standard\nwaivers: {forbidden: [TST-001]}\nseverity: {TST-001: off}')).toEqual([]);
  });

  it('a rule of a later generation waits until the Policy takes it on', () => {
    const later = ruleNamed('TST-004', { ruleset: 2 });
    expect(weights('profile: regulated', [later])).toEqual({});
    expect(weights('ruleset: 2', [later])).toEqual({ 'TST-004': 'error' });
  });
});

describe('weights', () => {
  const rule = ruleNamed('TST-001');

  it('are the rule\'s own, then the Policy\'s, then the caller\'s', () => {
    expect(weights('', [rule])).toEqual({ 'TST-001': 'error' });
    expect(weights('severity: {TST-001: warning}', [rule])).toEqual({ 'TST-001': 'warning' });
    expect(weights('severity: {TST-001: warning}', [rule], graded(['TST-001', 'info']))).toEqual({ 'TST-001': 'info' });
  });

  it('may be given by the rule\'s id', () => {
    expect(weights('severity: {graph/step-reachable: info}', [ruleNamed('TST-001', { id: 'graph/step-reachable' })])).toEqual({ 'TST-001': 'info' });
  });

  it('`off` says nothing of the rule at all', () => {
    expect(weights('severity: {TST-001: off}', [rule])).toEqual({});
    expect(weights('', [rule], graded(['TST-001', 'off']))).toEqual({});
    expect(weights('severity: {TST-001: off}', [rule], graded(['TST-001', 'error']))).toEqual({ 'TST-001': 'error' });
  });

  it('of a protected rule may be raised, but neither lowered nor switched off by the Policy', () => {
    for (const grade of ['warning', 'info', 'off']) expect(weights(`severity: {TST-001: ${grade}}\nwaivers: {forbidden: [TST-001]}`, [rule])).toEqual({ 'TST-001': 'error' });
    const soft = ruleNamed('TST-002', { severity: 'warning' });
    expect(weights('severity: {TST-002: error}\nwaivers: {forbidden: [TST-002]}', [soft])).toEqual({ 'TST-002': 'error' });
  });

  it('in a starter workspace, what time alone turns red is a warning', () => {
    const clock = ruleNamed('TST-003', { needs: 'clock' });
    expect(weights('profile: starter', [clock])).toEqual({ 'TST-003': 'warning' });
    expect(weights('profile: standard', [clock])).toEqual({ 'TST-003': 'error' });
    expect(weights('profile: standard', [clock], { profile: 'starter' })).toEqual({ 'TST-003': 'warning' });
    expect(weights('profile: starter', [clock], { profile: 'regulated' })).toEqual({ 'TST-003': 'error' });
    expect(weights('profile: starter\nseverity: {TST-003: error}', [clock])).toEqual({ 'TST-003': 'error' });
  });
});

describe('files that cannot be read', () => {
  const unreadable = { ...exampleFiles, 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: x\ntitle: X\nversion: v1\nstatus: draft\nowner: claims\nteem: y\n' };
  const reading = rules.filter(({ code }) => ['STR-002', 'STR-005'].includes(code));
  const softest = graded(['STR-002', 'off'], ['STR-005', 'info']);

  it('are errors whatever anybody says, because their content is missing from everything else', () => {
    const { diagnostics } = runRules(loadWorkspaceFrom({ ...unreadable, 'policy.yaml': policy('severity: {STR-002: off, STR-005: warning}') }), reading, exampleDay, softest);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['STR-005', 'error'], ['STR-002', 'error']]);
  });

  it('but a foreign file is a warning that may be switched off', () => {
    const files = { ...exampleFiles, 'pipeline.yaml': 'steps: [test]\n' };
    const foreign = rules.filter(({ code }) => code === 'STR-018');
    const found = (settings: RuleSettings): readonly string[] => runRules(loadWorkspaceFrom(files), foreign, exampleDay, settings).diagnostics.map(({ severity }) => severity);
    expect(found({})).toEqual(['warning']);
    expect(found(graded(['STR-018', 'error']))).toEqual(['error']);
    expect(found(graded(['STR-018', 'off']))).toEqual([]);
  });
});
