import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkTarget, checkTrials } from '../../src/generate/check/check-target.js';
import { fieldEdits, fieldsAround, type FieldEdit } from '../../src/generate/check/field-edits.js';
import { groupBy } from '../../src/base/groups.js';
import { isArray, isObject, valueAt, type JsonValue, type Path } from '../../src/base/json.js';
import type { Document } from '../../src/load/document.js';
import type { Spec } from '../../src/model/spec.js';
import { generateWith } from '../../src/generate/generate.js';
import type { Provenance } from '../../src/generate/provenance.js';
import type { LossHere, Target } from '../../src/generate/target.js';
import { targets } from '../../src/generate/targets/index.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { languageTable } from '../../src/schema/generated/language-table.js';
import type { Field, TypeExpression } from '../../src/schema/language.js';
import { samplesOf } from '../../src/schema/sample-values.js';
import { fullFiles } from './full-workspace.js';
import { generated } from './generated.js';
import { triedTargets } from './tried-targets.js';

/** What no document can say otherwise: which document it is, which is never edited, and words that have no other. */
const identity = /\.(?:apiVersion|kind|id)$/;
const onlyWords = ['RegulatedDemand.record', 'Step.moment'];

/** What these documents do not write: a role that only one name has. Tests of the targets that carry it show it. */
const shownElsewhere = ['Policy.roles.dpo`'];

describe('each field of the language', () => {
  let found: readonly (readonly string[])[];

  beforeAll(async () => {
    found = await checkTrials(triedTargets.map((target) => ({ target, options: {} })), fullFiles);
  }, 900_000);

  const workspace = loadWorkspaceFrom(fullFiles);
  const edits = fieldEdits(workspace);
  const otherwise = edits.filter(({ added }) => added === undefined);
  const types = new Map<string, TypeExpression>(Object.entries(languageTable.shapes).flatMap(([shape, fields]) => Object.entries<Field>(fields).map(([field, { type }]) => [`${shape}.${field}`, type] as const)));

  it('is tried, but for what no document can say otherwise', () => {
    expect(workspace.documents.flatMap(({ problems }) => problems)).toEqual([]);
    const written = new Set(otherwise.flatMap(({ before, path }) => fieldsAround(before, path)));
    const missing = [...types.keys()].filter((field) => !written.has(field) && !(identity.test(field) && workspace.specs.some(({ kind }) => field.startsWith(`${kind}.`))));
    expect(missing).toEqual(onlyWords);
  });

  it('has two other values somewhere, but where the language knows one', () => {
    const single = [...mostOthers(otherwise)].filter(([, others]) => others < 2).map(([field]) => [field, whyOneOther(types.get(field)!)] as const);
    expect(single.filter(([, why]) => why === undefined)).toEqual([]);
    expect(Object.fromEntries([...groupBy(single, ([, why]) => why!)].map(([why, fields]) => [why, fields.length]))).toEqual({ 'it is true or false': 14, 'there are two words for it': 14 });
    expect(onlyWords.map((field) => types.get(field))).toEqual([expect.objectContaining({ words: ['change'] }), expect.objectContaining({ words: ['truth'] })]);
  });

  it('has two entries somewhere, where it is a list that may have two', () => {
    const lists = workspace.documents.flatMap((document) => listsIn(document.value).map((path) => [document, path] as const));
    const fieldAt = (document: Document, path: Path): string => fieldsAround(document, path).at(-1) ?? '';
    const most = new Map<string, number>();
    for (const [document, path] of lists) most.set(fieldAt(document, path), Math.max(most.get(fieldAt(document, path)) ?? 0, (valueAt(document.value, path) as readonly JsonValue[]).length));
    const added = new Set(edits.flatMap(({ added: at, before, path }) => (at === undefined ? [] : [fieldAt(before, path.slice(0, -1))])));
    expect([...most].flatMap(([field, entries]) => (entries < 2 && !added.has(field) ? [field] : [])).toSorted()).toEqual([]);
  });

  it.each(triedTargets.map(({ id }, index) => [id, index] as const))('is carried by %s or told as lost, and never both', (_, index) => {
    expect(found[index]!.filter((fault) => !shownElsewhere.some((pattern) => fault.startsWith(`Nothing shows whether it carries \`${pattern}`)))).toEqual([]);
  });
});

