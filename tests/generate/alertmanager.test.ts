import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { generate, type Generation } from '../../src/generate/generate.js';
import { addressOf, matcherText } from '../../src/generate/text/alertmanager.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { workspaceOf } from '../support/journeys.js';
import { more } from '../support/property.js';
import { describeWith } from '../support/tools.js';
import { benignWorkspace, contentOf, example, examples, generated, hostileWorkspace, rotations, smallWorkspace, written } from './generated.js';

interface Configuration {
  readonly route: { readonly receiver: string; readonly routes: readonly { readonly matchers: readonly string[]; readonly receiver: string }[] };
  readonly receivers: readonly { readonly name: string; readonly email_configs?: readonly { readonly to: string }[]; readonly webhook_configs?: readonly { readonly url: string }[] }[];
}

function configurationOf(generation: Generation): Configuration {
  return parse(contentOf(generation, 'alertmanager.yaml')) as Configuration;
}

function amtool(folder: string, ...args: readonly string[]): { readonly isSound: boolean; readonly said: string } {
  const { status, stdout, stderr } = spawnSync('amtool', args, { cwd: folder, encoding: 'utf8' });
  return { isSound: status === 0, said: stdout + stderr };
}

interface Labels {
  readonly [name: string]: string;
}

/** Whom `amtool` sends an alert with these labels to. */
function isSentTo(folder: string, receiver: string, labels: Labels): boolean {
  return amtool(folder, 'config', 'routes', 'test', '--config.file=alertmanager.yaml', `--verify.receivers=${receiver}`, ...Object.entries(labels).map(([name, value]) => `${name}=${value}`)).isSound;
}

/** The alerts that the rules for Prometheus can raise, each with the labels that they have, once for each set of those that are routed by. */
async function alertsOf(name: (typeof examples)[number]): Promise<readonly Labels[]> {
  const { files } = await generated(example(name), 'prometheus');
  const rules = files.filter(({ path }) => path.endsWith('.rules.yaml')).flatMap(({ content }) => (parse(content) as { readonly groups: readonly { readonly rules: readonly { readonly alert?: string; readonly labels: Labels }[] }[] }).groups.flatMap((group) => group.rules));
  const alerts = rules.flatMap(({ alert, labels }) => (alert === undefined ? [] : [{ alertname: alert, ...labels } as Labels]));
  return [...new Map(alerts.map((labels) => [['alertname', 'journey', 'escalation', 'rung', 'sla', 'kpi', 'system', 'metric'].map((label) => labels[label]).join(), labels])).values()];
}

