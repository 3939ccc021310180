import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../../src/validate/example-workspace.js';
import { root } from '../support/imports.js';
import { folderWith, waymark } from './harness.js';

const starter: { readonly [path: string]: string } = { ...exampleFiles, 'policy.yaml': exampleFiles['policy.yaml']!.replace('profile: regulated', 'profile: starter') };

const journey = `apiVersion: waymark/v1
kind: Journey
id: lost-card
title: Lost card
version: 0.1.0
status: draft
owner: clams
stages:
  - id: report
    title: Report
    steps:
      - {id: call, title: Customer reports the loss, lane: customer, channel: phone, end: success}
`;

const broken = { ...starter, 'lost-card.yaml': journey };

describe('waymark validate', () => {
  it('prints what is wrong, where, why and what to do', async () => {
    const { code, out, err } = await waymark(folderWith(broken), ['validate', '--no-color']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('lost-card.yaml:7:8  error  There is no team `clams`, which `owner` of journey `lost-card` names.  reference/target-exists');
    expect(out).toContain('fix: Did you mean `claims`? (waymark explain reference/target-exists)');
  });

  it.each([
    [['--fail-on', 'never'], 0],
    [['--rule', 'REF-001=warning'], 0],
    [['--rule', 'REF-001=warning', '--fail-on', 'warning'], 1],
    [['--rule', 'reference/target-exists=off'], 0],
    [['--rule', 'REF-999=off'], 2],
    [['--rule', 'REF-001=loud'], 2],
    [['--format', 'html'], 2],
    [['--as-of', '2026-02-30'], 2],
    [['--max-problems', '-1'], 2],
    [['--workspace', 'nowhere'], 3],
    [['--baseline', 'none.json'], 3],
    [['no-such-file.yaml'], 3],
    [['policy.yaml'], 0],
    [['lost-card.yaml'], 1],
    [['--unknown'], 2],
  ])('%j ends with %i', async (args, code) => {
    expect((await waymark(folderWith(broken), ['validate', ...args])).code).toBe(code);
  });

  it('finds the nearest workspace upward, or every one below', async () => {
    const inner = Object.fromEntries(Object.entries(starter).map(([path, text]) => [`a/${path}`, text]));
    const folder = folderWith({ ...inner, ...Object.fromEntries(Object.entries(broken).map(([path, text]) => [`b/${path}`, text])), 'a/deep/er/readme.md': '' });
    expect((await waymark(join(folder, 'a/deep/er'), ['validate'])).out).toContain('1 workspace');
    const both = await waymark(folder, ['validate']);
    expect(both).toMatchObject({ code: 1, out: expect.stringContaining('2 workspaces') as string });
    expect((await waymark(folder, ['validate', '-w', 'a'])).code).toBe(0);
  });

  it('says how to begin where there is no workspace', async () => {
    expect(await waymark(folderWith({}), ['validate'])).toEqual({ code: 3, out: '', err: 'waymark: There is no workspace here: no `waymark.yaml` in this folder, above it or below it. `waymark init` makes one.\n' });
  });

  it('takes settings from the environment where no flag is given', async () => {
    const run = await waymark(folderWith(broken), ['validate'], process.env);
    process.env['WAYMARK_FAIL_ON'] = 'never';
    const softened = await waymark(folderWith(broken), ['validate'], process.env);
    delete process.env['WAYMARK_FAIL_ON'];
    expect([run.code, softened.code]).toEqual([1, 0]);
  });

  it('writes each format to its file and prints the others', async () => {
    const folder = folderWith(broken);
    const { out } = await waymark(folder, ['validate', '-f', 'json=out/findings.json', '-f', 'sarif=out/findings.sarif', '-f', 'github']);
    expect(out).toMatch(/^::error file=lost-card\.yaml,line=7,/);
    expect(JSON.parse(readFileSync(join(folder, 'out/findings.json'), 'utf8'))).toMatchObject({ format: 'waymark-findings/1' });
    expect(JSON.parse(readFileSync(join(folder, 'out/findings.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
  });

  it('never enters ignored, hidden or installed folders, and skips what git ignores', async () => {
    const folder = folderWith({ ...starter, '.gitignore': 'build/\n', 'build/x.yaml': 'a: [', '.cache/x.yaml': 'a: [', 'node_modules/p/x.yaml': 'a: [', 'waymark.yaml': `${starter['waymark.yaml']!}ignore: ["drafts/**"]\n`, 'drafts/x.yaml': 'a: [' });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    expect((await waymark(folder, ['validate', '--fail-on', 'info'])).code).toBe(0);
  });

  it('tells of a YAML file that is no document, and of a nested workspace that is not listed', async () => {
    const folder = folderWith({ ...starter, 'notes.yaml': 'hello: world\n', 'inner/waymark.yaml': starter['waymark.yaml']! });
    const { out } = await waymark(folder, ['validate', '-f', 'github']);
    expect(out).toContain('This YAML is no document of Waymark.');
    expect(out).toContain('The folder `inner` is a workspace of its own');
  });
});

describe('a baseline', () => {
  it('is made once, excuses what it knows, and only shrinks', async () => {
    const folder = folderWith(broken);
    const args = ['validate', '--baseline', 'known.json'];
    expect((await waymark(folder, [...args, '--update-baseline'])).code).toBe(0);
    expect(await waymark(folder, args)).toMatchObject({ code: 0, out: expect.stringContaining('1') as string });
    writeFileSync(join(folder, 'second.yaml'), journey.replaceAll('lost-card', 'stolen-card'));
    expect((await waymark(folder, [...args, '--update-baseline'])).code).toBe(1);
    writeFileSync(join(folder, 'lost-card.yaml'), journey.replace('clams', 'claims'));
    expect((await waymark(folder, args)).err).toContain('1 finding of the baseline no longer occur');
    await waymark(folder, [...args, '--update-baseline']);
    expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8'))).toMatchObject({ findings: [] });
  });

  it('survives lines that move and other changes of the file', async () => {
    const folder = folderWith(broken);
    await waymark(folder, ['validate', '--baseline', 'known.json', '--update-baseline']);
    writeFileSync(join(folder, 'lost-card.yaml'), `# a comment\n\n${journey.replace('title: Lost card', 'title: Lost or stolen card')}`);
    expect((await waymark(folder, ['validate', '--baseline', 'known.json'])).code).toBe(0);
  });

  it('is refused when it is not one', async () => {
    const folder = folderWith({ ...broken, 'known.json': '{"format": "x"}' });
    expect((await waymark(folder, ['validate', '--baseline', 'known.json'])).code).toBe(2);
  });
});

describe('waymark explain', () => {
  it('explains a rule by code or id', async () => {
    const folder = folderWith({});
    const byCode = await waymark(folder, ['explain', 'grf-001']);
    expect(byCode).toMatchObject({ code: 0, err: '' });
    expect(await waymark(folder, ['explain', 'graph/step-reachable'])).toEqual(byCode);
  });

  it('opens up what a draft owes', async () => {
    const { code, out } = await waymark(folderWith({ ...starter, 'lost-card.yaml': journey.replace('clams', 'claims') }), ['explain', 'lost-card']);
    expect(code).toBe(0);
    expect(out).toMatch(/`lost-card` is a draft\. Before it can be active it owes \d+ things:/);
  });

  it('suggests the nearest name', async () => {
    expect(await waymark(folderWith({}), ['explain', 'GRF-O01'])).toMatchObject({ code: 2 });
    expect((await waymark(folderWith({}), ['explain', 'graph/step-reachble'])).err).toContain('Did you mean `graph/step-reachable`?');
  });
});

describe('waymark fmt', () => {
  const shuffled = { ...starter, 'waymark.yaml': 'kind: Workspace\napiVersion: waymark/v1\nid: w\ntitle: W\n' };

  it('writes where somebody points, and only looks elsewhere', async () => {
    const folder = folderWith(Object.fromEntries(Object.entries(shuffled).map(([path, text]) => [`a/${path}`, text])));
    expect((await waymark(folder, ['fmt'])).code).toBe(2);
    expect((await waymark(folder, ['fmt', '--check'])).code).toBe(1);
    expect((await waymark(folder, ['fmt', '-w', 'a'])).code).toBe(0);
    expect(readFileSync(join(folder, 'a/waymark.yaml'), 'utf8')).toMatch(/^apiVersion/);
    expect((await waymark(join(folder, 'a'), ['fmt'])).out).toContain('in canonical order');
  });
});

describe('files that are not what they seem', () => {
  it('a folder, a link or a missing part ends in one sentence', async () => {
    const folder = folderWith({ ...broken, 'empty.yaml': '', journeys: 'a file' });
    expect((await waymark(folder, ['validate', '--baseline', '.'])).code).toBe(3);
    expect((await waymark(folder, ['init'])).code).toBe(3);
    expect((await waymark(folder, ['validate', 'empty.yaml'])).out).toContain('empty.yaml');
    symlinkSync('/tmp', join(folder, 'linked'));
    expect((await waymark(folder, ['init', '--dir', 'linked/maps'])).code).toBe(3);
  });
});

describe('waymark schema', () => {
  it('prints, lists and writes schemas', async () => {
    const folder = folderWith({});
    expect(JSON.parse((await waymark(folder, ['schema', 'journey'])).out)).toMatchObject({ title: 'Journey' });
    expect((await waymark(folder, ['schema'])).out.split('\n')).toContain('data-catalog');
    await waymark(folder, ['schema', '--write', 'schemas']);
    expect(existsSync(join(folder, 'schemas/sla.schema.json'))).toBe(true);
    expect((await waymark(folder, ['schema', 'jurney'])).err).toContain('Did you mean `journey`?');
  });
});

describe('the built command', () => {
  const command = join(root, 'dist/waymark.js');

  it.runIf(existsSync(command))('stops quietly when its reader has seen enough', () => {
    const { status, stderr } = spawnSync('bash', ['-c', `set -o pipefail; node ${command} rules | head -1`], { encoding: 'utf8', cwd: root });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.runIf(existsSync(command) && existsSync('/dev/full'))('ends with 3 and no stack trace when the disk is full', () => {
    const { status, stderr } = spawnSync('bash', ['-c', `node ${command} rules > /dev/full`], { encoding: 'utf8', cwd: root });
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
  });
});
