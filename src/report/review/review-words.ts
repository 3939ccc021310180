import type { Slack } from '../../analysis/proof/verdict.js';
import { hourWords } from '../../base/amounts.js';
import { percentText } from '../../base/exact.js';
import { listOf } from '../../base/words.js';
import { versionChanged } from '../../control/bumps.js';
import type { Objection, Remedy } from '../../control/gate-rule.js';
import type { ProofChange, ProvedThen } from '../../control/proof-changes.js';
import type { Change } from '../../diff/change.js';
import { verdictWords } from '../../analysis/proof/promise-words.js';
import { lineAddress } from '../place.js';
import type { ReviewResults } from './review-results.js';

/** A version that was raised is the answer to the other changes. How much is left of a promise stands with its proof. */
export function isWorthTelling({ kind }: Change): boolean {
  return kind !== versionChanged && !kind.startsWith('promise-slack-');
}

/** What stands against merging. */
export function obstaclesOf({ objections }: { readonly objections: readonly Objection[] }): readonly Objection[] {
  return objections.filter(({ severity }) => severity === 'error');
}

/** What stands against nothing, and is worth a look. */
export function remarksOf({ objections }: { readonly objections: readonly Objection[] }): readonly Objection[] {
  return objections.filter(({ severity }) => severity !== 'error');
}

/** Where a finding stands, `claims.yaml:88`: its words alone do not always name the document. What else is asked for names what it is about. */
export function placeWords({ remedy, span }: Objection): string | undefined {
  return remedy === 'finding' && span !== undefined ? lineAddress(span) : undefined;
}

/** What is wrong and what to do about it. */
export function objectionWords({ message, hint }: Objection): string {
  return hint === undefined ? message : `${message} ${hint}`;
}

const remedyWords: Readonly<Record<Remedy, readonly [one: string, many: string]>> = { finding: ['finding', 'findings'], version: ['version to raise', 'versions to raise'], approval: ['approval missing', 'approvals missing'], evidence: ['Record missing', 'Records missing'] };

/** The first sentence: whether it can be merged, and what is missing. */
export function headline({ workspaces }: ReviewResults): string {
  const all = workspaces.flatMap(({ changes }) => changes);
  const obstacles = workspaces.flatMap(obstaclesOf);
  if (all.length === 0 && obstacles.length === 0) return 'Nothing has changed.';
  if (obstacles.length === 0) return `Ready to merge: ${isAllThere(workspaces) ? 'every version, approval and Record is there' : 'what is missing stands in nobody’s way'}.`;
  const parts = Object.entries(remedyWords).flatMap(([remedy, words]) => {
    const number = obstacles.filter((each) => each.remedy === remedy).length;
    return number === 0 ? [] : [`${number} ${words[number === 1 ? 0 : 1]}`];
  });
  return `Not ready to merge: ${listOf(parts)}.`;
}

/** What the first sentence is worth; empty where nothing has to be said of it. */
export function caveat({ workspaces, hasHost }: ReviewResults): string {
  const isOpen = workspaces.flatMap(obstaclesOf).some(({ remedy }) => remedy === 'approval');
  const unverified = hasHost || !isOpen ? [] : ['Who has agreed is not verified, because the code host was not asked.'];
  const first = workspaces.some(({ isFirstAdoption, changes }) => isFirstAdoption && changes.length > 0) ? ['This is the first adoption: it is judged by the Policy and the teams that it brings along.'] : [];
  return [...unverified, ...first].join(' ');
}

/** What is let pass may be missing all the same. */
function isAllThere(workspaces: ReviewResults['workspaces']): boolean {
  return workspaces.every((each) => remarksOf(each).every(({ remedy }) => remedy === 'finding'));
}

/** `proved, 22 h and 0 % left`; `violated, 18 h missing, 2 % left`. */
export function provedWords(said: ProvedThen | undefined): string {
  if (said === undefined) return 'not promised';
  const { verdict, slack } = said;
  return [verdictWords[verdict], ...(slack === undefined ? [] : slackWords(slack))].join(', ');
}

function slackWords({ seconds, shortfall }: Slack): readonly string[] {
  const amounts = [{ amount: seconds, words: hourWords(Math.abs(seconds)) }, { amount: shortfall, words: `${percentText(Math.abs(shortfall))} %` }];
  const told = (isMeant: (amount: number) => boolean, what: string): readonly string[] => {
    const meant = amounts.filter(({ amount }) => isMeant(amount)).map(({ words }) => words);
    return meant.length === 0 ? [] : [`${listOf(meant)} ${what}`];
  };
  return [...told((amount) => amount < 0, 'missing'), ...told((amount) => amount >= 0, 'left')];
}

/** A promise by its title and its names. */
export function promiseWords({ promise, journey, title }: ProofChange): string {
  return `${title} (\`${promise}\` of \`${journey}\`)`;
}

/** One promise, before and after. */
export function proofWords(proof: ProofChange): string {
  return `${promiseWords(proof)}: ${provedWords(proof.before)} before, ${provedWords(proof.after)} now`;
}
