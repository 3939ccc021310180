import { readBatch, type BatchAnswer } from './batch.js';
import { isAboutFilter } from './git-problem.js';
import type { Git, GitAnswer } from './run-git.js';

/** The most that one process is asked for: bytes of content and files. What is beyond is read by the next one. */
const most = { bytes: 128 * 1024 * 1024, files: 40_000 };

/**
 * Contents of files and commits by their id. Whoever will need some says so first; at the first look at one of them all are read
 * by one process. What two revisions have in common is read once. Only where they are more than one process is asked for, their sizes
 * are asked first, and they are read in parts without those that nobody can use.
 */
export class ObjectReader {
  readonly #git: Git;
  readonly #most: typeof most;
  /** Files to come, with the most bytes that each may have to be of use. */
  readonly #files = new Map<string, number>();
  /** The same of those that may turn out not to be needed: a clone may do without them. */
  readonly #texts = new Map<string, number>();
  /** How long a commit is, nobody knows beforehand. */
  readonly #commits = new Set<string>();
  readonly #read = new Map<string, BatchAnswer>();
  /** Bytes of files that were asked for before they are read; `undefined` where they are not there. */
  readonly #sizes = new Map<string, number | undefined>();
  #isMuch = false;

  /** @param bounds - The most that one process is asked for. */
  constructor(git: Git, bounds = most) {
    this.#git = git;
    this.#most = bounds;
  }

  /** Notes that a file will be needed, unless it has more bytes than that. */
  expectFile(id: string, mostBytes: number): void {
    if (!this.#read.has(id)) this.#files.set(id, Math.max(mostBytes, this.#files.get(id) ?? 0));
  }

  /** Notes that a file may be needed, unless it has more bytes than that. */
  expectText(id: string, mostBytes: number): void {
    if (!this.#read.has(id) && !this.#files.has(id)) this.#texts.set(id, mostBytes);
  }

  /** Notes that a commit will be needed. */
  expectCommit(id: string): void {
    if (!this.#read.has(id)) this.#commits.add(id);
  }

  /** The bytes of a file as they were committed, however many; `undefined` when they are missing or damaged. */
  file(id: string): Uint8Array | undefined {
    return this.#contentOf(id, 'blob');
  }

  /** How many bytes a file has; `undefined` when it is missing or damaged. */
  sizeOf(id: string): number | undefined {
    if (!this.#read.has(id) && !this.#sizes.has(id)) this.#learn(id);
    return this.#read.has(id) ? this.#read.get(id)?.content.length : this.#sizes.get(id);
  }

  /** A commit as git keeps it; `undefined` when it is missing or damaged. */
  commit(id: string): Buffer | undefined {
    return this.#contentOf(id, 'commit');
  }

  #contentOf(id: string, type: string): Buffer | undefined {
    if (!this.#read.has(id) && (this.#isMuch || !this.#readAll(id))) this.#readPart(id);
    const answer = this.#read.get(id);
    return answer?.type === type ? answer.content : undefined;
  }

  #learn(id: string): void {
    if (this.#isMuch || !this.#readAll(id)) this.#askSizes([id]);
  }

  /** False where it is more than one process is asked for. */
  #readAll(first: string): boolean {
    const ids = [...new Set([first, ...this.#files.keys(), ...this.#commits, ...this.#texts.keys()])];
    this.#isMuch = ids.length > this.#most.files || !this.#ask(first, ids, this.#most.bytes);
    return !this.#isMuch;
  }

  /** A part that is small enough, beginning with the one that is asked for. */
  #readPart(first: string): void {
    this.#askSizes([]);
    this.#ask(first, this.#partWith(first), 2 * this.#most.bytes);
    if (!this.#read.has(first)) this.#keep(first, undefined);
  }

  #ask(first: string, ids: readonly string[], mostBytes: number): boolean {
    const answer = this.#git.run(['cat-file', '--batch', '--buffer'], { input: `${ids.join('\n')}\n`, most: mostBytes });
    if (answer.failure === 'too-much') return false;
    const answers = readBatch(answer.out);
    for (const [index, each] of answers.entries()) this.#keep(ids[index]!, each);
    for (const id of lostAmong(ids.slice(answers.length), answer)) this.#keep(id, undefined);
    if (!this.#read.has(first)) this.#keep(first, undefined);
    return true;
  }

  /** Asks for the sizes of all files to come, and of others. What cannot be used is not expected any more. */
  #askSizes(others: readonly string[]): void {
    const ids = [...new Set([...others, ...this.#files.keys(), ...this.#texts.keys()])].filter((id) => !this.#sizes.has(id));
    const said = ids.length === 0 ? '' : this.#git.run(['cat-file', '--batch-check'], { input: ids.map((id) => `${id}\n`).join('') }).out.toString('latin1');
    const sizes = new Map([...said.matchAll(/^([0-9a-f]+) blob (\d+)$/gm)].map(([, id, size]) => [id!, Number(size)]));
    for (const id of ids) this.#sizes.set(id, sizes.get(id));
    for (const expected of [this.#files, this.#texts]) this.#forgetUseless(expected);
  }

  #forgetUseless(expected: Map<string, number>): void {
    for (const [id, mostBytes] of expected) {
      const size = this.#sizes.get(id);
      if (size === undefined || size > mostBytes) expected.delete(id);
    }
  }

  #partWith(first: string): readonly string[] {
    const ids = new Set([first]);
    let bytes = this.#sizes.get(first) ?? 0;
    for (const id of [...this.#files.keys(), ...this.#texts.keys()]) {
      bytes += id === first ? 0 : (this.#sizes.get(id) ?? 0);
      if (bytes > this.#most.bytes || ids.size >= this.#most.files) break;
      ids.add(id);
    }
    return [...new Set([...ids, ...this.#commits])];
  }

  #keep(id: string, answer: BatchAnswer): void {
    this.#files.delete(id);
    this.#texts.delete(id);
    this.#commits.delete(id);
    this.#read.set(id, answer);
  }
}

/**
 * Git stops at a damaged object, and those behind it may be sound. Where it did not stop by itself, or stopped at what a clone with a filter
 * lacks, asking again would not help.
 */
function lostAmong(unanswered: readonly string[], { code, said }: GitAnswer): readonly string[] {
  return code === undefined || isAboutFilter(said) ? unanswered : unanswered.slice(0, 1);
}
