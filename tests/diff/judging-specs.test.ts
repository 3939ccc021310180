import { describe, expect, it } from 'vitest';
import { diff } from '../../src/diff/diff.js';
import { changes, files, sound, told, type Replacement } from './harness.js';

const retired = (file: string): Replacement => [file, 'status: active', 'status: retired'];
const claims = 'people: [{id: a-huber, handles: [a-huber]}]';
const otherLogin: Replacement = ['directory.yaml', claims, claims.replace('handles: [a-huber]', 'handles: [mallory]')];
const inForce = 'effective: {from: 2026-01-01}';

/** The end of what judges changes. */
const ended = (kind: string, subject: string): string => `${kind} ${subject} breaking regulated`;

describe('what judges changes', () => {
  it('is watched when it ends, in whatever way', () => {
    expect(told(changes(retired('policy.yaml')))).toEqual([ended('spec-retired', 'policy:default')]);
    expect(told(changes(retired('directory.yaml')))).toEqual([ended('spec-retired', 'directory:example')]);
    expect(told(changes(['directory.yaml', '  legal: Legal', '  legal: {title: Legal, status: retired}']))).toEqual([ended('spec-retired', 'team:legal')]);
    expect(told(changes(['directory.yaml', '  legal: Legal\n', '']))).toEqual([ended('spec-deleted', 'team:legal')]);
    expect(told(changes(['directory.yaml', '  legal: Legal', '  legal: {title: Legal, effective: {from: 2026-01-01, until: 2026-12-01}}']))).toEqual([ended('protection-end-added', 'team:legal')]);
    expect(told(changes(['directory.yaml', inForce, 'effective: {from: 2026-01-01, until: 2026-12-01}']))).toEqual([ended('spec-end-added', 'directory:example')]);
  });

  it('asks compliance when it ends, whoever else is asked', () => {
    const asked = (...edits: readonly Replacement[]): readonly (readonly string[])[] => changes(...edits).map(({ approvers }) => approvers);
    expect(asked(retired('policy.yaml'))).toEqual([['journey-owner', 'stage-owners', 'compliance']]);
    expect(asked(['directory.yaml', inForce, 'effective: {from: 2026-01-01, until: 2026-12-01}'])).toEqual([['service-level-manager', 'journey-owner', 'counterparties', 'compliance']]);
  });

  it('hides nothing else that becomes of it behind its end', () => {
    const demand: Replacement = ['policy.yaml', '  regulated: {all: [compliance], notice: P14D}\n', ''];
    expect(told(changes(retired('policy.yaml'), demand))).toEqual([...told(changes(retired('policy.yaml'))), ...told(changes(demand))]);
    const logins = told(changes(otherLogin));
    expect(logins).toEqual(['person-handle-removed team:claims#people/a-huber breaking regulated', 'person-handle-added team:claims#people/a-huber breaking regulated'].filter((each) => logins.includes(each)));
    expect(logins.length).toBeGreaterThan(0);
    const entry: Replacement = ['directory.yaml', 'claims: {title: Claims,', 'claims: {title: Claims, status: retired,'];
    expect(told(changes(entry, otherLogin)).toSorted()).toEqual([...told(changes(entry)), ...logins].toSorted());
    expect(told(changes(retired('directory.yaml'), otherLogin)).toSorted()).toEqual([ended('spec-retired', 'directory:example'), ...logins].toSorted());
  });

  it('is watched when it begins to judge again', () => {
    const before = sound(files(retired('policy.yaml')));
    expect(told(diff(before, sound(files())))).toEqual([ended('spec-status-changed', 'policy:default')]);
  });
});

describe('a draft of what judges changes', () => {
  const draft = (file: string): Replacement => [file, 'status: active', 'status: draft'];
  const weighed = (base: readonly Replacement[], ...edits: readonly Replacement[]): readonly string[] => told(diff(sound(files(...base)), sound(files(...base, ...edits))));

  it.each<[string, Replacement]>([
    ['policy.yaml', ['policy.yaml', 'notice: P14D', 'notice: P7D']],
    ['policy.yaml', ['policy.yaml', inForce, 'effective: {from: 2026-01-01, until: 2026-12-01}']],
    ['directory.yaml', otherLogin],
  ])('in %s weighs what it weighs in force', (file, edit) => {
    expect(weighed([draft(file)], edit)).toEqual(told(changes(edit)));
    expect(told(changes(edit)).join()).toContain('regulated');
  });

  it('is watched when it ends, and hides nothing when it begins to hold', () => {
    const edit: Replacement = ['policy.yaml', 'notice: P14D', 'notice: P7D'];
    expect(weighed([draft('policy.yaml')], ['policy.yaml', files(draft('policy.yaml'))['policy.yaml']!, ''])).toEqual([ended('spec-draft-removed', 'policy:default')]);
    expect(weighed([draft('policy.yaml')], ['policy.yaml', 'status: draft', 'status: retired'])).toEqual([ended('spec-retired', 'policy:default')]);
    expect(told(diff(sound(files(draft('policy.yaml'))), sound(files(edit))))).toContain(told(changes(edit))[0]);
  });

  it('weighs nothing where another Policy governs: it is a sketch', () => {
    const other = files()['policy.yaml']!.replace('id: default', 'id: sketch').replace('status: active', 'status: draft');
    const beside = (text: string): ReturnType<typeof sound> => sound({ ...files(['waymark.yaml', 'id: example', 'id: example\npolicy: default']), 'sketch.yaml': files()['sketch.yaml']!, 'zz.yaml': text });
    expect(told(diff(beside(other), beside(other.replace('notice: P14D', 'notice: P7D'))))).toEqual(['regulated-demand-notice-loosened policy:sketch']);
  });
});

