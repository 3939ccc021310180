import { describe, expect, it } from 'vitest';
import { diff } from '../../src/diff/diff.js';
import { changes, files, sound, told, toldBack, type Replacement } from './harness.js';

const confirm = '      - {id: confirm, title: We confirm, lane: frontstage, channel: email, message: {subject: We have it}}\n';
const refuse = '      - {id: refuse, title: Customer is told, lane: frontstage, channel: email, message: {subject: We cannot pay, textFile: texts/refusal.md}, end: failure}\n';
const pay = '      - {id: pay, title: Pay, lane: backstage, events: {complete: claim-paid}, end: success}\n';
const write = '      - {id: write, title: Customer writes, lane: customer, channel: email}\n';
const file = '      - {id: file, title: We file it, lane: backstage}\n';

/** Edits of the example, and all that they change. */
const cases: readonly (readonly [string, readonly Replacement[], readonly string[]])[] = [
  ['a step between two others takes the ways around it with it', [['journey.yaml', confirm, `      - {id: thank, title: Thank, lane: frontstage}\n${confirm}`]], ['step-added journey:claim#thank']],
  ['a step that is gone takes the ways around it with it', [['journey.yaml', confirm, '']], ['step-removed journey:claim#confirm breaking']],
  ['a step that is written between two others by `next`', [['journey.yaml', '{to: decide, share: 0.6}', '{to: weigh, share: 0.6}'], ['journey.yaml', '      - {id: inspect, ', '      - {id: weigh, title: Weigh, lane: backstage, next: decide}\n      - {id: inspect, ']], ['step-added journey:claim#weigh']],
  ['a step that goes to the next stage without any way moving', [['journey.yaml', refuse, ''], ['journey.yaml', pay, refuse + pay]], ['step-stage-changed journey:claim#refuse breaking']],
  ['two steps that go to the same stage', [['journey.yaml', refuse, ''], ['journey.yaml', confirm, ''], ['journey.yaml', pay, confirm + refuse + pay]], ['step-stage-changed journey:claim#confirm breaking', 'step-stage-changed journey:claim#refuse breaking']],
  ['the order of steps that no way depends on', [['journey.yaml', refuse, ''], ['journey.yaml', '      - {id: inspect, title', `${refuse}      - {id: inspect, title`]], []],
  ['the order of steps that ways depend on', [['complaint.yaml', write + file, file + write]], ['step-order-changed journey:complaint#stages/complain breaking regulated']],
  ['a default way that is written out', [['complaint.yaml', 'title: Customer writes,', 'title: Customer writes, next: file,']], []],
  ['a step that is renamed is the same step where others name it', [['journey.yaml', '{id: inspect, ', '{id: look, aliases: [inspect], '], ['journey.yaml', '{to: inspect, when: damage', '{to: decision.look, when: damage'], ['journey.yaml', '{to: inspect, when: nobody', '{to: look, when: nobody']], ['step-id-renamed journey:claim#look']],
  ['a renamed step whose content is another as well', [['journey.yaml', '{id: confirm, title: We confirm', '{id: thank, aliases: [confirm], title: We thank']], ['step-id-renamed journey:claim#thank', 'step-title-changed journey:claim#thank editorial']],
  ['a former name that two steps claim is nobody’s', [['journey.yaml', confirm, '      - {id: a, aliases: [confirm], title: We confirm, lane: frontstage}\n      - {id: b, aliases: [confirm], title: We confirm, lane: frontstage}\n']], ['step-removed journey:claim#confirm breaking', 'step-added journey:claim#a', 'step-added journey:claim#b']],
  ['a step without its former name is another step', [['journey.yaml', 'id: confirm', 'id: thank']], ['step-removed journey:claim#confirm breaking', 'step-added journey:claim#thank']],
  ['a stage that is renamed with its steps where they were', [['journey.yaml', '  - id: decision\n', '  - id: verdict\n    aliases: [decision]\n']], ['stage-id-renamed journey:claim#stages/verdict']],
  ['a step whose type is written though it follows', [['journey.yaml', '        title: Check the claim\n', '        title: Check the claim\n        type: decision\n']], []],
  ['a step whose type is another', [['journey.yaml', '        title: Check the claim\n', '        title: Check the claim\n        type: approval\n']], ['step-type-changed journey:claim#check breaking']],
  ['an actor that is written though it follows', [['journey.yaml', '        title: Check the claim\n', '        title: Check the claim\n        actor: claims\n']], []],
  ['an actor that is another', [['journey.yaml', '        title: Check the claim\n', '        title: Check the claim\n        actor: legal\n']], ['step-actor-changed journey:claim#check breaking']],
  ['what is handed over, written at an entry instead of the way', [['journey.yaml', '{to: pay, when: accepted, hands: [reference], sla: none, reason: same system}', '{to: pay, when: accepted}'], ['journey.yaml', 'disclosures:\n', 'handoffs: [{from: decide, to: pay, hands: [reference], sla: none, reason: same system}]\ndisclosures:\n']], []],
  ['a handoff that says by which event it is taken on', [['journey.yaml', 'disclosures:\n', 'handoffs: [{from: decide, to: pay, hands: [reference], sla: none, reason: same system, accept: pay-begun}]\ndisclosures:\n']], ['handoff-accept-added journey:claim#handoffs/decide>pay']],
  ['a promise between teams where there was none, and said to be none', [['journey.yaml', 'sla: none, reason: same system', 'sla: swift']], ['handoff-sla-added journey:claim#decide', 'handoff-reason-removed journey:claim#decide editorial']],
  ['a promise between teams in the place of another', [['journey.yaml', 'sla: none', 'sla: quick'], ['complaint.yaml', 'sla: swift', 'sla: quick']], ['handoff-sla-added journey:claim#decide', 'promise-reference-changed journey:complaint#call editorial']],
  ['one channel in the place of another', [['complaint.yaml', 'channel: phone', 'channel: app']], ['step-channel-changed journey:complaint#call breaking regulated']],
  ['one channel more', [['complaint.yaml', 'channel: phone', 'channel: [phone, app]']], ['step-channel-added journey:complaint#call regulated']],
  ['data that are collected where none were', [['complaint.yaml', 'title: Customer writes,', 'title: Customer writes, data: {collects: [reference]},']], ['step-data-collected-element-added journey:complaint#write regulated']],
  ['a pain that is worded anew', [['journey.yaml', 'The upload is slow', 'The upload takes long']], ['pain-text-changed journey:claim#submit editorial']],
  ['how it is today is no promise', [['journey.yaml', 'time: 10-20m', 'time: 20-40m'], ['journey.yaml', 'score: -1', 'score: -2']], ['step-time-changed journey:claim#submit editorial', 'feeling-score-changed journey:claim#submit editorial']],
  ['evidence that is less sure, and that is told in words alone', [['journey.yaml', 'confidence: partly', 'confidence: assumed'], ['journey.yaml', 'volume: {', 'evidence: {confidence: evidenced}\nvolume: {']], ['evidence-confidence-loosened journey:claim#submit', 'evidence-detail-confidence-added journey:claim editorial']],
  ['evidence that is a measure no more', [['journey.yaml', 'evidence: {confidence: partly}', 'evidence: we think so']], ['evidence-confidence-loosened journey:claim#submit']],
  ['evidence whose confidence nobody tells any more', [['journey.yaml', '        evidence: {confidence: partly}\n', '']], ['evidence-detail-confidence-removed journey:claim#submit']],
  ['a goal of a measure that is met by a day', [['journey.yaml', 'target: 8d', 'target: 8d, by: 2027-01-01']], ['measure-by-added journey:claim#measures/time-to-settle']],
  ['a goal of a measure that nobody can say is easier', [['journey.yaml', 'of: cycle-time, from: submit, to: pay, target: 8d', 'of: cycle-time, from: submit, to: pay, target: "20"']], ['measure-target-changed journey:claim#measures/time-to-settle breaking']],
  ['a goal of a measure that is gone', [['journey.yaml', ', target: 8d', '']], ['measure-target-removed journey:claim#measures/time-to-settle breaking']],
  ['what a rung does, gone', [['journey.yaml', ', action: look at it', '']], ['rung-action-removed journey:claim#escalations/late breaking']],
  ['a message that is gone', [['journey.yaml', ', message: {subject: We cannot pay, textFile: texts/refusal.md}', '']], ['step-message-removed journey:claim#refuse breaking']],
  ['a promise in place in other words', [['journey.yaml', 'within: 4h, percent: 95', 'within: 240m, percent: 95']], ['notation-changed journey:claim#check editorial']],
  ['days on a calendar, and its hours', [['journey.yaml', 'within: 4h, percent: 95', 'within: 1d, percent: 95']], ['promise-loosened journey:claim#check breaking']],
];

