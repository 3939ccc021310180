import { relative } from 'node:path';
import { slashed } from '../../base/paths.js';
import { listOf, quoted } from '../../base/words.js';
import { generate } from '../../generate/generate.js';
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
import { compareWithFolder, writeToFolder, type Comparison, type FileState } from './output-folder.js';
import type { OutputPlace } from './output-place.js';
import { readWorkspaces } from './read-workspace.js';

/** Writes what is asked for, or tells what is not up to date. */
export async function runGenerate(console: Console, name: string | undefined, options: GenerateOptions): Promise<ExitCode> {
  if (options.list === true) return list(console);
  if (options.asOf !== undefined && !isAboutBranch(options)) throw new Failure(exitCodes.usage, '`--as-of` asks about the branch: add `--ref main`, or the day of `--recorded-by`. The files as they lie here are of today.');
  if (options.check === true && options.overwrite === true) throw new Failure(exitCodes.usage, '`--check` writes nothing: leave out --overwrite.');
  const own = await loadOwnTargets(console, options.generator ?? []);
  const jobs = jobsFor(console, name, await readWorkspaces(console, options), own, options);
  refuseSharedFolders(jobs);
  const work: (readonly [Job, Comparison])[] = [];
  for (const job of jobs) work.push([job, await compared(job)]);
  if (options.check !== true) write(console, work, options.overwrite === true);
  const results = work.map(([{ id, target, read, place }, { files, generation }]): WrittenTarget => ({ id, target: target.id, root: read.root, folder: folderOf(console, place), files, losses: generation.losses }));
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
    const key = `${job.place.folder} ${job.target.id}`;
    const other = seen.get(key);
    if (other !== undefined) throw new Failure(exitCodes.usage, `\`${other.id}\` and \`${job.id}\` in \`targets\` are both written into one folder. Give each a folder of its own.`);
    seen.set(key, job);
  }
}

/** Nothing is written before it is certain that everything can be. */
function write(console: Console, work: readonly (readonly [Job, Comparison])[], isForced: boolean): void {
  if (!isForced) for (const [job, comparison] of work) refuseToReplace(console, job, comparison);
  for (const [, comparison] of work) writeToFolder(comparison, isForced);
}

/** What a job writes, beside what lies in its folder. */
async function compared(job: Job): Promise<Comparison> {
  const generation = await generate(job.read.workspace, job.target, job.options);
  if ('problems' in generation) throw new Failure(exitCodes.usage, `\`${job.id}\`: ${generation.problems.join(' ')}`);
  return compareWithFolder(job.place, generation);
}

const notOurs: readonly FileState[] = ['edited', 'foreign', 'left-unsure', 'left-foreign'];

function refuseToReplace(console: Console, { id, place }: Job, { files }: Comparison): void {
  const others = files.filter(({ state }) => notOurs.includes(state)).map(({ path }) => path);
  if (others.length === 0) return;
  const named = `${listOf(quoted(others.slice(0, 5)))}${others.length > 5 ? ` and ${others.length - 5} more` : ''} ${others.length === 1 ? 'was' : 'were'}`;
  throw new Failure(exitCodes.stale, `\`${id}\`: nothing is written, because in \`${folderOf(console, place)}\` ${named} edited by hand or not written by Waymark. Move what you need of it elsewhere, then delete it, or call with --overwrite.`);
}

function folderOf({ folder }: Console, place: OutputPlace): string {
  return slashed(relative(folder, place.folder)) || '.';
}

function codeOf({ files, losses }: WrittenTarget, { check, failOnLoss }: GenerateOptions): ExitCode {
  const isStale = check === true && files.some(({ state }) => state !== 'current');
  const isLost = failOnLoss !== undefined && losses.some(({ sort }) => failOnLoss === 'any' || sort === 'case');
  return worst([isStale ? exitCodes.stale : exitCodes.clean, isLost ? exitCodes.findings : exitCodes.clean]);
}
