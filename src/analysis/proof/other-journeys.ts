import { addTo } from '../../base/groups.js';
import type { Coordinate } from '../../base/diagnostic.js';
import { lazy } from '../../base/lazy.js';
import { onceFor, remembering } from '../../base/remembering.js';
import type { JourneyModel, StepModel } from '../../model/journey.js';
import { isActive } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { entrySteps } from '../reachability.js';
import { stepsStandingFor } from '../sub-journeys.js';
import { tells } from './clock-events.js';
import { isToldIn, journeysTelling } from './clock-points.js';
import type { Part } from './parts.js';
import type { Promised } from './promises.js';

/** Other journeys with cases over which a part keeps its percent as well. */
export interface OtherJourneys {
  /** All misses of the part may fall on the cases of this journey, because the whole does not count those of these. */
  readonly uncounted: readonly string[];
  /** Variants in which the whole is promised too: its percent is over their cases as well. */
  readonly counted: readonly string[];
  /** Journeys that have no cases together with this one: drafts, and what a draft is to take the place of. */
  readonly apart: readonly string[];
}

/** Tells apart the journeys in which a part of a promise runs. Those that this one stands for, or that stand for it, may have the same runs. */
export function otherJourneys(workspace: Workspace, journey: JourneyModel, whole: Promised, { promised, points }: Part): OtherJourneys {
  if (promised.place !== undefined || promised.isForEachJourney) return none;
  const found: { readonly [sort in keyof OtherJourneys]: string[] } = { uncounted: [], counted: [], apart: [] };
  const all = havingRuns(workspace, journey, promised);
  const within = lazy(() => new Set(all.map(({ id }) => id)));
  const isStranger = isActive(journey.spec) ? (other: JourneyModel) => strangers(workspace).has(other) : () => false;
  for (const other of all) {
    if (isStranger(other)) found.uncounted.push(other.id);
    else if (!haveSameRuns(journey, other, { starts: promised.starts, within }) || points.strayStarts.some((point) => isToldIn(workspace, other.id, point))) found[sortOf(journey, other, whole)].push(other.id);
  }
  return found;
}

const none: OtherJourneys = { uncounted: [], counted: [], apart: [] };

/** The other journeys that name a promise, that go through one of them as this one does, or that tell of its start though they do not name it. */
function havingRuns(workspace: Workspace, journey: JourneyModel, { spec, starts, ways }: Promised): readonly JourneyModel[] {
  const users = usersOf(workspace)(spec.coordinate);
  const inner = [...doorsOf(journey).keys()].map((id) => workspace.journey(id)).filter((each) => each !== undefined && users.has(each)) as readonly JourneyModel[];
  const around = inner.flatMap((each) => (stepsStandingFor(workspace).get(each) ?? []).map((sub) => sub.journey)).filter((each) => !users.has(each));
  const tellers = ways === undefined ? starts.flatMap((point) => journeysTelling(workspace, point)).filter((teller) => !users.has(teller) && isTogether(journey, teller)) : [];
  const beside = around.length + tellers.length === 0 ? [] : new Set([...around, ...tellers]);
  return [...users, ...beside].filter((each) => each !== journey);
}

/** The journeys that name a promise. Of one that a thousand share, each of the thousand asks. */
const usersOf = onceFor((workspace: Workspace) => remembering((promise: Coordinate): ReadonlySet<JourneyModel> => new Set(workspace.namedBy(promise).flatMap(({ kind, id }) => (kind === 'Journey' ? (workspace.journey(id) ?? []) : [])))));

/** Journeys that are in force and have to do with no other: no step of one stands for the other, and none is a variant. Most that share a promise are so. */
const strangers = onceFor((workspace: Workspace): ReadonlySet<JourneyModel> => {
  const bases = new Set(workspace.journeys.map(({ base }) => base));
  const isInside = (journey: JourneyModel): boolean => stepsStandingFor(workspace).has(journey);
  return new Set(workspace.journeys.filter((each) => isActive(each.spec) && each.base === undefined && !bases.has(each.id) && doorsOf(each).size === 0 && !isInside(each)));
});

