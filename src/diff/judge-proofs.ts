import { provedPromises, type ProvedPromise, type ProvedTarget } from '../analysis/proof/proved-promises.js';
import type { Group, Verdict } from '../analysis/proof/verdict.js';
import { groupBy } from '../base/groups.js';
import type { JsonObject } from '../base/json.js';
import { listOf } from '../base/words.js';
import { documentPartOf, type Spec } from '../model/spec.js';
import { causesOf } from './causes.js';
import { asDraft } from './judge-life.js';
import { kindNamed } from './kind-of.js';
import type { MatchedSpecs, SpecPair } from './match-specs.js';
import { mayMove } from './moved-proofs.js';
import { premiseMove } from './premise-moves.js';
import { lengthMove, pathMove, slackMove, type ProofMove } from './proof-moves.js';
import { isUnderRegime } from './regulated.js';
import { slowerBy } from './slower-ways.js';
import type { Judgement } from './tell.js';
import type { Versions } from './versions.js';

/**
 * Whether what a journey promises still follows from what its parts promise, and how much is left. It may move though nobody touched the
 * journey, for example because the calendar of a part has other hours. Only journeys that something may have moved are proved.
 *
 * @param told - What differs otherwise: the causes are among them.
 */
export function judgeProofs(versions: Versions, { pairs }: MatchedSpecs, told: readonly Judgement[]): readonly Judgement[] {
  const isAsked = mayMove(versions.before)(versions.after);
  const journeys = pairs.filter(({ after }) => after.kind === 'Journey' && isAsked(after.id));
  const byDocument = groupBy(told, ({ subject }) => documentPartOf(subject));
  const slowing = new Set(told.filter(({ kind }) => kind.whereSlower !== undefined).map(({ subject }) => subject));
  return journeys.flatMap((pair) => movesIn(versions, pair).map((move) => {
    const because = causesOf(versions, pair, move, byDocument);
    const slower = because.some((cause) => slowing.has(cause)) ? slowerBy(versions, pair, move) : undefined;
    return asDraft(versions, pair, { ...judged(pair, move, because), ...(slower === undefined ? {} : { slower }) });
  }));
}

function movesIn(versions: Versions, pair: SpecPair): readonly ProofMove[] {
  const slas = (pair.after as Spec<'Journey'>).value.slas ?? [];
  if (slas.length === 0) return [];
  const { before, after, renames } = versions;
  const old = new Map(targetsOf(provedPromises(before)(pair.before.id)).map((target) => [keyOf(renames.spec('Sla', target.promise), target.group), target]));
  return targetsOf(provedPromises(after)(pair.after.id)).flatMap((is) => {
    const was = old.get(keyOf(is.promise, is.group));
    return was === undefined ? [] : movesOf(versions, pair, was, is);
  });
}

/** With another verdict, nobody asks how much was left. Where nothing is proved, what is missing for it counts first. */
function movesOf(versions: Versions, pair: SpecPair, was: NamedTarget, is: NamedTarget): readonly ProofMove[] {
  const target = { promise: is.promise, formerly: was.promise, group: is.group };
  if (was.verdict !== is.verdict) return [verdictMove(target, was.verdict, is.verdict)];
  if (is.verdict === 'not-proved') return [unprovedMove(versions, { ...target, isUnproved: true }, was, is)].filter((move) => move !== undefined);
  const moves = [slackMove(target, was.slack, is.slack), pathMove(versions, pair, target)].filter((move) => move !== undefined);
  return moves.length > 0 ? moves : [lengthMove(versions, pair, target)].filter((move) => move !== undefined);
}

function unprovedMove(versions: Versions, target: ProofMove['target'], was: NamedTarget, is: NamedTarget): ProofMove | undefined {
  return premiseMove(versions, target, was.premises, is.premises) ?? slackMove(target, was.slack, is.slack);
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

const words: Readonly<Record<Verdict, string>> = { proved: 'proved', 'not-proved': 'not proved', violated: 'broken by what its parts promise' };

function verdictMove(target: ProofMove['target'], was: Verdict, is: Verdict): ProofMove {
  const kind = was === 'proved' ? 'promise-proof-removed' : is === 'proved' ? 'promise-proof-added' : is === 'violated' ? 'promise-proof-loosened' : 'promise-proof-tightened';
  return { target, kind, facts: { was, is }, words: (promise) => `The ${promise} was ${words[was]} and is now ${words[is]}` };
}

function judged(pair: SpecPair, { target: { promise, formerly, group }, kind, facts, words: tell }: ProofMove, because: readonly string[]): Judgement {
  const whom = Object.entries(group).map(([field, name]) => ` for ${field} \`${name}\``).join('');
  const why = because.length === 0 ? '' : `, because of ${listOf(because.map((each) => `\`${each}\``))}`;
  const [before, after] = [placeOf(pair.before, formerly), placeOf(pair.after, promise)];
  return {
    kind: kindNamed(kind),
    subject: pair.after.coordinate,
    ...(kindNamed(kind).level !== 'editorial' && (isUnderRegime(pair.before) || isUnderRegime(pair.after)) ? { regulated: true } : {}),
    facts: { promise, for: group as JsonObject, ...facts },
    message: `${tell(`promise \`${promise}\` of journey \`${pair.after.id}\`${whom}`)}${why}.`,
    before: { spec: pair.before, path: before },
    after: { spec: pair.after, path: after },
    ...(because.length === 0 ? {} : { because }),
  };
}

/** Where a journey names a promise; a variant may name it in its base. */
function placeOf({ value }: Spec, promise: string): readonly (string | number)[] {
  const at = ((value as Spec<'Journey'>['value']).slas ?? []).indexOf(promise);
  return at < 0 ? ['slas'] : ['slas', at];
}
