import { groupBy } from '../../base/groups.js';
import { quoted, someOf } from '../../base/words.js';
import type { Attempt } from './attempt.js';
import type { Basis } from './basis.js';
import type { SlaTarget } from '../../schema/kinds/sla.js';

/** What a verdict takes for granted beyond what the parts promise, in words that are printed with it. */
export function assumptionsOf(basis: Basis, { used }: Attempt, target: SlaTarget): readonly string[] {
  const { whole } = basis;
  const missing = used.filter(({ miss }) => miss > 0);
  const silent = [...(target.percent === undefined ? [whole.id] : []), ...used.filter(({ part }) => part.promised.targets.some(({ percent }) => percent === undefined)).map(({ part }) => part.promised.id)];
  const shared = missing.map(({ part }) => ({ id: part.promised.id, others: basis.others(part) }));
  const by = (sort: 'counted' | 'apart'): readonly (readonly [others: string, list: readonly string[]])[] => [...groupBy(shared.filter(({ others }) => others[sort].length > 0), ({ others }) => names(others[sort]))].map(([others, list]) => [others, list.map(({ id }) => id)]);
  return [
    ...(whole.assume === 'independent' && missing.length > 1 ? [`The parts miss their targets independently of each other, as \`${whole.id}\` declares.`] : []),
    ...(whole.assume === 'shares' && missing.length > 0 ? [`Cases are spread over the ways as their shares say, as \`${whole.id}\` declares.`] : []),
    ...(silent.length > 0 ? [`${names(silent)} ${silent.length === 1 ? 'says' : 'say'} no percent, so every case is meant.`] : []),
    ...by('counted').map(([others, list]) => `${percents(list)} over the cases of ${others} as well, and so is that of \`${whole.id}\`: the verdict is about all of them together, and rests on theirs.`),
    ...by('apart').map(([others, list]) => `${list.length === 1 ? 'The percent of' : 'The percents of'} ${names(list)} ${list.length === 1 ? 'holds' : 'hold'} in this journey alone as well, though ${others} ${others.includes(' and ') ? 'use' : 'uses'} ${list.length === 1 ? 'it' : 'them'} too.`),
  ];
}

function percents(list: readonly string[]): string {
  return list.length === 1 ? `The percent of ${names(list)} is` : `The percents of ${names(list)} are`;
}

function names(ids: readonly string[]): string {
  return someOf(quoted([...new Set(ids)]));
}
