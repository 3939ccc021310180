import { blockingSystems } from '../analysis/blocking-systems.js';
import { findCalendar, lineageOf } from '../analysis/business-time/lineage.js';
import { groupWords } from '../analysis/proof/promise-words.js';
import { proveJourney, worstOf } from '../analysis/proof/prove-journey.js';
import type { PartOnPath, PromiseProof, ProofPath, TargetProof, Verdict } from '../analysis/proof/verdict.js';
import { onceFor, remembering } from '../base/remembering.js';
import type { JourneyModel } from '../model/journey.js';
import { documentPartOf } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Sight } from './audience.js';

/** A workspace with what somebody may see of it. Without a sight nothing is hidden. */
export interface Seen {
  readonly workspace: Workspace;
  readonly sight?: Sight | undefined;
}

/** A promise of a journey, with what may be told of its proof. */
export interface ShownPromise {
  readonly promise: PromiseProof;
  /** Its targets, save for those that are made to somebody of whom the readers may not know. */
  readonly targets: readonly TargetProof[];
  /** True where the hours are known to the readers in which it is counted, and with them how long it is. */
  readonly isLengthShown: boolean;
  /** The worst that is said of these targets. */
  readonly verdict: Verdict;
  /** False where the proof rests on something that the readers may not know of: then nothing is told but what is promised. */
  readonly isProofShown: boolean;
}

/** The promises of a journey that readers may see, each with its proof. The one place that says which proofs may be told to whom. */
export function shownPromises(seen: Seen, journey: JourneyModel): readonly ShownPromise[] {
  const promises = proveJourney(seen.workspace, journey.id)?.promises ?? [];
  return promises.filter(({ spec }) => seen.sight === undefined || seen.sight.sees(spec)).map((promise) => shown(seen, journey, promise));
}

/** True where readers may know what is said of a promise of a journey. Where there is none of that name, nobody knows which proof is meant. */
export function isProofShown(seen: Seen, journey: string, promise: string): boolean {
  const model = seen.workspace.journey(journey);
  return model !== undefined && seen.sight?.sees(model.spec) !== false && shownPromises(seen, model).some((each) => each.promise.promise === promise && each.isProofShown);
}

function shown(seen: Seen, journey: JourneyModel, promise: PromiseProof): ShownPromise {
  const targets = promise.targets.filter((target) => mayRead(seen, groupWords(target.group, promise.targets)));
  const isEmptied = targets.length === 0 && promise.targets.length > 0;
  return { promise, targets, verdict: worstOf(targets), isLengthShown: targets.every(({ target }) => isCalendarOpen(seen, target.calendar)), isProofShown: !isEmptied && isProofOpen(seen, journey, promise, targets) };
}

/** True where nothing that a proof rests on is hidden: no part, no calendar, no system, no proof in another journey, and nothing that its sentences name. */
function isProofOpen(seen: Seen, journey: JourneyModel, { promise, metric, countedWith = [] }: PromiseProof, targets: readonly TargetProof[]): boolean {
  if (seen.sight === undefined || seen.sight.isComplete) return true;
  const systems = metric === 'availability' ? blockingSystems(journey, seen.workspace) : [];
  return systems.every(({ system }) => seen.sight!.sees(system)) && targets.every((target) => isTargetOpen(seen, target)) && countedWith.every((id) => isOpenInOther(seen.workspace)(seen.sight!)(`${id} ${promise}`));
}

/** True where the readers may know how a promise is proved in another journey, for the ids of both with a space between. Kept, because several journeys may ask for each of the others. */
const isOpenInOther = onceFor((workspace: Workspace) => onceFor((sight: Sight) => remembering((key: string) => {
  const [id, promise] = key.split(' ') as [string, string];
  const journey = workspace.journey(id);
  const proof = journey && sight.sees(journey.spec) ? proveJourney(workspace, id)?.promises.find((each) => each.promise === promise) : undefined;
  return proof !== undefined && proof.targets.every((target) => isTargetOpen({ workspace, sight }, target));
})));

function isTargetOpen(seen: Seen, { target, paths, counterExample, premises, assumptions }: TargetProof): boolean {
  const parts = [...paths, ...(counterExample === undefined ? [] : [counterExample])].flatMap((path) => path.parts);
  return isCalendarOpen(seen, target.calendar) && parts.every((part) => isPartOpen(seen, part)) && [...premises.map(({ message, hint }) => `${message} ${hint}`), ...assumptions].every((text) => mayRead(seen, text));
}

function isPartOpen(seen: Seen, { part, target }: PartOnPath): boolean {
  const spec = part.includes('#') ? seen.workspace.find('Journey', documentPartOf(part)) : seen.workspace.find('Sla', part);
  return (spec === undefined || seen.sight!.sees(spec)) && isCalendarOpen(seen, target.calendar);
}

/** A calendar has its hours from those that it takes over from as well. */
function isCalendarOpen({ workspace, sight }: Seen, id: string): boolean {
  if (sight === undefined || sight.isComplete) return true;
  const first = findCalendar(workspace, id);
  const lineage = first === undefined ? { line: [] } : lineageOf(workspace, first);
  const specs = 'problem' in lineage ? [first!.spec] : lineage.line.flatMap(({ spec }) => spec ?? []);
  return specs.every((spec) => sight.sees(spec));
}

function mayRead({ sight }: Seen, text: string): boolean {
  return sight === undefined || sight.mayRead(text);
}

/** The way that takes longest with every part at its target; only of a promise of a time. */
export function slowest({ paths, counterExample, target }: TargetProof): ProofPath | undefined {
  return target.seconds === undefined ? undefined : (counterExample ?? paths[0]);
}
