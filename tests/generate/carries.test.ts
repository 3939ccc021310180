import { beforeAll, describe, expect, it } from 'vitest';
import { checkTarget, checkTargets } from '../../src/generate/check/check-target.js';
import { fieldEdits, fieldsAround } from '../../src/generate/check/field-edits.js';
import type { Path } from '../../src/base/json.js';
import type { Spec } from '../../src/model/spec.js';
import type { LossHere, Target } from '../../src/generate/target.js';
import { targets } from '../../src/generate/targets/index.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { languageTable } from '../../src/schema/generated/language-table.js';
import { fullFiles } from './full-workspace.js';

/** All of them, or those that somebody works on. */
const tried = targets.filter(({ id }) => (process.env['WAYMARK_TARGETS'] ?? id).split(',').includes(id));

/** Fields that nothing else could be written in: what makes a document another one, words that have no other, and alternatives of those that are tried. */
const untried = [
  /\.(?:apiVersion|kind|id)$/,
  /^Workspace\.(?:members|ignore|imports|policy)$|^Import\.|^OverlayOperation\.|^Journey\.(?:extends|overlay)$|^Calendar\.extends$/,
  /^(?:Step\.moment|SlaTarget\.each|Volume\.each|QualityCheck\.onFail|Quote\.by|Feeling\.as|Measure\.by|RegulatedDemand\.record)$/,
  /^(?:Cohort|DiffFormula|ScoreShare|StepVisits|TouchTime|PrecededBy|PromiseCondition|Quantity|Percentile|Formula|Predicate|ConditionOnElement|ComparisonWith)\./,
  /^(?:Loss\.team|Meanwhile\.event)$/,
];

/** What these documents do not write: which of two Policies holds, and a role that only one name has. Tests of the targets that carry them show it. */
const shownElsewhere = ['Workspace.policy`', 'Policy.roles.dpo`'];

describe('each field of the language', () => {
  let found: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    found = await checkTargets(tried, fullFiles);
  }, 900_000);

  it('is tried, but for a few', () => {
    const workspace = loadWorkspaceFrom(fullFiles);
    expect(workspace.documents.flatMap(({ problems }) => problems)).toEqual([]);
    const written = new Set(fieldEdits(workspace).flatMap(({ before, path }) => fieldsAround(before, path)));
    const all = Object.entries(languageTable.shapes).flatMap(([shape, fields]) => Object.keys(fields).map((field) => `${shape}.${field}`));
    expect(all.filter((field) => !written.has(field) && !untried.some((pattern) => pattern.test(field)))).toEqual([]);
  });

  it.each(tried.map(({ id }) => id))('is carried by %s or told as lost, and never both', (id) => {
    expect(found.get(id)?.filter((fault) => !shownElsewhere.some((pattern) => fault.startsWith(`Nothing shows whether it carries \`${pattern}`)))).toEqual([]);
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
    ['what holds for one entry and is told of all', { generate: telling(['roles', 1]), carries: ['Team.title', 'Team.roles.title'] }, 'Role.title (team:two roles.title) is carried and told as lost.'],
    ['what is told as lost in part and is not there at all', { generate: writing(() => 'a team', [{ subject: 'team:one', field: 'title', inPart: true, reason: 'Its colour is lost.' }]) }, 'Team.title (team:one title) is told as lost in part, and nothing shows that any of it is carried.'],
    ['a clock', { generate: writing(() => new Date().toISOString().slice(0, 4)) }, notPure],
    ['a time zone', { generate: writing(() => new Date(1_700_000_000_000).getHours().toString()) }, notPure],
    ['chance', { generate: writing(() => Math.random().toString()) }, notPure],
    ['a generator that writes into documents', { generate: writing((spec) => ((spec.value as { title: string }).title = 'mine')) }, "The generator of `wiki` is at fault. It stopped with: Cannot assign to read only property 'title' of object '#<Object>'"],
    ['a generator that fails', { generate: () => { throw new Error('no luck'); } }, 'The generator of `wiki` is at fault. It stopped with: no luck'],
    ['that nothing is written', { generate: () => ({ files: [] }) }, 'It writes no file here, so nothing is tried: give it documents that it writes.'],
    ['what nothing shows', { carries: ['Team.title', 'Kpi.unit'] }, 'Nothing shows whether it carries `Kpi.unit`: no document here writes that in a way that can be written otherwise.'],
    ['a path that leads out', { generate: () => ({ files: [{ path: '../page.txt', sources: [], content: '' }] }) }, 'The target `wiki` wants to write `../page.txt`, which is no plain path inside of the folder.'],
  ])('tells %s', async (_, changed, told) => {
    expect(await checkTarget(target(changed), files)).toContain(told);
  });
});
