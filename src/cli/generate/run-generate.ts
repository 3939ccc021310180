import { relative } from 'node:path';
import { slashed } from '../../base/paths.js';
import { listOf, quoted } from '../../base/words.js';
import { generate, type Generation } from '../../generate/generate.js';
import { targets } from '../../generate/targets/index.js';
import { generationReporters } from '../../report/generation/index.js';
import type { WrittenTarget } from '../../report/generation/generation-results.js';
import type { GenerateOptions } from '../commands/generate.js';
import type { Console } from '../console.js';
import { exitCodes, worst, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { isAboutBranch } from '../past-options.js';
import { publishWhole } from '../publish.js';
import { tool } from '../tool.js';
import { jobsFor, type Job } from './jobs.js';
import { loadOwnTargets } from './own-targets.js';
import { compareWithFolder, writeToFolder, type WrittenFile } from './output-folder.js';
import { readWorkspaces } from './read-workspace.js';

/** Writes what is asked for, or tells what is not up to date. */
export async function runGenerate(console: Console, name: string | undefined, options: GenerateOptions): Promise<ExitCode> {
  if (options.list === true) return list(console);
  if (options.asOf !== undefined && !isAboutBranch(options)) throw new Failure(exitCodes.usage, '`--as-of` asks about the branch: add `--ref main`, or the day of `--recorded-by`. The files as they lie here are of today.');
  if (options.check === true && options.overwrite === true) throw new Failure(exitCodes.usage, '`--check` writes nothing: leave out --overwrite.');
  const own = await loadOwnTargets(console, options.generator ?? []);
  const jobs = jobsFor(console, name, await readWorkspaces(console, options), own, options);
  refuseSharedFolders(jobs);
  const results: WrittenTarget[] = [];
  for (const job of jobs) results.push(await runJob(console, job, options));
  publishWhole(console, options, { tool, command: 'generate', isCheck: options.check === true, targets: results }, generationReporters);
  return worst(results.map((result) => codeOf(result, options)));
}

function list(console: Console): ExitCode {
  console.print(targets.map(({ id, summary }) => `${id}: ${summary}\n`).join(''));
  return exitCodes.clean;
}

/** Two entries of one target in one folder would take each other's files for left over. */
function refuseSharedFolders(jobs: readonly Job[]): void {
  const seen = new Map<string, Job>();
  for (const job of jobs) {
    const key = `${job.folder} ${job.target.id}`;
    const other = seen.get(key);
    if (other !== undefined) throw new Failure(exitCodes.usage, `\`${other.id}\` and \`${job.id}\` in \`targets\` are both written into one folder. Give each a folder of its own.`);
    seen.set(key, job);
  }
}

async function runJob(console: Console, job: Job, options: GenerateOptions): Promise<WrittenTarget> {
  const generation = await generate(job.read.workspace, job.target, job.options);
  if ('problems' in generation) throw new Failure(exitCodes.usage, `\`${job.id}\`: ${generation.problems.join(' ')}`);
  const folder = slashed(relative(console.folder, job.folder)) || '.';
  const files = compareWithFolder(job.folder, generation);
  if (options.check !== true) write(job, generation, files, folder, options.overwrite === true);
  return { id: job.id, target: job.target.id, root: job.read.root, folder, files, losses: generation.losses };
}

function write({ id, folder }: Job, generation: Generation, files: readonly WrittenFile[], shown: string, isForced: boolean): void {
  const others = files.filter(({ state }) => state === 'edited' || state === 'foreign').map(({ path }) => path);
  if (others.length > 0 && !isForced) throw new Failure(exitCodes.stale, `\`${id}\`: nothing is written into \`${shown}\`, because ${listOf(quoted(others.slice(0, 5)))}${others.length > 5 ? ` and ${others.length - 5} more` : ''} ${others.length === 1 ? 'was' : 'were'} edited by hand or not written by Waymark. Move what you need of it elsewhere, then delete it, or call with --overwrite.`);
  writeToFolder(folder, generation, files);
}

function codeOf({ files, losses }: WrittenTarget, { check, failOnLoss }: GenerateOptions): ExitCode {
  const isStale = check === true && files.some(({ state }) => state !== 'current');
  const isLost = failOnLoss !== undefined && losses.some(({ sort }) => failOnLoss === 'any' || sort === 'case');
  return worst([isStale ? exitCodes.stale : exitCodes.clean, isLost ? exitCodes.findings : exitCodes.clean]);
}
