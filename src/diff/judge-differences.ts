import type { JsonObject } from '../base/json.js';
import { coveredBy, type Difference, type Side } from './difference.js';
import { kindOf } from './kind-of.js';
import type { SpecPair } from './match-specs.js';
import { namedPlace } from './place-names.js';
import { sentenceOf } from './sentence.js';
import type { CoveredPlaces, Judgement } from './tell.js';

/** What a single difference means that no check has explained. */
export function judge(pair: SpecPair, difference: Difference): Judgement {
  const { subject, at } = namedPlace(pair, difference);
  return {
    kind: kindOf(difference, pair.after.kind),
    subject,
    facts: { ...(difference.told?.facts ?? { ...(at === '' ? {} : { at }), ...fact('was', difference.before), ...fact('is', difference.after) }), ...difference.besides },
    message: difference.told?.message ?? sentenceOf(pair, difference),
    ...placesOf(pair, difference),
    covers: coveredPlaces(pair, [difference]),
  };
}

/** Every place that differences tell of. */
export function coveredPlaces({ before, after }: SpecPair, differences: readonly Difference[]): readonly CoveredPlaces[] {
  return differences.flatMap(coveredBy).map((covered) => ({
    ...(covered.before === undefined ? {} : { before: { spec: before, path: covered.before } }),
    ...(covered.after === undefined ? {} : { after: { spec: after, path: covered.after } }),
  }));
}

/** Where a difference stands on both sides. */
export function placesOf(pair: SpecPair, { before, after }: Pick<Difference, 'before' | 'after'>): Pick<Judgement, 'before' | 'after'> {
  return {
    ...(before === undefined ? {} : { before: { spec: pair.before, path: before.path } }),
    ...(after === undefined ? {} : { after: { spec: pair.after, path: after.path } }),
  };
}

function fact(name: string, side: Side | undefined): JsonObject {
  return side === undefined ? {} : { [name]: side.value };
}
