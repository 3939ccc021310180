import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { validate } from '../../src/validate/validate.js';
import { newFolder, newRepository, writeFiles, writeUserSettings, type Files, type TestRepository } from '../support/git-repository.js';
import { journeyTexts } from '../support/journey-texts.js';
import { waymark, type Run } from './harness.js';

const insurance = journeyTexts('insurance');
const settlement = 'slas/motor-claim-settlement.yaml';
const catalog = 'data/claims-data.yaml';
const proposal = {
  [settlement]: insurance[settlement]!.replace('{within: 10d, percent: 90', '{within: 12d, percent: 88').replace('floor: 10d', 'floor: 12d').replace('version: 1.2.0', 'version: 2.0.0').replace('from: 2026-09-01', 'from: 2026-12-10'),
  [catalog]: insurance[catalog]!.replace(/(id: iban.*period: )P13M/, '$1P12M').replace('version: 3.0.0', 'version: 3.1.0'),
};
const written = 'records/change-2026-11-22-motor-claim-settlement.yaml';
const shared = `# Why we promise less.
apiVersion: waymark/v1
kind: Record
id: change-2026-091
type: change   # of a promise
date: 2026-11-20
by: [claims-cx#journey-owner]
subject: [motor-claim-settlement@2.0.0]
levels: [breaking]
regulated: false
impact: {customersPerYear: 18200, training: none}   # counted in October
# Nobody is told before.
effective: {from: 2026-12-10}
outcome: proposed
`;

function proposed(files: Files = proposal, base: Files = insurance): TestRepository {
  const repository = newRepository();
  repository.commit(base);
  repository.git('checkout', '-q', '-b', 'proposal');
  repository.commit(files);
  return repository;
}

async function approve({ folder }: TestRepository, login: string, ...args: readonly string[]): Promise<Run> {
  return waymark(folder, ['approve', 'main', '--as', login, ...args]);
}

