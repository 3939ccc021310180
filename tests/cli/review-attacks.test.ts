import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, newRepository, type TestRepository } from '../support/git-repository.js';
import { journeyTexts } from '../support/journey-texts.js';
import { waymark, type Run } from './harness.js';
import { linesOf, pullRequest, reviewed } from './pull-request.js';

const insurance = journeyTexts('insurance');
const text = (path: string): string => insurance[path]!;
const [settlement, policy] = ['slas/motor-claim-settlement.yaml', 'policy/policy.yaml'] as const;

/** A promise to customers that is loosened; everything else is as it has to be. */
const loosened = text(settlement).replace(/^effective: .*$/m, 'effective: {from: 2026-12-10}').replace('{within: 10d, percent: 90', '{within: 12d, percent: 88').replace('floor: 10d', 'floor: 12d').replace('version: 1.2.0', 'version: 2.0.0');

/** What is told to be done. */
const toDo = (run: Run): string => linesOf(run).slice(linesOf(run).indexOf('To do:') + 1).filter((line) => line.startsWith('- ')).join('\n');

describe('names of versions', () => {
  const made = pullRequest({ 'waymark.yaml': text('waymark.yaml') }, { 'x.txt': 'x' });
  it.each(['--output=stolen', '-oProxyCommand=x', '^HEAD', 'HEAD^@', '@{-1}', 'HEAD@{1}', ':/Change', 'main..proposal', 'main...proposal', 'main^{/x}', '', ' ', 'main\nHEAD', '\u202emain'])('%j is refused by every verb and writes nothing', async (name) => {
    for (const verb of ['diff', 'bump', 'review']) {
      for (const args of [[name], ['main', name]]) {
        const run = await waymark(made.repository.folder, [verb, '--', ...args]);
        expect([verb, args, run.code, run.out]).toEqual([verb, args, 3, '']);
        expect(run.err).not.toMatch(/\n.*\n|at .*\.ts|[\u202e]/);
      }
    }
    expect(readdirSync(made.repository.folder).sort()).toEqual(['.git', 'waymark.yaml', 'x.txt']);
  });

  it('a tag named like the branch is not taken for it', async () => {
    const { repository, base, commits } = pullRequest(insurance, { [settlement]: loosened });
    repository.git('tag', 'main', commits[0]!);
    repository.git('tag', 'proposal', base);
    const run = await waymark(repository.folder, ['review', 'refs/heads/main', 'refs/heads/proposal', '--no-color']);
    expect([run.code, run.out.includes('sla-target')]).toEqual([4, false]);
    expect(linesOf(run)[0]).toMatch(/^Not ready to merge/);
    expect((await waymark(repository.folder, ['review', 'main', 'proposal'])).code).toBe(3);
  });
});