describe('a journey', () => {
  it.each(cases)('%s', (_, edits, expected) => {
    expect(told(changes(...edits)).toSorted()).toEqual(expected.toSorted());
  });

  it('tells back and forth of the same steps', () => {
    expect(toldBack(['journey.yaml', confirm, ''])).toEqual(['step-added journey:claim#confirm']);
    expect(toldBack(['journey.yaml', refuse, ''], ['journey.yaml', pay, refuse + pay])).toEqual(['step-stage-changed journey:claim#refuse breaking']);
  });

  it('tells once what a source of evidence says otherwise', () => {
    const before = files(['journey.yaml', 'volume: {', 'evidence: {confidence: partly, sources: [{system: core, n: 10}, {system: portal, n: 4}]}\nvolume: {']);
    const after = { ...before, 'journey.yaml': before['journey.yaml']!.replace('n: 10', 'n: 12') };
    expect(told(diff(sound(before), sound(after)))).toEqual(['evidence-source-n-changed journey:claim editorial']);
  });

  it('is regulated where any of the steps that moved together is under a regime', () => {
    const again = '      - {id: inspect-again, title: Second visit, lane: frontstage, next: [decide, {to: inspect, when: nobody there, repeats: 2}]}\n';
    const regulated = refuse.replace('end', 'regulated: [conduct], end');
    const before = files(['journey.yaml', refuse, regulated]);
    const after = { ...before, 'journey.yaml': before['journey.yaml']!.replace(again, '').replace(regulated, '').replace(pay, again + regulated + pay) };
    expect(told(diff(sound(before), sound(after)))).toEqual(['step-stage-changed journey:claim#inspect-again breaking regulated']);
  });

  it('spreads what is regulated: under a regime, and where protected data are touched', () => {
    expect(told(changes(['journey.yaml', 'collects: [reference]', 'collects: [reference, photo]']))).toEqual(['personal-element-added journey:claim#submit regulated']);
    expect(told(changes(['complaint.yaml', 'title: Complaint', 'title: A complaint']))).toEqual(['spec-title-changed journey:complaint editorial']);
  });

  it('breaks nothing while it is a draft', () => {
    expect(changes(['sketch.yaml', 'channel: phone', 'channel: email']).map(({ kind, level, harms }) => ({ kind, level, harms }))).toEqual([{ kind: 'step-channel-changed', level: 'compatible', harms: [] }]);
  });

  it('carries all that it says when it begins to hold', () => {
    const active: Replacement = ['sketch.yaml', 'version: 0.1.0\nstatus: draft', 'version: 1.0.0\nstatus: active'];
    expect(told(changes(active))).toEqual(['spec-activated journey:recovery']);
    expect(told(changes(active, ['sketch.yaml', 'lane: frontstage', 'lane: frontstage, promise: {within: 1d}']))).toEqual(['spec-activated journey:recovery breaking']);
  });
});

