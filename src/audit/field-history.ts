import { compareText } from '../base/diagnostic.js';
import { fieldOf, isArray, isObject, sameJson, type JsonValue, type Path } from '../base/json.js';
import { didYouMean } from '../base/words.js';
import { entryName } from '../model/overlay.js';
import { placeAt, shapeOf } from '../schema/type-at.js';
import { overtakenBy } from './announced.js';
import { baseLine, basesAhead } from './base-line.js';
import type { FollowedSpec } from './find-spec.js';
import { daysTold, firstDay, inForce } from './in-force.js';
import { specOf } from './past-workspace.js';
import { isOnlyMoved, type Moment, type SpecVersion } from './spec-timeline.js';

/** A version that changed one field. */
export interface FieldChange {
  readonly version: SpecVersion;
  /** The days on which what it became is in force; absent where the version says none. */
  readonly effective?: SpecVersion['effective'];
  /** What it was before; absent where it was not there. */
  readonly before?: JsonValue;
  /** What it is from then on; absent where it is gone. */
  readonly after?: JsonValue;
  /** Of a variant: what its base became, where the field would be something else without that. */
  readonly base?: SpecVersion;
}

/**
 * Who changed one field of a spec, and when. Of a variant, what holds after its overlay counts.
 *
 * @param path - As overlays name it: `stages.triage.steps.classify.sla`. After a list of entries with names comes a name. Steps, stages and other entries that were
 * renamed are followed by their `aliases`, and a step is followed into every stage that it stood in.
 * @returns The versions that changed it, the oldest first; none where it was never set. A problem where the language has no such field.
 */
export function fieldHistory(found: FollowedSpec, path: string): readonly FieldChange[] | { readonly problem: string } {
  if (path.split('.').includes('')) return { problem: `${path === '' ? 'No field is named' : `A name is missing beside a dot in \`${path}\``}. Write a path such as \`stages.triage.steps.classify.sla\`, with one dot between two names.` };
  const versions = found.spec.versions.filter((version) => version.event !== 'unreadable' && !isOnlyMoved(version));
  const told = valuesBackwards(found, versions.map((version) => saidBy(found, version)), path.split('.'));
  const changes = told.flatMap((group, at) => changesOf(group, told.slice(0, at).flat().findLast(({ isBeside }) => !isBeside)?.after));
  return changes.length > 0 ? changes : (whyNoField(found, versions, path.split('.')) ?? []);
}

/** What a version says from a day on. */
interface Said {
  readonly version: SpecVersion;
  readonly effective: SpecVersion['effective'];
  /** Of a variant, the commit whose base it rests on. */
  readonly baseAt: Pick<Moment, 'place'>;
  /** What the base became by that commit, where it alone can have brought a change, or fits what the variant says before and after. */
  readonly base?: SpecVersion | undefined;
  /** True of another version of a variant than the commit held. */
  readonly isBeside: boolean;
}

/** The field in what a version says. */
interface SaidOfField extends Said {
  readonly after: JsonValue | undefined;
  /** What the field would be on the base of before; only where that became another one. */
  readonly onFormerBase?: JsonValue | undefined;
}

/** What a commit says of a spec, and of a variant, what its base makes of it. What another version of the variant had taken over from when the base began is left out: that one tells of it, unless a draft between the two has told it. */
function saidBy(found: FollowedSpec, version: SpecVersion): readonly Said[] {
  const { moment, base, beside = [] } = version;
  const others = beside.map((each): Said => ({ version: each, effective: daysTold(each), base: each.base, baseAt: moment, isBeside: true }));
  const own = base === undefined ? saidByEdit(found, version) : [{ version, effective: daysTold(version), base, baseAt: moment, isBeside: false }];
  return [...others, ...own].filter((said) => version.status === 'draft' || said.base === undefined || said.effective === undefined || overtakenBy(found.spec.versions, said.version, said.effective.from) === undefined);
}

