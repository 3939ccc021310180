import { statSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { shown } from '../base/words.js';
import type { GitProblem } from './git/git-problem.js';
import { isFullName, readRefName, type RefName } from './git/ref-names.js';

/** What a version is named by; one text may be both until the repository has been asked. */
export interface RevisionName {
  readonly text: string;
  readonly disk?: DiskPlace;
  readonly commit?: CommitPlace;
}

/** A folder or a file as it lies on disk. */
export interface DiskPlace {
  /** Absolute. */
  readonly path: string;
  readonly isFile: boolean;
}

/** A commit, or a path in one. */
export interface CommitPlace {
  readonly ref: RefName;
  /** What stands behind the colon of `ref:path`. */
  readonly path?: string;
}

/** Reads how a version is named: a folder, a file, a branch, tag or commit, or a path in one of these: `main~2:journeys`. */
export function readRevisionName(folder: string, text: string): RevisionName | GitProblem {
  const disk = onDisk(folder, text);
  if (isPlainlyPath(text)) return disk === undefined ? noFile(text) : { text, disk };
  const commit = readCommitPlace(text);
  if (!('problem' in commit)) return disk === undefined || isFullName(commit.ref.name) ? { text, commit } : { text, commit, disk };
  return disk === undefined || text.startsWith('-') ? commit : { text, disk };
}

/** What begins so is never the name of a branch. */
function isPlainlyPath(text: string): boolean {
  return /^\.{1,2}(?:[\\/]|$)/.test(text) || isAbsolute(text);
}

function noFile(text: string): GitProblem {
  return { reason: 'not-there', problem: `There is no file or folder \`${shown(text)}\`. Check how it is written.` };
}

function readCommitPlace(text: string): CommitPlace | GitProblem {
  const [, before, path] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (before === '') return { reason: 'malformed', problem: `\`${shown(text)}\` names no version in front of its colon. Write one there, such as \`main:claims\`, or the name of a branch, a tag or a commit alone.` };
  const ref = readRefName(before ?? text);
  if ('problem' in ref) return ref;
  return path === undefined ? { ref } : { ref, path };
}

/** Pipes and devices hold no documents, and nobody waits for them. */
function onDisk(folder: string, text: string): DiskPlace | undefined {
  try {
    const path = resolve(folder, text);
    const stats = text === '' ? undefined : statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true || stats?.isDirectory() === true ? { path, isFile: stats.isFile() } : undefined;
  } catch {
    return undefined;
  }
}
