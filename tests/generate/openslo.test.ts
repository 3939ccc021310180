import { Ajv } from 'ajv';
import { loadAll } from 'js-yaml';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { lazy } from '../../src/base/lazy.js';
import { isArray, isObject, valueAt, withValueAt, type JsonObject, type JsonValue, type Path } from '../../src/base/json.js';
import { namesOf } from '../../src/generate/text/label-names.js';
import { shorthandOf } from '../../src/generate/targets/openslo/objects.js';
import type { Generation } from '../../src/generate/generate.js';
import { isActive } from '../../src/model/spec.js';
import type { Workspace } from '../../src/model/workspace.js';
import { filesBelow } from '../support/files.js';
import { workspaceOf } from '../support/journeys.js';
import { more } from '../support/property.js';
import { describeWith } from '../support/tools.js';
import { benignWorkspace, example, examples, generated, hostileWorkspace, rotations, smallWorkspace } from './generated.js';
import { faultsOf, type OpenSlo } from './openslo-faults.js';

/** The objects as two readers of YAML see them, which have to agree. */
function objectsOf({ files }: Generation): readonly OpenSlo[] {
  return files.flatMap(({ content }) => {
    const objects = parseAllDocuments(content).map((document) => document.toJS() as OpenSlo);
    expect(loadAll(content)).toEqual(objects);
    return objects;
  });
}

/** What an SLO says, with what it names. */
function understood(objects: readonly OpenSlo[]): readonly unknown[] {
  const find = (kind: string, name: string | undefined): OpenSlo => objects.find((each) => each.kind === kind && each.metadata.name === name)!;
  return objects.filter(({ kind }) => kind === 'SLO').map(({ metadata, spec }) => {
    const tells = (spec.alertPolicies ?? []).map((policy) => find('AlertNotificationTarget', find('AlertPolicy', String(policy)).spec.notificationTargets![0]!.targetRef).spec.target);
    const [good, all] = queriesOf(find('SLI', spec.indicatorRef)).map(matchersOf);
    return {
      of: metadata.annotations!['promise'] ?? metadata.annotations!['system'],
      title: metadata.displayName,
      description: spec.description,
      keeper: find('Service', spec.service).metadata.displayName,
      share: spec.objectives![0]!.target,
      words: spec.objectives![0]!.displayName,
      window: spec.timeWindow?.[0]!.duration,
      journeys: metadata.labels?.['journeys'] ?? [],
      tells,
      good,
      all,
    };
  });
}

/** The queries of an indicator: for what was good, and for all. */
function queriesOf({ spec: { ratioMetric } }: OpenSlo): readonly string[] {
  return [ratioMetric?.good, ratioMetric?.total].map((part) => String(part?.metricSource?.spec?.query));
}

