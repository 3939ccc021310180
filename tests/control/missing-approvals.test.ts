import { describe, expect, it } from 'vitest';
import { exampleReview } from '../../src/control/example-review.js';
import { edit, policyAsking } from '../../src/control/example-texts.js';

const people = ['lead', 'director', 'deputy', 'clerk'].map((id) => `  - {id: ${id}, handles: [${id}-login, ${id}-second]}\n`).join('');
const team = `apiVersion: waymark/v1\nkind: Team\nid: desk\ntitle: Desk\nversion: 1.0.0\nstatus: active\nowner: desk\nfunction: service\npeople:\n${people}roles:\n  - {id: lead, person: lead}\n  - {id: owner, person: clerk}\n  - {id: director, person: director, delegate: desk#deputy}\n  - {id: deputy, person: deputy}\nescalatesTo: desk#director\n`;
const leaves = (id: string, other: string): ReturnType<typeof edit>[] => [edit('desk.yaml', `  - {id: ${id}, handles: [${id}-login, ${id}-second]}\n`, ''), edit('desk.yaml', `person: ${id}}`, `person: ${other}}`)];

describe('whoever leaves with the change', () => {
  it('is told once for all roles of a team, with all who may agree instead', () => {
    const { objections } = exampleReview({ title: '', before: { 'desk.yaml': team, 'policy.yaml': policyAsking('  compatible: {all: [journey-owner]}\n  breaking: {all: [journey-owner, compliance]}\n').replace('compliance: payments#lead', 'compliance: desk#lead') }, edits: [...leaves('lead', 'deputy'), ...leaves('clerk', 'deputy')] });
    const hints = objections.filter(({ code }) => code === 'CHG-002').flatMap(({ hint = '' }) => /Whoever fills [^]*? instead/.exec(hint) ?? []);
    expect(objections.filter(({ message }) => message.includes('`desk#'))).toHaveLength(2);
    expect(hints).toEqual(['Whoever fills `desk#owner` and `desk#lead` leaves the team with this change, so `desk#director` (director-login, director-second, deputy-login or deputy-second) may agree instead']);
  });
});
