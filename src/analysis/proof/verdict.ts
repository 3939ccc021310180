import type { Path } from '../../base/json.js';
import type { Spec } from '../../model/spec.js';

/**
 * What can be said about a promise.
 * - `proved`: if every part keeps its own target, the whole keeps its promise;
 * - `violated`: every part may keep its own target and the whole still breaks its promise, on a path that is shown;
 * - `not-proved`: neither follows from what is declared; the premises that are missing are named.
 */
export type Verdict = 'proved' | 'violated' | 'not-proved';

/** What can be said about every promise of a journey. */
export interface JourneyProof {
  /** Id of the journey. */
  readonly journey: string;
  readonly title: string;
  /** Its promises in the order in which the journey names them. */
  readonly promises: readonly PromiseProof[];
}

/** What can be said about one promise of a journey: the worst of what is said about its targets. */
export interface PromiseProof {
  /** Id of the Sla. */
  readonly promise: string;
  readonly title: string;
  readonly spec: Spec<'Sla'>;
  readonly metric: 'duration' | 'response' | 'availability' | 'quality-rate';
  readonly verdict: Verdict;
  /** One for each of its targets, in the order of the file. */
  readonly targets: readonly TargetProof[];
  /** Waits of the customer that lie outside the promise, in words: before its clock starts or after it has stopped. */
  readonly outside: readonly Wait[];
  /** Ids of the other journeys whose cases it counts: what is proved there decides here as well. Absent where there are none, or they were not asked about. */
  readonly countedWith?: readonly string[];
}

/** What can be said about one target of a promise. */
export interface TargetProof {
  /** Whom the target is for; nothing for the default. */
  readonly group: Group;
  readonly verdict: Verdict;
  readonly target: Budget;
  /** Why it is not proved; empty when it is proved or violated. */
  readonly premises: readonly Premise[];
  /** What the verdict takes for granted, in words that are printed with it. */
  readonly assumptions: readonly string[];
  /** Paths from the start of the clock to its stops, the longest first; of very many, the ones that decide. */
  readonly paths: readonly ProofPath[];
  /** How many paths there are, at most `Number.MAX_SAFE_INTEGER`; a loop counts once for each number of rounds. */
  readonly pathCount: number;
  /** Of a violated target: the path that breaks it. */
  readonly counterExample?: ProofPath;
  /** What is left of the target on the path that leaves least; negative when it is overdrawn. Absent where nothing adds up. */
  readonly slack?: Slack;
  /** By how much each part may become looser before the proof fails, in the order of the paths. Worked out when it is asked for. */
  readonly rooms: readonly Room[];
  /** First and last day that the verdict holds for: calendars are known no further. Absent when only 24x7 or one calendar is involved. */
  readonly horizon?: { readonly from: string; readonly until: string };
}

/** A group of customers or cases. */
export interface Group {
  readonly tier?: string;
  readonly persona?: string;
  readonly region?: string;
}

/** What is promised: a time on a calendar, for a part of the cases. */
export interface Budget {
  /** The time as it is written, `10d`; absent for promises that are not about time. */
  readonly within?: string;
  /** The time in seconds of the calendar. */
  readonly seconds?: number;
  /** How many cases keep it, in millionths. */
  readonly kept: Millionths;
  /** Id of the calendar, or `24x7`. */
  readonly calendar: string;
  /** The period over which the percent holds, as it is written. */
  readonly window?: string;
}

/** An exact share: 1 is 0.0001 percent, 1,000,000 is all. */
export type Millionths = number;

/** One way through the journey while the clock runs. */
export interface ProofPath {
  /** Ids of the steps in the order in which they are reached; a step that is done again stands again. */
  readonly steps: readonly string[];
  /** The parts that cover it without a gap. */
  readonly parts: readonly PartOnPath[];
  /** Longest time with every part at its target, in seconds of the promise's calendar. */
  readonly seconds: number;
  /** Largest share of cases that may miss, in millionths; of branches that run together, all are counted. */
  readonly shortfall: Millionths;
  readonly isTooLong: boolean;
  readonly isTooUncertain: boolean;
  /** With several calendars: the start from which it takes longest, as an instant of ISO 8601. */
  readonly worstStart?: string;
}

/** A part of a path: a promise that covers a stretch of it. */
export interface PartOnPath {
  /** Id of the Sla, or the coordinate of a promise in place: `motor-claim#classify/promise`. */
  readonly part: string;
  readonly title: string;
  /** Where it begins and ends, as the names of events. */
  readonly from: string;
  readonly to: string;
  readonly target: Budget;
  /** Team that keeps it. */
  readonly provider?: string;
}

/** What is left of a target. */
export interface Slack {
  /** In seconds of the promise's calendar. */
  readonly seconds: number;
  readonly shortfall: Millionths;
}

/** By how much a part may become looser. */
export interface Room {
  readonly part: string;
  /** In seconds of the part's own calendar. */
  readonly seconds: number;
  readonly shortfall: Millionths;
}

/** Something said about a place of the workspace. */
export interface Remark {
  readonly message: string;
  readonly at: { readonly spec: Spec; readonly path: Path };
}

/** A wait of the customer outside of a promise. */
export interface Wait extends Remark {
  /** Where it begins and ends, as the names of events. */
  readonly from: string;
  readonly to: string;
}

/** What is missing for a proof, with the place where it can be mended and the next step. */
export interface Premise extends Remark {
  readonly kind: PremiseKind;
  readonly hint: string;
}

/**
 * The sort of a missing premise:
 * - `clock`: events of the clock are not on the journey's way, or in the wrong order;
 * - `work`: a step that no part covers; `gap`: a wait between two steps that none covers;
 * - `budget`: the parts' percents leave too little for the whole;
 * - `share`: a path is too long, and how many cases take it is not declared;
 * - `group`: a part's percent does not hold for the tier, persona or region that the promise is made to;
 * - `population`: a part counts cases that the promise does not count, so its misses may all fall on those that it does, or
 *   the promise counts those of a variant in which it is not proved;
 * - `window`: a part's percent holds over a period that the promise's window is no whole multiple of;
 * - `calendar`: a calendar is missing, says too little, or reaches too short a time;
 * - `pause`: a part's clock stands still when the promise's does not;
 * - `reset`: a part's clock is reset or cancelled when the promise's is not;
 * - `agreement`: a part holds for a shorter time than the promise, or is not in force;
 * - `block`: branches that run together do not begin and end together;
 * - `loop`: a way back that nothing limits;
 * - `size`: more paths, loops or starts than are looked at;
 * - `value`: a value is missing or cannot be read.
 */
export type PremiseKind = 'clock' | 'work' | 'gap' | 'budget' | 'share' | 'group' | 'population' | 'window' | 'calendar' | 'pause' | 'reset' | 'agreement' | 'block' | 'loop' | 'size' | 'value';
