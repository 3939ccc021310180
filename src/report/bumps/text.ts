import { visible } from '../../base/escape/visible.js';
import { count } from '../../base/words.js';
import type { Bump } from '../../control/bumps.js';
import { spanIn } from '../../load/document.js';
import type { Unread } from '../changes/change-results.js';
import { address } from '../place.js';
import { lowBumps, type BumpReporter } from './bump-results.js';

/** For people at a terminal: a line for each document, with the first reasons. */
export const text: BumpReporter = {
  id: 'text',
  report({ isWritten, workspaces }) {
    const all = workspaces.flatMap(({ bumps }) => bumps);
    const unread = workspaces.flatMap((each) => each.unread).filter(({ side }) => side === 'head');
    const last = all.length > 0 || unread.length === 0 ? [closing(all, lowBumps(all), isWritten)] : [];
    return [...all.map(bumpLines), ...unread.map(unreadLine), ...last].map((each) => `${each}\n`).join('');
  },
};

const words: Readonly<Record<Bump['verdict'], (bump: Bump) => string>> = {
  enough: ({ step }) => `, as the ${step} step asks`,
  'too-low': ({ step, needed }) => `, and needs ${needed}: a ${step} step`,
  lowered: ({ needed }) => `, which is lower than before: at least ${needed}`,
  needless: () => ', though nothing has changed',
};

function bumpLines(bump: Bump): string {
  const { subject, spec, before, declared, verdict, reasons } = bump;
  const why = reasons.slice(0, 3).map(({ message }) => `    ${visible(message)}`);
  const more = reasons.length > 3 ? [`    ... and ${count(reasons.length - 3, 'more change')}`] : [];
  return [`${visible(address(spanIn(spec.document, ['version'])))}  ${subject} was ${before} and is ${declared}${words[verdict](bump)}`, ...why, ...more].join('\n');
}

function unreadLine({ count: documents, first: { message, span } }: Unread): string {
  return `${span === undefined ? '' : `${visible(address(span))}  `}${count(documents, 'document')} of the later version cannot be read, so it is not known which version ${documents === 1 ? 'it needs' : 'they need'}: ${visible(message)}`;
}

function closing(all: readonly Bump[], low: readonly Bump[], isWritten: boolean): string {
  if (all.length === 0) return 'No version has to be raised.';
  if (low.length === 0) return `${count(all.length, 'document')} changed, and every version is high enough.`;
  return isWritten ? `${count(low.length, 'version')} written.` : `${count(low.length, 'version')} to raise: \`waymark bump --write\` does it.`;
}
