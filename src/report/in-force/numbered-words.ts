import { isNoDay } from '../../audit/in-force.js';
import { daysWords } from '../past/days-words.js';
import { knownWords, recordedWords } from '../past/past-words.js';
import type { NumberedResults } from './in-force-results.js';

/** Which version is shown, and what it was. */
export function numbered({ spec, number, found: { version, contents }, held }: NumberedResults): readonly string[] {
  const renamed = version.coordinate === spec ? '' : ` It is called ${spec} by now.`;
  const others = contents > 1 ? `${contents} different contents have stood under this number. This is the last of them ${version.status === 'active' || version.status === 'deprecated' ? 'that was active or deprecated' : 'there was'}: \`waymark history\` tells of the others.` : '';
  const missing = held === undefined ? 'It is a variant whose base was not there, or whose changes do not fit its base: what it was is not known.' : '';
  return [`${version.coordinate} ${number} (${version.title}), as the branch held it.${renamed}`, stood(version), recordedWords(version), others, missing];
}

function stood({ status, effective }: NumberedResults['found']['version']): string {
  if (status === 'draft') return 'It was a draft, which binds nobody.';
  const days = effective === undefined ? 'says no days of its own' : `says that it holds from ${effective.from}${effective.until === undefined ? '' : ` until ${effective.until}`}`;
  return `It was ${status}, and ${effective !== undefined && isNoDay(effective.from, effective.until) ? daysWords({ status, ...effective }) : days}.`;
}

/** What the number does not say. */
export function closingOfNumber(results: NumberedResults): readonly string[] {
  return ['All that it names is taken as that commit held it. Whether it was in force on a day is told with `--as-of` and without a version.', knownWords(results)];
}
