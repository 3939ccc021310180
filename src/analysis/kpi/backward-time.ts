import { below, isArray, isObject, type Path } from '../../base/json.js';
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
  if (from === to) return [];
  const journeys = journeysWith(workspace, from);
  if (journeys.length === 0 || journeysWith(workspace, to).some((each) => !journeys.includes(each))) return [];
  if (!journeys.every((journey) => runsBack(workspace, journey, from, to))) return [];
  return [{ path, message: `The time is measured from \`${from}\` to \`${to}\`, and in every journey \`${from}\` comes only after \`${to}\`.`, hint: 'Swap `from` and `to`. If cases do come back, draw that way in the journey.' }];
}

/** The journeys that say anything of an event. */
function journeysWith({ journeys, registers }: Workspace, event: string): readonly JourneyModel[] {
  const derived = registers.events.get(event)?.step;
  return journeys.filter(({ steps, spec }) => steps.some((step) => step === derived) || mentions(spec.value.stages, event));
}

function mentions(value: unknown, event: string): boolean {
  if (isArray(value)) return value.some((each) => mentions(each, event));
  return isObject(value) ? Object.values(value).some((each) => mentions(each, event)) : value === event;
}

/** A journey that stands in a step of another one may be gone through again there. */
function runsBack(workspace: Workspace, journey: JourneyModel, from: string, to: string): boolean {
  if (workspace.journeys.some(({ steps }) => steps.some(({ value }) => value.journey === journey.id))) return false;
  if ([from, to].some((event) => happensBeside(journey, event))) return false;
  const graph = momentGraph(workspace)(journey);
  const [begins, ends] = [graph.at(from), graph.at(to)];
  return begins.length > 0 && ends.length > 0 && !leads(graph, begins, ends) && leads(graph, ends, begins);
}

/** True for an event that is more than the beginning or the end of steps on the way: somebody waits for it, or a step alongside tells it. */
function happensBeside({ steps }: JourneyModel, event: string): boolean {
  return steps.some(({ value, hosts }) => {
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
