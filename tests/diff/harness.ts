import type { Edit } from '../../src/diff/change-kind.js';
import type { Change } from '../../src/diff/change.js';
import { diff } from '../../src/diff/diff.js';
import { exampleFiles } from '../../src/diff/example-files.js';
import { afterEdits, workspaceOf } from '../../src/diff/example-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';

const example = workspaceOf(exampleFiles);

/** An edit of one file: a text and what stands in its place; an empty text is the end of the file. */
export type Replacement = readonly [file: string, from: string, to: string];

/** A sound workspace; a text that does not fit the language is a mistake of the test. */
export function sound(texts: { readonly [path: string]: string }): Workspace {
  const workspace = workspaceOf(texts);
  const problems = workspace.documents.flatMap((document) => document.problems.map(({ message }) => message));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return workspace;
}

/** The files of the example after some edits. */
export function files(...edits: readonly Replacement[]): { readonly [path: string]: string } {
  return afterEdits(edits.map(([file, from, to]): Edit => ({ file, from, to })));
}

/** What some edits of the example workspace change. */
export function changes(...edits: readonly Replacement[]): readonly Change[] {
  return diff(example, sound(files(...edits)));
}

/** Kind and subject of every change, and its level where that is not `compatible`. */
export function told(list: readonly Change[]): readonly string[] {
  return list.map(({ kind, subject, level, regulated }) => `${kind} ${subject}${level === 'compatible' ? '' : ` ${level}`}${regulated ? ' regulated' : ''}`);
}

/** The same, back and forth. */
export function toldBack(...edits: readonly Replacement[]): readonly string[] {
  return told(diff(sound(files(...edits)), example));
}
