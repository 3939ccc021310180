import { describe, expect, it } from 'vitest';
import { businessCalendar } from '../../src/analysis/business-time/business-calendar.js';
import { specInForce, workspaceInForce, type AsOf, type WorkspaceInForce } from '../../src/audit/workspace-in-force.js';
import { validate } from '../../src/validate/validate.js';
import { workspace, type TestRepository } from '../support/git-repository.js';
import { active, commits, followed, promise, timelineOf } from './past.js';

function then(made: TestRepository, question: AsOf): WorkspaceInForce {
  const timeline = timelineOf(made);
  const found = workspaceInForce({ timeline, workspace: timeline.workspaces[0]! }, question);
  if (found === undefined) throw new Error('nothing was held');
  return found;
}

/** The versions of some specs on a day. */
function held(made: TestRepository, question: AsOf, ...coordinates: readonly string[]): readonly (string | undefined)[] {
  const { workspace: found } = then(made, question);
  return coordinates.map((each) => (found.specAt(each)?.value as { readonly version?: string } | undefined)?.version);
}

const headed = (kind: string, id: string, version: string, days: string, rest: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: ${version}\n${days}\nowner: claims\n${rest}`;
const calendar = (version: string, days: string, until: string): string => headed('Calendar', 'office', version, days, `timezone: Europe/Vienna\nweekly: {mon: ["08:00-${until}"]}\nhorizon: {from: 2026-01-01, until: 2028-01-01}\n`);
const team = (version: string, days: string, person: string): string => headed('Team', 'claims', version, days, `function: service\npeople: [{id: ${person}, handles: [${person}]}]\nroles: [{id: lead, person: ${person}}]\n`);
const record = (id: string, date: string): string => `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: decision\ndate: ${date}\nby: [claims#lead]\nsubject: [one@1.0.0]\noutcome: done\n`;

describe('the workspace that was in force', () => {
  const made = commits(
    ['2026-01-01', { 'waymark.yaml': `${workspace}defaultCalendar: office\n`, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')), 'office.yaml': calendar('1.0.0', active('2026-01-01'), '17:00'), 'claims.yaml': team('1.0.0', active('2026-01-01'), 'ada') }],
    ['2026-03-01', { 'office.yaml': calendar('1.1.0', active('2026-05-01'), '15:00'), 'claims.yaml': team('1.1.0', active('2026-04-01'), 'bea'), 'draft.yaml': promise('sketch', '0.1.0', 'status: draft'), 'r.yaml': record('r-1', '2026-02-01') }],
    ['2026-06-01', { 'one.yaml': null, 'uno.yaml': promise('uno', '2.0.0', `${active('2026-07-01')}\naliases: [one]`, '12d'), 'waymark.yaml': `${workspace.replace('title: W', 'title: X')}defaultCalendar: office\n` }],
    ['2026-08-01', { 'uno.yaml': promise('uno', '2.0.1', `${active('2026-07-15')}\naliases: [one]`, '11d') }],
  );
  const all = ['sla:one', 'sla:uno', 'calendar:office', 'team:claims', 'sla:sketch'] as const;

  it.each<[string, AsOf, readonly (string | undefined)[]]>([
    ['takes everything as it was in force', { asOf: '2026-02-01' }, ['1.0.0', undefined, '1.0.0', '1.0.0', undefined]],
    ['takes the team of that day, which has changed since, and a draft as it was recorded', { asOf: '2026-04-01' }, ['1.0.0', undefined, '1.0.0', '1.1.0', '0.1.0']],
    ['takes the calendar of that day, which has changed since', { asOf: '2026-05-01' }, ['1.0.0', undefined, '1.1.0', '1.1.0', '0.1.0']],
    ['keeps the version before a renaming that was merged and does not hold yet', { asOf: '2026-06-15' }, ['1.0.0', undefined, '1.1.0', '1.1.0', '0.1.0']],
    ['takes the new id from the first day on which it holds', { asOf: '2026-07-01' }, [undefined, '2.0.0', '1.1.0', '1.1.0', '0.1.0']],
    ['takes a correction from the day that it says', { asOf: '2026-07-20' }, [undefined, '2.0.1', '1.1.0', '1.1.0', '0.1.0']],
    ['knows no correction that was recorded later', { asOf: '2026-07-20', recordedBy: '2026-07-20' }, [undefined, '2.0.0', '1.1.0', '1.1.0', '0.1.0']],
    ['knows what was to come', { asOf: '2026-07-01', recordedBy: '2026-06-01' }, [undefined, '2.0.0', '1.1.0', '1.1.0', '0.1.0']],
    ['knows nothing that was merged later', { asOf: '2026-07-01', recordedBy: '2026-02-28' }, ['1.0.0', undefined, '1.0.0', '1.0.0', undefined]],
  ])('%s', (_, question, expected) => {
    expect(held(made, question, ...all)).toEqual(expected);
  });

  it('tells of two documents with one id, of which the first counts, and not of one beside it that is not in force', () => {
    const two = (from: string): TestRepository => commits(['2026-01-01', { 'waymark.yaml': workspace, 'a.yaml': promise('one', '1.0.0', active(from)), 'b.yaml': promise('one', '2.0.0', active('2026-01-01'), '20d') }]);
    const told = (question: AsOf, from = '2026-01-01'): readonly string[] => validate(then(two(from), question).workspace, question).diagnostics.filter(({ code }) => code === 'STR-003').map(({ message, span }) => `${span!.source.uri}: ${message}`);
    expect([held(two('2026-01-01'), { asOf: '2026-02-01' }, 'sla:one'), told({ asOf: '2026-02-01' })]).toEqual([['1.0.0'], ['b.yaml: There are two SLAs `one`.']]);
    expect([held(two('2026-03-01'), { asOf: '2026-02-01' }, 'sla:one'), told({ asOf: '2026-02-01' }, '2026-03-01')]).toEqual([[undefined], []]);
  });

  describe('a variant whose base was changed', () => {
    const steps = (title: string): string => `stages: [{id: s, title: ${title}, owner: claims, steps: [{id: t, title: T, lane: frontstage, type: action}]}]\n`;
    const base = (version: string, from: string, title: string): string => headed('Journey', 'base', version, active(from), steps(title));
    const variant = headed('Journey', 'variant', '1.0.0', active('2026-01-01'), 'extends: base@^1\noverlay: [{op: set, path: stages.s.steps.t.title, value: Other, reason: It is}]\n');
    const begun = ['2026-01-01', { 'waymark.yaml': workspace, 'base.yaml': base('1.0.0', '2026-01-01', 'One'), 'variant.yaml': variant }] as const;
    const told = (own: TestRepository, day: string): readonly [string, readonly string[]] => {
      const timeline = timelineOf(own);
      const found = followed(timeline, 'variant');
      const { version, remarks } = specInForce(found, found.spec.versions, day, timeline.moments.at(-1)!);
      return [`${version!.moment.place} ${version!.event}`, remarks.map(({ kind, message }) => `${kind}: ${message}`)];
    };

    it('is said to be back-dated where its base is', () => {
      const own = commits(begun, ['2026-06-15', { 'base.yaml': base('1.1.0', '2026-06-01', 'Two') }], ['2026-07-01', { 'variant.yaml': null, 'moved.yaml': variant }]);
      const late = 'back-dated: It became another one with its base, `journey:base` 1.1.0. Of the base: It was recorded on 2026-06-15, later than the day from which it holds, 2026-06-01.';
      expect(told(own, '2026-06-05')).toEqual(['2 moved', [`${late} On 2026-06-05 the branch did not hold it yet.`]]);
      expect(told(own, '2026-06-20')).toEqual(['2 moved', [late]]);
      expect(told(own, '2026-05-31')).toEqual(['0 new', []]);
    });

    it('is said to be nothing of the kind where its base was in time, also when it is moved later', () => {
      const own = commits(begun, ['2026-05-15', { 'base.yaml': base('1.1.0', '2026-06-01', 'Two') }], ['2026-07-01', { 'variant.yaml': null, 'moved.yaml': variant }]);
      expect(told(own, '2026-07-05')).toEqual(['2 moved', []]);
      expect(told(own, '2026-05-20')).toEqual(['0 new', []]);
    });

    it('is what it was with the version of its base that is in force, also where one that begins earlier was recorded later', () => {
      const own = commits(begun, ['2026-02-01', { 'base.yaml': base('1.1.0', '2026-03-01', 'Two') }], ['2026-02-15', { 'base.yaml': base('1.0.1', '2026-02-15', 'Mended') }]);
      expect([told(own, '2026-02-20'), told(own, '2026-04-01')]).toEqual([['2 base-changed', []], ['1 base-changed', []]]);
    });

    it('is what it was before where its base came back as it had been', () => {
      const own = commits(begun, ['2026-02-01', { 'base.yaml': base('1.0.0', '2026-01-01', 'Two') }], ['2026-02-02', { 'base.yaml': base('1.0.0', '2026-01-01', 'One') }]);
      expect(told(own, '2026-01-15')).toEqual(['0 new', []]);
      expect(told(own, '2026-02-10')).toEqual(['2 base-changed', ['recorded-again: It became another one with its base, `journey:base` 1.0.0. Of the base: It was recorded on 2026-02-02, later than the day from which it holds, 2026-01-01. The same was recorded before, on 2026-01-01 (COMMIT), and did not stay.'.replace('COMMIT', timelineOf(own).moments[0]!.id.slice(0, 12))]]);
    });
  });

  it('is a workspace like any other: references lead to what was in force', () => {
    const { workspace: found } = then(made, { asOf: '2026-04-15' });
    expect(found.find('Team', 'claims')!.value.roles![0]!.person).toBe('bea');
    expect(found.find('Calendar', 'office')!.value.weekly).toEqual({ mon: ['08:00-17:00'] });
    expect(found.unresolved.filter(({ expected }) => !expected.includes('Moment')).map(({ text }) => text)).toEqual([]);
    expect(validate(found, { asOf: '2026-04-15' }).diagnostics.some(({ message }) => message.includes('`claims`'))).toBe(false);
  });

  it('takes what says no days as the branch held it on that day, and a Record from its date', () => {
    expect(then(made, { asOf: '2026-05-31' }).workspace.root!.value.title).toBe('W');
    expect(then(made, { asOf: '2026-06-01' }).workspace.root!.value.title).toBe('X');
    expect(then(made, { asOf: '2026-01-31' }).workspace.find('Record', 'r-1')).toBeUndefined();
    expect(then(made, { asOf: '2026-02-01' }).workspace.find('Record', 'r-1')).toBeDefined();
    expect(then(made, { asOf: '2026-02-01', recordedBy: '2026-02-01' }).workspace.find('Record', 'r-1')).toBeUndefined();
  });

  it('takes the frame of the first commit where the branch began later than the day', () => {
    const { workspace: found, day } = then(commits(['2026-03-01', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) }]), { asOf: '2026-02-01' });
    expect([found.root?.value.title, found.find('Sla', 'one')?.value.version, day.place]).toEqual(['W', '1.0.0', 0]);
  });

  it('holds nothing by a day on which there was no commit yet', () => {
    const timeline = timelineOf(made);
    expect(workspaceInForce({ timeline, workspace: timeline.workspaces[0]! }, { asOf: '2026-02-01', recordedBy: '2025-12-31' })).toBeUndefined();
  });

  it('says of a calendar that was announced when it begins, and not that it cannot be read', () => {
    const hours = (id: string, rest: string, from: string): string => headed('Calendar', id, '1.0.0', active(from), `timezone: Europe/Berlin\n${rest}\n`);
    const { workspace: found } = then(commits(['2026-01-01', { 'waymark.yaml': workspace, 'new.yaml': hours('new', 'weekly: {mon: ["08:00-18:00"]}', '2026-07-01'), 'own.yaml': hours('own', 'extends: new', '2026-01-01') }]), { asOf: '2026-03-01' });
    const problem = (id: string): string | undefined => {
      const read = businessCalendar(found, id);
      return 'problem' in read ? read.problem.message : undefined;
    };
    expect(problem('new')).toBe('The calendar `new` begins on 2026-07-01 and is not in force before that day.');
    expect(problem('own')).toBe('Calendar `own` takes over the hours of `new`, which begins on 2026-07-01 and is not in force before that day.');
  });

  it('keeps what was readable last, and tells of the file that cannot be read', () => {
    const broken = commits(['2026-01-01', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) }], ['2026-02-01', { 'one.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: [\n' }]);
    const { workspace: found } = then(broken, { asOf: '2026-03-01' });
    expect(found.find('Sla', 'one')?.value.version).toBe('1.0.0');
    expect(found.documents.filter(({ problems }) => problems.length > 0)).toHaveLength(1);
  });

  it('lets a date that runs backwards gain nothing, and one far ahead keep nothing back', () => {
    const odd = commits(
      ['2026-01-01', { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) }],
      ['2026-03-01', { 'one.yaml': promise('one', '1.1.0', active('2026-01-02')) }],
      ['2026-01-03', { 'one.yaml': promise('one', '1.2.0', active('2026-01-03')) }],
      ['2099-01-01', { 'one.yaml': promise('one', '1.3.0', active('2026-01-04')) }],
      ['2026-04-01', { 'one.yaml': promise('one', '1.4.0', active('2026-01-05')) }],
    );
    const by = (recordedBy: string): string | undefined => held(odd, { asOf: '2026-12-31', recordedBy }, 'sla:one')[0];
    expect([by('2026-02-28'), by('2026-03-01'), by('2026-04-01')]).toEqual(['1.0.0', '1.3.0', '1.4.0']);
    expect(timelineOf(odd).misdated.map(({ place }) => place)).toEqual([2, 3]);
  });
});
