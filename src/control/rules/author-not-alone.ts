import type { Answer } from '../approvals.js';
import { exampleData, keepLess, policyAsking } from '../example-texts.js';
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
  examples: {
    valid: [
      { title: 'Two people of the teams have agreed', before: governed(''), edits: keepLess, host: { author: 'somebody', approvedBy: ['a-huber', 'b-roth'] } },
      { title: 'The teams know who wrote it', before: governed(''), edits: keepLess, host: { author: 'a-huber', approvedBy: ['b-roth'] } },
      { title: 'The Policy does not ask for it', before: governed(', separation: none'), edits: keepLess, host: { author: 'somebody', approvedBy: ['b-roth'] } },
    ],
    invalid: [
      {
        title: 'Nobody knows the author, and one person has agreed',
        before: governed(''),
        edits: keepLess,
        host: { author: 'somebody', approvedBy: ['b-roth'] },
        at: 'P1Y',
        message: 'The teams do not know who wrote this, and `data-catalog:claims-data` (1 compatible change, regulated) is regulated: two people of the teams have to agree, and 1 has.',
      },
    ],
  },
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

function governed(more: string): { readonly [path: string]: string } {
  return { 'policy.yaml': policyAsking(`  regulated: {all: [compliance]${more}}\n`), 'data.yaml': exampleData };
}
