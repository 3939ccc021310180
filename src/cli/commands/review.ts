import { readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { leadsOut } from '../../base/paths.js';
import { readHostReport, type HostReport } from '../../control/host.js';
import { review } from '../../control/review.js';
import { openParting, type Comparison } from '../../load/revisions.js';
import { reviewReporters } from '../../report/review/index.js';
import type { ReviewResults, WorkspaceReview } from '../../report/review/review-results.js';
import { stepsOf } from '../../report/review/review-words.js';
import { newFindings } from '../new-findings.js';
import { readPairs, unreadOf, versionOf, type WorkspacePair } from '../compare-versions.js';
import type { Console } from '../console.js';
import { exitCodes, worst, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { dayOption, formatOption, mostOption, type OutputOptions } from '../options.js';
import { publishEach, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';

interface ReviewOptions extends Omit<OutputOptions, 'failOn'> {
  readonly host?: string;
  readonly asOf?: string;
}

/** `waymark review`: the gate of a pull request. */
export function addReview(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  program
    .command('review')
    .summary('tell what a change still needs before it may be merged')
    .description('Compares two versions and tells what stands against merging: findings that the change brings, versions that are too low, approvals and Records that are missing. The earlier version judges: its Policy, and the people of its teams. The exit code is 1 for findings and versions, and 4 where only approvals or evidence are missing.')
    .argument('[base]', 'the branch that it is to be merged into, else `origin/main` or `main`: what is compared is the commit at which the two parted')
    .argument('[head]', 'the later version; else the files as they lie here')
    .option('--host <file>', 'what the code host knows of the pull request, as JSON, from outside of the repository; without it nobody is known to have agreed')
    .addOption(formatOption())
    .addOption(mostOption('changes that are told; the rest is counted'))
    .option('-q, --quiet', 'print nothing where nothing differs')
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .addOption(dayOption('the day of the review instead of today: notice is counted from it'))
    .action((base: string | undefined, head: string | undefined, options: ReviewOptions) => finish(runReview(console, base, head, options)));
}

/** Wider lines are hard to read, and a file has none. */
const widest = 120;
const widthOfFiles = 100;

function runReview(console: Console, base: string | undefined, head: string | undefined, options: ReviewOptions): ExitCode {
  const opened = openParting(console.folder, base, head);
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  const host = options.host === undefined ? undefined : readHost(console, options.host, opened);
  const asOf = options.asOf ?? console.today();
  const workspaces = readPairs(opened).map((pair) => reviewOf(pair, asOf, host));
  const results: ReviewResults = { tool, command: 'review', asOf, base: versionOf(opened.base), head: versionOf(opened.head), hasHost: host !== undefined, workspaces };
  const columns = Math.min(console.columns ?? widthOfFiles, widest);
  refuseToOverwrite(console, [], options);
  publishEach(console, { ...options, failOn: 'never' }, (format, view) => reviewReporters.find(({ id }) => id === format)!.report(results, { ...view, columns }));
  return worst(workspaces.flatMap(stepsOf).map(({ sort }) => (sort === 'finding' || sort === 'version' ? exitCodes.findings : exitCodes.demands)));
}

function reviewOf({ root, before, after }: WorkspacePair, today: string, host: HostReport | undefined): WorkspaceReview {
  return {
    ...review({ before, after }, { today, ...(host === undefined ? {} : { host }) }),
    root: root === '' ? '.' : root,
    title: (after.root ?? before.root)?.value.title ?? root,
    unread: [...unreadOf('base', before), ...unreadOf('head', after)],
    findings: newFindings(before, after, today),
  };
}

const largestHostFile = 8 * 1024 * 1024;

/** A file of the pull request is no word of the host. */
function readHost({ folder }: Console, file: string, opened: Comparison): HostReport {
  const path = resolve(folder, file);
  const folders = [folder, ...opened.head.workspaces.flatMap((each) => each.folder ?? [])];
  if (folders.some((each) => !leadsOut(relative(each, path)))) throw new Failure(exitCodes.usage, `\`${file}\` lies among the files that are reviewed, so whoever wrote them may have written it. Let the CI job write it somewhere else.`);
  const report = readHostReport(textOf(path, file));
  if ('problem' in report) throw new Failure(exitCodes.unreadable, `\`${file}\` cannot be used: ${report.problem}.`);
  const { base, head, tip } = opened;
  if (head.commit === undefined) throw new Failure(exitCodes.usage, 'The host speaks of commits. Name both versions, the later one too, for example `waymark review origin/main HEAD --host ...`.');
  if (report.head !== head.commit.id || ![base.commit?.id, tip?.id].includes(report.base)) throw new Failure(exitCodes.unreadable, `\`${file}\` speaks of other commits than those that are reviewed: ${base.label} and ${head.label}.`);
  return report;
}

function textOf(path: string, file: string): string {
  try {
    if (!statSync(path).isFile() || statSync(path).size > largestHostFile) throw new Error('it is no file, or too large');
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(exitCodes.unreadable, `\`${file}\` cannot be read: ${(error as Error).message}.`);
  }
}
