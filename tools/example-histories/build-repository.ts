import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { devNull } from 'node:os';
import type { PastState } from './past.js';

/**
 * Makes a repository whose branch `main` holds the states as commits, one after the other. Authors, dates and bytes are fixed,
 * so that every machine gives the same ids.
 *
 * @param folder - Does not exist yet, or is empty.
 * @returns The ids of the commits, the oldest first.
 * @throws When the folder holds something already, or git is not there.
 */
export function buildRepository(folder: string, states: readonly PastState[], domain: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw new Error(`${folder} is not empty.`);
  git(folder, 'init', '--quiet', '--initial-branch=main', '--object-format=sha1', '--template=');
  gitWith(folder, states.map((state) => importedCommit(state, domain)).join(''), 'fast-import', '--quiet');
  git(folder, 'reset', '--quiet', '--hard', 'main');
  return git(folder, 'rev-list', '--reverse', 'main').trim().split('\n');
}

/** In the language of `git fast-import`, which asks neither hooks nor settings and gives each file the same mode everywhere. */
function importedCommit({ commit: { title, author, date }, texts }: PastState, domain: string): string {
  const person = `${nameOf(author)} <${author}@${domain}> ${Date.parse(date) / 1000} +0000`;
  const files = [...texts].map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`);
  return `commit refs/heads/main\nauthor ${person}\ncommitter ${person}\n${data(`${title}\n`)}deleteall\n${files.join('')}\n`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

/** `anouk-dejong` signs as Anouk Dejong. */
function nameOf(person: string): string {
  return person.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

function git(folder: string, ...args: readonly string[]): string {
  return gitWith(folder, '', ...args);
}

/** Nothing that the machine, its user or a hook around us has set reaches this git. */
function gitWith(folder: string, input: string, ...args: readonly string[]): string {
  const foreign = Object.keys(process.env).filter((name) => name.startsWith('GIT_'));
  const own = { ...process.env, ...Object.fromEntries(foreign.map((name) => [name, undefined])), GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', ['-c', 'core.autocrlf=false', ...args], { cwd: folder, input, encoding: 'utf8', env: own, stdio: ['pipe', 'pipe', 'pipe'] });
}
