import { canonicalJson } from '../../src/base/canonical-json.js';
import { sameJson, valueAt, type Path } from '../../src/base/json.js';
import type { Span } from '../../src/base/source.js';
import { judgementsOf } from '../../src/diff/diff.js';
import { matchedSpecs } from '../../src/diff/match-specs.js';
import { renamesOf, type Renames } from '../../src/diff/renames.js';
import type { CoveredPlaces, Judgement, Place } from '../../src/diff/tell.js';
import { contentDigest, diff, type Change } from '../../src/index.js';
import { spanIn } from '../../src/load/document.js';
import { headerFields } from '../../src/model/overlay.js';
import type { Spec } from '../../src/model/spec.js';
import type { Workspace } from '../../src/model/workspace.js';
import { contentOf, nameAfter, sameNames, type Content, type Leaf } from './content.js';

/** One value that differs, by its pointer. */
export interface Edit {
  readonly pointer: string;
  readonly before?: Leaf & { readonly spec: Spec };
  readonly after?: Leaf & { readonly spec: Spec };
  /** The entry in whose place this one stands, or that stands in its place. */
  readonly partner?: Edit;
}

/** What differs between two workspaces, and which change tells of it. */
export interface Coverage {
  /** The changes that differ by themselves, each with the values that it alone tells of. */
  readonly told: readonly { readonly kind: string; readonly subject: string; readonly edits: readonly Edit[] }[];
  /** Values that differ though no change tells of them. */
  readonly lost: readonly string[];
  /** Values that two changes tell of alike. */
  readonly twice: readonly string[];
  /** Changes that tell of nothing that differs. */
  readonly empty: readonly string[];
  /** Digest of what the version before says once every change is applied to it, and of what the version after says. */
  readonly applied: string;
  readonly wanted: string;
}

export function coverageOf(before: Workspace, after: Workspace): Coverage {
  const renames = renamesOf(before, after, matchedSpecs(before)(after));
  const [was, is] = [wholeContent(before, renames), wholeContent(after, sameNames)];
  const edits = withOverlays(before, after, renames, partnered(editsBetween(was, is)));
  const { roots } = judgementsOf(before, after);
  const owners = edits.map((edit) => ({ edit, owners: ownersOf(edit, roots) }));
  const told = roots.map((root) => ({ kind: root.kind.id, subject: root.subject, edits: owners.flatMap(({ edit, owners: [first] }) => (first === root ? [edit] : [])) }));
  const touched = new Set(edits.flatMap((edit) => roots.filter((root) => scoreOf(edit, root) > 0)));
  return {
    told,
    lost: owners.flatMap(({ edit, owners: list }) => (list.length === 0 ? [inWords(edit)] : [])),
    twice: owners.flatMap(({ edit, owners: list }) => (list.length > 1 ? [`${edit.pointer}: ${list.map(({ kind, subject }) => `${kind.id} ${subject}`).join(', ')}`] : [])),
    empty: roots.filter((root) => !touched.has(root)).map(({ kind, subject }) => `${kind.id} ${subject}`),
    applied: digestOf(applied(was, told.flatMap((each) => each.edits)), is, edits),
    wanted: digestOf(is, was, edits),
  };
}

/** What differs, applied as far as the records of changes carry it, which everybody gets. */
export interface Recorded {
  /** Digest of what the version before says once the values at the places of every record are put there or taken away, and what only `beyond` tells. */
  readonly applied: string;
  readonly wanted: string;
  /** Kinds of the changes that tell of a value which is not at their own place, and of values that are written nowhere. */
  readonly beyond: ReadonlySet<string>;
}

/**
 * A record carries its kind, its subject, one place before and one after, and what stood and stands there: the texts of both places. Of what else
 * it tells, such as the ways that a step brings about, it only carries the facts.
 */
export function recordedBetween(before: Workspace, after: Workspace): Recorded {
  const renames = renamesOf(before, after, matchedSpecs(before)(after));
  const [was, is] = [wholeContent(before, renames), wholeContent(after, sameNames)];
  const edits = withOverlays(before, after, renames, partnered(editsBetween(was, is)));
  const records = diff(before, after).filter(({ because }) => because === undefined);
  const { roots } = judgementsOf(before, after);
  const carried = edits.filter((edit) => records.some((record) => isCarried(edit, record)));
  const others = edits.filter((edit) => !carried.includes(edit)).map((edit) => ({ edit, owner: ownersOf(edit, roots)[0] }));
  const told = others.flatMap(({ edit, owner }) => (owner === undefined ? [] : [edit]));
  return { applied: digestOf(applied(was, [...carried, ...told]), is, edits), wanted: digestOf(is, was, edits), beyond: new Set(others.flatMap(({ owner }) => owner?.kind.id ?? [])) };
}

/** True where the value stands at the place of a record, before or after. */
function isCarried({ before, after }: Edit, record: Change): boolean {
  return isWithin(before, record.before) || isWithin(after, record.after);
}

function isWithin(leaf: Edit['before'], place: Span | undefined): boolean {
  const own = leaf === undefined || valueAt(leaf.spec.value, leaf.path) === undefined ? undefined : spanOf(leaf);
  return own !== undefined && place !== undefined && own.source === place.source && own.start >= place.start && own.end <= place.end;
}

function spanOf({ spec, path }: Place): Span {
  const origin = spec.origin(path);
  return spanIn(origin.document, origin.path);
}

function inWords({ pointer, before, after }: Edit): string {
  return `${pointer}: ${before?.value ?? 'nothing'} -> ${after?.value ?? 'nothing'}`;
}

