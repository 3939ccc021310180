import type { Answer } from '../approvals.js';
import type { GateRule } from '../gate-rule.js';
import { aboutOf, placeOf } from '../missing-approvals.js';

/** A regulated change is never the work and the decision of one person. */
export const authorNotAlone: GateRule = {
  id: 'change/author-not-alone',
  code: 'CHG-003',
  summary: 'Of a regulated change, somebody else than its author decides; where nobody knows who the author is, two people do.',
  rationale: 'Whoever checks his or her own work overlooks the same thing twice.',
  severity: 'error',
  remedy: 'approval',
  serves: ['S2.M5.6'],
  example: 'The teams do not know who wrote this, and `data-catalog:claims-data` (1 breaking change; 1 regulated) is regulated: two people of the teams have to agree, and 1 has.',
  *check({ answers, agreement, judge }) {
    if (agreement === undefined || agreement.isAuthorKnown || judge.policy.value.approvals?.regulated?.separation === 'none') return;
    const answer = answers.find(isOfRegulated);
    if (answer === undefined || agreement.people.size >= 2) return;
    const { subject, changes } = answer.demand;
    yield { subject, message: `The teams do not know who wrote this, and ${aboutOf(answer)} is regulated: two people of the teams have to agree, and ${agreement.people.size} has.`, hint: 'Let another person of the teams approve, or name the author with `handles` in a team first.', ...placeOf(changes) };
  },
};

function isOfRegulated({ demand: { changes } }: Answer): boolean {
  return changes.some(({ regulated }) => regulated);
}
