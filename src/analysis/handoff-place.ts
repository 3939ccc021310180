import type { Path } from '../base/json.js';
import type { DerivedHandoff } from '../model/handoffs.js';
import type { JourneyModel } from '../model/journey.js';
import { targetPath } from './ways.js';

/** Where a handoff names the step that takes over: in its entry, else on the way. */
export function handoffPlace(journey: JourneyModel, { path, isEntry, transition }: DerivedHandoff): Path {
  return isEntry ? [...path, 'to'] : targetPath(journey, transition);
}

/** `journey:motor-claim#handoffs/classify>visit` */
export function handoffCoordinate({ spec }: JourneyModel, { id }: DerivedHandoff): string {
  return `${spec.coordinate}#handoffs/${id}`;
}
