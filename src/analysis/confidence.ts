import type { Confidence, Evidence } from '../schema/kinds/step.js';

const order: readonly Confidence[] = ['assumed', 'partly', 'evidenced'];

/** How well something is known, judged by what stands behind it. */
export interface Known {
  readonly confidence: Confidence;
  /** Why it counts for less than it says, in words. */
  readonly doubt?: string;
}

/** Reads evidence: words alone are known in part, and without a source nothing is evidenced. */
export function knownBy(evidence: Evidence): Known {
  if (typeof evidence === 'string') return { confidence: 'partly' };
  const sources = evidence.sources ?? [];
  const confidence = evidence.confidence ?? (sources.length > 0 ? 'partly' : 'assumed');
  if (confidence !== 'evidenced') return { confidence };
  if (sources.length === 0) return { confidence: 'assumed', doubt: 'it says `evidenced` and names no source' };
  const isOpen = (evidence.conflicts ?? []).some(({ resolution, record }) => resolution === undefined && record === undefined);
  return isOpen ? { confidence: 'partly', doubt: 'what is said and what is measured still disagree' } : { confidence };
}

/** True when something is known at least so well. */
export function isKnownEnough({ confidence }: Known, least: Confidence): boolean {
  return order.indexOf(confidence) >= order.indexOf(least);
}
