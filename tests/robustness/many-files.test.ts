import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { diskTree, memoryTree } from '../../src/load/file-tree.js';
import { limits } from '../../src/load/limits.js';
import { loadDocuments, type LoadedFiles } from '../../src/load/load-documents.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { validate } from '../../src/validate/validate.js';

const workspace = 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\nnamespace: a.b\norganisation: O\n';
const team = (id: string): string => `apiVersion: waymark/v1\nkind: Team\nid: ${id}\ntitle: Team\nversion: 0.1.0\nstatus: draft\nowner: ${id}\nfunction: service\n`;

/** What is said of the files, as `path: message`. */
function told({ documents, problems }: LoadedFiles): readonly string[] {
  return [...problems, ...documents.flatMap((document) => document.problems)].map(({ message, span }) => `${span.source.uri}: ${message}`);
}

function uris({ documents }: LoadedFiles): readonly string[] {
  return documents.map(({ source }) => source.uri);
}

describe('many small files', () => {
  const files = (count: number): { [path: string]: string } => ({ 'waymark.yaml': workspace, ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`teams/${index % 100}/t${index}.yaml`, team(`t${index}`)])) });

  it('are all read up to the limit, in the memory that they take', () => {
    const texts = files(limits.files);
    const before = process.memoryUsage().heapUsed;
    const loaded = loadDocuments(memoryTree(texts));
    expect(buildWorkspace(loaded).specs).toHaveLength(limits.files + 1);
    expect(told(loaded)).toEqual([]);
    expect((process.memoryUsage().heapUsed - before) / 1024 / 1024).toBeLessThan(400);
  });

  it('beyond the limit, it is said that some are not read', () => {
    const loaded = loadDocuments(memoryTree(files(limits.files + 1)));
    expect(loaded.documents).toHaveLength(limits.files + 1);
    expect(told(loaded)).toEqual(['waymark.yaml: This workspace has 20,001 files; 20,000 are read.']);
  });

  it('that are workspaces of their own are told one by one, and quickly', () => {
    const texts = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`w${index}/deep/waymark.yaml`, workspace]));
    const began = performance.now();
    expect(told(loadDocuments(memoryTree({ 'waymark.yaml': workspace, ...texts })))).toHaveLength(20_000);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe.skipIf(process.platform === 'win32')('on disk', () => {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function folderWith(files: { readonly [path: string]: string }): string {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-files-'));
    made.push(folder);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  }

  function load(folder: string): LoadedFiles {
    const loaded = loadDocuments(diskTree(folder));
    validate(buildWorkspace(loaded), { asOf: '2026-11-22', profile: 'regulated' });
    return loaded;
  }

  const isLink = 'This is a link to another place, and links are not followed.';

  it('a link to a file is not followed, wherever it leads', () => {
    const outside = folderWith({ 'secret.yaml': team('secret') });
    const folder = folderWith({ 'waymark.yaml': workspace, 'a.yaml': team('a') });
    symlinkSync('a.yaml', join(folder, 'inside.yaml'));
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'outside.yaml'));
    symlinkSync('nowhere', join(folder, 'gone.yaml'));
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
    symlinkSync('/dev/zero', join(folder, 'device.yaml'));
    const loaded = load(folder);
    expect(uris(loaded)).toEqual(['waymark.yaml', 'a.yaml']);
    expect(told(loaded)).toEqual(['device.yaml', 'gone.yaml', 'inside.yaml', 'loop.yaml', 'outside.yaml'].map((path) => `${path}: ${isLink}`));
  });

  it('a link to a folder is not followed, and that is told', () => {
    const outside = folderWith({ 'secret.yaml': team('secret') });
    const folder = folderWith({ 'waymark.yaml': workspace, 'teams/a.yaml': team('a') });
    symlinkSync('teams', join(folder, 'again'));
    symlinkSync(outside, join(folder, 'outside'));
    symlinkSync('..', join(folder, 'teams/up'));
    symlinkSync(outside, join(folder, 'node_modules'));
    symlinkSync(outside, join(folder, '.hidden'));
    const loaded = load(folder);
    expect(uris(loaded)).toEqual(['waymark.yaml', 'teams/a.yaml']);
    expect(told(loaded)).toEqual(['again', 'outside', 'teams/up'].map((path) => `${path}: This is a link to a folder, and links are not followed.`));
  });

  it('a link to a folder can be ignored', () => {
    const folder = folderWith({ 'waymark.yaml': `${workspace}ignore: [latest]\n`, 'v2/a.yaml': team('a') });
    symlinkSync('v2', join(folder, 'latest'));
    expect(told(load(folder))).toEqual([]);
  });

  it('a workspace file that is a link is not followed either', () => {
    const outside = folderWith({ 'waymark.yaml': workspace });
    const folder = folderWith({ 'a.yaml': team('a') });
    symlinkSync(join(outside, 'waymark.yaml'), join(folder, 'waymark.yaml'));
    expect(told(load(folder))).toEqual([`waymark.yaml: ${isLink}`]);
  });

  it('a pipe is not waited for', () => {
    const folder = folderWith({ 'waymark.yaml': workspace });
    execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
    expect(told(load(folder))).toEqual(['pipe.yaml: This is no ordinary file.']);
  });

  it('a folder with the name of a file is a folder', () => {
    const folder = folderWith({ 'waymark.yaml': workspace, 'teams.yaml/a.yaml': team('a') });
    const loaded = load(folder);
    expect(uris(loaded)).toEqual(['waymark.yaml', 'teams.yaml/a.yaml']);
    expect(told(loaded)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('what may not be read is told', () => {
    const folder = folderWith({ 'waymark.yaml': workspace, 'a.yaml': team('a'), 'closed/b.yaml': team('b') });
    chmodSync(join(folder, 'a.yaml'), 0);
    chmodSync(join(folder, 'closed'), 0);
    const said = told(load(folder));
    chmodSync(join(folder, 'closed'), 0o700);
    expect(said).toEqual(['a.yaml: This cannot be opened.', 'closed: This cannot be opened.']);
  });

  it('a name that is no UTF-8 is told', () => {
    const folder = folderWith({ 'waymark.yaml': workspace });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/bad-`), Buffer.from([0xff]), Buffer.from('.yaml')]), team('a'));
    expect(told(load(folder))).toEqual(['bad-\ufffd.yaml: The name of this file is not UTF-8.']);
  });

  it.each(['new\nline.yaml', 'escape\u001b[31m.yaml', '::error::x.yaml', '-rf.yaml', ' leading.yaml', 'a#b?c.yaml', '\u{1f600}.YAML', 'quote".yml', 'back\\slash.yaml', `${'x'.repeat(250)}.yaml`])('a file may be called %j', (name) => {
    const loaded = load(folderWith({ 'waymark.yaml': workspace, [name]: team('a') }));
    expect(uris(loaded)).toContain(name);
    expect(told(loaded)).toEqual([]);
  });

  it('dot folders and installed packages are not entered', () => {
    const loaded = load(folderWith({ 'waymark.yaml': workspace, '.git/a.yaml': team('a'), 'b/.cache/c.yaml': team('c'), 'node_modules/d/e.yaml': team('e'), '.f.yaml': team('f') }));
    expect(uris(loaded)).toEqual(['waymark.yaml', '.f.yaml']);
  });

  it('a deep path is walked to its end', () => {
    const path = `${'d/'.repeat(500)}a.yaml`;
    expect(uris(load(folderWith({ 'waymark.yaml': workspace, [path]: team('a') })))).toEqual(['waymark.yaml', path]);
  });

  it.each(['../outside.yaml', '/etc/passwd', 'x'.repeat(300), 'x/'.repeat(3000), 'a\u0000b', '', '.', 'waymark.yaml/x', '\ud800'])('a path that leads nowhere, %j, is answered', (path) => {
    const folder = folderWith({ 'waymark.yaml': workspace });
    writeFileSync(join(dirname(folder), 'outside.yaml'), team('outside'));
    made.push(join(dirname(folder), 'outside.yaml'));
    expect(diskTree(folder).read(path)).toHaveProperty('problem');
  });

  it('a folder that is not there is no workspace', () => {
    expect(told(loadDocuments(diskTree(join(tmpdir(), 'waymark-nowhere'))))).toEqual(['waymark.yaml: This file cannot be found.']);
  });
});

describe.skipIf(process.platform === 'win32')('in a repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-repository-'));
  const git = (...args: readonly string[]): void => void execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('what git ignores is not read; what it forgot to read is told', () => {
    git('init', '-q');
    writeFileSync(join(folder, 'waymark.yaml'), workspace);
    writeFileSync(join(folder, '.gitignore'), 'ignored/\n');
    for (const path of ['ignored/a.yaml', 'new/b.yaml', 'kept/c.yaml', 'gone/d.yaml']) {
      mkdirSync(join(folder, dirname(path)));
      writeFileSync(join(folder, path), team(path.charAt(path.length - 6)));
    }
    symlinkSync('kept', join(folder, 'link'));
    symlinkSync('kept/c.yaml', join(folder, 'link.yaml'));
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/bad-`), Buffer.from([0xff]), Buffer.from('.yaml')]), team('e'));
    writeFileSync(join(folder, 'new\nline.yaml'), team('f'));
    git('add', 'kept', 'gone', 'link');
    rmSync(join(folder, 'gone'), { recursive: true });
    const loaded = loadDocuments(diskTree(folder));
    expect(uris(loaded)).toEqual(['waymark.yaml', 'kept/c.yaml', 'new\nline.yaml', 'new/b.yaml']);
    expect(told(loaded)).toEqual(['bad-\ufffd.yaml: The name of this file is not UTF-8.', 'link: This is a link to a folder, and links are not followed.', `link.yaml: This is a link to another place, and links are not followed.`]);
  });

  it('a folder that came with a repository of its own does not hide its documents', () => {
    const outer = mkdtempSync(join(tmpdir(), 'waymark-repository-'));
    const inner = join(outer, 'journeys');
    execFileSync('git', ['init', '-q'], { cwd: outer, stdio: 'ignore' });
    for (const path of ['objects', 'refs', 'info']) mkdirSync(join(inner, path), { recursive: true });
    writeFileSync(join(inner, 'HEAD'), 'ref: refs/heads/main\n');
    writeFileSync(join(inner, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n');
    writeFileSync(join(inner, 'info/exclude'), 'a.yaml\n');
    writeFileSync(join(inner, 'waymark.yaml'), workspace);
    writeFileSync(join(inner, 'a.yaml'), team('a'));
    expect(uris(loadDocuments(diskTree(inner)))).toEqual(['waymark.yaml', 'a.yaml']);
    rmSync(outer, { recursive: true, force: true });
  });
});
