import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { exampleFiles } from '../../src/validate/example-workspace.js';
import { validate, type Validation } from '../../src/validate/validate.js';
import { filesBelow } from '../support/files.js';
import { root } from '../support/imports.js';

type Files = { readonly [path: string]: string };

const asOf = '2026-11-22';
const check = (files: Files): Validation => validate(loadWorkspaceFrom(files), { asOf });
const told = ({ diagnostics }: Validation): readonly string[] => diagnostics.map(({ code, message }) => `${code} ${message}`);
const errors = (validation: Validation): readonly string[] => told({ ...validation, diagnostics: validation.diagnostics.filter(({ severity }) => severity === 'error') });
const owed = ({ drafts }: Validation, id: string): readonly string[] => drafts.find(({ spec }) => spec.id === id)?.findings().map(({ code, message }) => `${code} ${message}`) ?? [];

const header = (id: string, more = ''): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: A journey\nversion: 0.1.0\nstatus: draft\nowner: claims\n${more}`;
const stages = (steps: string): string => `stages:\n  - id: only\n    title: Only\n    steps:\n${steps}`;
const act = stages('      - {id: act, title: Customer acts, lane: customer, end: success}\n');
const base = `${header('base')}${act}`.replace('0.1.0', '1.0.0');
const variant = (overlay: string): Files => ({ 'base.yaml': base, 'variant.yaml': header('national', `extends: base@^1\noverlay:\n  - ${overlay}\n`) });

describe('a true sketch is never a red page', () => {
  const teams = 'apiVersion: waymark/v1\nkind: Directory\nid: desks\ntitle: Desks\nversion: 0.1.0\nstatus: draft\nowner: claims\nteams:\n  desk: {title: Desk, roles: [{id: lead}], escalatesTo: vault#lead}\n  vault: {title: Vault, roles: [{id: lead}], escalatesTo: desk#lead}\n';

  it.each<readonly [string, Files, string, RegExp]>([
    ['stages whose steps nobody knows yet', { 'a.yaml': `${header('a')}${act}  - {id: later, title: Later, steps: []}\n` }, 'a', /STR-011 Stage `later` has no step/],
    ['no stage yet', { 'a.yaml': header('a', 'stages: []\n') }, 'a', /STR-011 Journey `a` has no stage/],
    ['journeys within each other, deeper than allowed', { 'a.yaml': `${header('a')}${act}`, 'b.yaml': `${header('b', 'parent: a\n')}${act}`, 'c.yaml': `${header('c', 'parent: b\n')}${act}`, 'd.yaml': `${header('d', 'parent: c\n')}${act}` }, 'd', /GRF-009 Journey `d` lies 4 levels deep/],
    ['two journeys of which each is a part of the other', { 'a.yaml': `${header('a', 'parent: b\n')}${act}`, 'b.yaml': `${header('b', 'parent: a\n')}${act}` }, 'a', /GRF-009 Journeys `a` and `b` are parts of each other/],
    ['an outcome of a journey that is still to be drawn', { 'a.yaml': `${header('a')}${stages('      - {id: book, title: We book, lane: backstage, next: [done, {to: stop, outcome: failure}]}\n      - {id: done, title: Done, lane: backstage, end: success}\n      - {id: stop, title: Stopped, lane: backstage, end: failure}\n')}` }, 'a', /GRF-009 Step `book` has a way for the outcome failure/],
    ['teams that escalate to each other', { 'desks.yaml': teams }, 'desk', /OWN-005 Teams `desk` and `vault` escalate to each other/],
    ['a change that changes nothing yet', variant('{op: set, path: stages.only.steps.act.title, value: Customer acts, reason: to be translated}'), 'national', /VAR-009 This changes nothing/],
    ['a loop whose limit is unknown', { 'a.yaml': `${header('a')}${stages('      - {id: ask, title: We ask, lane: frontstage}\n      - {id: look, title: We look, lane: backstage, next: [done, {to: ask, when: unclear, repeats: unknown}]}\n      - {id: done, title: Done, lane: backstage, end: success}\n')}` }, 'a', /GRF-006 How often step `look` leads to `ask` is unknown/],
    ['the version of a draft', { 'a.yaml': `${header('a')}${act}` }, 'a', /STR-005 .*0\.1\.0/],
  ])('%s', (_, files, id, expected) => {
    const validation = check({ ...exampleFiles, ...files });
    expect(errors(validation)).toEqual([]);
    expect(owed(validation, id)).toContainEqual(expect.stringMatching(expected));
  });

  it.each<readonly [string, Files, RegExp]>([
    ['a step that nobody reaches', { 'a.yaml': `${header('a')}${stages('      - {id: act, title: Customer acts, lane: customer, end: success}\n      - {id: stray, title: We look, lane: backstage, end: success}\n')}` }, /^GRF-001/],
    ['a journey that begins nowhere', { 'a.yaml': `${header('a')}${stages('      - {id: act, title: Customer acts, lane: customer, alongside: look}\n      - {id: look, title: We look, lane: backstage, alongside: act}\n')}` }, /^STR-011 .*begins nowhere/],
    ['a loop without a limit', { 'a.yaml': `${header('a')}${stages('      - {id: ask, title: We ask, lane: frontstage}\n      - {id: look, title: We look, lane: backstage, next: [done, {to: ask, when: unclear}]}\n      - {id: done, title: Done, lane: backstage, end: success}\n')}` }, /^GRF-006/],
    ['a team that does not exist', { 'a.yaml': `${header('a')}${act}`.replace('owner: claims', 'owner: clams') }, /^REF-001/],
    ['a change at a place that the base does not have', variant('{op: set, path: stages.only.steps.wait.title, value: Waits, reason: shorter}'), /^VAR-009/],
    ['a step of the base without what every step has', variant('{op: remove, path: stages.only.steps.act.title, reason: shorter}'), /^VAR-009/],
  ])('but it is told of %s', (_, files, expected) => {
    expect(errors(check({ ...exampleFiles, ...files }))).toContainEqual(expect.stringMatching(expected));
  });
});

describe('what a draft owes is what its activation brings', () => {
  const starter: Files = { 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: insurer\ntitle: Insurer\n', 'team.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: claims\ntitle: Claims\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nfunction: service\n' };
  const vague = `${header('a')}${stages('      - {id: ask, title: We ask, lane: frontstage, next: {all: [look, check]}}\n      - {id: look, title: We look, lane: backstage, next: [done, {to: ask, when: unclear, repeats: unknown}]}\n      - {id: check, title: We check, lane: backstage, next: done}\n      - {id: done, title: Done, lane: backstage, actor: desk, end: success}\n  - {id: later, title: Later, steps: []}\n')}`;
  const desk = 'apiVersion: waymark/v1\nkind: Team\nid: desk\ntitle: Desk\nversion: 0.1.0\nstatus: draft\nowner: claims\n';
  const insurance = Object.fromEntries(filesBelow(join(root, 'journeys/insurance')).map((path) => [path, readFileSync(join(root, 'journeys/insurance', path), 'utf8')]));

  it.each<readonly [string, Files, string, string]>([
    ['a first journey', { ...starter, 'a.yaml': `${header('a')}${act}` }, 'a.yaml', 'a'],
    ['a first team', { ...starter, 'a.yaml': desk }, 'a.yaml', 'desk'],
    ['a vague journey whose team is a draft too', { ...exampleFiles, 'desk.yaml': desk, 'a.yaml': vague }, 'a.yaml', 'a'],
    ['a journey of a team that is a draft', { ...exampleFiles, 'desk.yaml': desk, 'a.yaml': `${header('a')}${act}`.replace('owner: claims', 'owner: desk') }, 'a.yaml', 'a'],
    ['a journey that was never looked at', { ...exampleFiles, 'a.yaml': `${header('a', 'effective: {from: 2024-01-01}\nreview: {cycle: P6M}\n')}${act}` }, 'a.yaml', 'a'],
    ['a variant', { ...exampleFiles, ...variant('{op: set, path: stages.only.steps.act.title, value: Customer acts, reason: to be translated}') }, 'variant.yaml', 'national'],
    ['a broken-off journey of the insurer', { ...insurance, 'journeys/motor-claim.yaml': insurance['journeys/motor-claim.yaml']!.replace('status: active', 'status: draft').replace('version: 2.3.0', 'version: 0.3.0').replace(/customerGoal: .*\n/, '') }, 'journeys/motor-claim.yaml', 'motor-claim'],
  ])('%s', (_, files, file, id) => {
    const [before, after] = [check(files), check({ ...files, [file]: files[file]!.replace('status: draft', 'status: active') })];
    const known = new Set(told(before));
    const brought = told(after).filter((each) => !known.has(each));
    const codes = (findings: readonly string[]): readonly string[] => findings.map((each) => each.slice(0, 7)).toSorted();
    expect(codes(owed(before, id)), owed(before, id).join('\n')).toEqual(codes(brought));
    expect(brought.length).toBeGreaterThan(1);
  });
});
