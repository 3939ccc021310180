import { describe, expect, it } from 'vitest';
import { bumps } from '../../src/control/bumps.js';
import { review } from '../../src/control/review.js';
import { diff } from '../../src/diff/diff.js';
import type { Workspace } from '../../src/model/workspace.js';
import { files, sound, type Replacement } from '../diff/harness.js';

/** The example workspace whose Policy weighs one kind otherwise. */
function weighing(kind: string, as: string, ...edits: readonly Replacement[]): Workspace {
  return sound(files(['policy.yaml', 'approvals:\n', `reclassify: [{change: ${kind}, as: ${as}}]\napprovals:\n  editorial: {any: 1, from: [peer]}\n  compatible: {all: [journey-owner]}\n`], ...edits));
}

const channel: Replacement = ['sketch.yaml', 'version: 0.1.0\nstatus: draft', 'version: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}'];

describe('a Policy that weighs a kind of change otherwise', () => {
  it.each<[string, string, string, Replacement, string]>([
    ['raises what is compatible', 'step-channel-added', 'breaking', ['sketch.yaml', 'channel: phone', 'channel: [phone, app]'], 'major'],
    ['raises what is editorial', 'step-title-changed', 'compatible', ['sketch.yaml', 'title: Customer asks', 'title: They ask'], 'minor'],
    ['lowers what breaks', 'step-channel-changed', 'editorial', ['sketch.yaml', 'channel: phone', 'channel: app'], 'patch'],
    ['says nothing of another kind', 'step-lane-changed', 'breaking', ['sketch.yaml', 'channel: phone', 'channel: [phone, app]'], 'minor'],
    ['lowers nothing that is regulated', 'policy-channel-loosened', 'editorial', ['policy.yaml', 'email: internal', 'email: restricted'], 'major'],
    ['raises what is regulated', 'step-regime-added', 'breaking', ['sketch.yaml', 'end: success', 'regulated: [conduct], end: success'], 'major'],
  ])('%s, for approvals and for versions', (_, kind, as, edit, step) => {
    const [before, after] = [weighing(kind, as, channel), weighing(kind, as, channel, edit)];
    const { bumps: raised, changes, answers } = review({ before, after }, { today: '2026-11-01' });
    expect(raised.map((bump) => bump.step)).toEqual([step]);
    expect(bumps(before, after, diff(before, after)).map((bump) => bump.step)).toEqual([step]);
    const isOwnersMatter = answers.some(({ demand: { approver } }) => approver === 'journey-owner');
    expect(isOwnersMatter).toBe(step !== 'patch');
    expect(changes.map(({ ownLevel }) => ownLevel)).toEqual(diff(before, after).map(({ level }, at) => (level === changes[at]!.level ? undefined : level)));
    expect(changes.map(({ level }) => level)).toEqual([{ major: 'breaking', minor: 'compatible', patch: 'editorial' }[step]]);
  });

  it('is the one that judges, and not the one that is proposed', () => {
    const edit: Replacement = ['sketch.yaml', 'channel: phone', 'channel: app'];
    const [plain, lenient] = [sound(files(channel)), weighing('step-channel-changed', 'editorial', channel, edit)];
    expect(bumps(plain, lenient, diff(plain, lenient)).find(({ subject }) => subject === 'journey:recovery')!.step).toBe('major');
    const after = sound(files(channel, edit));
    expect(review({ before: plain, after, judge: weighing('step-channel-changed', 'editorial', channel) }, { today: '2026-11-01' }).bumps.map(({ step }) => step)).toEqual(['patch']);
  });
});
