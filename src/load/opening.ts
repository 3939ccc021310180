import { commitsNamed, type Commits } from './git/pin-commits.js';
import type { GitProblem } from './git/git-problem.js';
import type { RefName } from './git/ref-names.js';
import { openRepository, type Pair, type Repository } from './git/repository.js';
import { Git } from './git/run-git.js';

/** What stays the same while versions are opened. */
export class Opening {
  readonly folder: string;
  /** Says which files on disk count. */
  readonly disk: Git;
  #opened: Repository | GitProblem | undefined;

  constructor(folder: string) {
    this.folder = folder;
    this.disk = new Git(folder);
  }

  get repository(): Repository | GitProblem {
    return this.#opened ??= openRepository(this.folder);
  }

  /** Opens the repository, and asks before what names lead to and with it where some of the commits parted. */
  ask(refs: readonly RefName[], pairs: (found: Commits) => readonly Pair[] = () => []): Repository | GitProblem {
    return this.#opened ??= openRepository(this.folder, (names) => pairs(commitsNamed(names, refs)));
  }

  readonly known = {
    processes: (): number => this.disk.processes + (this.#opened !== undefined && 'git' in this.#opened ? this.#opened.git.processes : 0),
    top: (): string | undefined => ('git' in this.repository ? this.repository.top : undefined),
    repository: (): Repository | GitProblem => this.repository,
  };
}
