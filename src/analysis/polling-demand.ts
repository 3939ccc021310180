import { addTo } from '../base/groups.js';
import { shareMillionths } from '../base/exact.js';
import type { JourneyModel, StepModel } from '../model/journey.js';
import { isActive } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { secondsOf, wallDay } from './promised-time.js';

/** A step where many people ask a system the same question again and again. */
export interface Poll {
  readonly journey: JourneyModel;
  readonly step: StepModel;
  /** How many ask at the same moment at the peak. */
  readonly people: number;
  /** Seconds between two questions of one of them at the peak. */
  readonly seconds: number;
}

/** For each system, the steps of journeys in force at which it is asked. What a variant takes over as it is, its base counts already. */
export function pollsBySystem({ journeys }: Workspace): ReadonlyMap<string, readonly Poll[]> {
  const polls = new Map<string, Poll[]>();
  for (const journey of journeys) {
    if (!isActive(journey.spec)) continue;
    for (const step of journey.steps) {
      const poll = pollOf(journey, step);
      if (poll === undefined) continue;
      const { asks } = step.value.refresh!;
      for (const system of asks === undefined ? (step.value.systems ?? []) : [asks]) addTo(polls, system, poll);
    }
  }
  return polls;
}

function pollOf(journey: JourneyModel, step: StepModel): Poll | undefined {
  const { every, peakEvery, atOnce = 0 } = step.value.refresh ?? {};
  const seconds = every === undefined ? undefined : secondsOf(peakEvery ?? every, wallDay);
  if (seconds === undefined || seconds === 0 || atOnce === 0 || isTakenOver(journey, step)) return undefined;
  return { journey, step, people: atOnce, seconds };
}

function isTakenOver({ spec, base }: JourneyModel, { path }: StepModel): boolean {
  return base !== undefined && spec.origin([...path, 'refresh', 'atOnce']).document !== spec.document;
}

/** Questions in one second, rounded up, for people; comparing needs the exact number. */
export function perSecond(polls: readonly Poll[]): number {
  const { questions, seconds } = demandOf(polls);
  return Number((questions + seconds - 1n) / seconds);
}

/** True when so many questions come that a limit per second does not hold, compared as whole numbers. */
export function exceeds(polls: readonly Poll[], limit: number): boolean {
  const millionths = shareMillionths(limit);
  const { questions, seconds } = demandOf(polls);
  return millionths !== undefined && questions * 1_000_000n > BigInt(millionths) * seconds;
}

/** So many questions in so many seconds. */
function demandOf(polls: readonly Poll[]): { readonly questions: bigint; readonly seconds: bigint } {
  let [questions, seconds] = [0n, 1n];
  for (const poll of polls) {
    const own = BigInt(poll.seconds);
    const common = (seconds * own) / greatestDivisor(seconds, own);
    questions = (questions * common) / seconds + (BigInt(poll.people) * common) / own;
    seconds = common;
  }
  return { questions, seconds };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}
