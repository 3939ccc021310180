import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskTree, type FileTree } from '../../../src/load/file-tree.js';
import { filesOf, type CommitFiles } from '../../../src/load/git/commit-files.js';
import type { GitProblem } from '../../../src/load/git/git-problem.js';
import { openRepository, type Repository } from '../../../src/load/git/repository.js';
import { limits } from '../../../src/load/limits.js';
import { loadDocuments, type LoadedFiles } from '../../../src/load/load-documents.js';
import { filesBelow } from '../../support/files.js';
import { cloneOf, newFolder, newRepository, repositoryIn, team, workspace, writeFiles, type TestRepository } from '../../support/git-repository.js';

function opened({ folder }: Pick<TestRepository, 'folder'>): Repository {
  const repository = openRepository(folder);
  if ('problem' in repository) throw new Error(repository.problem);
  return repository;
}

function listed(made: TestRepository, id = made.git('rev-parse', 'HEAD'), repository = opened(made)): CommitFiles | GitProblem {
  return filesOf(repository, { id, date: undefined });
}

function treeOf(made: TestRepository, folder = '', id?: string): FileTree {
  const files = listed(made, id);
  if ('problem' in files) throw new Error(files.problem);
  return files.below(folder);
}

function textOf(tree: FileTree, path: string): string {
  const content = tree.read(path);
  return 'bytes' in content ? Buffer.from(content.bytes).toString('utf8') : content.problem;
}

/** Documents and problems by file, without their places. */
function told({ documents, problems }: LoadedFiles): unknown {
  const said = [...problems, ...documents.flatMap((document) => document.problems)].map(({ message, span }) => `${span.source.uri}: ${message}`);
  return { documents: documents.map(({ source, value }) => [source.uri, value]), said: said.sort() };
}

/** Commits paths with any bytes in their names, and any mode, without writing them to disk. */
function commitNames(made: TestRepository, names: readonly (string | Uint8Array)[], content: string, mode = '100644'): string {
  const blob = made.gitWith(content, 'hash-object', '-w', '--stdin').trim();
  const lines = names.map((name) => Buffer.concat([Buffer.from(`${mode} ${blob}\t`), Buffer.from(name as string), Buffer.from([0])]));
  made.gitWith(Buffer.concat(lines), 'update-index', '-z', '--index-info');
  made.git('commit', '-q', '-m', 'Names');
  return made.git('rev-parse', 'HEAD');
}