/** A query of the one form that is written, with the texts of its labels. */
function matchersOf(query: string): unknown {
  const [, metric, inside] = /^sum\(([a-z_]+)\{(.*)\}\)$/.exec(query) ?? [];
  return [metric, ...[...inside!.matchAll(/([a-z]+)=("(?:[^"\\]|\\.)*")(?:,|$)/g)].map(([, label, text]) => [label, JSON.parse(text!)])];
}

const windows: Readonly<Record<string, string>> = { P1M: '1M', P3M: '3M', P1W: '1w', P1D: '1d', P1Y: '1Y' };

/** What the documents promise, as far as less than all is promised. */
function promised(workspace: Workspace): readonly unknown[] {
  const contact = (role: string | undefined): readonly string[] => {
    const [team, id] = role?.split('#') ?? [];
    const found = workspace.find('Team', team ?? '');
    return role === undefined ? [] : [(found !== undefined && isActive(found) ? found.value.roles?.find((each) => each.id === id)?.contact : undefined) ?? role];
  };
  const keeper = (id: string): string | undefined => workspace.all('Team').filter(isActive).find((team) => team.id === id)?.value.title;
  const promises = workspace.all('Sla').filter(isActive).flatMap(({ id, coordinate, value }) => (value.targets ?? []).filter(({ percent = 100 }) => percent < 100).map((target) => {
    const group = [['tier', target.tier], ['persona', target.persona], ['region', target.region]].filter(([, name]) => name !== undefined);
    const labels = [['sla', id], ['target', group.map(([sort, name]) => `${sort}:${name}`).join(' ') || 'default']];
    return {
      of: coordinate,
      title: value.title,
      description: (value.description ?? '').length > 1050 ? undefined : value.description,
      keeper: keeper(value.provider ?? value.owner),
      share: Number((target.percent! / 100).toFixed(6)),
      words: expect.stringContaining([`${value.metric === 'availability' ? 'available' : target.within} on ${value.calendar}`, ...group.map((pair) => pair.join(' '))].join(', ')),
      window: windows[value.window ?? ''],
      journeys: workspace.all('Journey').filter(isActive).filter((journey) => journey.value.perspective !== 'to-be').filter((journey) => journey.value.slas?.includes(id)).map((journey) => journey.id).sort(),
      tells: contact(value.escalation),
      good: ['waymark_promise_cases_total', ...labels, ['result', 'kept']],
      all: ['waymark_promise_cases_total', ...labels],
    };
  }));
  const systems = workspace.all('System').filter(isActive).flatMap(({ id, coordinate, value }) => (value.objectives ?? []).filter(({ metric, target }) => metric !== 'latency' && Number(target) < 100).map(({ metric, target, window, escalation }) => ({
    of: coordinate,
    title: value.title,
    description: undefined,
    keeper: value.title,
    share: Number((Number(target) / 100).toFixed(6)),
    words: metric === 'availability' ? 'available' : 'answers without a failure',
    window: windows[window ?? ''],
    journeys: [],
    tells: contact(escalation),
    good: ['waymark_system_checks_total', ['system', id], ['metric', metric], ['result', 'good']],
    all: ['waymark_system_checks_total', ['system', id], ['metric', metric]],
  })));
  return [...promises, ...systems];
}

/** In an order that does not matter. */
function inOrder(list: readonly unknown[]): readonly unknown[] {
  const nameOf = (each: unknown): string => JSON.stringify([(each as { of: string }).of, (each as { all: unknown }).all]);
  return list.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

describe('the objects of the examples', () => {
  it.each(examples)('of %s are as the specification wants them, and name what there is', async (name) => {
    expect(faultsOf(objectsOf(await generated(example(name), 'openslo')))).toEqual([]);
  });

  it.each(examples)('of %s promise what the documents promise, and tell whom they name', async (name) => {
    const objectives = understood(objectsOf(await generated(example(name), 'openslo')));
    expect(inOrder(objectives)).toEqual(inOrder(promised(example(name))));
    expect(objectives.length).toBeGreaterThan(5);
  });

  it('may name policies as the text of the specification has it', async () => {
    const objects = objectsOf(await generated(example('insurance'), 'openslo', { policies: 'references' }));
    expect(faultsOf(objects)).toEqual([]);
    expect(objects.flatMap(({ spec }) => spec.alertPolicies ?? [])).toContainEqual({ alertPolicyRef: 'claims-cx-journey-owner' });
  });

  it('tell when the budget is used up as fast as the settings say, from counters of any name', async () => {
    const objects = objectsOf(await generated(example('insurance'), 'openslo', { burnRate: 6, lookback: '6h', alertAfter: '15m', promiseCases: 'claims_cases_total', systemChecks: 'probes' }));
    expect(objects.find(({ kind }) => kind === 'AlertCondition')!.spec.condition).toEqual({ kind: 'burnrate', op: 'gte', threshold: 6, lookbackWindow: '6h', alertAfter: '15m' });
    const queries = objects.filter(({ kind }) => kind === 'SLI').flatMap(queriesOf).map((query) => query.split('{')[0]);
    expect([...new Set(queries)].sort()).toEqual(['sum(claims_cases_total', 'sum(probes']);
  });
});

/** What an object may do without: words for people, what tools note of it, its window, and whom an SLO tells. */
const dispensable = /^(?:metadata\.(?:displayName|labels|annotations)(?:\..*)?|spec\.(?:description|timeWindow|alertPolicies(?:\.\d+)?))$/;

/** A list of objects with one of them spoiled at one place. */
interface Spoiled {
  readonly place: string;
  readonly how: 'taken out' | 'of another form' | 'empty';
  readonly objects: readonly OpenSlo[];
}

/** The objects with each place of each of them taken out, of another form, or empty. */
function spoiledOf(objects: readonly OpenSlo[]): readonly Spoiled[] {
  return objects.flatMap((object, index) => {
    const root = object as unknown as JsonObject;
    return placesIn(root).flatMap((path): readonly Spoiled[] => {
      const withIn = (how: Spoiled['how'], value: JsonValue | undefined): Spoiled => ({ place: `${object.kind} ${path.join('.')}`, how, objects: objects.with(index, withValueAt(root, path, value as JsonValue) as unknown as OpenSlo) });
      return [withIn('taken out', undefined), withIn('of another form', typeof valueAt(root, path) === 'number' ? 'x' : 7), withIn('empty', '')];
    });
  }).map((each) => ({ ...each, objects: JSON.parse(JSON.stringify(each.objects)) as readonly OpenSlo[] }));
}

function placesIn(value: JsonValue, path: Path = []): readonly Path[] {
  const entries: readonly (readonly [string | number, JsonValue])[] = isArray(value) ? value.map((entry, index) => [index, entry]) : isObject(value) ? Object.entries(value) : [];
  return entries.flatMap(([name, inner]) => [[...path, name], ...placesIn(inner, [...path, name])]);
}

/** One that stops has refused, too. */
function isRefused(objects: readonly OpenSlo[]): boolean {
  try {
    return faultsOf(objects).length > 0;
  } catch {
    return true;
  }
}

describe('what the tests have against objects', () => {
  it('is found at every place that is missing or of another form', async () => {
    const spoiled = spoiledOf(objectsOf(await generated(smallWorkspace(), 'openslo'))).filter(({ place, how }) => how === 'of another form' || (how === 'taken out' && !dispensable.test(place.split(' ')[1]!)));
    expect(spoiled.length).toBeGreaterThan(80);
    expect(spoiled.filter(({ objects }) => !isRefused(objects)).map(({ place, how }) => `${place} ${how}`)).toEqual([]);
  });
});

const schemas = process.env['WAYMARK_OPENSLO_SCHEMAS'] ?? '';

describe.skipIf(!existsSync(schemas))(`the schemas of OpenSLO${existsSync(schemas) ? '' : ' (skipped: WAYMARK_OPENSLO_SCHEMAS names no folder with openslo.schema.json)'}`, () => {
  const read = (path: string): object => JSON.parse(readFileSync(join(schemas, path), 'utf8')) as object;
  const validator = lazy(() => new Ajv({ strict: false, schemas: readdirSync(join(schemas, 'parts')).map((part) => read(join('parts', part))) }).compile<unknown>(read('openslo.schema.json')));
  const complaints = (objects: readonly OpenSlo[]): readonly unknown[] => {
    const validate = validator();
    return objects.filter((object) => !validate(object as unknown)).map(({ kind, metadata }) => [kind, metadata?.name]);
  };

  it('take every object of the examples, and of a workspace with hostile words', async () => {
    for (const workspace of [...examples.map(example), hostileWorkspace(0), hostileWorkspace(97)]) expect(complaints(objectsOf(await generated(workspace, 'openslo')))).toEqual([]);
  });

  it('refuse nothing that the tests would let pass without them', async () => {
    const spoiled = spoiledOf(objectsOf(await generated(smallWorkspace(), 'openslo')));
    const refused = spoiled.filter(({ objects }) => complaints(objects).length > 0);
    expect(refused.length).toBeGreaterThan(80);
    expect(refused.filter(({ objects }) => !isRefused(objects)).map(({ place, how }) => `${place} ${how}`)).toEqual([]);
  });

  it('refuse what has a target of all', async () => {
    const objects = objectsOf(await generated(example('parcel'), 'openslo'));
    const spoiled = objects.map((object) => (object.kind === 'SLO' ? { ...object, spec: { ...object.spec, objectives: [{ target: 1 }] } } : object));
    expect(complaints(spoiled).length).toBeGreaterThan(0);
  });
});

describe('whatever somebody writes into a field', () => {
  it('there are the same objects, which say what the documents say', async () => {
    const usual = objectsOf(await generated(benignWorkspace(), 'openslo')).map(({ kind }) => kind);
    for (let rotation = 0; rotation < rotations; rotation += Math.ceil(11 / more)) {
      const workspace = hostileWorkspace(rotation);
      const objects = objectsOf(await generated(workspace, 'openslo'));
      expect({ rotation, faults: faultsOf(objects), kinds: objects.map(({ kind }) => kind).toSorted() }).toEqual({ rotation, faults: [], kinds: usual.toSorted() });
      expect({ rotation, said: inOrder(understood(objects)) }).toEqual({ rotation, said: inOrder(promised(workspace)) });
    }
  }, 120_000);
});

describeWith('promtool', 'the queries', () => {
  it('are read by Prometheus, whatever somebody writes into a field', async () => {
    const workspaces = [...examples.map(example), ...[0, 31, 62, 93, 124, 155].map(hostileWorkspace)];
    const objects = (await Promise.all(workspaces.map((workspace) => generated(workspace, 'openslo')))).flatMap(objectsOf);
    const queries = objects.filter(({ kind }) => kind === 'SLI').flatMap(queriesOf);
    const rules = [...new Set(queries)].map((expr, index) => ({ record: `query_${index}`, expr }));
    const file = join(mkdtempSync(join(tmpdir(), 'waymark-queries-')), 'queries.yaml');
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'queries', rules }] }));
    expect(execFileSync('promtool', ['check', 'rules', file], { encoding: 'utf8' })).toContain(`SUCCESS: ${rules.length} rules found`);
  });
});

