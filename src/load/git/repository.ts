import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { shown } from '../../base/words.js';
import { FileLists } from './file-lists.js';
import { repositoryAround } from './find-repository.js';
import { failureOf, type GitProblem } from './git-problem.js';
import { NameReader } from './name-reader.js';
import { ObjectReader } from './object-reader.js';
import { Git, type GitAnswer } from './run-git.js';

/** A repository that is read from. Only its objects and its list of files are looked at; nothing is checked out or written. */
export interface Repository {
  /** Runs git and counts its processes. */
  readonly git: Git;
  /** Absolute folder of the files that are worked on; `undefined` in a bare repository. */
  readonly top: string | undefined;
  /** Where the folder that it was opened from lies in it: `teams/claims`, or empty for the top. */
  readonly folder: string;
  /** True when the clone holds only the newest part of the history. */
  readonly isShallow: boolean;
  /** Contents of files and commits by their id, shared by everything that is read from this repository. */
  readonly objects: ObjectReader;
  /** Which files its commits hold. */
  readonly lists: FileLists;
  /** What names lead to. */
  readonly names: NameReader;
  /** Where two commits parted, as far as it was asked so far. */
  readonly partings: Partings;
}

/** The ids of two commits. */
export type Pair = readonly [string, string];

/** The ids of the commits at which two parted, the one first that git would name, by {@link pairKey}. Empty where they have no common history. */
export type Partings = Map<string, readonly string[]>;

export function pairKey(pair: Pair): string {
  return pair.join(' ');
}

/**
 * Opens the repository that a folder lies in. Takes one process, and another one for what is asked of names.
 *
 * @param folder - Absolute path.
 * @param pairsToCome - Asks what names lead to, and says of which commits it will be asked where they parted.
 */
export function openRepository(folder: string, pairsToCome: (names: NameReader) => readonly Pair[] = () => []): Repository | GitProblem {
  const around = repositoryAround(folder);
  if (around.kind === 'none') return noRepository(folder);
  if (around.kind === 'embedded') return embedded(around.folder);
  const git = new Git(folder, around.kind === 'bare' ? ['safe.bareRepository=all'] : []);
  const names = new NameReader(git);
  const answer = askFacts(git, pairsToCome(names));
  if (answer.code !== 0) return whyClosed(folder, answer);
  const { words: [isBare = '', isShallow = '', ...prefix], partings } = readFacts(answer.out.toString('utf8'));
  if (![isBare, isShallow].every((word) => word === 'true' || word === 'false')) return oldGit;
  const inside = prefix.join('\n').replace(/\/?\n?$/, '');
  const top = isBare === 'true' ? undefined : resolve(realpathSync.native(folder), ...inside.split('/').map((name) => (name === '' ? '.' : '..')));
  return { git, names, partings, top, folder: inside, isShallow: isShallow === 'true', objects: new ObjectReader(git), lists: new FileLists(git) };
}

/** Where a part of the history is lost, git refuses to say anything; then it is asked again when somebody needs to know. */
function askFacts(git: Git, pairs: readonly Pair[]): GitAnswer {
  const facts = ['--is-bare-repository', '--is-shallow-repository', '--show-prefix'];
  const answer = git.run(['rev-parse', ...pairs.map((pair) => pair.join('...')), ...facts]);
  return answer.code === 0 || pairs.length === 0 ? answer : git.run(['rev-parse', ...facts]);
}

/** Of each pair git tells the second, the first, and behind a `^` where they parted. */
function readFacts(said: string): { readonly words: readonly string[]; readonly partings: Partings } {
  const words = said.split('\n');
  const partings = new Map<string, string[]>();
  let at = 0;
  while (isId(words[at])) {
    const found: string[] = [];
    partings.set(pairKey([words[at + 1]!, words[at]!]), found);
    for (at += 2; words[at]?.startsWith('^') === true; at += 1) found.push(words[at]!.slice(1));
  }
  return { words: words.slice(at), partings };
}

function isId(word: string | undefined): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(word ?? '');
}

function noRepository(folder: string): GitProblem {
  return { reason: 'no-repository', problem: `\`${shown(folder)}\` does not lie in a git repository. Run this where the repository is. A verb that compares two versions takes two folders or two files as well.` };
}

function embedded(folder: string): GitProblem {
  return { reason: 'embedded-repository', problem: `The folder \`${shown(folder)}\` is laid out like the inside of a git repository and lies in another one, so git would read a history that may have come with the files. Delete its file \`HEAD\`, or run this from outside of that folder.` };
}

const oldGit: GitProblem = { reason: 'old-git', problem: 'This git is too old to say what is asked of it. Install git 2.20 or newer.' };

/** Also the folder may be gone, which looks as if git were. */
function whyClosed(folder: string, answer: GitAnswer): GitProblem {
  if (!existsSync(folder)) return { reason: 'no-repository', problem: `There is no folder \`${shown(folder)}\`. Check how it is written.` };
  if (answer.said.includes('dubious ownership') || answer.said.includes('safe.directory')) return dubious(answer.said);
  if (answer.said.includes('not a git repository')) return noRepository(folder);
  return failureOf(answer, 'reading versions from it');
}

function dubious(said: string): GitProblem {
  const [, path = ''] = /safe\.directory (.+)/.exec(said) ?? [];
  return { reason: 'dubious-ownership', problem: `The repository belongs to another user, so git does not read it. If you trust it, run \`git config --global --add safe.directory ${path === '' ? 'FOLDER' : path}\`.` };
}
