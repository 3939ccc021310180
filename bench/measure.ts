import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A command line with the folder that it runs in. */
export interface Command {
  readonly folder: string;
  readonly program: string;
  readonly args: readonly string[];
  /** Added to the environment of the bench. */
  readonly environment?: { readonly [name: string]: string };
  /** True for a program that prints the seconds that count, where only a part of what it does is compared. */
  readonly timesItself?: boolean;
}

/** What one run took. */
export interface Run {
  readonly seconds: number;
  /** Seconds of work on all cores, which other work on the machine changes little; `undefined` where it cannot be told. */
  readonly cpuSeconds: number | undefined;
  /** The most memory that the process or one of its children held at once; `undefined` where it cannot be told. */
  readonly megabytes: number | undefined;
}

const preload = fileURLToPath(new URL('resource-usage.cjs', import.meta.url));
const hasGnuTime = spawnSync('/usr/bin/time', ['-f', '%M', 'true']).status === 0;

/**
 * Runs a command to its end. Every command is measured in the same way: by GNU time where there is one, which sees
 * native programs and children too; elsewhere Node itself tells what it took when it exits. A command that fails measures
 * nothing, so it stops the bench.
 */
export function measure(command: Command): Run {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
  try {
    return runInto(join(folder, 'usage'), command);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runInto(usageFile: string, { folder, program, args, environment: added = {}, timesItself }: Command): Run {
  const timed = hasGnuTime ? ['/usr/bin/time', '-f', '%U %S %M', '-o', usageFile, program, ...args] : [program, ...args];
  const environment = hasGnuTime ? { ...process.env, ...added } : { ...process.env, ...added, NODE_OPTIONS: `--require ${JSON.stringify(preload)}`, WAYMARK_BENCH_USAGE: usageFile };
  const begin = performance.now();
  const { status, error, stdout, stderr } = spawnSync(timed[0]!, timed.slice(1), { cwd: folder, env: environment, stdio: ['ignore', timesItself === true ? 'pipe' : 'ignore', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
  const seconds = (performance.now() - begin) / 1000;
  if (error !== undefined || status !== 0) throw new Error(`\`${program} ${args.join(' ').slice(0, 200)}\` ended with ${status ?? error?.message}:\n${stderr.toString().slice(0, 2000)}`);
  return { seconds: timesItself === true ? Number(stdout.toString()) : seconds, ...usageIn(usageFile) };
}

/** Both ways write seconds in programs, seconds in the system, and kilobytes; a native program without GNU time writes nothing. */
function usageIn(file: string): Pick<Run, 'cpuSeconds' | 'megabytes'> {
  try {
    const [user, system, kilobytes] = readFileSync(file, 'utf8').trim().split('\n').at(-1)!.split(' ').map(Number);
    return { cpuSeconds: user! + system!, megabytes: kilobytes! / 1024 };
  } catch {
    return { cpuSeconds: undefined, megabytes: undefined };
  }
}