describe('the files of parcel', () => {
  it('are the ones that lie in golden/openslo; `npx vitest run tests/generate/openslo.test.ts -u` renews them', async () => {
    const { files } = await generated(example('parcel'), 'openslo');
    for (const { path, content } of files) await expect(content).toMatchFileSnapshot(`golden/openslo/${path}`);
    expect(filesBelow(join(import.meta.dirname, 'golden/openslo')).toSorted()).toEqual(files.map(({ path }) => path));
  });
});

describe('a loss', () => {
  it('is told of what an alert of OpenSLO has no place for', async () => {
    const { losses } = await generated(example('insurance'), 'openslo');
    const cases = losses.filter(({ sort }) => sort === 'case').map(({ subject, field }) => `${subject} ${field}`);
    expect(cases).toEqual(['journey:motor-claim stages', 'journey:motor-claim-at stages', 'system:claims-portal objectives', 'system:fraud-score ']);
    expect(losses.find(({ subject }) => subject === 'system:fraud-score')!.reason).toContain('For a latency');
    expect(losses.find(({ subject, field, sort }) => subject === 'journey:motor-claim' && field === 'escalations' && sort === 'limit')!.reason).toContain('`settlement-late` (`claims-ops#lead` after 70%, `claims-cx#journey-owner` after 90%, `claims-cx#director` after 110%; in its place `claims-cx#journey-owner` is told of the promise)');
  });
});

