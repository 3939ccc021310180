import type { Escalation } from '../../../schema/kinds/journey.js';
import type { LossHere } from '../../target.js';
import type { Parts } from './parts.js';

/** What is lost of the ladders of journeys: one loss for each journey, which names them all. */
export function lostLadders({ journeys, promises }: Parts): readonly LossHere[] {
  const instead = new Map([...promises.keys()].map(({ id, value }) => [id, value.escalation]));
  return journeys.flatMap(({ coordinate, value: { escalations = [] } }) => {
    if (escalations.length === 0) return [];
    const told = escalations.map((ladder) => {
      const role = instead.get(ladder.trigger?.sla ?? '');
      return `\`${ladder.id}\` (${rungWords(ladder)}${role === undefined ? '' : `; in its place \`${role}\` is told of the promise`})`;
    });
    return [{ subject: coordinate, field: 'escalations', sort: 'limit', reason: `An alert of OpenSLO has one condition, how fast an error budget is used up, and knows no single case and no second rung. These ladders are left out: ${told.join(', ')}. The target \`prometheus\` writes rules of ladders, and tells which of them it cannot write.` }];
  });
}

function rungWords({ rungs = [] }: Escalation): string {
  return rungs.length === 0 ? 'no rungs' : rungs.map(({ after = 'some time', to = 'nobody' }) => `\`${to}\` after ${after}`).join(', ');
}
