import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
    [['--rule', 'STR-001=off'], 2],
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

  it.each([
    ['no file at all', 'json=', 'lost-card.yaml', /names no file/],
    ['a document of the workspace', 'json=lost-card.yaml', 'lost-card.yaml', /`lost-card\.yaml` is a document of Waymark/],
    ['the same document by another path', 'sarif=../teams/../teams/lost-card.yaml', 'lost-card.yaml', /is a document of Waymark/],
    ['a document that is left out of the workspace', 'json=old/journey.yml', 'old/journey.yml', /is a document of Waymark/],
    ['a file of the workspace that cannot be read', 'json=notes.yaml', 'notes.yaml', /belongs to the workspace/],
  ])('never writes its report over %s', async (_, format, kept, words) => {
    const folder = join(folderWith(Object.fromEntries(Object.entries({ ...broken, 'waymark.yaml': `${starter['waymark.yaml']!}ignore: ["old/**"]\n`, 'old/journey.yml': journey, 'notes.yaml': 'hello: world\n' }).map(([path, text]) => [`teams/${path}`, text]))), 'teams');
    const before = readFileSync(join(folder, kept), 'utf8');
    expect(await waymark(folder, ['validate', '-f', format])).toEqual({ code: 2, out: '', err: expect.stringMatching(words) as string });
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(before);
  });

  it('takes several workspaces by name, each once', async () => {
    const folder = folderWith(Object.fromEntries(['a', 'b', 'c'].flatMap((name) => Object.entries(broken).map(([path, text]) => [`${name}/${path}`, text]))));
    const { code, out } = await waymark(folder, ['validate', '-w', 'a', '--workspace', 'b', '-w', './a']);
    expect(code).toBe(1);
    expect([...out.matchAll(/^(\S+)\/lost-card\.yaml:/gm)].map(([, name]) => name)).toEqual(['a', 'b']);
    expect((await waymark(folder, ['validate', '-w', 'a', '-w', 'missing'])).code).toBe(3);
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

describe('one wrong name in two files', () => {
  const files = { ...broken, 'stolen-card.yaml': journey.replace('lost-card', 'stolen-card') };

  it('is one finding for whoever asks about all files', async () => {
    const { out } = await waymark(folderWith(files), ['validate', '--no-color']);
    expect(out).toContain('which `owner` of journey `lost-card` names. 1 other place names it too.');
    expect(out).toContain('1 error');
  });

  it('is told in the file that is asked about', async () => {
    const { code, out } = await waymark(folderWith(files), ['validate', '--no-color', 'stolen-card.yaml']);
    expect(code).toBe(1);
    expect(out).toContain('stolen-card.yaml:7:8  error  There is no team `clams`, which `owner` of journey `stolen-card` names.  reference');
  });

  it('is new in a second file, and not new in the second when the first is mended', async () => {
    const folder = folderWith(broken);
    await waymark(folder, ['validate', '--baseline', 'known.json', '--update-baseline']);
    writeFileSync(join(folder, 'stolen-card.yaml'), files['stolen-card.yaml']);
    const { code, out } = await waymark(folder, ['validate', '--no-color', '--baseline', 'known.json']);
    expect([code, out.includes('stolen-card.yaml:7:8'), out.includes('lost-card.yaml:7:8')]).toEqual([1, true, false]);
    await waymark(folder, ['validate', '--baseline', 'both.json', '--update-baseline']);
    writeFileSync(join(folder, 'lost-card.yaml'), journey.replace('clams', 'claims'));
    expect((await waymark(folder, ['validate', '--baseline', 'both.json'])).code).toBe(0);
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

  it('knows a finding by its workspace: the same one in another is new', async () => {
    const named = (dir: string, id: string, text: string): { readonly [path: string]: string } => ({ ...Object.fromEntries(Object.entries(starter).map(([path, content]) => [`${dir}/${path}`, content])), [`${dir}/waymark.yaml`]: starter['waymark.yaml']!.replace(/^id: .*$/m, `id: ${id}`), [`${dir}/lost-card.yaml`]: text });
    const sound = journey.replace('clams', 'claims');
    const folder = folderWith({ ...named('a', 'first', journey), ...named('b', 'second', sound) });
    const args = ['validate', '--baseline', 'known.json'];
    expect((await waymark(folder, [...args, '--update-baseline'])).code).toBe(0);
    writeFileSync(join(folder, 'a/lost-card.yaml'), sound);
    writeFileSync(join(folder, 'b/lost-card.yaml'), journey);
    expect((await waymark(folder, args)).code).toBe(1);
  });

  it('fits wherever the command runs', async () => {
    const folder = folderWith({ ...Object.fromEntries(Object.entries(broken).map(([path, text]) => [`a/${path}`, text])), 'a/bad.yaml': `${journey}colour: red\n` });
    await waymark(folder, ['validate', '--baseline', 'a/known.json', '--update-baseline']);
    expect(await waymark(join(folder, 'a'), ['validate', '--baseline', 'known.json'])).toMatchObject({ code: 0, err: '' });
    expect(await waymark(join(folder, '..'), ['validate', '-w', join(folder, 'a'), '--baseline', join(folder, 'a/known.json')])).toMatchObject({ code: 0, err: '' });
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

  it('says when a draft owes nothing, and takes only days', async () => {
    const calendar = 'apiVersion: waymark/v1\nkind: Glossary\nid: words\ntitle: Words\nversion: 1.0.0\nstatus: draft\neffective: {from: 2026-01-01}\nowner: claims\n';
    const folder = folderWith({ ...starter, 'words.yaml': calendar });
    expect(await waymark(folder, ['explain', 'words'])).toEqual({ code: 0, err: '', out: '`words` is a draft. It owes nothing: it can be active as it is.\n' });
    expect((await waymark(folder, ['explain', 'words', '--as-of', 'soon'])).code).toBe(2);
  });

  it('tells what a KPI computes and from what, and what is in the way', async () => {
    const kpi = 'apiVersion: waymark/v1\nkind: Kpi\nid: ease\ntitle: How easy\nversion: 1.0.0\nstatus: active\nowner: claims\nunit: score(1,7)\ndirection: up\nformula: {mean: {attribute: survey-answered.ease}}\nanchor: survey-answered\nwindow: P1M\nmaturity: P14D\n';
    const survey = 'apiVersion: waymark/v1\nkind: System\nid: survey\ntitle: Survey\nversion: 1.0.0\nstatus: active\nowner: claims\nemits: [{event: survey-answered, attributes: [{name: ease, type: integer}]}]\n';
    const folder = folderWith({ ...starter, 'kpi.yaml': kpi, 'survey.yaml': survey });
    const { code, out, err } = await waymark(folder, ['explain', 'ease']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`ease  How easy

The mean of \`ease\` of \`survey-answered\`.

Unit:       score(1,7), more is better
Period:     1 month; a case belongs to the period of its \`survey-answered\`; final 14 days later
Events:     \`survey-answered\`
Attributes: \`survey-answered.ease\`
Systems:    \`survey\`
Value:      told with how many are counted, how many are left out and the interval of a mean; no
            value where there is nothing to count.

`);
    const wrong = await waymark(folderWith({ ...starter, 'kpi.yaml': kpi.replace('ease}}', 'easy}}'), 'survey.yaml': survey }), ['explain', 'kpi:ease']);
    expect(wrong.out).toContain('1 thing in the way of computing it:\n  - System `survey` tells `survey-answered` without an attribute `easy`.\n    fix: Did you mean `ease`?\n');
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

  it('never ends with good words when it left a file alone', async () => {
    const folder = folderWith({ ...starter, 'lost-card.yaml': journey.replace('lane: customer', 'lane: custmer') });
    symlinkSync('policy.yaml', join(folder, 'linked.yaml'));
    for (const args of [['fmt', '-w', '.'], ['fmt', '--check']]) {
      const { code, out, err } = await waymark(folder, args);
      expect(code).toBe(1);
      expect(err).toContain('lost-card.yaml: left as it is');
      expect(err).toContain('linked.yaml: left as it is');
      expect(out.split('\n').at(-2)).toMatch(/2 files were left as they are; `waymark validate` says why\.$/);
      expect(out).not.toMatch(/are in canonical order\.\n$/);
    }
    rmSync(join(folder, 'linked.yaml'));
    expect((await waymark(folder, ['fmt', '--check'])).out).toMatch(/1 file was left as it is; `waymark validate` says why\.\n$/);
  });
});

describe('files that are not what they seem', () => {
  it.each([
    ['a folder', (path: string) => mkdirSync(path), 'a folder'],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path]), 'a pipe'],
    ['a link', (path: string) => symlinkSync('policy.yaml', path), 'a link'],
  ])('%s in the place of waymark.yaml is told by every verb', async (_, make, noun) => {
    const folder = folderWith(starter);
    rmSync(join(folder, 'waymark.yaml'));
    make(join(folder, 'waymark.yaml'));
    for (const args of [['validate'], ['validate', '-w', '.'], ['fmt'], ['fmt', '--check'], ['fmt', '-w', '.'], ['explain', 'lost-card'], ['init', '--yes', '--dir', '.']]) {
      expect(await waymark(folder, args)).toEqual({ code: 3, out: '', err: `waymark: \`waymark.yaml\` is ${noun}. A workspace begins with an ordinary file of that name: replace it with the file itself.\n` });
    }
  });

  it('no name of a file acts on the terminal or in the log of a build', async () => {
    const name = 'a\n::error::b\u001b[2J##[error]c';
    const sound = folderWith({ ...starter, [`${name}.yaml`]: 'id: t\napiVersion: waymark/v1\nkind: Team\ntitle: T\nversion: 0.1.0\nstatus: draft\nowner: claims\n' });
    const linked = folderWith({ [`${name}/policy.yaml`]: starter['policy.yaml']! });
    symlinkSync('policy.yaml', join(linked, name, 'waymark.yaml'));
    const foreign = folderWith({ [`${name}.yaml`]: 'foreign: true\n' });
    const runs = [
      ...[['validate', `${name}.yml`], ['validate', '-w', name], ['validate', '--rule', name], ['explain', name], ['fmt', '-w', '.']].map((args) => waymark(sound, args)),
      waymark(linked, ['validate']),
      waymark(foreign, ['init', '--yes', '--dir', '.']),
    ];
    for (const { out, err } of await Promise.all(runs)) {
      expect(`${out}${err}`).toContain('b\\u{1b}[2J#\\u{23}[error]c');
      expect(`${out}${err}`).not.toMatch(/^\s*::/m);
    }
  });

  it('a pipe takes a report and stays what it is, and a link to one is refused', async () => {
    const folder = folderWith(starter);
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    symlinkSync('pipe', join(folder, 'linked'));
    expect(await waymark(folder, ['validate', '--format', 'json=linked'])).toEqual({ code: 3, out: '', err: expect.stringContaining('it is a link to something that is no ordinary file') as string });
    const reader = spawn('cat', [pipe]);
    const received = new Promise<string>((resolve) => reader.stdout.once('data', (data) => resolve(String(data))));
    expect((await waymark(folder, ['validate', '--format', 'json=pipe'])).code).toBe(0);
    expect(await received).toContain('waymark-findings/1');
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  it('a link beside a report does not lead its text elsewhere', async () => {
    const outside = join(folderWith({ 'kept.txt': 'kept' }), 'kept.txt');
    const folder = folderWith(starter);
    symlinkSync(outside, join(folder, `report.md.${process.pid}.tmp`));
    symlinkSync(outside, join(folder, 'report.md'));
    expect((await waymark(folder, ['validate', '--format', 'markdown=report.md'])).code).toBe(0);
    expect(readFileSync(outside, 'utf8')).toBe('kept');
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('No findings.');
  });

  it('a folder that is a link out of the tree takes no report', async () => {
    const outside = folderWith({ 'kept.txt': 'kept' });
    const folder = folderWith(starter);
    symlinkSync(outside, join(folder, 'reports'));
    const { code, err } = await waymark(folder, ['validate', '--format', 'json=reports/found.json']);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('through a link') as string });
    expect(existsSync(join(outside, 'found.json'))).toBe(false);
  });

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

  it.runIf(existsSync(command))('finds the validators that say what is wrong', () => {
    const folder = folderWith({ 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitel: W\n' });
    const { status, stdout, stderr } = spawnSync('node', [command, 'validate', folder], { encoding: 'utf8', cwd: folder });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('`titel` is not a field of a workspace.');
  });

  it.runIf(existsSync(command))('stops quietly when its reader has seen enough', () => {
    const { status, stderr } = spawnSync('bash', ['-c', `set -o pipefail; node ${command} rules | head -1`], { encoding: 'utf8', cwd: root });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.runIf(existsSync(command) && existsSync('/dev/full'))('ends with 3 and no stack trace when the disk is full', () => {
    const { status, stderr } = spawnSync('bash', ['-c', `node ${command} rules > /dev/full`], { encoding: 'utf8', cwd: root });
    expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
  });
});
