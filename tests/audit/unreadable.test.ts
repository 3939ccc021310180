import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inForce } from '../../src/audit/in-force.js';
import { releasedVersions } from '../../src/audit/ledger/released-versions.js';
import { workspaceAt } from '../../src/audit/past-workspace.js';
import { workspaceInForce } from '../../src/audit/workspace-in-force.js';
import { waymark } from '../cli/harness.js';
import { newRepository, team, workspace, type TestRepository } from '../support/git-repository.js';
import { active, followed, promise, story, timelineOf } from './past.js';

const one = promise('one', '1.0.0', active('2026-01-01'));
const two = promise('two', '1.0.0', active('2026-01-01'), '20d');
const misspelt = `${one}bogus: 1\n`;
const slip = one.replace('clock: {start: claim-reported,', 'clock: {start: [claim-reported,');

/** A workspace in a folder, with two promises. */
function begun(): TestRepository {
  const made = newRepository();
  made.commit({ 'j/waymark.yaml': workspace, 'j/claims.yaml': team('claims'), 'j/one.yaml': one, 'j/two.yaml': two });
  return made;
}

/** What is released of a promise: `released 1.0.0`. */
function sealedOf(made: TestRepository, coordinate: string): readonly string[] {
  const timeline = timelineOf(made);
  return releasedVersions({ timeline, workspace: timeline.workspaces[0]! }).filter(({ facts }) => facts.subject === coordinate).map(({ facts }) => `${facts.type} ${facts.version}`);
}

/** What is said beside the first promise on a day. */
function remarksOn(made: TestRepository): readonly string[] {
  const answer = inForce(followed(timelineOf(made), 'one').spec.versions, '2026-03-01');
  return answer.remarks.map(({ message }) => message);
}

describe('a file that cannot be read', () => {
  it.each([['a field that there is not', misspelt], ['a slip of YAML', slip]])('counts as what it was after it is moved: %s', (_, broken) => {
    const made = begun();
    made.commit({ 'j/one.yaml': broken });
    made.git('mv', 'j', 'k');
    made.commit();
    expect(story(timelineOf(made), 'one')).toEqual(['0 new 1.0.0', '1 unreadable 1.0.0', '2 unreadable 1.0.0']);
    expect(sealedOf(made, 'sla:one')).toEqual(['released 1.0.0']);
    expect(remarksOn(made)).toEqual([`Since 2026-01-01 (${made.git('rev-parse', 'HEAD~1').slice(0, 12)}) its file cannot be read. It counts as what it was before.`]);
    made.commit({ 'k/one.yaml': one.replace('10d', '9d') });
    expect(story(timelineOf(made), 'one').at(-1)).toBe('3 changed 1.0.0');
  });

  it.each([['a field that there is not', misspelt], ['a slip of YAML', slip]])('counts as what it was where one commit moves and breaks it: %s', (_, broken) => {
    const made = begun();
    made.commit({ 'j/one.yaml': null, 'j/two.yaml': null, 'j/kept/here.yaml': broken });
    expect(story(timelineOf(made), 'one')).toEqual(['0 new 1.0.0', '1 unreadable 1.0.0']);
    expect(story(timelineOf(made), 'two')).toEqual(['0 new 1.0.0', '1 gone 1.0.0']);
  });

  it('counts as what it was under a new id that names the old one', () => {
    const made = begun();
    made.commit({ 'j/one.yaml': null, 'j/first.yaml': `${misspelt.replace('id: one', 'id: first')}aliases: [one]\n` });
    expect(story(timelineOf(made), 'one')).toEqual(['0 new 1.0.0', '1 unreadable 1.0.0']);
  });

  it('ends what stood in it when it is gone, and when it turns out to be something else', () => {
    const made = begun();
    made.commit({ 'j/one.yaml': null, 'j/first.yaml': slip, 'j/two.yaml': null, 'j/second.yaml': `${two}bogus: 1\n` });
    made.commit({ 'j/first.yaml': null, 'j/second.yaml': promise('other', '1.0.0', active('2026-01-01')) });
    expect(story(timelineOf(made), 'one')).toEqual(['0 new 1.0.0', '1 unreadable 1.0.0', '2 gone 1.0.0']);
    expect(story(timelineOf(made), 'two')).toEqual(['0 new 1.0.0', '1 unreadable 1.0.0', '2 gone 1.0.0']);
  });

  it('keeps nothing that was deleted beside it, if it says that it is something else', () => {
    const made = begun();
    made.commit({ 'j/one.yaml': null, 'j/third.yaml': misspelt.replace('id: one', 'id: third') });
    expect(story(timelineOf(made), 'one')).toEqual(['0 new 1.0.0', '1 gone 1.0.0']);
  });
});