describe('a journey that ends', () => {
  const disclosed: readonly Replacement[] = [['bare.yaml', '', `apiVersion: waymark/v1
kind: Journey
id: advice
title: Advice
version: 1.0.0
status: active
${inForce}
owner: claims
stages: [{id: ask, title: Ask, steps: [{id: ask, title: We explain, lane: frontstage, disclosures: [costs], end: success}]}]
disclosures: [{id: costs, regime: conduct, textFile: costs.md, sha256: ${'a1'.repeat(32)}, language: en}]
`]];
  const before = sound(files(...disclosed));
  const after = (...edits: readonly Replacement[]): readonly string[] => told(diff(before, sound(files(...disclosed, ...edits))));

  it('takes what customers are told in it along, in whatever way it ends', () => {
    expect(after(retired('bare.yaml'))).toEqual([ended('spec-retired', 'journey:advice')]);
    expect(after(['bare.yaml', inForce, 'effective: {from: 2026-01-01, until: 2026-12-01}'])).toEqual([ended('spec-end-added', 'journey:advice')]);
    expect(after(['bare.yaml', 'status: active', 'status: draft'])).toEqual([ended('spec-status-changed', 'journey:advice')]);
    expect(told(diff(before, sound(files())))).toEqual([ended('spec-deleted', 'journey:advice')]);
  });

  it('is not regulated by who may read it', () => {
    expect(told(changes(['words.yaml', 'owner: claims', 'owner: claims\naccess: internal'], retired('words.yaml')))).toEqual(['spec-retired glossary:words breaking']);
    const open = files(['words.yaml', 'owner: claims', 'owner: claims\naccess: internal']);
    expect(told(diff(sound(open), sound({ ...open, 'words.yaml': open['words.yaml']!.replace('status: active', 'status: retired') })))).toEqual(['spec-retired glossary:words breaking']);
  });
});

describe('whatever ends', () => {
  const ending = 'effective: {from: 2026-01-01, until: 2026-02-01}';
  const system = (part: string): string => `apiVersion: waymark/v1\nkind: System\nid: desk\ntitle: Desk\nversion: 1.0.0\nstatus: active\n${inForce}\nowner: claims\ntype: model\n${part}`;
  const sla = (part: string): string => files()['thin.yaml']!.replace('id: answered', 'id: desk').replace(', until: 2028-01-01', '') + part;
  const catalogue = (part: string): string => `apiVersion: waymark/v1\nkind: DataCatalog\nid: desk\ntitle: Desk\nversion: 1.0.0\nstatus: active\n${inForce}\nowner: claims\nentities: [{id: form}]\n${part}`;
  const regulates = (before: string, after?: string): boolean => {
    const found = diff(sound({ ...files(), 'desk.yaml': before }), sound(after === undefined ? files() : { ...files(), 'desk.yaml': after }));
    expect(found.length).toBeGreaterThan(0);
    return found.some(({ regulated }) => regulated);
  };

  it.each<[string, (part: string) => string, string, boolean]>([
    ['a system with a model card', system, 'modelCard: {purpose: Shows which claims to check}', true],
    ['a system that records who looks at its data', system, 'accessLog: {event: record-opened}', true],
    ['a system of a company outside', system, 'thirdParty: {vendor: Example Models}', true],
    ['a system with measures that protect its data', system, 'security: {measures: [encryption]}', true],
    ['a system that comes back', system, 'recovery: {rto: 4h}', false],
    ['a system that understands a command', system, 'accepts: [reopen-claim]', false],
    ['a promise with penalties', sla, 'penalties: A month without fees', true],
    ['a promise with a day to look at it', sla, 'review: {cycle: P3M}', false],
    ['a catalogue with what data are used for', catalogue, 'activities: [{id: settle, subjects: [policyholder]}]', true],
  ])('takes what it holds along: %s', (_, document, part, isWatched) => {
    const whole = document(`${part}\n`);
    const ends = [whole.replace('status: active', 'status: retired'), whole.replace(inForce, ending), whole.replace('status: active', 'status: draft'), undefined];
    expect(regulates(whole, document(''))).toBe(isWatched);
    expect(ends.map((end) => regulates(whole, end))).toEqual(ends.map(() => isWatched));
  });

  it('does so in a Directory as well, and asks compliance', () => {
    const only = (entry: string): string => `apiVersion: waymark/v1\nkind: Directory\nid: desk\ntitle: Desk\nversion: 1.0.0\nstatus: active\n${inForce}\nowner: claims\nsystems: {desk: {title: Desk, type: model${entry}}}\n`;
    const carded = only(', modelCard: {purpose: Shows which claims to check}');
    const ends = (text: string): readonly boolean[] => [text.replace('status: active', 'status: retired'), text.replace(inForce, ending), undefined].map((end) => regulates(text, end));
    expect([ends(carded), ends(only(''))]).toEqual([[true, true, true], [false, false, false]]);
    expect(told(changes(['directory.yaml', 'status: active', 'status: draft']))).toEqual([ended('spec-status-changed', 'directory:example')]);
    expect(told(changes(['directory.yaml', 'claims: {title: Claims,', 'claims: {title: Claims, status: draft,']))).toEqual(['spec-status-changed team:claims breaking']);
    const [change] = changes(['directory.yaml', 'score: {title: Score,', 'score: {title: Score, status: retired,']);
    expect([change!.kind, change!.regulated, change!.approvers]).toEqual(['spec-retired', true, ['journey-owner', 'stage-owners', 'compliance']]);
  });
});
