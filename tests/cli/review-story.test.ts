import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newFolder, newRepository, workspace, type Files, type TestRepository } from '../support/git-repository.js';
import { waymark, type Run } from './harness.js';

function header(kind: string, id: string, more = ''): string {
  return `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n${more}`;
}

function team(id: string, people: string, roles: string): string {
  return header('Team', id, `function: service\npeople: [${people}]\nroles: [${roles}]\n`);
}

const reasons = 'We decide by the terms of your contract.\n';
const disclosed = `disclosures:\n  - {id: reasons, regime: conduct, textFile: reasons.md, sha256: ${createHash('sha256').update(reasons).digest('hex')}, language: en}\n`;

/** Claims promises customers their money within 100 hours; operations promises claims what is needed for that. */
const base = {
  'waymark.yaml': workspace,
  'policy.yaml': header('Policy', 'default', `profile: starter
roles: {compliance: compliance#lead, service-level-manager: claims#service-levels}
approvals:
  editorial: {any: 1, from: [peer]}
  compatible: {all: [journey-owner]}
  breaking: {all: [journey-owner, counterparties]}
  regulated: {all: [journey-owner, compliance], separation: author-may-not-approve, record: change, notice: P14D}
  kinds:
    - {change: sla-target-loosened, add: [service-level-manager]}
regimes:
  - {id: conduct, title: Conduct rules, region: EU}
`),
  'claims.yaml': team('claims', '{id: a-huber, handles: [a-huber, a-huber-at-home]}, {id: m-okafor, handles: [m-okafor]}, {id: s-lang, handles: [s-lang]}', '{id: journey-owner, person: a-huber}, {id: service-levels, person: m-okafor}'),
  'operations.yaml': team('operations', '{id: j-peters, handles: [j-peters, j-peters-at-home]}, {id: k-novak, handles: [k-novak]}', '{id: lead, person: j-peters, delegate: operations#deputy}, {id: deputy, person: k-novak}'),
  'compliance.yaml': team('compliance', '{id: y-amari, handles: [y-amari]}', '{id: lead, person: y-amari}'),
  'settlement.yaml': header('Sla', 'settlement', 'type: sla\nmetric: duration\nprovider: operations\nconsumer: customer\nclock: {start: reported, stop: paid}\ncalendar: 24x7\ntargets: [{within: 100h, percent: 90}]\nwindow: P1M\n'),
  'decision.yaml': header('Sla', 'decision', 'type: ola\nmetric: duration\nprovider: operations\nconsumer: claims\nclock: {start: reported, stop: paid}\ncalendar: 24x7\ntargets: [{within: 90h, percent: 95}]\nwindow: P1M\nunderpins: [settlement]\n'),
  'claim.yaml': header('Journey', 'claim', `customerGoal: Get my money
scope: {regions: [DE]}
slas: [settlement]
stages:
  - id: decision
    title: Decision
    owner: operations
    steps:
      - {id: report, title: Customer reports, lane: customer, events: {complete: reported}}
      - {id: decide, title: We decide and pay, lane: backstage, disclosures: [reasons], sla: decision, events: {complete: paid}, end: success}
${disclosed}`),
  'system.yaml': header('System', 'claims-core', 'type: crm\nemits: [{event: reported}, {event: paid}]\n'),
  'reasons.md': reasons,
};

type Path = keyof typeof base;

