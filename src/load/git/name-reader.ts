import { readBatch, type BatchAnswer } from './batch.js';
import type { Git, GitAnswer } from './run-git.js';

/** What names lead to. Each is asked once, so that a name means the same commit as long as a repository is read. */
export class NameReader {
  readonly #git: Git;
  readonly #known = new Map<string, BatchAnswer>();

  constructor(git: Git) {
    this.#git = git;
  }

  /** Asks for those that are not known yet, all by one process. Returns what git said where it failed. */
  ask(questions: readonly string[]): GitAnswer | undefined {
    const open = [...new Set(questions)].filter((each) => !this.#known.has(each));
    if (open.length === 0) return undefined;
    const answer = this.#git.run(['cat-file', '--batch'], { input: open.map((each) => `${each}\n`).join(''), most: 64 * 1024 * 1024 });
    const answers = readBatch(answer.out);
    if (answer.code !== 0 || answers.length !== open.length) return answer;
    for (const [index, question] of open.entries()) this.#known.set(question, answers[index]);
    return undefined;
  }

  /** What one of them leads to, once it was asked. */
  of(question: string): BatchAnswer {
    return this.#known.get(question);
  }
}
