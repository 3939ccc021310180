import { describe, expect, it } from 'vitest';
import { bumps } from '../../src/control/bumps.js';
import { demands } from '../../src/control/demands.js';
import { diff } from '../../src/diff/diff.js';
import type { Change } from '../../src/diff/change.js';
import type { Workspace } from '../../src/model/workspace.js';
import { changes, files, sound, told, type Replacement } from './harness.js';

const desk = `apiVersion: waymark/v1
kind: Sla
id: desk
title: The desk replies
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
type: ola
metric: duration
provider: claims
consumer: payments
clock: {start: question-sent, stop: question-replied}
calendar: office
targets: [{within: 2h, percent: 98}]
window: P1M
`;

/** The example in which the reply to a question rests on an agreement between teams. */
function resting(...edits: readonly Replacement[]): Workspace {
  const agreed: Replacement = ['question.yaml', 'promise: {within: 3h, percent: 98, each: pool}', 'sla: desk'];
  const [within = '2h'] = edits.flatMap(([file, , to]) => (file === 'desk.yaml' ? [to] : []));
  return sound({ ...files(agreed, ...edits.filter(([file]) => file !== 'desk.yaml')), 'desk.yaml': desk.replace('within: 2h', `within: ${within}`) });
}

const loosened = (to: string): Replacement => ['desk.yaml', '2h', to];
const before = resting();

function because(list: readonly Change[]): readonly (readonly unknown[])[] {
  return list.filter(({ kind }) => kind.startsWith('promise-')).map(({ kind, facts, because: causes }) => [kind, facts['promise'], causes]);
}

describe('an agreement that others rest on', () => {
  it('takes from what is left of their promises, and that asks for nothing by itself', () => {
    const after = resting(loosened('3h'));
    const found = diff(before, after);
    expect(told(found)).toEqual(['promise-slack-removed journey:question editorial', 'promise-proof-removed journey:question breaking', 'sla-target-loosened sla:desk breaking']);
    const mild = resting(loosened('100m'));
    const [less, ...others] = diff(mild, before);
    expect([because([less!]), told(others)]).toEqual([[['promise-slack-removed', 'replied', ['sla:desk']]], ['promise-slack-removed journey:question editorial', 'sla-target-loosened sla:desk breaking']]);
    expect(bumps(mild, before, diff(mild, before)).map(({ subject }) => subject)).toEqual(['sla:desk']);
    expect([...new Set(demands({ before: mild, after: before }, diff(mild, before)).map(({ subject }) => subject))]).toEqual(['sla:desk']);
  });

  it('asks the owners of those whose promise is no longer proved', () => {
    const after = resting(loosened('5h'));
    const found = diff(before, after);
    expect(because(found)).toEqual([['promise-proof-removed', 'replied', ['sla:desk']], ['promise-proof-removed', 'bold', ['sla:desk']]]);
    expect(demands({ before, after }, found).filter(({ subject }) => subject === 'journey:question').map(({ approver }) => approver)).toEqual(['journey-owner']);
  });
});

