import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import type { Rule } from '../../src/validate/rule.js';
import { runRules } from '../../src/validate/run-rules.js';
import { rules } from '../../src/validate/rules/index.js';
import { validate } from '../../src/validate/validate.js';

const journey = (id: string, more: string): string => `apiVersion: waymark/v1
kind: Journey
id: ${id}
title: Lost card
version: 1.0.0
status: active
owner: claims
${more}`;

const stages = `stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, next: block}
      - {id: identify, title: We identify the customer, lane: frontstage}
      - {id: block, title: We block the card, lane: backstage, end: success}
`;

function ruleThat(check: NonNullable<Rule['check']>, more: Partial<Rule> = {}): Rule {
  return { id: 'test/rule', code: 'TST-001', summary: 's', rationale: 'r', severity: 'error', preset: 'starter', from: 'draft', ruleset: 1, needs: 'tree', serves: ['all'], examples: { valid: [], invalid: [] }, check, ...more };
}

const workspace = loadWorkspaceFrom({ ...exampleFiles, 'a.yaml': journey('lost-card', stages) });
const run = (...list: readonly Rule[]): ReturnType<typeof runRules> => runRules(workspace, list, exampleDay, {});

describe('the runner', () => {
  it('turns a crash of a rule into one finding and goes on', () => {
    const crashing = ruleThat(() => {
      throw new Error('boom');
    });
    const sound = rules.filter(({ code }) => code === 'GRF-001');
    expect(run(crashing, ...sound).diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['GRF-001', 'No case can reach step `identify`.'],
      ['TST-001', 'The rule TST-001 could not be checked: Error: boom.'],
    ]);
  });

  it('turns a crash in one journey into one finding and asks that rule no more', () => {
    const judge = (): never => {
      throw new Error('boom');
    };
    const crashing: Rule = { ...ruleThat(() => []), checkJourneys: () => judge };
    const two = loadWorkspaceFrom({ ...exampleFiles, 'a.yaml': journey('lost-card', stages), 'b.yaml': journey('stolen-card', stages) });
    const { diagnostics } = runRules(two, [crashing, ...rules.filter(({ code }) => code === 'GRF-001')], exampleDay, {});
    expect(diagnostics.map(({ code, span }) => [code, span?.source.uri])).toEqual([
      ['TST-001', 'a.yaml'],
      ['GRF-001', 'a.yaml'],
      ['GRF-001', 'b.yaml'],
    ]);
  });

  it('adds code, weight, span and subject, and a fingerprint that lines do not move', () => {
    const [found] = run(...rules.filter(({ code }) => code === 'GRF-001')).diagnostics;
    const moved = loadWorkspaceFrom({ ...exampleFiles, 'a.yaml': `# moved\n\n${journey('lost-card', stages)}` });
    const [same] = runRules(moved, rules.filter(({ code }) => code === 'GRF-001'), exampleDay, {}).diagnostics;
    expect(found).toMatchObject({ code: 'GRF-001', rule: 'graph/step-reachable', severity: 'error', subject: 'journey:lost-card#identify', fingerprint: same!.fingerprint });
    expect(same!.span!.start).toBeGreaterThan(found!.span!.start);
  });

  it('leaves out what another finding explains', () => {
    const place = (id: string): Rule['check'] => function* check(context) {
      yield { at: { spec: context.workspace.find('Journey', 'lost-card')!, path: ['stages', 0, 'steps', id === 'call' ? 0 : 1] }, message: id, hint: 'h' };
    };
    const cause = ruleThat(place('call')!, { code: 'TST-001' });
    const effect = (within: 'spec' | 'subject'): Rule => ruleThat(place('identify')!, { code: 'TST-002', silencedBy: [{ code: 'TST-001', within }] });
    expect(run(cause, effect('spec')).diagnostics.map(({ code }) => code)).toEqual(['TST-001']);
    expect(run(cause, effect('subject')).diagnostics.map(({ code }) => code)).toEqual(['TST-001', 'TST-002']);
  });

  it('counts what a draft will owe, and tells it on demand', () => {
    const draft = loadWorkspaceFrom({ ...exampleFiles, 'a.yaml': journey('lost-card', stages).replace('status: active', 'status: draft') });
    const owed = ruleThat(function* check(context) {
      yield { at: { spec: context.workspace.find('Journey', 'lost-card')!, path: ['title'] }, message: 'm', hint: 'h' };
    }, { from: 'active' });
    const { diagnostics, drafts } = runRules(draft, [owed], exampleDay, {});
    expect(diagnostics).toEqual([]);
    expect(drafts.map(({ spec, count, findings }) => [spec.id, count, findings().map(({ message }) => message)])).toEqual([['lost-card', 1, ['m']]]);
  });

  it('tells a finding of a base once, not again for its variants', () => {
    const variants = loadWorkspaceFrom({
      ...exampleFiles,
      'a.yaml': journey('lost-card', stages),
      'b.yaml': journey('lost-card-at', 'extends: lost-card@^1\noverlay:\n  - {op: set, path: stages.report.title, value: Meldung, reason: national word}\n'),
    });
    const { diagnostics } = runRules(variants, rules.filter(({ code }) => code === 'GRF-001'), exampleDay, {});
    expect(diagnostics.map(({ span, subject }) => [span!.source.uri, subject])).toEqual([['a.yaml', 'journey:lost-card#identify']]);
  });

  it('has a rule for every problem that loading can tell', () => {
    const codes = ['STR-001', 'STR-002', 'STR-004', 'STR-005', 'STR-006', 'STR-018', 'STR-019'];
    expect(codes.filter((code) => !rules.some((rule) => rule.code === code))).toEqual([]);
  });

  it('gives the same findings in the same order whatever the order of files', () => {
    const files = { ...exampleFiles, 'a.yaml': journey('lost-card', stages), 'z.yaml': journey('found-card', stages).replace('owner: claims', 'owner: clams') };
    const reversed = Object.fromEntries(Object.entries(files).toReversed());
    const told = (from: typeof files): unknown => validate(loadWorkspaceFrom(from), { asOf: exampleDay }).diagnostics.map(({ code, message, fingerprint }) => [code, message, fingerprint]);
    expect(told(reversed as typeof files)).toEqual(told(files));
  });
});
