import { approvalsFound } from '../../audit/approvals-found.js';
import type { FollowedSpec } from '../../audit/find-spec.js';
import { documentOf } from '../../audit/past-workspace.js';
import type { SpecVersion, VersionEvent } from '../../audit/spec-timeline.js';
import { openTimeline, type Timeline } from '../../audit/timeline.js';
import { unreadBeside, type UnreadFile } from '../../audit/unread-files.js';
import { meaningOf } from '../../audit/version-changes.js';
import { fieldOf } from '../../base/json.js';
import type { Change } from '../../diff/change.js';
import { audiences, type Audience } from '../../render/audiences.js';
import type { SiteChange, SiteUnread, SiteVersion, SiteWorkspace } from '../../render/site/site-input.js';
import { approvalWords } from '../../report/past/past-words.js';
import { unreadWords } from '../../report/past/unread-words.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { accessIn } from './left-out.js';
import { comparisons } from './site-comparisons.js';

type SiteHistory = Pick<SiteWorkspace, 'versionsOf' | 'unreadOf' | 'comparisonsOf' | 'withoutHistory'>;

/**
 * What has become of the documents of a workspace on the governed branch. Versions are worked out when their page is written. What keeps a history
 * from being read is told on the terminal: it may name folders of this machine, which are nothing for a page.
 */
export function siteHistory(console: Console, folder: string, ref: string | undefined, today: string): SiteHistory {
  const timeline = openTimeline(folder, ref, today);
  if ('problem' in timeline) {
    if (ref !== undefined) throw new Failure(exitCodes.unreadable, timeline.problem);
    if (timeline.reason !== 'no-repository') console.warn(`The site has no versions: ${timeline.problem}\n`);
    return { ...nothing, withoutHistory: timeline.reason === 'no-repository' ? 'Its versions are not told: its documents lie in no repository of git.' : 'Its versions are not told: where the site was written, there was no history to read.' };
  }
  const followed = followedSpecs(timeline);
  if (followed.size === 0) return { ...nothing, withoutHistory: `Its versions are not told: no version of ${timeline.label} has this workspace.` };
  const compare = comparisons([...followed.values()]);
  const find = <Value>(coordinate: string, use: (found: FollowedSpec) => readonly Value[]): readonly Value[] => {
    const found = followed.get(coordinate);
    return found === undefined ? [] : use(found);
  };
  return { versionsOf: (coordinate) => find(coordinate, versionsOf), unreadOf: (coordinate) => find(coordinate, unreadOf), comparisonsOf: (coordinate) => find(coordinate, compare) };
}

const nothing: SiteHistory = { versionsOf: () => [], unreadOf: () => [], comparisonsOf: () => [] };

/** The documents that the workspace in this very folder has had. */
function followedSpecs(timeline: Timeline): ReadonlyMap<string, FollowedSpec> {
  const workspace = timeline.workspaces.find(({ root }) => root === timeline.history.folder);
  return new Map((workspace?.specs ?? []).map((spec) => [spec.coordinate, { timeline, workspace: workspace!, spec }]));
}

function versionsOf(found: FollowedSpec): readonly SiteVersion[] {
  return found.spec.versions.filter(({ version }) => version !== undefined).map((version) => siteVersion(found, version));
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

function siteVersion(found: FollowedSpec, version: SpecVersion): SiteVersion {
  const { level, regulated, changes } = meaningOf(found, version);
  const event = events[version.event];
  return {
    number: version.version!,
    day: version.moment.recorded,
    commit: version.moment.id.slice(0, 12),
    author: version.moment.author,
    status: version.status,
    access: accessThen(found, version),
    ...(event === undefined ? {} : { event }),
    ...(level === undefined ? {} : { level }),
    regulated,
    changes: changes.map(siteChange),
    approvals: approvalsFound(found, version).map(approvalWords),
  };
}

/** Who might read it then. An entry of a Directory may say so itself. */
function accessThen(found: FollowedSpec, version: SpecVersion): Audience {
  const { value } = documentOf(found, version);
  const entries = version.directory === undefined ? [] : Object.values(value ?? {}).map((entry) => fieldOf(fieldOf(entry, version.id), 'access'));
  const label = [...entries, fieldOf(value, 'access')].find((each) => each !== undefined);
  return audiences.find((each) => each === label) ?? 'internal';
}

/** A change as the site shows it. */
export function siteChange({ level, regulated, message }: Change): SiteChange {
  return { level, regulated, message };
}
