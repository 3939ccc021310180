import { isWholePeriods } from '../../base/duration.js';
import { allMillionths } from '../../base/exact.js';
import type { Spec } from '../../model/spec.js';
import type { SlaTarget } from '../../schema/kinds/sla.js';
import { businessCalendar } from '../business-time/business-calendar.js';
import type { BusinessCalendar } from '../business-time/calendar.js';
import { promisedSeconds } from '../business-time/promised-seconds.js';
import type { Part } from './parts.js';
import { at, premise, type PlaceInSpec } from './premises.js';
import { calendarIdOf, type Promised } from './promises.js';
import { noPauses, pausesOf, type SharedPause } from './pauses.js';
import { keptBy, targetsFor, type Asked } from './target-groups.js';
import type { Budget, Millionths, Premise } from './verdict.js';

/** What a part may use up of a target of the whole: time, and cases that miss. */
export interface PartBudget {
  readonly part: Part;
  readonly budget: Budget;
  readonly calendar: BusinessCalendar;
  /** Longest time from its start to its stop, pauses that the whole does not have included, in seconds of its calendar. */
  readonly seconds: number;
  /** Without pauses, and by the strictest target that cases of the group have: so long it may take for certain. */
  readonly plainSeconds: number;
  /** Share of its runs that may miss. */
  readonly miss: Millionths;
  /** Pauses in which its clock stands still together with that of the whole. */
  readonly shared: readonly SharedPause[];
  readonly premises: readonly Premise[];
}

/** What is known of the whole while its parts are read. */
export interface Whole extends Asked {
  readonly journey: Spec;
  readonly calendar: BusinessCalendar;
}

const none: readonly Premise[] = [];

/** Reads what a part promises to the group of a target; only premises when it cannot be read. */
export function budgetOf(whole: Whole, part: Part): PartBudget | { readonly premises: readonly Premise[] } {
  const { promised } = part;
  const reading = businessCalendar(whole.workspace, part.exactly?.calendar ?? calendarIdOf(whole.workspace, promised, whole.calendar.id));
  if ('problem' in reading) return { premises: [premise('calendar', reading.problem.spec === undefined ? at(promised, 'calendar') : { spec: reading.problem.spec, path: reading.problem.path }, reading.problem.message, reading.problem.hint)] };
  const { targets, isLacking, tooWide } = targetsFor(whole, promised);
  const read = targets.map((target) => readTarget(part, target, reading.calendar));
  const problems = read.flatMap((each) => ('premise' in each ? each.premise : []));
  if (problems.length > 0 || isLacking) return { premises: isLacking ? [noTarget(promised), ...problems] : problems };
  const { loosest, strictest, kept } = together(read as readonly TargetBudget[]);
  const pauses = promised.pauses.length === 0 ? noPauses : pausesOf(whole.promised, whole.calendar, promised, reading.calendar);
  const miss = allMillionths - kept;
  const { window } = promised;
  const within = part.exactly?.after ?? loosest.within;
  const premises = none.concat(pauses.premises, tooWide === undefined ? none : groupPremise(promised, tooWide.target, tooWide.needs), windowPremise(whole, promised, miss), clockPremises(whole, promised), agreementPremise(whole, promised));
  const { seconds } = loosest;
  const calendar = reading.calendar.id;
  return {
    part,
    budget: window === undefined ? { within, seconds, kept, calendar } : { within, seconds, kept, calendar, window },
    calendar: reading.calendar,
    seconds: seconds + pauses.seconds,
    plainSeconds: strictest.seconds,
    miss,
    shared: pauses.shared,
    premises,
  };
}

/** Of the targets that cases of the group have: the one that gives most time, the one that gives least, and the least that any keeps. */
function together(targets: readonly TargetBudget[]): { readonly loosest: TargetBudget; readonly strictest: TargetBudget; readonly kept: Millionths } {
  let loosest = targets[0]!;
  let strictest = loosest;
  let kept = loosest.kept;
  for (let index = 1; index < targets.length; index += 1) {
    const each = targets[index]!;
    if (each.seconds > loosest.seconds) loosest = each;
    if (each.seconds < strictest.seconds) strictest = each;
    kept = Math.min(kept, each.kept);
  }
  return { loosest, strictest, kept };
}

interface TargetBudget {
  readonly seconds: number;
  readonly kept: Millionths;
  readonly within: string;
}

function readTarget({ promised, exactly }: Part, target: SlaTarget, calendar: BusinessCalendar): TargetBudget | { readonly premise: Premise } {
  const where = (): PlaceInSpec => (promised.place === undefined ? at(promised, 'targets', promised.targets.indexOf(target)) : promised);
  const within = exactly?.after ?? target.within;
  const kept = exactly === undefined ? keptBy(target) : allMillionths;
  if (within === undefined) return { premise: premise('value', where(), `\`${promised.id}\` does not say how fast.`, 'Add `within`, for example `within: 4h`.') };
  if (kept === undefined) return { premise: premise('value', where(), `The percent of \`${promised.id}\` is finer than can be reckoned with exactly.`, 'Write at most four decimals.') };
  const read = promisedSeconds(calendar, within);
  if ('problem' in read) return { premise: premise('calendar', where(), read.problem.message, read.problem.hint) };
  return { seconds: read.seconds, kept, within };
}

