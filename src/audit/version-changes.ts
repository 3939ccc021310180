import { onceFor, remembering } from '../base/remembering.js';
import { changeSet } from '../control/change-set.js';
import { weighedBy } from '../control/levels.js';
import { proofChanges } from '../control/proof-changes.js';
import type { Change } from '../diff/change.js';
import { diff, type KnownBesides } from '../diff/diff.js';
import { levels } from '../diff/tally.js';
import { documentPartOf } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Level } from '../schema/meanings.js';
import { composed, isVariant, recordedVersions, specOf, workspaceAt, type Followed } from './past-workspace.js';
import { recordedDays } from './recorded-days.js';
import { releasedBefore } from './released-before.js';
import type { Moment, SpecVersion } from './spec-timeline.js';
import type { Timeline } from './timeline.js';
import type { WorkspaceTimeline } from './workspace-timeline.js';

/** What a version means to those who rely on the spec. */
export interface VersionMeaning {
  /** The most harmful level among its changes, as the Policy of the branch weighed them; absent where nothing is changed. */
  readonly level?: Level;
  /** True where one of them touches what a regime or the protection of data asks for. */
  readonly regulated: boolean;
  readonly changes: readonly Change[];
  /** The commit that it is compared with, where that is not the one before it: the last at which the variant could be put together. */
  readonly since?: Moment;
}

/** What a version changed, compared with what the branch held before it. Of what is new, nothing: there was nothing before. */
export function meaningOf(followed: Followed, version: SpecVersion): VersionMeaning {
  const since = lastMade(followed, version);
  const changes = changesSince(followed, version, since).filter(({ subject }) => documentPartOf(subject) === version.coordinate);
  const level = levels.find((each) => changes.some((change) => change.level === each));
  return { changes, regulated: changes.some(({ regulated }) => regulated), ...(level === undefined ? {} : { level }), ...(since === undefined ? {} : { since }) };
}

function changesSince(followed: Followed, version: SpecVersion, since: Moment | undefined): readonly Change[] {
  const { place } = version.moment;
  if (place === 0 || version.event === 'new') return [];
  if (!isHeld(followed, version)) return changesBeside(followed, version);
  return since === undefined ? changesAt(followed, place) : compare(followed, since, version.moment);
}

/** False of another version of a variant than its commit held, which became another one with its base. */
function isHeld({ workspace }: Followed, version: SpecVersion): boolean {
  return version.event !== 'base-changed' || workspace.specs.some(({ versions }) => versions.includes(version));
}

/** Of a variant that could not be put together before, the last commit at which it could. `undefined` for anything else, and where it never could. */
function lastMade(followed: Followed, version: SpecVersion): Moment | undefined {
  const line = isHeld(followed, version) && isVariant(followed, version) ? versionsBefore(followed, version) : [];
  const made = line.findLastIndex((each) => isVariant(followed, each) && specOf(followed, each) !== undefined);
  const broken = made < 0 ? undefined : line[made + 1];
  return broken === undefined ? undefined : followed.timeline.moments[broken.moment.place - 1];
}

/** Since it came, or came back. */
function versionsBefore({ workspace }: Followed, version: SpecVersion): readonly SpecVersion[] {
  const { versions } = workspace.specs.find((line) => line.versions.includes(version))!;
  const earlier = versions.filter(({ moment }) => moment.place < version.moment.place);
  return earlier.slice(earlier.findLastIndex(({ event }) => event === 'gone') + 1);
}

/** What a commit changed of a version that it did not hold: as though the branch had held it before and after. */
function changesBeside(followed: Followed, version: SpecVersion): readonly Change[] {
  const { moments } = followed.timeline;
  const { versions } = followed.workspace.specs.find((line) => line.versions.some(({ beside = [] }) => beside.includes(version)))!;
  const holding = (moment: Moment): Workspace => composed(followed, moment, [...recordedVersions(followed, moment).filter((each) => !versions.includes(each)), version]);
  const { place } = version.moment;
  return compared(followed, place, holding(moments[place - 1]!), holding(moments[place]!));
}

/** Every change of the workspace that a commit brought. */
export function changesAt(followed: Followed, place: number): readonly Change[] {
  const known = changesIn(followed.workspace);
  const { moments } = followed.timeline;
  const found = known.get(place) ?? compare(followed, moments[place - 1]!, moments[place]!);
  known.set(place, found);
  return found;
}

const changesIn = onceFor((_: WorkspaceTimeline) => new Map<number, readonly Change[]>());

/** As it was weighed on the day on which it was recorded: what had been announced for later had not begun. */
function compare(followed: Followed, before: Moment, after: Moment): readonly Change[] {
  return compared(followed, after.place, workspaceAt(followed, before), workspaceAt(followed, after));
}

function compared(followed: Followed, place: number, before: Workspace, after: Workspace): readonly Change[] {
  const known: KnownBesides = { today: daysWeighedBy(followed.timeline)[place], releasedBefore: (draft) => releasedBefore(followed, draft, { place: place - 1 }) };
  return weighedBy(before, diff(before, after, known));
}

/** Whoever asks, and by whichever clock, has to come to the same: a ledger repeats it. */
const daysWeighedBy = onceFor(({ moments }: Timeline) => recordedDays(moments.map(({ date }) => date)).days);

/** The digest of what an approval of a commit covers, as `waymark approve` writes it into Records; `undefined` for the first commit. */
export function setAt(followed: Followed, place: number): string | undefined {
  return setsIn(followed.workspace)(followed)(place);
}

const setsIn = onceFor((_: WorkspaceTimeline) => onceFor((followed: Followed) => remembering((place: number) => {
  if (place === 0) return undefined;
  const { moments } = followed.timeline;
  const versions = { before: workspaceAt(followed, moments[place - 1]!), after: workspaceAt(followed, moments[place]!) };
  return changeSet(changesAt(followed, place), proofChanges(versions));
})));
