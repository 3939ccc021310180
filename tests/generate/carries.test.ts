import { beforeAll, describe, expect, it } from 'vitest';
import { checkTarget, checkTargets } from '../../src/generate/check/check-target.js';
import { fieldEdits, fieldsAround } from '../../src/generate/check/field-edits.js';
import type { Target } from '../../src/generate/target.js';
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
    expect(found.get(id)).toEqual([]);
  });
});

describe('the tester of targets', () => {
  const files = {
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n',
    'one.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: one\ntitle: One\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\nfunction: service\n',
    'two.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: two\ntitle: Two\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\nfunction: sales\n',
  };
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

  it.each<[string, Partial<Target>, string]>([
    ['what it says to carry and does not', { carries: ['Team.title', 'Team.function'] }, 'Team.function (team:one function) is neither carried nor told as lost.'],
    ['what it carries and does not say', { carries: [] }, 'Team.title (team:one title) is carried and told as lost.'],
    ['an order that is not its own', { generate: ({ workspace, all }) => ({ files: [{ path: 'page.txt', sources: all('Team'), content: workspace.all('Team').map(({ value }) => value.title).join() }] }) }, 'What is written depends on the order in which documents are read: sort what is listed.'],
    ['a path that leads out', { generate: () => ({ files: [{ path: '../page.txt', sources: [], content: '' }] }) }, 'The target `wiki` wants to write `../page.txt`, which is no plain path inside of the folder.'],
  ])('tells %s', async (_, changed, told) => {
    expect(await checkTarget(target(changed), files)).toContain(told);
  });
});
