import { beforeAll, describe, expect, it } from 'vitest';
import { carriedFields } from '../../src/generate/carried.js';
import { checkTarget, checkTrials } from '../../src/generate/check/check-target.js';
import { defineGenerator } from '../../src/generate/target.js';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { targetPages } from '../../tools/docs/target-pages.js';
import { generated } from './generated.js';
import { triedTargets } from './tried-targets.js';

const head = (id: string): string => `apiVersion: waymark/v1\nkind: Directory\nid: ${id}\ntitle: Directory of ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\n`;
const own = 'status: active, effective: {from: 2026-02-01}, owner: it';

/** Directories whose entries take over the head, say it themselves, and have a review of their own; and two that declare no document. */
const files = {
  'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\ntimezone: Europe/Berlin\n',
  'people.yaml': `${head('people')}teams:\n  desk: {title: Desk, function: service, people: [{id: a, handles: [anna]}], roles: [{id: lead, person: a, contact: "mailto:a@example.org"}], codeHandles: ["@example/desk"], review: {cycle: P1Y}}\n  it: {title: IT, function: it, people: [{id: b, handles: [bert]}], roles: [{id: lead, person: b, contact: "mailto:b@example.org"}], codeHandles: ["@example/it"]}\n`,
  'reviewed.yaml': `${head('reviewed')}review: {cycle: P1Y}\npersonas: {everybody: {title: Everybody, type: customer, fallback: true}}\n`,
  'apart.yaml': `${head('apart')}systems: {shop: {title: Shop, type: web, ${own}, objectives: [{metric: availability, target: 99, window: P1M, escalation: desk#lead}], emits: [{event: order-placed, caseKey: orderId, timestamp: at}]}}\n`,
  'words.yaml': `${head('words')}terms: {order: {preferred: order}, case: {preferred: case}}\n`,
  'data.yaml': `${head('data')}data: {age: {title: Age, class: personal}}\n`,
};

describe('what a Directory says', () => {
  let found: readonly (readonly string[])[];

  beforeAll(async () => {
    found = await checkTrials(triedTargets.map((target) => ({ target, options: {} })), files);
  }, 300_000);

  it.each(triedTargets.map(({ id }, index) => [id, index] as const))('is carried by %s or told as lost, and never both', (_, index) => {
    expect(found[index]!.filter((fault) => !fault.startsWith('Nothing shows') && !fault.startsWith('It writes no file here'))).toEqual([]);
  });

  it.each(triedTargets.map((target) => [target.id, target] as const))('and %s tells as lost is in the table of its page', async (id, target) => {
    const row = targetPages([target])[0]!.content.split('\n').find((line) => line.startsWith('| Directory |'));
    const { losses } = await generated(loadWorkspaceFrom(files), id);
    // Of one that nothing is written of also what the target carries elsewhere is told.
    const isCarried = (field: string): boolean => carriedFields(target).at(['Directory', ...field.split('.')]) !== 'not';
    const told = losses.flatMap(({ subject, field }) => (subject.startsWith('directory:') && field !== '' && !isCarried(field) ? [field] : []));
    expect([...new Set(told)].filter((field) => row?.includes(`\`${field}\``) !== true)).toEqual([]);
  });
});

it('of the head of a Directory that no entry takes over is missed by a target that tells nothing of it', async () => {
  const wiki = defineGenerator({
    id: 'wiki', summary: 'a page', description: '', limits: 'It names terms by their ids.', withDrafts: true, options: {}, carries: ['Directory.owner'],
    generate: ({ all }) => ({ files: [{ path: 'page.txt', sources: all('Directory').filter(({ value }) => value.terms !== undefined), content: all('Directory').flatMap(({ value }) => Object.keys(value.terms ?? {})).toSorted().join() }] }),
  });
  expect(await checkTarget(wiki, { 'waymark.yaml': files['waymark.yaml'], 'people.yaml': files['people.yaml'], 'words.yaml': files['words.yaml'] })).toEqual(['Directory.owner (directory:words owner) is neither carried nor told as lost.']);
});
