import { lazy } from '../../base/lazy.js';
import { isAbove } from '../../base/versions.js';
import { writtenKinds } from '../../diff/kinds/index.js';
import { changeTable } from '../../schema/generated/change-table.js';
import { contentDigest } from '../../base/digests.js';
import type { LedgerDigest } from './ledger-entry.js';

/** What has judged how far a change went. Two that are alike judge alike. */
export interface LedgerJudge {
  /** The version of Waymark. */
  readonly waymark: string;
  /** Digest of what each kind of change means to it, so that two builds of one version can be told apart. */
  readonly changes: LedgerDigest;
}

/** The Waymark that runs, by its version. */
export function runningJudge(version: string): LedgerJudge {
  return { waymark: version, changes: catalogue() };
}

/** Words that explain a kind, and its example, judge nothing. */
const catalogue = lazy(() => contentDigest(JSON.parse(JSON.stringify({ fields: changeTable, kinds: writtenKinds.map(({ rationale: _rationale, example: _example, ...kind }) => kind) }))));

export function isSameJudge(one: LedgerJudge | undefined, other: LedgerJudge | undefined): boolean {
  return one?.waymark === other?.waymark && one?.changes === other?.changes;
}

/** `Waymark 0.0.9, an older one,` as the one that runs tells of another. */
export function judgeWords({ waymark }: LedgerJudge, running: LedgerJudge): string {
  const age = isAbove(running.waymark, waymark) ? 'an older one' : isAbove(waymark, running.waymark) ? 'a newer one' : 'another build of this one';
  return `Waymark ${waymark}, ${age},`;
}
