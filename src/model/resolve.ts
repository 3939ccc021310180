import type { Coordinate } from '../base/diagnostic.js';
import { fieldOf, isArray } from '../base/json.js';
import { onceFor, remembering } from '../base/remembering.js';
import type { Journey } from '../schema/kinds/journey.js';
import type { Pain } from '../schema/kinds/step.js';
import type { JourneyModel } from './journey.js';
import type { EffectivePolicy } from './policy.js';
import type { Register, Registers } from './registers.js';
import { coordinateOf, type Spec } from './spec.js';

/** Everything that a reference may lead to. */
export interface Names {
  readonly registers: Registers;
  readonly policy: EffectivePolicy;
  readonly specs: readonly Spec[];
  /** Ids of imported documents, as `import/id`, with their kinds. */
  readonly imported: ReadonlyMap<string, string>;
  spec(kind: string, id: string): Spec | undefined;
  /** The first spec of this id, whatever its kind. */
  named(id: string): Spec | undefined;
  idsOf(kind: string): readonly string[];
  journey(id: string): JourneyModel | undefined;
}

/** Where a reference is written. */
export interface Scope {
  readonly names: Names;
  readonly from: Spec;
  /** The journey in which steps and stages are named without another's name. */
  readonly journey: JourneyModel | undefined;
}

/** What a reference leads to. The two parts are put together when somebody asks, because there are a million and few do. */
export interface Target {
  /** A document, or a name that one declares. */
  readonly whole: Coordinate;
  /** A place inside the document. */
  readonly inside?: string;
}

type Lookup = (scope: Scope, text: string) => Target | undefined;
type Known = (scope: Scope) => readonly string[];

/** The scope of a spec. */
export function scopeOf(from: Spec, names: Names): Scope {
  return { names, from, journey: names.journey(from.id) };
}

/** `journey:motor-claim#classify` */
export function coordinateOfTarget({ whole, inside }: Target): Coordinate {
  return inside === undefined ? whole : `${whole}#${inside}`;
}

/** Works out what is asked about a reference. */
export type Asked<Answer> = (scope: Scope, expected: readonly string[], text: string) => Answer;

/** Finds what a reference leads to, in one workspace. */
export const resolverOf = onceFor((_names: Names): Asked<Target | undefined> => answering((target) => target));

/**
 * What follows from the target of a reference. Of what leads to the same for all who write it, the answer is remembered:
 * a thousand documents name the same few teams and systems.
 */
export function answering<Answer>(answer: (target: Target | undefined, text: string) => Answer): Asked<Answer> {
  const answersTo = remembering((expected: readonly string[]) => (expected.some((each) => targetKind(each).isOwn) ? undefined : new Map<string, Answer>()));
  return (scope, expected, text) => {
    const answers = answersTo(expected);
    const known = answers?.get(text);
    if (known !== undefined) return known;
    const found = answer(findTarget(scope, expected, text), text);
    answers?.set(text, found);
    return found;
  };
}

