import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../../src/validate/example-workspace.js';
import { folderWith, waymark } from './harness.js';

const journey = `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 0.1.0
status: draft
owner: clams
links: [{title: Words, url: words.md}]
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, next: gone}
`;

const files = { ...exampleFiles, 'lost-card.yaml': journey, 'broken.yaml': 'apiVersion: waymark/v1\nkind: Team\nid: a\ntitle: A\ntitle: B\n', 'empty.yaml': '# nothing\n', 'words.md': 'Words\n' };

interface Setting {
  readonly folder: string;
  readonly home: string;
  run(...args: readonly string[]): ReturnType<typeof waymark>;
}

function setting(): Setting {
  const [folder, home] = [folderWith(files), folderWith({})];
  return { folder, home, run: (...args) => waymark(folder, ['validate', '--cache', '--as-of', '2026-11-22', ...args], { XDG_CACHE_HOME: home }) };
}

/** The file that holds the result. */
function keptIn({ home }: Setting): string {
  return join(home, 'waymark', readdirSync(join(home, 'waymark'))[0]!);
}

/** Puts a mark into the kept result, so that one sees where an answer comes from. */
function mark(at: Setting): void {
  writeFileSync(keptIn(at), readFileSync(keptIn(at), 'utf8').replaceAll('There is no team', 'KEPT There is no team'));
}

describe('validate --cache', () => {
  it.each(['text', 'json', 'markdown', 'github', 'gitlab', 'sarif', 'junit'])('tells the same again as %s', async (format) => {
    const at = setting();
    const plain = await waymark(at.folder, ['validate', '--as-of', '2026-11-22', '--format', format]);
    expect(plain.code).toBe(1);
    expect(await at.run('--format', format)).toEqual(plain);
    expect(await at.run('--format', format)).toEqual(plain);
  });

  it('takes the kept result while nothing has changed', async () => {
    const at = setting();
    await at.run();
    mark(at);
    expect((await at.run()).out).toContain('KEPT There is no team');
  });

  it.each<[string, (folder: string) => void]>([
    ['a document changes', (folder) => appendFileSync(join(folder, 'lost-card.yaml'), '# more\n')],
    ['a document comes', (folder) => writeFileSync(join(folder, 'new.yaml'), journey.replace('lost-card', 'found-card'))],
    ['a document goes', (folder) => rmSync(join(folder, 'empty.yaml'))],
    ['a file goes that a document names', (folder) => rmSync(join(folder, 'words.md'))],
  ])('checks anew when %s', async (_, change) => {
    const at = setting();
    await at.run();
    mark(at);
    change(at.folder);
    const again = await at.run();
    expect(again.out).not.toContain('KEPT');
    expect(again).toEqual(await waymark(at.folder, ['validate', '--as-of', '2026-11-22']));
  });

  it.each([[['--as-of', '2027-11-22']], [['--rule', 'STR-018=off']]])('checks anew when it is asked with %j', async (args) => {
    const at = setting();
    await at.run();
    mark(at);
    expect((await at.run(...args)).out).not.toContain('KEPT');
  });

  it('still tells only of the files that are asked for', async () => {
    const at = setting();
    await at.run();
    expect((await at.run('policy.yaml')).code).toBe(0);
    expect((await at.run('nowhere.yaml')).code).toBe(3);
  });

  it.each(['', '{', 'null', '{"key":1}', '[]'])('checks anew when %j stands where the result should be', async (content) => {
    const at = setting();
    const first = await at.run();
    writeFileSync(keptIn(at), content);
    expect(await at.run()).toEqual(first);
  });

  it('says so and goes on when the result cannot be kept', async () => {
    const at = setting();
    writeFileSync(join(at.home, 'waymark'), 'a file where the folder should be');
    const { code, err } = await at.run();
    expect(code).toBe(1);
    expect(err).toContain('cannot be kept');
  });

  it('lets nobody else look into what is kept, and writes nothing into the workspace', async () => {
    const at = setting();
    await at.run();
    expect(statSync(join(at.home, 'waymark')).mode & 0o077).toBe(0);
    expect(readdirSync(at.folder, { recursive: true }).map(String).filter((path) => statSync(join(at.folder, path)).isFile()).sort()).toEqual(Object.keys(files).sort());
  });
});
