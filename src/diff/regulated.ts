import { fieldOf, isArray, valueAt, type JsonValue, type Path } from '../base/json.js';
import { onceFor } from '../base/remembering.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { changeTable } from '../schema/generated/change-table.js';
import { walkFor } from '../schema/walk.js';
import { kindOf } from './kind-of.js';
import type { SpecPair } from './match-specs.js';
import type { CoveredPlaces, Judgement, Place } from './tell.js';
import type { Versions } from './versions.js';

/**
 * What is regulated spreads: a change that is more than editorial is regulated where its journey or its step is under a regime, before
 * or after, and where it touches a piece of data that is confidential or more.
 */
export function withSpreading(versions: Versions, pair: SpecPair, judgement: Judgement): Judgement {
  if ((judgement.level ?? judgement.kind.level) === 'editorial' || (judgement.regulated ?? judgement.kind.regulated)) return judgement;
  const places = [judgement, ...(judgement.covers ?? [])];
  const touches = isUnderRegime(pair.before) || isUnderRegime(pair.after) || places.some((place) => isTouched(versions, place));
  return touches ? { ...judgement, regulated: true } : judgement;
}

function isTouched(versions: Versions, { before, after }: CoveredPlaces): boolean {
  const comesOrGoes = before === undefined || after === undefined;
  const goesWithObligation = after === undefined && before !== undefined && holdsObligation(before);
  return goesWithObligation || touchesRegulated(versions.before, before, comesOrGoes) || touchesRegulated(versions.after, after, comesOrGoes);
}

/** True for a spec that a regime asks something of, as a whole or in one of its steps. */
export function holdsRegulated(spec: Spec): boolean {
  const steps = spec.kind === 'Journey' ? ((spec as Spec<'Journey'>).value.stages ?? []).flatMap((stage) => stage.steps) : [];
  return isUnderRegime(spec) || steps.some(({ regulated }) => (regulated ?? []).length > 0);
}

/** True for a spec that declares protected data, names them anywhere, or asks people for something about themselves. */
export function holdsProtected(workspace: Workspace, spec: Spec): boolean {
  const isPersonal = (element: string): boolean => workspace.registers.elements.get(element)?.value.nature === 'personal';
  const isAsked = ({ keys, element }: NamedElement): boolean => keys.at(-2) === 'collects' && isPersonal(element);
  return namedElements(spec).some((named) => isAsked(named) || isProtected(workspace, named.element)) || declaredElements(spec).some((element) => isProtected(workspace, element));
}

function declaredElements({ kind, value }: Spec): readonly string[] {
  if (kind === 'Directory') return Object.keys((value as Spec<'Directory'>['value']).data ?? {});
  return kind === 'DataCatalog' ? ((value as Spec<'DataCatalog'>['value']).elements ?? []).map(({ id }) => id) : [];
}

/**
 * True for a spec with whose end something goes that is watched: data that are protected, what a regime asks for, and anything whose going by itself is
 * regulated, such as what customers are told in a step or how a model is watched. Who may read it says nothing about that.
 */
export function losesProtection(workspace: Workspace, spec: Spec): boolean {
  return holdsRegulated(spec) || holdsProtected(workspace, spec) || obligations(spec).some((keys) => keys.at(-1) !== 'access');
}

/** True for a journey that is under a regime as a whole. */
export function isUnderRegime({ kind, value }: Spec): boolean {
  return kind === 'Journey' && says(fieldOf(value, 'regulated'));
}

function says(regimes: JsonValue | undefined): boolean {
  return isArray(regimes) && regimes.length > 0;
}

/** An entry that comes or goes brings or takes all that it holds. */
function touchesRegulated(workspace: Workspace, place: Place | undefined, comesOrGoes: boolean): boolean {
  if (place === undefined) return false;
  const { spec, path } = place;
  const isInStep = path[0] === 'stages' && path.length >= 4 && says(fieldOf(valueAt(spec.value, path.slice(0, 4)), 'regulated'));
  return isInStep || (comesOrGoes && path.length > 0 && holdsRegime(spec, path)) || elementsAt(spec, path, comesOrGoes).some((element) => isProtected(workspace, element));
}

