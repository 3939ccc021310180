import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, waymark } from './harness.js';

describe('waymark init', () => {
  it('makes a workspace that validates clean, today and in two years', async () => {
    const folder = folderWith({});
    expect(await waymark(folder, ['init'])).toMatchObject({ code: 0, err: '' });
    for (const asOf of ['2026-11-22', '2028-11-22']) {
      expect(await waymark(folder, ['validate', '--fail-on', 'info', '--as-of', asOf])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('No findings') as string });
    }
  });

  it.each(['starter', 'standard', 'regulated'])('validates clean in the profile %s', async (profile) => {
    const folder = folderWith({});
    await waymark(folder, ['init', '--profile', profile]);
    expect(await waymark(folder, ['validate', '--fail-on', 'error'])).toMatchObject({ code: 0 });
  });

  it('validates clean in a repository that holds two hundred foreign YAML files', async () => {
    const foreign = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`deploy/service-${index}.yaml`, `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: s${index}}\n---\n&broken [`]));
    const folder = folderWith({ ...foreign, 'docker-compose.yml': 'services: {}\n' });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    await waymark(folder, ['init']);
    expect(await waymark(folder, ['validate', '--fail-on', 'info'])).toMatchObject({ code: 0, err: '' });
  });

  it('takes names from flags, whatever they hold', async () => {
    const folder = folderWith({});
    await waymark(folder, ['init', '--organisation', 'Müller & Söhne: "no"', '--team', '#1 on', '--journey', '取引', '--dir', 'docs/maps', '--ci', 'gitlab']);
    expect(await waymark(folder, ['validate', '--fail-on', 'info'])).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(folder, 'docs/maps')).sort()).toEqual(['.gitattributes', '.schemas', 'directory.yaml', 'first.yaml', 'policy.yaml', 'waymark.yaml']);
  });

  it('leaves files that exist as they are', async () => {
    const folder = folderWith({ 'journeys/policy.yaml': 'mine\n' });
    expect((await waymark(folder, ['init'])).out).toContain('Left as they are: journeys/policy.yaml.');
    expect(readFileSync(join(folder, 'journeys/policy.yaml'), 'utf8')).toBe('mine\n');
  });

  it('keeps the line ends of a ledger to come, also where git writes others', async () => {
    const folder = folderWith({});
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['config', 'core.autocrlf', 'true'], { cwd: folder });
    expect((await waymark(folder, ['init'])).out).not.toContain('ledger.jsonl');
    expect(execFileSync('git', ['check-attr', 'text', 'journeys/ledger.jsonl'], { cwd: folder, encoding: 'utf8' })).toBe('journeys/ledger.jsonl: text: unset\n');
  });

  it.each([['*.md text\n', true], ['*.md text\nledger.jsonl text\n', true], ['*.md text\nledger.jsonl merge=binary -text\n', false]])('leaves the attributes %j as they are, and says what the ledger lacks: %j', async (attributes, isLacking) => {
    const folder = folderWith({ 'journeys/.gitattributes': attributes });
    const { out } = await waymark(folder, ['init']);
    expect(out.includes('Add `ledger.jsonl -text` to `journeys/.gitattributes`: without it, git may write a ledger with other line ends')).toBe(isLacking);
    expect(readFileSync(join(folder, 'journeys/.gitattributes'), 'utf8')).toBe(attributes);
  });

  it.each([['github', '.github/workflows/waymark.yml'], ['gitlab', '.waymark.gitlab-ci.yml']])('puts the CI job of %s at the top of the repository, and says so', async (host, job) => {
    const repository = folderWith({ 'services/shop/README.md': 'Shop\n' });
    execFileSync('git', ['init', '-q'], { cwd: repository });
    const folder = join(repository, 'services/shop');
    const { code, out } = await waymark(folder, ['init', '--ci', host]);
    expect(code).toBe(0);
    expect(out).toContain(`\`../../${job}\`, at the top of the repository`);
    expect(readdirSync(folder).sort()).toEqual(['README.md', 'journeys']);
    expect(readFileSync(join(repository, job), 'utf8')).toContain('waymark@');
    expect((await waymark(repository, ['validate', '--fail-on', 'info'])).code).toBe(0);
    expect((await waymark(folder, ['init', '--ci', host])).out).toContain(`\`../../${job}\``);
  });

  it('writes nothing outside of the folder', async () => {
    const folder = folderWith({});
    expect(await waymark(folder, ['init', '--dir', '../elsewhere'])).toMatchObject({ code: 2, out: '' });
  });

  it.each(['waymark', 'Directory', 'Policy!'])('makes nothing for a journey of the title %s, whose file is another one', async (title) => {
    const folder = folderWith({});
    expect(await waymark(folder, ['init', '--journey', title])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('another title') as string });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says when Git ignores what it wrote', async () => {
    const folder = folderWith({ '.gitignore': 'journeys/\n' });
    execFileSync('git', ['init', '-q'], { cwd: folder });
    expect((await waymark(folder, ['init'])).out).toContain('Git ignores journeys/waymark.yaml, journeys/policy.yaml, journeys/directory.yaml and journeys/our-first-journey.yaml');
    expect((await waymark(folder, ['init', '--dir', 'maps'])).out).not.toContain('Git ignores');
  });

  it.each(['.', 'deploy'])('says which files of the folder %s are none of its own', async (dir) => {
    const folder = folderWith({ 'deploy/service.yaml': 'kind: Deployment\napiVersion: apps/v1\n', 'deploy/broken.yaml': 'a: [\n' });
    const { code, out } = await waymark(folder, ['init', '--dir', dir]);
    expect(code).toBe(0);
    expect(out).toContain(`The folder holds 2 YAML files that Waymark cannot use: \`deploy/broken.yaml\` and \`deploy/service.yaml\`. Name what is not meant to be one under \`ignore\` in \`${dir === '.' ? '' : 'deploy/'}waymark.yaml\`.`);
  });

  it('says when the new workspace lies in another one', async () => {
    const folder = folderWith({});
    expect((await waymark(folder, ['init'])).out).not.toContain('members');
    expect((await waymark(folder, ['init', '--dir', 'journeys/sub'])).out).toContain('Add `sub` to `members` in `journeys/waymark.yaml`');
  });

  it('gives an editor the schema of each file', async () => {
    const folder = folderWith({});
    await waymark(folder, ['init']);
    const [line] = readFileSync(join(folder, 'journeys/our-first-journey.yaml'), 'utf8').split('\n');
    const schema = /\$schema=(.*)$/.exec(line!)![1]!;
    expect(JSON.parse(readFileSync(join(folder, 'journeys', schema), 'utf8'))).toMatchObject({ title: 'Journey' });
  });

  it('asks for more once the first journey is active', async () => {
    const folder = folderWith({});
    await waymark(folder, ['init']);
    const path = join(folder, 'journeys/our-first-journey.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('status: draft', 'status: active'));
    expect((await waymark(folder, ['validate'])).code).toBe(1);
  });
});