function noTarget(promised: Promised): Premise {
  return premise('group', promised.place === undefined ? at(promised, 'targets') : promised, `\`${promised.id}\` has no target for these cases.`, 'Add a target without a tier, persona or region: the default.');
}

function groupPremise(promised: Promised, target: SlaTarget, needs: string): Premise {
  const place = promised.place === undefined ? at(promised, 'targets', promised.targets.indexOf(target)) : promised;
  const percent = target.percent ?? 100;
  const over = target.each === undefined || target.each === 'pool' ? 'over all cases together' : `for each ${target.each}`;
  return premise('group', place, `\`${promised.id}\` keeps ${percent} % ${over}, so all of its misses may fall on one ${needs}.`, `Agree that it keeps them for each ${needs} and write \`each: ${needs}\`, or add a target for it.`);
}

// --- Windows ------------------------------------------------------------------------------------------------

/** Shares add up only over the same cases: the window of the whole has to be made of whole windows of the part. */
function windowPremise({ promised: whole }: Whole, { id, window, place, spec, path }: Promised, miss: Millionths): readonly Premise[] {
  const own = place === undefined ? window : (window ?? whole.window);
  if (miss === 0 || whole.window === undefined || (own !== undefined && isWholePeriods(whole.window, own))) return none;
  const message = own === undefined ? `\`${id}\` does not say over which period its percent holds.` : `The percent of \`${id}\` holds over ${own}, and that of \`${whole.id}\` over ${whole.window}, which is no whole number of those.`;
  return [premise('window', { spec, path: place === undefined ? [...path, 'window'] : path }, message, `Agree on a period that fits, for example \`window: ${whole.window}\`.`)];
}

// --- Clocks that are set back, or end early -------------------------------------------------------------------

function clockPremises({ promised: whole }: Whole, part: Promised): readonly Premise[] {
  if (part.resets.length === 0 && part.cancels.length === 0) return none;
  const reset = part.resets.find((event) => !whole.resets.includes(event));
  const cancel = part.cancels.find((event) => !whole.cancels.includes(event) && !whole.stops.includes(event));
  return [
    ...(reset === undefined ? [] : [premise('reset', at(part, 'clock', 'reset'), `The clock of \`${part.id}\` begins anew at \`${reset}\`, and that of \`${whole.id}\` does not.`, `Give \`${whole.id}\` the same \`reset\`, or take it away here.`)]),
    ...(cancel === undefined ? [] : [premise('reset', at(part, 'clock', 'cancel'), `\`${part.id}\` no longer counts after \`${cancel}\`, and \`${whole.id}\` still does.`, `Let \`${cancel}\` stop or cancel \`${whole.id}\` as well, or take it away here.`)]),
  ];
}

function isPlan({ status }: Spec): boolean {
  return status === 'draft';
}

function isOver({ status }: Spec): boolean {
  return status === 'retired';
}

/** An agreement on a part has to be there for as long as the promise that rests on it. */
function agreementPremise({ promised: whole, journey }: Whole, part: Promised): readonly Premise[] {
  if (part.place !== undefined) return none;
  if (isPlan(part.spec) && !isPlan(whole.spec) && !isPlan(journey)) return [premise('agreement', at(part, 'status'), `\`${part.id}\` is a draft that nobody has agreed to yet, and \`${whole.id}\` already rests on it.`, 'Put the agreement in force, or let the promise that rests on it be a draft as well.')];
  if (isOver(part.spec) && part.until === undefined && !isOver(whole.spec)) return [premise('agreement', at(part, 'status'), `\`${part.id}\` is retired, and \`${whole.id}\` still rests on it.`, 'Agree on another promise instead, or say until when it holds: `expires`.')];
  if (part.from !== undefined && whole.from !== undefined && part.from > whole.from) return [premise('agreement', at(part, 'effective', 'from'), `\`${part.id}\` holds from ${part.from}, and \`${whole.id}\` already from ${whole.from}.`, 'Let the agreement begin no later than the promise that rests on it.')];
  if (part.until === undefined || (whole.until !== undefined && part.until >= whole.until)) return none;
  const end = whole.until === undefined ? 'has no end' : `holds until ${whole.until}`;
  return [premise('agreement', at(part, 'expires'), `\`${part.id}\` holds until ${part.until}, and \`${whole.id}\` ${end}.`, 'Prolong the agreement, or let the promise that rests on it end with it.')];
}
