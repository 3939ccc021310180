/** A way through a journey as an account: what each part takes, what they come to, what is promised and what is left. */
import type { Budget, PartOnPath, ProofPath, TargetProof } from '../../analysis/proof/verdict.js';
import { hourWords, percentWords } from '../../base/amounts.js';
import { allMillionths } from '../../base/exact.js';
import { partWords, timeWords, wayWords } from '../../analysis/proof/promise-words.js';

/** One line of the account. */
export interface LedgerRow {
  readonly name: string;
  readonly time: string;
  readonly calendar: string;
  /** How many cases keep it. */
  readonly kept: string;
  /** How many cases may miss it. */
  readonly missed: string;
  /** Which part it is, who keeps it, where it begins and ends. */
  readonly detail?: string;
}

/** The account of one way. */
export interface Ledger {
  /** Why this way is shown. */
  readonly title: string;
  readonly way: string;
  readonly parts: readonly LedgerRow[];
  /** What the parts come to, what is promised and what is left. */
  readonly sums: readonly LedgerRow[];
  /** Why the amounts of the parts do not simply add up, where they do not. */
  readonly notes: readonly string[];
}

/** The account of a way under a target. */
function ledgerOf(title: string, path: ProofPath, target: Budget): Ledger {
  return { title, way: wayWords(path.steps), parts: path.parts.map(partRow), sums: sumRows(path, target), notes: notesOn(path, target) };
}

/** Where cases are counted over all ways by their shares, one way alone may miss more than is promised. */
function overAllWays({ target, slack }: TargetProof, path: ProofPath): readonly string[] {
  if (!path.isTooUncertain || slack === undefined || slack.shortfall < 0) return [];
  return [`This way alone may miss too many. Over all ways, each as often as cases take it, ${percentWords(allMillionths - target.kept - slack.shortfall)} may be missed.`];
}

/** A part as a line of the account. */
function partRow(part: PartOnPath): LedgerRow {
  const { kept, calendar } = part.target;
  return { name: part.title, time: timeOf(part.target), calendar, kept: percentWords(kept), missed: missedWords(allMillionths - kept), detail: partWords(part) };
}

function timeOf(budget: Budget): string {
  return budget.seconds === undefined ? timeWords(budget) : hourWords(budget.seconds);
}

function sumRows({ seconds, shortfall }: ProofPath, target: Budget): readonly LedgerRow[] {
  const isTimed = target.seconds !== undefined;
  const leftTime = (target.seconds ?? 0) - seconds;
  const leftShare = allMillionths - target.kept - shortfall;
  return [
    { name: 'together', time: isTimed ? hourWords(seconds) : '', calendar: isTimed ? target.calendar : '', kept: '', missed: missedWords(shortfall) },
    { name: 'promised', time: isTimed ? timeOf(target) : '', calendar: isTimed ? target.calendar : '', kept: percentWords(target.kept), missed: missedWords(allMillionths - target.kept) },
    { name: 'left', time: isTimed ? restWords(leftTime, hourWords) : '', calendar: '', kept: '', missed: restWords(leftShare, percentWords) },
  ];
}

function restWords(rest: number, words: (amount: number) => string): string {
  if (rest === 0) return 'none';
  return rest > 0 ? words(rest) : `${words(-rest)} too much`;
}

function missedWords(share: number): string {
  return share === 0 ? 'none' : percentWords(share);
}

/** Hours of several calendars do not add up. Of branches that run at the same time one is shown, and all may miss. */
function notesOn({ parts, seconds, shortfall, worstStart }: ProofPath, target: Budget): readonly string[] {
  const isMixed = target.seconds !== undefined && parts.some((part) => part.target.calendar !== target.calendar);
  const sum = (of: (budget: Budget) => number): number => parts.reduce((total, part) => total + of(part.target), 0);
  const added = sum(({ kept }) => allMillionths - kept);
  const hasBranches = added < shortfall || (target.seconds !== undefined && !isMixed && sum((budget) => budget.seconds ?? 0) !== seconds);
  const worst = worstStart === undefined ? '' : `, for a case that starts at the worst moment, ${worstStart}`;
  return [
    ...(isMixed ? [`The parts run on several calendars. Together they are counted in hours of ${target.calendar}${worst}.`] : []),
    ...(hasBranches ? ['Of branches that run at the same time the longest counts for the time, and all count for what may be missed.'] : []),
    ...(added > shortfall ? ['Together less may be missed than the sum of what each may miss, because of what is taken for granted.'] : []),
  ];
}

