import type { CheckContext, Explained } from './checks/check.js';
import { checks } from './checks/index.js';
import type { Difference } from './difference.js';
import { coveredPlaces, judge } from './judge-differences.js';
import { kindNamed } from './kind-of.js';
import { inWholes, type PartOfWhole } from './whole-groups.js';
import type { SpecPair } from './match-specs.js';
import type { Judgement } from './tell.js';
import type { Versions } from './versions.js';

/** Judges the differences of one spec: checks explain some of them together, the others speak for themselves. */
export function judgeAll(versions: Versions, pair: SpecPair, differences: readonly Difference[]): readonly Judgement[] {
  const told = new Map<Difference, Explained>();
  for (const check of checks) {
    const context: CheckContext = { versions, pair, differences: differences.filter((each) => !told.has(each)) };
    for (const explained of check.judge(context)) for (const claim of explained.claims) told.set(claim, explained);
  }
  return inWholes(pair, differences.flatMap((difference): readonly PartOfWhole[] => {
    const explained = told.get(difference);
    if (explained === undefined) return [{ judgement: judge(pair, difference), whole: difference.whole }];
    return explained.claims[0] === difference ? [{ judgement: judgeExplained(pair, explained), whole: wholeOf(explained) }] : [];
  }));
}

/** What a check explains together with something else is no part of a group that came or went. */
function wholeOf({ claims: [first, ...others] }: Explained): Difference | undefined {
  return others.every(({ whole }) => whole === first!.whole) ? first!.whole : undefined;
}

function judgeExplained(pair: SpecPair, { claims, kind, level, regulated, harms, approvers, message, facts }: Explained): Judgement {
  const own = judge(pair, claims[0]!);
  return {
    ...own,
    ...(kind === undefined ? {} : { kind: kindNamed(kind) }),
    ...(claims.length > 1 ? sidesOf(pair, claims) : {}),
    covers: coveredPlaces(pair, claims),
    ...(level === undefined ? {} : { level }),
    ...(regulated === true ? { regulated } : {}),
    ...(harms === undefined ? {} : { harms }),
    ...(approvers === undefined ? {} : { approvers }),
    ...(message === undefined ? {} : { message }),
    ...(facts === undefined ? {} : { facts: { ...facts, ...claims[0]!.besides } }),
  };
}

/** Where they stand on both sides, as far as any of them says. */
function sidesOf(pair: SpecPair, claims: readonly Difference[]): Pick<Judgement, 'before' | 'after'> {
  const [before, after] = [claims.find((each) => each.before !== undefined)?.before, claims.find((each) => each.after !== undefined)?.after];
  return {
    ...(before === undefined ? {} : { before: { spec: pair.before, path: before.path } }),
    ...(after === undefined ? {} : { after: { spec: pair.after, path: after.path } }),
  };
}