type Whole = ReadonlyMap<string, Leaf & { readonly spec: Spec }>;

function wholeContent(workspace: Workspace, renames: Renames): Whole {
  return new Map(workspace.specs.flatMap((spec) => [...(contentOf(workspace, spec, renames) as Content)].map(([pointer, leaf]) => [`/${nameAfter(spec, renames)}${pointer}`, { ...leaf, spec }] as const)));
}

/** What holds without being written on both sides follows from something else, where it is told. */
function editsBetween(was: Whole, is: Whole): readonly Edit[] {
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((pointer): readonly Edit[] => {
    const [before, after] = [was.get(pointer), is.get(pointer)];
    if (before?.value === after?.value || ((before?.implied ?? true) && (after?.implied ?? true))) return [];
    if (pointer.endsWith('/@order') && !isReordered(before, after)) return [];
    return [{ pointer, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  });
}

/** Entries of both versions come in another order. */
function isReordered(before: Leaf | undefined, after: Leaf | undefined): boolean {
  const [was, is] = [before, after].map((leaf) => JSON.parse(leaf?.value ?? '[]') as readonly string[]);
  return !sameJson(was!.filter((key) => is!.includes(key)), is!.filter((key) => was!.includes(key)));
}

/** How a variant says what it comes to is told where it comes to the same. */
function withOverlays(before: Workspace, after: Workspace, renames: Renames, edits: readonly Edit[]): readonly Edit[] {
  const changed = new Set(edits.filter((edit) => !headerFields.includes(String((edit.after ?? edit.before)!.path[0]))).map(({ pointer }) => pointer.split('/')[1]));
  const overlays = matchedSpecs(before)(after).pairs.flatMap((pair) => ['extends', 'overlay'].flatMap((field): readonly Edit[] => {
    const [was, is] = [pair.before, pair.after].map((spec) => (spec.value as unknown as Record<string, string>)[field]);
    if (was === undefined || is === undefined || sameJson(was, is) || changed.has(nameAfter(pair.before, renames))) return [];
    const leaf = (spec: Spec, value: string): Leaf & { readonly spec: Spec } => ({ spec, path: [field], value: canonicalJson(value), implied: false });
    return [{ pointer: `/${pair.after.coordinate}/${field}`, before: leaf(pair.before, was), after: leaf(pair.after, is) }];
  }));
  return [...edits, ...overlays];
}

/** The change that is nearest to a value; several where nobody can say which. */
function ownersOf(edit: Edit, roots: readonly Judgement[]): readonly Judgement[] {
  const scores = roots.map((root) => ({ root, score: scoreOf(edit, root) }));
  const best = Math.max(0, ...scores.map(({ score }) => score));
  const nearest = scores.flatMap(({ root, score }) => (score === best && best > 0 ? [root] : []));
  return best > nearestInside ? nearest : nearest.slice(0, 1);
}

/** Several places may be inside of one value, on one side or on both. */
const nearestInside = 2;

function scoreOf(edit: Edit, { covers, before, after }: Judgement): number {
  return Math.max(0, ...(covers ?? [{ before, after }]).map((places) => scoreOn(edit, places)));
}

/** The longer a place that holds the value, the nearer; a place inside of it is less near, and others may be inside as well. */
function scoreOn(edit: Edit, places: CoveredPlaces): number {
  const partner = [nearness(edit.partner?.before, places.before), nearness(edit.partner?.after, places.after)].filter((each) => each === 1);
  const sides = [nearness(edit.before, places.before), nearness(edit.after, places.after), ...partner].filter((each) => each > 0);
  return sides.length === 0 ? 0 : Math.max(...sides) + sides.length - 1;
}

function nearness(leaf: (Leaf & { readonly spec: Spec }) | undefined, place: Place | undefined): number {
  if (leaf === undefined || place === undefined || leaf.spec !== place.spec) return 0;
  if (startsWith(leaf.path, place.path)) return 3 * (place.path.length + 1);
  return startsWith(place.path, leaf.path) ? 1 : 0;
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

/** Entries without names that came into a list stand in the places of those that went from it. */
function partnered(edits: readonly Edit[]): readonly Edit[] {
  const open = { gone: edits.filter(({ before, after }) => before?.nameless !== undefined && after === undefined), fresh: edits.filter(({ before, after }) => after?.nameless !== undefined && before === undefined) };
  const partners = new Map<Edit, Edit>();
  for (const edit of open.gone) {
    const partner = open.fresh.find((each) => !partners.has(each) && listOf(each) === listOf(edit));
    if (partner !== undefined) partners.set(edit, partner).set(partner, edit);
  }
  return edits.map((edit) => (partners.has(edit) ? { ...edit, partner: partners.get(edit)! } : edit));
}

function listOf({ pointer, before, after }: Edit): string {
  return `${pointer.split('/')[1]} ${(before ?? after)!.nameless}`;
}

function applied(content: Whole, edits: readonly Edit[]): Whole {
  const result = new Map(content);
  for (const { pointer, before, after } of edits) {
    if (after !== undefined) result.set(pointer, after);
    else if (before !== undefined) result.delete(pointer);
  }
  return result;
}

/** What is the same on both sides may be written on one of them alone. */
function digestOf(content: Whole, other: Whole, edits: readonly Edit[]): string {
  const differing = new Set(edits.map(({ pointer }) => pointer));
  const said = [...content].filter(([pointer, { implied }]) => !pointer.endsWith('/@order') && (differing.has(pointer) || !(implied || other.get(pointer)?.implied === true)));
  return contentDigest(Object.fromEntries(said.map(([pointer, { value }]) => [pointer, value])));
}
