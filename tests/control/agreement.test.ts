import { describe, expect, it } from 'vitest';
import { agreementOf, type Agreement } from '../../src/control/agreement.js';
import type { HostApproval } from '../../src/control/host.js';
import { workspaceOf } from '../../src/diff/example-workspace.js';
import { exampleFiles } from '../../src/validate/example-workspace.js';

/** One person in two teams, with a login of her own in each and one in both. */
const people = { 'people.yaml': exampleFiles['directory.yaml']!
  .replace('{id: a-huber, handles: [a-huber]}', '{id: a-huber, handles: [a-huber, Anna]}')
  .replace('{id: b-roth, handles: [b-roth]}', '{id: b-roth, handles: [b-roth]}, {id: anna-h, handles: [anna, anna-work]}') };
const { 'directory.yaml': _, ...rest } = exampleFiles;
const workspace = workspaceOf({ ...rest, ...people });

function agreed(approvals: readonly Partial<HostApproval>[], author = 'somebody', covers = true): Agreement {
  const given = approvals.map((each, index): HostApproval => ({ login: 'a-huber', commit: 'c', state: 'approved', at: `2026-11-2${index}T09:00:00Z`, ...each }));
  return agreementOf({ before: workspace, after: workspace }, { host: 'git.example', repository: 'journeys', pullRequest: 1, base: 'b', head: 'c', author, committers: [author], approvals: given }, () => covers);
}

describe('who has agreed, as the host says', () => {
  it('counts a person once, in however many teams and by however many logins', () => {
    const { people: counted, logins } = agreed([{ login: 'a-huber' }, { login: 'anna-work' }, { login: 'b-roth' }]);
    expect(counted.size).toBe(2);
    expect([...logins].sort()).toEqual(['a-huber', 'anna-work', 'b-roth']);
  });

  it('takes no word of who wrote it, by whichever login', () => {
    expect([...agreed([{ login: 'anna-work' }, { login: 'b-roth' }], 'A-Huber').logins]).toEqual(['b-roth']);
  });

  it('counts nobody of a team that is retired, and still knows which logins are those of one person', () => {
    const text = people['people.yaml'].replace('payments: {title: Payments,', 'payments: {title: Payments, status: retired,');
    const retired = workspaceOf({ ...rest, 'people.yaml': text });
    const given = (author: string): Agreement => agreementOf({ before: retired, after: retired }, { host: 'git.example', repository: 'journeys', pullRequest: 1, base: 'b', head: 'c', author, committers: [author], approvals: ['b-roth', 'a-huber'].map((login) => ({ login, commit: 'c', state: 'approved', at: '2026-11-20T09:00:00Z' })) }, () => true);
    expect([given('x').people.size, given('b-roth').isAuthorKnown, given('anna-work').people.size]).toEqual([1, false, 0]);
  });

  it('compares logins without regard to capitals', () => {
    expect([...agreed([{ login: 'B-Roth' }]).logins]).toEqual(['b-roth']);
    expect(agreed([], 'ANNA').isAuthorKnown).toBe(true);
  });

  it('takes no sign for a letter that it only looks like', () => {
    const kelvin = { ...people, 'people.yaml': people['people.yaml'].replace('handles: [b-roth]', 'handles: [b-kroth]') };
    const versions = workspaceOf({ ...rest, ...kelvin });
    const told = (login: string): number => agreementOf({ before: versions, after: versions }, { host: 'git.example', repository: 'journeys', pullRequest: 1, base: 'b', head: 'c', author: 'x', committers: ['x'], approvals: [{ login, commit: 'c', state: 'approved', at: '2026-11-20T09:00:00Z' }] }, () => true).people.size;
    expect(['b-kroth', 'B-KROTH', 'b-\u212aroth', '\u0431-kroth', 'b-k roth', 'b\u2010kroth'].map(told)).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it('takes a login with an @ or with spaces around it for the same one', () => {
    expect(agreed([{ login: 'b-roth' }, { login: ' b-roth' }, { login: '@B-Roth' }, { login: 'b-roth\u00a0' }]).people.size).toBe(1);
    expect([...agreed([{ login: '@anna-work' }, { login: 'b-roth' }], ' a-huber').logins]).toEqual(['b-roth']);
  });

  it('takes no approval for the last word where something else was said in the same moment', () => {
    const [yes, no] = [{ login: 'b-roth', at: '2026-11-20T09:00:00.000000001Z' }, { login: 'b-roth', state: 'dismissed', at: '2026-11-20T09:00:00.000000002Z' }] as const;
    expect([agreed([yes, no]).logins.size, agreed([no, yes]).logins.size]).toEqual([0, 0]);
  });

  it('takes the latest word of each login, in whichever order they are told', () => {
    const [yes, no] = [{ login: 'b-roth', at: '2026-11-20T09:00:00Z' }, { login: 'B-ROTH', state: 'changes-requested', at: '2026-11-20T10:30:00+01:00' }] as const;
    expect(agreed([yes, no]).logins.size).toBe(0);
    expect(agreed([no, yes]).logins.size).toBe(0);
    expect(agreed([no, { ...yes, at: '2026-11-20T09:31:00Z' }]).logins.size).toBe(1);
    expect(agreed([yes, { ...no, state: 'commented' }]).logins.size).toBe(1);
    expect(agreed([yes, { ...no, state: 'dismissed' }]).logins.size).toBe(0);
  });

  it('counts nobody whom the judging teams do not know, and no word about something else', () => {
    expect(agreed([{ login: 'stranger' }]).people.size).toBe(0);
    expect(agreed([{ login: 'b-roth' }], 'somebody', false).logins.size).toBe(0);
  });
});
