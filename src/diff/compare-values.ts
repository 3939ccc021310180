import { isArray, isObject, sameJson, type JsonArray, type JsonObject, type JsonValue, type Path } from '../base/json.js';
import { nameOf } from '../schema/names.js';
import { memberFor, shapeOf } from '../schema/type-at.js';
import type { Field, TypeExpression } from '../schema/language.js';
import { comparisonOf, deedOf, type RankOf, type Seconds } from './compare-scalars.js';
import type { Deed, Difference, Side } from './difference.js';
import { pairEntries } from './pair-entries.js';
import { namedBy } from './renames.js';

/** A field of a shape. */
export interface Home {
  readonly shape: string;
  readonly field: string;
}

/** Where something stands on both sides, whether it is there or not. */
export interface Places {
  readonly before: Path;
  readonly after: Path;
}

/** A value of both sides; `undefined` where it is absent. */
export interface Both {
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

/** What has to be known to compare the values of one spec. */
export interface Comparing {
  readonly found: Difference[];
  /** A reference of before by the names of after. */
  renamed(to: readonly string[], text: string): string;
  /** Lengths of time in seconds, for a field whose days are those of a calendar. */
  secondsOf(home: Home, places: Places): Seconds | undefined;
  /** Ranks of the words of a field, where they have any. */
  rankOf(home: Home, type: TypeExpression): RankOf;
  /** Fields that are compared in a way of their own; those that compare nothing are left to others. */
  readonly special: ReadonlyMap<string, SpecialComparison>;
}

export type SpecialComparison = (comparing: Comparing, home: Home, places: Places, holders: Both) => void;

/** Compares every field of two objects of one shape. Absent ones count as empty. */
export function compareFields(comparing: Comparing, shape: string, places: Places, holders: Both, except: readonly string[] = []): void {
  if (holders.before === holders.after) return;
  for (const [field, declared] of Object.entries(shapeOf(shape))) {
    if (!except.includes(field)) compareField(comparing, { shape, field }, declared, places, holders);
  }
}

function compareField(comparing: Comparing, home: Home, declared: Field, places: Places, holders: Both): void {
  const special = comparing.special.get(`${home.shape}.${home.field}`);
  const inner = below(places, home.field, home.field);
  if (special !== undefined) return special(comparing, home, inner, holders);
  const values: Both = { before: valueOr(holders.before, home.field, declared), after: valueOr(holders.after, home.field, declared) };
  compareTyped(comparing, home, declared.type, inner, values);
}

/** With the value that holds when nothing is written. */
function valueOr(holder: JsonValue | undefined, field: string, { default: standard }: Field): JsonValue | undefined {
  const written = isObject(holder) && Object.hasOwn(holder, field) ? holder[field] : undefined;
  return written ?? (standard as JsonValue | undefined);
}

export function below(places: Places, before: string | number, after: string | number): Places {
  return { before: [...places.before, before], after: [...places.after, after] };
}

/** Compares two values of a field by the type that is declared for them. */
export function compareTyped(comparing: Comparing, home: Home, type: TypeExpression, places: Places, values: Both): void {
  const { before, after } = values;
  if (before === after || (before === undefined && after === undefined)) return;
  const [was, is] = [before === undefined ? undefined : memberFor(type, before), after === undefined ? undefined : memberFor(type, after)];
  if (isShortTerm(type, was) && isShortTerm(type, is)) return compareFields(comparing, 'TermInDirectory', places, { before: spelledOut(before, 'preferred'), after: spelledOut(after, 'preferred') });
  const many = [was, is].find((member) => member?.type === 'list');
  if (many?.type === 'list') return compareLists(comparing, home, many, places, { before: asList(before), after: asList(after) });
  const member = is ?? was!;
  if (was !== undefined && is !== undefined && was !== is) return compareForms(comparing, home, [was, is], places, values);
  if (member.type === 'map') return compareMaps(comparing, home, member.of, places, values);
  if (member.type === 'object') return compareObjects(comparing, home, member.shape, places, values);
  compareSingles(comparing, home, member, places, values);
}

/** One value says the same as a list of it. */
function asList(value: JsonValue | undefined): JsonArray {
  return value === undefined ? [] : isArray(value) ? value : [value];
}

/** Two forms of one choice. Where a word stands for an object, it is the object's first field. */
function compareForms(comparing: Comparing, home: Home, [was, is]: readonly [TypeExpression, TypeExpression], places: Places, { before, after }: Both): void {
  const shape = was.type === 'object' ? was.shape : is.type === 'object' ? is.shape : undefined;
  const short = shape === undefined ? undefined : shortForms[shape];
  if (shape === undefined || short === undefined) return differ(comparing, home, 'changed', places, { before, after });
  compareFields(comparing, shape, places, { before: spelledOut(before, short), after: spelledOut(after, short) });
}

/** Shapes for which a bare value may stand, with the field that it is. */
const shortForms: { readonly [shape: string]: string } = { Automation: 'how', RegimeOnStep: 'regime', TermInDirectory: 'preferred', Edge: 'to' };

/** True for a term of which only the word is written. */
function isShortTerm(type: TypeExpression, member: TypeExpression | undefined): boolean {
  return member?.type === 'scalar' && type.type === 'union' && type.of.some((other) => other.type === 'object' && other.shape === 'TermInDirectory');
}

function spelledOut(value: JsonValue | undefined, field: string): JsonValue | undefined {
  return value === undefined || isObject(value) ? value : { [field]: value };
}

function compareObjects(comparing: Comparing, home: Home, shape: string, places: Places, values: Both): void {
  const { before, after } = values;
  if (isChoice(shape)) {
    if (before === undefined || after === undefined || chosen(shape, before) !== chosen(shape, after)) return differWhole(comparing, home, places, values);
  } else if ((before === undefined || after === undefined) && !isGroup(shape)) return differWhole(comparing, home, places, values);
  const first = comparing.found.length;
  compareFields(comparing, shape, places, values);
  tellOfWhole(comparing, home, places, values, first);
}

/** A group says something only through its fields, and what is told of them from a place on tells that they came or went together. Of groups in groups that is the outermost. */
export function tellOfWhole({ found }: Comparing, home: Home, places: Places, values: Both, first: number): void {
  if (values.before !== undefined && values.after !== undefined) return;
  const whole = differenceOf(home, wholeDeed(values), places, values);
  for (let at = first; at < found.length; at += 1) found[at] = { ...found[at]!, whole };
}

/** True for a shape that says something only through its fields: without any it says nothing. */
export function isGroup(shape: string): boolean {
  return !Object.values(shapeOf(shape)).some(({ required }) => required);
}

/** True for a shape of which exactly one field is written. */
export function isChoice(shape: string): boolean {
  return Object.values(shapeOf(shape)).some(({ oneOf }) => oneOf !== undefined);
}

function chosen(shape: string, value: JsonValue): string | undefined {
  return Object.entries(shapeOf(shape)).find(([field, { oneOf }]) => oneOf !== undefined && isObject(value) && Object.hasOwn(value, field))?.[0];
}

function compareMaps(comparing: Comparing, home: Home, of: TypeExpression, places: Places, values: Both): void {
  const [before, after] = [values.before ?? {}, values.after ?? {}] as JsonObject[];
  const keys = new Set([...Object.keys(before!), ...Object.keys(after!)]);
  for (const key of keys) {
    const entry: Both = { before: ownOf(before!, key), after: ownOf(after!, key) };
    if (entry.before === undefined || entry.after === undefined) differWhole(comparing, home, below(places, key, key), entry);
    else compareTyped(comparing, home, of, below(places, key, key), entry);
  }
}

function ownOf(map: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

interface Lists {
  readonly before: JsonArray;
  readonly after: JsonArray;
}

/** Lists in which the order of entries means something. */
const ordered = new Set(['IdentityMatching.precedence', 'Policy.lifecycle', 'Persona.criteria', 'PersonaInDirectory.criteria', 'Escalation.rungs', 'Formula.product']);

function compareLists(comparing: Comparing, home: Home, list: TypeExpression & { readonly type: 'list' }, places: Places, lists: Lists): void {
  if (list.most !== undefined) return compareWhole(comparing, home, places, lists);
  const now = (value: JsonValue): JsonValue => today(comparing, list.of, value);
  if (isSwap(home, list, lists)) return compareSingles(comparing, home, list.of, places, { before: lists.before[0], after: lists.after[0] });
  const { pairs, added, removed } = pairEntries(lists.before, lists.after, { now, naming: (entry) => firstOf(list.of, entry), known: (entry) => knownBy(list.of, entry), pairsLeftovers: pairsLeftovers(list.of) });
  for (const [was, is] of pairs) compareEntry(comparing, home, list.of, below(places, was, is), { before: lists.before[was], after: lists.after[is] });
  for (const index of removed) differ(comparing, home, 'removed', below(places, index, index), { before: lists.before[index], after: undefined });
  for (const index of added) differ(comparing, home, 'added', below(places, index, index), { before: undefined, after: lists.after[index] }, behind(home, list.of, lists.after, index));
  if (ordered.has(`${home.shape}.${home.field}`) && !isRising(pairs.map(([was]) => was))) differ(comparing, home, 'reordered', places, lists, { covers: [below(places, 'order', 'order')] });
}

/** Where the order means something, an entry behind another one is another change than the same entry elsewhere. */
function behind({ shape, field }: Home, type: TypeExpression, entries: JsonArray, index: number): Pick<Difference, 'besides'> {
  const former = entries[index - 1];
  return former === undefined || !ordered.has(`${shape}.${field}`) ? {} : { besides: { behind: entryNameOf(former) ?? firstOf(type, former) ?? index } };
}

/** Lists that mostly hold one entry, which is what others go by. */
const swapped = new Set(['Raci.accountable', 'JourneyKpis.primary']);

/** True where one thing stands in the place of one other, in a field that is mostly written as a single value. */
function isSwap({ shape, field }: Home, { of }: TypeExpression & { readonly type: 'list' }, { before, after }: Lists): boolean {
  return (swapped.has(`${shape}.${field}`) || shapeOf(shape)[field]!.type.type === 'union') && (of.type === 'reference' || of.type === 'scalar') && before.length === 1 && after.length === 1;
}

/** What tells entries apart that can do without any of their fields. */
const telling: { readonly [shape: string]: readonly string[] } = { KpiAlert: ['severity'], KindDemand: ['change', 'path'], ScopeEnd: ['event', 'step'] };

/** What entries are known by although they have another name: a holiday is its day, whatever it is called, and a timer the step that it leads to. */
const knownFields: { readonly [shape: string]: string } = { Holiday: 'date', Meanwhile: 'to' };

function knownBy(type: TypeExpression, entry: JsonValue): string | undefined {
  const member = memberFor(type, entry);
  const field = member.type === 'object' ? knownFields[member.shape] : undefined;
  return field === undefined || !isObject(entry) ? undefined : String(entry[field]);
}

/** An entry without a name is known by the first text that it cannot do without: a dependency by its system. */
function firstOf(type: TypeExpression, entry: JsonValue): string | undefined {
  const member = memberFor(type, entry);
  if (member.type !== 'object' || !isObject(entry)) return undefined;
  const names = telling[member.shape] ?? Object.entries(shapeOf(member.shape)).flatMap(([name, { required }]) => (required ? [name] : [])).slice(0, 1);
  const name = names.find((each) => typeof entry[each] === 'string');
  return name === undefined ? undefined : String(entry[name]);
}

function compareEntry(comparing: Comparing, home: Home, type: TypeExpression, places: Places, values: Both): void {
  if (!sameJson(values.before, values.after)) compareTyped(comparing, home, type, places, values);
}

function compareWhole(comparing: Comparing, home: Home, places: Places, lists: Lists): void {
  if (!sameJson(lists.before, lists.after)) differWhole(comparing, home, places, { before: absentIfEmpty(lists.before), after: absentIfEmpty(lists.after) });
}

function absentIfEmpty(list: JsonArray): JsonArray | undefined {
  return list.length === 0 ? undefined : list;
}

/** Shapes of entries that need no name: what is left over in one list pairs in order. */
const nameless = new Set(['Rung', 'EvidenceSource', 'Formula', 'Predicate', 'KpiAlert', 'ScopeEnd', 'Integration', 'Objective', 'KindDemand', 'Pause']);

/** Texts that people write have no names either. */
function pairsLeftovers(type: TypeExpression): boolean {
  if (type.type === 'object') return 'text' in shapeOf(type.shape) || nameless.has(type.shape);
  return type.type === 'scalar' && (type.name === 'Prose' || type.name === 'Obligation');
}

function isRising(numbers: readonly number[]): boolean {
  return numbers.every((each, index) => index === 0 || each > numbers[index - 1]!);
}

/** A value of before as it would be written with the names of after, as far as its own name goes. */
function today(comparing: Comparing, type: TypeExpression, value: JsonValue): JsonValue {
  const member = memberFor(type, value);
  if (member.type !== 'object' || !isObject(value)) return todaysName(comparing, member, value);
  const shape = shapeOf(member.shape);
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, shape[field] === undefined ? inner : todaysName(comparing, memberFor(shape[field].type, inner), inner)]));
}

