import { listOf, quoted } from '../../base/words.js';
import { findRole, isFilled } from '../../analysis/roles.js';
import type { Workspace } from '../../model/workspace.js';
import type { Difference } from '../difference.js';
import { namedPlace } from '../place-names.js';
import { sentenceOf } from '../sentence.js';
import type { Check } from './check.js';

/** Whoever fills a role agrees in its name the next time: to put somebody else there is to say otherwise who agrees. */
export const approvingRole: Check = {
  id: 'approving-role',
  summary: 'Who fills a role on which approvals rest, or stands in for it, says who agrees to changes, as the Policy does.',
  *judge({ versions, pair, differences }) {
    for (const difference of differences) {
      if (!saysWhoActs(difference)) continue;
      const role = `${pair.before.id}#${namedPlace(pair, difference).subject.split('/').at(-1)!}`;
      const symbols = symbolsOn(versions.before, role);
      if (symbols.length === 0 || isVacant(versions.before, role)) continue;
      yield { claims: [difference], level: 'breaking', regulated: true, harms: ['customer', 'staff', 'regulator'], approvers: ['journey-owner', 'compliance'], message: `${sentenceOf(pair, difference)} The Policy asks this role as ${listOf(quoted(symbols))}.` };
    }
  },
};

/** Where nobody agrees for it, nobody could agree to fill it. */
function isVacant(workspace: Workspace, role: string): boolean {
  const found = findRole(workspace, role);
  return found !== undefined && !isFilled(workspace, found);
}

function saysWhoActs({ shape, field }: Difference): boolean {
  return shape.replace(/InDirectory$/, '') === 'Role' && (field === 'person' || field === 'delegate');
}

/** What the Policy calls those for whom a role may agree: its own approvers, and those whom it stands in for. */
function symbolsOn(workspace: Workspace, role: string): readonly string[] {
  return Object.entries(workspace.policy.value.roles ?? {}).flatMap(([symbol, named]) => (actsFor(workspace, named).has(role) ? [symbol] : []));
}

/** A role and those that stand in for it, one after the other. */
function actsFor(workspace: Workspace, named: string): ReadonlySet<string> {
  const acting = new Set<string>();
  for (let role: string | undefined = named; role !== undefined && !acting.has(role); role = findRole(workspace, role)?.role.delegate) acting.add(role);
  return acting;
}
