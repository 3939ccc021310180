import { canonicalJson } from '../../src/base/canonical-json.js';
import { fieldOf, isArray, isObject, valueAt, type JsonArray, type JsonObject, type JsonValue, type Path } from '../../src/base/json.js';
import { namedBy, renamedReference, type Renames } from '../../src/diff/renames.js';
import type { JourneyModel, StepModel } from '../../src/model/journey.js';
import { entryFields } from '../../src/model/read-specs.js';
import { coordinateOf, type Spec } from '../../src/model/spec.js';
import type { Workspace } from '../../src/model/workspace.js';
import type { TypeExpression } from '../../src/schema/language.js';
import { nameOf } from '../../src/schema/names.js';
import { memberFor, shapeOf } from '../../src/schema/type-at.js';

/**
 * What a spec says, as one text for each pointer of names: entries of lists by their names, steps by their ids wherever they stand,
 * ways and handoffs as they hold, and defaults where nothing is written. It is made without the comparisons that it judges.
 */
export type Content = ReadonlyMap<string, Leaf>;

/** A value that holds no others. */
export interface Leaf {
  /** Where it stands in the spec's value, by positions. */
  readonly path: Path;
  readonly value: string;
  /** True for what holds without being written, or would. */
  readonly implied: boolean;
  /** The list that it is an entry of, for an entry that is known only by all that it says. */
  readonly nameless?: string;
}

/** No name is another one after. */
export const sameNames: Renames = { spec: (_, id) => id, inside: (_, name) => name };

/** The content of one spec by the names of the other version. */
export function contentOf(workspace: Workspace, spec: Spec, renames: Renames = sameNames): Content {
  const home = spec.kind === 'Journey' ? renames.spec('Journey', spec.id) : undefined;
  const now = (type: TypeExpression, text: string): string => (namedBy(type).length === 0 ? text : renamedReference(renames, namedBy(type), text, home));
  const leaves = new Map<string, Leaf>();
  const walk: Walk = { leaves, now };
  const journey = spec.kind === 'Journey' ? workspace.journey(spec.id) : undefined;
  addFields(walk, spec.kind, spec.value as unknown as JsonObject, [], '', new Set([...(journey === undefined ? [] : ['stages', 'handoffs']), ...leftOut(spec)]));
  if (journey !== undefined) addJourney(walk, journey, (id) => renames.inside(home!, id));
  return leaves;
}

/** The name by which the other version knows a spec. */
export function nameAfter({ kind, id }: Spec, renames: Renames): string {
  return coordinateOf(kind, renames.spec(kind, id));
}

interface Walk {
  readonly leaves: Map<string, Leaf>;
  /** A reference by the names of the other version. */
  now(type: TypeExpression, text: string): string;
}

/** Entries of a Directory are specs by themselves, and inherit its header; what a variant comes to is its content. */
function leftOut(spec: Spec): readonly string[] {
  const inherited = spec.directory === undefined ? [] : ['apiVersion', 'version', 'owner', 'effective', 'status'].filter((field) => fieldOf(valueAt(spec.document.value, spec.origin([]).path), field) === undefined);
  return [...inherited, ...(spec.kind === 'Journey' ? ['overlay', 'extends'] : []), ...(spec.kind === 'Directory' ? entryFields : [])];
}

function add({ leaves }: Walk, pointer: string, path: Path, value: JsonValue, implied = false): void {
  leaves.set(pointer, { path, value: canonicalJson(value), implied });
}

function addFields(walk: Walk, shape: string, value: JsonObject, path: Path, pointer: string, except: ReadonlySet<string> = new Set()): void {
  for (const [field, declared] of Object.entries(shapeOf(shape))) {
    if (except.has(field)) continue;
    const written = Object.hasOwn(value, field) ? value[field] : undefined;
    if (written !== undefined && written !== declared.default) addValue(walk, { shape, field }, declared.type, written, [...path, field], `${pointer}/${field}`);
    else if (declared.default !== undefined) add(walk, `${pointer}/${field}`, [...path, field], declared.default as JsonValue, true);
  }
}

interface Home {
  readonly shape: string;
  readonly field: string;
}

const wholeFields: ReadonlySet<string> = new Set(['Kpi.formula']);
const shortForms: { readonly [shape: string]: string } = { Automation: 'how', RegimeOnStep: 'regime', TermInDirectory: 'preferred', Edge: 'to' };

