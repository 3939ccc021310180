import { describe, expect, it } from 'vitest';
import { wayOver } from '../../src/control/range-words.js';
import { review, type Review } from '../../src/control/review.js';
import type { HostReport } from '../../src/control/host.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { journeyTexts } from '../support/journey-texts.js';

type Files = { readonly [path: string]: string };

const insurance = journeyTexts('insurance');
const settlement = 'slas/motor-claim-settlement.yaml';
const kpi = 'kpis/claim-csat.yaml';

/** The promise is loosened, and later something about it changes that harms nobody. */
const loosened = insurance[settlement]!.replace('{within: 10d, percent: 90', '{within: 12d, percent: 88').replace('floor: 10d', 'floor: 12d').replace('version: 1.2.0', 'version: 2.0.0').replace('from: 2026-09-01', 'from: 2026-12-10');
const touched = loosened.replace('warnAt: 80', 'warnAt: 70').replace('version: 2.0.0', 'version: 2.1.0');
const reworded = loosened.replace(/^title: .*$/m, 'title: How long a claim takes').replace('version: 2.0.0', 'version: 2.0.1');

const deciders = { 'claims-cx#journey-owner': 'a-huber', 'claims-at#journey-owner': 'l-gruber', 'claims-ops#lead': 'j-peters', 'claims-cx#service-level-manager': 'm-okafor' };

function recordOf(roles: readonly (keyof typeof deciders)[], id = 'change-2026-090', version = '2.0.0'): Files {
  const approvals = roles.map((role) => `  - {role: ${role}, person: ${deciders[role]}, set: "sha256:0"}\n`).join('');
  return { [`records/${id}.yaml`]: `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntype: change\ndate: 2026-11-05\nby: [claims-cx#journey-owner]\nsubject: [motor-claim-settlement@${version}]\nlevels: [breaking]\nregulated: false\nimpact: {training: none}\napprovals:\n${approvals}outcome: approved\n` };
}

const head = '1'.repeat(40);

function hostOf(logins: readonly string[]): HostReport {
  return { host: 'git.example', repository: 'journeys', pullRequest: 17, base: '0'.repeat(40), head, author: 's-lang', committers: ['s-lang'], approvals: logins.map((login) => ({ login, commit: head, state: 'approved', at: '2026-11-21T10:00:00Z' })) };
}

const released = loadWorkspaceFrom(insurance);

function reviewed(merged: Files, now: Files, logins: readonly string[] = ['a-huber'], isSince = true): Review {
  const [before, after] = [{ ...insurance, ...merged }, { ...insurance, ...merged, ...now }].map(loadWorkspaceFrom) as [typeof released, typeof released];
  return review({ before, after }, { today: '2026-11-22', host: hostOf(logins), ...(isSince ? { since: released } : {}) });
}

function told({ objections }: Review): readonly string[] {
  return objections.filter(({ code }) => /CHG-01[789]/.test(code)).map(({ code, message }) => `${code} ${message}`);
}

const everybody = Object.keys(deciders) as (keyof typeof deciders)[];

