import { groupBy } from '../base/groups.js';
import { fieldOf, type JsonObject, type Path } from '../base/json.js';
import { entryFields } from '../model/read-specs.js';
import { isActive, isPlan, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { carriedFields, hasPlans } from './carried.js';
import type { Generated, Loss, Target } from './target.js';

/** Everything that the specs say and the files of a target do not: each document, or each field of it, once. */
export function lossesOf(target: Target, workspace: Workspace, { files, losses = [] }: Generated): readonly Loss[] {
  const carried = carriedFields(target);
  const sources = new Set(files.flatMap((file) => file.sources));
  const whole = new Set(losses.filter(({ field }) => field === '').map(({ subject }) => subject));
  const found = workspace.specs.filter(({ coordinate }) => !whole.has(coordinate)).flatMap((spec) => {
    const reason = carried.hasKind(spec.kind) ? reasonToLeaveOut(target, spec) ?? (sources.has(spec) ? undefined : 'Nothing that is written has to do with it.') : target.limits;
    if (spec.kind === 'Directory') return lossesOfDirectory(spec, reason === undefined ? carried.notIn(spec) : Object.keys(spec.value), reason ?? target.limits);
    return lossesAt(spec, reason === undefined ? carried.notIn(spec) : [''], reason ?? target.limits);
  });
  return withoutInner([...losses.map((loss): Loss => ({ ...loss, sort: loss.sort ?? 'case' })), ...found]).toSorted(inOrderOf);
}

/** Its entries are documents, and told as these: what is lost of the Directory is what none of them holds. */
function lossesOfDirectory(spec: Spec, fields: readonly string[], reason: string): readonly Loss[] {
  const held = heldElsewhere(spec.value as unknown as JsonObject);
  return lossesAt(spec, fields.filter((field) => !held.has(field)), reason);
}

/** Of a Directory what is never lost as its own: which document it is, and what it declares. */
export const neverOfDirectory: readonly string[] = ['apiVersion', 'kind', 'id', ...entryFields];

/** Of one Directory also what at its head holds for an entry that does not say it itself. */
function heldElsewhere(directory: JsonObject): ReadonlySet<string> {
  const entries = entryFields.flatMap((list) => Object.values((directory[list] ?? {}) as JsonObject));
  const inherited = ['version', 'status', 'effective', 'owner'].filter((field) => entries.some((entry) => fieldOf(entry, field) === undefined));
  return new Set([...neverOfDirectory, ...inherited]);
}

function lossesAt(spec: Spec, fields: readonly string[], reason: string): readonly Loss[] {
  return fields.map((field) => ({ subject: spec.coordinate, field, reason, sort: 'limit' }));
}

/** Why a document is not written out at all; `undefined` for one that is. */
export function reasonToLeaveOut(target: Target, spec: Spec): string | undefined {
  if (spec.status === 'retired') return 'It is retired.';
  if (!target.withDrafts && !isActive(spec)) return 'It is a draft, and only what binds is written.';
  return hasPlans(target) || !isPlan(spec) ? undefined : 'It is a plan, and only what people work by is written.';
}

/** What is inside something that is lost is not told by itself, and nothing is told twice. */
function withoutInner(losses: readonly Loss[]): readonly Loss[] {
  const told = groupBy(losses, placeOf);
  return losses.filter((loss) => {
    const names = loss.field === '' ? [] : loss.field.split('.');
    const outer = names.flatMap((_, end) => told.get(`${loss.subject} ${names.slice(0, end).join('.')}`) ?? []);
    const same = told.get(placeOf(loss))!;
    return !outer.some((other) => covers(other.at, loss.at)) && same.slice(0, same.indexOf(loss)).every((other) => !isSameEntry(other, loss)) && !same.some((other) => other.at === undefined && loss.at !== undefined);
  });
}

function placeOf({ subject, field }: Loss): string {
  return `${subject} ${field}`;
}

/** True when what is lost is all of a place, or lies around it. */
export function covers(lost: Path | undefined, place: Path | undefined): boolean {
  return lost === undefined || (place !== undefined && lost.length <= place.length && lost.every((part, index) => part === place[index]));
}

/** One field may be lost for two reasons that its target names; of the others, one is enough. */
function isSameEntry(one: Loss, other: Loss): boolean {
  const isSaid = one.sort === 'case' && other.sort === 'case' && one.reason !== other.reason;
  return !isSaid && covers(one.at, other.at) && covers(other.at, one.at);
}

function inOrderOf(a: Loss, b: Loss): number {
  return inOrder(a.subject, b.subject) || inOrder(a.field, b.field) || inOrder(numbersIn(a), numbersIn(b));
}

/** The numbers of the entries as text that sorts like them. */
function numbersIn({ at = [] }: Loss): string {
  return at.flatMap((part) => (typeof part === 'number' ? [String(part).padStart(6, '0')] : [])).join('.');
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
