import { spawnSync } from 'node:child_process';
import { devNull } from 'node:os';

/** Settings that keep a repository's own configuration from running anything or asking anybody. */
const safeEnvironment = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: devNull,
  GIT_NO_LAZY_FETCH: '1',
  /** An older git does not know the line above. It may then still ask the network, but by a protocol that there is not. */
  GIT_ALLOW_PROTOCOL: '-',
  LC_ALL: 'C',
} as const;

const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.quotepath=false'];

/** What one call of git came to. */
export interface GitAnswer {
  /** 0 when git did what it was asked for; `undefined` when it did not end by itself. */
  readonly code: number | undefined;
  readonly out: Buffer;
  /** What it said beside its output, for people. */
  readonly said: string;
  /** Why it did not end by itself: there is no git, it took too long, or it had more to tell than was asked for. */
  readonly failure?: 'absent' | 'slow' | 'too-much' | 'broken';
}

/** What a call of git may differ in. */
export interface GitCall {
  /** Where it runs, when not in the folder that was given first. */
  readonly folder?: string;
  /** What it reads. */
  readonly input?: string;
  /** The most bytes that it may print. */
  readonly most?: number;
}

/** Runs git in a folder, without a shell, and counts how often. */
export class Git {
  readonly folder: string;
  readonly #settings: readonly string[];
  #processes = 0;

  /** @param extra - Further settings, each `name=value`. */
  constructor(folder: string, extra: readonly string[] = []) {
    this.folder = folder;
    this.#settings = [...settings, ...extra.flatMap((each) => ['-c', each])];
  }

  /** How many processes were started so far. */
  get processes(): number {
    return this.#processes;
  }

  /** Arguments are never what somebody wrote: that goes through `input`, or is an object id by then. */
  run(args: readonly string[], { folder = this.folder, input, most = 256 * 1024 * 1024 }: GitCall = {}): GitAnswer {
    this.#processes += 1;
    const { status, stdout, stderr, error } = spawnSync('git', [...this.#settings, ...args], {
      cwd: folder,
      env: { ...withoutGitVariables(process.env), ...safeEnvironment },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      ...(input === undefined ? {} : { input }),
      timeout: 30_000,
      maxBuffer: most,
      windowsHide: true,
    });
    const answer = { code: status ?? undefined, out: stdout ?? Buffer.alloc(0), said: stderr?.toString('utf8') ?? '' };
    return error === undefined ? answer : { ...answer, code: undefined, failure: failureOf(error) };
  }
}

function failureOf(error: NodeJS.ErrnoException): NonNullable<GitAnswer['failure']> {
  if (error.code === 'ETIMEDOUT') return 'slow';
  if (error.code === 'ENOBUFS') return 'too-much';
  return error.code === 'ENOENT' ? 'absent' : 'broken';
}

/** A caller's GIT_DIR or GIT_EXTERNAL_DIFF must not redirect what is read. */
function withoutGitVariables(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.toUpperCase().startsWith('GIT_')));
}
