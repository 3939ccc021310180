import type { CalendarDay } from '../../base/date.js';
import type { Spec } from '../../model/spec.js';

/** Whether a document is in force on a day, as a sentence. A page must never lend a draft the weight of what holds. */
export function standingOf({ status, value }: Spec, day: CalendarDay): string {
  const { from, until } = ('effective' in value ? value.effective : undefined) ?? {};
  if (status === 'draft') return 'A draft, not in force.';
  if (status === 'retired') return 'Retired, no longer in force.';
  if (from !== undefined && day < from) return `Not in force before ${from}.`;
  if (until !== undefined && day >= until) return `No longer in force since ${until}.`;
  return `In force on ${day}, as far as the documents say.`;
}

/** The same for a page about many documents. */
export const standingOfMany = 'What is marked as a draft is not in force.';
