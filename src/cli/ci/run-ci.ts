import { appendFileSync } from 'node:fs';
import { openParting, type Besides, type Comparison } from '../../load/revisions.js';
import type { GitProblem } from '../../load/git/git-problem.js';
import type { ReviewResults } from '../../report/review/review-results.js';
import { checkAll, exitCodeOfCheck } from '../commands/validate.js';
import type { CiOptions } from '../commands/ci.js';
import { besidesOf, exitCodeOfReview, reviewVersions } from '../compare/run-review.js';
import type { Console } from '../console.js';
import { exitCodes, worst, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { CheckOptions, FormatTarget } from '../options.js';
import { publishEach, viewFor } from '../publish.js';
import { readSurroundings, type PullRequest, type Surroundings } from './surroundings.js';
import { report, summaryOf, type Told } from './tell.js';

/** Where GitLab looks for it, unless the job says otherwise. */
const codeQualityFile = 'gl-code-quality-report.json';

/** Validates the files as they lie here and, in a pull request, reviews what it changes. */
export async function runCi(console: Console, options: CiOptions): Promise<ExitCode> {
  const where = readSurroundings(console);
  const output: CheckOptions = { ...options, format: targetsOf(where, options), failOn: 'error', maxProblems: 200, rule: new Map() };
  const checked = await checkAll(console, [], output);
  const compared = comparedIn(where, options);
  const reviewed = reviewIn(console, compared, options);
  const told: Told = { checked, isPullRequest: compared !== undefined, ...('workspaces' in reviewed ? { reviewed } : {}) };
  const targets = output.format.filter(({ name }) => name !== 'markdown' || told.reviewed !== undefined);
  publishEach(console, { ...output, format: targets }, (format, view) => report(told, format, view));
  if (where.summary !== undefined) append(where.summary, summaryOf(told, viewFor(console, output, where.summary)));
  if ('failure' in reviewed && reviewed.failure !== undefined) throw reviewed.failure;
  return worst([exitCodeOfCheck(checked, output), ...(told.reviewed === undefined ? [] : [exitCodeOfReview(told.reviewed)])]);
}

function targetsOf({ host }: Surroundings, { comment }: CiOptions): readonly FormatTarget[] {
  const ofHost: Readonly<Record<Surroundings['host'], readonly FormatTarget[]>> = { github: [{ name: 'github', file: undefined }], gitlab: [{ name: 'gitlab', file: codeQualityFile }], none: [] };
  return [{ name: 'text', file: undefined }, ...ofHost[host], ...(comment === undefined ? [] : [{ name: 'markdown', file: comment }])];
}

/** What was named goes before what the host says. The host's word is about commits, and so is what is compared then. */
function comparedIn({ pullRequest }: Surroundings, { base, host }: CiOptions): Compared | undefined {
  if (base === undefined) return pullRequest;
  return { bases: [base], head: pullRequest?.head ?? (host === undefined ? undefined : 'HEAD') };
}

interface Compared extends Pick<PullRequest, 'bases'> {
  /** `undefined` for the files as they lie here. */
  readonly head: string | undefined;
}

/** What cannot be reviewed does not keep the findings from being told. */
function reviewIn(console: Console, compared: Compared | undefined, options: CiOptions): ReviewResults | { readonly failure?: Failure } {
  if (compared === undefined) return {};
  try {
    const opened = openFirst(console, compared.bases, compared.head, besidesOf(console, options));
    if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
    return reviewVersions(console, opened, options);
  } catch (error) {
    if (error instanceof Failure) return { failure: error };
    throw error;
  }
}

/** A name that stands for nothing in this clone gives way to the next. */
function openFirst(console: Console, [base, ...others]: readonly string[], head: string | undefined, besides: Besides): Comparison | GitProblem {
  const opened = openParting(console.folder, base, head, besides);
  const isAbsent = 'problem' in opened && (opened.reason === 'unknown' || opened.reason === 'missing-object');
  return isAbsent && others.length > 0 ? openFirst(console, others, head, besides) : opened;
}

/** Other steps may have written there before. */
function append(path: string, text: string): void {
  try {
    appendFileSync(path, text);
  } catch (error) {
    throw new Failure(exitCodes.unreadable, `The summary of the step cannot be written to \`${path}\`: ${(error as Error).message}`);
  }
}
