import { hourWords } from '../../base/amounts.js';
import { percentText } from '../../base/exact.js';
import { listOf } from '../../base/words.js';
import { versionChanged } from '../../control/bumps.js';
import type { Objection, Remedy } from '../../control/gate-rule.js';
import type { ProofChange, ProvedThen } from '../../control/proof-changes.js';
import type { Change } from '../../diff/change.js';
import { tallyWords } from '../../diff/tally.js';
import { verdictWords } from '../proof/promise-words.js';
import type { ReviewResults } from './review-results.js';

/** A version that was raised is the answer to the other changes. */
export function isWorthTelling({ kind }: Change): boolean {
  return kind !== versionChanged;
}

/** What stands against merging. */
export function obstaclesOf({ objections }: { readonly objections: readonly Objection[] }): readonly Objection[] {
  return objections.filter(({ severity }) => severity === 'error');
}

/** What stands against nothing, and is worth a look. */
export function remarksOf({ objections }: { readonly objections: readonly Objection[] }): readonly Objection[] {
  return objections.filter(({ severity }) => severity !== 'error');
}

/** What is wrong and what to do about it. */
export function objectionWords({ message, hint }: Objection): string {
  return hint === undefined ? message : `${message} ${hint}`;
}

const remedyWords: Readonly<Record<Remedy, readonly [one: string, many: string]>> = { finding: ['finding', 'findings'], version: ['version to raise', 'versions to raise'], approval: ['approval missing', 'approvals missing'], evidence: ['Record missing', 'Records missing'] };

/** The first sentence: whether it can be merged, and what is missing. */
export function headline({ workspaces, hasHost }: ReviewResults): string {
  const all = workspaces.flatMap(({ changes }) => changes);
  const obstacles = workspaces.flatMap(obstaclesOf);
  if (all.length === 0 && obstacles.length === 0) return 'Nothing has changed.';
  if (obstacles.length === 0) return `Ready to merge: ${tallyWords(all)}${isAllThere(workspaces) ? ', and every version, approval and Record is there.' : '. What is missing stands in nobody’s way.'}`;
  const parts = Object.entries(remedyWords).flatMap(([remedy, words]) => {
    const number = obstacles.filter((each) => each.remedy === remedy).length;
    return number === 0 ? [] : [`${number} ${words[number === 1 ? 0 : 1]}`];
  });
  return `Not ready to merge: ${listOf(parts)}.${hasHost || !obstacles.some(({ remedy }) => remedy === 'approval') ? '' : ' Who has agreed is not verified, because the code host was not asked.'}`;
}

/** What is let pass may be missing all the same. */
function isAllThere(workspaces: ReviewResults['workspaces']): boolean {
  return workspaces.every((each) => remarksOf(each).every(({ remedy }) => remedy === 'finding'));
}

/** `proved, 22 h and 0 % left`. */
export function provedWords(said: ProvedThen | undefined): string {
  if (said === undefined) return 'not promised';
  const { verdict, slack } = said;
  return `${verdictWords[verdict]}${slack === undefined ? '' : `, ${hourWords(slack.seconds)} and ${percentText(slack.shortfall)} % left`}`;
}

/** One promise, before and after. */
export function proofWords({ promise, journey, title, before, after }: ProofChange): string {
  return `${title} (\`${promise}\` of \`${journey}\`): ${provedWords(before)} before, ${provedWords(after)} now`;
}
