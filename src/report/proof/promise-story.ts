/** What a reader is told of a promise, in order, before a format lays it out. All texts are plain; each format escapes them. */
import type { Premise, PromiseProof, Remark, Room, TargetProof, Verdict } from '../../analysis/proof/verdict.js';
import { hourWords, percentWords } from '../../base/amounts.js';
import { allMillionths } from '../../base/exact.js';
import { count, someOf } from '../../base/words.js';
import { waysOf, type ShownWays } from './ledger.js';
import { clockWords, eachOf, groupWords, leftWords, partName, partiesWords, targetWords, wayWords, windowWords } from '../../analysis/proof/promise-words.js';
import type { Status } from '../../schema/kinds/header.js';
import type { MadePromise } from './proof-results.js';
import { repairsOf } from './repairs.js';

/** A promise as it is told. */
export interface PromiseStory {
  readonly promise: PromiseProof;
  /** Who promises it to whom, when its clock runs, and whether it is in force. */
  readonly facts: readonly string[];
  readonly targets: readonly TargetStory[];
  /** Waits that the customer has outside the promise. */
  readonly outside: readonly Remark[];
}

/** A target as it is told. */
export interface TargetStory {
  /** `For tier gold: 8d on claims-hours (80 h) for 90 % of the cases of each tier, per month` */
  readonly heading: string;
  readonly verdict: Verdict;
  /** What the verdict means, after its name and a colon. */
  readonly judgement: string;
  /** Absent where they are the same as those of the target before. */
  readonly ways?: ShownWays;
  /** What is missing for a proof. */
  readonly missing: readonly Premise[];
  /** True where the same is missing as for the target before. */
  readonly missesTheSame: boolean;
  /** What would have to change. */
  readonly repairs: readonly string[];
  /** What else is to be known: how much looser parts may become, what is taken for granted, of whom and of which days it speaks. */
  readonly notes: readonly Note[];
  /** What is the same as for the target before and not told again. */
  readonly asAbove: readonly string[];
}

/** A few sentences under a title. */
export interface Note {
  readonly title: string;
  /** The title inside a sentence. */
  readonly name: string;
  readonly words: readonly string[];
}

/** Puts a promise into words. `asOf` is the day that is asked about. */
export function storyOf({ journey, promise }: MadePromise, asOf: string): PromiseStory {
  const facts = [partiesWords(promise), clockWords(promise), ...standing(promise, journey.status, asOf)].filter((words) => words !== '');
  return { promise, facts, outside: promise.outside, targets: promise.targets.map((target, index) => targetStory(promise, target, promise.targets[index - 1], asOf)) };
}

/** A promise is told whatever its status; that it does not bind must not be overlooked. */
function standing({ spec: { status, value }, targets }: PromiseProof, journey: Status, asOf: string): readonly string[] {
  const [begin, end] = [value.effective?.from, earliest(value.expires, value.effective?.until)];
  return [
    statusWords('journey', journey) || statusWords('promise', status),
    begin !== undefined && asOf < begin ? `On ${asOf} it is not in force yet: it begins on ${begin}.` : '',
    end !== undefined && asOf >= end ? `On ${asOf} it is over: it ended on ${end}.` : '',
    targets.length === 0 ? noTarget : '',
  ];
}

/** What is said of a promise that promises nothing. */
export const noTarget = 'It has no target, so there is nothing to prove: write in `targets` what is promised.';

function statusWords(noun: string, status: Status): string {
  if (status === 'draft') return `The ${noun} is a draft: nobody is promised anything by it yet.`;
  return status === 'retired' ? `The ${noun} is retired: nobody is promised anything by it any more.` : '';
}

function earliest(...days: readonly (string | undefined)[]): string | undefined {
  return days.filter((day) => day !== undefined).sort()[0];
}

function targetStory(promise: PromiseProof, target: TargetProof, before: TargetProof | undefined, asOf: string): TargetStory {
  const hasSameWays = before !== undefined && before.counterExample === undefined && target.counterExample === undefined && sameWays(before, target);
  const notes = notesOn(promise, target, asOf);
  const told = new Set((before === undefined ? [] : notesOn(promise, before, asOf)).map(noteKey));
  return {
    heading: `For ${groupWords(target.group, promise.targets)}: ${targetWords(promise, target)}`,
    verdict: target.verdict,
    judgement: judgement(target),
    ...(hasSameWays ? {} : { ways: waysOf(target) }),
    missing: target.premises,
    missesTheSame: before !== undefined && target.premises.length > 0 && premiseKey(before) === premiseKey(target),
    repairs: repairsOf(promise, target),
    notes: notes.filter((note) => !told.has(noteKey(note))),
    asAbove: [...(hasSameWays ? ['the ways and their parts'] : []), ...notes.filter((note) => told.has(noteKey(note))).map(({ name }) => name)],
  };
}

function noteKey(note: Note): string {
  return JSON.stringify([note.name, note.words]);
}

function notesOn(promise: PromiseProof, target: TargetProof, asOf: string): readonly Note[] {
  const notes = [
    { title: 'Room for one part alone, before the proof fails:', name: 'the room of the parts', words: target.verdict === 'proved' ? roomWords(target) : [] },
    { title: 'Taken for granted:', name: 'what is taken for granted', words: target.assumptions },
    { title: 'How far this reaches:', name: 'how far this reaches', words: reachWords(promise, target, asOf) },
  ];
  return notes.filter(({ words }) => words.length > 0);
}