describeWith('amtool', 'amtool', () => {
  it.each(examples)('takes the configuration of %s, and sends each alert that the rules can raise to whom the documents name', async (name) => {
    const folder = written(await generated(example(name), 'alertmanager'));
    const checked = amtool(folder, 'check-config', 'alertmanager.yaml');
    const roles = example(name).all('Team').filter(({ status }) => status === 'active').flatMap(({ value }) => value.roles ?? []);
    expect(checked).toEqual({ isSound: true, said: expect.stringContaining(` ${roles.length + 1} receivers`) as string });
    const owners = new Set(example(name).all('Team').filter(({ value }) => (value.roles ?? []).some(({ id }) => id === 'lead')).map(({ id }) => id));
    const owner = (labels: Labels): string | undefined => (labels['sla']?.includes('#') === true ? example(name).find('Journey', labels['journey']!)!.owner : labels['alertname'] === 'KpiAlert' ? labels['owner'] : undefined);
    const meant = (labels: Labels): string => labels['to'] ?? (owners.has(owner(labels) ?? '') ? `${owner(labels)}#lead` : 'fallback');
    const alerts = await alertsOf(name);
    expect(alerts.length).toBeGreaterThan(20);
    expect(alerts.filter((labels) => !isSentTo(folder, meant(labels), labels))).toEqual([]);
  }, 120_000);

  it('sends the rungs of motor insurance up the ladder, what nobody is named for to who owns the journey, and what is about no journey to the fallback', async () => {
    const folder = written(await generated(example('insurance'), 'alertmanager'));
    const rung = (number: number): Labels => ({ alertname: 'EscalationDue', journey: 'motor-claim', escalation: 'settlement-late', rung: String(number), target: 'tier:gold' });
    expect(['claims-ops#lead', 'claims-cx#journey-owner', 'claims-cx#director', 'claims-cx#lead'].map((receiver, index) => isSentTo(folder, receiver, rung(index + 1)))).toEqual([true, true, true, true]);
    expect(isSentTo(folder, 'claims-cx#director', rung(1))).toBe(false);
    expect(isSentTo(folder, 'policy-service#lead', { alertname: 'PromiseAtRisk', sla: 'refusal-call' })).toBe(true);
    expect(isSentTo(folder, 'fallback', { alertname: 'PromiseAtRisk', sla: 'ola-triage' })).toBe(true);
  }, 60_000);

  it('takes the settings', async () => {
    const generation = await generated(example('parcel'), 'alertmanager', { smarthost: 'mail.example.org:587', from: 'alerts@example.org', tls: false, webhook: 'https://calls.example.org/waymark', fallback: 'desk@example.org', repeat: '12h' });
    expect(amtool(written(generation), 'check-config', 'alertmanager.yaml').isSound).toBe(true);
    const { receivers } = configurationOf(generation);
    expect(receivers.filter((receiver) => receiver.webhook_configs?.[0]?.url !== 'https://calls.example.org/waymark' || receiver.email_configs === undefined)).toEqual([]);
    expect(contentOf(generation, 'alertmanager.yaml')).toContain('smtp_smarthost: "mail.example.org:587"\n  smtp_from: alerts@example.org\n  smtp_require_tls: false\n');
    expect(receivers[0]).toMatchObject({ name: 'fallback', email_configs: [{ to: 'desk@example.org' }] });
    expect(generation.losses.filter(({ field }) => field === 'roles.person').map(({ sort }) => sort)).not.toContain('case');
  });

  it('reads the same routes, whatever somebody writes into a field', async () => {
    const usual = configurationOf(await generated(benignWorkspace(), 'alertmanager'));
    for (let rotation = 0; rotation < rotations; rotation += Math.ceil(11 / more)) {
      const configuration = configurationOf(await generated(hostileWorkspace(rotation), 'alertmanager'));
      expect({ rotation, configuration }).toEqual({ rotation, configuration: usual });
    }
  }, 120_000);

  it('sends what names no role to the fallback, and writes to no address that is more than one', async () => {
    const head = { apiVersion: 'waymark/v1', version: '1.0.0', status: 'active', owner: 'claims' };
    const texts = [...new Set(hostileTexts.map((text) => text.trim().slice(0, 200)))].filter((text) => text !== '');
    const slas = texts.map((text, index) => ({ ...head, kind: 'Sla', id: `promise-${index}`, title: 'Promise', escalation: `claims#${text}` }));
    const roles = texts.map((text, index) => ({ id: `role-${index}`, contact: `mailto:${text.replace(/[\s<>"]/g, '')}@example.org` }));
    const team = { ...head, kind: 'Team', id: 'claims', title: 'Claims', roles };
    const generation = await generated(workspaceOf({ 'all.yaml': [team, ...slas].map((document) => JSON.stringify(document)).join('\n---\n') }), 'alertmanager');
    const { route, receivers } = configurationOf(generation);
    expect(amtool(written(generation), 'check-config', 'alertmanager.yaml').isSound).toBe(true);
    expect(new Set(route.routes.map(({ receiver }) => receiver))).toEqual(new Set(['fallback']));
    const reached = receivers.flatMap(({ name, email_configs: [mail] = [] }) => (mail === undefined ? [] : [[name, mail.to]]));
    expect(reached).toEqual(roles.flatMap(({ id, contact }) => (addressOf(contact) === undefined ? [] : [[`claims#${id}`, contact.slice('mailto:'.length)]])));
    expect(reached.filter(([, to]) => /[{},;\s]|@.*@/.test(to!))).toEqual([]);
  }, 60_000);

  it('takes every form of the settings', async () => {
    const settings = [{ repeat: '1d12h' }, { repeat: '2w' }, { repeat: '30s' }, { webhook: 'https://calls.example.org/a?b=c%20d' }, { webhook: 'http://[::1]:9/' }, { smarthost: '[::1]:25' }, { fallback: 'desk@example.org' }, { workspace: 'the "shop" \\\\ {{x}}' }];
    for (const options of settings) expect({ options, ...amtool(written(await generated(smallWorkspace(), 'alertmanager', options)), 'check-config', 'alertmanager.yaml') }).toMatchObject({ options, isSound: true });
    const folder = written(await generated(smallWorkspace(), 'alertmanager', { workspace: 'shop' }));
    expect(['shop', 'depot'].map((workspace) => isSentTo(folder, 'desk#lead', { alertname: 'PromiseAtRisk', sla: 'paid-in-time', workspace }))).toEqual([true, false]);
  }, 60_000);

  it('reads a matcher as the text that it was written from', () => {
    const folder = written({ target: 'x', losses: [], files: [{ path: 'alertmanager.yaml', sources: [], content: `route: {receiver: other, routes: ${JSON.stringify([...'"\\{}=,'].map((sign) => ({ matchers: [matcherText('kpi', `a${sign}b`)], receiver: 'here' })))}}\nreceivers: [{name: other}, {name: here}]\n` }] });
    expect([...'"\\{}=,'].filter((sign) => !isSentTo(folder, 'here', { kpi: JSON.stringify(`a${sign}b`) }))).toEqual([]);
    expect(isSentTo(folder, 'here', { kpi: 'ab' })).toBe(false);
  });
});

