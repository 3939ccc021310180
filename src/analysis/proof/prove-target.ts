import { allMillionths, percentText } from '../../base/exact.js';
import { below } from '../../base/json.js';
import { lazy } from '../../base/lazy.js';
import type { Workspace } from '../../model/workspace.js';
import type { SlaTarget } from '../../schema/kinds/sla.js';
import type { BusinessCalendar } from '../business-time/calendar.js';
import { promisedSeconds } from '../business-time/promised-seconds.js';
import { assumptionsOf } from './assumptions.js';
import { attempt, type Attempt } from './attempt.js';
import type { Basis, Together } from './basis.js';
import { judgePath, type Doubt, type Trial } from './counter-example.js';
import type { Course } from './course.js';
import { linksOf, type Length } from './longest.js';
import { budgetOf, type PartBudget, type Whole } from './part-budgets.js';
import { isWithoutOverlap } from './overlaps.js';
import type { Ground, Part } from './parts.js';
import { likelyPaths, pathCount, pathsOf, readPath, type FoundPath, type PathContext } from './paths.js';
import { at, distinct, premise } from './premises.js';
import { variantPremises } from './populations.js';
import type { Promised } from './promises.js';
import { roomsOf } from './rooms.js';
import { groupOf, groupShare, keptBy, peopleOf } from './target-groups.js';
import { fitWithin, longestOn } from './time-on-calendar.js';
import { aheadOf } from './unrolled.js';
import type { Budget, Premise, ProofPath, Room, Slack, TargetProof, Verdict } from './verdict.js';
import { nameOf, stepsOf } from './walk.js';

/** A promise on its ground, ready for one target after the other. */
export interface Question {
  readonly workspace: Workspace;
  readonly whole: Promised;
  readonly calendar: BusinessCalendar;
  readonly ground: Ground;
  readonly course: Course;
  readonly parts: readonly Part[];
  readonly layout: Basis['layout'];
  readonly others: Basis['others'];
  /** What is known of the same target in variants, by the number of the target. */
  readonly together: (target: number) => Together;
  /** What is missing whatever the target. */
  readonly premises: readonly Premise[];
}

/** So many paths are tried to break a promise when the longest does not for certain. */
const mostCandidates = 4;

/** So many ways to lay out the paths are tried. */
const mostAttempts = 16;

/** Says whether the parts prove one target of the whole. */
export function proveTarget(question: Question, target: SlaTarget): TargetProof {
  const budget = readBudget(question, target);
  if ('premise' in budget) return unproved(target, { kept: keptBy(target) ?? allMillionths, calendar: question.calendar.id }, [budget.premise]);
  if (question.premises.length > 0) return unproved(target, budget, question.premises);
  const basis = basisOf(question, target);
  const limits: Limits = { target, budget, seconds: budget.seconds, allowed: allMillionths - budget.kept };
  const judged = judgedTogether(basis, bestJudgement(basis, question, limits));
  return tell(question, basis, limits, judged);
}

/** A target about which nothing can be reckoned. */
export function unproved(target: SlaTarget, budget: Budget, premises: readonly Premise[]): TargetProof {
  return { group: groupOf(target), verdict: 'not-proved', target: budget, premises: distinct(premises), assumptions: [], paths: [], pathCount: 0, rooms: [] };
}

/** What the whole promises: its time in seconds, and how many cases may miss, in millionths. */
interface Limits {
  readonly target: SlaTarget;
  readonly budget: Budget;
  readonly seconds: number;
  readonly allowed: number;
}

function readBudget({ whole, calendar }: Question, target: SlaTarget): (Budget & { readonly seconds: number }) | { readonly premise: Premise } {
  const place = at(whole, 'targets', whole.targets.indexOf(target));
  const kept = keptBy(target);
  if (target.within === undefined) return { premise: premise('value', place, `\`${whole.id}\` does not say how fast.`, 'Add `within`, for example `within: 5d`.') };
  if (kept === undefined) return { premise: premise('value', place, `The percent of \`${whole.id}\` is finer than can be reckoned with exactly.`, 'Write at most four decimals.') };
  const read = promisedSeconds(calendar, target.within);
  if ('problem' in read) return { premise: premise('calendar', place, read.problem.message, read.problem.hint) };
  return { within: target.within, seconds: read.seconds, kept, calendar: calendar.id, ...(whole.window === undefined ? {} : { window: whole.window }) };
}

