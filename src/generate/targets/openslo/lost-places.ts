import { promisesInPlace } from '../../../analysis/promises-in-place.js';
import { listOf, quoted } from '../../../base/words.js';
import type { GeneratorInput, LossHere } from '../../target.js';
import type { Parts } from './parts.js';

/** Promises that stand in steps and stages: one loss for each journey, which names them all. */
export function lostPlaces({ workspace, all }: GeneratorInput, { journeys }: Parts): readonly LossHere[] {
  const written = new Set(journeys);
  return all('Journey').flatMap((journey): readonly LossHere[] => {
    const places = [...new Set(promisesInPlace(workspace, journey).map(({ place }) => place))];
    if (places.length === 0) return [];
    const reason = `What is promised in ${listOf(quoted(places))} has no SLO, because it stands in the journey: write it as a promise of its own, an \`Sla\`, and name it there. The target \`prometheus\` writes rules of it as it stands.`;
    return [{ subject: journey.coordinate, field: written.has(journey) ? 'stages' : '', reason }];
  });
}
