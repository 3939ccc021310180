import { pointsOf } from '../analysis/step-promises.js';
import { isUnmade } from '../analysis/unmade-variants.js';
import type { Coordinate } from '../base/diagnostic.js';
import { isArray, isObject, sameJson, type JsonObject, type JsonValue } from '../base/json.js';
import { onceFor } from '../base/remembering.js';
import { isKind, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { matchedSpecs } from './match-specs.js';

/**
 * Which journeys may be proved otherwise in one version than in the other: those that something leads to which a proof may read and
 * which is not the same in both. Where it is not sure that a proof reads something, it counts as read. Where it may read what nobody can
 * read any more, nobody knows how the journey is proved now, and nothing is asked of it.
 *
 * @returns A question about a journey by its id in either version.
 */
export const mayMove = onceFor((before: Workspace) => onceFor((after: Workspace): ((journey: string) => boolean) => {
  const isMoved = sayOtherwiseWhatIsBroken(before, after) ? () => true : isReached(before, after, reachesBetween(before)(after));
  const isUnknown = isReached(before, after, lostBetween(before, after));
  return (journey) => isMoved(journey) && !isUnknown(journey);
}));

/** Whether anything of a list leads to a journey, by its id in either version. */
function isReached(before: Workspace, after: Workspace, reaches: readonly Reach[]): (journey: string) => boolean {
  if (reaches.length === 0) return () => false;
  if (reaches.some(({ readers }) => readers === anybody)) return () => true;
  const groups = groupsIn(before)(after);
  const reached = new Set(reaches.flatMap(({ readers }) => (readers as readonly string[]).map(groups)));
  return (journey) => reached.has(groups(`journey:${journey}`));
}

/** What may have moved the proofs of a journey, by its id in either version: coordinates of documents that are not the same in both. */
export function whatMayMove(before: Workspace, after: Workspace, journey: string): readonly Coordinate[] {
  const groups = groupsIn(before)(after);
  const own = groups(`journey:${journey}`);
  return [...new Set(reachesBetween(before)(after).filter(({ readers }) => readers === anybody || readers.some((reader) => groups(reader) === own)).map(({ touched }) => touched))];
}

const anybody = 'anybody';

/** A document that is not the same in both versions, and the journeys and promises by which proofs come to read it. */
interface Reach {
  readonly touched: Coordinate;
  readonly readers: readonly string[] | typeof anybody;
}

const reachesBetween = onceFor((before: Workspace) => onceFor((after: Workspace): readonly Reach[] => touchedBetween(before, after).map(({ touched, spec }) => ({ touched, readers: readersOf([before, after], spec) }))));

/** Of what nobody can read any more. */
function lostBetween(before: Workspace, after: Workspace): readonly Reach[] {
  const { lost, unknown } = matchedSpecs(before)(after);
  const gone = [...lost, ...unknown.filter((pair) => isUnmade(after, pair.after)).map((pair) => pair.before)];
  return gone.filter(({ kind }) => !unread.has(kind)).map((spec) => ({ touched: spec.coordinate, readers: readersOf([before, after], spec) }));
}

const groupsIn = onceFor((before: Workspace) => onceFor((after: Workspace) => connected([before, after])));

/** What no proof reads, whatever it says. */
const unread: ReadonlySet<string> = new Set(['Record', 'Kpi', 'Glossary', 'DataCatalog', 'Team', 'Directory']);

/** What is not the same, in either version, with the coordinate that changes tell it under. */
function touchedBetween(before: Workspace, after: Workspace): readonly { readonly touched: Coordinate; readonly spec: Spec }[] {
  const { added, removed, changed } = matchedSpecs(before)(after);
  const different = changed.filter((pair) => !sameJson(readPart(pair.before), readPart(pair.after)));
  const both = different.flatMap((pair) => [pair.before, pair.after].map((spec) => ({ touched: pair.after.coordinate, spec })));
  return [...[...added, ...removed].map((spec) => ({ touched: spec.coordinate, spec })), ...both].filter(({ spec }) => !unread.has(spec.kind));
}

/** Whose document it is and how it is called says nothing about time. */
const words = ['apiVersion', 'version', 'title', 'description', 'owner', 'technicalOwner', 'access', 'review', 'labels', 'links', 'supersedes', 'supersededBy'];

const unreadFields: ReadonlySet<string> = new Set(words);

/** The same in a journey, its stages and steps, and what is felt and known of them. The owner is read: who does the work decides which promise covers it. What an overlay does is read in the effective journey. */
export const unreadInJourneys: ReadonlySet<string> = new Set([...words.filter((field) => field !== 'owner'), 'overlay', 'customerGoal', 'businessValue', 'training', 'pains', 'ideas', 'quotes', 'evidence', 'trace', 'feels', 'effort', 'moment', 'outcome', 'exceptions', 'showsStatus', 'disclosures']);

function readPart({ kind, value }: Spec): JsonValue {
  return kind === 'Journey' ? readPartOfJourney(value as unknown as JsonObject) : without(unreadFields, value as unknown as JsonObject);
}

function readPartOfJourney({ stages, ...journey }: JsonObject): JsonObject {
  const inStages = ((stages ?? []) as readonly (JsonObject & { readonly steps: readonly JsonObject[] })[]).map(({ steps, ...stage }) => ({ ...without(unreadInJourneys, stage), steps: steps.map(readPartOfStep) }));
  return { ...without(unreadInJourneys, journey), stages: inStages };
}

/** Of the lanes, only that of customers says who acts. */
function readPartOfStep({ lane, ...step }: JsonObject): JsonObject {
  return { ...without(unreadInJourneys, step), isTheirs: lane === 'customer' };
}

function without(left: ReadonlySet<string>, value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !left.has(field)));
}