function basisOf({ workspace, whole, calendar, ground, course, parts, layout, others, together }: Question, target: SlaTarget): Basis {
  const budgets = new Map<number, PartBudget>();
  const refused = new Map<number, readonly Premise[]>();
  const asked: Whole = { workspace, promised: whole, target, people: peopleOf(workspace, whole, target), journey: ground.journey.spec, calendar };
  for (const part of parts) {
    const read = budgetOf(asked, part);
    if ('part' in read) budgets.set(part.number, read);
    else refused.set(part.number, read.premises);
  }
  const isSpread = whole.assume === 'shares' && whole.targets.length === 1 && (target.each ?? 'pool') === 'pool';
  return { workspace, ground, course, whole, calendar, parts, layout, others, isSpread, unprovedIn: together(whole.targets.indexOf(target)), budgets, refused };
}

// --- The verdict ----------------------------------------------------------------------------------------------

interface Judgement {
  readonly attempt: Attempt;
  readonly verdict: Verdict;
  readonly premises: readonly Premise[];
  readonly counterExample?: FoundPath;
}

/** Any one way to lay out the paths may prove; time and misses have to fit for the same one. */
function bestJudgement(basis: Basis, question: Question, limits: Limits): Judgement {
  const finest = judge(basis, question, limits, attempt(basis, new Set()));
  if (finest.verdict !== 'not-proved') return finest;
  let clearest = finest.attempt;
  for (const coarse of otherLayouts(clearest.tiling.choices)) {
    const tried = attempt(basis, coarse);
    if (isProof(question, limits, tried)) return { attempt: tried, verdict: 'proved', premises: [] };
    if (tried.premises.length < clearest.premises.length) clearest = tried;
  }
  const other = clearest === finest.attempt ? finest : judge(basis, question, limits, clearest);
  return other.premises.length < finest.premises.length ? other : finest;
}

/** What is proved for a journey by itself is so for its variants together only where it is for each. */
function judgedTogether(basis: Basis, alone: Judgement): Judgement {
  const premises = alone.verdict === 'proved' ? variantPremises(basis, alone.attempt.used) : [];
  return premises.length === 0 ? alone : { ...alone, verdict: 'not-proved', premises };
}

function isProof({ calendar }: Question, { seconds, allowed }: Limits, { premises, lengths, shortfall }: Attempt): boolean {
  if (premises.length > 0 || lengths === undefined || lengths.length === 0 || shortfall === undefined || shortfall > allowed) return false;
  const fit = fitWithin(calendar, lengths, seconds);
  return 'fits' in fit && fit.fits;
}

/** Sets of moments at which the longer part is taken: all of them, and then each combination, up to a number. */
function otherLayouts(choices: readonly number[]): readonly ReadonlySet<number>[] {
  const count = Math.min(mostAttempts, 2 ** Math.min(choices.length, 20));
  const sets = Array.from({ length: count - 1 }, (_, index) => new Set(choices.filter((_choice, bit) => ((index + 1) >> bit) % 2 === 1)));
  return choices.length === 0 ? [] : [new Set(choices), ...sets];
}

function judge(basis: Basis, question: Question, limits: Limits, tried: Attempt): Judgement {
  const { lengths, shortfall } = tried;
  const late = lengths === undefined ? [] : timePremises(basis, question, limits, tried);
  if (!Array.isArray(late)) return { attempt: tried, verdict: 'violated', premises: [], counterExample: late as FoundPath };
  const uncertain = shortfall === undefined || shortfall <= limits.allowed ? [] : [budgetPremise(question, limits, shortfall)];
  const premises = distinct([...tried.premises, ...(late as readonly Premise[]), ...uncertain]);
  const isProved = premises.length === 0 && lengths !== undefined && lengths.length > 0 && shortfall !== undefined;
  return { attempt: tried, verdict: isProved ? 'proved' : 'not-proved', premises };
}

