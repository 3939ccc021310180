import { businessCalendar } from '../analysis/business-time/business-calendar.js';
import { targetPath } from '../analysis/ways.js';
import type { Coordinate } from '../base/diagnostic.js';
import { sameJson, type JsonObject } from '../base/json.js';
import { coordinateOf, documentPartOf, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { SpecPair } from './match-specs.js';
import { clockWords, whatMayMove } from './moved-proofs.js';
import { pathsOf, proofOf, type ProofMove } from './proof-moves.js';
import { stepsAt } from './steps-at.js';
import type { Judgement, Place } from './tell.js';
import type { Versions } from './versions.js';

/**
 * Subjects of the changes that have moved a proof, as far as that is known: changes of the promise, of promises that are parts on its
 * ways, of calendars that these are counted on, and of steps on these ways, or where a proof that failed misses something. Where none of these tells of time, anything else of theirs may have, such as
 * the day on which a part begins. Where that is nothing either and nothing but words differs in the journey, it is whatever leads to it.
 */
export function causesOf(versions: Versions, pair: SpecPair, { target }: ProofMove, told: ReadonlyMap<Coordinate, readonly Judgement[]>): readonly Coordinate[] {
  const grounds = [groundOf(versions.before, pair.before, target.formerly, target.group), groundOf(versions.after, pair.after, target.promise, target.group)];
  const [documents, steps] = [new Set(grounds.flatMap((ground) => ground.documents)), new Set(grounds.flatMap((ground) => ground.steps))];
  const found = [...documents].flatMap((document) => told.get(document) ?? []).filter(weighs);
  const timely = found.filter((judgement) => isAboutTime(judgement, steps));
  const isOwn = (told.get(pair.after.coordinate) ?? []).some(weighs);
  const known = timely.length > 0 || isOwn ? timely : found.length > 0 ? found : ledTo(versions, pair, told);
  return [...new Set(known.map(({ subject }) => subject))].sort();
}

function ledTo({ before, after }: Versions, { after: journey }: SpecPair, told: ReadonlyMap<Coordinate, readonly Judgement[]>): readonly Judgement[] {
  return whatMayMove(before, after, journey.id).flatMap((document) => told.get(document) ?? []).filter(isMoreThanWords);
}

/** What a proof rests on. */
interface Ground {
  readonly documents: readonly Coordinate[];
  /** Coordinates of the steps on its ways. */
  readonly steps: readonly Coordinate[];
}

function groundOf(workspace: Workspace, journey: Spec, promise: string, group: ProofMove['target']['group']): Ground {
  const paths = pathsOf(workspace, journey.id, promise, group);
  const parts = paths.flatMap((path) => path.parts);
  const own = workspace.find('Sla', promise);
  const calendars = [own?.value.calendar ?? workspace.root?.value.defaultCalendar, ...parts.map(({ target }) => target.calendar)];
  const documents = parts.map(({ part }) => (part.includes('#') ? coordinateOf('Journey', part.split('#')[0]!) : coordinateOf('Sla', part)));
  return {
    documents: [journey.coordinate, coordinateOf('Sla', promise), ...documents, ...[...new Set(calendars)].flatMap((id) => (id === undefined ? [] : lineOf(workspace, id)))],
    steps: [...missedSteps(workspace, journey, promise, group), ...tellersOf(workspace, journey, own), ...paths.flatMap((path) => path.steps.map((step) => `${journey.coordinate}#${step}`)), ...parts.flatMap(({ part }) => (part.includes('#') ? [`journey:${part.replace(/\/promise$/, '')}`] : []))],
  };
}

/** Steps that tell of an event which the clock of a promise asks for; where no way leads between them, none of its ways shows them. */
function tellersOf(workspace: Workspace, { id }: Spec, promise: Spec<'Sla'> | undefined): readonly Coordinate[] {
  const asked = new Set(clockWords((promise?.value.clock ?? {}) as JsonObject));
  const steps = workspace.journey(id)?.steps ?? [];
  return steps.filter(({ value }) => Object.values(value.events ?? {}).some((event) => asked.has(event))).map(({ coordinate }) => coordinate);
}

/** A proof that fails has no ways. It says where something is missing: in a step, or on a way, and then the step that this leads to is the one that comes too late. */
function missedSteps(workspace: Workspace, { id, coordinate }: Spec, promise: string, group: ProofMove['target']['group']): readonly Coordinate[] {
  const journey = workspace.journey(id);
  const premises = (proofOf(workspace, id, promise, group)?.premises ?? []).filter(({ at }) => at.spec.coordinate === coordinate);
  if (journey === undefined || premises.length === 0) return [];
  const steps = journey.steps.filter(({ path }) => premises.some(({ at }) => sameJson(at.path.slice(0, path.length), path)));
  const reached = journey.transitions.filter((way) => premises.some(({ kind, at }) => kind === 'gap' && sameJson(at.path, targetPath(journey, way))));
  return [...steps.map((step) => step.coordinate), ...reached.map(({ target }) => target.coordinate)];
}

/** A calendar and those that it takes its hours from. What another repository says comes with the workspace that imports it. */
function lineOf(workspace: Workspace, first: string): readonly Coordinate[] {
  const line = new Set<string>();
  if (first.includes('/') && workspace.root !== undefined) return [workspace.root.coordinate];
  const reading = businessCalendar(workspace, first);
  let spec = 'calendar' in reading ? reading.calendar.spec : workspace.find('Calendar', first);
  for (; spec !== undefined && !line.has(spec.coordinate); spec = workspace.find('Calendar', spec.value.extends?.split('@')[0] ?? '')) line.add(spec.coordinate);
  return [...line];
}

/** Neither other words nor another name moves a proof that finds what it rests on. */
function weighs(judgement: Judgement): boolean {
  return isMoreThanWords(judgement) && judgement.kind.action !== 'renamed';
}

function isMoreThanWords({ kind, level }: Judgement): boolean {
  return (level ?? kind.level) !== 'editorial';
}

/** Fields of a document that say nothing about time. */
const beside: ReadonlySet<unknown> = new Set(['effective', 'owner', 'technicalOwner', 'agreement', 'access', 'review', 'consumer', 'provider', 'warnAt', 'horizon', 'peaks']);
/** Fields of a step that a proof goes by. */
const timed: ReadonlySet<unknown> = new Set([undefined, 'promise', 'sla', 'next', 'journey', 'events', 'meanwhile', 'end', 'alongside', 'waitsFor', 'type']);

function isAboutTime({ subject, before, after }: Judgement, steps: ReadonlySet<Coordinate>): boolean {
  const { spec, path }: Place = (after ?? before)!;
  if (subject.startsWith('workspace:')) return path[0] === 'imports';
  if (!documentPartOf(subject).startsWith('journey:')) return !beside.has(path[0]);
  if (path[0] !== 'stages') return path[0] === 'slas' || path[0] === 'handoffs';
  if (path.length < 4) return before === undefined || after === undefined ? stepsAt({ spec, path }).some((id) => steps.has(`${spec.coordinate}#${id}`)) : subject.includes('#');
  return steps.has(subject) && timed.has(path[4]);
}
