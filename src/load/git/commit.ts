import type { ObjectReader } from './object-reader.js';

/** One commit by its id, which never comes to mean another one. */
export interface Commit {
  /** 40 or 64 hexadecimal digits. */
  readonly id: string;
  /**
   * When it was committed, in UTC: `2026-11-22T09:30:00Z`. Whoever commits can write any time, so it proves nothing; `undefined`
   * where it is no time at all.
   */
  readonly date: string | undefined;
  /** The id of its list of files; absent where the commit was not read yet. */
  readonly tree?: string;
}

/** A commit whose date is read together with whatever else is read. */
export function commitToCome(id: string, objects: ObjectReader): Commit {
  objects.expectCommit(id);
  return {
    id,
    get date() {
      const content = objects.commit(id);
      return content === undefined ? undefined : dateIn(content);
    },
  };
}

/** A commit begins with the id of its list of files. */
export function treeIn(commit: Buffer): Pick<Commit, 'tree'> {
  const [, tree] = /^tree ([0-9a-f]{40,64})\n/.exec(commit.toString('latin1', 0, 80)) ?? [];
  return tree === undefined ? {} : { tree };
}

/** A commit says when it was made in seconds, with an offset that changes nothing: `committer A. B. <a@b.example> 1795368390 +0100`. */
export function dateIn(commit: Buffer): string | undefined {
  const start = commit.indexOf('\ncommitter ');
  const end = start < 0 ? -1 : commit.indexOf(10, start + 1);
  const word = end < 0 ? '' : (commit.toString('latin1', Math.max(start, end - 40), end).split(' ').at(-2) ?? '');
  return /^-?\d{1,15}$/.test(word) ? instantAt(Number(word)) : undefined;
}

/** A moment, from the seconds since 1970. Years have four digits. */
export function instantAt(seconds: number): string | undefined {
  const isWritable = seconds >= Date.parse('0000-01-01T00:00:00Z') / 1000 && seconds <= Date.parse('9999-12-31T23:59:59Z') / 1000;
  return isWritable ? new Date(seconds * 1000).toISOString().replace('.000Z', 'Z') : undefined;
}