/** An edit of a variant rests on the base that is in force when it begins, unless it does not fit that one, and later on what has been announced of the base. */
function saidByEdit(found: FollowedSpec, version: SpecVersion): readonly Said[] {
  const { moment } = version;
  const isKnown = (each: SpecVersion): boolean => each.moment.place <= moment.place;
  const base = version.event === 'gone' ? [] : (baseLine(found, version, moment)?.versions.filter(isKnown) ?? []);
  const ahead = base.length === 0 ? [] : basesAhead(found.spec.versions.filter(isKnown), base);
  const own: Said = { version, effective: daysTold(version), baseAt: moment, isBeside: false };
  const later = ahead.map((each): Said => ({ ...own, effective: daysTold({ ...version, base: each }), base: each, baseAt: each.moment }));
  const became = base.findLast(({ moment: { place } }) => place === moment.place);
  if (later.length === 0) return [became !== undefined && isFitting(found, version, { place: moment.place - 1 }) ? { ...own, base: became } : own];
  const then = inForce(base, firstDay(version)).version;
  return then !== undefined && isFitting(found, version, then.moment) ? [{ ...own, baseAt: then.moment }, ...later] : later;
}

function isFitting(found: FollowedSpec, version: SpecVersion, baseAt: Pick<Moment, 'place'>): boolean {
  return specOf(found, version, baseAt) !== undefined;
}

/** The newest version is the one that the path is written for; from there its names are followed back, from one version that the branch held to the one before. */
function valuesBackwards(found: FollowedSpec, all: readonly (readonly Said[])[], names: readonly string[]): readonly (readonly SaidOfField[])[] {
  let way: Way = { names, aliases: [], value: undefined };
  const followed = (version: SpecVersion, baseAt: Pick<Moment, 'place'>): Way => follow(specOf(found, version, baseAt)?.value as JsonValue | undefined, way);
  const valueOf = (said: Said): SaidOfField => {
    const { version, baseAt, base, isBeside } = said;
    if (version.event === 'gone') return { ...said, after: undefined };
    const there = followed(version, baseAt);
    if (!isBeside) way = there;
    return { ...said, after: there.value, ...(base === undefined ? {} : { onFormerBase: followed(version, { place: baseAt.place - 1 }).value }) };
  };
  return all.toReversed().map((group) => group.toReversed().map(valueOf).toReversed()).toReversed();
}

/**
 * What one commit changed, by the day from which on it holds. Between the versions that it tells of, what was announced before holds on: where that said something else from the
 * day of one of them on, it is what that one changes, and otherwise it is what the one before it left.
 *
 * @param held - What the field was in what the branch held before.
 */
function changesOf(group: readonly SaidOfField[], held: JsonValue | undefined): readonly FieldChange[] {
  let [earlier, former]: [{ readonly before: JsonValue | undefined; readonly after: JsonValue | undefined } | undefined, JsonValue | undefined] = [undefined, held];
  return byDay(group).flatMap((said) => {
    const { version, effective, base, onFormerBase, isBeside, after } = said;
    const own = isBeside ? onFormerBase : former;
    const before = earlier === undefined || !sameJson(earlier.before, own) ? own : earlier.after;
    earlier = { before: own, after };
    if (!isBeside) former = after;
    const isOfBase = base !== undefined && !sameJson(onFormerBase, after);
    return sameJson(before, after) ? [] : [{ version, ...(effective === undefined ? {} : { effective }), ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), ...(isOfBase ? { base } : {}) }];
  });
}

/** A draft has no day, whatever it says. Without other versions beside what the commit held, it is in order as it is. */
function byDay(group: readonly SaidOfField[]): readonly SaidOfField[] {
  const day = ({ version: { status }, effective }: SaidOfField): string => (status === 'draft' ? '~' : (effective?.from ?? ''));
  return group.some(({ isBeside }) => isBeside) ? group.toSorted((a, b) => compareText(day(a), day(b))) : group;
}

/** How a path was followed in one version. */
interface Way {
  readonly names: readonly string[];
  /** Of each name, the names that its entry had before. */
  readonly aliases: readonly (readonly string[])[];
  readonly value: JsonValue | undefined;
}

