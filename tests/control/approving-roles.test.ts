import { describe, expect, it } from 'vitest';
import { exampleReview } from '../../src/control/example-review.js';
import { edit, policyAsking } from '../../src/control/example-texts.js';
import { diff } from '../../src/diff/diff.js';
import type { Edit } from '../../src/diff/change-kind.js';
import { workspaceOf, withEdits } from '../../src/diff/example-workspace.js';
import { exampleFiles } from '../../src/validate/example-workspace.js';
import { activeDocument } from '../../src/validate/example-texts.js';

const team = activeDocument('Team', 'office', `function: law
people: [{id: c-wolf, handles: [c-wolf]}, {id: d-kern, handles: [d-kern]}]
roles: [{id: conduct, person: c-wolf}, {id: deputy, person: d-kern}, {id: clerk, person: c-wolf}]
`);
const policy = policyAsking('  compatible: {all: [journey-owner]}\n  breaking: {all: [journey-owner]}\n  regulated: {all: [compliance]}\n').replace('payments#lead', 'office#conduct');
const before = { 'team.yaml': team, 'policy.yaml': policy };

/** What is told of an edit of the team, and which roles have to agree to it. */
function weighed(change: Edit, files = before): { readonly told: readonly string[]; readonly asked: readonly string[] } {
  const example = { title: '', before: files, edits: [change] };
  const told = diff(workspaceOf({ ...exampleFiles, ...files }), workspaceOf(withEdits({ ...exampleFiles, ...files }, [change]))).map(({ kind, level, regulated, harms, message }) => `${kind} ${level}${regulated ? ' regulated' : ''}, harms ${harms.join() || 'nobody'}: ${message}`);
  return { told, asked: exampleReview(example).answers.flatMap(({ demand }) => demand.approvers.map(({ role }) => `${demand.approver} ${role}`)) };
}

describe('who fills a role on which approvals rest', () => {
  const heavy = (kind: string): string => `${kind} breaking regulated, harms customer,staff,regulator: `;

  it('is agreed to as what the Policy says of the role is', () => {
    const { told, asked } = weighed(edit('team.yaml', 'id: conduct, person: c-wolf', 'id: conduct, person: d-kern'));
    expect(told).toEqual([`${heavy('role-person-changed')}The \`person\` of role \`conduct\` in team \`office\` was \`c-wolf\` and is now \`d-kern\`. The Policy asks this role as \`compliance\`.`]);
    expect(asked).toContain('compliance office#conduct');
  });

  it('is said as well by who stands in for it', () => {
    const one = weighed(edit('team.yaml', 'id: conduct, person: c-wolf', 'id: conduct, person: c-wolf, delegate: office#deputy'));
    expect(one.told).toEqual([`${heavy('role-delegate-added')}The \`delegate\` of role \`conduct\` in team \`office\` is new: \`office#deputy\`. The Policy asks this role as \`compliance\`.`]);
    expect(one.asked).toContain('compliance office#conduct');
    const standing = { ...before, 'team.yaml': team.replace('id: conduct, person: c-wolf', 'id: conduct, person: c-wolf, delegate: office#deputy') };
    expect(weighed(edit('team.yaml', 'id: deputy, person: d-kern', 'id: deputy, person: c-wolf'), standing).told).toEqual([expect.stringMatching(/^role-person-changed breaking regulated/)]);
  });

  it('weighs like that where the team is one of a Directory', () => {
    const named = { ...before, 'policy.yaml': policy.replace('office#conduct', 'claims#lead') };
    expect(weighed(edit('directory.yaml', 'roles: [{id: lead, person: a-huber}]', 'roles: [{id: lead, person: a-huber, delegate: payments#lead}]'), named).told).toEqual([expect.stringMatching(/^role-delegate-added breaking regulated/)]);
  });

  it('may be said with less where nobody did: nobody could agree to it', () => {
    const vacant = { ...before, 'team.yaml': team.replace('id: conduct, person: c-wolf', 'id: conduct') };
    expect(weighed(edit('team.yaml', '{id: conduct}', '{id: conduct, person: d-kern}'), vacant).told).toEqual([expect.stringMatching(/^role-person-added compatible, harms nobody: /)]);
  });

  it('weighs as before for any other role', () => {
    const { told, asked } = weighed(edit('team.yaml', 'id: clerk, person: c-wolf', 'id: clerk, person: d-kern'));
    expect(told).toEqual(['role-person-changed compatible, harms owner: The `person` of role `clerk` in team `office` was `c-wolf` and is now `d-kern`.']);
    expect(asked.filter((each) => each.startsWith('compliance'))).toEqual([]);
  });
});
