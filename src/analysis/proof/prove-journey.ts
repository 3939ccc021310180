import { lazy } from '../../base/lazy.js';
import { onceFor, onceInTurn, remembering } from '../../base/remembering.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { businessCalendar } from '../business-time/business-calendar.js';
import type { CalendarProblem } from '../business-time/calendar.js';
import { layouts } from './basis.js';
import { blocksOf } from './blocks.js';
import { isAside } from './clock-events.js';
import { clockPoints } from './clock-points.js';
import { courseOf, type Course } from './course.js';
import { momentGraph } from './moments.js';
import { otherJourneys } from './other-journeys.js';
import { outsideOf } from './outside.js';
import { partsOn, type Ground } from './parts.js';
import { at, premise } from './premises.js';
import { calendarIdOf, candidateParts, promisedBy, type Promised } from './promises.js';
import { proveTarget, unproved, type Question } from './prove-target.js';
import { proveRate } from './prove-rate.js';
import { keptBy } from './target-groups.js';
import { structurePremises } from './structure.js';
import type { JourneyProof, Premise, PromiseProof, TargetProof, Verdict } from './verdict.js';

/**
 * Says of every promise of a journey whether it follows from what its parts promise. Sums are exact, in whole seconds of
 * business time and whole millionths of the cases; nothing is taken for granted that is not told with the verdict.
 *
 * The longest path is found by dynamic programming over the moments of the journey. Percents are combined by the union
 * bound (Boole's inequality), which holds whatever the parts have to do with each other.
 *
 * @param id - Id of a journey of the workspace.
 * @returns `undefined` when the workspace has no such journey, or nothing is known of its content.
 */
export function proveJourney(workspace: Workspace, id: string): JourneyProof | undefined {
  const journey = workspace.journey(id);
  return journey && proofsOf(workspace)(journey);
}

/** Kept for the journey that was asked about last, because several rules ask about one after the other; what is costly is worked out when it is looked at. */
const proofsOf = onceFor((workspace: Workspace) => onceInTurn((journey: JourneyModel): JourneyProof => ({
  journey: journey.id,
  title: journey.title,
  promises: [...new Set(journey.spec.value.slas ?? [])].flatMap((sla) => workspace.find('Sla', sla) ?? []).map((spec) => provePromise(workspace, journey, spec)),
})));

function provePromise(workspace: Workspace, journey: JourneyModel, spec: Spec<'Sla'>): PromiseProof {
  const metric = spec.value.metric ?? 'duration';
  const whole = promisedBy(spec);
  const asked = new Set<string>();
  const together: Question['together'] = (target) => (counted) => {
    const all = countedTogether(workspace, journey, whole, counted);
    for (const id of all) asked.add(id);
    return all.filter((id) => aloneIn(workspace)(`${id} ${whole.id}`).verdicts[target] !== 'proved');
  };
  const { targets, outside } = whole.isTimed ? proveTimed(workspace, journey, whole, together) : { targets: proveRate(workspace, journey, whole, metric), outside: [] };
  return { promise: spec.id, title: spec.value.title, spec, metric, verdict: worstOf(targets), targets, outside, ...(asked.size === 0 ? {} : { countedWith: [...asked] }) };
}

/** What is said of a promise as a whole. */
export function worstOf(targets: readonly TargetProof[]): Verdict {
  const verdicts = targets.map(({ verdict }) => verdict);
  if (verdicts.includes('violated')) return 'violated';
  return verdicts.length === 0 || verdicts.includes('not-proved') ? 'not-proved' : 'proved';
}

function proveTimed(workspace: Workspace, journey: JourneyModel, whole: Promised, together: Question['together']): Pick<PromiseProof, 'targets' | 'outside'> {
  const [graph, blocks] = [momentGraph(workspace)(journey), blocksOf(journey)];
  const points = clockPoints(journey, graph, whole);
  const course = courseOf(graph, points, blocks.isTaken);
  const ground: Ground = { journey, graph, blocks, points, within: course.within, aside: lazy(() => journey.steps.filter((step) => isAside(graph, course, step))) };
  return { targets: proveOn(workspace, ground, course, { whole, together }), outside: outsideOf(ground, course, whole) };
}

function proveOn(workspace: Workspace, ground: Ground, course: Course, { whole, together }: Pick<Question, 'whole' | 'together'>): readonly TargetProof[] {
  const reading = businessCalendar(workspace, calendarIdOf(workspace, whole));
  if ('problem' in reading) return whole.targets.map((target) => unproved(target, { kept: keptBy(target) ?? 0, calendar: calendarIdOf(workspace, whole) }, [calendarPremise(whole, reading.problem)]));
  const parts = partsOn(workspace, ground, candidateParts(workspace, ground.journey, whole.id));
  const question: Question = { workspace, whole, calendar: reading.calendar, ground, course, parts, layout: layouts(ground, course, parts), others: remembering((part) => otherJourneys(workspace, ground.journey, whole, part)), together, premises: structurePremises(workspace, whole, ground, course) };
  return whole.targets.map((target) => proveTarget(question, target));
}

function calendarPremise(whole: Promised, { message, hint, spec, path }: CalendarProblem): Premise {
  return premise('calendar', spec === undefined ? at(whole, 'calendar') : { spec, path }, message, hint);
}

// --- Variants that are counted together -------------------------------------------------------------------------

/** What is said of a promise in a journey while nothing is asked of the variants that are counted with it. */
interface Alone {
  /** For each target. */
  readonly verdicts: readonly Verdict[];
  readonly counted: ReadonlySet<string>;
}

/** For the id of a journey and of a promise of it, with a space between. */
const aloneIn = onceFor((workspace: Workspace) => remembering((key: string): Alone => {
  const [id, sla] = key.split(' ') as [string, string];
  const [journey, spec] = [workspace.journey(id), workspace.find('Sla', sla)];
  const counted = new Set<string>();
  if (journey === undefined || spec === undefined) return { verdicts: [], counted };
  const { targets } = proveTimed(workspace, journey, promisedBy(spec), () => (others) => {
    for (const other of others) counted.add(other);
    return [];
  });
  return { verdicts: targets.map(({ verdict }) => verdict), counted };
}));

/** The variants that are counted with a journey, and those that are counted with these. */
function countedTogether(workspace: Workspace, journey: JourneyModel, whole: Promised, counted: readonly string[]): readonly string[] {
  const all = new Set(counted);
  for (const id of all) for (const other of aloneIn(workspace)(`${id} ${whole.id}`).counted) if (other !== journey.id) all.add(other);
  return [...all];
}
