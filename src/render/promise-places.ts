import type { Premise, ProofPath, TargetProof } from '../analysis/proof/verdict.js';
import { targetPath } from '../analysis/ways.js';
import type { JourneyModel } from '../model/journey.js';
import { subjectOf } from '../model/subject.js';
import type { Transition } from '../model/transitions.js';
import type { FlowEdge, FlowNode, Mark } from './chart.js';

/** Steps and ways of a journey, by their ids. */
interface Places {
  readonly steps: readonly string[];
  readonly ways: readonly string[];
}

/** What boxes and arrows are marked with because of what became of promises. What came or went is told as such, wherever it lies. */
export function promiseMarks(journey: JourneyModel, targets: readonly TargetProof[]): (value: FlowNode | FlowEdge) => Mark | undefined {
  const [broken, open] = [targets.map(brokenPlaces), targets.map((target) => unprovedPlaces(journey, target))].map(namesIn);
  return (value) => {
    if (value.mark !== undefined && value.mark !== 'changed') return value.mark;
    const name = 'from' in value ? `${value.from}>${value.to}` : value.id;
    return broken!.has(name) ? 'broken' : open!.has(name) ? 'unproved' : value.mark;
  };
}

function namesIn(places: readonly Places[]): ReadonlySet<string> {
  return new Set(places.flatMap(({ steps, ways }) => [...steps, ...ways]));
}

/** The way on which a promise breaks. */
function brokenPlaces({ counterExample }: TargetProof): Places {
  return counterExample === undefined ? { steps: [], ways: [] } : placesOn(counterExample);
}

/** Where something is missing for a proof: the steps and ways that have to be mended, and those whose parts promise too little together. */
function unprovedPlaces(journey: JourneyModel, { verdict, premises, paths }: TargetProof): Places {
  if (verdict !== 'not-proved') return { steps: [], ways: [] };
  const all = [...premises.map((each) => placeOf(journey, each)), ...paths.filter(({ isTooLong, isTooUncertain }) => isTooLong || isTooUncertain).map(placesOn)];
  return { steps: all.flatMap(({ steps }) => steps), ways: all.flatMap(({ ways }) => ways) };
}

function placesOn({ steps }: ProofPath): Places {
  return { steps, ways: steps.slice(1).map((to, index) => `${steps[index]}>${to}`) };
}

/** Ways that follow from the order of the steps are written nowhere: several of them may share the place of their step. */
function placeOf(journey: JourneyModel, { kind, at }: Premise): Places {
  if (at.spec !== journey.spec) return { steps: [], ways: [] };
  const written = (way: Transition): readonly string[] => [way.path, targetPath(journey, way)].map((path) => path.join('/'));
  const ways = ['gap', 'loop'].includes(kind) ? journey.transitions.filter((way) => written(way).includes(at.path.join('/'))) : [];
  if (ways.length === 1) return { steps: [], ways: ways.map(({ from, to }) => `${from}>${to}`) };
  const subject = subjectOf(at);
  return { steps: journey.steps.filter(({ coordinate }) => coordinate === subject).map(({ id }) => id), ways: [] };
}
