import type { Kpi } from '../schema/kinds/kpi.js';

/** The values that meet a target: from `least` to `most`, both good. An end that is open is absent. */
export interface Aim {
  readonly least?: number;
  readonly most?: number;
}

/**
 * What a KPI aims for, by its direction: a lowest good value where up is better, a highest where down is better, both for a
 * band. `undefined` when it has no direction or no target. A target that lacks what the direction asks for gives no such end.
 */
export function aimOf({ direction, target }: Kpi): Aim | undefined {
  if (target === undefined || direction === undefined) return undefined;
  const { value, from, to } = target;
  const [least, most] = direction === 'up' ? [value ?? from] : direction === 'down' ? [undefined, value ?? to] : [from, to];
  return { ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) };
}

/** Ends of the aim that a direction asks for and the target does not say. */
export function missingEnds(direction: NonNullable<Kpi['direction']>, { least, most }: Aim): readonly ('least' | 'most')[] {
  const asked = ({ up: ['least'], down: ['most'], band: ['least', 'most'] } as const)[direction];
  return asked.filter((end) => (end === 'least' ? least : most) === undefined);
}

/** True when reaching the target would be a step back: the baseline is already better. Of a band nothing can be said. */
export function isBehindBaseline(kpi: Kpi): boolean {
  const { direction, baseline } = kpi;
  const { least, most } = aimOf(kpi) ?? {};
  if (baseline === undefined || direction === 'band') return false;
  return (least !== undefined && least < baseline.value) || (most !== undefined && most > baseline.value);
}

/** True when a band ends below its beginning. */
export function isBackward({ least, most }: Aim): boolean {
  return least !== undefined && most !== undefined && least > most;
}

/** On which side of a value somebody is told. */
export type Side = 'below' | 'above';

/** On which sides a KPI of a direction can go wrong. */
export function badSides(direction: NonNullable<Kpi['direction']>): readonly Side[] {
  return ({ up: ['below'], down: ['above'], band: ['below', 'above'] } as const)[direction];
}

/** True when a threshold would ring for values that meet the target. At the target itself it rings only for those that miss it. */
export function ringsForGood({ least, most }: Aim, side: Side, threshold: number): boolean {
  return side === 'below' ? least !== undefined && threshold > least : most !== undefined && threshold < most;
}

/** True when a threshold lies further out than another on the same side, so that it rings later. */
export function isFurtherOut(side: Side, threshold: number, other: number): boolean {
  return side === 'below' ? threshold < other : threshold > other;
}
