import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Command } from './measure.js';
import type { GeneratedFile } from './workspace/generate-workspace.js';

/** Every tenth journey gets a promise of its own, so that something in it has changed that is more than words. */
export function nextVersion(files: readonly GeneratedFile[]): readonly GeneratedFile[] {
  const journeys = files.filter(({ path }) => path.includes('/journeys/'));
  const chosen = new Set(journeys.filter((_, index) => index % 10 === 0));
  return files.map((file) => (chosen.has(file) ? { ...file, content: changed(file.content) } : file));
}

/** Another title, another lane of the first backstage step, and the version that both ask for. */
function changed(content: string): string {
  const edited = content.replace(/^title: (.*)$/m, 'title: $1, seen anew').replace('lane: backstage', 'lane: frontstage').replace(/^version: (\d+)\..*$/m, (_, major: string) => `version: ${Number(major) + 1}.0.0`);
  if (edited === content) throw new Error('A journey of the corpus has nothing that the bench knows how to change.');
  return edited;
}

/** Writes two versions as the commits `v1` and `v2` of the repository in a folder. */
export function commitVersions(folder: string, before: readonly GeneratedFile[], after: readonly GeneratedFile[]): void {
  const git = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, env: gitless() });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.toString()}`);
  };
  for (const [name, files] of [['v1', before], ['v2', after]] as const) {
    for (const { path, content } of files) writeFileSync(join(folder, path), content);
    git('add', '--all');
    git('commit', '--quiet', '-m', name);
    git('tag', '--force', name);
  }
}

function gitless(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
}

/** Writes so many commits to `main` of the repository in a folder: the first brings all files, and each other gives one journey after the other a new version. */
export function commitHistory(folder: string, files: readonly GeneratedFile[], commits: number): void {
  const run = (args: readonly string[], input?: string): void => {
    const { status, stderr } = spawnSync('git', [...args], { cwd: folder, env: gitless(), ...(input === undefined ? {} : { input }) });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.toString()}`);
  };
  const journeys = files.filter(({ path }) => path.includes('/journeys/'));
  const edited = (at: number): GeneratedFile => ({ ...journeys[at % journeys.length]!, content: changed(journeys[at % journeys.length]!.content) });
  const stream = Array.from({ length: commits }, (_, at) => commitText(at, at === 0 ? files : [edited(at - 1)]));
  run(['init', '--quiet', '-b', 'main']);
  run(['fast-import', '--quiet', '--force'], stream.join(''));
}

function commitText(at: number, files: readonly GeneratedFile[]): string {
  const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const changes = files.map(({ path, content }) => `M 100644 inline ${path}\n${data(content)}`);
  return `commit refs/heads/main\ncommitter Bench <bench@example.org> ${1_735_725_600 + at * 3600} +0000\n${data(`Version ${at}`)}${changes.join('')}\n`;
}

/** How many processes of git a command starts, counted by a `git` on the path that leaves a mark and then does what git does. */
export function gitProcessesOf({ folder, program, args }: Command): number {
  const bin = mkdtempSync(join(tmpdir(), 'waymark-bench-git-'));
  try {
    const real = spawnSync('sh', ['-c', 'command -v git']).stdout.toString().trim();
    writeFileSync(join(bin, 'git'), `#!/bin/sh\necho x >> ${JSON.stringify(join(bin, 'log'))}\nexec ${JSON.stringify(real)} "$@"\n`);
    chmodSync(join(bin, 'git'), 0o755);
    const { status } = spawnSync(program, [...args], { cwd: folder, env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }, stdio: 'ignore' });
    if (status !== 0) throw new Error(`The command whose processes are counted ended with ${status}.`);
    return readFileSync(join(bin, 'log'), 'utf8').trim().split('\n').length;
  } finally {
    rmSync(bin, { recursive: true, force: true });
  }
}
