import { groupBy } from '../../base/groups.js';
import type { JsonObject } from '../../base/json.js';
import type { Spec } from '../../model/spec.js';
import type { Difference } from '../difference.js';
import { describeIn } from '../sentence.js';
import { together } from '../together.js';
import type { Check, Explained } from './check.js';

/** Time and percent of one promise are one thing. */
export const promiseInPlace: Check = {
  id: 'promise-in-place',
  summary: 'A promise that is written in place changes as a whole: where its time and its percent pull in different directions, nobody can say that it is stricter.',
  *judge({ pair, differences }) {
    const own = differences.filter(({ shape, field }) => shape === 'PromiseInPlace' && (field === 'within' || field === 'percent'));
    for (const claims of groupBy(own, ({ holder }) => JSON.stringify(holder.after)).values()) {
      const deed = together(claims.map((each) => each.deed));
      if (deed === 'rewritten') continue;
      const kind = `promise-${deed === 'tightened' || deed === 'loosened' ? deed : 'changed'}`;
      yield { claims, kind, ...(claims.length === 1 ? {} : words(pair.after, claims)) };
    }
  },
};

function words(spec: Spec, claims: readonly Difference[]): Pick<Explained, 'message' | 'facts'> {
  const [was, is] = (['before', 'after'] as const).map((side): JsonObject => Object.fromEntries(claims.map((each) => [each.field, each[side]?.value ?? null])));
  const place = describeIn(spec, claims[0]!.holder.after).replace(/^the `promise` /, '');
  return { message: `The promise ${place} was ${inWords(was!)} and is now ${inWords(is!)}.`, facts: { was: was!, is: is! } };
}

function inWords({ within, percent }: JsonObject): string {
  return `\`${String(within)}\` for ${String(percent)} %`;
}