/** A reference of several kinds leads to the first that exists. */
function findTarget(scope: Scope, expected: readonly string[], text: string): Target | undefined {
  for (const each of expected) {
    const found = targetKind(each).find(scope, text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names that a reference could have led to. */
export function knownNames(scope: Scope, expected: readonly string[]): readonly string[] {
  return expected.flatMap((each) => targetKind(each).known(scope));
}

interface TargetKind {
  /** True when the same text means another thing in each document. */
  readonly isOwn?: true;
  readonly find: Lookup;
  readonly known: Known;
}

const targetKind = remembering((name: string): TargetKind => specialKinds.get(name) ?? documentsOf(name));

/** Documents of a kind, by their ids; a range of versions and an import's name may stand around one. */
function documentsOf(kind: string): TargetKind {
  return { find: (scope, text) => findDocument(scope, kind, text), known: ({ names }) => names.idsOf(kind) };
}

function findDocument({ names }: Scope, kind: string, text: string): Target | undefined {
  const id = withoutVersion(text);
  if (names.imported.get(id) === kind) return { whole: coordinateOf(kind, id) };
  return wholeOf(names.spec(kind, id));
}

function wholeOf(spec: Spec | undefined): Target | undefined {
  return spec && { whole: spec.coordinate };
}

function insideOf({ spec }: JourneyModel, place: string): Target {
  return { whole: spec.coordinate, inside: place };
}

function withoutVersion(text: string): string {
  const at = text.indexOf('@');
  return at < 0 ? text : text.slice(0, at);
}

const specialKinds = new Map<string, TargetKind>(Object.entries({
  'same kind': { isOwn: true, find: (scope, text) => findDocument(scope, scope.from.kind, text), known: ({ names, from }) => names.idsOf(from.kind) },
  Calendar: { find: (scope, text) => (text === '24x7' ? { whole: 'calendar:24x7' } : findDocument(scope, 'Calendar', text)), known: ({ names }) => [...names.idsOf('Calendar'), '24x7'] },
  none: { find: (_, text) => (text === 'none' ? { whole: 'none' } : undefined), known: () => ['none'] },
  '*': { find: (_, text) => (text === '*' ? { whole: 'data-class:*' } : undefined), known: () => [] },
  Step: { isOwn: true, find: findStep, known: stepNames },
  Stage: { isOwn: true, find: ({ journey }, text) => journey && findStage(journey, text), known: ({ journey }) => journey?.stages.map((stage) => stage.id) ?? [] },
  Event: fromRegister('event', ({ names }) => names.registers.events),
  Element: fromRegister('element', ({ names }) => names.registers.elements),
  Purpose: fromRegister('purpose', ({ names }) => names.registers.purposes),
  Status: fromRegister('status', ({ names }) => names.registers.statuses),
  DataClass: fromRegister('data-class', ({ names }) => names.registers.classRanks),
  Tier: fromRegister('tier', ({ names }) => names.registers.tiers),
  Channel: fromRegister('channel', ({ names }) => names.policy.channels),
  Regime: fromList('regime', ({ names }) => names.policy.regimes.map(({ id }) => id)),
  Forum: fromList('forum', ({ names }) => names.policy.forums.map(({ id }) => id)),
  LifecyclePhase: fromList('lifecycle', ({ names }) => names.policy.lifecycle),
  Measure: { isOwn: true, ...fromList('measure', ({ from }) => measuresOf(from)) },
  Pain: { isOwn: true, ...fromRegister('pain', ({ from }) => painsOf(from)) },
  Disclosure: { isOwn: true, ...fromList('disclosure', ({ from }) => (from.kind === 'Journey' ? ((from as Spec<'Journey'>).value.disclosures ?? []).map(({ id }) => id) : [])) },
  Person: { isOwn: true, ...fromList('person', ({ from }) => peopleOf(from)) },
  Scenario: fromList('scenario', ({ names }) => scenariosOf(names)),
  Role: { find: findRole, known: roleNames },
  Actor: { find: (scope, text) => (text === 'customer' || text === 'partner' ? { whole: `actor:${text}` } : findTeamOrRole(scope, text)), known: (scope) => ['customer', 'partner', ...scope.names.idsOf('Team')] },
  Consumer: { find: (scope, text) => (text === 'customer' ? { whole: 'actor:customer' } : findDocument(scope, 'Team', text)), known: ({ names }) => ['customer', ...names.idsOf('Team')] },
  'Team or role': { find: findTeamOrRole, known: ({ names }) => names.idsOf('Team') },
  Moment: { find: findMoment, known: ({ names }) => [...names.registers.events.keys()] },
  Subject: { find: ({ names }, text) => findSubject(names, text), known: ({ names }) => names.specs.map(({ id }) => id) },
}));

function fromRegister(prefix: string, register: (scope: Scope) => Register): TargetKind {
  return { find: (scope, text) => (register(scope).has(text) ? { whole: `${prefix}:${text}` } : undefined), known: (scope) => [...register(scope).keys()] };
}

function fromList(prefix: string, list: (scope: Scope) => readonly string[]): TargetKind {
  return { find: (scope, text) => (list(scope).includes(text) ? { whole: `${prefix}:${text}` } : undefined), known: list };
}

/** `step` or `stage.step` inside a journey, `journey#step` from anywhere. */
function findStep({ names, journey }: Scope, text: string): Target | undefined {
  const end = text.indexOf('#');
  if (end < 0) return journey && findOwnStep(journey, text);
  const other = names.journey(withoutVersion(text.slice(0, end)));
  return other && findInside(other, text.slice(end + 1));
}

function findOwnStep(journey: JourneyModel, text: string): Target | undefined {
  const step = journey.step(text);
  return step && insideOf(journey, step.id);
}

function findStage(journey: JourneyModel, id: string): Target | undefined {
  return journey.stage(id) && insideOf(journey, `stages/${id}`);
}

/** A place inside a journey: a step, `stages/x`, `handoffs/from>to`, or an entry of another list. */
function findInside(journey: JourneyModel, inner: string): Target | undefined {
  const slash = inner.indexOf('/');
  if (slash < 0) return findOwnStep(journey, inner);
  const [list, name] = [inner.slice(0, slash), inner.slice(slash + 1)];
  if (list === 'stages') return findStage(journey, name);
  const entries = list === 'handoffs' ? journey.handoffs : entriesOf(journey.spec.value, list);
  return entries.some(({ id }) => id === name) ? insideOf(journey, inner) : undefined;
}

/** A list of a journey, by the name of its field. */
function entriesOf(journey: Journey, list: string): readonly { readonly id?: string }[] {
  const entries = fieldOf(journey, list);
  return isArray(entries) ? (entries as readonly { readonly id?: string }[]) : [];
}

function stepNames({ names, from, journey }: Scope): readonly string[] {
  if (journey !== undefined && from.kind === 'Journey') return journey.steps.map((step) => step.id);
  return names.idsOf('Journey').flatMap((id) => names.journey(id)?.steps.map((step) => `${id}#${step.id}`) ?? []);
}

function findRole({ names }: Scope, text: string): Target | undefined {
  const [team, role] = text.split('#');
  const spec = names.spec('Team', team!) as Spec<'Team'> | undefined;
  if (role === undefined || spec === undefined) return undefined;
  return (spec.value.roles ?? []).some(({ id }) => id === role) ? { whole: spec.coordinate, inside: role } : undefined;
}

function roleNames({ names }: Scope): readonly string[] {
  return names.idsOf('Team').flatMap((id) => ((names.spec('Team', id) as Spec<'Team'>).value.roles ?? []).map((role) => `${id}#${role.id}`));
}

function findTeamOrRole(scope: Scope, text: string): Target | undefined {
  return text.includes('#') ? findRole(scope, text) : findDocument(scope, 'Team', text);
}

function findMoment(scope: Scope, text: string): Target | undefined {
  if (text.includes('#')) return findStep(scope, text);
  return scope.names.registers.events.has(text) ? { whole: `event:${text}` } : undefined;
}

/** Any document, with a version and a place inside it. */
export function findSubject(names: Pick<Names, 'named' | 'journey'>, text: string): Target | undefined {
  const [document, inside] = text.split('#');
  const id = withoutVersion(document!);
  const spec = names.named(id);
  if (spec === undefined || inside === undefined) return wholeOf(spec);
  const journey = names.journey(id);
  return journey === undefined ? { whole: spec.coordinate, inside } : findInside(journey, inside);
}

function measuresOf(from: Spec): readonly string[] {
  return from.kind === 'Journey' ? ((from as Spec<'Journey'>).value.measures ?? []).map(({ id }) => id) : [];
}

/** The pains of a journey by their ids, wherever in it they stand. */
const painsOf = onceFor((from: Spec): ReadonlyMap<string, Pain> => (from.kind === 'Journey' ? painsById((from as Spec<'Journey'>).value) : new Map()));

function painsById({ pains = [], stages = [] }: Journey): ReadonlyMap<string, Pain> {
  const all = [...pains, ...stages.flatMap((stage) => [...(stage.pains ?? []), ...stage.steps.flatMap((step) => step.pains ?? [])])];
  return new Map(all.flatMap((pain) => (pain.id === undefined ? [] : [[pain.id, pain] as const])));
}

function peopleOf(from: Spec): readonly string[] {
  return from.kind === 'Team' ? ((from as Spec<'Team'>).value.people ?? []).map(({ id }) => id) : [];
}

function scenariosOf(names: Names): readonly string[] {
  return names.idsOf('Journey').flatMap((id) => names.journey(id)?.spec.value.resilience?.scenarios?.map((scenario) => scenario.id) ?? []);
}