function sortOf(journey: JourneyModel, other: JourneyModel, whole: Promised): keyof OtherJourneys {
  if (!isTogether(journey, other) || isPlannedFor(journey, other)) return 'apart';
  const areVariants = (journey.base ?? journey.id) === (other.base ?? other.id);
  return areVariants && other.spec.value.slas?.includes(whole.id) === true ? 'counted' : 'uncounted';
}

/** True when another journey has cases while this one has. A draft has some together with the drafts that it is a part of, and what is inside a journey always has. */
function isTogether(journey: JourneyModel, other: JourneyModel): boolean {
  if (isActive(other.spec) || doorsTo(journey, other).length > 0) return true;
  const isAround = doorsTo(other, journey).length > 0 || journey.spec.value.parent === other.id || other.spec.value.parent === journey.id;
  return isAround && !isActive(journey.spec);
}

/** Steps of a journey that stand for another. Asked of every two journeys that share a part, and most have none at all. */
function doorsTo(outer: JourneyModel, { id }: JourneyModel): readonly StepModel[] {
  return doorsOf(outer).get(id) ?? [];
}

const doorsOf = onceFor((outer: JourneyModel): ReadonlyMap<string, readonly StepModel[]> => {
  const doors = new Map<string, StepModel[]>();
  for (const step of outer.steps) if (step.value.journey !== undefined) addTo(doors, step.value.journey, step);
  return doors;
});

/** Where the runs of a promise begin, and the other journeys that have some. */
interface Runs {
  readonly starts: readonly string[];
  readonly within: () => ReadonlySet<string>;
}

/** True when each run of a promise in another journey is one of this journey's: a step stands for the whole of one of them, and the run begins with both. */
function haveSameRuns(journey: JourneyModel, other: JourneyModel, runs: Runs): boolean {
  const [down, up] = [doorsTo(journey, other), doorsTo(other, journey)];
  if (down.length + up.length === 0) return false;
  const telling = other.steps.filter((step) => runs.starts.some((point) => tells(other, step, point)));
  if (down.length > 0) return opens(down, other, runs) && [...telling, ...other.steps.filter(({ value }) => runs.within().has(value.journey ?? ''))].every((step) => beginsOnce(other, step, runs));
  return up.length > 0 && opens(up, journey, runs) && telling.every((step) => up.includes(step) || leadsOnlyTo(other, step, up));
}

/** True when a start of the promise begins both the steps and the journey that they stand for. */
function opens(doors: readonly StepModel[], inner: JourneyModel, { starts }: Runs): boolean {
  return doors.every(({ started }) => starts.includes(started) && entrySteps(inner).some((entry) => entry.started === started));
}

/** True for a step with which a case and the run begin, and which the case never comes back to. */
function beginsOnce(journey: JourneyModel, { id, started, completed, value: { events } }: StepModel, { starts }: Runs): boolean {
  const isEntry = starts.includes(started) && entrySteps(journey).some((entry) => entry.id === id) && journey.to(id).length === 0;
  return isEntry && ![completed, events?.fail, events?.abandon].some((event) => event !== undefined && starts.includes(event));
}

/** True for a step that tells of a start by its end, at the moment at which one of the other steps begins. */
function leadsOnlyTo(journey: JourneyModel, step: StepModel, doors: readonly StepModel[]): boolean {
  const ways = journey.from(step.id);
  return ways.length > 0 && ways.every(({ target }) => doors.includes(target) && target.started === step.completed);
}

/** True when a journey is a draft of what is to come instead of another. */
function isPlannedFor({ spec }: JourneyModel, other: JourneyModel): boolean {
  const { perspective, comparesTo } = spec.value;
  return !isActive(spec) && perspective === 'to-be' && comparesTo !== undefined && 'spec' in comparesTo && comparesTo.spec.split('@')[0] === other.id;
}