function listsIn(value: JsonValue, path: Path = []): readonly Path[] {
  if (isArray(value)) return [path, ...value.flatMap((entry, index) => listsIn(entry, [...path, index]))];
  return isObject(value) ? Object.entries(value).flatMap(([key, entry]) => listsIn(entry, [...path, key])) : [];
}

/** How many other values each field has at the place where it has most. */
function mostOthers(edits: readonly FieldEdit[]): ReadonlyMap<string, number> {
  const places = groupBy(edits, ({ field, before, path }) => JSON.stringify([field, before.kind, before.value['id'], path]));
  const most = new Map<string, number>();
  for (const others of places.values()) most.set(others[0]!.field, Math.max(most.get(others[0]!.field) ?? 0, others.length));
  return most;
}

/** Why a field can be written otherwise in one way only. */
function whyOneOther(type: TypeExpression): string | undefined {
  if (type.type === 'word' && type.words.length === 2) return 'there are two words for it';
  return type.type === 'scalar' && samplesOf(type.name).sort === 'flag' ? 'it is true or false' : undefined;
}

/** What a target writes, without digests, which carry everything, and what it tells as lost, but for why and of what a variant is one. */
async function saidBy(target: Target, files: { readonly [path: string]: string }): Promise<unknown> {
  const workspace = loadWorkspaceFrom(files);
  expect([...workspace.problems, ...workspace.documents.flatMap(({ problems }) => problems)]).toEqual([]);
  const options = Object.fromEntries(Object.entries(target.options).map(([name, { default: standard }]) => [name, standard]));
  const provenance = (sources: readonly Spec[]): Provenance => ({ sources: [], digest: 'sha256:0', lines: sources.map(({ coordinate }) => coordinate).toSorted() });
  const generation = await generateWith(workspace, target, options, { folder: '', provenance });
  if ('problems' in generation) throw new Error(generation.problems.join(' '));
  return { files: generation.files.map(({ path, content }) => [path, content]), losses: generation.losses.filter(({ field }) => !/^(?:extends|overlay)\b/.test(field)) };
}

