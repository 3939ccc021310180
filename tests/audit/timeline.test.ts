import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { approvalsFound } from '../../src/audit/approvals-found.js';
import { findSpec } from '../../src/audit/find-spec.js';
import { releasedVersions } from '../../src/audit/ledger/released-versions.js';
import { openTimeline, type Timeline } from '../../src/audit/timeline.js';
import { meaningOf } from '../../src/audit/version-changes.js';
import { digestsOf } from '../../src/audit/version-digests.js';
import { specInForce } from '../../src/audit/workspace-in-force.js';
import { newRepository, team, workspace, type TestRepository } from '../support/git-repository.js';
import { approval } from './ledger/sealed-repository.js';
import { active, commits, followed, promise, story, timelineOf } from './past.js';

const one = promise('one', '1.0.0', active('2026-01-01'));
const two = promise('two', '1.0.0', active('2026-01-01'));

/** One commit after the other on `main`, counted from 0. */
function lived(): TestRepository {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'both.yaml': `${one}---\n${two}`, 'teams.yaml': directory('claims: Claims', '1.0.0') }, '0 begins');
  made.commit({ 'one.yaml': one, 'two.yaml': two, 'both.yaml': null }, '1 two documents of one file part');
  made.commit({ 'one.yaml': promise('one', '1.1.0', active('2026-02-01'), '9d') }, '2 changes one');
  made.commit({ 'first.yaml': promise('first', '1.2.0', `${active('2026-03-01')}\naliases: [one]`, '8d'), 'one.yaml': null }, '3 renames one with an edit, in another file');
  made.commit({ 'two.yaml': null }, '4 deletes two');
  made.commit({ 'two.yaml': two }, '5 brings two back');
  made.commit({ 'first.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: [\n' }, '6 breaks first');
  made.commit({ 'first.yaml': promise('first', '1.2.0', `${active('2026-03-01')}\naliases: [one]`, '8d') }, '7 repairs first');
  made.commit({ 'notes.txt': 'Nothing of ours' }, '8 says nothing');
  made.commit({ 'first.yaml': promise('first', '1.2.0', `${active('2026-03-01')}\naliases: [one]`, '8d').replace('owner: claims', 'owner: "claims" # who else') }, '9 says the same otherwise');
  made.commit({ 'teams.yaml': directory('claims: Claims\n  sales: Sales', '1.1.0') }, '10 adds an entry');
  return made;
}

function directory(teams: string, version: string): string {
  return `apiVersion: waymark/v1\nkind: Directory\nid: people\ntitle: People\nversion: ${version}\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nteams:\n  ${teams}\n`;
}

