import type { JourneyModel } from '../model/journey.js';
import type { Subject } from './view.js';

/** For views that show one journey; whoever asks for one has named it. */
export function needsJourney({ journey, ...rest }: Subject): Subject & { readonly journey: JourneyModel } {
  if (journey === undefined) throw new TypeError('this view shows one journey, and none is named');
  return { ...rest, journey };
}
