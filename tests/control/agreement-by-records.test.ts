import { describe, expect, it } from 'vitest';
import { review, type Review } from '../../src/control/review.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { journeyTexts } from '../support/journey-texts.js';

type Files = { readonly [path: string]: string };

const examples = journeyTexts('insurance');
const insurance: Files = { ...examples, 'policy/policy.yaml': examples['policy/policy.yaml']!.replace('source: host', 'source: records') };
const settlement = 'slas/motor-claim-settlement.yaml';
const catalog = 'data/claims-data.yaml';
const loosened = { [settlement]: insurance[settlement]!.replace('{within: 10d, percent: 90', '{within: 12d, percent: 88').replace('floor: 10d', 'floor: 12d').replace('version: 1.2.0', 'version: 2.0.0').replace('from: 2026-09-01', 'from: 2026-12-10') };
const shorter = { [catalog]: insurance[catalog]!.replace(/(id: iban.*period: )P13M/, '$1P12M').replace('version: 3.0.0', 'version: 3.1.0').replace(/effective: \{from: [0-9-]+\}/, 'effective: {from: 2026-12-10}') };
const base = loadWorkspaceFrom(insurance);

interface Approved {
  readonly role: string;
  readonly person: string;
}

const deciders: readonly Approved[] = [{ role: 'claims-cx#journey-owner', person: 'a-huber' }, { role: 'claims-ops#lead', person: 'j-peters' }, { role: 'claims-at#journey-owner', person: 'l-gruber' }, { role: 'claims-cx#service-level-manager', person: 'm-okafor' }];

function recordOf(set: string, approvals: readonly Approved[], subject = 'motor-claim-settlement@2.0.0', regulated = false): Files {
  const lines = approvals.map(({ role, person }) => `  - {role: ${role}, person: ${person}, set: "${set}"}\n`).join('');
  return { 'records/change-2026-090.yaml': `apiVersion: waymark/v1\nkind: Record\nid: change-2026-090\ntype: change\ndate: 2026-11-05\nby: [claims-cx#journey-owner]\nsubject: [${subject}]\nlevels: [breaking]\nregulated: ${regulated}\nimpact: {training: none}\napprovals:\n${lines}effective: {from: 2026-12-10}\noutcome: approved\n` };
}

function reviewed(files: Files, before: Files = insurance): Review {
  return review({ before: before === insurance ? base : loadWorkspaceFrom(before), after: loadWorkspaceFrom({ ...before, ...files }) }, { today: '2026-11-22' });
}

function asked({ objections }: Review): readonly string[] {
  return objections.filter(({ code }) => code === 'CHG-002').flatMap(({ message }) => /\(([a-z-]+)\) has to agree/.exec(message)?.[1] ?? []).toSorted();
}

describe('where the Policy believes Records', () => {
  const { set } = reviewed(loosened);

  it('counts what a new Record says of just this set', () => {
    expect(asked(reviewed(loosened))).toEqual(['a-huber', 'j-peters', 'l-gruber', 'm-okafor']);
    const all = reviewed({ ...loosened, ...recordOf(set, deciders) });
    expect(all.set).toBe(set);
    expect(all.objections).toEqual([]);
    expect(asked(reviewed({ ...loosened, ...recordOf(set, deciders.filter(({ person }) => person !== 'j-peters')) }))).toEqual(['j-peters']);
  });

  it('takes no Record for the other person who has to look at a first adoption', () => {
    const adopted = reviewed({ ...insurance, ...recordOf(reviewed(insurance, {}).set, deciders, 'motor-claim-settlement@1.2.0') }, {});
    expect([adopted.isFirstAdoption, adopted.claims.some(({ isCurrent }) => isCurrent)]).toEqual([true, true]);
    expect(adopted.objections.map(({ code }) => code)).toContain('CHG-015');
  });

  it('counts nothing about another set', () => {
    expect(asked(reviewed({ ...loosened, ...recordOf(`sha256:${'0'.repeat(64)}`, deciders) }))).toEqual(['a-huber', 'j-peters', 'l-gruber', 'm-okafor']);
    const worse = { [settlement]: loosened[settlement]!.replace('percent: 88', 'percent: 80') };
    expect(asked(reviewed({ ...worse, ...recordOf(set, deciders) }))).toEqual(['a-huber', 'j-peters', 'l-gruber', 'm-okafor']);
  });

  it('lets no Record stand that names changes which nobody has seen: later it would pass for an agreement to this slice', () => {
    const bought = [...deciders, { role: 'compliance#lead', person: 'y-amari' }];
    const forged = (files: Files): Files => Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/(y-amari, set: ")sha256:[0-9a-f]+/, `$1sha256:${'0'.repeat(64)}`)]));
    const said = (files: Files): readonly string[] => reviewed({ ...loosened, ...files }).objections.filter(({ code }) => code === 'CHG-019').map(({ severity, message }) => `${severity}: ${message}`);
    expect(said(recordOf(set, bought))).toEqual([]);
    expect(said(forged(recordOf(set, bought)))).toEqual(['error: The Record `change-2026-090` says that `compliance#lead` agreed to other changes than these, so it shows nobody’s agreement.']);
  });

  it('counts nobody whom the teams of the branch do not know in that role or its team', () => {
    for (const person of ['nobody', 'y-amari']) expect(asked(reviewed({ ...loosened, ...recordOf(set, deciders.map((each) => (each.role === 'claims-ops#lead' ? { ...each, person } : each))) }))).toEqual(['j-peters']);
    const team = insurance['people/claims-ops.yaml']!.replace('people:\n', 'people:\n  - {id: mallory, handles: [mallory]}\n').replace(/(id: lead,.*person: )j-peters/, '$1mallory');
    expect(team).toContain('person: mallory');
    const made = { ...loosened, 'people/claims-ops.yaml': team };
    expect(asked(reviewed({ ...made, ...recordOf(reviewed(made).set, deciders.map((each) => (each.role === 'claims-ops#lead' ? { ...each, person: 'mallory' } : each))) }))).toContain('j-peters');
  });

  it('counts no Record that stands on the branch', () => {
    const merged = { ...insurance, ...recordOf(set, deciders) };
    const again = reviewed(loosened, merged);
    expect([again.set, asked(again)]).toEqual([set, ['a-huber', 'j-peters', 'l-gruber', 'm-okafor']]);
  });

  it('asks for two people where a change is regulated, because nobody knows who wrote it', () => {
    const approvers = reviewed(shorter).answers.flatMap(({ demand }) => demand.approvers.map(({ role, people }) => ({ role, person: people[0]!.id.split('/')[1]! })));
    const [regulated, single] = [reviewed(shorter).set, { ...insurance, 'policy/policy.yaml': insurance['policy/policy.yaml']!.replace('regulated: {all: [journey-owner, compliance]', 'regulated: {all: [journey-owner]').replace('    - {path: "dataCatalog.**", add: [dpo]}\n', '') }];
    const record = (all: readonly Approved[], digest: string): Files => recordOf(digest, all, 'claims-data@3.1.0', true);
    expect(new Set(approvers.map(({ person }) => person)).size).toBeGreaterThan(1);
    expect(reviewed({ ...shorter, ...record(approvers, regulated) }).objections.map(({ code }) => code)).toEqual([]);
    const owner = [{ role: 'data-office#lead', person: 'q-reiter' }];
    const one = reviewed({ ...shorter, ...record(owner, reviewed(shorter, single).set) }, single);
    expect(one.objections.filter(({ code }) => code === 'CHG-003').map(({ message }) => message)).toEqual([expect.stringContaining('two people of the teams have to agree, and 1 has')]);
  });
});