describe('the timeline of a branch', () => {
  const timeline = timelineOf(lived());

  it.each([
    ['first', ['0 new 1.0.0', '1 moved 1.0.0', '2 changed 1.1.0', '3 renamed 1.2.0', '6 unreadable 1.2.0', '7 rewritten 1.2.0', '9 rewritten 1.2.0']],
    ['two', ['0 new 1.0.0', '1 moved 1.0.0', '4 gone 1.0.0', '5 back 1.0.0']],
    ['team:claims', ['0 new 1.0.0', '10 changed 1.1.0']],
    ['team:sales', ['10 new 1.1.0']],
    ['people', ['0 new 1.0.0', '10 changed 1.1.0']],
    ['workspace:w', ['0 new']],
  ])('tells of %s what became of it', (id, events) => {
    expect(story(timeline, id)).toEqual(events);
  });

  it('finds a spec by an id that it had before', () => {
    expect(followed(timeline, 'one').spec.coordinate).toBe('sla:first');
    expect(followed(timeline, 'sla:one').spec.coordinate).toBe('sla:first');
  });

  it('says who committed it, where it stood and in which bytes', () => {
    const { moment, file, blob, id } = followed(timeline, 'first').spec.versions[3]!;
    expect({ author: moment.author, recorded: moment.recorded, file, id }).toEqual({ author: 'Ada', recorded: '2026-01-01', file: 'first.yaml', id: 'first' });
    expect(blob).toMatch(/^[0-9a-f]{40}$/);
  });

  it('counts every commit of the branch, also one that changes no document', () => {
    expect(timeline.moments.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('says what is meant by an id that nobody has, and by one that two have', () => {
    expect(findSpec(timeline, 'frist')).toEqual({ reason: 'unknown', problem: 'No version of this branch has a document or an entry `frist`. Did you mean `first`?' });
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a'), 'b.yaml': promise('a', '1.0.0', active('2026-01-01')) });
    expect(findSpec(timelineOf(made), 'a')).toEqual({ reason: 'ambiguous', problem: '`a` is the id of `team:a` and `sla:a`. Name one of them with its kind.' });
  });
});

describe('a document that is brought back under an id that it had before', () => {
  const renamed = promise('uno', '2.0.0', `${active('2026-05-01')}\naliases: [one]`, '8d');

  it('goes on with its past where a renaming is reverted, and has been recorded again', () => {
    const made = commits(['2026-01-05', { 'waymark.yaml': workspace, 'one.yaml': one, 'r-1.yaml': approval('r-1', 'one@1.0.0') }], ['2026-04-10', { 'one.yaml': null, 'uno.yaml': renamed }], ['2026-05-20', { 'one.yaml': one, 'uno.yaml': null }]);
    const timeline = timelineOf(made);
    const found = followed(timeline, 'one');
    expect(story(timeline, 'uno')).toEqual(['0 new 1.0.0', '1 renamed 2.0.0', '2 gone 2.0.0', '2 back 1.0.0']);
    expect(found.workspace.specs.filter(({ coordinate }) => coordinate.startsWith('sla:')).map(({ coordinate }) => coordinate)).toEqual(['sla:one']);
    const told = ['2026-02-15', '2026-05-10', '2026-06-15'].map((day) => specInForce(found, found.spec.versions, day, { place: 2 }));
    expect(told.map(({ version }) => [version!.id, version!.moment.place, approvalsFound(found, version!).map(({ record }) => record)])).toEqual([['one', 0, ['r-1']], ['uno', 1, []], ['one', 2, ['r-1']]]);
    expect(told.map(({ remarks }) => remarks.map(({ kind }) => kind))).toEqual([[], ['set-aside'], ['recorded-again']]);
  });

  it('is the same also where a later commit brings it back, or renames it anew, and another one where the old id is given away meanwhile', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'one.yaml': one });
    made.commit({ 'one.yaml': null, 'uno.yaml': renamed });
    made.commit({ 'uno.yaml': null });
    made.commit({ 'one.yaml': one });
    made.commit({ 'one.yaml': null, 'uno.yaml': renamed });
    made.commit({ 'one.yaml': promise('one', '3.0.0', active('2026-06-01')) });
    made.commit({ 'one.yaml': null, 'uno.yaml': null });
    made.commit({ 'one.yaml': one });
    const timeline = timelineOf(made);
    expect(story(timeline, 'uno')).toEqual(['0 new 1.0.0', '1 renamed 2.0.0', '2 gone 2.0.0', '3 back 1.0.0', '4 renamed 2.0.0', '6 gone 2.0.0']);
    expect(story(timeline, 'one')).toEqual(['5 new 3.0.0', '6 gone 3.0.0', '7 back 1.0.0']);
  });

  it('leaves an id alone that another document has by now', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'one.yaml': one, 'two.yaml': two });
    made.commit({ 'one.yaml': null, 'uno.yaml': renamed });
    made.commit({ 'uno.yaml': null });
    made.commit({ 'two.yaml': null, 'uno.yaml': renamed.replace('aliases: [one]', 'aliases: [two]') });
    made.commit({ 'one.yaml': one });
    made.commit({ 'uno.yaml': renamed.replace('8d', '7d') });
    const timeline = timelineOf(made);
    expect(story(timeline, 'one')).toEqual(['0 new 1.0.0', '1 renamed 2.0.0', '2 gone 2.0.0', '4 back 1.0.0']);
    expect(story(timeline, 'uno')).toEqual(['0 new 1.0.0', '3 renamed 2.0.0', '5 changed 2.0.0']);
  });
});

