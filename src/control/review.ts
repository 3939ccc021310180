import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/canonical-json.js';
import type { CalendarDay } from '../base/date.js';
import type { Coordinate } from '../base/diagnostic.js';
import { remembering } from '../base/remembering.js';
import { diff } from '../diff/diff.js';
import type { Change } from '../diff/change.js';
import type { Workspace } from '../model/workspace.js';
import { accumulated, touchedBy, type RangeStart } from './accumulated.js';
import { agreementByRecords, agreementOf, type Agreement } from './agreement.js';
import { answersTo, type Answer } from './approvals.js';
import { bumps, type Bump } from './bumps.js';
import { changeSet } from './change-set.js';
import { claimsOf, type Claim } from './claims.js';
import { demands } from './demands.js';
import { Excuses } from './excuses.js';
import type { GateContext, GateFinding, GateRule, Objection } from './gate-rule.js';
import type { HostReport } from './host.js';
import { weighedBy } from './levels.js';
import { newFindings } from './new-findings.js';
import { proofChanges, type ProofChange } from './proof-changes.js';
import { gateRules } from './rules/index.js';
import { isFirstAdoption, judgeOf, type Versions } from './versions.js';
import { weighed } from './weights.js';

/** What a change of a workspace means and what it still needs. */
export interface Review {
  readonly changes: readonly Change[];
  /** Promises that are proved otherwise than before. */
  readonly proofs: readonly ProofChange[];
  /** Digest of what an approval covers: the changes that are more than editorial or regulated, and the verdicts. */
  readonly set: string;
  /** Versions that have to be or have been raised. */
  readonly bumps: readonly Bump[];
  /** Who has to agree, and whether they have. */
  readonly answers: readonly Answer[];
  /** Approvals that new Records claim. The Policy says what that is worth. */
  readonly claims: readonly Claim[];
  /** True where nothing was governed before, so that the later version judges itself. */
  readonly isFirstAdoption: boolean;
  /** What stands against merging, and what is worth a look. Nothing is in the way where none of them is an error. */
  readonly objections: readonly Objection[];
}

/** What a review knows beside the two versions. */
export interface ReviewContext {
  /** The day of the review: notice is counted from it, never from a day that somebody wrote. */
  readonly today: CalendarDay;
  /** What the code host says; without it nobody is known to have agreed. */
  readonly host?: HostReport;
  /** The workspace as it was at an earlier commit of the change, to tell whether what was approved there is what stands now. */
  readonly workspaceAt?: (commit: string) => Workspace | undefined;
  /** The workspace as it was released: everything since then is weighed at once as well. */
  readonly since?: Workspace;
  /** Where no release is named: from where on everything is weighed at once of the documents that the change touches by more than words. */
  readonly rangesOf?: (touched: ReadonlySet<Coordinate>) => readonly RangeStart[];
}

/**
 * Says what a change means and what it still needs. The branch that it is meant for judges: its Policy, its teams and the people in them.
 *
 * @param versions - The earlier version and the one that is meant to replace it.
 */
export function review(versions: Versions, known: ReviewContext): Review {
  const { before, after } = versions;
  const judge = judgeOf(versions);
  const { changes, ranges } = changesIn(versions, known);
  const proofs = changes.length === 0 ? [] : proofChanges(versions);
  const set = changeSet(changes, proofs);
  const claims = claimsOf(versions, set);
  const agreement = agreementTo(versions, set, claims, known);
  const answers = answersTo(demands(versions, changes), agreement);
  const said = { changes, proofs, set, bumps: bumps(before, after, changes, judge), answers, claims, isFirstAdoption: isFirstAdoption(versions) };
  const findings = newFindings(versions, known.today);
  const whole = ranges.map((start) => accumulated(versions, start, known.today, said, agreement));
  return { ...said, objections: objectionsTo({ ...said, versions, judge, agreement, findings, today: known.today, accumulated: whole }) };
}

/** What differs, and from where on everything is weighed at once. What begins to hold again is weighed against what held there. */
function changesIn(versions: Versions, known: ReviewContext): { readonly changes: readonly Change[]; readonly ranges: readonly RangeStart[] } {
  const { before, after, releasedBefore } = versions;
  const { today } = known;
  const plain = weighedBy(judgeOf(versions), diff(before, after, { today, releasedBefore }));
  const ranges = rangesOf({ changes: plain, isFirstAdoption: isFirstAdoption(versions) }, known);
  if (ranges.length === 0 || plain.every(({ kind }) => kind !== 'spec-activated')) return { changes: plain, ranges };
  const formerly = (document: Coordinate): Workspace | undefined => ranges.find(({ of }) => of === undefined || of.has(document))?.workspace;
  return { changes: weighedBy(judgeOf(versions), diff(before, after, { today, formerly, releasedBefore })), ranges };
}

/** Where nothing is touched, nobody has to look for where its range begins. */
function rangesOf({ changes, isFirstAdoption: isFirst }: Pick<Review, 'changes' | 'isFirstAdoption'>, { since, rangesOf: find }: ReviewContext): readonly RangeStart[] {
  if (since !== undefined) return [{ workspace: since, is: 'release' }];
  const touched = touchedBy(changes);
  return isFirst || touched.size === 0 ? [] : (find?.(touched) ?? []);
}

/** By the host's word, or where the Policy believes Records, by theirs. Else nobody knows. */
function agreementTo(versions: Versions, set: string, claims: readonly Claim[], { host, workspaceAt, today }: ReviewContext): Agreement | undefined {
  if (host === undefined) return judgeOf(versions).policy.value.approvals?.source === 'records' ? agreementByRecords(versions, claims) : undefined;
  const setAt = remembering((commit: string) => setOf(versions, workspaceAt?.(commit), today));
  return agreementOf(versions, host, (commit) => commit === host.head || setAt(commit) === set, (commit) => setAt(commit) !== undefined);
}

/** The digest of what an approval of another later version would cover. */
export function setOf(versions: Versions, after: Workspace | undefined, today: CalendarDay): string | undefined {
  const { before, releasedBefore } = versions;
  return after === undefined ? undefined : changeSet(weighedBy(judgeOf(versions), diff(before, after, { today, releasedBefore })), proofChanges({ before, after }));
}

function objectionsTo(context: GateContext): readonly Objection[] {
  const excuses = new Excuses(context);
  const brought = context.findings.map((finding) => excuses.of({ code: finding.code, id: finding.rule }, { ...finding, remedy: 'finding' }));
  return [...brought, ...gateRules.flatMap((rule) => weighed(context, rule, [...rule.check(context)].map((finding) => toObjection(rule, finding)), excuses))];
}

function toObjection({ code, id, remedy, rationale, ...rule }: GateRule, { subject, message, hint, span, severity = rule.severity }: GateFinding): Objection {
  const fingerprint = createHash('sha256').update(canonicalJson([code, subject, message])).digest('hex');
  return { code, rule: id, severity, remedy, message, why: rationale, ...(hint === undefined ? {} : { hint }), ...(span === undefined ? {} : { span }), subject, fingerprint };
}
