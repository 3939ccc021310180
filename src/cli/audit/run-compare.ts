import { benchmark } from '../../audit/benchmark/benchmark.js';
import type { FollowedSpec } from '../../audit/find-spec.js';
import { workspaceAt } from '../../audit/past-workspace.js';
import { releasedVersion, type VersionFound } from '../../audit/released-version.js';
import { benchmarkReporters } from '../../report/benchmark/index.js';
import type { BenchmarkResults } from '../../report/benchmark/benchmark-results.js';
import type { HistoryOptions } from '../commands/history.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { publishWhole, refuseToOverwrite } from '../publish.js';
import { openBranch, pastHead, specOnBranch } from './open-branch.js';

/** Sets two released versions of a journey beside each other. */
export function runCompare(console: Console, id: string, [one, other]: readonly [string, string], options: HistoryOptions): ExitCode {
  refuseToOverwrite(console, options);
  const found = specOnBranch(console, openBranch(console, options.ref, options.workspace !== undefined), id, options.workspace);
  const { coordinate, versions } = found.spec;
  if (versions.at(-1)!.kind !== 'Journey') throw new Failure(exitCodes.usage, `${coordinate} is no journey, and only versions of journeys are set beside each other. \`waymark diff\` tells what differs between two commits in any document.`);
  const [before, after] = [one, other].map((number) => released(found, number)) as [VersionFound, VersionFound];
  const rows = benchmark(sideOf(found, before), sideOf(found, after));
  if (rows === undefined) throw new Failure(exitCodes.unreadable, `One of these versions of ${coordinate} is a variant whose base was not there, or whose changes do not fit its base: what it was is not known.`);
  const results: BenchmarkResults = {
    ...pastHead('history', found),
    spec: coordinate,
    title: versions.at(-1)!.title,
    before,
    after,
    rows,
  };
  publishWhole(console, options, results, benchmarkReporters);
  return exitCodes.clean;
}

function released(found: FollowedSpec, number: string): VersionFound {
  const version = releasedVersion(found, number);
  if ('problem' in version) throw new Failure(exitCodes.unreadable, version.problem);
  return version;
}

function sideOf(found: FollowedSpec, { version }: VersionFound): Parameters<typeof benchmark>[0] {
  return { workspace: workspaceAt(found, version.moment), journey: version.id };
}
