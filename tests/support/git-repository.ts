import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, vi } from 'vitest';

/** A real repository in a folder of its own. */
export interface TestRepository {
  /** Absolute, links followed. */
  readonly folder: string;
  /** Runs git in it and returns what it printed. */
  git(...args: readonly string[]): string;
  /** Runs git with something on its standard input. */
  gitWith(input: string | Uint8Array, ...args: readonly string[]): string;
  /** Writes files and commits everything. Each commit is a minute later than the one before. Returns its id. */
  commit(files?: Files, message?: string): string;
}

/** Contents by path; `null` deletes the file. */
export type Files = { readonly [path: string]: string | Uint8Array | null };

const home = realpathSync.native(mkdtempSync(join(tmpdir(), 'waymark-home-')));
const made: string[] = [home];

/** Neither the settings of who runs the tests nor those of the machine count, for the code under test as well. */
isolate();

/** What a test has stubbed or set is taken back after it, and HOME stays stubbed: no test ever sees that of who runs it. */
afterEach(() => {
  vi.unstubAllEnvs();
  isolate();
  rmSync(join(home, '.gitconfig'), { force: true });
});

function isolate(): void {
  vi.stubEnv('HOME', home);
  vi.stubEnv('XDG_CONFIG_HOME', home);
}

/** Writes the settings of the user whom git runs for in tests: always inside of a folder that the tests have made. */
export function writeUserSettings(text: string): void {
  writeFileSync(join(home, '.gitconfig'), text);
}

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder outside of any repository, deleted at the end. */
export function newFolder(): string {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'waymark-git-')));
  made.push(folder);
  return folder;
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    if (content === null) {
      rmSync(join(folder, path), { recursive: true });
      continue;
    }
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

const first = Date.parse('2026-01-01T09:00:00Z') / 1000;

/** Opens a folder as a repository, first making it one when it is asked to. */
export function repositoryIn(folder: string, ...init: readonly string[]): TestRepository {
  let commits = 0;
  const gitWith: TestRepository['gitWith'] = (input, ...args) =>
    execFileSync('git', ['-c', 'protocol.file.allow=always', '-c', 'commit.gpgsign=false', ...args], { cwd: folder, encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'pipe'], env: environment(commits) });
  const git: TestRepository['git'] = (...args) => gitWith('', ...args).trim();
  if (init.length > 0) git('init', '-q', '-b', 'main', ...init);
  return {
    folder,
    git,
    gitWith,
    commit(files = {}, message = 'Change') {
      writeFiles(folder, files);
      git('add', '--all', '--force');
      git('commit', '-q', '--allow-empty', '-m', message);
      commits += 1;
      return git('rev-parse', 'HEAD');
    },
  };
}

/** A new repository whose first branch is `main`. */
export function newRepository(...init: readonly string[]): TestRepository {
  return repositoryIn(newFolder(), '.', ...init);
}

/** A clone in a new folder. */
export function cloneOf({ folder }: TestRepository, ...options: readonly string[]): TestRepository {
  const clone = repositoryIn(newFolder());
  clone.git('clone', '-q', ...options, `file://${folder}`, '.');
  return clone;
}

/** When the commit of a number was made, counted from 0, as git is told and as it is read. */
export function dateOf(commit: number): string {
  return new Date((first + 60 * commit) * 1000).toISOString().replace('.000Z', 'Z');
}

function environment(commits: number): NodeJS.ProcessEnv {
  const date = `${first + 60 * commits} +0200`;
  const person = { NAME: 'Ada', EMAIL: 'ada@example.org', DATE: date };
  const people = ['AUTHOR', 'COMMITTER'].flatMap((role) => Object.entries(person).map(([what, value]) => [`GIT_${role}_${what}`, value]));
  return { ...process.env, HOME: home, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', ...Object.fromEntries(people) };
}

export const workspace = 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\nnamespace: a.b\norganisation: O\n';

export function team(id: string): string {
  return `apiVersion: waymark/v1\nkind: Team\nid: ${id}\ntitle: Team\nversion: 0.1.0\nstatus: draft\nowner: ${id}\nfunction: service\n`;
}
