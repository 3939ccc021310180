import { onceFor, remembering } from '../base/remembering.js';
import { changeSet } from '../control/change-set.js';
import { weighedBy } from '../control/levels.js';
import { proofChanges } from '../control/proof-changes.js';
import type { Change } from '../diff/change.js';
import { diff, type KnownBesides } from '../diff/diff.js';
import { levels } from '../diff/tally.js';
import { documentPartOf, isActive } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Level } from '../schema/meanings.js';
import { baseLine } from './base-line.js';
import { composed, isVariant, recordedVersions, specOf, workspaceAt, type Followed } from './past-workspace.js';
import { recordedDays } from './recorded-days.js';
import { releasedBefore } from './released-before.js';
import { lastReleased, type Moment, type SpecTimeline, type SpecVersion } from './spec-timeline.js';
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
  /** The commit of what was released last, with which it is compared where it, or the base of the variant, was a draft in between. */
  readonly sinceReleased?: Moment;
}

/** What a version changed, compared with what the branch held before it; what is released from a draft, with what was released last. Of what is new, nothing: there was nothing before. */
export function meaningOf(followed: Followed, version: SpecVersion): VersionMeaning {
  const since = lastMade(followed, version);
  const released = since === undefined ? releasedBehindDraft(followed, version) : undefined;
  const meaning = meaningIn(changesSince(followed, version, since), version);
  return { ...meaning, ...(since === undefined ? {} : { since }), ...(released === undefined ? {} : { sinceReleased: released.moment }) };
}

/** What older ledgers say of a version that was released from a draft, or whose base was: what its last step changed, compared with the draft. `undefined` for any other. */
export function meaningOfLastStep(followed: Followed, version: SpecVersion): VersionMeaning | undefined {
  if (lastMade(followed, version) !== undefined || releasedBehindDraft(followed, version) === undefined) return undefined;
  const { moments } = followed.timeline;
  const { place } = version.moment;
  return meaningIn(compared(followed, place, workspaceAt(followed, moments[place - 1]!), workspaceAt(followed, moments[place]!), {}), version);
}

function meaningIn(all: readonly Change[], { coordinate }: SpecVersion): VersionMeaning {
  const changes = all.filter(({ subject }) => documentPartOf(subject) === coordinate);
  const level = levels.find((each) => changes.some((change) => change.level === each));
  return { changes, regulated: changes.some(({ regulated }) => regulated), ...(level === undefined ? {} : { level }) };
}

function changesSince(followed: Followed, version: SpecVersion, since: Moment | undefined): readonly Change[] {
  const { place } = version.moment;
  if (place === 0 || version.event === 'new') return [];
  if (!isHeld(followed, version)) return changesBeside(followed, version);
  if (since !== undefined) return compare(followed, since, version.moment);
  const base = baseBehindDraft(followed, version);
  return base === undefined ? changesAt(followed, place) : changesOnBase(followed, version, base);
}

/** What was released last of a version that is released from a draft, or of the base of a variant. */
function releasedBehindDraft(followed: Followed, version: SpecVersion): SpecVersion | undefined {
  if (!isHeld(followed, version)) return undefined;
  return behindDraft(followed.workspace.specs.find(({ versions }) => versions.includes(version))!, version.moment) ?? baseBehindDraft(followed, version);
}

/** What a variant rested on while its base was a draft: of a base that the same commit releases from a draft, what was released last. */
function baseBehindDraft(followed: Followed, version: SpecVersion): SpecVersion | undefined {
  const line = baseLine(followed, version, version.moment);
  return line === undefined ? undefined : behindDraft(line, version.moment);
}

function behindDraft({ versions }: SpecTimeline, { place }: Moment): SpecVersion | undefined {
  const before = versions.filter(({ moment }) => moment.place < place);
  const isReleased = versions.some((each) => each.moment.place === place && each.event !== 'gone' && isActive(each));
  const last = isReleased && before.at(-1)?.status === 'draft' ? lastReleased(before) : undefined;
  return last !== undefined && isActive(last) ? last : undefined;
}

/** What a commit changed of a variant whose base it released from a draft: that bound nobody, so what was released before it had gone on. */
function changesOnBase(followed: Followed, { moment: { place } }: SpecVersion, base: SpecVersion): readonly Change[] {
  const [before, after] = [followed.timeline.moments[place - 1]!, followed.timeline.moments[place]!];
  const held = recordedVersions(followed, before).map((each) => (each.coordinate === base.coordinate ? base : each));
  return compared(followed, place, composed(followed, before, held), workspaceAt(followed, after));
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

function compared(followed: Followed, place: number, before: Workspace, after: Workspace, formerly = releasedAt(followed, { place: place - 1 })): readonly Change[] {
  const known: KnownBesides = { today: daysWeighedBy(followed.timeline)[place], releasedBefore: (draft) => releasedBefore(followed, draft, { place: place - 1 }), ...formerly };
  return weighedBy(before, diff(before, after, known));
}

/** What begins to hold is weighed against what was released of it last. */
function releasedAt(followed: Followed, seen: Pick<Moment, 'place'>): Pick<KnownBesides, 'formerly'> {
  return { formerly: (document) => releasedBefore(followed, document, seen)?.workspace };
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