describe('a branch that was merged into', () => {
  it('counts what was merged at the merge, also where two branches cross, and follows the first parents alone', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'one.yaml': one, 'two.yaml': two });
    made.git('checkout', '-q', '-b', 'topic');
    made.commit({ 'one.yaml': promise('one', '1.1.0', active('2026-02-01'), '9d') });
    made.commit({ 'one.yaml': promise('one', '1.2.0', active('2026-02-01'), '8d') });
    made.git('checkout', '-q', 'main');
    made.commit({ 'two.yaml': promise('two', '1.1.0', active('2026-02-01'), '9d') });
    const [main, topic] = [made.git('rev-parse', 'main'), made.git('rev-parse', 'topic')];
    made.git('checkout', '-q', 'topic');
    made.git('merge', '-q', '--no-ff', '-m', 'Topic takes main', main);
    made.git('checkout', '-q', 'main');
    made.git('merge', '-q', '--no-ff', '-m', 'Main takes topic', topic);
    made.commit({ 'two.yaml': promise('two', '1.2.0', active('2026-03-01'), '8d') });
    made.git('merge', '-q', '--no-ff', '-m', 'Main takes the crossing', 'topic');
    const timeline = timelineOf(made);
    expect(story(timeline, 'one')).toEqual(['0 new 1.0.0', '2 changed 1.2.0']);
    expect(story(timeline, 'two')).toEqual(['0 new 1.0.0', '1 changed 1.1.0', '3 changed 1.2.0']);
    expect(timeline.moments).toHaveLength(5);
  });

  it('tells a revert as a version of its own, and of a branch that was rewritten what it holds now', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'one.yaml': one });
    made.commit({ 'one.yaml': promise('one', '1.1.0', active('2026-02-01'), '9d') });
    made.git('revert', '--no-edit', 'HEAD');
    expect(story(timelineOf(made), 'one')).toEqual(['0 new 1.0.0', '1 changed 1.1.0', '2 changed 1.0.0']);
    made.git('reset', '-q', '--hard', 'HEAD~2');
    made.commit({ 'one.yaml': promise('one', '2.0.0', active('2026-02-01'), '20d') });
    expect(story(timelineOf(made), 'one')).toEqual(['0 new 1.0.0', '1 changed 2.0.0']);
  });
});

describe('workspaces that move', () => {
  it('follows a workspace into another folder, and keeps to what its files say is ignored', () => {
    const made = newRepository();
    made.commit({ 'a/waymark.yaml': `${workspace}ignore: [drafts/**]\n`, 'a/one.yaml': one, 'a/drafts/two.yaml': two });
    made.git('mv', 'a', 'b');
    made.commit();
    made.commit({ 'b/waymark.yaml': workspace });
    const timeline = timelineOf(made);
    expect(timeline.workspaces.map(({ root }) => root)).toEqual(['b']);
    expect(story(timeline, 'one')).toEqual(['0 new 1.0.0', '1 moved 1.0.0']);
    expect(story(timeline, 'two')).toEqual(['2 new 1.0.0']);
    for (const [folder, ref] of [['b', 'main'], ['a', 'main'], ['b', 'main~1'], ['a', 'main~2']] as const) {
      mkdirSync(join(made.folder, folder), { recursive: true });
      const from = openTimeline(join(made.folder, folder), ref) as Timeline;
      expect(from.workspaces.map(({ specs }) => specs.find(({ coordinate }) => coordinate === 'sla:one')!.versions.map(({ moment, event }) => `${moment.place} ${event}`))).toEqual([ref === 'main~2' ? ['0 new'] : ['0 new', '1 moved']]);
    }
  });

  it('follows a workspace that was gone for a commit by its whole name, and no other that shares its id', () => {
    const made = newRepository();
    const other = workspace.replace(/^namespace: .*\n/m, '');
    made.commit({ 'a/waymark.yaml': workspace, 'a/one.yaml': one, 'x/waymark.yaml': other.replace('id: w', 'id: z'), 'x/two.yaml': two });
    made.commit({ a: null, x: null });
    made.commit({ 'b/waymark.yaml': workspace, 'b/one.yaml': one, 'y/waymark.yaml': other.replace('id: w', 'id: z'), 'y/two.yaml': two });
    const timeline = timelineOf(made);
    expect(timeline.workspaces.map(({ roots }) => roots)).toEqual([['a', 'b'], ['x'], ['y']]);
    expect(story(timeline, 'one')).toEqual(['0 new 1.0.0', '1 gone 1.0.0', '2 back 1.0.0']);
  });

  it('keeps to those that are meant where somebody works', () => {
    const made = newRepository();
    made.commit({ 'a/waymark.yaml': workspace, 'a/one.yaml': one, 'c/waymark.yaml': workspace.replace('id: w', 'id: z'), 'c/two.yaml': two });
    made.git('mv', 'a', 'b');
    made.commit();
    made.commit({ 'a/waymark.yaml': workspace.replace('id: w', 'id: y') });
    const rootsFrom = (folder: string): readonly string[] => (openTimeline(join(made.folder, folder)) as Timeline).workspaces.map(({ root }) => root).toSorted();
    expect(['', 'a', 'b', 'c'].map(rootsFrom)).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('says why a branch cannot be read', () => {
    const made = newRepository();
    expect(openTimeline(made.folder)).toMatchObject({ reason: 'no-base' });
    expect(openTimeline(made.folder, 'nowhere')).toMatchObject({ problem: expect.stringContaining('nowhere') as string });
  });
});

describe('a variant', () => {
  const base = 'apiVersion: waymark/v1\nkind: Journey\nid: base\ntitle: Base\nversion: 1.0.0\nstatus: draft\nowner: claims\nstages: [{id: s, title: S, owner: claims, steps: [{id: t, title: T, lane: frontstage, type: action}]}]\n';
  const variant = 'apiVersion: waymark/v1\nkind: Journey\nid: variant\ntitle: Variant\nversion: 1.0.0\nstatus: draft\nowner: claims\nextends: base@^1\noverlay: [{op: set, path: stages.s.title, value: Other, reason: It is}]\n';

  it('says something else when its base does, though nobody touched it', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'base.yaml': base, 'variant.yaml': variant });
    made.commit({ 'base.yaml': base.replace('title: T,', 'title: U,') });
    expect(story(timelineOf(made), 'variant')).toEqual(['0 new 1.0.0', '1 base-changed 1.0.0']);
  });
});

