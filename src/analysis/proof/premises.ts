import { below, type Path } from '../../base/json.js';
import type { Spec } from '../../model/spec.js';
import type { Premise, PremiseKind } from './verdict.js';

/** A value of a spec. */
export interface PlaceInSpec {
  readonly spec: Spec;
  readonly path: Path;
}

/** A premise that is missing at a place. */
export function premise(kind: PremiseKind, place: PlaceInSpec, message: string, hint: string): Premise {
  return { kind, at: { spec: place.spec, path: place.path }, message, hint };
}

/** A place below another. */
export function at({ spec, path }: PlaceInSpec, ...steps: Path): PlaceInSpec {
  return { spec, path: below(path, ...steps) };
}

/** Premises told once, whichever path, part or target they were missed for. The next step names the place where the same words may be true of several. */
export function distinct(premises: readonly Premise[]): readonly Premise[] {
  const seen = new Set<string>();
  return premises.filter(({ kind, message, hint }) => {
    const known = seen.size;
    return seen.add(`${kind} ${message} ${hint}`).size > known;
  });
}
