import type { ToldEntry } from '../../audit/ledger/compare-branch.js';
import type { LedgerEntry } from '../../audit/ledger/ledger-entry.js';
import type { NotExcluded } from '../../audit/ledger/not-excluded.js';
import type { CalendarDay } from '../../base/date.js';
import { count, listOf, shown } from '../../base/words.js';
import { daysWords, putBack, standsWords } from '../past/days-words.js';
import { doubledWords } from '../past/doubled-words.js';
import { fateWords, misdatedWords } from '../past/past-words.js';
import { allUnreadWords } from '../past/unread-words.js';
import { namesWords } from './names-words.js';
import { isWrong, type BranchComparison, type LedgerResults, type ToldAnchor } from './ledger-results.js';

/** What people are told, sentence by sentence. */
export function sentencesOf(results: LedgerResults): readonly string[] {
  const { command, verification, anchor, branch, notExcluded } = results;
  const named = results.name === undefined || branch === undefined ? [] : namesWords(results.name, branch);
  if (command === 'ledger seal') return [...unreadSentences(branch), ...doubledSentences(branch), ...recordSentences(branch), ...misdatedSentences(branch), ...named, ...(anchor === undefined && verification.entries.length > 0 ? [adviceWithout] : [])];
  return [
    ...(verification.problem === undefined ? [] : [verification.problem.message]),
    ...(anchor === undefined ? [] : anchorWords(anchor, results)),
    ...(branch === undefined ? ['The entries were not compared with a branch.'] : branchSentences(branch)),
    ...named,
    ...(isWrong(results) ? [] : notExcluded.map((each) => cannot[each])),
    ...(anchor === undefined && !isWrong(results) ? [adviceWithout] : []),
  ];
}

/** What a verification that has found nothing cannot exclude, as sentences. */
export const cannot: Readonly<Record<NotExcluded, string>> = {
  'cut-off': 'Not excluded: entries may have been cut off at the end, because no checkpoint says how many there were.',
  'written-anew': 'Not excluded: the end of the ledger, or all of it, may have been written anew, because no checkpoint says what it was.',
  'after-checkpoint': 'Not excluded: entries behind those that are vouched for may have been cut off or written anew.',
  'branch-rewritten': 'Not excluded: whoever may rewrite that branch or tag may have written the ledger anew there as well. The whole id of a commit, noted elsewhere, cannot be made to mean another one.',
  'false-entries': 'Not excluded: an entry may say what no branch ever held, because nothing was compared with git.',
  judgements: 'Not excluded: somebody may have written anew how far these changes went, and named another Waymark for it. Verifying the ledger with that one tells.',
  'taken-out': 'Not excluded: somebody may have taken out of these entries what they say less, because older entries said as little. A checkpoint from when they were sealed tells.',
  judges: 'Not excluded: somebody may have named another Waymark in these entries than the one that judged. Verifying the ledger with the one that is named tells.',
  'other-history': 'Not excluded: somebody else may have been shown another ledger. Whoever compares checkpoints finds out.',
};

const adviceWithout = 'Without a checkpoint from elsewhere nobody can tell a shorter ledger, or one that was written anew, from the true one. Write one with `waymark ledger checkpoint --write FILE`, sign it, and keep it where whoever can change the ledger cannot.';

function anchorWords({ file, commit, size, signature, signer, why, isBeside }: ToldAnchor, { verification: { vouchedFor, entries, problem } }: LedgerResults): readonly string[] {
  const name = commit !== undefined ? `The ledger as ${commit.label} holds it` : file === undefined ? 'What you know of it' : `The checkpoint \`${file}\``;
  if (signature === 'bad') return [`${name} is not signed by \`${signer}\`, so it vouches for nothing. ssh-keygen says: ${why}`];
  const later = entries.length - vouchedFor;
  const holds = vouchedFor > 0 ? [`${name} vouches for the first ${count(size, 'entry', 'entries')}${signature === 'good' ? `, signed by \`${signer}\`` : ''}.${later > 0 && problem === undefined ? ` ${count(later, 'entry', 'entries')} came later.` : ''}`] : [];
  const unsigned = file !== undefined && signature === 'none' ? [`Nobody's signature on it was checked${isBeside ? ', and it lies in the same place as the ledger: whoever can change the one can change the other' : ': it is worth as much as the place that it comes from'}.`] : [];
  return [...holds, ...unsigned];
}

/**
 * What a comparison with the branch has found.
 *
 * @param most - How many entries are told of each sort; the others are counted.
 */
export function branchSentences(branch: BranchComparison, most = mostTold): readonly string[] {
  return [...branchWords(branch, most), ...unreadSentences(branch, most), ...doubledSentences(branch, most), ...recordSentences(branch, most), ...misdatedSentences(branch, most)];
}