describe('a commit', () => {
  it('is read exactly as its files on disk', () => {
    const made = newRepository();
    const { folder } = made;
    writeFiles(folder, {
      'waymark.yaml': `${workspace}ignore: [drafts]\n`, 'teams/a.yaml': team('a'), 'teams/B.YML': team('b'), 'teams/words.md': 'x', 'drafts/x.yaml': ': [', 'broken.yaml': 'a: [',
      '.hidden/a.yaml': team('c'), 'node_modules/p/a.yaml': team('d'), '.f.yaml': team('f'), 'large.yaml': `# ${'x'.repeat(limits.fileBytes)}`, 'inner/waymark.yaml': workspace, 'inner/a.yaml': team('e'), 'empty.yaml': '', 'latin.yaml': Buffer.from('title: gr\xf6\xdfe\n', 'latin1'),
    });
    for (const [path, target] of [['link.yaml', 'teams/a.yaml'], ['folder', 'teams'], ['out', '/etc'], ['dead', 'nowhere'], ['again', 'folder'], ['self', 'self'], ['to-link.yaml', 'folder'], ['teams/up', '..'], ['.dot', 'teams']]) symlinkSync(target!, join(folder, path!));
    chmodSync(join(folder, 'teams/a.yaml'), 0o755);
    made.commit();
    rmSync(join(folder, 'out'));
    const [disk, commit] = [diskTree(folder), treeOf(made)];
    expect(commit.yamlFiles()).toEqual(disk.yamlFiles());
    expect(told(loadDocuments(commit))).toEqual(told(loadDocuments(disk)));
    const answers = (tree: FileTree): unknown =>
      ['teams', 'teams/', 'teams/words.md', 'teams/none.md', 'teams/../teams/words.md', './teams/words.md', '/etc/passwd', 'a\u0000b', '\ud800', 'waymark.yaml/x', 'large.yaml', 'link.yaml'].map((path) => [path, textOf(tree, path)]);
    expect(answers(commit)).toEqual(answers(disk));
    expect(['out/passwd', 'dead/x', 'folder/a.yaml'].map((path) => textOf(commit, path))).toEqual(['link', 'link', 'link']);
  });

  it('of a subfolder is read as that folder', () => {
    const made = newRepository();
    made.commit({ 'a.yaml': team('a'), 'x/waymark.yaml': workspace, 'x/y/b.yaml': team('b'), 'xy/c.yaml': team('c'), '.ci/w/d.yaml': team('d') });
    const tree = treeOf(made, 'x');
    expect(tree.yamlFiles()).toEqual(['waymark.yaml', 'y/b.yaml']);
    expect(tree.read('y/b.yaml')).toHaveProperty('bytes');
    expect(['../a.yaml', '../none.yaml', '../../a.yaml', '..', 'y'].map((path) => tree.read(path))).toEqual(['link', 'missing', 'missing', 'not-a-file', 'not-a-file'].map((problem) => ({ problem })));
    expect(treeOf(made, '.ci/w').yamlFiles()).toEqual(['d.yaml']);
    expect(treeOf(made, 'nowhere').yamlFiles()).toEqual([]);
  });

  it('is read as it was committed, whatever attributes and settings do to files', () => {
    const made = newRepository();
    const text = `${team('a')}# $Id$\r\n`;
    made.commit({ 'a.yaml': text, 'b.yaml': text, 'c.yaml': text });
    made.git('config', 'filter.evil.smudge', 'touch smudged; cat');
    made.git('config', 'filter.evil.clean', 'touch cleaned; cat');
    made.git('config', 'core.autocrlf', 'true');
    made.git('config', 'diff.evil.textconv', 'touch converted; cat');
    writeFileSync(join(made.folder, '.gitattributes'), 'a.yaml working-tree-encoding=UTF-16 diff=evil\nb.yaml ident filter=evil\nc.yaml export-ignore -diff binary\n');
    appendFileSync(join(made.folder, '.git/info/attributes'), '* filter=evil ident\n');
    const tree = treeOf(made);
    expect(['a.yaml', 'b.yaml', 'c.yaml'].map((path) => textOf(tree, path))).toEqual([text, text, text]);
    expect(made.git('ls-files', '--others')).toBe('.gitattributes');
  });

  it('with replaced objects is read as it was committed', () => {
    const made = newRepository();
    const [first] = [made.commit({ 'a.yaml': 'a: 1\n' }), made.commit({ 'a.yaml': 'a: 2\n' })];
    made.git('replace', made.git('rev-parse', 'HEAD:a.yaml'), made.git('rev-parse', `${first}:a.yaml`));
    made.git('replace', 'HEAD', first);
    expect(textOf(treeOf(made, '', made.git('rev-parse', 'refs/heads/main')), 'a.yaml')).toBe('a: 2\n');
  });

  it('keeps what stays the same under the same identity, wherever it moves', () => {
    const made = newRepository();
    const before = made.commit({ 'a.yaml': team('a'), 'b.yaml': team('b') });
    made.git('mv', 'a.yaml', 'moved.yaml');
    const after = made.commit({ 'b.yaml': team('c') });
    const [old, now] = [treeOf(made, '', before), treeOf(made, '', after)];
    expect(now.identity?.('moved.yaml')).toBe(old.identity?.('a.yaml'));
    expect(now.identity?.('b.yaml')).not.toBe(old.identity?.('b.yaml'));
    expect([now.identity?.('a.yaml'), diskTree(made.folder).identity?.('b.yaml')]).toEqual([undefined, undefined]);
  });

  it('tells too large files', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'a.yaml': `#${'x'.repeat(5 * limits.fileBytes)}`, 'exact.yaml': `#${'x'.repeat(limits.fileBytes - 1)}`, 'a.txt': `#${'x'.repeat(limits.fileBytes)}` });
    const tree = treeOf(made);
    expect([tree.read('a.yaml'), tree.read('a.txt')]).toMatchObject([{ problem: 'too-large' }, { problem: 'too-large' }]);
    expect(tree.read('exact.yaml')).toHaveProperty('bytes.length', limits.fileBytes);
  });

  it('may have 256-bit ids', () => {
    const made = newRepository('--object-format=sha256');
    expect(made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a') })).toHaveLength(64);
    expect(textOf(treeOf(made), 'a.yaml')).toBe(team('a'));
  });

  it('of a submodule is not read with the repository around it', () => {
    const [made, part] = [newRepository(), newRepository()];
    part.commit({ 'a.yaml': team('a') });
    made.commit({ 'waymark.yaml': workspace });
    made.git('submodule', '-q', 'add', part.folder, 'part');
    made.git('submodule', '-q', 'add', part.folder, 'part.yaml');
    symlinkSync('part', join(made.folder, 'link'));
    made.commit();
    const tree = treeOf(made);
    expect(tree.yamlFiles()).toEqual(['link', 'part.yaml', 'waymark.yaml']);
    expect(['part', 'part/a.yaml', 'part.yaml', 'link', 'link/a.yaml'].map((path) => tree.read(path))).toEqual(['submodule', 'submodule', 'submodule', 'folder-link', 'link'].map((problem) => ({ problem })));
    expect(told(loadDocuments(tree))).toHaveProperty('said', ['link: This is a link to a folder, and links are not followed.', 'part.yaml: This lies in a submodule, and a version of this repository does not hold the files of another.']);
    expect(textOf(treeOf(repositoryIn(join(made.folder, 'part'))), 'a.yaml')).toBe(team('a'));
  });
});

