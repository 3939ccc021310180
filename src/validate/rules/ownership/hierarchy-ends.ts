import { circlesOf, type TeamLink } from '../../../analysis/team-hierarchy.js';
import { someOf } from '../../../base/words.js';
import { isActive, type Spec } from '../../../model/spec.js';
import type { Finding, Rule } from '../../rule.js';

/** Teams that belong to each other or call each other for help in a circle. */
export const hierarchyEnds: Rule = {
  id: 'ownership/hierarchy-ends',
  code: 'OWN-005',
  summary: 'The order of teams has a top, and every escalation from team to team comes to an end.',
  rationale: 'In a circle each team passes the trouble on, and the customer waits until it comes back to where it began.',
  severity: 'error',
  preset: 'starter',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S2.M5.3'],
  examples: {
    valid: [{ title: 'Each team calls the one above it', files: { 'directory.yaml': teams('escalatesTo: payments#lead', '') } }],
    invalid: [
      {
        title: 'Two teams call each other',
        files: { 'directory.yaml': teams('escalatesTo: payments#lead', 'escalatesTo: claims#lead') },
        at: 'payments#lead',
        message: 'Teams `claims` and `payments` escalate to each other without end.',
      },
      {
        title: 'A team belongs to itself',
        files: { 'directory.yaml': teams('parent: claims', '') },
        at: 'claims',
        message: 'Team `claims` belongs to itself.',
      },
    ],
  },
  *check({ workspace }) {
    for (const link of ['parent', 'escalatesTo'] as const) for (const circle of circlesOf(workspace, link)) yield finding(circle, link);
  },
};

function finding(circle: readonly Spec<'Team'>[], link: TeamLink): Finding {
  const first = circle.find(isActive) ?? circle[0]!;
  const others = circle.filter((team) => team !== first);
  const names = circle.length === 1 ? `Team \`${first.id}\`` : `Teams ${someOf(circle.map(({ id }) => `\`${id}\``))}`;
  const object = circle.length === 1 ? 'itself' : 'each other';
  return {
    at: { spec: first, path: [link] },
    message: link === 'parent' ? `${names} ${circle.length === 1 ? 'belongs' : 'belong'} to ${object}.` : `${names} ${circle.length === 1 ? 'escalates' : 'escalate'} to ${object} without end.`,
    hint: link === 'parent' ? 'Delete `parent` at the team that stands highest.' : 'Delete `escalatesTo` at the team that has the last word, or let it call a team above them all.',
    related: others.map((spec) => ({ message: 'The circle goes on here.', at: { spec, path: [link] } })),
  };
}

function teams(claims: string, payments: string): string {
  return `apiVersion: waymark/v1
kind: Directory
id: example
title: Who serves customers
version: 1.0.0
status: active
owner: claims
teams:
  claims:
    title: Claims
    roles: [{id: lead}]
    ${claims}
  payments:
    title: Payments
    roles: [{id: lead}]
    ${payments}
`;
}
