import { listOf, quoted, shown } from '../../base/words.js';
import type { BatchAnswer } from './batch.js';
import { commitToCome, dateIn, treeIn, type Commit } from './commit.js';
import { failureOf, howToComplete, howToFetch, howToUnshallow, isIncomplete, type GitProblem } from './git-problem.js';
import { fullNamesOf, idsIn, isFullName, namesBehind, type RefName } from './ref-names.js';
import type { NameReader } from './name-reader.js';
import { pairKey, type Repository } from './repository.js';

/** What a name leads to: a commit, a reason to refuse it, or nothing. */
export type Pinned = Commit | GitProblem | undefined;

/**
 * Finds the commits that names stand for, all in one process. What somebody wrote reaches git on its standard input as a full
 * name, never as an argument; and a name counts only where nothing else can be meant by it.
 *
 * @returns What each of them leads to. Where that is nothing, {@link whyUnknown} says more.
 */
export function pinCommits(repository: Repository, names: readonly RefName[]): readonly Pinned[] {
  if (names.length === 0) return [];
  const failed = repository.names.ask(names.flatMap(questionsAbout));
  return names.map((name) => (failed === undefined ? pin(repository, name) : failureOf(failed, 'finding the version')));
}

/** The commit that a name leads to, if there is one and no other can be meant. */
export type Commits = (name: RefName) => Commit | undefined;

/** The same before it is known what repository it is. */
export function commitsNamed(known: NameReader, names: readonly RefName[]): Commits {
  const failed = known.ask(names.flatMap(questionsAbout));
  return (name) => {
    const [only, ...others] = failed === undefined ? meanings(name.name, known) : [];
    return only === undefined || others.length > 0 ? undefined : commitAt(only + name.steps, known);
  };
}

function questionsAbout({ name, steps }: RefName): readonly string[] {
  const full = fullNamesOf(name);
  const meant = [...full, ...idsIn(name)];
  return [...meant, ...meant.map((each) => each + steps), ...full.flatMap(namesBehind)].map(commitOf);
}

/** Only commits are asked for, because a tag may as well be that of one large file. */
function commitOf(name: string): string {
  return `${name}^{commit}`;
}

function pin(repository: Repository, ref: RefName): Pinned {
  const meant = meanings(ref.name, repository.names);
  if (meant.length > 1) return ambiguous(ref, meant);
  const [only] = meant;
  return only === undefined ? undefined : (commitAt(only + ref.steps, repository.names) ?? noSuchStep(repository, ref));
}

function commitAt(name: string, known: NameReader): Commit | undefined {
  const found = known.of(commitOf(name));
  return found === undefined ? undefined : { id: found.id, date: dateIn(found.content), ...treeIn(found.content) };
}

/**
 * The names that lead to a commit, with those behind them: where one of these leads somewhere too, nobody can tell from the answer
 * whether there is anything under the name in front of it. The beginning of an id counts only for the id of a commit.
 */
function meanings(name: string, known: NameReader): readonly string[] {
  const foundUnder = (each: string): BatchAnswer => known.of(commitOf(each));
  const full = fullNamesOf(name).filter(foundUnder);
  const behind = full.flatMap(namesBehind).filter(foundUnder);
  const ids = idsIn(name).filter((id) => id.length === foundUnder(id)?.id.length || foundUnder(id)?.id.startsWith(id));
  return [...new Set([...full, ...behind, ...ids])];
}

function ambiguous({ text, name }: RefName, names: readonly string[]): GitProblem {
  const next = isFullName(name) ? 'Rename all but one of them, or write the id of the commit.' : `Write ${listOf(quoted(names), 'or')}.`;
  return { reason: 'ambiguous', problem: `\`${shown(text)}\` can mean ${listOf(quoted(names))}. ${next}` };
}

function noSuchStep({ isShallow }: Repository, { text, name, steps }: RefName): GitProblem {
  if (isShallow) return { reason: 'shallow', problem: `\`${shown(text)}\` lies before the part of the history that this clone holds. ${howToUnshallow}` };
  return { reason: 'unknown', problem: `\`${shown(name)}\` is a version, but \`${shown(steps)}\` leads beyond the first one. Go back fewer steps.` };
}

