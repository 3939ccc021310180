import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { waymark } from '../../cli/harness.js';
import { newRepository, team, workspace, type TestRepository } from '../../support/git-repository.js';
import { active, promise } from '../past.js';
import { chainedAnew, linesOf } from './sample-ledger.js';

/** A branch with a sealed ledger, and one beside it with a commit of its own. */
async function parted(): Promise<TestRepository> {
  const made = newRepository();
  made.commit({ 'waymark.yaml': workspace, 'claims.yaml': team('claims'), 'one.yaml': promise('one', '1.0.0', active('2026-01-01')) });
  made.git('switch', '-q', '-c', 'other');
  made.commit({ 'other.yaml': promise('other', '1.0.0', active('2026-01-01')) });
  made.git('switch', '-q', 'main');
  made.commit({ 'one.yaml': promise('one', '1.1.0', active('2026-02-01'), '9d') });
  await waymark(made.folder, ['ledger', 'seal']);
  made.commit();
  return made;
}

/** As `git pull` and `git push` do it: the branch is merged into one's own, and then set to that. */
function pull(made: TestRepository): void {
  made.git('switch', '-q', 'other');
  made.git('merge', '-q', 'main', '-m', 'Take over main');
  made.git('switch', '-q', 'main');
  made.git('merge', '-q', '--ff-only', 'other');
}

const flat = (text: string): string => text.replace(/\s+/g, ' ');

it('says of a branch whose first parents became those of another one what happened and what to do, and calls nothing forged', async () => {
  const made = await parted();
  const old = made.git('rev-parse', 'main').slice(0, 12);
  pull(made);
  const tip = made.git('rev-parse', 'main').slice(0, 12);
  const told = `is not the line of main (${tip}) any more: the merge ${tip} took it up as another parent.`;
  const { code, out } = await waymark(made.folder, ['ledger', 'verify']);
  expect([code, flat(out)]).toEqual([1, expect.stringContaining(told)]);
  expect(flat(out)).toContain(`\`git switch --detach ${old}\`, \`git merge --no-ff ${tip}\``);
  expect(out).not.toContain('forged');
  expect(await waymark(made.folder, ['ledger', 'seal'])).toMatchObject({ code: 1, err: expect.stringContaining(told) as string });
  expect(await waymark(made.folder, ['ledger', 'verify', '--ref', old])).toMatchObject({ code: 0 });
});

it('goes on where it is done as it says', async () => {
  const made = await parted();
  const old = made.git('rev-parse', 'main').slice(0, 12);
  pull(made);
  const tip = made.git('rev-parse', 'main');
  made.git('switch', '-q', '--detach', old);
  made.git('merge', '-q', '--no-ff', '-m', 'Make the line of main the first again', tip.slice(0, 12));
  made.git('branch', '-f', 'main');
  expect(made.git('merge-base', tip, 'main')).toBe(tip);
  expect(await waymark(made.folder, ['ledger', 'verify'])).toMatchObject({ code: 0 });
  const { code, out } = await waymark(made.folder, ['ledger', 'seal']);
  expect([code, out]).toEqual([0, expect.stringContaining('1 entry sealed, 3 in all.\n  3  sla:other 1.0.0: new')]);
});

it('still finds an entry that says what neither line held', async () => {
  const made = await parted();
  pull(made);
  const file = join(made.folder, 'ledger.jsonl');
  writeFileSync(file, chainedAnew(linesOf(readFileSync(file, 'utf8').replace('"version":"1.1.0"', '"version":"1.2.0"')), 'a.b/w'));
  expect(await waymark(made.folder, ['ledger', 'verify'])).toMatchObject({ code: 1, out: expect.stringContaining('forged') as string });
});
