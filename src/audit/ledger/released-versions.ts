import { compareText } from '../../base/diagnostic.js';
import { approvalsFound, type ApprovalFound } from '../approvals-found.js';
import { daysTold } from '../in-force.js';
import type { Followed } from '../past-workspace.js';
import { isSameContent } from '../same-content.js';
import type { SpecTimeline, SpecVersion } from '../spec-timeline.js';
import { meaningOf, meaningOfLastStep } from '../version-changes.js';
import { digestsOf } from '../version-digests.js';
import type { LedgerJudge } from './judge.js';
import type { SealedApproval, SealedVersion } from './ledger-entry.js';

/** What the branch holds, as far as nobody has to judge it: it is the same whoever reads it, and when. */
export type ReleasedFacts = Omit<SealedVersion, 'level' | 'regulated' | 'judgedBy' | 'approvals'>;

/** A released version of a document. */
export interface ReleasedVersion {
  readonly facts: ReleasedFacts;
  readonly version: SpecVersion;
  /** What older entries say of its days: of a variant that became another one with its base, its own. Absent where they say the same. */
  readonly formerly?: SpecVersion['effective'];
  /** True of what came back under an id that it had before it was given another one: older entries call it new. */
  readonly onceNew?: true;
}

/**
 * Every version that a branch has released of a workspace, in the order of the branch; what one commit released, by name. Drafts were not
 * released, Records have no versions, and an entry of a Directory has that of the Directory.
 */
export function releasedVersions(followed: Followed): readonly ReleasedVersion[] {
  const all = followed.workspace.specs.flatMap((spec) => releasedOf(followed, spec));
  return all.sort((a, b) => a.version.moment.place - b.version.moment.place || compareText(a.facts.subject, b.facts.subject));
}

function releasedOf(followed: Followed, { versions }: SpecTimeline): readonly ReleasedVersion[] {
  const released: ReleasedVersion[] = [];
  for (const [at, version] of versions.entries()) {
    if (version.version === undefined || version.directory !== undefined || version.event === 'unreadable') continue;
    const facts = factsOf(followed, version, released.at(-1));
    const isBroughtBack = version.event === 'back' && versions[at - 1]!.coordinate !== version.coordinate;
    if (facts !== undefined) released.push({ facts, version, ...(isBroughtBack ? { onceNew: true } : {}), ...(hasLeft(facts) ? formerOf(released.at(-1)?.formerly) : formerOf(daysTold(version) === version.effective ? undefined : version.effective)) });
  }
  return released;
}

function formerOf(formerly: SpecVersion['effective']): Pick<ReleasedVersion, 'formerly'> {
  return formerly === undefined ? {} : { formerly };
}

/** What a version adds to what was released last; `undefined` where that is nothing. */
function factsOf(followed: Followed, version: SpecVersion, before: ReleasedVersion | undefined): ReleasedFacts | undefined {
  const last = before?.facts;
  const isThere = last !== undefined && !hasLeft(last);
  if (version.event === 'gone') return last === undefined || last.type === 'removed' ? undefined : asLeft('removed', version, last);
  if (version.status === 'draft') return isThere ? asLeft('drafted', version, last) : undefined;
  const facts = whatIsHeld(followed, version, version.status, last);
  if (!isThere || last.version !== facts.version) return facts;
  return isSameContent(followed, before!.version, version) ? undefined : { ...facts, type: 'changed' };
}

/** It says what was released last, also where it was a draft when it left. */
function asLeft(type: 'removed' | 'drafted', version: SpecVersion, last: ReleasedFacts): ReleasedFacts {
  return { ...last, ...when(version), type, previous: previousOf(last) };
}

/** True of an entry behind which nothing of the document is released. */
export function hasLeft({ type }: Pick<SealedVersion, 'type'>): boolean {
  return type === 'removed' || type === 'drafted';
}

function whatIsHeld(followed: Followed, version: SpecVersion, status: SealedVersion['status'], last: ReleasedFacts | undefined): ReleasedFacts {
  const { sourceDigest, contentDigest, effectiveDigest, texts } = digestsOf(followed, version);
  const { coordinate, file, blob } = version;
  const effective = daysTold(version);
  return {
    type: 'released',
    subject: coordinate,
    version: version.version!,
    status,
    ...(effective === undefined ? {} : { effective: { ...(effective.from === undefined ? {} : { from: effective.from }), ...(effective.until === undefined ? {} : { until: effective.until }) } }),
    ...when(version),
    file,
    blob,
    sourceDigest: sourceDigest!,
    contentDigest,
    ...(effectiveDigest === undefined ? {} : { effectiveDigest }),
    ...(texts === undefined ? {} : { texts }),
    ...(last === undefined ? {} : { previous: previousOf(last) }),
  };
}

function when({ moment: { id, date } }: SpecVersion): Pick<ReleasedFacts, 'commit' | 'committed'> {
  return { commit: id, ...(date === undefined ? {} : { committed: date }) };
}

function previousOf({ subject, version, contentDigest }: ReleasedFacts): NonNullable<SealedVersion['previous']> {
  return { subject, version, contentDigest };
}

/**
 * A released version with what is judged when it is sealed: how far it went, and who is said to have agreed by then.
 *
 * @param judgedBy - What judges it.
 */
export function judged(followed: Followed, { facts, version }: ReleasedVersion, judgedBy: LedgerJudge): SealedVersion {
  const isNew = facts.previous === undefined;
  const { level, regulated } = meaningOf(followed, version);
  return {
    ...facts,
    ...(isNew ? {} : { ...(level === undefined ? {} : { level }), regulated, judgedBy }),
    approvals: approvalsOf(followed, facts, version).map(({ record, names, approval: { role, person, at, set } }): SealedApproval => ({ record, role, ...(person === undefined ? {} : { person }), ...(at === undefined ? {} : { at }), ...(set === undefined ? {} : { set }), ...(names.length < 2 ? {} : { names }) })),
  };
}

/** How far a released version went as older entries say it: of one that was released from a draft, compared with the draft. `undefined` where they say the same. */
export function weighedOnce(followed: Followed, { facts, version }: ReleasedVersion): Pick<SealedVersion, 'level' | 'regulated'> | undefined {
  const meaning = facts.previous === undefined ? undefined : meaningOfLastStep(followed, version);
  return meaning === undefined ? undefined : { ...(meaning.level === undefined ? {} : { level: meaning.level }), regulated: meaning.regulated };
}

/** Who agreed to a version has not agreed to what became of it later under the same number. */
function approvalsOf(followed: Followed, facts: ReleasedFacts, version: SpecVersion): readonly ApprovalFound[] {
  if (hasLeft(facts)) return [];
  return approvalsFound(followed, version, version.moment).filter(({ filed }) => facts.type === 'released' || filed === 'with');
}
