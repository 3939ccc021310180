import type { CalendarDay } from '../base/date.js';
import { compareText, type Coordinate } from '../base/diagnostic.js';
import { groupBy } from '../base/groups.js';
import { sameJson } from '../base/json.js';
import { onceFor } from '../base/remembering.js';
import type { Change } from '../diff/change.js';
import { diff, type KnownBesides } from '../diff/diff.js';
import { matchedSpecs } from '../diff/match-specs.js';
import { isNote } from '../diff/notes.js';
import { levels } from '../diff/tally.js';
import { documentPartOf, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Status } from '../schema/kinds/header.js';
import { isConsequence } from './consequences.js';
import { weighedBy } from './levels.js';

/** What has become of one document between two versions of its workspace. */
export interface Release {
  /** The document that has the version: of an entry of a Directory, the Directory. By its new id where it was renamed. */
  readonly document: Coordinate;
  readonly title: string;
  /** Its version before. Absent for what is new, and for what has no versions, such as a Record. */
  readonly before?: string;
  /** Its version after. Absent for what has left, and for what has no versions. */
  readonly after?: string;
  /** Its status after. Absent for what has left, and for what has no versions. */
  readonly status?: Status;
  /** The first day and the first day no longer, as its `effective` says after. */
  readonly effectiveFrom?: CalendarDay;
  readonly effectiveUntil?: CalendarDay;
  readonly changes: readonly Change[];
  /** Of a variant that nobody touched: what has become of its base, and made the variant another one. */
  readonly base?: Release;
}

/**
 * What has become of each document that has changed: those with the most harmful changes first. What only follows from a change, in a
 * document that nobody has touched, is told with the change. They weigh as the Policy of the earlier version has it. Worked out once for two versions.
 *
 * @param known - What is known besides the two, where anything is.
 */
export function releases(before: Workspace, after: Workspace, known?: KnownBesides): readonly Release[] {
  return known === undefined ? releasesBetween(before)(after) : findReleases(before, after, known);
}

const releasesBetween = onceFor((before: Workspace) => onceFor((after: Workspace) => findReleases(before, after)));

function findReleases(before: Workspace, after: Workspace, known?: KnownBesides): readonly Release[] {
  const { pairs, added } = matchedSpecs(before)(after);
  const [formerOf, fresh] = [new Map(pairs.map((pair) => [pair.after.coordinate, pair.before])), new Set(added.map(({ coordinate }) => coordinate))];
  const documentOf = (subject: Coordinate): Coordinate => documentAt(after, subject)?.coordinate ?? documentAt(before, subject)?.coordinate ?? documentPartOf(subject);
  const changes = weighedBy(before, diff(before, after, known));
  const edited = new Set(changes.filter((change) => !isNote(change) && !isConsequence(change)).map(({ subject }) => documentOf(subject)));
  const toldAt = ({ subject, because = [] }: Change): Coordinate => [subject, ...because].map(documentOf).find((document) => edited.has(document)) ?? documentOf(subject);
  const formerAt = (document: Coordinate): Spec | undefined => fresh.has(document) ? undefined : (formerOf.get(document) ?? before.specAt(document));
  const found = [...groupBy(changes, toldAt)].map(([document, own]) => releaseOf(document, formerAt(document), after.specAt(document), own));
  const basesOf = new Map(after.variants.filter(({ spec }) => isUntouched(formerAt(spec.coordinate), spec)).map(({ spec, base }) => [spec.coordinate, base.coordinate]));
  return found.map((release) => withBase(release, found.find(({ document }) => document === basesOf.get(release.document)))).sort(byHarm);
}

/** What a variant says itself is what is written, without its base. */
function isUntouched(before: Spec | undefined, after: Spec): boolean {
  return before !== undefined && sameJson(before.document.value, after.document.value);
}

function withBase(release: Release, base: Release | undefined): Release {
  return base === undefined ? release : { ...release, base };
}

/** An entry of a Directory has the version of the Directory. */
function documentAt(workspace: Workspace, subject: Coordinate): Spec | undefined {
  const spec = workspace.specAt(documentPartOf(subject));
  return spec?.directory ?? spec;
}

function releaseOf(document: Coordinate, before: Spec | undefined, after: Spec | undefined, changes: readonly Change[]): Release {
  const [was, is] = [versionOf(before), versionOf(after)];
  const header = (after ?? before)?.value as Header | undefined;
  const { from, until } = (after === undefined ? undefined : header?.effective) ?? {};
  return {
    document,
    title: header?.title ?? document,
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { after: is }),
    ...(is === undefined ? {} : { status: after!.status }),
    ...(from === undefined ? {} : { effectiveFrom: from }),
    ...(until === undefined ? {} : { effectiveUntil: until }),
    changes,
  };
}

interface Header {
  readonly title?: string;
  readonly effective?: { readonly from?: CalendarDay; readonly until?: CalendarDay };
}

function versionOf(spec: Spec | undefined): string | undefined {
  return spec !== undefined && 'version' in spec.value ? spec.value.version : undefined;
}

function byHarm(a: Release, b: Release): number {
  const weight = ({ changes }: Release): number => Math.min(...changes.map(({ level, regulated }) => 2 * levels.indexOf(level) - (regulated ? 1 : 0)));
  return weight(a) - weight(b) || compareText(a.document, b.document);
}
