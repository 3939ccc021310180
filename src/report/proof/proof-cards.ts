import type { PremiseKind } from '../../analysis/proof/verdict.js';
import type { Severity } from '../../base/diagnostic.js';
import type { RuleCard } from '../reporter.js';

/** What a proof may find: a promise that is violated, a premise that is missing, a wait outside, a document that was not read. */
export type ProofFindingKind = PremiseKind | 'violated' | 'outside' | 'unread';

const missing = 'A promise is proved only when everything that it rests on is declared; what is missing is never taken for good news.';

/** What must hold, why, and how much it weighs, in the order in which it is explained. */
const words: Readonly<Record<ProofFindingKind, readonly [severity: Severity, summary: string, rationale: string]>> = {
  violated: ['error', 'The parts of every way fit into the promise.', 'A promise that is broken although every part keeps its own target is broken from the first day.'],
  unread: ['error', 'Every document can be read.', 'A document with problems adds nothing, so a verdict says nothing about what it declares.'],
  clock: ['warning', 'The events of the clock lie on the way, the start before every stop.', 'A clock that never starts or never stops measures nothing.'],
  work: ['warning', 'Every step on the way is covered by a part.', 'Nobody promises how long the step takes, so the whole may take any time.'],
  gap: ['warning', 'Every wait between two steps is covered by a part.', 'Nobody promises how long the wait takes, so the whole may take any time.'],
  budget: ['warning', 'What the parts may miss together is no more than what the promise may miss.', 'The cases that miss one part may all be different from those that miss another.'],
  share: ['warning', 'It is declared how many cases take each way.', 'A way that is too long breaks the promise only if enough cases take it.'],
  group: ['warning', 'The percent of each part holds for those to whom the promise is made.', 'Ninety-eight of a hundred cases may be kept and every gold customer may be missed.'],
  population: ['warning', 'A part counts the cases that the promise counts.', 'The misses of a part may all fall on the cases that the promise counts.'],
  window: ['warning', 'The period of the promise is a whole multiple of the period of each part.', 'A percent of a month says little about a week of it.'],
  calendar: ['warning', 'The calendars are declared, and known for long enough.', 'Ten office hours may take four days by the clock.'],
  pause: ['warning', 'The clock of a part stands still only while that of the promise does.', 'While a part waits, the customer waits too.'],
  reset: ['warning', 'The clock of a part begins anew only when that of the promise does.', 'A part that begins anew takes longer than its target.'],
  agreement: ['warning', 'Each part is agreed for as long as the promise, and in force when that is.', 'Before and after an agreement nobody keeps the part.'],
  block: ['warning', 'Branches that run together begin and end together.', 'How long branches take together can be told only where they meet.'],
  loop: ['warning', 'Every way back is limited.', 'Who may go round without end may take any time.'],
  size: ['warning', 'There are no more ways than can be looked at.', 'A way that was not looked at may be the one that is too long.'],
  value: ['warning', 'Every value that the proof needs is declared and can be read.', missing],
  outside: ['info', 'The customer waits only while the clock runs.', 'A wait outside the clock is real for the customer and no part of the promise.'],
};

/** Ids begin with `proof/`; codes are the same in capitals. */
export const proofCards: readonly RuleCard[] = Object.entries(words).map(([kind, [severity, summary, rationale]]) => ({ code: codeOf(kind), id: `proof/${kind}`, severity, summary, rationale }));

/** The card of one kind of finding. */
export function cardOf(kind: ProofFindingKind): RuleCard {
  const [severity, summary, rationale] = words[kind];
  return { code: codeOf(kind), id: `proof/${kind}`, severity, summary, rationale };
}

function codeOf(kind: string): string {
  return `PROOF-${kind.toUpperCase()}`;
}
