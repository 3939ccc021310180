import type { Coordinate } from '../base/diagnostic.js';
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
}

type Lookup = (scope: Scope, text: string) => Coordinate | undefined;
type Known = (scope: Scope) => readonly string[];

/** Finds what a reference leads to. */
export type Resolver = (scope: Scope, expected: readonly string[], text: string) => Coordinate | undefined;

/**
 * The resolver of a workspace. It remembers what leads to the same for all who write it: a thousand documents name the
 * same few teams and systems, and then share the text of their coordinates.
 */
export const resolverOf = onceFor((_names: Names): Resolver => {
  const answersTo = remembering((expected: readonly string[]) => (expected.some((each) => targetKind(each).isOwn) ? undefined : new Map<string, Coordinate>()));
  return (scope, expected, text) => {
    const answers = answersTo(expected);
    const known = answers?.get(text);
    if (known !== undefined) return known;
    const found = findTarget(scope, expected, text);
    if (found !== undefined) answers?.set(text, found);
    return found;
  };
});

/** A reference of several kinds leads to the first that exists. */
function findTarget(scope: Scope, expected: readonly string[], text: string): Coordinate | undefined {
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

function findDocument({ names }: Scope, kind: string, text: string): Coordinate | undefined {
  const at = text.indexOf('@');
  const id = at < 0 ? text : text.slice(0, at);
  if (names.imported.get(id) === kind) return coordinateOf(kind, id);
  return names.spec(kind, id)?.coordinate;
}

const specialKinds = new Map<string, TargetKind>(Object.entries({
  'same kind': { isOwn: true, find: (scope, text) => findDocument(scope, scope.from.kind, text), known: ({ names, from }) => names.idsOf(from.kind) },
  Calendar: { find: (scope, text) => (text === '24x7' ? 'calendar:24x7' : findDocument(scope, 'Calendar', text)), known: ({ names }) => [...names.idsOf('Calendar'), '24x7'] },
  none: { find: (_, text) => (text === 'none' ? 'none' : undefined), known: () => ['none'] },
  '*': { find: (_, text) => (text === '*' ? 'data-class:*' : undefined), known: () => [] },
  Step: { isOwn: true, find: findStep, known: stepNames },
  Stage: { isOwn: true, find: ({ from, names }, text) => names.journey(from.id)?.stage(text)?.coordinate, known: ({ from, names }) => names.journey(from.id)?.stages.map((stage) => stage.id) ?? [] },
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
  Actor: { find: (scope, text) => (text === 'customer' || text === 'partner' ? `actor:${text}` : findTeamOrRole(scope, text)), known: (scope) => ['customer', 'partner', ...scope.names.idsOf('Team')] },
  Consumer: { find: (scope, text) => (text === 'customer' ? 'actor:customer' : findDocument(scope, 'Team', text)), known: ({ names }) => ['customer', ...names.idsOf('Team')] },
  'Team or role': { find: findTeamOrRole, known: ({ names }) => names.idsOf('Team') },
  Moment: { find: findMoment, known: ({ names }) => [...names.registers.events.keys()] },
  Subject: { find: ({ names }, text) => findSubject(names, text), known: ({ names }) => names.specs.map(({ id }) => id) },
}));

function fromRegister(prefix: string, register: (scope: Scope) => Register): TargetKind {
  return { find: (scope, text) => (register(scope).has(text) ? `${prefix}:${text}` : undefined), known: (scope) => [...register(scope).keys()] };
}

function fromList(prefix: string, list: (scope: Scope) => readonly string[]): TargetKind {
  return { find: (scope, text) => (list(scope).includes(text) ? `${prefix}:${text}` : undefined), known: list };
}

/** `step` or `stage.step` inside a journey, `journey#step` from anywhere. */
function findStep({ names, from }: Scope, text: string): Coordinate | undefined {
  const end = text.indexOf('#');
  if (end < 0) return names.journey(from.id)?.step(text)?.coordinate;
  return innerCoordinate(names.journey(text.slice(0, end).split('@')[0]!), text.slice(end + 1));
}

/** A place inside a journey: a step, `stages/x`, `handoffs/from>to`, or an entry of another list. */
function innerCoordinate(journey: JourneyModel | undefined, inner: string): Coordinate | undefined {
  if (journey === undefined) return undefined;
  const slash = inner.indexOf('/');
  if (slash < 0) return journey.step(inner)?.coordinate;
  const [list, name] = [inner.slice(0, slash), inner.slice(slash + 1)];
  if (list === 'stages') return journey.stage(name)?.coordinate;
  if (list === 'handoffs') return journey.handoffs.some(({ id }) => id === name) ? `${journey.spec.coordinate}#${inner}` : undefined;
  const entries = (journey.spec.value as unknown as { readonly [list: string]: readonly { readonly id?: string }[] | undefined })[list];
  return Array.isArray(entries) && entries.some((entry) => entry.id === name) ? `${journey.spec.coordinate}#${inner}` : undefined;
}

function stepNames({ names, from }: Scope): readonly string[] {
  const own = names.journey(from.id);
  if (own !== undefined && from.kind === 'Journey') return own.steps.map((step) => step.id);
  return names.idsOf('Journey').flatMap((id) => names.journey(id)?.steps.map((step) => `${id}#${step.id}`) ?? []);
}

function findRole({ names }: Scope, text: string): Coordinate | undefined {
  const [team, role] = text.split('#');
  const spec = names.spec('Team', team!) as Spec<'Team'> | undefined;
  if (role === undefined || spec === undefined) return undefined;
  return (spec.value.roles ?? []).some(({ id }) => id === role) ? `${spec.coordinate}#${role}` : undefined;
}

function roleNames({ names }: Scope): readonly string[] {
  return names.idsOf('Team').flatMap((id) => ((names.spec('Team', id) as Spec<'Team'>).value.roles ?? []).map((role) => `${id}#${role.id}`));
}

function findTeamOrRole(scope: Scope, text: string): Coordinate | undefined {
  return text.includes('#') ? findRole(scope, text) : findDocument(scope, 'Team', text);
}

function findMoment(scope: Scope, text: string): Coordinate | undefined {
  if (text.includes('#')) return findStep(scope, text);
  return scope.names.registers.events.has(text) ? `event:${text}` : undefined;
}

/** Any document, with a version and a place inside it. */
export function findSubject(names: Pick<Names, 'named' | 'journey'>, text: string): Coordinate | undefined {
  const [document, inner] = text.split('#');
  const id = document!.split('@')[0]!;
  const spec = names.named(id);
  if (spec === undefined || inner === undefined) return spec?.coordinate;
  const journey = names.journey(id);
  return journey === undefined ? `${spec.coordinate}#${inner}` : innerCoordinate(journey, inner);
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
