import { approvalsFound } from '../../audit/approvals-found.js';
import { disregardedRecords } from '../../audit/disregarded-records.js';
import type { FollowedSpec } from '../../audit/find-spec.js';
import { dayOfBase, daysTold } from '../../audit/in-force.js';
import { lapseOfVersion } from '../../audit/promise-lapse.js';
import { withBeside, type SpecVersion, type VersionEvent } from '../../audit/spec-timeline.js';
import { openTimeline, type Timeline } from '../../audit/timeline.js';
import { unreadBeside, type UnreadFile } from '../../audit/unread-files.js';
import { meaningOf, type VersionMeaning } from '../../audit/version-changes.js';
import type { Change } from '../../diff/change.js';
import type { Workspace } from '../../model/workspace.js';
import { audiences, type Audience } from '../../render/audiences.js';
import type { SiteChange, SiteUnread, SiteVersion, SiteWorkspace } from '../../render/site/site-input.js';
import { accessIn } from '../../render/unread-documents.js';
import { daysWords } from '../../report/past/days-words.js';
import { approvalWords, disregardedWords } from '../../report/past/past-words.js';
import { unreadWords } from '../../report/past/unread-words.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { accessThen } from './access-then.js';
import { PastReaders } from './past-readers.js';
import { comparisons } from './site-comparisons.js';

type SiteHistory = Pick<SiteWorkspace, 'versionsOf' | 'unreadOf' | 'comparisonsOf' | 'withoutHistory' | 'keptSince'>;

/** Which branch is read, for whom, and on which day. */
export interface HistoryQuestion {
  readonly ref: string | undefined;
  readonly today: string;
  readonly audience: Audience;
  /** The workspace as it lies here: what it keeps from readers is kept in the past as well. */
  readonly workspace: Workspace;
}

/**
 * What has become of the documents of a workspace on the governed branch. Versions are worked out when their page is written. What keeps a history
 * from being read is told on the terminal: it may name folders of this machine, which are nothing for a page.
 */
export function siteHistory(console: Console, folder: string, { ref, today, audience, workspace }: HistoryQuestion): SiteHistory {
  const timeline = openTimeline(folder, ref, today);
  if ('problem' in timeline) {
    if (ref !== undefined) throw new Failure(exitCodes.unreadable, timeline.problem);
    if (timeline.reason !== 'no-repository') console.warn(`The site has no versions: ${timeline.problem}\n`);
    return { ...nothing, withoutHistory: timeline.reason === 'no-repository' ? 'Its versions are not told: its documents lie in no repository of git.' : 'Its versions are not told: where the site was written, there was no history to read.' };
  }
  const followed = followedSpecs(timeline);
  if (followed.size === 0) return { ...nothing, withoutHistory: `Its versions are not told: no version of ${timeline.label} has this workspace.` };
  const readers = new PastReaders([...followed.values()][0]!, audience, workspace);
  const compare = comparisons([...followed.values()], readers);
  const find = <Value>(coordinate: string, use: (found: FollowedSpec) => readonly Value[]): readonly Value[] => {
    const found = followed.get(coordinate);
    return found === undefined ? [] : use(found);
  };
  return { versionsOf: (coordinate) => find(coordinate, (found) => versionsOf(found, readers)), unreadOf: (coordinate) => find(coordinate, unreadOf), comparisonsOf: (coordinate) => find(coordinate, compare), keptSince: readers.keptSince() };
}

const nothing: SiteHistory = { versionsOf: () => [], unreadOf: () => [], comparisonsOf: () => [] };

/** The documents that the workspace in this very folder has had. */
function followedSpecs(timeline: Timeline): ReadonlyMap<string, FollowedSpec> {
  const workspace = timeline.workspaces.find(({ root }) => root === timeline.history.folder);
  return new Map((workspace?.specs ?? []).map((spec) => [spec.coordinate, { timeline, workspace: workspace!, spec }]));
}

function versionsOf(found: FollowedSpec, readers: PastReaders): readonly SiteVersion[] {
  return withBeside(found.spec.versions).filter(({ version }) => version !== undefined).map((version) => siteVersion(found, version, readers));
}

function unreadOf(found: FollowedSpec): readonly SiteUnread[] {
  return unreadBeside(found).map((each) => ({ words: unreadWords(each), access: accessOf(found, each) }));
}

/** The narrowest circle that any of its bytes names. What cannot even be read as text names none, and is for the narrowest. */
function accessOf({ timeline: { history } }: FollowedSpec, { file, blobs }: UnreadFile): Audience {
  const texts = blobs.map((id) => history.read({ path: file, entry: { mode: '100644', id } })).map((read) => ('bytes' in read ? accessIn(Buffer.from(read.bytes!).toString('utf8')) : 'restricted'));
  return audiences[Math.max(...texts.map((each) => audiences.indexOf(each)))]!;
}

const events: Readonly<Partial<Record<VersionEvent, string>>> = {
  new: 'New',
  renamed: 'Renamed',
  gone: 'Left the branch',
  back: 'Came back',
  moved: 'Moved to another file',
  rewritten: 'Written otherwise, saying the same',
  'base-changed': 'Its base changed',
  unreadable: 'Could not be read any more',
};

function siteVersion(found: FollowedSpec, version: SpecVersion, readers: PastReaders): SiteVersion {
  const changes = readers.changesOf(found, version);
  const event = events[version.event];
  const days = version.event === 'gone' ? undefined : daysTold(version);
  return {
    number: version.version!,
    day: version.moment.recorded,
    commit: version.moment.id.slice(0, 12),
    author: version.moment.author,
    status: version.status,
    ...(days === undefined ? {} : { days: daysWords({ status: version.status, ...days, dayOfBase: dayOfBase(version), lapse: lapseOfVersion(found, version) }) }),
    access: accessThen(found, version),
    ...(event === undefined ? {} : { event }),
    ...weightOf(meaningOf(found, version), changes),
    changes: changes.map(siteChange),
    approvals: [...approvalsFound(found, version).map(approvalWords), ...disregardedRecords(found, version).map(disregardedWords)].filter((text) => readers.mayReadAt(version.moment, text)),
  };
}

/** How far a version went, where the changes that are told say so: a weight without its change would give away that there is one, and a lower one would be wrong. */
function weightOf({ level, regulated }: VersionMeaning, told: readonly Change[]): Pick<SiteVersion, 'level' | 'regulated'> {
  const isTold = level !== undefined && told.some((change) => change.level === level);
  return { ...(isTold ? { level } : {}), regulated: regulated && told.some((change) => change.regulated) };
}

/** A change as the site shows it. */
export function siteChange({ level, regulated, message }: Change): SiteChange {
  return { level, regulated, message };
}