/** Why a name leads to no commit. Takes up to three processes. */
export function whyUnknown(repository: Repository, ref: RefName): GitProblem {
  if (ref.name === 'HEAD') return whyNoHead(repository);
  if (idsIn(ref.name).some((id) => beginsSeveral(repository, id))) return tooShort(ref);
  const names = fullNamesOf(ref.name).filter((name) => name.startsWith('refs/'));
  const listed = names.length === 0 ? '' : repository.git.run(['for-each-ref', '--format=%(objectname) %(refname)', ...names]).out.toString('utf8');
  const [id] = listed.split('\n').map((line) => line.split(' ')).find(([, name = '']) => names.includes(name)) ?? [];
  return id === undefined ? unknown(repository, ref) : noCommit(repository, ref, id);
}

function beginsSeveral({ git }: Repository, id: string): boolean {
  return git.run(['rev-parse', `--disambiguate=${id}`]).out.toString('latin1').trim().includes('\n');
}

function tooShort({ text }: RefName): GitProblem {
  return { reason: 'ambiguous', problem: `Several things in this repository have an id that begins with \`${shown(text)}\`. Write more of it.` };
}

function whyNoHead({ git }: Repository): GitProblem {
  if (git.run(['rev-parse', '--verify', '--quiet', 'HEAD']).code === 0) return incomplete('HEAD');
  return { reason: 'unborn', problem: 'This repository has no commit yet, so there is no earlier version. Make the first commit.' };
}

function noCommit({ git }: Repository, { text }: RefName, id: string): GitProblem {
  const { out } = git.run(['cat-file', '--batch-check'], { input: `${id}\n` });
  if (!/ (?:blob|tree|tag) \d+\n$/.test(out.toString('latin1'))) return incomplete(text);
  return { reason: 'not-a-commit', problem: `\`${shown(text)}\` does not name a version but a file or a folder. Name a branch or the tag of a version.` };
}

function incomplete(text: string): GitProblem {
  return { reason: 'missing-object', problem: `\`${shown(text)}\` is known, but its commit is not in this clone or is damaged. ${howToComplete}` };
}

function unknown({ isShallow }: Repository, { text, name }: RefName): GitProblem {
  const branch = /^(?:refs\/remotes\/)?origin\/(.+)$/.exec(name)?.[1];
  const fetch = branch === undefined ? 'git fetch' : howToFetch(shown(branch));
  const next = isShallow ? `This clone holds only a part of the history. ${howToUnshallow}` : `Check how it is written, or run \`${fetch}\` first.`;
  return { reason: 'unknown', problem: `There is no branch, tag or commit \`${shown(text)}\` here. ${next}` };
}

/**
 * The commit at which two lines of history parted: the newest that both hold. Where each has taken in what the other began with, there are several, and none of them is
 * taken: against one of them a change that takes back what the other brought would look like no change. Takes one process, none for a commit and itself or
 * where it is known.
 */
export function mergeBase(repository: Repository, a: Commit, b: Commit): Commit | GitProblem {
  if (a.id === b.id) return a;
  const ids = partingsOf(repository, a, b);
  if ('problem' in ids) return ids;
  const [id, ...others] = ids;
  if (others.length > 0) return crossed(ids);
  if (id !== undefined) return [a, b].find((each) => each.id === id) ?? commitToCome(id, repository.objects);
  if (repository.isShallow) return { reason: 'shallow', problem: `This clone is shallow and does not reach back to where the two versions parted. ${howToUnshallow}` };
  return { reason: 'unrelated', problem: 'The two versions have no common history, so they never parted. Name the version to compare with.' };
}

function crossed(ids: readonly string[]): GitProblem {
  const named = listOf(quoted(ids.slice(0, 3).map((id) => id.slice(0, 12))));
  return { reason: 'ambiguous', problem: `The two versions parted more than once, such as at ${named}, because each has taken in what the other began with. Against one of these commits not every change would be seen. Take the newest of the branch in first, for example with \`git merge origin/main\`: then there is one.` };
}

/** Git may have said before that it found none only because a part of the history is lost, so that is asked for by itself. What it says is asked once. */
function partingsOf(repository: Repository, a: Commit, b: Commit): readonly string[] | GitProblem {
  const key = pairKey([a.id, b.id]);
  const known = repository.partings.get(key) ?? [];
  const ids = known.length > 0 ? known : askMergeBases(repository, a, b);
  if (!('problem' in ids) && ids.length > 0) repository.partings.set(key, ids);
  return ids;
}

function askMergeBases({ git }: Repository, a: Commit, b: Commit): readonly string[] | GitProblem {
  const answer = git.run(['merge-base', '--all', a.id, b.id]);
  const ids = answer.out.toString('latin1').split('\n').filter((line) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(line));
  if (answer.code === 0 && ids.length > 0) return ids;
  return answer.code === 1 && !isIncomplete(answer.said) ? [] : failureOf(answer, 'finding where the two versions parted');
}
