import { join } from 'node:path';
import { expect, it } from 'vitest';
import { waymark } from '../cli/harness.js';
import { filesIn } from '../site/support/example-site.js';
import { newFolder, newRepository } from '../support/git-repository.js';

const header = (kind: string, id: string, title: string, access = 'public', version = '1.0.0'): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${title}\nversion: ${version}\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\naccess: ${access}\n`;
const promise = (id: string, type: string, steps: readonly [string, string], within: string, access = 'public'): string => `${header('Sla', id, `Promise ${id}`, access)}type: ${type}\nmetric: duration\nprovider: desk\nconsumer: ${type === 'sla' ? 'customer' : 'desk'}\nclock: {start: returns.${steps[0]}, stop: returns.${steps[1]}}\ncalendar: 24x7\ntargets: [{within: ${within}}]\n`;
const journey = (version: string, systems: string): string => `${header('Journey', 'returns', 'Returning a thing', 'public', version)}slas: [money-back]\nstages: [{id: send, title: Send, owner: desk, steps: [{id: pack, title: Pack it, lane: backstage, actor: desk, systems: [${systems}], sla: zqdeal, end: success}]}]\n`;
const system = (id: string, title: string, more = '', access = 'public'): string => `${header('System', id, title, access)}type: erp\n${more}`;

/** What was public at first: a system that is closed and then deleted, one that is closed under a new id, and a part of a promise that is closed at last. */
function repositoryClosedSince(): string {
  const repository = newRepository();
  const part = (within: string, access?: string): string => promise('zqdeal', 'ola', ['pack.started', 'pack.completed'], within, access);
  repository.commit({
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\norganisation: Shop\n',
    'desk.yaml': `${header('Team', 'desk', 'Desk')}function: service\n`,
    'promise.yaml': promise('money-back', 'sla', ['pack.started', 'pack.completed'], '50h'),
    'part.yaml': part('11h'),
    'vault.yaml': system('zqvault', 'Zq vault'),
    'old.yaml': system('zqold', 'Zq old'),
    'kept.yaml': system('kept', 'Kept'),
    'returns.yaml': journey('1.0.0', 'zqvault, zqold, kept'),
  });
  repository.commit({ 'returns.yaml': journey('1.1.0', 'kept'), 'part.yaml': part('13h') });
  repository.commit({ 'vault.yaml': system('zqvault', 'Zq vault', '', 'restricted'), 'old.yaml': system('zqnew', 'Zq new', 'aliases: [zqold]\n', 'restricted') });
  repository.commit({ 'vault.yaml': null, 'part.yaml': part('13h', 'restricted'), 'returns.yaml': journey('1.2.0', 'kept').replace('Pack it', 'Pack it well') });
  return repository.folder;
}

const folder = repositoryClosedSince();

async function pagesFor(audience: string): Promise<string> {
  const out = join(newFolder(), 'site');
  const { code, err } = await waymark(folder, ['site', '--out', out, '--audience', audience]);
  if (code !== 0) throw new Error(err);
  return [...filesIn(out)].filter(([path]) => !/^assets\/(?:site|theme)/.test(path)).map(([path, text]) => `${path}\n${text}`).join('\n');
}

it('what was open once and is kept from readers by now is in no older version either: no name, and no number that rests on it', async () => {
  const [open, all] = [await pagesFor('public'), await pagesFor('restricted')];
  const told = /zq(?:vault|old|new|deal)|zq (?:vault|old|new)|\b(?:39|37) h\b/gi;
  expect([...new Set(open.match(told))]).toEqual([]);
  expect([...new Set(all.match(told)?.map((word) => word.toLowerCase()))].sort()).toEqual(expect.arrayContaining(['37 h', '39 h', 'zqold', 'zqvault']));
  expect(open).toContain('is now <code>Pack it well</code>');
});