function edited(path: Path, ...edits: readonly (readonly [from: string, to: string])[]): Files {
  return { [path]: edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${path} has no ${from}.`);
    return text.replace(from, to);
  }, base[path]) };
}

const ahead = ['from: 2026-01-01', 'from: 2026-12-10'] as const;

/** Customers wait longer and are told less, and operations works faster to make up for it. */
const less = {
  ...edited('settlement.yaml', ['within: 100h', 'within: 120h'], ['version: 1.0.0', 'version: 2.0.0'], ahead),
  ...edited('claim.yaml', [', disclosures: [reasons]', ''], [disclosed, ''], ['version: 1.0.0', 'version: 2.0.0'], ahead),
};
const faster = edited('decision.yaml', ['within: 90h', 'within: 60h'], ['version: 1.0.0', 'version: 2.0.0'], ahead);

const recordPath = 'records/change-1.yaml';
const recordText = `apiVersion: waymark/v1
kind: Record
id: change-1
type: change
date: 2026-11-20
by: [claims#journey-owner]
subject: [settlement@2.0.0, claim@2.0.0, decision@2.0.0]
levels: [breaking]
regulated: true
impact: {customersPerYear: 18200, harmed: whoever waits for the money}
effective: {from: 2026-12-10}
outcome: proposed
`;

const author = 'j-peters';
const deciders = ['a-huber', 'k-novak', 'm-okafor', 'y-amari'];

interface Story {
  readonly repository: TestRepository;
  /** Where the branch began, and each commit of it. */
  readonly base: string;
  readonly commits: string[];
}

/** A branch with the change and the Record about it, which say so far that nobody has agreed. */
function story(change: Files = { ...less, ...faster, [recordPath]: recordText }, main: Files = base): Story {
  const repository = newRepository();
  const start = repository.commit(main);
  repository.git('checkout', '-q', '-b', 'proposal');
  return { repository, base: start, commits: [repository.commit(change)] };
}

interface Said {
  readonly author?: string;
  readonly approvedBy?: readonly string[];
  /** The commit that was approved; else the last one. */
  readonly at?: string;
  readonly base?: string;
}

/** The host's own JSON, outside of the repository. */
function hostFile({ base: start, commits }: Story, said: Said): string {
  const head = commits.at(-1)!;
  const approvals = (said.approvedBy ?? []).map((login) => ({ login, commit: said.at ?? head, state: 'approved', at: '2026-11-21T10:00:00Z' }));
  const file = join(newFolder(), 'host.json');
  writeFileSync(file, JSON.stringify({ format: 'waymark-host/1', host: 'git.example', repository: 'journeys', pullRequest: 17, base: said.base ?? start, head, author: said.author ?? author, committers: [said.author ?? author], approvals }));
  return file;
}

async function reviewed(told: Story, said?: Said): Promise<Run & { readonly words: string }> {
  const run = await waymark(told.repository.folder, ['review', 'main', 'proposal', '--no-color', ...(said === undefined ? [] : ['--host', hostFile(told, said)])]);
  return { ...run, words: run.out.replaceAll(/\n {4}/g, ' ') };
}

/** Whom the review names as missing. */
function missing({ words }: { readonly words: string }): readonly string[] {
  return [...words.matchAll(/^ {2}- `[^`]+` \(([^)]+)\) has to agree/gm)].map(([, login]) => login!).toSorted();
}

/** Everybody who decides puts that on record, and the author commits it. */
async function agreed(change?: Files): Promise<Story & { readonly at: string }> {
  const told = story(change);
  const host = hostFile(told, {});
  for (const login of deciders) expect(await waymark(told.repository.folder, ['approve', 'main', 'proposal', '--as', login, '--host', host])).toMatchObject({ code: 0, err: '' });
  told.commits.push(told.repository.commit());
  return { ...told, at: told.commits[0]! };
}

function further({ repository, commits }: Story, files: Files): void {
  commits.push(repository.commit(files));
}

describe('a pull request that promises customers less', () => {
  it('names everybody who has to agree, and the Record, and is not merged', async () => {
    const told = story({ ...less, ...faster });
    const run = await reviewed(told);
    expect([run.code, run.err]).toEqual([4, '']);
    expect(run.words).toContain('Who has agreed is not verified');
    expect(run.words).toMatch(/`claims#journey-owner` \(a-huber\) has to agree to .*`sla:settlement`/);
    expect(run.words).toMatch(/`compliance#lead` \(y-amari\) has to agree to `journey:claim` \(.*regulated\)/);
    expect(missing(run)).toEqual(['a-huber', 'j-peters', 'm-okafor', 'y-amari']);
    expect(run.words).toContain('No new Record says why `claim@2.0.0` is changed');
  });

  it('is green once the host says that everybody agreed, and Records say to what', async () => {
    const told = await agreed();
    const run = await reviewed(told, { approvedBy: deciders });
    expect([run.code, run.words.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Ready to merge: /)]);
    const record = readFileSync(join(told.repository.folder, recordPath), 'utf8');
    expect(new Set([...record.matchAll(/set: "(.*)"/g)].map(([, set]) => set)).size).toBe(1);
    expect((await reviewed(told, { approvedBy: deciders, at: told.at })).code).toBe(0);
  });

  it('is refused with a Record that the author forged', async () => {
    const told = await agreed();
    const alone = await reviewed(told);
    expect([alone.code, missing(alone)]).toEqual([4, ['a-huber', 'j-peters', 'm-okafor', 'y-amari']]);
    expect(alone.words).toContain('The Record `change-1` claims it; that is not verified.');
    const asked = await reviewed(told, { approvedBy: [] });
    expect(asked.code).toBe(4);
    expect(asked.words).toContain('The Record `change-1` says that `y-amari` agreed as `compliance#lead`, and the code host does not.');
  });

  it('is put on record by nobody who wrote it', async () => {
    const told = story();
    for (const login of ['j-peters', 'j-peters-at-home']) {
      const run = await waymark(told.repository.folder, ['approve', 'main', 'proposal', '--as', login, '--host', hostFile(told, {})]);
      expect([run.code, run.out, run.err]).toEqual([4, '', `waymark: The code host says that \`${login}\` wrote this, and nobody agrees to what he or she wrote.\n`]);
    }
    expect(told.repository.git('status', '--porcelain')).toBe('');
  });
});