describe('everything since the last release', () => {
  it('is what a promise is weighed against that was deleted and comes back with less', () => {
    const { [settlement]: _, ...without } = insurance;
    const comesBack = (known: object): Review => review({ before: loadWorkspaceFrom(without), after: loadWorkspaceFrom({ ...without, [settlement]: loosened }) }, { today: '2026-11-22', ...known });
    const activated = (known: object): object => comesBack(known).changes.find(({ kind }) => kind === 'spec-activated')!;
    expect(activated({ since: released })).toMatchObject({ level: 'breaking', harms: expect.arrayContaining(['customer']) as string[], message: expect.stringContaining('Since it held last, as 1.2.0, it says something else.') as string });
    expect(activated({})).toMatchObject({ harms: [], message: expect.not.stringContaining('held last') as string });
  });

  it('asks whom all slices together ask for, though the last slice asks for fewer', () => {
    const { answers, objections } = reviewed({ [settlement]: loosened }, { [settlement]: touched });
    expect(answers.flatMap(({ demand }) => demand.approvers.map(({ role }) => role))).toEqual(['claims-cx#journey-owner']);
    expect(objections.filter(({ code }) => code === 'CHG-017').map(({ message }) => message)).toEqual([
      expect.stringContaining('`claims-at#journey-owner` (l-gruber) has to agree to that'),
      expect.stringMatching(/^Since the release, `sla:motor-claim-settlement` has gone from 1\.2\.0 over 2\.0\.0 to 2\.1\.0, and all of it together is .*breaking.*\. `claims-ops#lead` \(j-peters\) has to agree to that: no Record shows that this role agreed to each step\.$/),
      expect.stringContaining('`claims-cx#service-level-manager` (m-okafor) has to agree to that'),
    ]);
    expect(objections.find(({ code }) => code === 'CHG-017')).toMatchObject({ remedy: 'approval', severity: 'error', hint: expect.stringContaining('`10d`') as string });
    expect(told(reviewed({ [settlement]: loosened }, { [settlement]: touched }, ['a-huber'], false))).toEqual([]);
  });

  it('is content where every Record since then carries the role, up to the version on the branch', () => {
    expect(told(reviewed({ [settlement]: loosened, ...recordOf(everybody) }, { [settlement]: touched }))).toEqual([]);
    expect(told(reviewed({ [settlement]: loosened, ...recordOf(everybody.slice(0, -1)) }, { [settlement]: touched }))).toEqual([expect.stringContaining('m-okafor')]);
    expect(told(reviewed({ [settlement]: loosened, ...recordOf(everybody), ...recordOf(everybody.slice(0, -1), 'change-2026-089', '1.3.0') }, { [settlement]: touched }))).toEqual([expect.stringContaining('m-okafor')]);
    expect(told(reviewed({ [settlement]: loosened, ...recordOf(everybody, 'change-2026-090', '1.3.0') }, { [settlement]: touched }))).toHaveLength(3);
    const withoutSet = Object.fromEntries(Object.entries(recordOf(everybody)).map(([path, text]) => [path, text.replaceAll(', set: "sha256:0"', '')]));
    expect(told(reviewed({ [settlement]: loosened, ...withoutSet }, { [settlement]: touched }))).toHaveLength(3);
    const unknown = Object.fromEntries(Object.entries(recordOf(everybody)).map(([path, text]) => [path, text.replace('person: m-okafor', 'person: nobody')]));
    expect(told(reviewed({ [settlement]: loosened, ...unknown }, { [settlement]: touched }))).toEqual([expect.stringContaining('m-okafor')]);
  });

  it('is content where the role agrees to this change, and counts no Record that comes with it', () => {
    expect(told(reviewed({ [settlement]: loosened }, { [settlement]: touched }, ['a-huber', 'l-gruber', 'j-peters', 'm-okafor']))).toEqual([]);
    expect(told(reviewed({ [settlement]: loosened }, { [settlement]: touched, ...recordOf(everybody) }, ['a-huber', 'l-gruber', 'j-peters']))).toEqual([expect.stringMatching(/^CHG-017 .*m-okafor/), 'CHG-019 The Record `change-2026-090` says that `m-okafor` agreed as `claims-cx#service-level-manager`, and the code host does not.']);
  });

  it('leaves alone what this change does not touch, or only rewords', () => {
    expect(told(reviewed({ [settlement]: loosened }, { [kpi]: insurance[kpi]!.replace('value: 78', 'value: 79') }))).toEqual([]);
    expect(told(reviewed({ [settlement]: loosened }, { [settlement]: reworded }, ['j-marin']))).toEqual([]);
  });

  it('says of a number that stayed that it did', () => {
    const [late, now] = [loosened, touched].map((text) => ({ [settlement]: text.replace(/version: 2\..\.0/, 'version: 1.2.0') }));
    const messages = reviewed(late!, now!, ['a-huber']).objections.filter(({ code }) => /CHG-01[78]/.test(code)).map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(1);
    for (const message of messages) expect(message).toMatch(/^Since the release, `sla:motor-claim-settlement` has changed under the number 1\.2\.0, and all of it together (?:is|asks for) /);
  });

  it.each([
    [['1.0.0', '2.0.0', '2.1.0'], 'has gone from 1.0.0 over 2.0.0 to 2.1.0'],
    [['1.0.0', '1.0.0', '2.0.0'], 'has gone from 1.0.0 to 2.0.0'],
    [['1.0.0', '2.0.0', '1.0.0'], 'has gone from 1.0.0 over 2.0.0 to 1.0.0'],
    [['', '', 'nothing'], 'has gone from what it was to nothing'],
    [['', '', ''], 'has changed'],
  ])('tells the versions %j in words', (versions, words) => {
    expect(wayOver(versions)).toBe(words);
  });

  it('asks for the version that all slices together ask for', () => {
    const late = { [settlement]: loosened.replace('version: 2.0.0', 'version: 1.3.0') };
    const now = { [settlement]: touched.replace('version: 2.1.0', 'version: 1.4.0') };
    const { bumps, objections } = reviewed(late, now, ['a-huber', 'j-peters', 'm-okafor']);
    expect(bumps.map(({ verdict }) => verdict)).toEqual(['enough']);
    expect(objections.filter(({ code }) => code === 'CHG-018').map(({ message, remedy }) => [remedy, message])).toEqual([['version', 'Since the release, `sla:motor-claim-settlement` has gone from 1.2.0 to 1.4.0, and all of it together asks for a major step. Raise the version to 2.0.0.']]);
  });
});
