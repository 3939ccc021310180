import { groupBy } from '../base/groups.js';
import type { JsonObject } from '../base/json.js';
import { listOf } from '../base/words.js';
import type { Level } from '../schema/meanings.js';
import { higher } from './content-meaning.js';
import type { Difference } from './difference.js';
import { judge } from './judge-differences.js';
import type { SpecPair } from './match-specs.js';
import { sentenceOf, told } from './sentence.js';
import type { Judgement } from './tell.js';

/** A judgement, and the group that came or went and what it tells of with it. */
export interface PartOfWhole {
  readonly judgement: Judgement;
  readonly whole: Difference | undefined;
}

/** A group that comes or goes with several fields is one change, which weighs what they weigh. With a single field it is that field's. */
export function inWholes(pair: SpecPair, parts: readonly PartOfWhole[]): readonly Judgement[] {
  const byWhole = groupBy(parts, ({ whole }) => whole);
  return parts.flatMap(({ judgement, whole }) => {
    const own = byWhole.get(whole)!.map((each) => each.judgement);
    if (whole === undefined || own.length === 1) return [judgement];
    return own[0] === judgement ? [asOne(pair, whole, own)] : [];
  });
}

/** What weighs a judgement anew weighs each field that it includes anew as well. */
export function throughout(judgement: Judgement, weigh: (judgement: Judgement) => Judgement): Judgement {
  const { includes } = judgement;
  return { ...weigh(judgement), ...(includes === undefined ? {} : { includes: includes.map(weigh) }) };
}

function asOne(pair: SpecPair, whole: Difference, parts: readonly Judgement[]): Judgement {
  const level = parts.reduce<Level>((highest, part) => higher(highest, levelOf(part)), 'editorial');
  const weighty = parts.filter((part) => levelOf(part) === level || isRegulated(part));
  return {
    ...judge(pair, whole),
    message: `${sentenceOf(pair, whole)} ${contentWords(whole)}`,
    covers: parts.flatMap(({ covers = [] }) => covers),
    includes: parts,
    level,
    regulated: parts.some(isRegulated),
    harms: [...new Set(parts.flatMap(({ harms, kind }) => harms ?? kind.harms))],
    approvers: [...new Set(weighty.flatMap(({ approvers, kind }) => approvers ?? kind.approvers))],
  };
}

function levelOf({ level, kind }: Judgement): Level {
  return level ?? kind.level;
}

function isRegulated({ regulated, kind }: Judgement): boolean {
  return regulated ?? kind.regulated;
}

function contentWords({ before, after }: Difference): string {
  const value = (after ?? before)!.value as JsonObject;
  return `It ${after === undefined ? 'said' : 'says'} ${listOf(Object.entries(value).map(([field, inner]) => `\`${field}\` (${told(inner)})`))}.`;
}