function misdatedSentences(branch: BranchComparison | undefined, most?: number): readonly string[] {
  const words = misdatedWords(branch?.misdated ?? [], most);
  return words === '' ? [] : [`${words} Entries repeat what the commits say.`];
}

function branchWords({ label, agreed, problem, unsealed, judgedOtherwise, saysLess, judgedUnknown }: BranchComparison, most: number): readonly string[] {
  if (problem !== undefined) return [problem.message];
  const left = unsealed === 0 ? [] : [`${count(unsealed, 'released version')} of the branch ${unsealed === 1 ? 'is' : 'are'} not in the ledger: not sealed yet, or cut off.`];
  if (agreed === 0) return [`It has no entry that could be compared with ${label}.`, ...left];
  return [`${agreed === 1 ? 'The entry says' : `All ${agreed} entries say`} what ${label} holds${saysLess.length === 0 ? '' : agreed === 1 ? ', and less than it' : `, and ${saysLess.length} of them ${saysLess.length === 1 ? 'says' : 'say'} less than it`}.`, ...firstOf(saysLess, most), ...firstOf(judgedUnknown, most), ...judgementWords(judgedOtherwise, most), ...left];
}

function unreadSentences(branch: BranchComparison | undefined, most?: number): readonly string[] {
  const all = branch?.unread ?? [];
  return all.length === 0 ? [] : [...allUnreadWords(all, most), `What could not be read stands in no entry${all.some(({ until }) => until === undefined) ? ', and is sealed once it can be read' : ''}.`];
}

function doubledSentences(branch: BranchComparison | undefined, most = mostTold): readonly string[] {
  const all = (branch?.doubled ?? []).flatMap(doubledWords);
  return all.length === 0 ? [] : [...firstSentences(all, most), 'What does not count was not released and stands in no entry.'];
}

/** Records are only ever added, so what counts is what a Record said when it was merged. Whoever reads it now reads something else. */
function recordSentences(branch: BranchComparison | undefined, most = mostTold): readonly string[] {
  return firstSentences((branch?.records ?? []).map(({ record, became }) => `Entries name the Record \`${shown(record)}\` among those who agreed. ${fateWords(became)}`), most);
}

function firstSentences(all: readonly string[], most: number): readonly string[] {
  return all.length > most ? [...all.slice(0, most), `So it is ${count(all.length - most, 'more time')}: \`--format json\` names each.`] : all;
}

const mostTold = 3;

function firstOf(all: readonly ToldEntry[], most: number): readonly string[] {
  const more = all.length > most ? [`So it is in ${count(all.length - most, 'more entry', 'more entries')}: \`--format json\` names each.`] : [];
  return [...all.slice(0, most).map(({ message }) => message), ...more];
}

/** Each Waymark weighs changes for itself, so that another one judged otherwise is no fault of the ledger. */
function judgementWords(all: BranchComparison['judgedOtherwise'], most: number): readonly string[] {
  return all.length === 0 ? [] : [...firstOf(all, most), 'How far a change went is weighed by each version of Waymark for itself: this is no fault of the ledger.'];
}

/**
 * An entry in one line.
 *
 * @param ended - The day on which it has ended the document, where it has.
 * @param standing - What was announced before and begins all the same.
 */
export function entryWords({ type, subject, version, status, level, regulated, approvals, effective }: LedgerEntry, ended: CalendarDay | undefined, standing: readonly string[] = []): string {
  const what = { released: level ?? 'new', changed: 'changed under the same version', removed: 'has left the workspace', drafted: putBack }[type];
  const days = status === 'retired' || type === 'removed' ? endWords(status, ended) : effective?.from === undefined ? [] : [daysWords({ status, from: effective.from, until: effective.until })];
  const roles = [...new Set(approvals.map(({ role }) => role))];
  const shared = approvals.some(({ names }) => names !== undefined) ? ' (an id that several kinds share)' : '';
  return [`${subject} ${version}: ${what}`, ...(regulated === true ? ['under a regime'] : []), ...days, ...(roles.length === 0 ? [] : [`approved by ${listOf(roles)} as Records claim${shared}`]), ...(standing.length === 0 ? [] : [`and ${standsWords(listOf(standing))}`])].join(', ');
}

/** What is retired or has left is not in force any more. What was retired before it left, or is a draft again, ends nothing more by that. */
function endWords(status: LedgerEntry['status'], ended: CalendarDay | undefined): readonly string[] {
  return ended === undefined ? [] : [`${status === 'retired' ? 'retired' : 'ended'} on ${ended}`];
}