it('a percent that each of several keeps by itself is told, because an SLO counts all of them together', async () => {
  const head = (id: string): string => `apiVersion: waymark/v1\nkind: Sla\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\nowner: claims\nwindow: P1M\n`;
  const workspace = workspaceOf({
    'reply.yaml': `${head('reply')}eachJourney: true\ntargets: [{within: 4h, percent: 95, each: tier}, {region: DE, within: 2h, percent: 95, each: persona}, {region: AT, within: 2h, each: region}]\n`,
    'pooled.yaml': `${head('pooled')}eachJourney: false\ntargets: [{within: 4h, percent: 95, each: pool}]\n`,
    'all.yaml': `${head('all')}targets: [{within: 4h, each: tier}]\n`,
  });
  const { losses } = await generated(workspace, 'openslo');
  const together = (part: string): string => `What has to hold for each ${part} by itself is written as the share of all cases together, so nobody is told of one that keeps less. The target \`prometheus\` watches each.`;
  expect(losses.flatMap(({ subject, field, reason, sort }) => (sort === 'limit' && reason.startsWith('What has') ? [[subject, field, reason]] : []))).toEqual([
    ['sla:reply', 'eachJourney', together('journey')],
    ['sla:reply', 'targets.each', together('tier or persona')],
  ]);
});

it.each([['[]', ''], ['[reply]', 'stages']])('a promise that stands in a step of a journey with the promises %j is told', async (slas, field) => {
  const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\nowner: claims\n';
  const workspace = workspaceOf({
    'reply.yaml': `${head}kind: Sla\nid: reply\ntitle: Reply\nwindow: P1M\ntargets: [{within: 4h, percent: 95}]\n`,
    'order.yaml': `${head}kind: Journey\nid: order\ntitle: Order\nslas: ${slas}\nstages: [{id: buy, title: Buy, promise: {within: 1d}, steps: [{id: pay, title: Pay, lane: customer, promise: {within: 5m}, end: success}]}]\n`,
  });
  const { losses } = await generated(workspace, 'openslo');
  expect(losses.filter(({ sort }) => sort === 'case').map((loss) => [loss.subject, loss.field])).toEqual([['journey:order', field]]);
  expect(losses.find(({ subject, sort }) => subject === 'journey:order' && sort === 'case')!.reason).toContain('What is promised in `pay` and `stages/buy` has no SLO');
});