/** What is missing about the time of the paths; or a path that breaks the promise for certain. */
function timePremises(basis: Basis, question: Question, limits: Limits, tried: Attempt): readonly Premise[] | FoundPath {
  const fit = fitWithin(question.calendar, tried.lengths!, limits.seconds);
  if ('unknown' in fit) return [unknownTime(question, fit.unknown)];
  if (fit.fits) return [];
  const context = contextOf(basis, question, limits, tried);
  const trial = trialOf(basis, question, limits, tried);
  const longest = readPath(context, sourceOf(fit.tooLong), linksOf(fit.tooLong));
  const doubt = judgePath(trial, longest.walk);
  if (doubt === undefined) return longest;
  const certain = likelyPaths(context, mostCandidates).filter((found) => found.isTooLong() && judgePath(trial, found.walk) === undefined);
  return certain.length === 0 ? [doubtPremise(question, limits, longest, doubt)] : certain.reduce(longerOf);
}

function longerOf(one: FoundPath, other: FoundPath): FoundPath {
  return other.path().seconds > one.path().seconds ? other : one;
}

function sourceOf(length: Length): number {
  let first = length;
  while (first.before !== undefined) first = first.before;
  return first.knot;
}

function contextOf(basis: Basis, { calendar }: Question, { seconds, allowed }: Limits, tried: Attempt): PathContext {
  return { basis, attempt: tried, calendar, seconds, allowed };
}

/** Shares on ways are declared over all cases. What they say about a group depends on how many cases are of it. */
function trialOf(basis: Basis, { workspace, whole, calendar, ground, course, parts }: Question, { target, seconds, allowed }: Limits, tried: Attempt): Trial {
  const { budgets } = basis;
  const isKnown = tried.tiling.gaps.length === 0 && isWithoutOverlap(basis, tried.tiling) && tried.used.every((each) => each.calendar === calendar);
  const ahead = isKnown && tried.ways !== undefined ? aheadOf(tried.ways, ({ passage: { part } }) => (part === undefined ? 0 : budgets.get(part)!.plainSeconds), Math.min) : undefined;
  return {
    workspace,
    ground,
    course,
    whole,
    parts,
    budgets,
    calendar,
    seconds,
    allowed,
    groupShare: groupShare(workspace, ground.journey, whole, target),
    leastFrom: (walk, index) => {
      const rest = ahead?.[walk.knots[index]!];
      return rest === undefined ? 0 : walk.parts.reduce((sum, { part, to }) => (to <= index ? sum + budgets.get(part)!.plainSeconds : sum), rest);
    },
    leastOfAll: Math.min(...(tried.ways?.sources ?? []).map((source) => ahead?.[source] ?? 0), Infinity),
  };
}

// --- What is missing ------------------------------------------------------------------------------------------

function unknownTime({ whole, calendar }: Question, unknown: 'horizon' | 'size'): Premise {
  if (unknown === 'size') return premise('size', at(whole, 'calendar'), `There are more starts to look at for \`${whole.id}\` than are looked at.`, 'Use fewer calendars, or calendars with a nearer horizon.');
  return premise('calendar', calendar.spec === undefined ? at(whole, 'calendar') : { spec: calendar.spec, path: ['horizon'] }, `No case of \`${whole.id}\` fits into the days for which all of its calendars are known.`, 'Let the horizons of the calendars reach further.');
}

function budgetPremise({ whole }: Question, { target, allowed }: Limits, shortfall: number): Premise {
  const message = `The parts of one path may miss ${percentText(Math.min(shortfall, allMillionths))} % of the cases together, and \`${whole.id}\` allows ${percentText(allowed)} %.`;
  return premise('budget', at(whole, 'targets', whole.targets.indexOf(target)), message, `Let the parts keep more of their cases, or promise ${percentText(Math.max(0, allMillionths - shortfall))} %.`);
}

function doubtPremise({ whole, ground }: Question, { target }: Limits, { walk }: FoundPath, doubt: Doubt): Premise {
  const place = at(whole, 'targets', whole.targets.indexOf(target));
  const way = stepsOf(walk).join(' -> ');
  if (doubt.doubt === 'share') return premise('share', { spec: ground.journey.spec, path: below(doubt.at.step.path, 'id') }, `The path ${way} takes too long for \`${whole.id}\`, and it is not declared how many cases take it from \`${nameOf(doubt.at)}\` on.`, 'Write the `share` of each way, or tighten a part of the path.');
  const [kind, why] = reasons[doubt.doubt];
  return premise(kind, place, `The parts of the path ${way} together take longer than \`${whole.id}\` allows, though ${why}.`, 'Tighten a part of the path, or promise more time.');
}

