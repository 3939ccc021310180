import { expect, it } from 'vitest';
import { active, commits } from '../audit/past.js';
import { waymark } from '../cli/harness.js';
import { newFolder, team, workspace, type Files } from '../support/git-repository.js';
import { filesIn } from './support/example-site.js';

const head = (id: string, version: string, days: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: ${id}\nversion: ${version}\n${days}\nowner: claims\n`;

const base = (version: string, from: string, title: string): string => `${head('base', version, active(from))}stages: [{id: s, title: ${title}, owner: claims, steps: [{id: t, title: T, lane: frontstage, type: action, end: success}]}]\n`;

const variant = (version: string, from: string, title: string): string => `${head('variant', version, active(from))}extends: base@^1\noverlay: [{op: set, path: stages.s.steps.t.title, value: ${title}, reason: It is}]\n`;

const first = { 'waymark.yaml': workspace, 'claims.yaml': team('claims'), 'base.yaml': base('1.0.0', '2026-01-01', 'One'), 'variant.yaml': variant('1.0.0', '2026-01-01', 'V0') };

/** What the page of the variant says of its versions: a line for each number, commit and change of its content. */
async function versionsOn(...more: readonly (readonly [day: string, files: Files])[]): Promise<readonly string[]> {
  const made = commits(['2026-01-01', first], ...more);
  const out = newFolder();
  await waymark(made.folder, ['site', '--out', out]);
  const [, page] = [...filesIn(out)].find(([path]) => path.endsWith('journeys/variant.html'))!;
  const list = page.match(/<ol class="versions">[^]*?<\/ol>/)![0];
  return [...list.matchAll(/<h3>([^]*?)<\/h3>|<p class="muted">([^]*?)<\/p>|<li><span>([^]*?)<\/li>/g)].map(([, number, commit, change]) => (number ?? commit ?? change)!.replaceAll(/<[^>]+>|\b[0-9a-f]{12}\b/g, '').replaceAll(/\s+(?=[\s,])/g, '').trim())
    .filter((line) => !/^The (?:from|version) /.test(line));
}

const became = (before: string, after: string): string => `The title of stage s in journey variant was ${before} and is now ${after}.`;

it('a variant that nobody touched becomes another one on the first day of its base, and keeps its own', async () => {
  expect(await versionsOn(['2026-02-01', { 'base.yaml': base('1.1.0', '2027-03-01', 'Two') }])).toEqual([
    '1.0.0 active',
    'Its base changed on 2026-02-01 by Ada, in force from 2027-03-01 editorial',
    became('One', 'Two'),
    'New on 2026-01-01 by Ada, in force from 2026-01-01',
  ]);
});

it('a version that is in force when its base begins becomes another one under its number, beside a later one that was announced before', async () => {
  expect(await versionsOn(['2026-02-01', { 'variant.yaml': variant('1.1.0', '2026-09-01', 'V1') }], ['2026-03-01', { 'base.yaml': base('1.1.0', '2026-04-01', 'Two') }])).toEqual([
    '1.1.0 active in force from 2026-09-01',
    'Its base changed on 2026-03-01 by Ada editorial',
    became('One', 'Two'),
    '1.0.0 active in force from 2026-04-01',
    'Its base changed on 2026-03-01 by Ada',
    '1.1.0 active in force from 2026-09-01',
    'Changed on 2026-02-01 by Ada breaking',
    'The title of step t in journey variant was V0 and is now V1.',
    '1.0.0 active in force from 2026-01-01',
    'New on 2026-01-01 by Ada',
  ]);
});

it('a version that is recorded after its base was announced, and is in force when that begins, is the one that becomes another one', async () => {
  expect(await versionsOn(['2026-02-01', { 'base.yaml': base('1.1.0', '2026-06-01', 'Two') }], ['2026-03-01', { 'variant.yaml': variant('1.1.0', '2026-04-01', 'V1') }])).toEqual([
    '1.1.0 active in force from 2026-04-01, with what its base became from 2026-06-01 on',
    'Changed on 2026-03-01 by Ada breaking',
    'The title of step t in journey variant was V0 and is now V1.',
    '1.0.0 active',
    'Its base changed on 2026-02-01 by Ada, in force from 2026-06-01 editorial',
    became('One', 'Two'),
    'New on 2026-01-01 by Ada, in force from 2026-01-01',
  ]);
});
