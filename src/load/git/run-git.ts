import { execFileSync } from 'node:child_process';

/** Settings that keep a repository's own configuration from running anything or asking anybody. */
const safeEnvironment = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  LC_ALL: 'C',
} as const;

/** Runs git in a folder and returns what it printed, or `undefined` when git is absent or refuses. */
export function runGit(folder: string, args: readonly string[]): Buffer | undefined {
  try {
    return execFileSync('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotepath=false', ...args], {
      cwd: folder,
      env: { ...withoutGitVariables(process.env), ...safeEnvironment },
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 30_000,
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch {
    return undefined;
  }
}

/** A caller's GIT_DIR or GIT_EXTERNAL_DIFF must not redirect what is read. */
function withoutGitVariables(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('GIT_')));
}
