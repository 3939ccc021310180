import { describe, expect, it } from 'vitest';
import { workspaceInForce, type AsOf } from '../../src/audit/workspace-in-force.js';
import { cloneOf, workspace, type TestRepository } from '../support/git-repository.js';
import { active, amendDate, commitOn, commits, followed, promise, timelineOf } from './past.js';

const days = (asOf: string, recordedBy?: string): AsOf => ({ asOf, ...(recordedBy === undefined ? {} : { recordedBy }) });
const first = { 'waymark.yaml': workspace, 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) };
const one = (version: string, from: string, until?: string): { readonly 'one.yaml': string } => ({ 'one.yaml': promise('one', version, active(from, until)) });
const dated = (kind: string, id: string, version: string, from: string, rest: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: ${version}\n${active(from)}\nowner: claims\n${rest}\n`;

function onBranch(made: TestRepository, name: string, act: () => void): void {
  made.git('checkout', '-q', '-B', name);
  act();
  made.git('checkout', '-q', 'main');
}

function merge(made: TestRepository, branch: string, day: string): void {
  made.git('merge', '-q', '--no-ff', '-m', `Merge ${branch}`, branch);
  amendDate(made, day);
}

interface RealHistory {
  readonly of: string;
  readonly reason: string;
  readonly build: () => TestRepository;
  /** What is asked, of which spec, and what is answered: a version or why there is none, what is remarked, and what comes next. */
  readonly asked: readonly (readonly [spec: string, question: AsOf, answer: string])[];
}

const histories: readonly RealHistory[] = [
  {
    of: 'a version merged before it takes effect',
    reason: 'merging announces a version, and its first day puts it in force',
    build: () => commits(['2026-01-01', first], ['2026-05-01', one('2.0.0', '2026-06-01')]),
    asked: [['sla:one', days('2026-05-31'), '1.0.0, next 2.0.0'], ['sla:one', days('2026-06-01'), '2.0.0'], ['sla:one', days('2026-06-01', '2026-04-30'), '1.0.0']],
  },
  {
    of: 'a back-dated correction',
    reason: 'by its own day it held all along, and by what was known then it did not',
    build: () => commits(['2026-01-01', first], ['2026-04-01', one('1.1.0', '2026-02-01')]),
    asked: [['sla:one', days('2026-02-01'), '1.1.0, back-dated'], ['sla:one', days('2026-02-01', '2026-03-31'), '1.0.0'], ['sla:one', days('2026-01-31'), '1.0.0, next 1.1.0']],
  },
  {
    of: 'a gap',
    reason: 'what has ended does not hold until the next begins',
    build: () => commits(['2026-01-01', { ...first, ...one('1.0.0', '2026-01-01', '2026-03-01') }], ['2026-02-01', one('2.0.0', '2026-05-01')]),
    asked: [['sla:one', days('2026-02-28'), '1.0.0, next 2.0.0'], ['sla:one', days('2026-03-01'), 'gap, next 2.0.0'], ['sla:one', days('2026-05-01'), '2.0.0']],
  },
  {
    of: 'an overlap',
    reason: 'of two that hold by their own days, the one that begins last counts',
    build: () => commits(['2026-01-01', { ...first, ...one('1.0.0', '2026-01-01', '2026-12-01') }], ['2026-02-01', one('2.0.0', '2026-06-01')]),
    asked: [['sla:one', days('2026-05-31'), '1.0.0, next 2.0.0'], ['sla:one', days('2026-07-01'), '2.0.0, overlap']],
  },
  {
    of: 'a calendar and a team that changed since',
    reason: 'what a promise rests on is taken as it was in force on the day, by its own days',
    build: () => {
      const team = (version: string, from: string, person: string): string => dated('Team', 'claims', version, from, `function: service\npeople: [{id: ${person}}]`);
      const office = (version: string, from: string, until: string): string => dated('Calendar', 'office', version, from, `timezone: Europe/Vienna\nweekly: {mon: ["08:00-${until}"]}\nhorizon: {from: 2026-01-01, until: 2028-01-01}`);
      return commits(['2026-01-01', { ...first, 'team.yaml': team('1.0.0', '2026-01-01', 'ada'), 'office.yaml': office('1.0.0', '2026-01-01', '17:00') }], ['2026-03-01', { 'team.yaml': team('1.1.0', '2026-04-01', 'bea'), 'office.yaml': office('2.0.0', '2026-05-01', '15:00') }]);
    },
    asked: [['team:claims', days('2026-03-31'), '1.0.0, next 1.1.0'], ['team:claims', days('2026-04-01'), '1.1.0'], ['calendar:office', days('2026-04-30'), '1.0.0, next 2.0.0'], ['calendar:office', days('2026-05-01'), '2.0.0']],
  },
  {
    of: 'a merge',
    reason: 'what a branch tried before it was merged was never on the governed branch, and what it brought counts from the merge',
    build: () => {
      const made = commits(['2026-01-01', first]);
      onBranch(made, 'topic', () => {
        commitOn(made, '2026-02-01', one('1.1.0', '2026-02-01'));
        commitOn(made, '2026-02-02', one('1.2.0', '2026-02-10'));
      });
      merge(made, 'topic', '2026-03-01');
      return made;
    },
    asked: [['sla:one', days('2026-02-05'), '1.0.0, next 1.2.0'], ['sla:one', days('2026-02-10'), '1.2.0, back-dated'], ['sla:one', days('2026-02-28', '2026-02-28'), '1.0.0']],
  },
  {
    of: 'a criss-cross merge',
    reason: 'two branches that took each other over have two common ancestors, and the first parents of the governed one are still one line',
    build: () => {
      const made = commits(['2026-01-01', { ...first, 'two.yaml': promise('two', '1.0.0', active('2026-01-01')) }]);
      onBranch(made, 'topic', () => commitOn(made, '2026-02-01', one('1.1.0', '2026-02-01')));
      commitOn(made, '2026-02-02', { 'two.yaml': promise('two', '1.1.0', active('2026-02-01')) });
      const before = made.git('rev-parse', 'main');
      merge(made, 'topic', '2026-03-01');
      made.git('checkout', '-q', 'topic');
      merge(made, before, '2026-03-02');
      commitOn(made, '2026-03-03', one('1.2.0', '2026-04-01'));
      made.git('checkout', '-q', 'main');
      merge(made, 'topic', '2026-03-04');
      expect(made.git('merge-base', '--all', 'main~1', 'topic~1').split('\n')).toHaveLength(2);
      return made;
    },
    asked: [['sla:one', days('2026-03-15'), '1.1.0, back-dated, next 1.2.0'], ['sla:one', days('2026-04-01'), '1.2.0'], ['sla:one', days('2026-04-01', '2026-03-03'), '1.1.0, back-dated'], ['sla:two', days('2026-03-15'), '1.1.0, back-dated']],
  },
  {
    of: 'a revert',
    reason: 'the reverted version began later and said no end, so it counts; that the older one was recorded after it is told, and a version of its own puts it right',
    build: () => {
      const made = commits(['2026-01-01', first], ['2026-02-01', one('1.1.0', '2026-02-01')]);
      made.git('revert', '--no-edit', 'HEAD');
      amendDate(made, '2026-03-01');
      commitOn(made, '2026-05-01', one('1.2.0', '2026-05-01'));
      return made;
    },
    asked: [['sla:one', days('2026-03-15'), '1.1.0, set-aside, next 1.2.0'], ['sla:one', days('2026-05-01'), '1.2.0']],
  },
  {
    of: 'a force-pushed branch',
    reason: 'the branch is what it holds now: nothing of what was pushed away is told, which only a ledger kept elsewhere shows',
    build: () => {
      const upstream = commits(['2026-01-01', first], ['2026-02-01', one('1.1.0', '2026-02-01')]);
      const made = cloneOf(upstream);
      upstream.git('reset', '-q', '--hard', 'HEAD~1');
      commitOn(upstream, '2026-03-01', one('2.0.0', '2026-03-01'));
      made.git('fetch', '-q', 'origin');
      return made;
    },
    asked: [['sla:one', days('2026-02-15'), '1.0.0, next 2.0.0'], ['sla:one', days('2026-03-01'), '2.0.0'], ['sla:one', days('2026-02-15', '2026-02-15'), '1.0.0']],
  },
  {
    of: 'a rename with an edit',
    reason: 'the alias says that it is the same promise, however much of its file is another; the old id holds until the new one begins',
    build: () => commits(['2026-01-01', first], ['2026-02-01', { 'one.yaml': null, 'sub/uno.yaml': promise('uno', '2.0.0', `${active('2026-03-01')}\naliases: [one]`, '30d').replace('Claim settled', 'Quite another title') }]),
    asked: [['sla:uno', days('2026-02-15'), '1.0.0, next 2.0.0'], ['sla:one', days('2026-02-15'), '1.0.0, next 2.0.0'], ['sla:one', days('2026-03-01'), '2.0.0']],
  },
  {
    of: 'two specs in one file that splits into two files',
    reason: 'a document is known by its kind and id: where it stands says nothing, and what is changed on the way is a version',
    build: () => {
      const [a, b] = [promise('one', '1.0.0', active('2026-01-01')), promise('two', '1.0.0', active('2026-01-01'))];
      return commits(['2026-01-01', { 'waymark.yaml': workspace, 'both.yaml': `${a}---\n${b}` }], ['2026-02-01', { 'both.yaml': null, 'a.yaml': a, 'b.yaml': promise('two', '1.1.0', active('2026-02-01'), '9d') }]);
    },
    asked: [['sla:one', days('2026-02-15'), '1.0.0'], ['sla:two', days('2026-01-31'), '1.0.0, next 1.1.0'], ['sla:two', days('2026-02-15'), '1.1.0']],
  },
  {
    of: 'a spec that is deleted and brought back',
    reason: 'by what was known then it had ended; by its own days it holds again, and that it was recorded later is told',
    build: () => commits(['2026-01-01', { ...first, 'two.yaml': promise('two', '1.0.0', active('2026-01-01')) }], ['2026-03-01', { 'one.yaml': null }], ['2026-05-01', one('1.0.0', '2026-01-01')]),
    asked: [['sla:one', days('2026-02-28', '2026-02-28'), '1.0.0'], ['sla:one', days('2026-04-01', '2026-04-01'), 'ended'], ['sla:one', days('2026-02-28'), '1.0.0'], ['sla:one', days('2026-04-01'), '1.0.0, recorded-again'], ['sla:one', days('2026-06-01'), '1.0.0, recorded-again'], ['sla:two', days('2026-04-01'), '1.0.0']],
  },
  {
    of: 'a revert under the same number',
    reason: 'while the branch held what it came back to, nothing was dated back; and what was only meant for the time between was never the same',
    build: () => {
      const made = commits(['2026-01-01', first], ['2026-02-01', { 'one.yaml': promise('one', '1.0.0', active('2026-01-01'), '500d') }]);
      made.git('revert', '--no-edit', 'HEAD');
      amendDate(made, '2026-03-01');
      return made;
    },
    asked: [['sla:one', days('2026-01-15'), '1.0.0'], ['sla:one', days('2026-02-15'), '1.0.0, recorded-again'], ['sla:one', days('2026-02-15', '2026-02-15'), '1.0.0, back-dated']],
  },
  {
    of: 'dates that run backwards',
    reason: 'a commit cannot be older than what it builds on: an old date gains nothing, and it counts from the day before it on the branch',
    build: () => commits(['2026-01-01', first], ['2026-03-01', one('1.1.0', '2026-03-01')], ['2025-06-01', one('1.2.0', '2025-07-01')]),
    asked: [['sla:one', days('2025-08-01', '2025-12-31'), 'nothing was held'], ['sla:one', days('2025-08-01', '2026-02-28'), 'not-yet, next 1.0.0'], ['sla:one', days('2025-08-01'), '1.2.0, back-dated, next 1.0.0']],
  },
  {
    of: 'two old dates after an honest one',
    reason: 'more commits with an old date do not make it a right one, and what was recorded honestly still counts',
    build: () => commits(['2026-01-01', first], ['2026-03-01', one('1.1.0', '2026-03-01')], ['2026-01-15', one('1.0.5', '2026-02-01')], ['2026-01-16', { 'two.yaml': promise('two', '1.0.0', active('2026-02-01')) }]),
    asked: [['sla:one', days('2026-02-10', '2026-02-15'), '1.0.0'], ['sla:one', days('2026-03-01', '2026-03-01'), '1.1.0, set-aside']],
  },
];

describe.each(histories)('$of: $reason', ({ build, asked }) => {
  const timeline = timelineOf(build());

  it.each(asked)('%s %j is %s', (spec, question, expected) => {
    const found = followed(timeline, spec);
    const answer = workspaceInForce(found, question)?.answers.get(found.spec.coordinate);
    const words = answer === undefined ? ['nothing was held'] : [answer.version?.version ?? answer.absence, ...answer.remarks.map(({ kind }) => kind), ...(answer.next === undefined ? [] : [`next ${answer.next.version!}`])];
    expect(words.join(', ')).toBe(expected);
  });
});
