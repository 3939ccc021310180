import { groupBy } from '../../base/groups.js';
import { quoted, someOf } from '../../base/words.js';
import type { Attempt, Basis } from './attempt.js';
import type { Workspace } from '../../model/workspace.js';
import type { SlaTarget } from '../../schema/kinds/sla.js';

/** What a verdict takes for granted beyond what the parts promise, in words that are printed with it. */
export function assumptionsOf(workspace: Workspace, basis: Basis, { used }: Attempt, target: SlaTarget): readonly string[] {
  const { whole, ground: { journey } } = basis;
  const missing = used.filter(({ miss }) => miss > 0);
  const silent = [...(target.percent === undefined ? [whole.id] : []), ...used.filter(({ part }) => part.promised.targets.some(({ percent }) => percent === undefined)).map(({ part }) => part.promised.id)];
  const shared = missing.map(({ part }) => ({ id: part.promised.id, others: otherJourneys(workspace, part.promised.spec.coordinate, journey.id) })).filter(({ others }) => others.length > 0);
  return [
    ...(whole.assume === 'independent' && missing.length > 1 ? [`The parts miss their targets independently of each other, as \`${whole.id}\` declares.`] : []),
    ...(whole.assume === 'shares' && missing.length > 0 ? [`Cases are spread over the ways as their shares say, as \`${whole.id}\` declares.`] : []),
    ...(silent.length > 0 ? [`${names(silent)} ${silent.length === 1 ? 'says' : 'say'} no percent, so every case is meant.`] : []),
    ...[...groupBy(shared, ({ others }) => names(others))].map(([others, list]) => `The ${list.length === 1 ? 'percent' : 'percents'} of ${names(list.map(({ id }) => id))} ${list.length === 1 ? 'holds' : 'hold'} in this journey alone as well, though ${others} ${others.includes(' and ') ? 'use' : 'uses'} ${list.length === 1 ? 'it' : 'them'} too.`),
  ];
}

function otherJourneys(workspace: Workspace, coordinate: string, own: string): readonly string[] {
  if (!coordinate.startsWith('sla:')) return [];
  return workspace.namedBy(coordinate).filter(({ kind, id }) => kind === 'Journey' && id !== own).map(({ id }) => id);
}

function names(ids: readonly string[]): string {
  return someOf(quoted([...new Set(ids)]));
}