describe('what was agreed to', () => {
  it('covers a rewording', async () => {
    const told = await agreed();
    further(told, { 'settlement.yaml': less['settlement.yaml']!.toString().replace('title: settlement', 'title: When the money comes') });
    expect(await reviewed(told, { approvedBy: deciders, at: told.at })).toMatchObject({ code: 0, words: expect.stringMatching(/^Ready to merge: /) as string });
  });

  it('does not cover a further edit that makes it worse', async () => {
    const told = await agreed();
    further(told, { 'settlement.yaml': less['settlement.yaml']!.toString().replace('within: 120h', 'within: 140h') });
    const run = await reviewed(told, { approvedBy: deciders, at: told.at });
    expect([run.code, missing(run)]).toEqual([4, expect.arrayContaining(['a-huber', 'm-okafor', 'y-amari'])]);
    expect(run.words).toContain('agreed to by the Record `change-1` is another set of changes than this.');
  });

  it('does not cover the change without what made up for it', async () => {
    const told = await agreed();
    further(told, { 'decision.yaml': base['decision.yaml'], [recordPath]: null });
    further(told, { [recordPath]: recordText.replace(', decision@2.0.0', '') });
    const run = await reviewed(told, { approvedBy: deciders, at: told.at });
    expect([run.code, missing(run)]).toEqual([4, expect.arrayContaining(['a-huber', 'm-okafor', 'y-amari'])]);
  });

  it('does not cover the same change once it was taken back', async () => {
    const told = await agreed();
    const { repository } = told;
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--ff-only', 'proposal');
    const start = repository.commit({ 'settlement.yaml': base['settlement.yaml'], 'claim.yaml': base['claim.yaml'], 'decision.yaml': base['decision.yaml'] });
    repository.git('checkout', '-q', '-B', 'proposal');
    const again: Story = { repository, base: start, commits: [repository.commit({ ...less, ...faster })] };
    const silent = await reviewed(again, { approvedBy: [] });
    expect([silent.code, missing(silent)]).toEqual([4, expect.arrayContaining(['a-huber', 'm-okafor', 'y-amari'])]);
    const old = await reviewed(again, { approvedBy: deciders, at: told.at });
    const anew = await reviewed(again, { approvedBy: deciders });
    for (const run of [old, anew]) {
      expect(run.code).toBe(4);
      expect(run.words).toContain('No new Record says why `claim@2.0.0` is changed');
    }
  });

  it('is not agreed to by somebody whom the change itself makes an approver', async () => {
    const people = '{id: y-amari, handles: [y-amari]}';
    for (const edits of [[[people, '{id: y-amari, handles: [y-amari, l-mole]}']], [[people, `${people}, {id: l-mole, handles: [l-mole]}`], ['person: y-amari', 'person: l-mole']]] as const) {
      const told = await agreed();
      further(told, edited('compliance.yaml', ...edits, ['version: 1.0.0', 'version: 2.0.0'], ahead));
      const run = await reviewed(told, { approvedBy: ['a-huber', 'k-novak', 'm-okafor', 'l-mole'] });
      expect([run.code, missing(run)]).toEqual([4, ['y-amari']]);
    }
  });

  it('is not enough while one of them has not agreed', async () => {
    const told = await agreed();
    for (const login of ['a-huber', 'y-amari']) {
      const run = await reviewed(told, { approvedBy: deciders.filter((each) => each !== login) });
      expect([run.code, missing(run)]).toEqual([4, [login]]);
      expect(run.words).toContain(`says that \`${login}\` agreed`);
    }
  });

  it('is not agreed to by its author under another login, and by nobody twice', async () => {
    const told = await agreed();
    const own = await reviewed(told, { author: 'a-huber-at-home', approvedBy: ['a-huber', 'j-peters', ...deciders.slice(1)] });
    expect([own.code, missing(own)]).toEqual([4, ['a-huber']]);
    const policy = edited('policy.yaml', ['regulated: {all: [journey-owner, compliance]', 'regulated: {all: [journey-owner]'], ['breaking: {all: [journey-owner, counterparties]}', 'breaking: {all: [journey-owner]}']);
    const alone = story({ 'claim.yaml': less['claim.yaml']!, [recordPath]: recordText.replace('settlement@2.0.0, claim@2.0.0, decision@2.0.0', 'claim@2.0.0') }, { ...base, ...policy });
    const twice = await reviewed(alone, { author: 'a-stranger', approvedBy: ['a-huber', 'a-huber-at-home'] });
    expect(twice.code).toBe(4);
    expect(twice.words).toContain('two people of the teams have to agree, and 1 has');
    expect((await reviewed(alone, { author: 'a-stranger', approvedBy: ['a-huber', 's-lang'] })).code).toBe(0);
  });

  it('is nothing that another change may have taken the version of', async () => {
    const told = await agreed();
    told.repository.git('checkout', '-q', 'main');
    const tip = told.repository.commit(edited('settlement.yaml', ['percent: 90', 'percent: 89'], ['version: 1.0.0', 'version: 2.0.0'], ahead));
    told.repository.git('checkout', '-q', 'proposal');
    const run = await reviewed(told, { approvedBy: deciders, base: tip });
    expect(run.code).toBe(1);
    expect(run.words).toContain('`sla:settlement` is 2.0.0 already on the branch that this is meant for, with other content. Take that branch in, then raise the version above 2.0.0.');
  });

  it('covers no slice of a change that was cut over several pull requests since the release', async () => {
    const told = story({ 'settlement.yaml': less['settlement.yaml']! });
    const { repository } = told;
    repository.git('tag', 'v1', 'main');
    repository.git('checkout', '-q', 'main');
    repository.git('merge', '-q', '--ff-only', 'proposal');
    repository.git('checkout', '-q', '-B', 'proposal');
    const slice: Story = { repository, base: told.commits[0]!, commits: [repository.commit({ 'settlement.yaml': less['settlement.yaml']!.toString().replace('window: P1M', 'window: P1M\nwarnAt: 80').replace('version: 2.0.0', 'version: 2.1.0') })] };
    const review = async (approvedBy: readonly string[], ...args: readonly string[]): Promise<Run> => waymark(repository.folder, ['review', 'main', 'proposal', '--no-color', '--host', hostFile(slice, { approvedBy }), ...args]);
    expect((await review(['a-huber'], '--since', 'main')).code).toBe(0);
    for (const [args, beginning] of [[['--since', 'v1'], 'Since the release'], [[], 'Since it was first active']] as const) {
      const run = await review(['a-huber'], ...args);
      expect(run.code).toBe(4);
      expect(run.out.replaceAll(/\n {4}/g, ' ')).toContain(`${beginning}, \`sla:settlement\` has gone from 1.0.0 over 2.0.0 to 2.1.0, and all of it together is`);
    }
    expect((await review(['a-huber', 'k-novak', 'm-okafor'])).code).toBe(0);
    expect((await review(['a-huber', 'k-novak', 'm-okafor'], '--since', 'v1')).code).toBe(0);
    expect((await review(['a-huber'], '--since', 'nowhere')).code).toBe(3);
    const [whole, last] = await Promise.all(['v1', 'main'].map(async (since) => waymark(repository.folder, ['ci', '--base', 'main', '--since', since])));
    expect([whole!.out, last!.out].map((out) => out.includes('Since the release'))).toEqual([true, false]);
    vi.stubEnv('WAYMARK_SINCE', 'v1');
    expect((await review(['a-huber'])).out).toContain('Since the release');
  });
});
