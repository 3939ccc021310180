import type { Spec } from '../model/spec.js';
import type { RecordBook } from './records.js';

/** How long an audit or an assessment of such a system counts. */
export const longestBetweenLooks = 'P12M';

/** Why a system has to be looked at every year; `undefined` for one that need not be. */
export function whyLookedAt({ value }: Spec<'System'>): string | undefined {
  if (value.criticality === 1) return 'vital';
  return value.thirdParty === undefined ? undefined : `run by ${value.thirdParty.vendor}`;
}

/** The last audit or assessment. Whether a use of data is balanced or worth its money says nothing about the system. */
export function lastLook(book: RecordBook, system: Spec<'System'>): Spec<'Record'> | undefined {
  return book.about(system, ['audit', 'assessment']).find(({ value }) => value.assesses !== 'lia' && value.assesses !== 'cost-benefit');
}