function holdsRegime(spec: Spec, path: Path): boolean {
  return spec.kind === 'Journey' && stepsIn(valueAt(spec.value, path)).some((step) => says(fieldOf(step, 'regulated')));
}

/** Documents that say how others are governed: the language itself says what is lost with an entry of theirs. */
const governing: ReadonlySet<string> = new Set(['Policy', 'Workspace']);

/** True for an entry that holds something whose going by itself is regulated: with a step goes what customers are told there. */
function holdsObligation({ spec, path }: Place): boolean {
  return path.length > 0 && !governing.has(spec.kind) && obligations(spec).some((keys) => keys.length > path.length && isBelow(keys, path));
}

/** Every place of a spec whose going is regulated, by what the language says of it. */
const obligations = onceFor((spec: Spec): readonly Path[] => {
  const found: Path[] = [];
  walkEverything(spec.kind, spec.value, (_type, _value, keys, { shape, field }) => {
    if (changeTable[shape]?.[field] !== undefined && kindOf({ shape, field, deed: 'removed' }, spec.kind).regulated) found.push(keys.slice());
  });
  return found;
});

const walkEverything = walkFor(() => true);

/** The steps of a stage or of a list of stages, and a step itself. */
function stepsIn(value: JsonValue | undefined): readonly JsonValue[] {
  if (isArray(value)) return value.flatMap(stepsIn);
  const steps = fieldOf(value, 'steps');
  return isArray(steps) ? steps : value === undefined ? [] : [value];
}

/** The pieces of data that a place is about: those that it names, those that stand in the same entry, or the one that it is a part of. */
function elementsAt(spec: Spec, path: Path, comesOrGoes: boolean): readonly string[] {
  if (spec.kind === 'DataCatalog' && path[0] === 'elements' && path.length > 1) return [String(fieldOf(valueAt(spec.value, path.slice(0, 2)), 'id'))];
  if (spec.kind === 'Directory' && path[0] === 'data' && path.length > 1) return [String(path[1])];
  const around = entryAround(spec, path);
  const isMeant = (keys: Path): boolean => isBelow(keys, around) && (comesOrGoes || spec.kind !== 'Journey' || keys.length === path.length);
  return namedElements(spec).flatMap(({ keys, element }) => (isMeant(keys) ? [element] : []));
}

/**
 * The entry of a list that a place stands in: whom an integration goes to says where its data go. In a journey it is the place alone, because a
 * step is more than its data.
 */
function entryAround({ kind }: Spec, path: Path): Path {
  const first = path.findIndex((key) => typeof key === 'number');
  return kind === 'Journey' || first < 0 ? path : path.slice(0, first + 1);
}

/** Pieces of data that are named at a place or below it. */
export function elementsNamedAt({ spec, path }: Place): readonly NamedElement[] {
  return namedElements(spec).filter(({ keys }) => isBelow(keys, path));
}

/** A piece of data that is named somewhere. */
export interface NamedElement {
  readonly keys: Path;
  readonly element: string;
  /** The field that names it: `StepData.collects`. */
  readonly by: string;
}

/** Every piece of data that a spec names, with where. */
const namedElements = onceFor((spec: Spec): readonly NamedElement[] => {
  const named: NamedElement[] = [];
  walkElements(spec.kind, spec.value, (_type, element, keys, { shape, field }) => {
    if (typeof element === 'string') named.push({ keys: keys.slice(), element, by: `${shape}.${field}` });
  });
  return named;
});

const walkElements = walkFor((type) => type.type === 'reference' && type.to.includes('Element'));

function isBelow(keys: Path, path: Path): boolean {
  return keys.length >= path.length && path.every((key, at) => keys[at] === key);
}

function isProtected({ registers }: Workspace, element: string): boolean {
  const { classRanks, elements } = registers;
  const own = elements.get(element)?.value.class;
  const least = classRanks.get('confidential') ?? 2;
  return own !== undefined && (classRanks.get(own) ?? 0) >= least;
}