function addValue(walk: Walk, home: Home, type: TypeExpression, value: JsonValue, path: Path, pointer: string): void {
  if (wholeFields.has(`${home.shape}.${home.field}`)) return add(walk, pointer, path, value);
  const member = memberFor(type, value);
  const list = member.type === 'list' ? member : type.type === 'union' ? type.of.find((each) => each.type === 'list') : undefined;
  if (list?.type === 'list' && member.type !== 'object') return addList(walk, home, list, value, path, pointer);
  if (member.type === 'map') return Object.entries(value as JsonObject).forEach(([key, each]) => addValue(walk, home, member.of, each, [...path, key], `${pointer}/${key}`));
  if (member.type === 'object') return addFields(walk, member.shape, value as JsonObject, path, pointer);
  const short = type.type === 'union' ? type.of.flatMap((each) => (each.type === 'object' ? (shortForms[each.shape] ?? []) : []))[0] : undefined;
  add(walk, short === undefined ? pointer : `${pointer}/${short}`, path, todays(walk, member, value));
}

function todays({ now }: Walk, type: TypeExpression, value: JsonValue): JsonValue {
  return typeof value === 'string' ? now(type, value) : value;
}

const ordered: ReadonlySet<string> = new Set(['IdentityMatching.precedence', 'Policy.lifecycle', 'Persona.criteria', 'PersonaInDirectory.criteria', 'Escalation.rungs', 'Formula.product']);

type ListType = TypeExpression & { readonly type: 'list' };

function addList(walk: Walk, home: Home, list: ListType, value: JsonValue, path: Path, pointer: string): void {
  if (list.most !== undefined) return add(walk, pointer, path, value);
  const entries = isArray(value) ? value : [value];
  const names = entries.map((entry) => nameIn(walk, list.of, entry));
  const keys = names.map((name, index) => (name === undefined || names.indexOf(name) !== names.lastIndexOf(name) ? undefined : name) ?? canonicalJson(entries[index]!));
  for (const [index, entry] of entries.entries()) {
    const [at, inner] = [isArray(value) ? [...path, index] : path, `${pointer}/${keys[index]}`];
    if (keys[index] === names[index]) addValue(walk, { shape: '', field: '' }, list.of, entry, at, inner);
    else walk.leaves.set(inner, { path: at, value: canonicalJson(entry), implied: false, nameless: pointer });
  }
  if (ordered.has(`${home.shape}.${home.field}`)) addOrder(walk, pointer, path, keys);
}

function addOrder(walk: Walk, pointer: string, path: Path, keys: readonly string[]): void {
  add(walk, `${pointer}/@order`, [...path, 'order'], keys);
}

/** What an entry is known by; `undefined` for one that is only known by all that it says. */
function nameIn(walk: Walk, type: TypeExpression, entry: JsonValue): string | undefined {
  const member = memberFor(type, entry);
  if (!isObject(entry)) return String(todays(walk, member, entry));
  if (member.type !== 'object') return undefined;
  if (member.shape === 'SlaTarget') return canonicalJson(['tier', 'persona', 'region'].map((field) => fieldOf(entry, field) ?? ''));
  if (member.shape === 'Holiday') return String(entry['date']);
  const [id, from, to] = ['id', 'from', 'to'].map((field) => fieldOf(entry, field));
  if ('text' in shapeOf(member.shape) || ['Rung', 'Formula', 'Predicate', 'EvidenceSource'].includes(member.shape)) return undefined;
  if (typeof id === 'string') return id;
  if (typeof from === 'string' && typeof to === 'string') return `${from}>${to}`;
  return nameOf(Object.fromEntries(Object.entries(entry).map(([field, each]) => [field, todays(walk, shapeOf(member.shape)[field]?.type ?? member, each)]))) ?? firstText(walk, member.shape, entry);
}

function firstText(walk: Walk, shape: string, entry: JsonObject): string | undefined {
  const found = Object.entries(shapeOf(shape)).find(([field, { required }]) => required && typeof entry[field] === 'string');
  return found === undefined ? ['severity', 'change', 'path', 'event', 'step'].map((field) => entry[field]).find((each) => typeof each === 'string') : String(todays(walk, found[1].type, entry[found[0]]!));
}

type Now = (id: string) => string;

function addJourney(walk: Walk, journey: JourneyModel, now: Now): void {
  const stageNow: Now = (id) => now(`stages/${id}`).slice('stages/'.length);
  for (const { id, value, path, owner } of journey.stages) {
    const pointer = `/stages/${stageNow(id)}`;
    addFields(walk, 'Stage', value as unknown as JsonObject, path, pointer, new Set(['steps', 'owner']));
    addImplied(walk, { shape: 'Stage', field: 'owner' }, value.owner, owner, path, pointer);
  }
  addOrder(walk, '/stages', ['stages'], journey.stages.map(({ id }) => stageNow(id)));
  for (const step of journey.steps) addStep(walk, journey, step, now, stageNow);
  addHandoffs(walk, journey, now);
}

