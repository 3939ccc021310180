/** What would have to change so that a promise is proved. */
import type { PartOnPath, PremiseKind, ProofPath, PromiseProof, TargetProof } from '../../analysis/proof/verdict.js';
import { hourWords, percentWords } from '../../base/amounts.js';
import { parseDuration } from '../../base/duration.js';
import { allMillionths } from '../../base/exact.js';
import { partName, shareWords } from '../../analysis/proof/promise-words.js';

/** Only amounts are missing where these are the only premises: every part is known. */
const aboutAmounts: ReadonlySet<PremiseKind> = new Set(['budget', 'share']);

/** What would have to change, one sentence each; empty for a promise that is proved, and where amounts say nothing yet. */
export function repairsOf(promise: PromiseProof, target: TargetProof): readonly string[] {
  if (target.verdict === 'proved' || !target.premises.every(({ kind }) => aboutAmounts.has(kind))) return [];
  const ways = [...target.paths, ...(target.counterExample === undefined ? [] : [target.counterExample])];
  if (ways.length === 0) return [];
  return [...tighterParts(ways, target), ...moreCertainParts(promise, ways, target), widerPromise(promise, target, ways)].filter((words) => words !== '');
}

function tighterParts(ways: readonly ProofPath[], { target }: TargetProof): readonly string[] {
  const longest = ways.reduce((most, way) => (way.seconds > most.seconds ? way : most));
  const over = target.seconds === undefined ? 0 : longest.seconds - target.seconds;
  if (over <= 0) return [];
  const example = exampleOf(longest, over, target.calendar);
  return [`Make the parts of the longest way shorter by ${hourWords(over)} together${example}.`];
}

/** The longest part alone, where its hours are those of the promise and nothing runs beside it. */
function exampleOf({ parts, seconds }: ProofPath, over: number, calendar: string): string {
  const sum = parts.reduce((total, part) => total + (part.target.seconds ?? 0), 0);
  if (sum !== seconds || parts.some(({ target }) => target.calendar !== calendar)) return '';
  const { part, target } = longestPart(parts);
  const times = parts.filter((each) => each.part === part).length;
  const shorter = (target.seconds ?? 0) - Math.ceil(over / times / 60) * 60;
  return shorter > 0 ? `, for example \`${partName(part)}\` from ${hourWords(target.seconds ?? 0)} to ${hourWords(shorter)}` : '';
}

function longestPart(parts: readonly PartOnPath[]): PartOnPath {
  return parts.reduce((most, part) => ((part.target.seconds ?? 0) > (most.target.seconds ?? 0) ? part : most));
}

function moreCertainParts({ spec }: PromiseProof, ways: readonly ProofPath[], { target }: TargetProof): readonly string[] {
  const over = mostMissed(ways) - (allMillionths - target.kept);
  if (over > 0 && spec.value.assume !== undefined) return ['Let the parts of a way keep more of the cases.'];
  return over <= 0 ? [] : [`Let the parts of a way keep ${percentWords(over)} more of the cases together: what each may miss is added up, because the cases that miss may all be different ones.`];
}

function mostMissed(ways: readonly ProofPath[]): number {
  return Math.max(...ways.map(({ shortfall }) => shortfall));
}

/** The promise that the parts can keep as they are. */
function widerPromise(promise: PromiseProof, proof: TargetProof, ways: readonly ProofPath[]): string {
  const { target } = proof;
  const kept = Math.min(target.kept, allMillionths - mostMissed(ways));
  if (kept <= 0) return '';
  const needed = Math.max(...ways.map(({ seconds }) => seconds));
  const share = `for ${shareWords(kept, promise, proof)}`;
  if (target.seconds === undefined) return `Or promise what the parts can keep: ${percentWords(kept)}.`;
  return `Or promise what the parts can keep: ${needed <= target.seconds ? (target.within ?? hourWords(target.seconds)) : writtenTime(needed, target)} ${share}.`;
}

/** A time that can be written into the promise, in days where it is written in days now. */
function writtenTime(needed: number, { within, seconds }: TargetProof['target']): string {
  const reading = parseDuration(within ?? '');
  const days = 'duration' in reading && reading.duration.seconds === 0 && reading.duration.months === 0 ? reading.duration.days : 0;
  if (days === 0 || seconds === undefined) return shorthand(needed);
  return `${Math.ceil(needed / (seconds / days))}d (${hourWords(needed)} are needed)`;
}

/** Never less than what is needed: a promise is written in whole minutes. */
function shorthand(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours > 0 ? `${hours}h` : ''}${rest > 0 || hours === 0 ? `${rest}m` : ''}`;
}