it('each target and each objective that cannot be written is told by itself, and a document of which nothing is written with all its reasons', async () => {
  const head = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\nowner: claims\n`;
  const workspace = workspaceOf({
    'reply.yaml': `${head('Sla', 'reply')}window: P1M\ntargets: [{within: 4h, percent: 95}, {tier: gold, within: 1h, percent: 100}, {tier: silver, within: 2h}]\n`,
    'crm.yaml': `${head('System', 'crm')}objectives: [{metric: availability, target: 99.9, window: P1M}, {metric: latency, target: 1s}, {metric: success-rate, target: 100}, {metric: success-rate, target: 99, window: PT90S}]\n`,
    'old.yaml': `${head('System', 'old')}objectives: [{metric: latency, target: 1s}, {metric: success-rate, target: 100}]\n`,
  });
  const { losses } = await generated(workspace, 'openslo');
  const whole = 'OpenSLO knows no target of 100 %: there is no error budget that could be used up.';
  const latency = 'For a latency, OpenSLO asks what share of the requests is to be as fast, and the document does not say.';
  expect(losses.flatMap(({ subject, field, at, sort, reason }) => (sort === 'case' ? [[subject, field, at?.join('.'), reason]] : []))).toEqual([
    ['sla:reply', 'targets', 'targets.1', whole],
    ['sla:reply', 'targets', 'targets.2', whole],
    ['system:crm', 'objectives', 'objectives.1', latency],
    ['system:crm', 'objectives', 'objectives.2', whole],
    ['system:crm', 'objectives.window', 'objectives.3.window', 'OpenSLO counts a window in one unit, from minutes to years, and this one takes more than one, or seconds.'],
    ['system:old', '', undefined, `${latency} ${whole}`],
  ]);
});

it.each([
  ['defaultCalendar: hours\n', 'hours', true],
  ['', '24x7', false],
])('a promise that names no calendar says on which it is counted, with %j in the workspace', async (root, calendar, isLent) => {
  const head = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\nowner: claims\n`;
  const generation = await generated(workspaceOf({
    'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n${root}`,
    'hours.yaml': `${head('Calendar', 'hours')}timezone: Europe/Berlin\nweekly: {mon: ["09:00-17:00"]}\n`,
    'paid.yaml': `${head('Sla', 'paid')}window: P1M\nmetric: duration\ntargets: [{within: 10d, percent: 90}]\n`,
    'open.yaml': `${head('Sla', 'open')}window: P1M\nmetric: availability\ntargets: [{percent: 99}]\n`,
  }), 'openslo');
  const words = objectsOf(generation).flatMap(({ spec }) => spec.objectives ?? []).map(({ displayName }) => displayName);
  expect(words.toSorted()).toEqual([`available on ${calendar}`, `within 10d on ${calendar}`]);
  expect(generation.files.filter(({ path }) => path.startsWith('promises/')).map(({ sources }) => sources.some(({ kind }) => kind === 'Workspace'))).toEqual([isLent, isLent]);
  expect(generation.losses.some(({ subject, field }) => subject === 'workspace:shop' && field === 'defaultCalendar')).toBe(false);
});

describe('names', () => {
  it('are labels of RFC 1123, and each text has its own', () => {
    const names = namesOf(['claim', 'claim#lead', 'claim-lead', 'Claim', 'gold tier', 'gold-tier', '日本', '中文', 'x'.repeat(64), `${'x'.repeat(64)}y`]);
    expect([...names.values()].every((name) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name))).toBe(true);
    expect(new Set(names.values()).size).toBe(10);
    expect([names.get('claim'), names.get('claim-lead'), names.get('gold-tier')]).toEqual(['claim', 'claim-lead', 'gold-tier']);
  });
});

describe('a length of time', () => {
  it.each([['P1M', '1M'], ['P3M', '3M'], ['P1Y', '1Y'], ['P2W', '2w'], ['P1D', '1d'], ['PT6H', '6h'], ['PT5M', '5m'], ['7d', '7d'], ['P1M2D', undefined], ['PT30S', undefined], ['P0D', undefined], ['1d12h', undefined], [undefined, undefined]])('%s is %s', (length, written) => {
    expect(shorthandOf(length)).toBe(written);
  });
});
