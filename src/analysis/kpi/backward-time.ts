import { addTo } from '../../base/groups.js';
import { below, isArray, isObject, type Path } from '../../base/json.js';
import { onceFor } from '../../base/remembering.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';
import type { EventDuration, Formula } from '../../schema/kinds/kpi.js';
import { momentGraph, type MomentGraph } from '../proof/moments.js';
import { formulaForm, quantityForm } from './formula-form.js';
import type { FormulaProblem } from './problems.js';

/**
 * Lengths of time that run against every journey: no way leads from the event that they begin with to the one that they end with,
 * and one leads back. Silent where an event is told of in other places too, because a case may then come to it again. Paths from
 * the formula.
 */
export function backwardTimes(workspace: Workspace, formula: Formula, path: Path = []): readonly FormulaProblem[] {
  const form = formulaForm(formula);
  const inner = (of: Formula, ...steps: Path): readonly FormulaProblem[] => backwardTimes(workspace, of, below(path, ...steps));
  switch (form?.is) {
    case 'ratio':
      return [...inner(form.of.numerator, 'ratio', 'numerator'), ...inner(form.of.denominator, 'ratio', 'denominator')];
    case 'diff':
      return [...inner(form.of.minuend, 'diff', 'minuend'), ...inner(form.of.subtrahend, 'diff', 'subtrahend')];
    case 'product':
      return form.of.flatMap((factor, index) => inner(factor, 'product', index));
    case 'sum':
    case 'mean':
    case 'median':
    case 'percentile': {
      const quantity = quantityForm(form.of);
      return quantity?.is === 'duration' ? inDuration(workspace, quantity.of, below(path, form.is, 'duration')) : [];
    }
    default:
      return [];
  }
}

function inDuration(workspace: Workspace, { from, to }: EventDuration, path: Path): readonly FormulaProblem[] {
  const journeys = from === to ? [] : journeysTelling(workspace, from);
  if (journeys.length === 0 || !journeys.every((journey) => runsBack(workspace, journey, from, to)) || isMentionedElsewhere(workspace, journeys, from, to)) return [];
  return [{ path, message: `The time is measured from \`${from}\` to \`${to}\`, and in every journey \`${from}\` comes only after \`${to}\`.`, hint: 'Swap `from` and `to`. If cases do come back, draw that way in the journey.' }];
}

/** The journeys with a step that tells an event, whether it is written or follows from the step. */
function journeysTelling(workspace: Workspace, event: string): readonly JourneyModel[] {
  const derived = workspace.registers.events.get(event)?.step;
  const own = derived === undefined ? undefined : workspace.journeys.find(({ steps }) => steps.includes(derived));
  return [...new Set([...(tellingSteps(workspace).get(event) ?? []), ...(own === undefined ? [] : [own])])];
}

const tellingSteps = onceFor(({ journeys }: Workspace): ReadonlyMap<string, readonly JourneyModel[]> => {
  const found = new Map<string, JourneyModel[]>();
  for (const journey of journeys) {
    const events = new Set(journey.steps.flatMap(({ value }) => Object.values(value.events ?? {})));
    for (const event of events) addTo(found, event, journey);
  }
  return found;
});

/** Looks at everything that is written, so it is asked last. */
function isMentionedElsewhere({ journeys }: Workspace, known: readonly JourneyModel[], from: string, to: string): boolean {
  return journeys.some((journey) => !known.includes(journey) && [from, to].some((event) => mentions(journey.spec.value.stages, event)));
}

/** Fields of steps, ways and handoffs that name an event. Words of other fields may be the same by chance. */
const eventFields: ReadonlySet<string> = new Set(['event', 'start', 'complete', 'fail', 'abandon', 'accept', 'reject']);

function mentions(value: unknown, event: string): boolean {
  if (isArray(value)) return value.some((each) => mentions(each, event));
  return isObject(value) && Object.entries(value).some(([key, inner]) => (inner === event && eventFields.has(key)) || mentions(inner, event));
}

function runsBack(workspace: Workspace, journey: JourneyModel, from: string, to: string): boolean {
  if (mayComeAgain(workspace, journey)) return false;
  if ([from, to].some((event) => happensBeside(journey, event))) return false;
  const graph = momentGraph(workspace)(journey);
  const [begins, ends] = [graph.at(from), graph.at(to)];
  return begins.length > 0 && ends.length > 0 && !leads(graph, begins, ends) && leads(graph, ends, begins);
}

/** A journey that a step of another one stands for may be gone through again there: in a circle, in a second step, or further out. */
function mayComeAgain(workspace: Workspace, journey: JourneyModel, depth = 8): boolean {
  const users = workspace.namedBy(journey.spec.coordinate).flatMap(({ kind, id }) => (kind === 'Journey' ? (workspace.journey(id) ?? []) : []));
  return users.some((user) => {
    const [first, ...others] = user.steps.filter(({ value }) => value.journey === journey.id);
    if (first === undefined) return false;
    const graph = momentGraph(workspace)(user);
    const start = graph.of(first, 'start');
    return others.length > 0 || depth === 0 || start === undefined || leads(graph, graph.allDone(first), [start]) || mayComeAgain(workspace, user, depth - 1);
  });
}

/** True for an event that is more than the beginning or the end of steps on the way: somebody waits for it, or a step alongside tells it. */
function happensBeside({ steps, spec }: JourneyModel, event: string): boolean {
  return mentions(spec.value.handoffs, event) || steps.some(({ value, hosts }) => {
    const { events, ...rest } = value;
    return mentions(rest, event) || (hosts.length > 0 && mentions(events, event));
  });
}

function leads({ moments, leaving }: MomentGraph, starts: readonly number[], goals: readonly number[]): boolean {
  const seen = new Uint8Array(moments.length);
  const waiting = [...starts];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen[at] === 1) continue;
    seen[at] = 1;
    waiting.push(...leaving[at]!.map((move) => move.to));
  }
  return goals.some((goal) => seen[goal] === 1);
}
