import { readBatch, type BatchAnswer } from './batch.js';
import type { Git } from './run-git.js';

/** The most that one process is asked for: bytes of content and files. What is beyond is read by the next one. */
const most = { bytes: 128 * 1024 * 1024, files: 40_000 };

/**
 * Contents of files and commits by their id. Whoever will need some says so first; at the first look at one of them all are read
 * by one process. What two revisions have in common is read once.
 */
export class ObjectReader {
  readonly #git: Git;
  /** Files to come, by their size. */
  readonly #files = new Map<string, number>();
  /** How long a commit is, nobody knows beforehand, so commits are asked for last. */
  readonly #commits = new Set<string>();
  readonly #read = new Map<string, BatchAnswer>();

  constructor(git: Git) {
    this.#git = git;
  }

  /** Notes that a file will be needed. */
  expectFile(id: string, size: number): void {
    if (!this.#read.has(id)) this.#files.set(id, size);
  }

  /** Notes that a commit will be needed. */
  expectCommit(id: string): void {
    if (!this.#read.has(id)) this.#commits.add(id);
  }

  /** The bytes of a file as they were committed; `undefined` when they are missing or damaged. */
  file(id: string): Uint8Array | undefined {
    return this.#contentOf(id, 'blob');
  }

  /** A commit as git keeps it; `undefined` when it is missing or damaged. */
  commit(id: string): Buffer | undefined {
    return this.#contentOf(id, 'commit');
  }

  #contentOf(id: string, type: string): Buffer | undefined {
    if (!this.#read.has(id)) this.#fetch(id);
    const answer = this.#read.get(id);
    return answer?.type === type ? answer.content : undefined;
  }

  #fetch(first: string): void {
    const ids = this.#nextWith(first);
    const { code, out } = this.#git.run(['cat-file', '--batch', '--buffer'], { input: `${ids.join('\n')}\n`, most: 2 * most.bytes });
    const answers = readBatch(out);
    for (const [index, answer] of answers.entries()) this.#keep(ids[index]!, answer);
    this.#giveUp(ids.slice(answers.length), code);
    if (!this.#read.has(first)) this.#keep(first, undefined);
  }

  /** Files first, beginning with the one that is asked for. */
  #nextWith(first: string): readonly string[] {
    const ids = new Set(this.#commits.has(first) ? [] : [first]);
    let bytes = this.#files.get(first) ?? 0;
    for (const [id, size] of this.#files) {
      bytes += id === first ? 0 : size;
      if (bytes > most.bytes || ids.size >= most.files) break;
      ids.add(id);
    }
    return [...ids, ...this.#commits];
  }

  /** Git stops at a damaged object, and those behind it may be sound. Where it did not stop by itself, asking again would not help. */
  #giveUp(unanswered: readonly string[], code: number | undefined): void {
    const lost = code === undefined ? unanswered : unanswered.slice(0, 1);
    for (const id of lost) this.#keep(id, undefined);
  }

  #keep(id: string, answer: BatchAnswer): void {
    this.#files.delete(id);
    this.#commits.delete(id);
    this.#read.set(id, answer);
  }
}
