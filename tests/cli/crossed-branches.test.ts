import { describe, expect, it } from 'vitest';
import { newRepository, workspace, type TestRepository } from '../support/git-repository.js';
import { waymark } from './harness.js';

const team = 'apiVersion: waymark/v1\nkind: Team\nid: claims\ntitle: Claims\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nfunction: service\n';
const system = (version: string, more: string): string => `apiVersion: waymark/v1\nkind: System\nid: core\ntitle: Core\nversion: ${version}\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\ntype: crm\n${more}`;

/** Main has taken in `side`, and whoever proposes has merged the same two lines again, with the system as it was before `main` protected it: against the commit of the side nothing differs. */
function crossed(): TestRepository {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team, 'core.yaml': system('1.0.0', '') });
  made.git('branch', 'side');
  made.commit({ 'core.yaml': system('1.1.0', 'accessLog: {event: record-opened}\n') });
  made.git('branch', 'protected');
  made.git('checkout', '-q', 'side');
  made.commit({ 'words.md': 'Words' });
  made.git('checkout', '-q', 'main');
  made.git('merge', '-q', '--no-ff', '-m', 'Take the side in', 'side');
  made.git('checkout', '-q', '-b', 'topic', 'side');
  made.git('merge', '-q', '--no-ff', '--no-commit', 'protected');
  made.commit({ 'core.yaml': system('1.0.0', '') }, 'Take main in');
  return made;
}

describe('two branches that have taken each other in', () => {
  const told = /^waymark: The two versions parted more than once, such as at `[0-9a-f]{12}` and `[0-9a-f]{12}`, because each has taken in what the other began with\. .* Take the newest of the branch in first, for example with `git merge origin\/main`: then there is one\.\n$/;

  it.each([['review', 'main', 'topic'], ['review'], ['diff'], ['bump'], ['changelog']])('are compared with none of the commits at which they parted: %j %j %j', async (...args) => {
    const made = crossed();
    expect(made.git('merge-base', '--all', 'main', 'topic').split('\n')).toHaveLength(2);
    expect(await waymark(made.folder, args.filter((each) => each !== undefined))).toEqual({ code: 3, out: '', err: expect.stringMatching(told) as string });
  });

  it('show what would be taken back once the newest of the branch is merged', async () => {
    const made = crossed();
    made.git('merge', '-q', '-m', 'Take the newest in', 'main');
    expect((await waymark(made.folder, ['diff'])).out).toContain('system-access-log-removed');
  });

  it('would take it back without a conflict', () => {
    const made = crossed();
    made.git('checkout', '-q', 'main');
    expect(made.git('show', 'main:core.yaml')).toContain('accessLog');
    made.git('merge', '-q', '--no-ff', '-m', 'Take the topic in', 'topic');
    expect(made.git('show', 'main:core.yaml')).not.toContain('accessLog');
  });

  it('are compared where both versions are named', async () => {
    expect((await waymark(crossed().folder, ['diff', 'main', 'topic'])).out).toContain('system-access-log-removed');
  });
});
