import { appendFileSync, chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWorkspace, type Checked } from '../../src/cli/check-workspace.js';
import type { Console } from '../../src/cli/console.js';
import type { OpenWorkspace } from '../../src/cli/open-workspaces.js';
import { checkUnlessKnown } from '../../src/cli/result-cache.js';
import { memoryTree, type FileTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { buildWorkspace } from '../../src/model/workspace.js';
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

  it.each(['listed', 'read', 'checked'])('checks anew when `%s` of the kept result is damaged', async (part) => {
    const at = setting();
    const first = await at.run();
    const { [part]: _, ...rest } = JSON.parse(readFileSync(keptIn(at), 'utf8')) as Record<string, unknown>;
    writeFileSync(keptIn(at), JSON.stringify(rest));
    expect(await at.run()).toEqual(first);
  });

  it.each(['', 'relative'])('keeps nothing below the folder it runs in when the home folder is %j', async (home) => {
    const { folder } = setting();
    const { code, err } = await waymark(folder, ['validate', '--cache', '--as-of', '2026-11-22'], { HOME: home });
    expect(code).toBe(1);
    expect(err).toContain('XDG_CACHE_HOME');
  });

  it('neither reads nor writes where others may write', async () => {
    const at = setting();
    await at.run();
    mark(at);
    chmodSync(join(at.home, 'waymark'), 0o777);
    const { code, out, err } = await at.run();
    expect([code, out.includes('KEPT')]).toEqual([1, false]);
    expect(err).toContain('others may write');
    expect(readFileSync(keptIn(at), 'utf8')).toContain('KEPT');
  });

  it('follows no link to another folder', async () => {
    const [at, other] = [setting(), folderWith({})];
    symlinkSync(other, join(at.home, 'waymark'));
    expect((await at.run()).code).toBe(1);
    expect(readdirSync(other)).toEqual([]);
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

describe('a file that changes while it is read', () => {
  it('lets no result be taken again', () => {
    const words = ['Before\n', 'After\n'];
    const tree = memoryTree(exampleFiles);
    const changing: FileTree = { ...tree, read: (path) => (path === 'words.md' ? { bytes: new TextEncoder().encode(words.length > 1 ? words.shift() : words[0]) } : tree.read(path)) };
    const open = { folder: '/somewhere', root: '.', tree: changing, readFrom: (from: FileTree) => buildWorkspace(loadDocuments(from)) } as OpenWorkspace;
    const console = { environment: { XDG_CACHE_HOME: folderWith({}) }, warn: () => {} } as unknown as Console;
    let checks = 0;
    const run = (): Checked =>
      checkUnlessKnown(console, open, { asOf: '2026-11-22' }, (workspace) => {
        checks += 1;
        workspace.hashOf('words.md');
        workspace.hashOf('words.md');
        return checkWorkspace(workspace, '.', { asOf: '2026-11-22' });
      });
    run();
    run();
    expect(checks).toBe(2);
    run();
    expect(checks).toBe(2);
  });
});