function sameWays(a: TargetProof, b: TargetProof): boolean {
  const key = ({ paths }: TargetProof): string => JSON.stringify(paths.map(({ steps, parts, seconds, shortfall }) => [steps, parts, seconds, shortfall]));
  return a.paths.length > 0 && key(a) === key(b);
}

function premiseKey({ premises }: TargetProof): string {
  return JSON.stringify(premises.map(({ kind, message, at: { spec, path } }) => [kind, message, spec.coordinate, path]));
}

function judgement(target: TargetProof): string {
  if (target.verdict === 'violated') return violation(target);
  if (target.verdict === 'not-proved') return `neither a proof nor a counter-example follows from what is declared.${missingWords(target)}`;
  const left = target.slack === undefined ? '' : ` On the way that leaves least: ${leftWords(target.slack, target.target)}.`;
  return `if every part keeps its own target, the whole keeps this promise.${left}`;
}

function missingWords({ premises }: TargetProof): string {
  return premises.length === 0 ? '' : ` ${premises.length === 1 ? 'One thing is' : `${premises.length} things are`} missing.`;
}

function violation({ counterExample, target }: TargetProof): string {
  const said = 'every part may keep its own target, and this promise is broken all the same.';
  if (counterExample === undefined) return said;
  const over = counterExample.seconds - (target.seconds ?? counterExample.seconds);
  const time = over > 0 ? ` may take ${hourWords(counterExample.seconds)}, ${hourWords(over)} longer than promised` : ` may miss ${percentWords(counterExample.shortfall)} of the cases`;
  return `${said} A case that goes ${wayWords(counterExample.steps)}${time}.`;
}

/** By how much one part alone may become looser; parts with the same room are told together. */
function roomWords({ rooms, target }: TargetProof): readonly string[] {
  const groups = new Map<string, Set<string>>();
  for (const room of rooms) {
    const words = roomOf(room, target.kept, target.seconds !== undefined);
    groups.set(words, (groups.get(words) ?? new Set()).add(partName(room.part)));
  }
  return [...groups].map(([words, parts]) => `${groups.size === 1 ? 'every part' : someOf([...parts])}: ${words}`);
}

function roomOf({ seconds, shortfall }: Room, kept: number, isTimed: boolean): string {
  const time = seconds === 0 ? 'no time' : hourWords(seconds);
  const percent = shortfall === 0 ? 'no percent' : percentWords(shortfall);
  if (!isTimed) return percent;
  return kept === allMillionths && shortfall === 0 ? time : `${time} and ${percent}`;
}

/** Of whom and of which days the verdict speaks. */
function reachWords(promise: PromiseProof, target: TargetProof, asOf: string): readonly string[] {
  const { horizon, verdict } = target;
  if (verdict === 'not-proved') return [];
  const words = verdict === 'proved' ? [cohortWords(promise, target)] : [];
  if (horizon !== undefined) {
    words.push(`The calendars are known from ${horizon.from} to ${horizon.until}, and the verdict holds for these days only.`);
    if (asOf > horizon.until) words.push(`On ${asOf} they are over: continue the calendars.`);
  }
  return words.filter((each) => each !== '');
}

/** What a percent of a proof is a percent of. */
function cohortWords(promise: PromiseProof, target: TargetProof): string {
  const { kept, window } = target.target;
  if (kept === allMillionths || promise.metric === 'availability') return '';
  const each = eachOf(promise, target);
  const whose = each === 'pool' ? 'counted together' : `counted for each ${each}`;
  return `The guarantee is for the cases that end in the same ${window === undefined ? 'period' : windowWords(window)}, ${whose}. It says nothing about a single case.`;
}

/** `3 promises: 2 proved, 1 violated`. */
export function tallyWords(counts: Readonly<Record<Verdict, number>>): string {
  const words = [counts.violated > 0 ? `${counts.violated} violated` : '', counts['not-proved'] > 0 ? `${counts['not-proved']} not proved` : '', counts.proved > 0 ? `${counts.proved} proved` : ''];
  const all = counts.proved + counts.violated + counts['not-proved'];
  return `${count(all, 'promise')}${all === 0 ? '' : `: ${words.filter((each) => each !== '').join(', ')}`}`;
}

/** What is left of a promise on the way and for the customers that leave least of it, in a few words. */
export function shortWords(promise: PromiseProof): string {
  if (promise.targets.length === 0) return 'no target';
  const worst = promise.targets.filter(({ verdict }) => verdict === promise.verdict);
  const states = worst.map(stateWords);
  if (new Set(states).size === 1 && worst.length === promise.targets.length) return states[0]!;
  return worst.map((target, index) => `${groupWords(target.group, promise.targets)} ${states[index]}`).join('; ');
}

function stateWords({ verdict, premises, counterExample, slack, target }: TargetProof): string {
  if (verdict === 'not-proved') return `${count(premises.length, 'thing')} missing`;
  if (verdict === 'violated' && counterExample !== undefined && target.seconds !== undefined) return `${hourWords(counterExample.seconds)} may be needed, ${hourWords(target.seconds)} are promised`;
  return slack === undefined ? '' : leftWords(slack, target);
}