describe('the configuration', () => {
  it('of the parcel example is as it was', async () => {
    await expect(contentOf(await generated(example('parcel'), 'alertmanager'), 'alertmanager.yaml')).toMatchFileSnapshot('golden/alertmanager/alertmanager.yaml');
  });

  it.each([
    ['mailto:desk@example.org', 'desk@example.org'],
    ['mailto:desk@example.org?subject=Claim', 'desk@example.org'],
    ['mailto:a@example.org,b@example.org', undefined],
    ['mailto:{{template}}@example.org', undefined],
    ['mailto:desk', undefined],
    ['tel:+49-561-5550199', undefined],
    ['https://desk@example.org', undefined],
  ])('knows of %s that its one mailbox is %s', (link, address) => {
    expect(addressOf(link)).toBe(address);
  });

  it('writes to who stands in where a role has no mailbox, and tells whom it does not reach', async () => {
    const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\nowner: claims\n';
    const workspace = workspaceOf({
      'team.yaml': `${head}kind: Team\nid: claims\ntitle: Claims\nroles:\n  - {id: lead, contact: "tel:+49-1", delegate: claims#deputy}\n  - {id: deputy, contact: "mailto:deputy@example.org", delegate: claims#lead}\n  - {id: night}\n`,
      'slas.yaml': `${head}kind: Sla\nid: swift\ntitle: Swift\nwindow: P1M\nescalation: claims#lead\n---\n${head}kind: Sla\nid: slow\ntitle: Slow\nescalation: claims#night\n---\n${head}kind: Sla\nid: lost\ntitle: Lost\nescalation: claims#nobody\n`,
    });
    const generation = await generated(workspace, 'alertmanager');
    expect(configurationOf(generation).receivers.map(({ name, email_configs: [mail] = [] }) => `${name} ${mail?.to ?? '-'}`)).toEqual(['fallback -', 'claims#lead deputy@example.org', 'claims#deputy deputy@example.org', 'claims#night -']);
    expect(generation.losses.filter(({ sort }) => sort === 'case').map(({ subject, field, reason }) => `${subject} ${field}: ${reason}`)).toEqual([
      'sla:lost escalation: `claims#nobody` has to be told, and is no role of a team that binds: the message reaches nobody, because neither `fallback` nor `webhook` is set.',
      'team:claims roles.contact: Alertmanager writes to one address, such as `mailto:desk@example.org`, and cannot use that of `claims#lead`.',
      'team:claims roles.person: `claims#night` has to be told and is not reached: give the role a `contact` such as `mailto:desk@example.org`, or set `webhook`.',
    ]);
    expect(generation.losses.find(({ field }) => field === 'roles.delegate')).toEqual({ subject: 'team:claims', field: 'roles.delegate', at: ['roles', 1, 'delegate'], sort: 'limit', reason: 'Alertmanager does not know who is away: `claims#deputy` is told, and nobody who stands in.' });
  });

  it('tells who would be called for an objective that no alert is about', async () => {
    const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\nowner: claims\n';
    const { losses } = await generated(workspaceOf({
      'team.yaml': `${head}kind: Team\nid: claims\ntitle: Claims\nroles: [{id: lead, contact: "mailto:lead@example.org"}]\n`,
      'system.yaml': `${head}kind: System\nid: portal\ntitle: Portal\nobjectives:\n  - {metric: availability, target: 99, window: P1M, escalation: claims#lead}\n  - {metric: latency, target: 2s, window: P1M, escalation: claims#lead}\n  - {metric: success-rate, target: 99, escalation: claims#lead}\n  - {metric: availability, target: 98, window: P1D, escalation: claims#lead}\n`,
    }), 'alertmanager');
    expect(losses.filter(({ field }) => ['objectives.metric', 'objectives.escalation'].includes(field)).map(({ at, sort, reason }) => `${at?.join('.')} ${sort}: ${reason}`)).toEqual([
      'objectives.1.escalation limit: No alert is about this objective, so nobody is called.',
      'objectives.2.escalation case: No alert is about this objective, so nobody is called.',
      'objectives.3.escalation case: No alert is about this objective, so nobody is called.',
      'objectives.1.metric limit: No alert is about this objective, so nobody is called.',
      'objectives.2.metric case: No alert is about this objective, so nobody is called.',
      'objectives.3.metric case: No alert is about this objective, so nobody is called.',
    ]);
  });

  it.each([['retired', 'retired'], ['draft', 'a draft']])('writes to nobody of a team that is %s, and tells that nobody is reached', async (status, words) => {
    const of = (kind: string, id: string, state = 'active'): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: ${state}\nowner: claims\n`;
    const workspace = workspaceOf({
      'teams.yaml': `${of('Team', 'claims')}roles: [{id: lead, delegate: old#lead}]\n---\n${of('Team', 'old', status)}roles: [{id: lead, contact: "mailto:gone@example.org"}]\n`,
      'sla.yaml': `${of('Sla', 'swift')}window: P1M\nescalation: claims#lead\n`,
    });
    const generation = await generated(workspace, 'alertmanager');
    expect(contentOf(generation, 'alertmanager.yaml')).not.toContain('gone@example.org');
    expect(generation.losses.filter(({ subject, sort }) => subject === 'team:claims' && sort === 'case').map(({ field, at, reason }) => `${field} ${at?.join('.')}: ${reason}`)).toEqual([
      `roles.delegate roles.0.delegate: \`old#lead\`, which stands in for \`claims#lead\`, is not written to, because team \`old\` is ${words}. Name a role of a team that binds.`,
      'roles.person roles.0.person: `claims#lead` has to be told and is not reached: give the role a `contact` such as `mailto:desk@example.org`, or set `webhook`.',
    ]);
  });

  const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\nowner: claims\n';
  const team = `${head}kind: Team\nid: claims\ntitle: Claims\nroles: [{id: lead, contact: "mailto:lead@example.org"}, {id: lead, contact: "mailto:other@example.org"}]\n`;
  const stages = 'stages: [{id: buy, title: Buy, steps: [{id: pay, title: Pay, lane: customer, end: success}]}]';
  const cases = ({ losses }: Generation): readonly string[] => losses.filter(({ sort }) => sort === 'case').map(({ subject, field, at, reason }) => `${subject} ${field}${at === undefined ? '' : ` ${at.join('.')}`}: ${reason}`);

  it('has a route for each rung of each ladder, and tells each one that nobody is named for', async () => {
    const workspace = workspaceOf({ 'team.yaml': team, 'order.yaml': `${head}kind: Journey\nid: order\ntitle: Order\n${stages}\nescalations:\n  - {id: late, rungs: [{to: claims#lead}, {to: claims#nobody}, {to: claims#lead}, {after: 2h}]}\n  - {id: late, rungs: [{to: claims#lead}]}\n  - {id: sad, rungs: [{to: claims#lead}]}\n` });
    const generation = await generated(workspace, 'alertmanager');
    expect(configurationOf(generation).route.routes.map(({ matchers, receiver }) => `${matchers.slice(2).join(' ')} ${receiver}`)).toEqual(['escalation="late" rung="1" claims#lead', 'escalation="late" rung="2" fallback', 'escalation="late" rung="3" claims#lead', 'escalation="late" rung="4" fallback', 'escalation="sad" rung="1" claims#lead', ' claims#lead']);
    expect(cases(generation)).toEqual([
      'journey:order escalations escalations.1: A ladder before it has the name `late` as well: give it one of its own.',
      'journey:order escalations.rungs.to escalations.0.rungs.1.to: `claims#nobody` has to be told, and is no role of a team that binds: the message reaches nobody, because neither `fallback` nor `webhook` is set.',
      'journey:order escalations.rungs.to escalations.0.rungs.3.to: Nobody is named who has to be told: the message reaches nobody, because neither `fallback` nor `webhook` is set. Name a role under `to`.',
      'team:claims roles roles.1: A role before it has the name `claims#lead` as well, and that one is told: give each a name of its own.',
    ]);
  });

  it('tells each promise and each objective whose alerts reach nobody, as long as the fallback is nobody', async () => {
    const sla = (id: string, fields: string): string => `${head}kind: Sla\nid: ${id}\ntitle: Promise\n${fields}`;
    const workspace = workspaceOf({ 'team.yaml': team.replace(', {id: lead, contact: "mailto:other@example.org"}', ''), 'slas.yaml': [sla('late', 'window: P1M\n'), sla('named', 'window: P1M\nescalation: claims#lead\n'), sla('silent', 'calendar: 24x7\n'), sla('worst', 'floor: 2d\n')].join('---\n'), 'shop.yaml': `${head}kind: System\nid: shop\ntitle: Shop\nobjectives: [{metric: latency, target: 2s}, {metric: availability, target: 99, window: P1M, escalation: claims#lead}, {metric: success-rate, target: 99, window: P1M}]\n` });
    const reason = 'Nobody is named who has to be told: the message reaches nobody, because neither `fallback` nor `webhook` is set. Name a role under `escalation`.';
    expect(cases(await generated(workspace, 'alertmanager'))).toEqual([`sla:late escalation: ${reason}`, `sla:worst escalation: ${reason}`, `system:shop objectives.escalation objectives.2.escalation: ${reason}`]);
    for (const options of [{ fallback: 'desk@example.org' }, { webhook: 'https://calls.example.org' }]) expect(cases(await generated(workspace, 'alertmanager', options))).toEqual([]);
    expect((await generated(workspace, 'alertmanager')).losses.filter(({ reason: why }) => why.startsWith('Nothing that is written')).map(({ subject }) => subject)).toEqual(['sla:silent']);
  });

  it.each([
    ['repeat', ['30m', '4h', '1d12h', '2w'], ['banana', '', '0h', '4', '-4h', '4h ']],
    ['webhook', ['https://calls.example.org/a?b=c%20d', 'http://localhost:8080', 'http://[::1]:9/'], ['nonsense', 'ftp://a.example', 'https://', 'https://a b', 'https://a:x', 'https://a/%zz']],
    ['smarthost', ['localhost:25', 'mail.example.org:587', '[::1]:25'], ['', 'localhost', ':25', 'a b:25', 'mail:smtp:25']],
    ['from', ['a@localhost', 'Alerts.1@example.org'], ['', 'nobody', 'a@b@c', 'a@{{b}}']],
    ['fallback', ['desk@example.org'], ['desk', 'a@example.org, b@example.org']],
    ['workspace', ['shop', 'the "shop" \\ {{x}}'], ['two\nlines']],
  ])('takes what %s can be, and refuses what it cannot', async (option, sound, unsound) => {
    const isTaken = async (value: string): Promise<boolean> => !('problems' in await generate(example('parcel'), 'alertmanager', { [option]: value }));
    expect(await Promise.all(sound.map(isTaken))).toEqual(sound.map(() => true));
    expect(await Promise.all(unsound.map(isTaken))).toEqual(unsound.map(() => false));
  });
});