describe('a `waymark.yaml` that cannot be read', () => {
  const ignoring = `${workspace}ignore: [old/**]\n`;

  it.each([['a slip of YAML', `${ignoring}a: [\n`], ['a field that there is not', `${ignoring}bogus: 1\n`], ['no text', new Uint8Array([0xff, 0xfe])]])('leaves the settings what they were: %s', (_, broken) => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': ignoring, 'one.yaml': one, 'old/one.yaml': promise('one', '0.9.0', active('2026-01-01'), '99d'), 'old/two.yaml': two });
    made.commit({ 'waymark.yaml': broken });
    made.commit({ 'one.yaml': promise('one', '1.1.0', active('2026-02-01'), '9d') });
    made.commit({ 'waymark.yaml': ignoring });
    expect(story(timelineOf(made), 'one')).toEqual(['0 new 1.0.0', '2 changed 1.1.0']);
    expect(sealedOf(made, 'sla:one')).toEqual(['released 1.0.0', 'released 1.1.0']);
    expect(sealedOf(made, 'sla:two')).toEqual([]);
    expect(timelineOf(made).workspaces[0]!.names.map(({ name }) => name)).toEqual(['a.b/w']);
  });

  it('is followed into another folder', () => {
    const made = begun();
    made.commit({ 'j/waymark.yaml': `${workspace}a: [\n` });
    made.git('mv', 'j', 'k');
    made.commit();
    expect(timelineOf(made).workspaces.map(({ roots }) => roots)).toEqual([['j', 'k']]);
    expect(story(timelineOf(made), 'one')).toEqual(['0 new 1.0.0', '2 moved 1.0.0']);
  });

  it('says what it can where it never said anything else', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': `${ignoring}bogus: 1\n`, 'one.yaml': one, 'old/two.yaml': two });
    expect(timelineOf(made).workspaces[0]!.specs.map(({ coordinate }) => coordinate)).toEqual(['sla:one']);
  });

  describe('that imports documents', () => {
    const copy = promise('copied', '1.0.0', active('2026-01-01'));
    const importing = `${workspace}imports: [{name: group, source: vendor/copied.yaml, version: "^1.0.0", integrity: "${createHash('sha256').update(copy).digest('hex')}"}]\n`;
    const files = { 'one.yaml': one, 'vendor/copied.yaml': copy };
    const specs = (made: TestRepository): readonly string[] => timelineOf(made).workspaces[0]!.specs.map(({ coordinate }) => coordinate).sort();
    const importedAt = (made: TestRepository, place: number): number => {
      const timeline = timelineOf(made);
      return workspaceAt({ timeline, workspace: timeline.workspaces[0]! }, timeline.moments[place]!).imported('group').length;
    };

    it.each([['a slip of YAML', `${importing}a: [\n`], ['a field that there is not', `${importing}bogus: 1\n`], ['an import that is misspelt', importing.replace('source', 'sorce')], ['no text', new Uint8Array([0xff, 0xfe])]])('neither ends nor begins them while it is broken, nor where it was so from the first commit: %s', (_, broken) => {
      const later = newRepository();
      for (const first of [importing, broken, importing]) later.commit({ 'waymark.yaml': first, ...files });
      expect([specs(later), importedAt(later, 1)]).toEqual([['sla:one', 'workspace:w'], 1]);
      const fromTheFirst = newRepository();
      for (const first of [broken, importing]) fromTheFirst.commit({ 'waymark.yaml': first, ...files });
      expect([specs(fromTheFirst), sealedOf(fromTheFirst, 'sla:copied'), sealedOf(fromTheFirst, 'sla:one')]).toEqual([['sla:one', 'workspace:w'], [], ['released 1.0.0']]);
      expect(timelineOf(fromTheFirst).workspaces[0]!.unread.map(({ file, until }) => [file, until?.place])).toEqual([['waymark.yaml', 1]]);
    });

    it('leaves what was in force then to be checked with them, and is told itself', () => {
      const made = newRepository();
      made.commit({ 'waymark.yaml': importing, ...files });
      made.commit({ 'waymark.yaml': `${importing}bogus: 1\n`, 'journey.yaml': 'apiVersion: waymark/v1\nkind: Journey\nid: j\ntitle: J\nversion: 0.1.0\nstatus: draft\nowner: claims\nslas: [group/copied]\nstages: [{id: s, title: S, steps: [{id: t, title: T, lane: customer, end: success}]}]\n' });
      const timeline = timelineOf(made);
      const { workspace: then } = workspaceInForce({ timeline, workspace: timeline.workspaces[0]! }, { asOf: '2026-03-01' })!;
      expect([then.imported('group').length, then.unresolved.filter(({ text }) => text.includes('copied')).map(({ text }) => text)]).toEqual([1, []]);
      expect(then.documents.filter(({ problems }) => problems.length > 0).map(({ source }) => source.uri)).toEqual(['waymark.yaml']);
    });

    it('is no reason for a changelog to tell of them', async () => {
      const made = newRepository();
      for (const first of [importing, `${importing}bogus: 1\n`, `${importing}a: [\n`, importing]) made.commit({ 'waymark.yaml': first, ...files });
      expect((await waymark(made.folder, ['changelog', '--all', '--no-color'])).out).not.toContain('copied');
    });
  });
});
