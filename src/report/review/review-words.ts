import { hourWords } from '../../base/amounts.js';
import { percentText } from '../../base/exact.js';
import { groupBy } from '../../base/groups.js';
import { count, listOf } from '../../base/words.js';
import type { Answer } from '../../control/approvals.js';
import { versionChanged } from '../../control/bumps.js';
import type { Change } from '../../diff/change.js';
import type { ProofChange, ProvedThen } from '../../control/proof-changes.js';
import { tallyWords } from '../changes/change-words.js';
import { verdictWords } from '../proof/promise-words.js';
import type { ReviewResults, WorkspaceReview } from './review-results.js';

/** What somebody still has to do, each as one sentence. */
export interface Step {
  readonly sort: 'finding' | 'version' | 'approval' | 'evidence';
  readonly message: string;
}

/** A version that was raised is the answer to the other changes. */
export function isWorthTelling({ kind }: Change): boolean {
  return kind !== versionChanged;
}

/** Everything that stands against merging. */
export function stepsOf({ findings, bumps, answers, evidence, tampered, unread }: WorkspaceReview): readonly Step[] {
  return [
    ...unread.filter(({ side }) => side === 'head').map(({ count: number, first }): Step => ({ sort: 'finding', message: `Mend ${number === 1 ? 'the document' : `the ${number} documents`} that cannot be read: ${first.message}` })),
    ...findings.map(({ message, hint }): Step => ({ sort: 'finding', message: `${message}${hint === undefined ? '' : ` ${hint}`}` })),
    ...tampered.map(({ message }): Step => ({ sort: 'finding', message: `${message} Records are only ever added: take this back, and write another Record with \`supersedes\`.` })),
    ...bumps.filter(({ verdict }) => verdict === 'too-low' || verdict === 'lowered').map(({ subject, declared, needed }): Step => ({ sort: 'version', message: `Raise the version of \`${subject}\` from ${declared} to ${needed}: \`waymark bump --write\` does it.` })),
    ...evidence.map(({ message, hint }): Step => ({ sort: 'evidence', message: `${message} ${hint}` })),
    ...approvalSteps(answers),
  ];
}

/** Who still has to agree, each role once with all that it is asked about. */
function approvalSteps(answers: readonly Answer[]): readonly Step[] {
  const open = answers.filter(({ state }) => state !== 'met');
  const anyOf = open.filter(({ demand, missing }) => demand.count !== undefined && missing.length > 0);
  const asked = open.filter((answer) => !anyOf.includes(answer)).flatMap((answer) => answer.missing.map((approver) => ({ approver, answer })));
  const roles = [...groupBy(asked, ({ approver: { role } }) => role)].map(([role, list]) => `${nameOf(list[0]!.approver)} has to agree to ${listOf(list.map(({ answer }) => aboutOf(answer)))}.${list[0]!.approver.person === undefined ? ` Nobody with a login fills \`${role}\`: name a person with \`handles\` in that team.` : ''}`);
  const peers = open.filter(({ demand }) => demand.approver === 'peer');
  const more = Math.max(0, ...peers.map((answer) => answer.more));
  const others = more === 0 ? [] : [`${count(more, 'person', 'people')} of the teams who did not write it ${more === 1 ? 'has' : 'have'} to agree to ${listOf(peers.map(aboutOf))}.`];
  const nobody = open.filter(({ state, missing }) => state === 'nobody' && missing.length === 0).map((answer) => `The Policy asks for \`${answer.demand.approver}\` to agree to ${aboutOf(answer)}, and maps nobody to it. Name a role under \`roles\` of the Policy.`);
  const some = anyOf.map((answer) => `${answer.more} of ${listOf(answer.missing.map(nameOf), 'or')} ${answer.more === 1 ? 'has' : 'have'} to agree to ${aboutOf(answer)}.`);
  return [...roles, ...some, ...others, ...nobody].map((message) => ({ sort: 'approval', message }));
}

function nameOf({ role, person }: Answer['missing'][number]): string {
  return person === undefined ? `\`${role}\`` : `\`${role}\` (${person.handles[0]!})`;
}

function aboutOf({ demand: { subject, changes } }: Answer): string {
  return `\`${subject}\` (${tallyWords(changes)})`;
}

/** The first sentence: whether it can be merged, and what is missing. */
export function headline({ workspaces, hasHost }: ReviewResults): string {
  const all = workspaces.flatMap(({ changes }) => changes);
  const steps = workspaces.flatMap(stepsOf);
  if (all.length === 0 && steps.length === 0) return 'Nothing has changed.';
  if (steps.length === 0) return `Ready to merge: ${tallyWords(all)}, and every version, approval and Record is there.`;
  const words: Readonly<Record<Step['sort'], readonly [one: string, many: string]>> = { finding: ['finding', 'findings'], version: ['version to raise', 'versions to raise'], approval: ['approval missing', 'approvals missing'], evidence: ['Record missing', 'Records missing'] };
  const parts = (Object.keys(words) as Step['sort'][]).flatMap((sort) => {
    const number = steps.filter((step) => step.sort === sort).length;
    return number === 0 ? [] : [`${number} ${words[sort][number === 1 ? 0 : 1]}`];
  });
  return `Not ready to merge: ${listOf(parts)}.${hasHost || !steps.some(({ sort }) => sort === 'approval') ? '' : ' Who has agreed is not verified, because the code host was not asked.'}`;
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
