import { provedPromises, type ProvedPromise, type ProvedTarget } from '../analysis/proof/proved-promises.js';
import type { Group, Verdict } from '../analysis/proof/verdict.js';
import type { JsonObject } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import { asDraft } from './judge-life.js';
import { kindNamed } from './kind-of.js';
import type { MatchedSpecs, SpecPair } from './match-specs.js';
import { mayMove } from './moved-proofs.js';
import { isUnderRegime } from './regulated.js';
import type { Judgement } from './tell.js';
import type { Versions } from './versions.js';

/**
 * Whether what a journey promises still follows from what its parts promise. A verdict may move though nobody touched the journey, for
 * example because the calendar of a part has other hours. Only journeys that something may have moved are proved.
 */
export function judgeProofs(versions: Versions, { pairs }: MatchedSpecs): readonly Judgement[] {
  const isAsked = mayMove(versions.before)(versions.after);
  const journeys = pairs.filter(({ after }) => after.kind === 'Journey' && isAsked(after.id));
  return journeys.flatMap((pair) => verdictsOf(versions, pair));
}

function verdictsOf({ before, after, renames }: Versions, pair: SpecPair): readonly Judgement[] {
  const slas = (pair.after as Spec<'Journey'>).value.slas ?? [];
  if (slas.length === 0) return [];
  const old = new Map(targetsOf(provedPromises(before)(pair.before.id)).map((target) => [keyOf(renames.spec('Sla', target.promise), target.group), target.verdict]));
  return targetsOf(provedPromises(after)(pair.after.id)).flatMap(({ promise, group, verdict }) => {
    const former = old.get(keyOf(promise, group));
    return former === undefined || former === verdict ? [] : [asDraft(pair, moved(pair, { promise, group, was: former, is: verdict }))];
  });
}

interface NamedTarget extends ProvedTarget {
  readonly promise: string;
}

function targetsOf(promises: readonly ProvedPromise[]): readonly NamedTarget[] {
  return promises.flatMap(({ promise, targets }) => targets.map((target) => ({ promise, ...target })));
}

function keyOf(promise: string, { tier, persona, region }: Group): string {
  return JSON.stringify([promise, tier, persona, region]);
}

interface Move {
  readonly promise: string;
  readonly group: Group;
  readonly was: Verdict;
  readonly is: Verdict;
}

const words: Readonly<Record<Verdict, string>> = { proved: 'proved', 'not-proved': 'not proved', violated: 'broken by what its parts promise' };

function moved(pair: SpecPair, { promise, group, was, is }: Move): Judgement {
  const whom = Object.entries(group).map(([field, name]) => ` for ${field} \`${name}\``).join('');
  const at = ((pair.after as Spec<'Journey'>).value.slas ?? []).indexOf(promise);
  const before = ((pair.before as Spec<'Journey'>).value.slas ?? []).indexOf(promise);
  return {
    kind: kindNamed(was === 'proved' ? 'promise-proof-removed' : is === 'proved' ? 'promise-proof-added' : is === 'violated' ? 'promise-proof-loosened' : 'promise-proof-tightened'),
    subject: pair.after.coordinate,
    ...(isUnderRegime(pair.before) || isUnderRegime(pair.after) ? { regulated: true } : {}),
    facts: { promise, for: group as JsonObject, was, is },
    message: `The promise \`${promise}\` of journey \`${pair.after.id}\`${whom} was ${words[was]} and is now ${words[is]}.`,
    before: { spec: pair.before, path: before < 0 ? ['slas'] : ['slas', before] },
    after: { spec: pair.after, path: at < 0 ? ['slas'] : ['slas', at] },
  };
}