describe('objects that are not there', () => {
  function lose({ folder, git }: TestRepository, name: string): void {
    const id = git('rev-parse', name);
    rmSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)));
  }

  it('a file is found missing before anything is read', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a'), 'b.yaml': team('b'), 'x/c.yaml': team('c'), 'words.md': 'words' });
    lose(made, 'HEAD:b.yaml');
    lose(made, 'HEAD:words.md');
    const files = listed(made) as CommitFiles;
    expect([files.missingBelow(''), files.missingBelow('x')]).toEqual(['b.yaml', undefined]);
    const tree = files.below('');
    expect([textOf(tree, 'a.yaml'), textOf(tree, 'b.yaml'), textOf(tree, 'x/c.yaml')]).toEqual([team('a'), 'damaged', team('c')]);
  });

  it('without its list of files nothing of a commit is read', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'x/a.yaml': team('a') });
    lose(made, 'HEAD:x');
    expect(listed(made)).toMatchObject({ reason: 'missing-object', problem: expect.stringContaining('git fetch --refetch --no-filter') });
  });

  it.each([['header', 2], ['content', -20]])('a file whose %s is damaged is told, and those behind it are read', (_, at) => {
    const made = newRepository();
    const noise = Array.from({ length: 30_000 }, (__, index) => String((index * 7919) % 10_007)).join(' ');
    made.commit(Object.fromEntries(Array.from({ length: 9 }, (__, index) => [`${index}.yaml`, `# ${index} ${noise}\n`])));
    const id = made.git('rev-parse', 'HEAD:4.yaml');
    const path = join(made.folder, '.git/objects', id.slice(0, 2), id.slice(2));
    const bytes = readFileSync(path);
    bytes.fill(0x55, at < 0 ? bytes.length + at : at, at < 0 ? bytes.length + at + 9 : at + 9);
    chmodSync(path, 0o644);
    writeFileSync(path, bytes);
    const tree = treeOf(made);
    expect(tree.yamlFiles().filter((each) => 'problem' in tree.read(each))).toEqual(['4.yaml']);
  });

  it('a clone with a filter asks nobody: what it lacks is told, what it holds is read', () => {
    const made = newRepository();
    made.git('config', 'uploadpack.allowFilter', 'true');
    const first = made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a'), 'picture.png': 'old', 'words.md': 'Old' });
    const second = made.commit({ 'picture.png': 'new', 'words.md': 'New' });
    made.commit({ 'a.yaml': team('b'), 'picture.png': 'newest', 'words.md': 'Newest' });
    const clone = cloneOf(made, '--filter=blob:none');
    const held = (): string => clone.git('count-objects', '-v');
    const before = held();
    expect((listed(clone, first) as CommitFiles).missingBelow('')).toBe('a.yaml');
    expect(held()).toBe(before);
    clone.git('cat-file', 'blob', `${second}:a.yaml`);
    expect((listed(clone, second) as CommitFiles).missingBelow('')).toBeUndefined();
    expect(textOf(treeOf(clone, '', second), 'a.yaml')).toBe(team('a'));
    expect(treeOf(clone, '', second).isMissing!('picture.png')).toBe(false);
    expect(treeOf(clone, '', second).read('picture.png')).toEqual({ problem: 'damaged' });
    expect(treeOf(clone, '', second).read('words.md')).toEqual({ problem: 'damaged' });
  });

  it('a clone without lists of files says how to get them', () => {
    const made = newRepository();
    made.git('config', 'uploadpack.allowFilter', 'true');
    made.commit({ 'waymark.yaml': workspace });
    const clone = cloneOf(made, '--filter=tree:0', '--no-checkout');
    expect(listed(clone)).toMatchObject({ reason: 'missing-object', problem: expect.stringContaining('git fetch --refetch --no-filter') });
    clone.git('fetch', '-q', '--refetch', '--no-filter');
    expect(textOf(treeOf(clone), 'waymark.yaml')).toBe(workspace);
  });
});