describe('a variant', () => {
  const variant = `apiVersion: waymark/v1
kind: Journey
id: claim-at
title: Claim, Austria
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
extends: claim@^1.0
overlay:
  - {op: set, path: stages.decision.steps.check.promise.within, value: 6h, reason: more to check}
`;
  const laidOver = (text: string, ...edits: readonly Replacement[]): { readonly [path: string]: string } => ({ ...files(...edits), 'variant.yaml': text });
  const before = sound(laidOver(variant));

  it('changes with its base, and says where it is written', () => {
    const found = diff(before, sound(laidOver(variant, ['journey.yaml', 'percent: 95, calendar', 'percent: 90, calendar'])));
    expect(told(found)).toEqual(['promise-loosened journey:claim#check breaking', 'promise-loosened journey:claim-at#check breaking']);
    expect(found[1]!.after!.source.uri).toBe('journey.yaml');
  });

  it('does not change where its overlay says otherwise', () => {
    expect(told(diff(before, sound(laidOver(variant, ['journey.yaml', 'within: 4h', 'within: 3h']))))).toEqual(['promise-tightened journey:claim#check breaking']);
  });

  it('is compared by what it comes to', () => {
    expect(told(diff(before, sound(laidOver(variant.replace('value: 6h', 'value: 8h')))))).toEqual(['promise-loosened journey:claim-at#check breaking']);
    expect(told(diff(before, sound(laidOver(variant.replace('more to check', 'there is more to check')))))).toEqual(['notation-changed journey:claim-at editorial']);
  });
});