describe('what is left of a promise', () => {
  it('is told in hours and percent, for people and for programs', () => {
    const [left] = changes(['question.yaml', 'within: 4h, percent: 95', 'within: 270m, percent: 96.5']);
    expect(left).toMatchObject({ kind: 'promise-slack-changed', facts: { promise: 'replied', for: {}, was: { hours: 1, percent: 3 }, is: { hours: 1.5, percent: 1.5 } } });
    expect(left!.message).toContain('1 h 30 min and 1.5 % of the cases, after 1 h and 3 % of the cases');
  });

  it('is not told where nothing is known of it, nor beside another verdict', () => {
    expect(told(changes(['question.yaml', 'within: 3h, percent: 98, each: pool', 'within: 3h, percent: 98, each: tier']))).not.toContain('promise-slack-removed journey:question editorial');
    expect(told(changes(['question.yaml', 'within: 2h', 'within: 4h']))).toEqual(['promise-proof-added journey:question', 'sla-target-loosened sla:bold breaking']);
  });

  it('names no cause that has nothing to do with it', () => {
    const found = changes(['question.yaml', 'within: 4h', 'within: 200m'], ['question.yaml', 'title: Customer asks, lane: customer', 'title: Customer asks, lane: frontstage'], ['promise.yaml', 'within: 8d', 'within: 9d']);
    expect(because(found).filter(([kind]) => kind === 'promise-slack-removed')).toEqual([['promise-slack-removed', 'replied', ['sla:replied']]]);
  });

  it('names the step that came into the time of a promise, or went out of it, although what fails has no ways', () => {
    const without: Replacement = ['question.yaml', '      - {id: reply,', '      - {id: ponder, title: We ponder, lane: backstage}\n      - {id: reply,'];
    const [there, back] = [changes(without), diff(sound(files(without)), sound(files()))];
    expect(because(there)).toEqual([['promise-proof-removed', 'replied', ['journey:question#ponder']], ['promise-proof-tightened', 'bold', ['journey:question#ponder']]]);
    expect(because(back)).toEqual([['promise-proof-added', 'replied', ['journey:question#ponder']], ['promise-proof-loosened', 'bold', ['journey:question#ponder']]]);
  });

  it('follows a promise and steps that are renamed', () => {
    const renamed: readonly Replacement[] = [['notice.yaml', 'id: told\n', 'id: informed\naliases: [told]\n'], ['notice.yaml', 'slas: [told]', 'slas: [informed]'], ['notice.yaml', '{id: call,', '{id: ring, aliases: [call],'], ['notice.yaml', '{to: call,', '{to: ring,']];
    expect(told(changes(...renamed))).toEqual(['step-id-renamed journey:notice#ring', 'spec-id-renamed sla:informed']);
    expect(because(changes(...renamed, ['notice.yaml', 'within: 4h', 'within: 3h']))).toEqual([['promise-slack-removed', 'informed', ['sla:informed']]]);
  });
});

describe('the longest way', () => {
  it('is told when it is another, and not for a step that only one version has', () => {
    const longer: readonly Replacement[] = [['notice.yaml', 'within: 1h', 'within: 3h']];
    expect(told(changes(...longer)).filter((each) => each.includes('path'))).toEqual(['promise-path-changed journey:notice editorial']);
    expect(told(changes(['notice.yaml', 'within: 1h', 'within: 2h'])).filter((each) => each.includes('path'))).toEqual([]);
  });
});

describe('what is missing for a proof', () => {
  const call: Replacement = ['notice.yaml', 'promise: {within: 2h, percent: 98, each: pool}, ', ''];
  const letter: Replacement = ['notice.yaml', 'promise: {within: 1h, percent: 98, each: pool}, ', ''];
  const unsaid = sound(files(call));
  const missing = (one: Workspace, other: Workspace): readonly (readonly unknown[])[] => diff(one, other).filter(({ kind }) => kind.startsWith('promise-p')).map(({ kind, facts, because: causes }) => [kind, facts['was'], facts['is'], causes]);

  it('is told where it is more, less or something else than before, with the step that made it so', () => {
    const after = sound(files(call, letter));
    expect(missing(unsaid, after)).toEqual([['promise-premise-added', ['work'], ['work', 'work'], ['journey:notice#letter']]]);
    expect(missing(after, unsaid)).toEqual([['promise-premise-removed', ['work', 'work'], ['work'], ['journey:notice#letter']]]);
    expect(missing(unsaid, sound(files(letter)))).toEqual([['promise-premise-changed', ['work'], ['work'], ['journey:notice#call', 'journey:notice#letter']]]);
  });

  it('is the same where only names, numbers of entries or amounts differ', () => {
    const renamed: readonly Replacement[] = [['notice.yaml', '{id: call,', '{id: ring, aliases: [call],'], ['notice.yaml', '{to: call,', '{to: ring,']];
    const behind: Replacement = ['notice.yaml', '      - {id: begin,', '      - {id: early, title: Something is up, lane: backstage}\n      - {id: begin,'];
    const faster: Replacement = ['notice.yaml', 'within: 4h', 'within: 3h'];
    for (const edits of [renamed, [behind], [faster]]) expect(missing(unsaid, sound(files(call, ...edits)))).toEqual([]);
  });

  it('does not say that customers wait longer, which nobody knows', () => {
    const waiting: Replacement = ['notice.yaml', 'next: [{to: call, when: there is a number}, letter]}', 'next: [{to: call, when: there is a number}, pause]}\n      - {id: pause, title: We wait, lane: backstage, promise: {within: 3h, percent: 99, each: pool}, events: {start: notice-due}, next: letter}'];
    expect(told(diff(unsaid, sound(files(call, waiting))))).toContain('step-added journey:notice#pause');
  });
});