describe('a hostile name of a file', () => {
  const bases = ['::error::x', '-rf', '--output=x', 'new\nline', 'escape\u001b[31m', 'tab\tname', '"quoted"', "it's", 'back\\slash', 'a b', ' leading', 'trailing ', '*', '?', '[a]', '$(touch x)', '`touch x`', '|', '&&', ';', '#', '%00', '\u202eabc', '\u200b', '\u{1f600}', 'größe', 'größe'.normalize('NFD'), '取引', 'CON', 'a:b', '~', 'a...b', 'HEAD', 'refs', '\u0001', '\u007f', '\u0085', '\ufeffbom', '\ufffd', '\u2028', '##[error]', '<script>', '${x}', '{{x}}', '@team', '__proto__', 'constructor', 'toString'];
  const names = bases.flatMap((base) => [`${base}.yaml`, `${base}.YML`, `${base}/a.yaml`, `x/${base}/b.yaml`, `x/${base}.c.yaml`, `y/${base}${base}.yaml`, `${'d/'.repeat(30)}${base}.yaml`]);

  it('is kept as it is, and its file is read', () => {
    expect(new Set(names).size).toBeGreaterThan(300);
    const made = newRepository();
    commitNames(made, names, team('a'));
    const tree = treeOf(made);
    expect(new Set(tree.yamlFiles())).toEqual(new Set(names));
    expect(names.filter((name) => textOf(tree, name) !== team('a'))).toEqual([]);
    expect(names.filter((name) => tree.identity?.(name) === undefined)).toEqual([]);
  });

  it('that is no UTF-8 is told under the characters that can be shown', () => {
    const made = newRepository();
    const bytes = (...codes: readonly number[]): Uint8Array => Buffer.concat([Buffer.from('bad-'), Buffer.from(codes), Buffer.from('.yaml')]);
    commitNames(made, ['good.yaml', bytes(0xff), bytes(0xc0, 0xaf), bytes(0xed, 0xa0, 0x80), Buffer.concat([Buffer.from([0xfe]), Buffer.from('/a.yaml')])], team('a'));
    const tree = treeOf(made);
    expect(tree.yamlFiles()).toEqual(['bad-\ufffd.yaml', 'bad-\ufffd\ufffd.yaml', 'bad-\ufffd\ufffd\ufffd.yaml', 'good.yaml', '\ufffd/a.yaml']);
    expect(tree.yamlFiles().filter((path) => 'bytes' in tree.read(path))).toEqual(['good.yaml']);
    expect(tree.read('bad-\ufffd.yaml')).toEqual({ problem: 'misnamed' });
  });

  it('that no file can have is told as damage, and leads nowhere', () => {
    const made = newRepository();
    const blob = made.gitWith(team('a'), 'hash-object', '-w', '--stdin').trim();
    const entry = (name: string, mode = '100644', id = blob): Buffer => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
    const written = (...entries: readonly Buffer[]): string => made.gitWith(Buffer.concat(entries), 'hash-object', '-t', 'tree', '-w', '--literally', '--stdin').trim();
    const inner = written(entry('a.yaml'));
    const top = written(entry('../../outside.yaml'), entry('..', '040000', inner), entry('good.yaml'), entry('x//y.yaml'), entry('twice.yaml'), entry('twice.yaml'), entry('.git', '040000', inner), entry('/abs.yaml'));
    const tree = treeOf(made, '', made.git('commit-tree', '-m', 'Odd', top));
    expect(tree.yamlFiles().filter((path) => 'bytes' in tree.read(path))).toEqual(['good.yaml']);
    expect(new Set(tree.yamlFiles())).toEqual(new Set(['/abs.yaml', 'good.yaml', 'twice.yaml', 'x//y.yaml']));
  });

  it('with a strange mode is no ordinary file', () => {
    const made = newRepository();
    const blob = made.gitWith(team('a'), 'hash-object', '-w', '--stdin').trim();
    const tree = made.gitWith(Buffer.concat([Buffer.from('100664 old.yaml\0'), Buffer.from(blob, 'hex'), Buffer.from('060000 device.yaml\0'), Buffer.from(blob, 'hex')]), 'hash-object', '-t', 'tree', '-w', '--literally', '--stdin').trim();
    const read = treeOf(made, '', made.git('commit-tree', '-m', 'Odd', tree));
    expect(textOf(read, 'old.yaml')).toBe(team('a'));
  });
});

