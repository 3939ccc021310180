import { isYamlFile } from '../file-tree.js';
import { instantAt } from './commit.js';
import { problemOf, type Entry } from './file-lists.js';
import { failureOf, type GitProblem } from './git-problem.js';
import type { Repository } from './repository.js';

/** A commit that a branch was at. */
export interface BranchCommit {
  readonly id: string;
  /** Who is named as its author. Whoever commits can write any name, so it proves nothing. */
  readonly author: string;
  /** When it was committed, in UTC; `undefined` where that is no time at all. */
  readonly date: string | undefined;
  /** What it did to files that may hold a document, against the commit that the branch was at before. Empty where it did nothing to them. */
  readonly edits: readonly FileEdit[];
  /** The same of files with words that a document may name. */
  readonly texts: readonly FileEdit[];
}

/** What a commit did to a file. */
export interface FileEdit {
  readonly path: string;
  /** The file as it is from then on; `undefined` when it is gone. */
  readonly entry: Entry | undefined;
}

/** No setting of a repository may have signatures verified, the first commit left out, a merge told against all that it merges or names written in other bytes. */
const settings = ['-c', 'i18n.logOutputEncoding=UTF-8', '-c', 'log.showSignature=false', '-c', 'log.showRoot=true', '-c', 'log.diffMerges=first-parent'];
const filesAsked = ['yaml', 'yml', 'md', 'txt', 'html', 'htm'].map((ending) => `:(top,icase)*.${ending}`);

/** The commits that a branch was at, one after the other: what was merged is one step. The oldest comes first. Takes one process. */
export function firstParents({ git }: Repository, tip: string): readonly BranchCommit[] | GitProblem {
  const options = ['--first-parent', '--sparse', '-m', '--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--format=%H %ct %an'];
  const answer = git.run([...settings, 'log', ...options, tip, '--', ...filesAsked]);
  return answer.code === 0 ? readLog(answer.out).toReversed() : failureOf(answer, 'reading the history');
}

/** A name may hold anything but NUL, so only NUL ends a word. */
function readLog(out: Buffer): BranchCommit[] {
  const commits: OpenCommit[] = [];
  const words = wordsOf(out);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!.toString('utf8');
    const [, mode, id] = /^\n?:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*$/.exec(word) ?? [];
    if (mode !== undefined) add(commits.at(-1), editOf(mode, id!, words[(at += 1)] ?? Buffer.alloc(0)));
    else commits.push(commitOf(word));
  }
  return commits;
}

/** A commit while it is read. */
interface OpenCommit extends BranchCommit {
  readonly edits: FileEdit[];
  readonly texts: FileEdit[];
}

function add(commit: OpenCommit | undefined, edit: FileEdit): void {
  (isYamlFile(edit.path) ? commit?.edits : commit?.texts)?.push(edit);
}

function commitOf(word: string): OpenCommit {
  const [, id = '', seconds, author = ''] = /^\n?([0-9a-f]+) (\S*) ?(.*)$/s.exec(word) ?? [];
  return { id, author, date: dateOf(seconds), edits: [], texts: [] };
}

function wordsOf(out: Buffer): readonly Buffer[] {
  const words: Buffer[] = [];
  for (let at = 0, end = out.indexOf(0); end >= 0; at = end + 1, end = out.indexOf(0, at)) words.push(out.subarray(at, end));
  return words;
}

function editOf(mode: string, id: string, name: Buffer): FileEdit {
  return { path: name.toString('utf8'), entry: mode === '000000' ? undefined : { mode, id, problem: problemOf(name) } };
}

function dateOf(seconds: string | undefined): string | undefined {
  return seconds !== undefined && /^-?\d{1,15}$/.test(seconds) ? instantAt(Number(seconds)) : undefined;
}