function read({ folder }: TestRepository, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function setOf(text: string): string {
  return /set: "(sha256:[0-9a-f]{64})"/.exec(text)![1]!;
}

async function reviewedSet({ folder }: TestRepository): Promise<string> {
  const { out } = await waymark(folder, ['review', 'main', '--format', 'json']);
  return (JSON.parse(out) as { readonly workspaces: readonly { readonly set: string }[] }).workspaces[0]!.set;
}

describe('waymark approve', () => {
  it('writes a new Record with all that follows from the change, and says what is left to say and who is left to ask', async () => {
    const repository = proposed();
    const run = await approve(repository, 'm-okafor', '--role', 'claims-cx#service-level-manager');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out.split('\n')[0]).toMatch(/^records\/change-2026-11-22-motor-claim-settlement\.yaml: a new Record; `claims-cx#service-level-manager` agrees to `motor-claim-settlement@2\.0\.0` \(.*\)\. Say there whom it touches \(`impact`\) and what came of it \(`outcome`\)\.$/);
    expect(run.out).toMatch(/^Still to agree: .*`claims-ops#lead` \(j-peters\).*\.$/m);
    expect(run.out).not.toMatch(/^Still to agree: .*service-level-manager/m);
    expect(run.out).toContain('approve the pull request there as well');
    const text = read(repository, written);
    expect(text.replaceAll(/sha256:[0-9a-f]{64}/g, 'sha256:...').replaceAll(/( {6}- "sha256:\.\.\."\n)+/g, '      - "sha256:..."\n')).toBe(`apiVersion: waymark/v1
kind: Record
id: change-2026-11-22-motor-claim-settlement
type: change
date: 2026-11-22
by: [claims-cx#journey-owner]
subject: [motor-claim-settlement@2.0.0]
levels: [breaking, compatible]
regulated: false
approvals:
  - role: claims-cx#service-level-manager
    person: m-okafor
    set: "sha256:..."
    fingerprints:
      - "sha256:..."
    at: 2026-11-22
effective: {from: 2026-12-10}
`);
    expect(setOf(text)).toBe(await reviewedSet(repository));
    const workspace = loadWorkspaceFrom({ ...insurance, ...proposal, [written]: text });
    expect(validate(workspace, { asOf: '2026-11-22' }).diagnostics.filter(({ span }) => span?.source.uri === written).map(({ message }) => message)).toEqual(['Record `change-2026-11-22-motor-claim-settlement` is of type `change` and lacks `impact` and `outcome`.']);
  });

  it('takes the delegate for who is not there, and one Record for each document', async () => {
    const repository = proposed();
    expect((await approve(repository, 'm-okafor')).code).toBe(0);
    expect([...read(repository, written).matchAll(/role: (.*)/g)].map(([, role]) => role).toSorted()).toEqual(['claims-cx#journey-owner', 'claims-cx#service-level-manager']);
    const both = proposed({ ...proposal, 'people/data-office.yaml': insurance['people/data-office.yaml']! });
    expect((await approve(both, 'Q-Reiter')).out).toContain('records/change-2026-11-22-claims-data.yaml: a new Record; `data-office#lead` agrees to `claims-data@3.1.0`');
    expect(read(both, 'records/change-2026-11-22-claims-data.yaml')).toMatch(/^levels: \[compatible\]\nregulated: true$/m);
  });

  it('writes into the new Record that names the document, and leaves the rest of it as it stands', async () => {
    const repository = proposed({ ...proposal, 'records/less.yaml': shared });
    expect((await approve(repository, 'j-peters')).out).toContain('records/less.yaml: `claims-ops#lead` agrees to `motor-claim-settlement@2.0.0`');
    const first = read(repository, 'records/less.yaml');
    const [start, end] = shared.split('# Nobody');
    expect(first.startsWith(`${start!}approvals:\n  - role: claims-ops#lead\n    person: j-peters\n    set: "sha256:`)).toBe(true);
    expect(first.endsWith(`    at: 2026-11-22\n# Nobody${end!}`)).toBe(true);
    expect((await approve(repository, 'm-okafor', '--role', 'claims-cx#service-level-manager')).code).toBe(0);
    const second = read(repository, 'records/less.yaml');
    expect([...second.matchAll(/person: (.*)/g)].map(([, person]) => person)).toEqual(['j-peters', 'm-okafor']);
    expect(second.replace(/ {2}- role: claims-cx#service-level-manager\n(?: {4}.*\n)+/, '')).toBe(first);
    const again = await approve(repository, 'j-peters');
    expect([again.code, again.out.split('\n')[0]]).toEqual([0, 'Nothing to approve: what `j-peters` agrees to is on record already.']);
    expect(read(repository, 'records/less.yaml')).toBe(second);
  });

  it('keeps lists in brackets, line ends and other documents of the file', async () => {
    const old = '{role: claims-ops#lead, person: j-peters, set: "sha256:0", at: 2026-11-01}';
    const several = `${shared.replace('effective:', `approvals: [${old}]   # so far\neffective:`)}---\n${shared.replace('change-2026-091', 'change-2026-092').replace('motor-claim-settlement@2.0.0', 'claims-data@3.1.0')}`.replaceAll('\n', '\r\n');
    const repository = proposed({ ...proposal, 'records/less.yaml': several });
    expect((await approve(repository, 'm-okafor', '--role', 'claims-cx#service-level-manager')).code).toBe(0);
    expect((await approve(repository, 'j-peters')).code).toBe(0);
    expect((await approve(repository, 'y-amari')).code).toBe(0);
    const text = read(repository, 'records/less.yaml');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toMatch(/approvals: \[\{role: claims-ops#lead, person: j-peters, set: "sha256:[0-9a-f]{64}".*\}, \{role: claims-cx#service-level-manager, person: m-okafor, .*\}\] {3}# so far\r\n/);
    expect(text.split('---\r\n')[1]).toMatch(/approvals:\r\n {2}- role: compliance#lead\r\n {4}person: y-amari\r\n/);
  });

  it('says anew what somebody agreed to before the change became another', async () => {
    const repository = proposed({ ...proposal, 'records/less.yaml': shared });
    await approve(repository, 'j-peters');
    const first = setOf(read(repository, 'records/less.yaml'));
    writeFiles(repository.folder, { [settlement]: proposal[settlement]!.replace('percent: 88', 'percent: 87') });
    expect((await approve(repository, 'j-peters')).code).toBe(0);
    const text = read(repository, 'records/less.yaml');
    expect([...text.matchAll(/person: /g)]).toHaveLength(1);
    expect(setOf(text)).not.toBe(first);
    expect(setOf(text)).toBe(await reviewedSet(repository));
  });

  it('refuses strangers, and whoever is not asked', async () => {
    const repository = proposed();
    const stranger = await approve(repository, 'a-hubr');
    expect([stranger.code, stranger.out]).toEqual([2, '']);
    expect(stranger.err).toContain('No team of the branch knows the login `a-hubr`. Did you mean `a-huber`?');
    const other = await approve(repository, 'x-lorenz');
    expect([other.code, other.out]).toEqual([4, '']);
    expect(other.err).toMatch(/`x-lorenz` fills no role that is asked to agree to this\. Asked are .*`compliance#lead` \(y-amari\)/);
    const role = await approve(repository, 'j-peters', '--role', 'compliance#lead');
    expect([role.code, role.err]).toEqual([2, 'waymark: `j-peters` is not asked as `compliance#lead`, but as `claims-ops#lead`.\n']);
    const named = proposed({ ...proposal, 'people/claims-ops.yaml': insurance['people/claims-ops.yaml']!.replace('handles: [j-peters]', 'handles: [j-peters, mallory]') });
    expect((await approve(named, 'mallory')).code).toBe(2);
  });

  it('refuses who wrote it, as git has it, and says that git guards nothing', async () => {
    const repository = proposed();
    repository.git('-c', 'user.name=x', 'commit', '-q', '--amend', '--no-edit', '--author', 'A Huber <17+a-huber@users.git.example>');
    const author = await approve(repository, 'a-huber');
    expect([author.code, author.out]).toEqual([4, '']);
    expect(author.err).toMatch(/wrote this, and that looks like `a-huber`: nobody agrees to what he or she wrote\. Git believes any name, so this guards nothing/);
    expect((await approve(repository, 'j-peters')).code).toBe(0);
    writeUserSettings('[user]\n\tname = Somebody\n\temail = ada@example.org\n');
    const forged = await approve(repository, 'q-reiter');
    expect(forged.code).toBe(4);
    expect(forged.err).toContain('Somebody <ada@example.org> wrote this and is at work here');
  });

  it('lets whoever only put an agreement on record do so again', async () => {
    const repository = proposed();
    await approve(repository, 'j-peters');
    repository.commit();
    repository.git('commit', '-q', '--amend', '--no-edit', '--author', 'J Peters <j-peters@example.org>');
    writeFiles(repository.folder, { [settlement]: proposal[settlement]!.replace('percent: 88', 'percent: 87') });
    expect((await approve(repository, 'j-peters')).code).toBe(0);
  });

  it('refuses who wrote it, as the host has it, and writes when the host heard it', async () => {
    const repository = proposed();
    const [base, head] = ['main', 'HEAD'].map((name) => repository.git('rev-parse', name));
    const file = join(newFolder(), 'host.json');
    const approvals = [{ login: 'J-Peters', commit: head, state: 'approved', at: '2026-11-21T10:00:00Z' }];
    writeFileSync(file, JSON.stringify({ format: 'waymark-host/1', host: 'git.example', repository: 'no: {journeys}', pullRequest: 17, base, head, author: 'a-huber', committers: ['a-huber'], approvals }));
    const author = await waymark(repository.folder, ['approve', 'main', 'HEAD', '--as', 'a-huber', '--host', file]);
    expect([author.code, author.err]).toEqual([4, 'waymark: The code host says that `a-huber` wrote this, and nobody agrees to what he or she wrote.\n']);
    expect((await waymark(repository.folder, ['approve', 'main', 'HEAD', '--as', 'j-peters', '--host', file])).code).toBe(0);
    expect(read(repository, written)).toMatch(/host: git\.example\n {4}repository: "no: \{journeys\}"\n(.*\n)+ {4}at: 2026-11-21T10:00:00Z\n/);
    writeFiles(repository.folder, { [settlement]: proposal[settlement]!.replace('percent: 88', 'percent: 87') });
    const other = await waymark(repository.folder, ['approve', 'main', 'HEAD', '--as', 'j-peters', '--host', file]);
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('The files here hold another change than')]);
  });

  it('writes into no Record that stands on the branch, of another type or about something else', async () => {
    const repository = proposed({ ...proposal, 'records/less.yaml': shared });
    for (const [id, words] of [['change-2026-031', 'stands on the branch already, and Records are only ever added'], ['change-2026-091', 'is not about `claims-data@3.1.0`'], ['nothing/at-all', 'Write the id of a Record']] as const) {
      const run = await approve(repository, 'y-amari', '--record', id);
      expect([id, run.code, run.out]).toEqual([id, 2, '']);
      expect(run.err).toContain(words);
    }
    expect((await approve(repository, 'y-amari', '--record', 'change-2026-099')).code).toBe(0);
    expect(read(repository, 'records/change-2026-099.yaml')).toContain('subject: [claims-data@3.1.0]');
    expect(repository.git('status', '--porcelain')).toBe('?? records/change-2026-099.yaml');
  });

  it('says at the first adoption that somebody else has to approve the pull request, whatever is on record', async () => {
    const first = 'This is the first adoption, the branch has nothing to judge by yet, and one person who did not write it has to approve the pull request.\n';
    const repository = proposed(insurance, { 'readme.md': 'x' });
    const run = await approve(repository, 'a-huber', '--role', 'claims-cx#journey-owner');
    expect([run.code, run.err]).toEqual([0, '']);
    expect(run.out).toMatch(/\nStill to agree: .*\nT/);
    expect(run.out).toContain(`${first}It counts once the code host says the same`);
    const stranger = await approve(repository, 'nobody-known');
    expect([stranger.code, stranger.err]).toEqual([2, 'waymark: No team of this change knows the login `nobody-known`. Anybody who did not write it may still approve the pull request: this is the first adoption.\n']);
  });

  it('has nothing to write where nobody has to agree', async () => {
    const run = await approve(proposed({ 'notes.md': 'x' }), 'a-huber');
    expect(run).toEqual({ code: 0, out: 'Nothing to approve: nobody has to agree to what differs.\n', err: '' });
  });
});
