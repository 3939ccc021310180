import type { AcceptedLoss } from '../schema/kinds/workspace.js';
import type { Loss } from './target.js';

/** A loss, and why it is right where somebody has accepted it. */
export interface WeighedLoss extends Loss {
  readonly accepted?: string;
}

/** Losses as they are weighed, and what was accepted and is lost no longer. */
export interface Weighed {
  readonly losses: readonly WeighedLoss[];
  readonly idle: readonly AcceptedLoss[];
}

/** Holds losses against those that are accepted: each stands for one field of one document, so another one is told as before. */
export function weighed(losses: readonly Loss[], accept: readonly AcceptedLoss[]): Weighed {
  const reasons = new Map(accept.toReversed().map((each) => [placeOf(each), each.reason]));
  const lost = new Set(losses.map(placeOf));
  return {
    losses: losses.map((loss) => ({ ...loss, ...(reasons.has(placeOf(loss)) ? { accepted: reasons.get(placeOf(loss))! } : {}) })),
    idle: accept.filter((each) => !lost.has(placeOf(each))),
  };
}

function placeOf({ subject, field = '' }: { readonly subject: string; readonly field?: string }): string {
  return `${subject} ${field}`;
}