/** A document with mistakes may be any that is missing. */
function sayOtherwiseWhatIsBroken(...versions: readonly [Workspace, Workspace]): boolean {
  const [was, is] = versions.map(({ documents }) => documents.filter(({ problems }) => problems.length > 0).map(({ source, index }) => [source.text, index]));
  return !sameJson(was as JsonValue, is as JsonValue);
}

/** Coordinates of the journeys and promises by which a proof comes to read a spec. */
function readersOf(versions: readonly Workspace[], touched: Spec): Reach['readers'] {
  const found: string[] = [];
  const waiting = new Set([touched]);
  for (const spec of waiting) {
    if (isKind(spec, 'Journey') || isKind(spec, 'Sla')) found.push(spec.coordinate);
    else if (spec.kind !== 'Calendar' && spec.kind !== 'System') return anybody;
    else for (const user of versions.flatMap((each) => each.namedBy(spec.coordinate))) if (!unread.has(user.kind)) waiting.add(user);
  }
  return found;
}

/**
 * Journeys and promises, by their coordinates, that lead to each other in any version: by name, or by an event that a clock asks for and
 * a step tells of. Gives for each what stands for all that it is connected with.
 */
function connected(versions: readonly Workspace[]): (coordinate: string) => string {
  const above = new Map<string, string>();
  const topOf = (key: string): string => {
    const passed: string[] = [];
    let top = key;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) {
      passed.push(top);
      top = next;
    }
    for (const each of passed) above.set(each, top);
    return top;
  };
  for (const [one, other] of versions.flatMap((each) => [...linksIn(each)])) if (topOf(one) !== topOf(other)) above.set(topOf(one), topOf(other));
  return topOf;
}

function* linksIn(workspace: Workspace): Iterable<readonly [string, string]> {
  const asked = new Set<string>();
  for (const { coordinate, value } of workspace.all('Sla')) {
    for (const point of clockWords((value.clock ?? {}) as JsonObject)) {
      asked.add(point);
      yield [coordinate, point];
    }
  }
  for (const { spec, steps } of workspace.journeys) {
    const events = steps.flatMap(({ started, completed, value }) => [started, completed, ...Object.values(value.events ?? {})]);
    for (const event of events) if (asked.has(event)) yield [spec.coordinate, event];
  }
  for (const spec of [...workspace.all('Journey'), ...workspace.all('Sla')]) {
    for (const user of workspace.namedBy(spec.coordinate)) if (user.kind === 'Journey' || user.kind === 'Sla') yield [spec.coordinate, user.coordinate];
  }
}

/** Every word of a clock: most are moments, and one that is none links nothing. */
export function clockWords(clock: JsonObject): readonly string[] {
  return Object.values(clock).flatMap((value) => (isArray(value) ? value : [value])).flatMap((value): readonly string[] => (isObject(value) ? clockWords(value) : pointsOf(value as string)));
}