describe('what a repository sets for itself', () => {
  it('starts nothing', () => {
    const made = newRepository();
    made.commit({ 'waymark.yaml': workspace, 'a.yaml': team('a') });
    const traces = newFolder();
    const touch = (name: string): string => `touch ${join(traces, name)}`;
    for (const [key, name] of [['core.fsmonitor', 'fsmonitor'], ['core.pager', 'pager'], ['pager.cat-file', 'pager-2'], ['core.sshCommand', 'ssh'], ['core.gitProxy', 'proxy'], ['diff.external', 'diff'], ['core.editor', 'editor'], ['alias.ls-tree', 'alias'], ['credential.helper', 'helper'], ['gpg.program', 'gpg']]) made.git('config', key!, key === 'alias.ls-tree' ? `!${touch(name!)}` : touch(name!));
    for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'pre-commit']) {
      mkdirSync(dirname(join(made.folder, '.git/hooks', hook)), { recursive: true });
      writeFileSync(join(made.folder, '.git/hooks', hook), `#!/bin/sh\n${touch(hook)}\n`, { mode: 0o755 });
    }
    const id = readFileSync(join(made.folder, '.git/refs/heads/main'), 'utf8').trim();
    expect(textOf(treeOf(made, '', id), 'a.yaml')).toBe(team('a'));
    expect(diskTree(made.folder).yamlFiles()).toEqual(['a.yaml', 'waymark.yaml']);
    expect(filesBelow(traces)).toEqual([]);
  });
});
