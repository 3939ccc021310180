import { promisesInPlace, type PlacedPromise } from '../../../analysis/promises-in-place.js';
import type { Spec } from '../../../model/spec.js';
import type { Workspace } from '../../../model/workspace.js';
import type { LossHere } from '../../target.js';
import type { RuleGroup } from './alerts.js';
import { targetLabel, wallSeconds, type MetricNames } from './metrics.js';
import { placeRules } from './promise-rules.js';
import { defined } from './promises.js';

/** The rules of the promises that stand in a journey, and what of them could not be written. */
export function placesOf(workspace: Workspace, journey: Spec<'Journey'>, metrics: MetricNames): { readonly groups: readonly RuleGroup[]; readonly losses: readonly LossHere[] } {
  const placed = promisesInPlace(workspace, journey);
  return { groups: placed.map((each) => rulesOf(journey, each, metrics)), losses: placed.flatMap((each) => lossesOf(journey, each)) };
}

function rulesOf(journey: Spec<'Journey'>, { id, place, target, calendar, window, from }: PlacedPromise, metrics: MetricNames): RuleGroup {
  const shares = { id, title: `${journey.value.title}, in ${place}`, labels: defined({ journey: journey.id }), calendar, window, isForEachJourney: false, targets: [{ target, label: targetLabel(target), who: 'everybody' }] };
  return placeRules(shares, [journey, ...from], metrics);
}

function lossesOf({ coordinate }: Spec, { place, path, window }: PlacedPromise): readonly LossHere[] {
  if (wallSeconds(window)) return [];
  const at = [...path, 'window'];
  const field = at.filter((part) => typeof part === 'string').join('.');
  return [{ subject: coordinate, field, at, reason: `No alert tells that too many cases miss the promise of \`${place}\`, because nobody says over which period its percent holds: give it a \`window\`.` }];
}
