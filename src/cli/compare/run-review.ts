import { lazy } from '../../base/lazy.js';
import { remembering } from '../../base/remembering.js';
import type { HostReport } from '../../control/host.js';
import { review, type Review, type ReviewContext } from '../../control/review.js';
import type { Versions } from '../../control/versions.js';
import { openFurther } from '../../load/further-commits.js';
import { openParting, type Besides, type Comparison } from '../../load/revisions.js';
import type { Revision } from '../../load/revision-sources.js';
import type { Workspace } from '../../model/workspace.js';
import { reviewReporters } from '../../report/review/index.js';
import type { ReviewResults } from '../../report/review/review-results.js';
import { obstaclesOf } from '../../report/review/review-words.js';
import type { ReviewOptions } from '../commands/review.js';
import type { Console } from '../console.js';
import { exitCodes, worst, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { publishEach, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';
import { ledgerFile } from '../ledger/ledger-place.js';
import { changePictures } from './change-pictures.js';
import { whyLedgerNotKept } from './ledger-kept.js';
import { approvedCommits, commitsApproved, readHost } from './read-host.js';
import { pastOfBase } from './past-of-base.js';
import { defaultRange, releasedAt, type RangesOfPair } from './review-range.js';
import { find, headerOf, readAll, readPairs, versionOf, type ReadWorkspace, type WorkspacePair } from './read-pairs.js';

/** Tells what a change still needs before it may be merged. */
export function runReview(console: Console, base: string | undefined, head: string | undefined, options: ReviewOptions): ExitCode {
  const opened = openParting(console.folder, base, head, besidesOf(console, options));
  if ('problem' in opened) throw new Failure(exitCodes.unreadable, opened.problem);
  const results = reviewVersions(console, opened, options);
  refuseToOverwrite(console, options);
  publishEach(console, { ...options, failOn: 'error' }, (format, view) => reviewReporters.find(({ id }) => id === format)!.report(results, view));
  return exitCodeOfReview(results);
}

/** What a review will look at beside the two versions. */
export function besidesOf(console: Console, { host, since }: Pick<ReviewOptions, 'host' | 'since'>): Besides {
  return { commits: commitsApproved(console, host), since, files: [ledgerFile] };
}

/** Findings and versions weigh more than what somebody still has to agree to. */
export function exitCodeOfReview({ workspaces }: ReviewResults): ExitCode {
  return worst(workspaces.flatMap(obstaclesOf).map(({ remedy }) => (remedy === 'finding' || remedy === 'version' ? exitCodes.findings : exitCodes.demands)));
}

/** Reviews every workspace that one of two versions has. */
export function reviewVersions(console: Console, opened: Comparison, options: Pick<ReviewOptions, 'host' | 'asOf' | 'since'>): ReviewResults {
  const host = options.host === undefined ? undefined : readHost(console, options.host, opened);
  const asOf = options.asOf ?? console.today();
  const rangesOf = options.since === undefined ? defaultRange(console, opened) : releasedAt(opened, options.since);
  const workspaces = reviewPairs(console, opened, { today: asOf, ...(host === undefined ? {} : { host }) }, rangesOf).map(({ pair, versions, review: told }) => ({ ...told, ...headerOf(pair), pictures: lazy(() => changePictures(versions, told.changes)) }));
  return { tool, command: 'review', asOf, base: versionOf(opened.base), head: versionOf(opened.head), hasHost: host !== undefined, workspaces };
}

/** A workspace in two versions, with what the change of it means. */
export interface ReviewedPair {
  readonly pair: WorkspacePair;
  readonly versions: Versions;
  readonly review: Review;
}

/** The review of every workspace that one of two versions has. */
export function reviewPairs(console: Console, opened: Comparison, known: { readonly today: string; readonly host?: HostReport }, rangesOf: RangesOfPair = () => []): readonly ReviewedPair[] {
  const { base, tip } = opened;
  const others = openFurther(opened, commitsAsked(opened, known.host));
  const at = remembering((commit: string) => workspacesOf(others.get(commit)));
  const branch = tip === undefined || tip.id === base.commit?.id ? undefined : at(tip.id);
  const pairs = readPairs(opened);
  return pairs.map((pair) => {
    const judge = judgeOf(pair, pairs, branch);
    const context: ReviewContext = { ...known, workspaceAt: (commit) => find(at(commit), pair), rangesOf: (touched) => rangesOf(pair, touched) };
    const versions: Versions = { before: pair.before, after: pair.after, ...(judge === undefined ? {} : { judge }), ...pastOfBase(console, opened, pair.before), whyLedgerNotKept: whyLedgerNotKept(console, opened, pair) };
    return { pair, versions, review: review(versions, context) };
  });
}

/**
 * Whose Policy and teams judge: those of the branch as it is now, for whoever starts from an old commit of it is no freer. A new workspace
 * beside others is judged by the first of those.
 */
function judgeOf({ root, before, after }: WorkspacePair, pairs: readonly WorkspacePair[], branch: readonly ReadWorkspace[] | undefined): Workspace | undefined {
  const now = branch === undefined ? undefined : find(branch, { root, after });
  if (now !== undefined || before.specs.length > 0) return now ?? before;
  return branch?.[0]?.workspace ?? pairs.map((pair) => pair.before).find(({ specs }) => specs.length > 0);
}

/** Commits beside those that are compared: what the branch is at by now, and what was approved before the last commit. */
function commitsAsked({ base, head, tip }: Comparison, host: HostReport | undefined): readonly string[] {
  const approved = host === undefined ? [] : approvedCommits(host);
  return [...(tip === undefined || tip.id === base.commit?.id ? [] : [tip.id]), ...approved.filter((commit) => commit !== head.commit?.id)];
}

/** The workspaces of a commit; none where it is not in this clone. */
function workspacesOf(opened: Revision | undefined): readonly ReadWorkspace[] {
  return opened === undefined ? [] : readAll(opened);
}