function addImplied(walk: Walk, home: Home, written: unknown, implied: unknown, path: Path, pointer: string): void {
  const inner: Walk = { ...walk, leaves: new Map() };
  addValue(inner, home, shapeOf(home.shape)[home.field]!.type, (written ?? implied) as JsonValue, [...path, home.field], `${pointer}/${home.field}`);
  for (const [key, leaf] of inner.leaves) walk.leaves.set(key, { ...leaf, implied: written === undefined });
}

function addStep(walk: Walk, journey: JourneyModel, step: StepModel, now: Now, stageNow: Now): void {
  const pointer = `/steps/${now(step.id)}`;
  addFields(walk, 'Step', step.value as unknown as JsonObject, step.path, pointer, new Set(['next', 'type', 'actor']));
  addImplied(walk, { shape: 'Step', field: 'type' }, step.value.type, step.type, step.path, pointer);
  addImplied(walk, { shape: 'Step', field: 'actor' }, step.value.actor, step.actors, step.path, pointer);
  add(walk, `${pointer}/@stage`, [...step.path, 'stage'], stageNow(step.stage.id));
  add(walk, `${pointer}/@split`, [...step.path, 'split'], splitOf(step));
  addList(walk, { shape: 'AllBranches', field: 'all' }, shapeOf('AllBranches')['all']!.type as ListType, strayWays(journey, step), [...step.path, 'next'], `${pointer}/stray`);
  const seen = new Map<string, number>();
  for (const way of journey.from(step.id).filter(({ kind }) => kind === 'next' || kind === 'default')) {
    const nth = seen.get(way.to) ?? 0;
    seen.set(way.to, nth + 1);
    const inner = `${pointer}/next/${now(way.to)}${nth === 0 ? '' : ` ${nth}`}`;
    add(walk, `${inner}/to`, way.kind === 'default' ? [...way.path, 'next'] : way.path, now(way.to));
    addFields(walk, 'Edge', way.edge as JsonObject, way.path, inner, new Set(['to', ...handed]));
  }
}

/** Ways that lead to no step of the journey. */
function strayWays(journey: JourneyModel, { value: { next } }: StepModel): JsonArray {
  const written = [next ?? []].flat().flatMap((each) => (typeof each === 'string' || 'to' in each ? [each] : 'all' in each ? each.all : (each as { readonly some: readonly never[] }).some));
  return written.filter((each) => journey.step(typeof each === 'string' ? each : String(fieldOf(each, 'to'))) === undefined) as JsonArray;
}

function splitOf({ value: { next } }: StepModel): string {
  return !isObject(next) ? 'one' : 'all' in next ? 'all' : 'some' in next ? 'some' : 'one';
}

const handed: readonly string[] = ['hands', 'sla', 'reason'];

/** What is handed over, wherever it is written; of several handoffs between two steps the second is another one, as with ways. */
function addHandoffs(walk: Walk, journey: JourneyModel, now: Now): void {
  const derived = new Set(journey.handoffs.map(({ id }) => id));
  const seen = new Map<string, number>();
  const pointerOf = (from: string, to: string): string => {
    const pointer = `/handoffs/${now(withoutStage(from))}>${now(withoutStage(to))}`;
    const nth = seen.get(pointer) ?? 0;
    seen.set(pointer, nth + 1);
    return nth === 0 ? pointer : `${pointer} ${nth}`;
  };
  for (const { from, to, path, isEntry, accept, ...said } of journey.handoffs) {
    const content = { ...said, ...(isEntry && accept !== to.started ? { accept } : {}) } as unknown as JsonObject;
    addFields(walk, 'Handoff', Object.fromEntries(Object.entries(content).filter(([field, value]) => [...handed, 'accept', 'reject'].includes(field) && value !== undefined)), path, pointerOf(from.id, to.id));
  }
  for (const { kind, from, to, path, edge } of journey.transitions) {
    if ((kind !== 'next' && kind !== 'default') || derived.has(`${from}>${to}`)) continue;
    addFields(walk, 'Handoff', Object.fromEntries(Object.entries(edge as JsonObject).filter(([field]) => handed.includes(field))), path, pointerOf(from, to));
  }
  for (const [index, entry] of ((journey.spec.value.handoffs ?? []) as unknown as JsonArray).entries()) {
    const [from, to] = ['from', 'to'].map((field) => String(fieldOf(entry, field)));
    if (!derived.has(`${withoutStage(from!)}>${withoutStage(to!)}`)) addFields(walk, 'Handoff', entry as JsonObject, ['handoffs', index], pointerOf(from!, to!));
  }
}

/** `triage.classify` names the step `classify`. */
function withoutStage(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}