describe('a pull request does not judge itself', () => {
  it('by editing the Policy', async () => {
    const soft = text(policy).replace(/approvals:\n(?: {2}.*\n)+/, 'approvals: {source: records, breaking: {any: 1, from: [peer]}, regulated: {any: 1, from: [peer], separation: none}}\n').replace('profile: regulated', 'profile: starter');
    const run = await reviewed(pullRequest(insurance, { [settlement]: loosened, [policy]: soft }), { approvedBy: ['x-lorenz', 'f-krause'] });
    expect(run.code).not.toBe(0);
    expect(toDo(run)).toContain('`compliance#lead` (y-amari) has to agree to `policy:default`');
    expect(toDo(run)).toContain('`claims-cx#journey-owner` (a-huber) has to agree to `sla:motor-claim-settlement`');
  });

  it('by deleting it, or by naming another', async () => {
    const deleted = await reviewed(pullRequest(insurance, { [settlement]: loosened, [policy]: null, 'waymark.yaml': text('waymark.yaml').replace('policy: default\n', '') }));
    expect(toDo(deleted)).toContain('(a-huber) has to agree to `sla:motor-claim-settlement`');
    const lax = text(policy).replace('id: default', 'id: lax').replace(/approvals:\n(?: {2}.*\n)+/, '');
    const other = await reviewed(pullRequest(insurance, { [settlement]: loosened, 'policy/lax.yaml': lax, 'waymark.yaml': text('waymark.yaml').replace('policy: default', 'policy: lax') }));
    expect(toDo(other)).toContain('(a-huber) has to agree to `sla:motor-claim-settlement`');
    expect(toDo(other)).toContain('`workspace:insurance`');
  });

  it('by giving the workspace away: to whom it belonged has to agree as well', async () => {
    const taken = loosened.replace('owner: claims-cx', 'owner: claims-it');
    const run = await reviewed(pullRequest(insurance, { [settlement]: taken }), { approvedBy: ['x-lorenz'] });
    expect(toDo(run)).toContain('(a-huber) has to agree to `sla:motor-claim-settlement`');
  });

  it('by weighing a rule less, or excusing what it breaks', async () => {
    const broken = { [settlement]: loosened.replace('floor: 12d', 'floor: 10d') };
    const told = (run: Run): boolean => toDo(run).includes('nobody is to wait longer than 10d');
    expect(told(await reviewed(pullRequest(insurance, broken)))).toBe(true);
    const waiver = `apiVersion: waymark/v1\nkind: Record\nid: waiver-9\ntitle: Excused\ntype: waiver\ndate: 2026-11-20\nby: [claims-cx#lead]\nsubject: [motor-claim-settlement@2.0.0]\nrule: SLA-014\nreason: later\napprovals: [{role: claims-cx#lead}]\nexpires: 2026-12-31\n`;
    for (const rule of ['SLA-005', 'SLA-013', 'SLA-014']) expect(told(await reviewed(pullRequest(insurance, { ...broken, 'records/waiver.yaml': waiver.replace('SLA-014', rule) })))).toBe(true);
    const severity = text(policy).replace('severity: {KPI-003: error}', `severity: {KPI-003: error, ${['SLA-004', 'SLA-005', 'SLA-013', 'SLA-014', 'SLA-015'].map((rule) => `${rule}: info`).join(', ')}}`);
    expect(told(await reviewed(pullRequest(insurance, { ...broken, [policy]: severity })))).toBe(true);
  });

  it('by putting what it breaks into its own baseline', async () => {
    const repository = newRepository();
    const [known, validated] = ['known.json', (...args: readonly string[]) => waymark(repository.folder, ['validate', '--baseline', known, ...args])] as const;
    repository.commit(insurance);
    await validated('--update-baseline');
    const base = repository.commit({}, 'What is known');
    repository.git('checkout', '-q', '-b', 'proposal');
    repository.commit({ [settlement]: loosened.replace('floor: 12d', 'floor: 10d'), [known]: null });
    await validated('--update-baseline');
    const head = repository.commit({}, 'This is known now, too');
    expect(repository.git('diff', '--name-only', base, head)).toContain(known);
    expect((await validated()).out).not.toContain('nobody is to wait longer than 10d');
    const run = await reviewed({ repository, base, commits: [head] }, { approvedBy: ['x-lorenz', 'f-krause'] });
    expect([run.code, toDo(run).includes('nobody is to wait longer than 10d')]).toEqual([1, true]);
  });

  it('by calling more data, more steps or less evidence enough', async () => {
    const data = 'data/claims-data.yaml';
    const kept = { [data]: text(data).replace(/(claim-description.*?)retention: \{period: P3Y/, '$1retention: {period: P20Y') };
    const longer = { [policy]: text(policy).replaceAll('confidential: P3Y', 'confidential: P30Y') };
    const gone = { [policy]: text(policy).replace(/^data:\n(?: .*\n)+/m, '') };
    for (const change of [{}, longer, gone]) expect(toDo(await reviewed(pullRequest(insurance, { ...kept, ...change })))).toContain('confidential data may be kept for 3 years at most');
  });

  it('by starting from a commit at which the Policy asked for less', async () => {
    const repository = newRepository();
    const base = repository.commit({ ...insurance, [policy]: text(policy).replace(/approvals:\n(?: {2}.*\n)+/, 'approvals: {source: records, compatible: {any: 1, from: [peer]}, breaking: {any: 1, from: [peer]}, regulated: {any: 1, from: [peer]}}\n').replace('version: 1.2.0', 'version: 1.1.0') });
    repository.git('checkout', '-q', '-b', 'proposal');
    const head = repository.commit({ [settlement]: loosened });
    repository.git('checkout', '-q', 'main');
    const tip = repository.commit({ [policy]: text(policy) });
    const run = await reviewed({ repository, base, commits: [head] }, { base: tip, approvedBy: ['x-lorenz', 'f-krause'] });
    expect(run.code).toBe(4);
    expect(toDo(run)).toContain('(a-huber) has to agree to `sla:motor-claim-settlement`');
  });
});

describe('a document does not leave unseen', () => {
  const isTold = (run: Run): boolean => /`(?:sla:)?motor-claim-settlement`/.test(toDo(run)) && run.code !== 0;

  it('by being ignored', async () => {
    expect(isTold(await reviewed(pullRequest(insurance, { 'waymark.yaml': text('waymark.yaml').replace('ignore: ["sketches/**"]', 'ignore: ["sketches/**", "slas/motor-claim-settlement.yaml"]') })))).toBe(true);
  });

  it('by moving out of the workspace, or under another name of file', async () => {
    for (const path of ['slas/motor-claim-settlement.txt', '../elsewhere.yaml']) expect(isTold(await reviewed(pullRequest(insurance, { [settlement]: null, [path.replace('../', '')]: path.startsWith('..') ? 'a: 1\n' : loosened })))).toBe(true);
  });

  it('by moving into a workspace of its own', async () => {
    const nested = { 'slas/waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: hidden\ntitle: Hidden\nnamespace: a.b\norganisation: O\n' };
    expect(isTold(await reviewed(pullRequest(insurance, nested)))).toBe(true);
  });

  it('by taking another id', async () => {
    expect(isTold(await reviewed(pullRequest(insurance, { [settlement]: loosened.replace('id: motor-claim-settlement', 'id: motor-claim-promise') })))).toBe(true);
  });

  it('by becoming unreadable', async () => {
    const run = await reviewed(pullRequest(insurance, { [settlement]: `${loosened}stauts: active\n` }));
    expect(run.code).toBe(1);
    expect(isTold(run) || toDo(run).includes('stauts')).toBe(true);
  });

  it('by the names of two being swapped', async () => {
    const [one, other] = ['slas/claim-registration.yaml', 'slas/refusal-call.yaml'];
    const swapped = { [one]: text(one).replace('id: claim-registration', 'id: refusal-call\naliases: [claim-registration]'), [other]: text(other).replace('id: refusal-call', 'id: claim-registration\naliases: [refusal-call]') };
    const run = await reviewed(pullRequest(insurance, swapped));
    expect(run.code).not.toBe(0);
    expect(linesOf(run).join('\n')).toMatch(/breaking.*(?:claim-registration|refusal-call)/);
  });

  it('and a workspace that is new beside another one calls its own things by the same names', async () => {
    const second = { 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: second\ntitle: Second\nnamespace: second.example\norganisation: O\n', 'policy.yaml': 'apiVersion: waymark/v1\nkind: Policy\nid: default\ntitle: Rules\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-12-20}\nowner: cx-office\n', 'record.yaml': 'apiVersion: waymark/v1\nkind: Record\nid: change-2026-029\ntype: change\ndate: 2026-11-20\nby: [cx-office#lead]\nsubject: [second]\nregulated: true\nimpact: {harmed: none}\neffective: {from: 2026-12-20}\noutcome: proposed\n' };
    const beside = (name: string, files: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(files).map(([path, content]) => [`${name}/${path}`, content]));
    const run = await reviewed(pullRequest(beside('first', insurance), beside('second', second)));
    expect(toDo(run)).not.toMatch(/already on the branch|No new Record says why `second`/);
    expect(toDo(run)).toContain('to agree to `workspace:second`');
  });

  it('in a workspace that moves: its Policy goes with it', async () => {
    const moved = Object.fromEntries(Object.entries(insurance).flatMap(([path, content]) => [[path, null], [`new/${path}`, path === settlement ? loosened : content]]));
    const run = await reviewed(pullRequest(insurance, moved));
    expect(toDo(run)).toContain('(a-huber) has to agree to `sla:motor-claim-settlement`');
    expect(toDo(run)).not.toContain('First adoption');
    expect(linesOf(run).filter((line) => line.includes('breaking:')).length).toBeLessThan(6);
  });
});

describe('what somebody else has left behind helps nobody', () => {
  const crm = 'systems/crm.yaml';
  const recovery = (content: string): string => content.replace(/^recovery: .*$/m, 'recovery: {rto: 900h, rpo: 900h}').replace(/^effective: .*$/m, 'effective: {from: 2026-12-10}').replace(/^version: (\d+)\..*$/m, (_, major: string) => `version: ${Number(major) + 1}.0.0`);
  const stranger = { author: 'r-moser', approvedBy: [] };

  it('a document that could not be read before hides no deletion', async () => {
    const broken = { 'slas/wip.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: idea\nwindwo: refusal-call\n' };
    for (const files of [{ 'slas/refusal-call.yaml': null }, { 'slas/refusal-call.yaml': null, 'slas/wip.yaml': null }]) {
      const run = await reviewed(pullRequest({ ...insurance, ...broken }, files));
      expect([run.code === 0, linesOf(run).some((line) => line.includes('`refusal-call`'))]).toEqual([false, true]);
    }
  });

  it('a calendar loses no holidays by extending another one, or none', async () => {
    const run = await reviewed(pullRequest(insurance, { 'directory.yaml': text('directory.yaml').replace(/^ *extends: claims-hours\n/m, '').replace(/, extends: claims-hours/, '') }));
    expect(toDo(run)).toContain('to agree to `calendar:service-hours`');
    expect(linesOf(run).join('\n')).toMatch(/breaking: Calendar `service-hours` takes over nothing and took over the hours and holidays of `claims-hours`/);
  });

  it('an old commit from which the owner was another one', async () => {
    const repository = newRepository();
    const base = repository.commit({ ...insurance, [crm]: text(crm).replace(/^owner: .*$/m, 'owner: partner-garage') });
    repository.git('checkout', '-q', '-b', 'proposal');
    const head = repository.commit({ [crm]: recovery(text(crm).replace(/^owner: .*$/m, 'owner: partner-garage')) });
    repository.git('checkout', '-q', 'main');
    const tip = repository.commit({ [crm]: text(crm) });
    const owner = /^owner: (.*)$/m.exec(text(crm))![1]!;
    const run = await reviewed({ repository, base, commits: [head] }, { ...stranger, base: tip });
    expect(toDo(run)).toContain(`\`${owner}#`);
  });

  it('a team without roles that owned it', async () => {
    const people = { 'people/legal.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: legal\ntitle: Legal\nversion: 1.0.0\nstatus: active\nowner: legal\nfunction: compliance\n' };
    const owned = text(crm).replace(/^owner: .*$/m, 'owner: legal');
    const run = await reviewed(pullRequest({ ...insurance, ...people, [crm]: owned }, { [crm]: recovery(owned.replace('owner: legal', 'owner: partner-garage')) }), { approvedBy: ['r-moser'] });
    expect(toDo(run)).toContain('Nobody with a login fills `legal#lead`');
  });

  it('a Policy that forgot to name who decides about what breaks', async () => {
    const silent = text(policy).replace(/approvals:\n(?: {2}.*\n)+/, 'approvals: {breaking: {all: []}, compatible: {}}\n');
    const run = await reviewed(pullRequest({ ...insurance, [policy]: silent }, { [settlement]: loosened }), { approvedBy: ['r-moser'] });
    expect(run.code).toBe(4);
    expect(toDo(run)).toContain('to agree to `sla:motor-claim-settlement`');
  });
});

describe('a waiver is no way around whoever has to agree', () => {
  const waiver = (rule: string, subject: string, approvals: string, id = 'waiver-9'): string => `apiVersion: waymark/v1\nkind: Record\nid: ${id}\ntitle: Excused\ntype: waiver\ndate: 2026-11-20\nby: [compliance#lead]\nsubject: [${subject}]\nrule: ${rule}\nreason: agreed in the board\napprovals: [${approvals}]\nexpires: 2026-12-20\noutcome: granted\n`;
  const byCompliance = '{role: compliance#lead, person: y-amari}';
  const byBoth = `${byCompliance}, {role: claims-cx#journey-owner, person: a-huber}`;
  const mallory = { author: 'mallory' };

  it('where it excuses what binds versions, approvals and Records: it excuses nothing, before and after it is merged', async () => {
    const forged = Object.fromEntries(['CHG-001', 'CHG-002', 'CHG-017', 'CHG-018'].map((rule) => [`records/${rule}.yaml`, waiver(rule, 'motor-claim-settlement@1.2.0', byCompliance, `waiver-${rule.slice(-3)}`)]));
    const added = await reviewed(pullRequest(insurance, forged), mallory);
    expect(added.code).toBe(1);
    expect(toDo(added)).toContain('Nobody can excuse CHG-002');
    expect(toDo(added)).toContain('The Record `waiver-002` says that `y-amari` agreed as `compliance#lead`, and the code host does not.');
    const loose = await reviewed(pullRequest({ ...insurance, ...forged }, { [settlement]: loosened.replace('version: 2.0.0', 'version: 1.2.0') }), mallory);
    expect(loose.code).toBe(1);
    expect(toDo(loose)).toContain('(a-huber) has to agree to `sla:motor-claim-settlement`');
  });

  it('where what it excuses may be excused, without those whom the document asks', async () => {
    const forged = await reviewed(pullRequest(insurance, { 'records/waiver.yaml': waiver('CHG-013', 'motor-claim@2.4.0', byBoth) }), mallory);
    expect(forged.code).toBe(4);
    expect(toDo(forged)).toContain('- `compliance#lead` (y-amari) has to agree to the waiver `waiver-9`, which excuses a finding of CHG-013 about `motor-claim@2.4.0`.');
    expect(toDo(forged)).toContain('- `claims-cx#journey-owner` (a-huber) has to agree to the waiver');
    const own = await reviewed(pullRequest(insurance, { 'records/waiver.yaml': waiver('CHG-013', 'motor-claim@2.4.0', byBoth) }), { author: 'a-huber', approvedBy: ['a-huber', 'y-amari'] });
    expect(toDo(own)).toContain('`claims-cx#journey-owner` (a-huber) has to agree to the waiver');
    expect(linesOf(await waymark(pullRequest(insurance, { 'records/waiver.yaml': waiver('CHG-013', 'motor-claim@2.4.0', byBoth) }).repository.folder, ['review', 'main', 'proposal'])).join('\n')).toContain('has to agree to the waiver `waiver-9`');
  });

  it('but with them it can be written before the change comes, and excuses one finding of it', async () => {
    const all = `${byBoth}, {role: claims-ops#lead, person: j-peters}, {role: claims-cx#service-level-manager, person: m-okafor}, {role: claims-at#journey-owner, person: l-gruber}`;
    const record = { 'records/waiver.yaml': waiver('CHG-013', 'motor-claim-settlement@2.0.0', all) };
    expect((await reviewed(pullRequest(insurance, record), { author: 'mallory', approvedBy: ['a-huber', 'y-amari', 'j-peters', 'm-okafor', 'l-gruber'] })).code).toBe(0);
    const late = loosened.replace('from: 2026-12-10', 'from: 2026-11-21');
    const saidOf = async (files: Readonly<Record<string, string>>): Promise<string | undefined> => linesOf(await reviewed(pullRequest({ ...insurance, ...files }, { [settlement]: late }), mallory)).find((line) => line.includes('says that it has held as it is now since'));
    expect(await saidOf({})).not.toContain('waiver-9');
    expect(await saidOf(record)).toContain('Excused until 2026-12-20 by `waiver-9`.');
    expect(await saidOf({ 'records/waiver.yaml': waiver('CHG-013', 'motor-claim-settlement@2.0.0', byBoth) })).toContain('The waiver `waiver-9` does not excuse it: `claims-ops#lead`, `claims-at#journey-owner` and `claims-cx#service-level-manager` did not approve that.');
  });

  it('nor is a Record of who agreed, where nobody asked the code host', async () => {
    const run = await waymark(pullRequest(insurance, { 'records/waiver.yaml': waiver('GRF-008', 'motor-claim@2.3.0', byCompliance).replace('type: waiver', 'type: change\nlevels: [compatible]\nimpact: {harmed: none}\neffective: {from: 2026-12-20}').replace(/^(?:rule|expires|reason): .*\n/gm, '') }).repository.folder, ['review', 'main', 'proposal', '--no-color']);
    expect([run.code, toDo(run)]).toEqual([4, expect.stringContaining('The Record `waiver-9` says who has agreed: claimed, not verified.')]);
  });

  it('nor is a decision that never was', async () => {
    const decision = waiver('CHG-013', 'motor-claim@2.3.0', byCompliance).replace('type: waiver', 'type: decision').replace(/^(?:rule|expires): .*\n/gm, '').replace('outcome:', 'options: [do it, leave it]\noutcome:');
    const run = await reviewed(pullRequest(insurance, { 'records/decision.yaml': decision }), mallory);
    expect([run.code, toDo(run)]).toEqual([4, expect.stringContaining('says that `y-amari` agreed as `compliance#lead`, and the code host does not.')]);
  });
});

describe('who is not there', () => {
  const team = 'people/claims-ops.yaml';
  const left = text(team).replace(/^( *- \{id: (?:j-peters|d-yilmaz)), handles: \[[^\]]*\]/gm, '$1');

  it('and has left nobody to stand in: the one to whom the team escalates agrees', async () => {
    expect(left).not.toBe(text(team));
    const made = pullRequest({ ...insurance, [team]: left }, { [settlement]: loosened });
    const open = await reviewed(made, { author: 'mallory', approvedBy: ['a-huber', 'l-gruber', 'm-okafor'] });
    expect(toDo(open)).toContain('`claims-ops#lead` (s-lang) has to agree to `sla:motor-claim-settlement`');
    expect(toDo(open)).toContain('Nobody with a login fills `claims-ops#lead`, so `claims-cx#director` stands in');
    expect((await reviewed(made, { author: 'mallory', approvedBy: ['a-huber', 'l-gruber', 'm-okafor', 's-lang'] })).code).toBe(0);
  });

  it('but still has a login: another one may agree to take that name out, and is named', async () => {
    const alone = text(team).replaceAll(', delegate: claims-ops#deputy', '');
    const without = alone.replace('  - {id: j-peters, handles: [j-peters]}\n', '').replace('person: j-peters', 'person: d-yilmaz').replace('version: 3.2.0', 'version: 4.0.0').replace('from: 2026-01-01', 'from: 2026-12-20');
    const made = pullRequest({ ...insurance, [team]: alone }, { [team]: without });
    expect(toDo(await reviewed(made, { author: 'k-novak' }))).toContain('leaves the team with this change, so `claims-cx#director` (s-lang) may agree instead');
    expect(toDo(await reviewed(made, { author: 'k-novak', approvedBy: ['s-lang'] }))).not.toContain('`claims-ops#lead`');
    expect(toDo(await reviewed(made, { author: 's-lang', approvedBy: ['s-lang', 'd-yilmaz'] }))).toContain('`claims-ops#lead` (j-peters) has to agree');
    const open = await reviewed(pullRequest(insurance, { [settlement]: loosened }), { author: 'mallory', approvedBy: ['a-huber', 'l-gruber', 'm-okafor'] });
    expect(toDo(open)).toContain('If `j-peters` has left, let a pull request of its own take that name out of the `people` of the team `claims-ops`: to that one, the role that stands in or the one to whom the team turns agrees. `d-yilmaz` stands in for `claims-ops#lead` and may agree instead.');
  });

  it('but agreed to a commit that this clone does not have, is told why that does not count', async () => {
    const run = await reviewed(pullRequest(insurance, { [settlement]: loosened }), { author: 'mallory', approvedBy: ['a-huber'], approvedAt: 'd'.repeat(40) });
    expect(toDo(run)).toContain(`\`a-huber\` agreed to the commit \`dddddddddddd\`, which is not in this clone, so nobody can tell whether the same stood there. Fetch it with \`git fetch origin ${'d'.repeat(40)}\`, or ask again.`);
  });
});

describe('what customers are told is part of the change', () => {
  const letter = 'texts/refusal-letter.de.md';
  const later = text(letter).replace('zwei Arbeitstagen', 'zehn Arbeitstagen');

  it('where no document is touched, and only a file of words', async () => {
    const run = await reviewed(pullRequest(insurance, { [letter]: later }));
    expect(run.code).toBe(1);
    expect(toDo(run)).toContain('Raise the version of `journey:motor-claim` from 2.3.0 to 2.4.0');
    expect(toDo(run)).toContain('`compliance#lead` (y-amari) has to agree to `journey:motor-claim`');
    expect(linesOf(run).join('\n')).toContain('says something else: `In den nächsten zwei Arbeitstagen');
  });

  it('also what is written after somebody has agreed', async () => {
    const journey = 'journeys/motor-claim.yaml';
    const raised = text(journey).replace('version: 2.3.0', 'version: 2.4.0').replace(/^effective: .*$/m, 'effective: {from: 2026-12-10}');
    const made = pullRequest(insurance, { [letter]: later, [journey]: raised });
    const asks = async (head: string): Promise<boolean> => toDo(await reviewed({ ...made, commits: [head] }, { approvedBy: ['a-huber'], approvedAt: made.commits[0]! })).includes('(a-huber)');
    const first = await asks(made.commits[0]!);
    expect([first, await asks(made.repository.commit({ 'README.md': 'x' })), await asks(made.repository.commit({ [letter]: later.replace('zehn', 'hundert') }))]).toEqual([false, false, true]);
  });

  it('and it cannot be turned into a link', async () => {
    const made = pullRequest(insurance, { 'elsewhere.md': later });
    made.repository.git('rm', '-q', letter);
    symlinkSync('../elsewhere.md', join(made.repository.folder, letter));
    const run = await reviewed({ ...made, commits: [made.repository.commit()] });
    expect(run.code).toBe(1);
    expect(linesOf(run).join('\n')).toContain('cannot be read any more');
  });
});

describe('a spec that is a link in both versions', () => {
  const [linked, behind, other] = ['slas/linked.yaml', 'kept/promise.txt', 'kept/other.txt'] as const;
  const promise = text(settlement).replace('id: motor-claim-settlement', 'id: linked');
  const leadingTo = (target: string): TestRepository => {
    const made = newRepository();
    made.commit({ ...insurance, [behind]: promise, [other]: promise });
    symlinkSync(target, join(made.folder, linked));
    made.commit();
    made.git('checkout', '-q', '-b', 'proposal');
    return made;
  };
  const told = async ({ folder }: TestRepository, ...versions: readonly string[]): Promise<readonly string[]> => linesOf(await waymark(folder, ['review', ...versions, '--no-color'])).filter((line) => line.includes(linked) && line.includes('not known'));

  it('is told where what it leads to is another file, and leaves nothing merged unseen', async () => {
    const made = leadingTo('../kept/promise.txt');
    made.commit({ [behind]: promise.replace('within: 10d', 'within: 12d') });
    expect(await told(made, 'main', 'proposal')).toEqual([`- ${linked}:1: Whether this file changes something is not known, because it is not read: This is a link to another place, and links are not followed. Replace the link with the file itself.`]);
    expect((await waymark(made.folder, ['review', 'main', 'proposal'])).code).toBe(1);
    const diff = await waymark(made.folder, ['diff', 'main', 'proposal', '--no-color']);
    expect([diff.code, diff.out.replace(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('1 document of the head cannot be read and takes no part: slas/linked.yaml:1:1 This is a link to another place') as string]);
  });

  it('is told where it leads elsewhere now, out of the repository, or into the files as they lie here', async () => {
    const made = leadingTo('../kept/promise.txt');
    rmSync(join(made.folder, linked));
    symlinkSync('../kept/other.txt', join(made.folder, linked));
    made.commit();
    expect(await told(made, 'main', 'proposal')).toHaveLength(1);
    const out = leadingTo('/etc/hostname');
    out.commit({ 'readme.md': 'x' });
    expect(await told(out, 'main', 'proposal')).toHaveLength(1);
    expect(await told(out, 'main')).toHaveLength(1);
  });

  it('is not told where all that differs is something else', async () => {
    const made = leadingTo('../kept/promise.txt');
    made.commit({ [other]: 'x', [settlement]: loosened });
    expect(await told(made, 'main', 'proposal')).toEqual([]);
  });
});

describe('what is written early or late', () => {
  it('a draft that is filled quietly is weighed whole once it becomes active', async () => {
    const draft = text('slas/refusal-call.yaml').replace('id: refusal-call', 'id: callback').replace('version: 1.0.0', 'version: 0.1.0').replace('status: active', 'status: draft').replace(/^agreement: .*\n/m, '');
    const quiet = await reviewed(pullRequest(insurance, { 'slas/callback.yaml': draft }));
    expect(toDo(quiet)).not.toContain('counterparties');
    const active = await reviewed(pullRequest({ ...insurance, 'slas/callback.yaml': draft }, { 'slas/callback.yaml': draft.replace('status: draft', 'status: active').replace('version: 0.1.0', 'version: 1.0.0') }));
    expect(active.code).not.toBe(0);
    expect(toDo(active)).toContain('to agree to `sla:callback`');
  });

  it('an effective day in the past is refused', async () => {
    const run = await reviewed(pullRequest(insurance, { [settlement]: loosened.replace('from: 2026-12-10', 'from: 2026-11-21') }));
    expect(run.code).toBe(1);
    expect(toDo(run)).toContain('says that it has held as it is now since 2026-11-21. Write `effective: {from: 2026-11-22}` or a later day.');
  });

  it('a holiday to come moves every promise that is counted on the calendar', async () => {
    const hours = 'slas/claims-hours.yaml';
    const run = await reviewed(pullRequest(insurance, { [hours]: text(hours).replace('holidays:\n', 'holidays:\n  - {date: 2027-02-15, name: A day off}\n').replace('version: 1.0.1', 'version: 1.0.2') }));
    expect(run.code).toBe(1);
    expect(linesOf(run).join('\n')).toMatch(/breaking: Holiday `A day off` is new .* May harm/);
    expect(toDo(run)).toContain('`calendar:claims-hours` from 1.0.2 to 2.0.0');
    for (const side of ['claims-cx#lead', 'claims-ops#lead', 'field-inspection#lead', 'payments#lead']) expect(toDo(run)).toContain(`\`${side}\``);
  });
});

it('what somebody has agreed to on record is not taken back by somebody else', async () => {
  const correction = 'apiVersion: waymark/v1\nkind: Record\nid: correction-1\ntype: agreement\ndate: 2026-11-20\nby: [claims-cx#lead]\nsubject: [motor-claim-settlement@1.2.0]\nparties: [claims-cx, claims-ops]\nsupersedes: agreement-2026-008\noutcome: void\n';
  const made = pullRequest(insurance, { 'records/correction.yaml': correction });
  const run = await reviewed(made, { author: 'r-moser' });
  expect(run.code).toBe(4);
  expect(toDo(run)).toContain('- `claims-cx#director` (s-lang) has to agree to `record:correction-1`, which corrects `record:agreement-2026-008`.');
  expect((await reviewed(made, { author: 'r-moser', approvedBy: ['s-lang'] })).code).toBe(0);
});

describe('words of an author stay words of the author', () => {
  const persona = 'people/fleet-manager.yaml';
  const saying = (need: string): string => `${text(persona).replace(/^needs:.*\n(?: .*\n)*/m, '')}needs: [${JSON.stringify(need)}]\n`;

  it('also where they hold the marks that our words stand between', async () => {
    const made = pullRequest(insurance, { [persona]: saying('more` and nothing else. Everybody has agreed. `Less') });
    for (const format of ['text', 'markdown']) {
      const out = linesOf(await reviewed(made, {}, '--format', format)).join(' ');
      expect([format, out.includes('Everybody has agreed.'), out.replace(/`[^`]*`/g, '').includes('Everybody')]).toEqual([format, true, false]);
    }
  });

  it('wherever a line is broken before them', async () => {
    const needing = (word: string): string => saying('').replace('needs: [""]', `needs: ${JSON.stringify(Array.from({ length: 40 }, (_, times) => `${'o'.repeat(times)} ${word}`))}`);
    const made = pullRequest({ ...insurance, [persona]: needing('so it was') }, { [persona]: needing('::error::it is over') });
    for (const verb of ['review', 'diff', 'changelog']) expect((await waymark(made.repository.folder, [verb, 'main', 'proposal'])).out).not.toMatch(/^\s*::/m);
  });
});

describe('hostile repositories', () => {
  it('attributes, replaced objects and hooks change nothing and start nothing', async () => {
    const made = pullRequest(insurance, { [settlement]: loosened, '.gitattributes': '*.yaml filter=evil diff=evil text eol=crlf export-ignore\n' });
    const { repository, base, commits } = made;
    const plain = await reviewed(made);
    for (const [key, command] of [['filter.evil.smudge', 'touch started'], ['filter.evil.clean', 'touch started'], ['diff.evil.textconv', 'touch started'], ['diff.evil.command', 'touch started'], ['core.fsmonitor', 'touch started; false']]) repository.git('config', key!, command!);
    repository.git('-c', 'core.fsmonitor=', 'replace', commits[0]!, base);
    expect(await reviewed(made)).toEqual(plain);
    expect(existsSync(join(repository.folder, 'started'))).toBe(false);
  });

  it('300 hostile names of files stay names', async () => {
    const odd = ['a\nb', '::error::x', '$(touch stolen)', '`x`', '<img src=x>', '"; rm -rf', '\u001b[31m', '\u202egnp', '@everyone', '%0A::set-output'];
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`${odd[index % odd.length]!} ${index}.yaml`, text('slas/refusal-call.yaml').replace('id: refusal-call', `id: call-${index}`)]));
    const made = pullRequest(insurance, files);
    for (const format of ['text', 'markdown', 'github', 'gitlab', 'sarif', 'junit', 'json']) {
      const { code, out, err } = await reviewed(made, {}, '--format', format, '--max-problems', '2000');
      expect([format, code, err]).toEqual([format, 1, '']);
      expect(out).not.toMatch(/[\u001b\u202e]|^::error::x|\n::error::x|\n::set-output/);
      if (format === 'markdown') expect(out.replace(/`[^`]*`/g, '')).not.toMatch(/<img|@everyone/);
    }
    expect(readdirSync(newFolder())).toEqual([]);
  });
});
