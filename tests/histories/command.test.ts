import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesBelow } from '../support/files.js';
import { newFolder, repositoryIn } from '../support/git-repository.js';
import { root } from '../support/imports.js';

function run(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'tools/example-history.ts'), ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('builds the history of an example in a new folder, and leaves a folder alone that holds something', () => {
  const folder = join(newFolder(), 'parcel');
  const { status, stdout } = run('parcel', folder);
  const last = repositoryIn(folder).git('rev-parse', 'main');
  expect([status, stdout]).toEqual([0, `${repositoryIn(folder).git('rev-list', '--count', 'main')} commits on main in ${folder}, the last is ${last}.\n`]);
  expect(run('parcel', folder)).toEqual({ status: 3, stdout: '', stderr: `${folder} is not empty.\n` });
});

it('says who approved each commit, in the words of the host', () => {
  const folder = newFolder();
  expect(run('parcel', join(folder, 'parcel'), join(folder, 'host')).status).toBe(0);
  const git = repositoryIn(join(folder, 'parcel')).git;
  const commits = git('rev-list', '--reverse', 'main').split('\n');
  expect(filesBelow(join(folder, 'host'))).toHaveLength(commits.length - 1);
  const head = commits[2];
  expect(JSON.parse(readFileSync(join(folder, 'host/2.json'), 'utf8'))).toEqual({
    format: 'waymark-host/1',
    host: 'git.corvina.example',
    repository: 'journeys',
    pullRequest: 2,
    base: commits[1],
    head,
    author: 'ekaya',
    committers: ['ekaya'],
    approvals: [{ login: 'adejong', commit: head, state: 'approved', at: '2026-07-24T15:00:00Z' }],
  });
});

it.each([[[]], [['parcel']], [['toString', 'x']], [['parcel', 'a', 'b', 'c']]])('tells how it is used when it is called with %j', (args) => {
  expect(run(...args)).toEqual({ status: 2, stdout: '', stderr: 'Usage: npx tsx tools/example-history.ts <insurance|broadband|parcel> <new folder> [<folder for approvals>]\n' });
});
