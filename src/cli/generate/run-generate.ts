import { join, relative } from 'node:path';
import { slashed } from '../../base/paths.js';
import { listOf, quoted } from '../../base/words.js';
import { weighed } from '../../generate/accepted.js';
import { generate } from '../../generate/generate.js';
import { targets } from '../../generate/targets/index.js';
import { generationReporters } from '../../report/generation/index.js';
import type { WrittenTarget } from '../../report/generation/generation-results.js';
import type { Target } from '../../generate/target.js';
import { filesOf } from '../check-workspace.js';
import type { GenerateOptions } from '../commands/generate.js';
import type { Console } from '../console.js';
import { exitCodes, worst, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { isAboutBranch } from '../past-options.js';
import { publishWhole, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';
import { jobsFor, type Job } from './jobs.js';
import { leftBehind, takeAway } from './left-behind.js';
import { loadOwnTargets } from './own-targets.js';
import { compareWithFolder, writeToFolder, type Comparison, type FileState } from './output-folder.js';
import type { OutputPlace } from './output-place.js';
import { folderInRepository, readWorkspaces } from './read-workspace.js';
import { refuseClashes } from './refuse-clashes.js';
import { refuseDocuments } from './refuse-documents.js';
import { settled } from './settled.js';

/** Writes what is asked for, or tells what is not up to date. */
export async function runGenerate(console: Console, name: string | undefined, options: GenerateOptions): Promise<ExitCode> {
  refuseIdleOptions(name, options);
  const own = await loadOwnTargets(console, options.generator ?? []);
  if (options.list === true) return list(console, [...targets, ...own]);
  const opened = await readWorkspaces(console, options);
  const left = leftBehind(console.folder, opened, name);
  const jobs = jobsFor(console, name, opened, own, options, left.length > 0);
  const work: (readonly [Job, Comparison])[] = [];
  for (const job of jobs) work.push([job, await compared(console, job)]);
  refuseClashes(work);
  refuseDocuments(console, opened, work);
  refuseToOverwrite(console, options, [...opened.flatMap(filesOf), ...work.flatMap(([, comparison]) => writtenFiles(console, comparison))]);
  if (options.check !== true) write(console, work, options.overwrite === true);
  const told = options.overwrite === true ? left.map(takeAway) : left;
  const written = work.map(([{ id, target, read, place, accept }, { files, generation }]): WrittenTarget => ({ id, target: target.id, root: read.root, folder: folderOf(console, place), files, ...weighed(generation.losses, accept) }));
  const results = [...written, ...told.map(({ entry, target, root, place, files }): WrittenTarget => ({ id: entry, target, root, folder: folderOf(console, place), files, losses: [], idle: [], undeclared: true }))];
  publishWhole(console, options, { tool, command: 'generate', isCheck: options.check === true, targets: results }, generationReporters);
  return worst(results.map((result) => codeOf(result, options)));
}

/** What would say nothing is refused: who writes it means something by it. */
function refuseIdleOptions(name: string | undefined, options: GenerateOptions): void {
  const refuse = (message: string): never => {
    throw new Failure(exitCodes.usage, message);
  };
  if (options.list === true && (options.format.length > 0 || options.check === true || options.overwrite === true)) refuse('`--list` prints the targets and does nothing else: leave out the other options.');
  if (name === undefined && (options.out !== undefined || Object.keys(options.option).length > 0)) refuse('`--out` and `--option` are about one target: name it, as in `waymark generate typescript --out src/journeys`.');
  if (options.asOf !== undefined && !isAboutBranch(options)) refuse('`--as-of` asks about the branch: add `--ref main`, or the day of `--recorded-by`. The files as they lie here are of today.');
  if (options.check === true && options.overwrite === true) refuse('`--check` writes nothing: leave out --overwrite.');
}

function list(console: Console, known: readonly Target[]): ExitCode {
  console.print(known.map(({ id, summary }) => `${id}: ${summary}\n`).join(''));
  return exitCodes.clean;
}

function writtenFiles({ folder }: Console, { place, files }: Comparison): readonly string[] {
  return files.map(({ path }) => relative(folder, join(place.folder, path)));
}

/** Nothing is written before it is certain that everything can be. */
function write(console: Console, work: readonly (readonly [Job, Comparison])[], isForced: boolean): void {
  if (!isForced) for (const [job, comparison] of work) refuseToReplace(console, job, comparison);
  for (const [, comparison] of work) writeToFolder(comparison, isForced);
}

/** What a job writes, beside what lies in its folder. */
async function compared(console: Console, job: Job): Promise<Comparison> {
  const generation = await settled(console, `The generator of \`${job.id}\``, () => generate(job.read.workspace, job.target, job.options, { folder: folderInRepository(job.read.folder) }));
  if ('problems' in generation) throw new Failure(exitCodes.usage, `\`${job.id}\`: ${generation.problems.join(' ')}`);
  return compareWithFolder(job.place, generation, job.declared);
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

function codeOf({ files, losses, idle, undeclared }: WrittenTarget, { check, overwrite, failOnLoss }: GenerateOptions): ExitCode {
  const isStale = (check === true || (undeclared === true && overwrite !== true)) && files.some(({ state }) => state !== 'current');
  const isLost = failOnLoss !== undefined && (idle.length > 0 || losses.some(({ sort, accepted }) => accepted === undefined && (failOnLoss === 'any' || sort === 'case')));
  return worst([isStale ? exitCodes.stale : exitCodes.clean, isLost ? exitCodes.findings : exitCodes.clean]);
}
