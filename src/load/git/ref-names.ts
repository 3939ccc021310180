/**
 * How a version may be written, and which full names it may stand for. Git itself takes far more: dates, searches, places in the
 * log of a branch. What may mean another commit tomorrow, or several at once, is refused.
 */
import { shown } from '../../base/words.js';
import type { GitProblem } from './git-problem.js';

/** The name of a branch, tag or commit, with the steps back that follow it: `main~2`. */
export interface RefName {
  /** As it was written. */
  readonly text: string;
  readonly name: string;
  /** `~2`, `^`, or empty. */
  readonly steps: string;
}

/** Reads a name; what is no name is refused with the reason. */
export function readRefName(text: string): RefName | GitProblem {
  if (text === '') return { reason: 'malformed', problem: `An empty text names no version. ${namesOnly} Where it comes from a variable, that one is not set.` };
  const [, name = '', steps = ''] = /^([^~^]*)((?:[~^]\d{0,9})*)$/s.exec(text) ?? [];
  const why = whyRefused(text, name);
  if (why !== undefined) return { reason: 'malformed', problem: `\`${shown(text)}\` ${why}` };
  return { text, name: name === '@' ? 'HEAD' : name, steps };
}

const namesOnly = 'Write the name of a branch, a tag or a commit.';

function whyRefused(text: string, name: string): string | undefined {
  if (text.startsWith('-')) return `begins with a dash, and no version does. ${namesOnly} A file of that name is written \`./${shown(text)}\`.`;
  if (text.includes('..')) return 'names more than one version. Write the two versions one after the other.';
  if (text.includes('@{')) return 'asks what a branch was at some time here, and elsewhere it would mean another commit. Write the id of the commit.';
  if (name === '' || /[\0-\x20\x7f:?*[\\]|\p{Surrogate}/u.test(name)) return `is not the name of a version. ${namesOnly}`;
  if (text.length > 1000 || /^[./]|\/[./]|\/$|\.$|\.lock(?:$|\/)/.test(name)) return `is not the name of a version. ${namesOnly}`;
  return undefined;
}

/** Names that git keeps for itself beside branches and tags. */
const specialNames: ReadonlySet<string> = new Set(['HEAD', 'FETCH_HEAD', 'ORIG_HEAD', 'MERGE_HEAD']);

/** True for a name that can mean one thing only: `HEAD`, `refs/heads/main`. */
export function isFullName(name: string): boolean {
  return specialNames.has(name) || name.startsWith('refs/');
}

/** The full names that a name may stand for. */
export function fullNamesOf(name: string): readonly string[] {
  return isFullName(name) ? [name] : namesBehind(name);
}

/** Where git looks when there is nothing under a name itself, even when it is a full one: a tag may be named `refs/heads/main`. */
export function namesBehind(name: string): readonly string[] {
  return [`refs/${name}`, `refs/tags/${name}`, `refs/heads/${name}`, `refs/remotes/${name}`, `refs/remotes/${name}/HEAD`];
}

/** The id that a name may be, whole or its beginning; empty when it can be none. */
export function idsIn(name: string): readonly string[] {
  return /^[0-9a-f]{4,64}$/i.test(name) ? [name.toLowerCase()] : [];
}