function todaysName(comparing: Comparing, type: TypeExpression, value: JsonValue): JsonValue {
  const to = namedBy(type);
  return to.length > 0 && typeof value === 'string' ? comparing.renamed(to, value) : value;
}

function compareSingles(comparing: Comparing, home: Home, type: TypeExpression, places: Places, values: Both): void {
  const { after } = values;
  const before = values.before === undefined ? undefined : todaysName(comparing, type, values.before);
  if (before === undefined || after === undefined) return differWhole(comparing, home, places, values);
  if (sameJson(before, after)) return;
  const deed = deedOf(comparisonOf(home, type), type, before, after, comparing.secondsOf(home, places), comparing.rankOf(home, type));
  if (deed !== undefined) differ(comparing, home, deed, places, values);
}

function differWhole(comparing: Comparing, home: Home, places: Places, values: Both): void {
  differ(comparing, home, wholeDeed(values), places, values);
}

function wholeDeed({ before, after }: Both): Deed {
  return before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
}

/** Notes a difference. */
export function differ(comparing: Comparing, home: Home, deed: Deed, places: Places, values: Both, more: Pick<Difference, 'told' | 'covers' | 'besides'> = {}): void {
  comparing.found.push({ ...differenceOf(home, deed, places, values), ...more });
}

function differenceOf(home: Home, deed: Deed, places: Places, values: Both): Difference {
  const side = (path: Path, value: JsonValue | undefined): Side | undefined => (value === undefined ? undefined : { path, value });
  const [before, after] = [side(places.before, values.before), side(places.after, values.after)];
  return { ...home, deed, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), holder: { before: places.before.slice(0, -1), after: places.after.slice(0, -1) } };
}

/** The words by which an entry of a list is known. */
export function entryNameOf(value: JsonValue): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : nameOf(value);
}