describe('words for customers in a file', () => {
  const letter = 'apiVersion: waymark/v1\nkind: Journey\nid: letter\ntitle: Letter\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nstages: [{id: s, title: S, owner: claims, steps: [{id: t, title: T, lane: frontstage, channel: email, message: {subject: We cannot pay, textFile: ./texts/refusal.md}, end: success}]}]\n';
  const french = 'apiVersion: waymark/v1\nkind: Journey\nid: french\ntitle: Letter\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nextends: letter@^1\noverlay: [{op: set, path: stages.s.steps.t.message.textFile, value: texts/refus.md, reason: In French}]\n';
  const made = newRepository();
  made.commit({ 'j/waymark.yaml': workspace, 'j/letter.yaml': letter, 'j/french.yaml': french, 'j/texts/refusal.md': 'We regret.\n', 'j/texts/refus.md': 'Nous regrettons.\n', 'j/other.md': 'Notes.\n' });
  made.commit({ 'j/texts/refusal.md': 'We are sorry.\n' }, 'other words');
  made.commit({ 'j/texts/refusal.md': 'We are sorry.\r\n', 'j/other.md': 'More notes.\n' }, 'ends of lines, and a file that nobody names');
  made.commit({ 'j/texts/refus.md': 'Nous sommes au regret.\n' }, 'other words of the variant');
  made.git('mv', 'j', 'k');
  made.commit({}, 'all of it moves');
  made.commit({ 'k/texts/refusal.md': null }, 'the file is gone');
  const timeline = timelineOf(made);

  it('make another version of whoever names them, under the same number, and nothing else does', () => {
    expect(story(timeline, 'letter')).toEqual(['0 new 1.0.0', '1 text-changed 1.0.0', '4 moved 1.0.0', '5 text-changed 1.0.0']);
    expect(story(timeline, 'french')).toEqual(['0 new 1.0.0', '1 base-changed 1.0.0', '3 text-changed 1.0.0', '4 moved 1.0.0', '5 base-changed 1.0.0']);
  });

  it('have digests of their own, and are judged as the gate judges them', () => {
    const found = followed(timeline, 'letter');
    const [first, second, , last] = found.spec.versions.map((version) => digestsOf(found, version));
    expect(second!.contentDigest).toBe(first!.contentDigest);
    const blob = made.git('rev-parse', 'HEAD~4:j/texts/refusal.md');
    expect(second!.texts).toEqual([{ file: 'j/texts/refusal.md', blob, sourceDigest: `sha256:${createHash('sha256').update('We are sorry.\n').digest('hex')}` }]);
    expect(last!.texts).toBeUndefined();
    expect(meaningOf(found, found.spec.versions[1]!).changes.map(({ kind }) => kind)).toEqual(['message-text-changed']);
    expect(digestsOf(followed(timeline, 'french'), followed(timeline, 'french').spec.versions[2]!).texts!.map(({ file }) => file)).toEqual(['j/texts/refus.md']);
  });

  it('are sealed again under the number that they had', () => {
    const sealed = releasedVersions({ timeline, workspace: timeline.workspaces[0]! }).map(({ facts: { subject, type, texts } }) => `${subject} ${type} ${texts?.map(({ file }) => file).join(' ') ?? '-'}`);
    expect(sealed).toEqual(['journey:french released j/texts/refus.md', 'journey:letter released j/texts/refusal.md', 'journey:letter changed j/texts/refusal.md', 'journey:french changed j/texts/refus.md', 'journey:letter changed -']);
  });
});
