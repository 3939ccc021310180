import { describe, expect, it } from 'vitest';
import { weighed } from '../../src/generate/accepted.js';
import { generate, type Generation } from '../../src/generate/generate.js';
import { defineGenerator, type Loss, type LossHere } from '../../src/generate/target.js';
import { manifestText } from '../../src/generate/manifest.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { text } from '../../src/report/generation/text.js';

const workspace = loadWorkspaceFrom({
  'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n',
  'sla.yaml': 'apiVersion: waymark/v1\nkind: Sla\nid: reply\ntitle: Reply\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\ntargets: [{within: 2h, percent: 90}, {tier: gold, within: 1h, percent: 90}]\n',
});

/** A target that tells losses, and has settings that are held to a form. */
const telling = (losses: readonly LossHere[]) => defineGenerator({
  id: 'pages',
  summary: 'a page',
  description: '',
  limits: 'A page has no room for it.',
  withDrafts: false,
  options: {
    every: { description: 'How often.', default: '1h', pattern: { expression: '\\d+[mh]', words: 'a number with `m` or `h`' } },
    rate: { description: 'How fast.', default: 2, least: 1, most: 10 },
    size: { description: 'How large.', default: 5, least: 1 },
  },
  carries: ['Sla.**'],
  generate: ({ all }) => ({ files: [{ path: 'page.txt', content: '', sources: all('Sla') }], losses }),
});

const at = (field: string, path?: LossHere['at']): LossHere => ({ subject: 'sla:reply', field, ...(path === undefined ? {} : { at: path }), reason: 'No room.' });

async function told(losses: readonly LossHere[]): Promise<readonly string[]> {
  const generation = await generate(workspace, telling(losses));
  if ('problems' in generation) return generation.problems;
  return generation.losses.filter(({ subject }) => subject === 'sla:reply').map((loss) => `${loss.field} ${JSON.stringify(loss.at)}`);
}

it.each<[string, readonly LossHere[], readonly string[]]>([
  ['an entry by its number', [at('targets.percent', ['targets', 1, 'percent']), at('targets.percent', ['targets', 0, 'percent'])], ['targets.percent ["targets",0,"percent"]', 'targets.percent ["targets",1,"percent"]']],
  ['nothing twice', [at('targets.percent', ['targets', 1, 'percent']), at('targets.percent', ['targets', 1, 'percent'])], ['targets.percent ["targets",1,"percent"]']],
  ['nothing inside of an entry that is lost', [at('targets', ['targets', 1]), at('targets.percent', ['targets', 1, 'percent']), at('targets.percent', ['targets', 0, 'percent'])], ['targets ["targets",1]', 'targets.percent ["targets",0,"percent"]']],
  ['no entry of a field that is lost altogether', [at('targets.percent', ['targets', 1, 'percent']), at('targets.percent')], ['targets.percent undefined']],
  ['nothing of a document that is lost as a whole', [at('targets', ['targets', 1]), at('')], [' undefined']],
])('a loss tells %s', async (_, losses, expected) => {
  expect(await told(losses)).toEqual(expected);
});

it.each([
  [20, /persona-19@1\.0\.0$/],
  [25, /persona-19@1\.0\.0 and 5 more of 25: all stand in `waymark-heads\.json`$/],
])('the head of a file from %s documents names each of them, or says where all are named', async (count, end) => {
  const ids = Array.from({ length: count }, (_, index) => `persona-${String(index).padStart(2, '0')}`);
  const many = loadWorkspaceFrom(Object.fromEntries(ids.map((id) => [`${id}.yaml`, `apiVersion: waymark/v1\nkind: Persona\nid: ${id}\ntitle: Persona\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\ntype: customer\n`])));
  const heads = defineGenerator({
    ...telling([]), id: 'heads', options: {}, carries: ['Persona.title'],
    generate: ({ all, provenance }) => ({ files: [{ path: 'heads.txt', content: provenance(all('Persona')).lines.join('\n'), sources: all('Persona') }] }),
  });
  const generation = (await generate(many, heads)) as Generation;
  expect(generation.files[0]!.content.split('\n')[1]).toMatch(end);
  const list = JSON.parse(manifestText(generation)) as { readonly files: readonly [{ readonly sources: readonly { readonly spec: string; readonly version: string; readonly digest: string }[] }] };
  expect(list.files[0].sources).toEqual(ids.map((id) => ({ spec: `persona:${id}`, version: '1.0.0', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) })));
});