describe('what stands elsewhere', () => {
  const head = (kind: string, id: string, owner = 'desk'): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: ${owner}\n`;
  const calendar = (dayLength: string): string => `${head('Calendar', 'office')}timezone: Europe/Berlin\nweekly: {mon: ["08:00-18:00"]}\ndayLength: ${dayLength}\nhorizon: {from: 2026-01-01, until: 2027-12-31}\n`;
  const withCopy = (copy: string): { readonly [path: string]: string } => ({
    'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\nimports: [{name: group, source: vendor/hours.yaml, version: ^1.0.0, integrity: ${createHash('sha256').update(copy).digest('hex')}}]\n`,
    'vendor/hours.yaml': copy,
  });
  const desk = `${head('Team', 'desk')}function: service\nroles: [{id: lead, contact: "mailto:lead@example.org"}]\ncodeHandles: ["@example/desk"]\n`;
  const promise = (named: string): string => `${head('Sla', 'reply')}provider: desk\nconsumer: customer\nmetric: duration\ncalendar: ${named}\nwindow: P1M\nwarnAt: 80\nescalation: desk#lead\ntargets: [{within: 2d, percent: 90}]\n`;
  const bodyOf = (title: string): string => `customerGoal: To have it\nslas: [reply]\nstages:\n  - {id: buy, title: Buy, steps: [{id: ask, title: ${title}, lane: customer, next: pay}, {id: pay, title: Customer pays, lane: customer, events: {complete: paid}, end: success}]}\n`;
  const crm = `${head('System', 'crm')}type: crm\nemits: [{event: paid, caseKey: id, timestamp: at}, {event: sent, caseKey: id, timestamp: at}]\n`;
  const variant = `${head('Journey', 'order-at')}extends: order@^1\noverlay:\n  - {op: set, path: customerGoal, value: To have it in Austria}\n  - {op: set, path: stages.buy.steps.pay.title, value: Customer pays by bank}\n  - {op: add, path: stages.buy.steps, after: ask, value: {id: sign, title: Customer signs, lane: customer, next: pay}}\n  - {op: remove, path: slas}\n`;
  const written = `${head('Journey', 'order-at')}customerGoal: To have it in Austria\nstages:\n  - {id: buy, title: Buy, steps: [{id: ask, title: TITLE, lane: customer, next: pay}, {id: sign, title: Customer signs, lane: customer, next: pay}, {id: pay, title: Customer pays by bank, lane: customer, events: {complete: paid}, end: success}]}\n`;
  const all = (title: string, other: string): { readonly [path: string]: string } => ({ ...withCopy(calendar('8h')), 'desk.yaml': desk, 'crm.yaml': crm, 'reply.yaml': promise('group/office'), 'order.yaml': head('Journey', 'order') + bodyOf(title), 'order-at.yaml': other });

  /** `typescript` writes each document as it stands, a variant with what it changes: its own tests compare them. */
  it.each(targets.filter(({ id }) => id !== 'typescript').map((target) => [target.id, target] as const))('%s writes a variant as the journey that it is, and what its base says by now', async (id, target) => {
    for (const title of ['Customer asks', 'Customer calls']) {
      expect({ id, title, said: await saidBy(target, all(title, variant)) }).toEqual({ id, title, said: await saidBy(target, all(title, written.replace('TITLE', title))) });
    }
  });

  it.each([
    ['alertmanager', 'sla:reply escalation: `group/hub#lead` has to be told, and stands in another repository, of whose teams no address is read: the message reaches nobody, because neither `fallback` nor `webhook` is set.'],
    ['codeowners', 'sla:reply owner: `group/hub` stands in another repository, of whose teams no name on the code host is read: name a team of this workspace.'],
  ])('%s tells that a team of another repository is not reached', async (id, told) => {
    const hub = desk.replace('id: desk', 'id: hub');
    const reply = promise('24x7').replace('owner: desk', 'owner: group/hub').replace('escalation: desk#lead', 'escalation: group/hub#lead');
    const { losses } = await generated(loadWorkspaceFrom({ ...withCopy(hub), 'desk.yaml': desk, 'crm.yaml': crm, 'reply.yaml': reply }), id);
    expect(losses.map(({ subject, field, reason }) => `${subject} ${field}: ${reason}`)).toContain(told);
  });

  it('counts with hours of another repository where it counts with its own, and nowhere else', async () => {
    const changedBy = async (filesOf: (dayLength: string) => { readonly [path: string]: string }): Promise<readonly string[]> => {
      const each = await Promise.all(targets.map(async (target) => [target.id, JSON.stringify(await saidBy(target, filesOf('8h'))) !== JSON.stringify(await saidBy(target, filesOf('10h')))] as const));
      return each.flatMap(([id, isChanged]) => (isChanged ? [id] : []));
    };
    const documents = { 'desk.yaml': desk, 'crm.yaml': crm, 'order.yaml': head('Journey', 'order') + bodyOf('Customer asks') };
    const own = await changedBy((dayLength) => ({ ...documents, ...withCopy(calendar('8h')), 'reply.yaml': promise('office'), 'office.yaml': calendar(dayLength) }));
    expect(own).toContain('prometheus');
    expect(await changedBy((dayLength) => ({ ...documents, ...withCopy(calendar(dayLength)), 'reply.yaml': promise('group/office') }))).toEqual(own);
  });
});

