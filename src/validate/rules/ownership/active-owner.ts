import { specName } from '../../../analysis/spec-words.js';
import { sentence } from '../../../base/words.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Rule } from '../../rule.js';

const sla = 'apiVersion: waymark/v1\nkind: Sla\nid: answer\ntitle: Answer\nversion: 1.0.0\nstatus: active\nowner: cards\n';

/** Something in force whose owner is not. */
export const activeOwner: Rule = {
  id: 'ownership/active-owner',
  code: 'OWN-001',
  summary: 'What is active is owned by a team that is active.',
  rationale: 'A document without an owner at work is one that nobody corrects, answers for or explains.',
  severity: 'error',
  preset: 'starter',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S0.D4'],
  examples: {
    valid: [{ title: 'The owning team is active', files: { 'team.yaml': team('active'), 'sla.yaml': sla } }],
    invalid: [
      {
        title: 'The owning team has been retired',
        files: { 'team.yaml': team('retired'), 'sla.yaml': sla },
        at: 'cards',
        message: 'SLA `answer` is active, but its owner, team `cards`, is retired.',
      },
    ],
  },
  *check({ workspace }) {
    for (const spec of workspace.specs) {
      const owner = namesItsOwner(spec) ? workspace.find('Team', spec.owner) : undefined;
      if (owner === undefined || owner === spec || isActive(owner)) continue;
      const state = owner.status === 'draft' ? 'still a draft' : owner.status;
      yield {
        at: { spec, path: ['owner'] },
        cause: owner.coordinate,
        message: isActive(spec) ? `${sentence(specName(spec))} is active, but its owner, team \`${owner.id}\`, is ${state}.` : `The owner of ${specName(spec)}, team \`${owner.id}\`, is ${state}.`,
        hint: owner.status === 'draft' ? `Set \`status: active\` in team \`${owner.id}\`, or name the team that answers for it today.` : 'Agree with the team that answers for it today, and write its id after `owner:`.',
      };
    }
  },
};

/** An entry of a Directory mostly has the owner of its Directory, which is told there. */
function namesItsOwner({ directory, owner }: Spec): boolean {
  return directory === undefined || directory.owner !== owner;
}

function team(status: string): string {
  return `apiVersion: waymark/v1\nkind: Team\nid: cards\ntitle: Cards\nversion: 1.0.0\nstatus: ${status}\nowner: claims\n`;
}
