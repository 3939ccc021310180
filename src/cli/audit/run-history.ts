import { announcedFate } from '../../audit/announced.js';
import { approvalsFound } from '../../audit/approvals-found.js';
import { disregardedRecords } from '../../audit/disregarded-records.js';
import { fieldHistory } from '../../audit/field-history.js';
import type { FollowedSpec } from '../../audit/find-spec.js';
import { lapseOfVersion } from '../../audit/promise-lapse.js';
import { unsignedRecords } from '../../audit/unsigned-records.js';
import { withBeside, type SpecVersion } from '../../audit/spec-timeline.js';
import { digestsOf } from '../../audit/version-digests.js';
import { meaningOf } from '../../audit/version-changes.js';
import { countLevels } from '../../diff/tally.js';
import type { FieldTold, HistoryResults, ToldVersion } from '../../report/history/history-results.js';
import { historyReporters } from '../../report/history/index.js';
import type { Agreed } from '../../report/past/past-words.js';
import type { HistoryOptions } from '../commands/history.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { publishWhole, refuseToOverwrite } from '../publish.js';
import { openBranch, pastHead, specOnBranch } from './open-branch.js';

/** Tells every version of a spec. */
export function runHistory(console: Console, id: string, options: HistoryOptions): ExitCode {
  refuseToOverwrite(console, options);
  const found = specOnBranch(console, openBranch(console, options.ref, options.workspace !== undefined), id, options.workspace);
  const versions = withBeside(found.spec.versions).map((version) => toldVersion(found, version));
  const results: HistoryResults = {
    ...pastHead('history', found),
    spec: found.spec.coordinate,
    title: found.spec.versions.at(-1)!.title,
    versions,
    ...(options.field === undefined ? {} : { field: { path: options.field, changes: fieldChanges(found, options.field, versions) } }),
  };
  publishWhole(console, options, results, historyReporters);
  return exitCodes.clean;
}

function fieldChanges(found: FollowedSpec, path: string, told: readonly ToldVersion[]): readonly FieldTold[] {
  const changes = fieldHistory(found, path);
  if ('problem' in changes) throw new Failure(exitCodes.usage, changes.problem);
  return changes.map(({ version, base, ...values }) => ({ told: told.find((each) => each.version === version)!, ...values, ...(base === undefined ? {} : { base: { version: base, ...agreedTo(found, base) } }) }));
}

/** A version with what it means and who is said to have approved it. */
function toldVersion(found: FollowedSpec, version: SpecVersion): ToldVersion {
  const { level, regulated, changes, since, sinceReleased } = meaningOf(found, version);
  const announced = announcedFate(found.spec.versions, version);
  const lapse = lapseOfVersion(found, version);
  return { version, regulated, counts: countLevels(changes), ...agreedTo(found, version), digests: digestsOf(found, version), ...(level === undefined ? {} : { level }), ...(since === undefined ? {} : { since }), ...(sinceReleased === undefined ? {} : { sinceReleased }), ...(announced === undefined ? {} : { announced }), ...(lapse === undefined ? {} : { lapse }) };
}

function agreedTo(found: FollowedSpec, version: SpecVersion): Agreed {
  return { approvals: approvalsFound(found, version), disregarded: disregardedRecords(found, version), unsigned: unsignedRecords(found, version) };
}