/** A way that is not shown in full. */
export interface OtherWay {
  readonly way: string;
  readonly time: string;
  readonly missed: string;
}

/** The ways of a target: some in full, the others as a line each with those of their parts that were not shown yet. */
export interface ShownWays {
  readonly ledgers: readonly Ledger[];
  readonly others: readonly OtherWay[];
  readonly otherParts: readonly LedgerRow[];
  /** How many more ways there are. */
  readonly left: number;
}

const mostOthers = 10;

/** Chooses the ways that tell the story: the one that breaks the promise, or those that leave least. */
export function waysOf(target: TargetProof): ShownWays {
  const chosen = decidingWays(target);
  const full = new Set(chosen.map(({ path }) => keyOf(path)));
  const others = target.paths.filter((path) => !full.has(keyOf(path))).slice(0, mostOthers);
  return {
    ledgers: chosen.map(({ title, path }) => withNotes(ledgerOf(title, path, target.target), overAllWays(target, path))),
    others: others.map((path) => otherWay(path, target.target)),
    otherParts: newParts(others, chosen.map(({ path }) => path)).map(partRow),
    left: Math.max(0, Math.max(target.pathCount, target.paths.length) - full.size - others.length),
  };
}

function withNotes(ledger: Ledger, notes: readonly string[]): Ledger {
  return { ...ledger, notes: [...ledger.notes, ...notes] };
}

interface ChosenWay {
  readonly title: string;
  readonly path: ProofPath;
}

function decidingWays(proof: TargetProof): readonly ChosenWay[] {
  const { paths, counterExample } = proof;
  if (counterExample !== undefined) return [{ title: 'The way that breaks the promise', path: counterExample }];
  const longest = largest(paths, ({ seconds }) => seconds);
  const leastCertain = largest(paths, ({ shortfall }) => shortfall);
  if (longest === undefined || leastCertain === undefined) return [];
  if (longest.shortfall === leastCertain.shortfall) return [{ title: wayTitle(proof), path: longest }];
  return [
    { title: 'The way that takes longest', path: longest },
    { title: 'The way that most cases may miss', path: leastCertain },
  ];
}

function wayTitle({ paths, pathCount, verdict }: TargetProof): string {
  if (paths.length === 1 && pathCount <= 1) return 'The only way';
  const all = pathCount >= Number.MAX_SAFE_INTEGER ? 'very many' : Math.max(pathCount, paths.length);
  return `Of ${all} ways the one that ${verdict === 'proved' ? 'leaves least' : 'asks most'}`;
}

function largest(paths: readonly ProofPath[], of: (path: ProofPath) => number): ProofPath | undefined {
  return paths.reduce<ProofPath | undefined>((most, path) => (most === undefined || of(path) > of(most) ? path : most), undefined);
}

function keyOf({ steps, parts }: ProofPath): string {
  return JSON.stringify([steps, parts.map(({ part }) => part)]);
}

function otherWay({ steps, seconds, shortfall, isTooLong, isTooUncertain }: ProofPath, target: Budget): OtherWay {
  return {
    way: wayWords(steps),
    time: target.seconds === undefined ? '' : `${hourWords(seconds)}${isTooLong ? ', too long' : ''}`,
    missed: `${missedWords(shortfall)}${isTooUncertain ? ', too many' : ''}`,
  };
}

function newParts(paths: readonly ProofPath[], shown: readonly ProofPath[]): readonly PartOnPath[] {
  const seen = new Set(shown.flatMap(({ parts }) => parts.map(partWords)));
  return paths.flatMap(({ parts }) => parts).filter((part) => !seen.has(partWords(part)) && seen.add(partWords(part)));
}