describe('the tester of targets', () => {
  const files = {
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n',
    'one.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: one\ntitle: One\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\nfunction: service\n',
    'two.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: two\ntitle: Two\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\nfunction: sales\nroles: [{id: lead, title: Lead}, {id: deputy, title: Deputy}]\n',
  };
  const notPure = 'What is written depends on the clock, the time zone or chance: write what the documents say and nothing else.';
  const writing = (line: (spec: Spec<'Team'>) => string, losses: readonly LossHere[] = []): Target['generate'] => ({ all }) => ({ files: [{ path: 'page.txt', sources: all('Team'), content: all('Team').map(line).join('\n') }], losses });
  const titles = ({ value }: Spec<'Team'>): string => [value.title, ...(value.roles ?? []).map(({ title }) => title)].join();
  /** Writes every role, and says all the same that one is lost. */
  const telling = (at: Path): Target['generate'] => writing(titles, [{ subject: 'team:two', field: 'roles', at, reason: 'No room.' }]);
  const target = (changed: Partial<Target>): Target => ({
    id: 'wiki',
    summary: 'a page',
    description: '',
    limits: 'It names teams.',
    withDrafts: true,
    options: {},
    carries: ['Team.title'],
    generate: ({ all, provenance }) => ({ files: [{ path: 'page.txt', sources: all('Team'), content: [...provenance(all('Team')).lines, ...all('Team').map(({ value }) => value.title), ''].join('\n') }] }),
    ...changed,
  });

  it('has nothing against one that keeps its word', async () => {
    expect(await checkTarget(target({}), files)).toEqual([]);
  });

  it('has nothing against one that carries a thing and says that it is carried in part', async () => {
    const { generate } = target({});
    const inPart: Target['generate'] = async (input) => ({ ...(await generate(input)), losses: input.all('Team').map(({ coordinate }) => ({ subject: coordinate, field: 'title', inPart: true, reason: 'Its colour is lost.' })) });
    expect(await checkTarget(target({ generate: inPart }), files)).toEqual([]);
  });

  it('has nothing against one that tells which entry is lost', async () => {
    const first = ({ value }: Spec<'Team'>): string => [value.title, value.roles?.[0]?.title].join();
    const generate = writing(first, [{ subject: 'team:two', field: 'roles', at: ['roles', 1], reason: 'No room.' }]);
    expect(await checkTarget(target({ generate, carries: ['Team.title', 'Team.roles.title'] }), files)).toEqual([]);
  });

  it('adds a second entry where a list has but one', async () => {
    const alone = { ...files, 'two.yaml': files['two.yaml'].replace(', {id: deputy, title: Deputy}', '') };
    const first = target({ generate: writing(({ value }) => `${value.title} ${value.roles?.[0]?.title ?? ''} ${value.roles?.[0]?.id ?? ''}`), carries: ['Team.title', 'Team.roles.title', 'Team.roles.id'] });
    expect(await checkTarget(first, alone)).toEqual(['A second entry of Team.roles (team:two roles) is neither carried nor told as lost.']);
    const every = target({ generate: writing(({ value }) => `${value.title} ${(value.roles ?? []).map(({ id, title }) => id + title).join()}`), carries: ['Team.title', 'Team.roles.title', 'Team.roles.id'] });
    expect(await checkTarget(every, alone)).toEqual([]);
  });

  it('asks nothing about another name where the workspace declares one alone', async () => {
    const policy = `apiVersion: waymark/v1\nkind: Policy\nid: house\ntitle: House\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\nroles: {dpo: two#lead}\n`;
    const named = { ...files, 'waymark.yaml': `${files['waymark.yaml']}policy: house\n`, 'policy.yaml': policy };
    const generate: Target['generate'] = ({ workspace, all }) => ({ files: [{ path: 'page.txt', sources: [workspace.root!, ...all('Team')], content: [Object.keys(workspace.policy.value.roles ?? {}), ...all('Team').map(({ value }) => value.title)].join() }] });
    expect(await checkTarget(target({ generate, carries: ['Team.title', 'Workspace.policy'] }), named)).toEqual(['Nothing shows whether it carries `Workspace.policy`: no document here writes that in a way that can be written otherwise.']);
  });

  it.each<[string, { readonly [path: string]: string }]>([
    ['YAML that cannot be read', { ...files, 'three.yaml': 'kind: [\n' }],
    ['a document that is not as it should be', { ...files, 'three.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: three\nnonsense: 1\n' }],
  ])('tries nothing on %s', async (_, broken) => {
    expect(await checkTarget(target({}), broken)).toEqual(['Nothing can be tried, because the documents have problems: look at them with `validate` first.']);
  });

  it.each<[string, Partial<Target>, string]>([
    ['what it says to carry and does not', { carries: ['Team.title', 'Team.function'] }, 'Team.function (team:one function) is neither carried nor told as lost.'],
    ['what it carries and does not say', { carries: [] }, 'Team.title (team:one title) is carried and told as lost.'],
    ['an order that is not its own', { generate: ({ workspace, all }) => ({ files: [{ path: 'page.txt', sources: all('Team'), content: workspace.all('Team').map(({ value }) => value.title).join() }] }) }, 'What is written depends on the order in which documents are read: sort what is listed.'],
    ['what is carried of the first entry alone', { generate: writing((spec) => `${spec.value.title} ${spec.value.roles?.[0]?.title ?? ''}`), carries: ['Team.title', 'Team.roles.title'] }, 'Role.title (team:two roles.title) is neither carried nor told as lost.'],
    ['an id that is written of the first entry alone', { generate: writing((spec) => `${spec.value.title} ${spec.value.roles?.[0]?.id ?? ''}`), carries: ['Team.title', 'Team.roles.id'] }, 'Role.id (team:two roles.id) is neither carried nor told as lost.'],
    ['what holds for one entry and is told of all', { generate: telling(['roles', 1]), carries: ['Team.title', 'Team.roles.title'] }, 'Role.title (team:two roles.title) is carried and told as lost.'],
    ['what is told as lost in part and is not there at all', { generate: writing(() => 'a team', [{ subject: 'team:one', field: 'title', inPart: true, reason: 'Its colour is lost.' }]) }, 'Team.title (team:one title) is told as lost in part, and nothing shows that any of it is carried.'],
    ['an order of fields that says nothing', { generate: writing((spec) => Object.keys(spec.value).join()) }, 'What is written depends on the order of the fields and names within documents, which says nothing: sort them.'],
    ['a clock', { generate: writing(() => new Date().toISOString().slice(0, 4)) }, notPure],
    ['a time zone', { generate: writing(() => new Date(1_700_000_000_000).getHours().toString()) }, notPure],
    ['chance', { generate: writing(() => Math.random().toString()) }, notPure],
    ['a generator that writes into documents', { generate: writing((spec) => ((spec.value as { title: string }).title = 'mine')) }, "The generator of `wiki` is at fault. It stopped with: Cannot assign to read only property 'title' of object '#<Object>'"],
    ['a generator that fails', { generate: () => { throw new Error('no luck'); } }, 'The generator of `wiki` is at fault. It stopped with: no luck'],
    ['that nothing is written', { generate: () => ({ files: [] }) }, 'It writes no file here, so nothing is tried: give it documents that it writes.'],
    ['what nothing shows', { carries: ['Team.title', 'Kpi.unit'] }, 'Nothing shows whether it carries `Kpi.unit`: no document here writes that in a way that can be written otherwise.'],
    ['a field that there is not', { carries: ['Team.titel'] }, 'This is no target: its `carries` names `Team.titel`, which is no field of the language; `Team.title` may be meant.'],
    ['a path that leads out', { generate: () => ({ files: [{ path: '../page.txt', sources: [], content: '' }] }) }, 'The target `wiki` wants to write `../page.txt`, which is no plain path inside of the folder.'],
  ])('tells %s', async (_, changed, told) => {
    expect(await checkTarget(target(changed), files)).toContain(told);
  });
});
