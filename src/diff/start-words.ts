import type { CalendarDay } from '../base/date.js';
import { fieldOf } from '../base/json.js';
import type { CheckContext } from './checks/check.js';
import type { Difference } from './difference.js';
import { sentenceOf } from './sentence.js';
import type { Versions } from './versions.js';

/** Why a later first day puts something off: it was announced and has not begun, nothing needs the time, or what holds already ends before. */
export type PutOff = 'announced' | 'only-words' | 'ends-before';

type Asked = Pick<CheckContext, 'versions' | 'pair'>;

/** True where the day that was said is still to come on the day of the question. */
export function isAnnounced({ today }: Versions, { before }: Difference): boolean {
  return today !== undefined && String(before!.value) > today;
}

/** The last day of what holds on the day of the question, where it comes before the later one begins. */
export function endsBefore({ versions: { today }, pair }: Asked): CalendarDay | undefined {
  const [until, begins] = [dayIn(pair.before.value, 'until'), dayIn(pair.after.value, 'from')];
  return today !== undefined && until !== undefined && begins !== undefined && today < until && until < begins ? until : undefined;
}

function dayIn(value: object, field: 'from' | 'until'): CalendarDay | undefined {
  return fieldOf(fieldOf(value, 'effective'), field) as CalendarDay | undefined;
}

/** What a later first day means for the time until then. */
export function startWords(asked: Asked, difference: Difference, why?: PutOff): string {
  const sentences = [sentenceOf(asked.pair, difference), whyWords(difference, why), meanwhileWords(asked, difference, why)];
  return sentences.filter((each) => each !== '').join(' ');
}

function whyWords({ before, after }: Difference, why: PutOff | undefined): string {
  const putOff = `so it is put off to ${String(after!.value)}.`;
  if (why === 'announced') return `It was announced for ${String(before!.value)} and has not begun, ${putOff}`;
  return why === 'only-words' ? `Nothing but words changes beside it, ${putOff}` : '';
}

/**
 * The version before stays in force until the next one begins, or until its own last day; one that was announced takes over on its day although
 * another one was recorded since. Where nobody says which day it is, neither is known.
 */
function meanwhileWords({ versions: { today }, pair: { before, after } }: Asked, difference: Difference, why: PutOff | undefined): string {
  const begins = dayIn(after.value, 'from')!;
  if (today === undefined || begins <= today) return '';
  const version = 'version' in before.value ? `, version ${before.value.version},` : '';
  const end = endWords(begins, today, dayIn(before.value, 'until'));
  if (why !== 'announced') return end.startsWith('ended') ? `The version before ${end}` : `What holds now${version} ${end}`;
  const day = String(difference.before!.value);
  return `What was announced${version} takes over on ${day} all the same, and ${end} To hold it back, release a version that begins on ${day} and says what is to hold.`;
}

function endWords(begins: CalendarDay, today: CalendarDay, until: CalendarDay | undefined): string {
  if (until === undefined || until >= begins) return `goes on until ${begins}.`;
  return until <= today ? `ended on ${until}, and neither of the two holds until then.` : `goes on until ${until}, and from then on neither of the two holds until ${begins}.`;
}