it('what is accepted of a list is accepted of all its entries, for whatever reason each is lost, and of no other field', () => {
  const losses: readonly Loss[] = [{ ...at('targets', ['targets', 0]), sort: 'case' }, { ...at('targets', ['targets', 1]), reason: 'No clock.', sort: 'case' }, { ...at('targets.percent', ['targets', 1, 'percent']), sort: 'case' }];
  const { losses: judged, idle } = weighed(losses, [{ subject: 'sla:reply', field: 'targets', reason: 'Known.' }] as never);
  expect([judged.map(({ accepted }) => accepted), idle]).toEqual([['Known.', 'Known.', undefined], []]);
});

it('an entry that is lost is told by its number from 1', async () => {
  const { losses } = (await generate(workspace, telling([at('targets.percent', ['targets', 1, 'percent'])]))) as Generation;
  const report = text.report({ tool: {} as never, command: 'generate', isCheck: false, targets: [{ id: 'pages', target: 'pages', root: '.', folder: '.', files: [], losses, idle: [] }] }, { color: false, columns: 200 } as never);
  expect(report).toContain('sla:reply, targets (entry 2).percent: No room.');
});

it('what several documents lose at one place for one reason is said once', () => {
  const lost = (subject: LossHere['subject'], reason: string): Loss => ({ subject, field: 'calendar', reason, sort: 'case' });
  const losses = [lost('sla:answer', 'No room.'), lost('sla:letter', 'No calendar.'), lost('sla:reply', 'No room.')];
  const report = text.report({ tool: {} as never, command: 'generate', isCheck: false, targets: [{ id: 'pages', target: 'pages', root: '.', folder: '.', files: [], losses, idle: [] }] }, { color: false, columns: 200 } as never);
  expect(report.split('\n').filter((line) => line.includes('calendar')).map((line) => line.trim())).toEqual(['calendar of sla:answer and sla:reply: No room.', 'sla:letter, calendar: No calendar.']);
});

it.each([
  [{ every: '5m' }, undefined],
  [{ every: 'banana' }, '`banana` is not a number with `m` or `h`.'],
  [{ every: '5m x' }, '`5m x` is not a number with `m` or `h`.'],
  [{ rate: 0 }, '`0` is not between 1 and 10.'],
  [{ rate: '11' }, '`11` is not between 1 and 10.'],
  [{ size: 0 }, '`0` is not at least 1.'],
  [{ size: 6, rate: 10 }, undefined],
])('a setting %j is held to its form', async (options, problem) => {
  const generation = await generate(workspace, telling([]), options);
  expect('problems' in generation ? generation.problems.join() : undefined).toBe(problem);
});

it('writes nothing of a workspace in which two documents have one id, whatever the names of their files', async () => {
  const sla = (within: string): string => `apiVersion: waymark/v1\nkind: Sla\nid: reply\ntitle: Reply\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\ntargets: [{within: ${within}}]\n`;
  const [one, other] = [loadWorkspaceFrom({ 'a.yaml': sla('2h'), 'b.yaml': sla('3h') }), loadWorkspaceFrom({ 'a.yaml': sla('3h'), 'b.yaml': sla('2h') })];
  const problems = ['There is more than one `sla:reply`, and nothing but the names of their files says which of them counts: give each an id of its own, or delete what is not meant.'];
  expect([await generate(one, 'prometheus'), await generate(other, 'prometheus')]).toEqual([{ problems }, { problems }]);
});

it('writes nothing where two documents declare one thing for the whole workspace', async () => {
  const catalogue = (id: string, title: string): string => `apiVersion: waymark/v1\nkind: DataCatalog\nid: ${id}\ntitle: Data\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\nelements: [{id: iban, title: ${title}, class: restricted, nature: personal}]\n`;
  const doubled = loadWorkspaceFrom({ 'a.yaml': catalogue('claims', 'Account'), 'b.yaml': catalogue('payments', 'Account of the customer') });
  expect(await generate(doubled, 'data-governance')).toEqual({ problems: ['There is more than one data element `iban`, and nothing but where they stand says which of them counts: give each an id of its own, or delete what is not meant.'] });
});

it('writes nothing where one register, or a Directory beside it, declares something twice', async () => {
  const head = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: Data\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\n`;
  const doubled = loadWorkspaceFrom({
    'a.yaml': `${head('DataCatalog', 'a')}elements: [{id: name}, {id: age}]\npurposes: [{id: service, basis: contract}, {id: service, basis: consent}]\n`,
    'b.yaml': `${head('Directory', 'b')}data: {age: {title: Age}, size: {title: Size}}\n`,
  });
  const refused = await generate(doubled, 'data-governance');
  expect('problems' in refused && refused.problems.map((problem) => /`(.*?)`/.exec(problem)![1])).toEqual(['service', 'age']);
});

it.each([
  ['whose base is not there', 'extends: order@^1'],
  ['that changes what is not there', 'extends: base@^1\noverlay: [{op: set, path: stages.sell.title, value: Sell}]'],
])('writes nothing of a workspace with a variant %s, as if it were a journey without steps', async (_, extending) => {
  const journey = (id: string, more: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: Order\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: one\n${more}\n`;
  const found = loadWorkspaceFrom({ 'base.yaml': journey('base', 'stages: [{id: buy, title: Buy, steps: [{id: pay, title: Pay, lane: customer, end: success}]}]'), 'variant.yaml': journey('order-at', extending) });
  expect(found.documents.flatMap(({ problems }) => problems)).toEqual([]);
  expect(await generate(found, 'typescript')).toEqual({ problems: ['The variant `order-at` cannot be put together from its base and its overlay.'] });
});