function follow(root: JsonValue | undefined, { names, aliases }: Way): Way {
  let value = root;
  const followed = inItsStage(root, names, aliases[3]).map((name, at) => {
    const step = stepInto(value, name, aliases[at] ?? []);
    value = step.value;
    return step;
  });
  return { value, names: followed.map(({ name }) => name), aliases: followed.map((step, at) => (step.value === undefined ? (aliases[at] ?? []) : step.aliases)) };
}

/** Ids of steps are unique in a journey, so a step that moved to another stage is the same one: it is looked for where it stands, first in the stage of the path. */
function inItsStage(root: JsonValue | undefined, names: readonly string[], former: readonly string[] = []): readonly string[] {
  const [list, stage, inner, step, ...rest] = names;
  const stages = fieldOf(root, 'stages');
  if (list !== 'stages' || inner !== 'steps' || step === undefined || !isArray(stages)) return names;
  const inOrder = stages.toSorted((a, b) => Number(entryName(b) === stage) - Number(entryName(a) === stage));
  for (const name of [step, ...former]) {
    const holder = inOrder.find((each) => entriesOf(each, 'steps').some((entry) => entryName(entry) === name));
    const found = holder === undefined ? undefined : entryName(holder);
    if (found !== undefined) return [list, found, inner, step, ...rest];
  }
  return names;
}

function entriesOf(value: JsonValue, field: string): readonly JsonValue[] {
  const list = fieldOf(value, field);
  return isArray(list) ? list : [];
}

interface Step {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly value: JsonValue | undefined;
}

function stepInto(value: JsonValue | undefined, name: string, former: readonly string[]): Step {
  if (!isArray(value)) return { name, aliases: [], value: fieldOf(value, name) };
  const known = [name, ...former].find((each) => value.some((entry) => entryName(entry) === each)) ?? name;
  const entry = value.find((each) => entryName(each) === known);
  const aliases = fieldOf(entry, 'aliases');
  return { name: known, aliases: isArray(aliases) ? aliases.map(String) : [], value: entry };
}

/** A field that the language has and nobody ever set is none to complain of. */
function whyNoField(found: FollowedSpec, versions: readonly SpecVersion[], names: readonly string[]): { readonly problem: string } | undefined {
  const last = versions.findLast(({ event }) => event !== 'gone');
  const root = last === undefined ? undefined : (specOf(found, last)?.value as JsonValue | undefined);
  if (last === undefined || root === undefined) return undefined;
  let [value, path]: [JsonValue | undefined, Path] = [root, []];
  for (const name of names) {
    const place = placeAt(last.kind, root, path);
    if (isArray(value)) {
      const at = value.findIndex((entry) => entryName(entry) === name);
      if (at < 0) return noEntry(name, names, value.flatMap((entry) => entryName(entry) ?? []));
      path = [...path, at];
    } else {
      if (placeAt(last.kind, root, [...path, name]) === undefined) return noSuch(name, names, place?.type.type === 'object' ? Object.keys(shapeOf(place.type.shape)) : []);
      path = [...path, name];
    }
    value = isArray(value) ? value[path.at(-1) as number] : isObject(value) ? fieldOf(value, name) : undefined;
  }
  return undefined;
}

function noEntry(name: string, names: readonly string[], known: readonly string[]): { readonly problem: string } {
  const list = names.slice(0, names.indexOf(name)).join('.');
  return known.length > 0 ? noSuch(name, names, known) : { problem: `\`${list}\` is a list whose entries have no names. Ask for the whole of it: \`--field ${list}\`.` };
}

function noSuch(name: string, names: readonly string[], known: readonly string[]): { readonly problem: string } {
  const where = names.slice(0, names.indexOf(name)).join('.');
  return { problem: `There is no \`${name}\`${where === '' ? '' : ` in \`${where}\``}. ${didYouMean(name, known) || 'Write a path such as `stages.triage.steps.classify.sla`: after a list of entries with names comes a name.'}` };
}
