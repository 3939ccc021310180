import { promisesInPlace, type PlacedPromise } from '../../../analysis/promises-in-place.js';
import type { Path } from '../../../base/json.js';
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
  const firsts = new Set(new Map(placed.toReversed().map((each) => [each.id, each])).values());
  const written = placed.filter((each) => firsts.has(each));
  return {
    groups: written.map((each) => rulesOf(journey, each, metrics)),
    losses: [...written.flatMap((each) => lossesOf(journey, each)), ...placed.filter((each) => !firsts.has(each)).map((each) => doubled(journey, each))],
  };
}

/** Of two places with one id the first: Prometheus takes no two groups of one name, and nobody could tell their cases apart. */
function doubled({ coordinate }: Spec, { place, path }: PlacedPromise): LossHere {
  return { subject: coordinate, field: fieldAt(path), at: path, reason: `A promise before it stands in \`${place}\` as well, and cases are counted by that name: give each place an id of its own.` };
}

function fieldAt(path: Path): string {
  return path.filter((part) => typeof part === 'string').join('.');
}

/** Rules are of promises, and not of the journeys that make them: only what says no window or calendar of its own asks what else its journey promises. */
export function slasLost(workspace: Workspace, journey: Spec<'Journey'>): readonly LossHere[] {
  if (journey.value.slas === undefined) return [];
  const isAsked = promisesInPlace(workspace, journey).some(({ from }) => from.some(({ kind }) => kind === 'Sla'));
  const reason = `Rules do not say which journeys make a promise${isAsked ? ': what is promised in its steps and stages takes over windows and calendars, and nothing else' : ''}.`;
  return [{ subject: journey.coordinate, field: 'slas', sort: 'limit', reason, ...(isAsked ? { inPart: true as const } : {}) }];
}

/** Rules name a stage or a step by the promise that stands in it, and no other. */
export function placesLost(workspace: Workspace, journey: Spec<'Journey'>): readonly LossHere[] {
  const named = new Set(promisesInPlace(workspace, journey).map(({ path }) => path.slice(0, -1).join('.')));
  const stages = journey.value.stages ?? [];
  const steps = stages.flatMap((stage, index) => (stage.steps ?? []).map((_, number): Path => ['stages', index, 'steps', number]));
  return [...unnamed(journey, stages.map((_, index) => ['stages', index]), named), ...unnamed(journey, steps, named)];
}

/** The ids of places of one sort that no rule names: where none is named, of all at once. */
function unnamed({ coordinate }: Spec, places: readonly Path[], named: ReadonlySet<string>): readonly LossHere[] {
  const lost = places.filter((place) => !named.has(place.join('.'))).map((place): Path => [...place, 'id']);
  const told = lost.map((at): LossHere => ({ subject: coordinate, field: fieldAt(at), at, sort: 'limit', reason: 'Rules name a stage or a step only where a promise stands in it.' }));
  return lost.length < places.length ? told : told.slice(0, 1).map(({ at: _, ...all }) => all);
}

function rulesOf(journey: Spec<'Journey'>, { id, place, target, calendar, window, from }: PlacedPromise, metrics: MetricNames): RuleGroup {
  const shares = { id, title: `${journey.value.title}, in ${place}`, labels: defined({ journey: journey.id }), calendar, window, isForEachJourney: false, targets: [{ target, label: targetLabel(target), who: 'everybody' }] };
  return placeRules(shares, [journey, ...from], metrics);
}

function lossesOf({ coordinate }: Spec, { place, path, window }: PlacedPromise): readonly LossHere[] {
  if (wallSeconds(window)) return [];
  const at = [...path, 'window'];
  return [{ subject: coordinate, field: fieldAt(at), at, reason: `No alert tells that too many cases miss the promise of \`${place}\`, because nobody says over which period its percent holds: give it a \`window\`.` }];
}