describe('a call from a program whose types nobody has checked', () => {
  const call = generate as (...given: readonly unknown[]) => ReturnType<typeof generate>;
  const [noPlace, noSettings] = ["Where the workspace lies has to be `{folder}` with a text, such as `{folder: 'journeys'}`.", "Settings have to be values by name, such as `{imports: 'bare'}`."];
  const notBelow = (folder: string): string => `\`${folder}\` is no folder as seen from the top of a repository: write \`our/journeys\`, without \`..\`, and nothing for the top.`;
  const notPlain = '`every` has to be a text, a number, or `true` or `false`.';

  it.each<[string, readonly unknown[], string]>([
    ['no settings', [workspace, 'typescript', null], noSettings],
    ['settings in one text', [workspace, 'typescript', 'imports=bare'], noSettings],
    ['settings in a list', [workspace, 'typescript', ['bare']], noSettings],
    ['a setting that is a list', [workspace, telling([]), { every: ['5m'] }], notPlain],
    ['a setting that is nothing', [workspace, telling([]), { every: null }], notPlain],
    ['a setting that has a text of its own', [workspace, telling([]), { every: { toString: () => '5m' } }], notPlain],
    ['a number that is none', [workspace, telling([]), { rate: Number.NaN }], '`NaN` is no number.'],
    ['no place', [workspace, 'codeowners', {}, null], noPlace],
    ['a place as a text', [workspace, 'codeowners', {}, 'journeys'], noPlace],
    ['a folder that is a number', [workspace, 'codeowners', {}, { folder: 3 }], noPlace],
    ['no target', [workspace, undefined], 'This is no target. Name one, such as `typescript`, or make one with `defineGenerator`.'],
    ['a target that lacks something', [workspace, { ...telling([]), options: undefined }], 'This is no target: each of its `options` has to have a `description` and a `default`. Name one, such as `typescript`, or make one with `defineGenerator`.'],
    ['a target that is not known', [workspace, 'typescrpt'], 'There is no target `typescrpt`. Did you mean `typescript`?'],
    ['no workspace', [undefined, 'typescript'], 'What is written out has to be a workspace, as `loadWorkspace` gives it.'],
    ['the folder of a workspace', ['journeys', 'typescript'], 'What is written out has to be a workspace, as `loadWorkspace` gives it.'],
    ['a folder above the repository', [workspace, 'codeowners', {}, { folder: '../journeys' }], notBelow('../journeys')],
    ['a folder that climbs on its way', [workspace, 'typescript', {}, { folder: 'a/../../journeys' }], notBelow('a/../../journeys')],
    ['a folder of the disk', [workspace, 'codeowners', {}, { folder: '/journeys' }], notBelow('/journeys')],
    ['a folder of a disk on Windows', [workspace, 'codeowners', {}, { folder: 'C:\\journeys' }], notBelow('C:\\journeys')],
    ['a folder in two spellings', [workspace, 'codeowners', {}, { folder: './journeys' }], notBelow('./journeys')],
  ])('is answered with what is wrong: %s', async (_, given, problem) => {
    expect(await call(...given)).toEqual({ problems: [expect.stringContaining(problem)] });
  });
});

it.each(['', 'our/journeys', 'unsere Reisen/#1', '.hidden/a..b'])('a workspace may lie in the folder "%s"', async (folder) => {
  expect(await generate(workspace, 'codeowners', {}, { folder })).toHaveProperty('files');
});

it.each(['limit', undefined] as const)('tells a loss that a target gives as %s as it is meant', async (sort) => {
  const generation = await generate(workspace, telling([{ ...at('title'), ...(sort === undefined ? {} : { sort }) }]));
  expect('losses' in generation && generation.losses.find(({ field }) => field === 'title')?.sort).toBe(sort ?? 'case');
});

it('takes no other sort of loss', async () => {
  const odd = { ...at('title'), sort: 'odd' } as unknown as LossHere;
  expect(await generate(workspace, telling([odd]))).toEqual({ problems: ['The generator of `pages` is at fault. The `sort` of a loss is `limit` or `case`, or is left out.'] });
});
