import { fieldOf, isArray, valueAt, type JsonValue, type Path } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { placeAt } from '../schema/type-at.js';
import type { SpecPair } from './match-specs.js';
import type { Judgement, Place } from './tell.js';
import type { Versions } from './versions.js';

/**
 * What is regulated spreads: a change that is more than editorial is regulated where its journey or its step is under a regime, before
 * or after, and where it touches a piece of data that is confidential or more.
 */
export function withSpreading(versions: Versions, pair: SpecPair, judgement: Judgement): Judgement {
  if ((judgement.level ?? judgement.kind.level) === 'editorial' || (judgement.regulated ?? judgement.kind.regulated)) return judgement;
  const places = [judgement, ...(judgement.covers ?? [])];
  const touches = isUnderRegime(pair.before) || isUnderRegime(pair.after) || places.some(({ before, after }) => touchesRegulated(versions.before, before) || touchesRegulated(versions.after, after));
  return touches ? { ...judgement, regulated: true } : judgement;
}

/** True for a spec that a regime asks something of, as a whole or in one of its steps. */
export function holdsRegulated(spec: Spec): boolean {
  const steps = spec.kind === 'Journey' ? ((spec as Spec<'Journey'>).value.stages ?? []).flatMap((stage) => stage.steps) : [];
  return isUnderRegime(spec) || steps.some(({ regulated }) => (regulated ?? []).length > 0);
}

/** True for a journey that is under a regime as a whole. */
export function isUnderRegime({ kind, value }: Spec): boolean {
  return kind === 'Journey' && says(fieldOf(value, 'regulated'));
}

function says(regimes: JsonValue | undefined): boolean {
  return isArray(regimes) && regimes.length > 0;
}

function touchesRegulated(workspace: Workspace, place: Place | undefined): boolean {
  if (place === undefined) return false;
  const { spec, path } = place;
  const isInStep = path[0] === 'stages' && path.length >= 4 && says(fieldOf(valueAt(spec.value, path.slice(0, 4)), 'regulated'));
  return isInStep || elementsAt(spec, path).some((element) => isProtected(workspace, element));
}

/** The pieces of data that a place is about: those that it names, or the one that it is a part of. */
function elementsAt(spec: Spec, path: Path): readonly string[] {
  const value = valueAt(spec.value, path);
  const type = placeAt(spec.kind, spec.value, path)?.type;
  if (type?.type === 'reference' && type.to.includes('Element') && typeof value === 'string') return [value];
  if (spec.kind === 'DataCatalog' && path[0] === 'elements' && path.length > 1) return [String(fieldOf(valueAt(spec.value, path.slice(0, 2)), 'id'))];
  return spec.kind === 'Directory' && path[0] === 'data' && path.length > 1 ? [String(path[1])] : [];
}

function isProtected({ registers }: Workspace, element: string): boolean {
  const { classRanks, elements } = registers;
  const own = elements.get(element)?.value.class;
  const least = classRanks.get('confidential') ?? 2;
  return own !== undefined && (classRanks.get(own) ?? 0) >= least;
}