const reasons = {
  pauses: ['pause', 'only when their clocks stand still while that of the whole goes on'],
  targets: ['group', 'perhaps not for the same cases'],
  overlap: ['share', 'other promises may prevent it'],
  clock: ['pause', 'its clock may stand still on the way'],
  conditions: ['share', 'its conditions may contradict each other'],
  outcomes: ['share', 'the journey that a step of it stands for may never end so'],
  rounds: ['loop', 'its rounds may be fewer'],
} as const;

// --- What is told ---------------------------------------------------------------------------------------------

/**
 * What is told beside the verdict is worked out when somebody asks for it: rules ask for little of it. A class, because an object
 * written with getters has a shape of its own in the engine, which keeps all that the getters know until the next full collection.
 */
class ToldTarget {
  readonly group: TargetProof['group'];
  readonly verdict: Verdict;
  readonly target: Budget;
  readonly premises: readonly Premise[];
  declare readonly counterExample?: ProofPath;
  private readonly told: ReturnType<typeof toldOf>;

  constructor({ target, budget }: Limits, { verdict, premises, counterExample }: Judgement, told: ReturnType<typeof toldOf>) {
    this.group = groupOf(target);
    this.verdict = verdict;
    this.target = budget;
    this.premises = premises;
    this.told = told;
    if (counterExample !== undefined) this.counterExample = counterExample.path();
  }

  get assumptions(): readonly string[] {
    return this.told.assumptions();
  }

  get paths(): readonly ProofPath[] {
    return this.told.paths();
  }

  get pathCount(): number {
    return this.told.pathCount();
  }

  get slack(): Slack | undefined {
    return this.told.slack();
  }

  get rooms(): readonly Room[] {
    return this.told.rooms();
  }

  get horizon(): TargetProof['horizon'] {
    return this.told.horizon();
  }

  /** The same as JSON writes it, what is worked out when it is asked for included. */
  toJSON(): object {
    const { group, verdict, target, premises, assumptions, paths, pathCount: count, counterExample, slack, rooms, horizon } = this;
    return { group, verdict, target, premises, assumptions, paths, pathCount: count, counterExample, slack, rooms, horizon };
  }
}

function tell(question: Question, basis: Basis, limits: Limits, judged: Judgement): TargetProof {
  return new ToldTarget(limits, judged, toldOf(question, basis, limits, judged)) as TargetProof;
}

function toldOf(question: Question, basis: Basis, limits: Limits, { attempt: tried, verdict }: Judgement) {
  const { calendar } = question;
  const { ways, lengths, field } = tried;
  return {
    assumptions: lazy(() => assumptionsOf(basis, tried, limits.target)),
    paths: lazy(() => pathsOf(contextOf(basis, question, limits, tried))),
    pathCount: () => (ways === undefined || lengths === undefined ? 0 : pathCount(ways)),
    slack: lazy(() => slackOf(question, limits, tried)),
    rooms: lazy(() => (verdict !== 'proved' ? [] : roomsOf({ ways: ways!, field: field!, budgets: basis.budgets, used: tried.used, calendar, seconds: limits.seconds, allowed: limits.allowed }))),
    horizon: lazy(() => horizonOf([calendar, ...tried.used.map((each) => each.calendar)])),
  };
}

/** Nothing adds up where a path has a gap. */
function slackOf({ calendar }: Question, { seconds, allowed }: Limits, { lengths, shortfall, tiling }: Attempt): Slack | undefined {
  if (lengths === undefined || lengths.length === 0 || shortfall === undefined || tiling.gaps.length > 0) return undefined;
  const longest = lengths.map(({ chain }) => longestOn(calendar, chain)?.seconds);
  return longest.some((each) => each === undefined) ? undefined : { seconds: seconds - Math.max(...(longest as number[])), shortfall: allowed - shortfall };
}

/** The days for which every calendar is known. */
function horizonOf(calendars: readonly BusinessCalendar[]): TargetProof['horizon'] {
  const known = calendars.flatMap(({ horizon: { firstDay, lastDay } }) => (firstDay === undefined || lastDay === undefined ? [] : [{ firstDay, lastDay }]));
  if (known.length === 0) return undefined;
  return { from: known.map(({ firstDay }) => firstDay).sort().at(-1)!, until: known.map(({ lastDay }) => lastDay).sort()[0]! };
}
