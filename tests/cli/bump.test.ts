import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { newRepository, writeFiles, type TestRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';
import { journeyTexts } from '../support/journey-texts.js';
import { waymark } from './harness.js';

const settlement = 'slas/motor-claim-settlement.yaml';
const insurance = journeyTexts('insurance');
const schema = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(join(root, 'schemas/output/bumps.schema.json'), 'utf8')) as object);

/** The insurance workspace in a folder of a repository, with changes that are not committed. */
function changed(edits: { readonly [path: string]: (text: string) => string }, folder = ''): TestRepository {
  const made = newRepository();
  const prefix = folder === '' ? '' : `${folder}/`;
  made.commit(Object.fromEntries(Object.entries(insurance).map(([path, text]) => [prefix + path, text])));
  writeFiles(made.folder, Object.fromEntries(Object.entries(edits).map(([path, edit]) => [prefix + path, edit(insurance[path]!)])));
  return made;
}

const loosened = (text: string): string => text.replace('{within: 10d, percent: 90', '{within: 12d, percent: 90');
const reworded = (text: string): string => text.replace(/^title: .*$/m, 'title: Another title');

describe('waymark bump', () => {
  it('asks for a major version where something breaks, for a patch where words change, and says why', async () => {
    const { folder } = changed({ [settlement]: loosened, 'kpis/claim-csat.yaml': reworded });
    const { code, out, err } = await waymark(folder, ['bump']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain(`${settlement}:7:10  sla:motor-claim-settlement was 1.2.0 and is 1.2.0, and needs 2.0.0: a major step\n    The default target of SLA`);
    expect(out).toContain('kpi:claim-csat was 1.0.1 and is 1.0.1, and needs 1.0.2: a patch step\n');
    expect(out).toContain('2 versions to raise: `waymark bump --write` does it.\n');
  });

  it('writes the versions, changes nothing else, and is content then', async () => {
    const { folder } = changed({ [settlement]: (text) => loosened(text).replace('version: 1.2.0', 'version: "1.2.0" # the one in force') });
    const before = readFileSync(join(folder, settlement), 'utf8');
    expect(await waymark(folder, ['bump', '--write'])).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(folder, settlement), 'utf8')).toBe(before.replace('"1.2.0"', '"2.0.0"'));
    const { code, out } = await waymark(folder, ['bump']);
    expect({ code, out: out.split('\n')[0] }).toEqual({ code: 0, out: `${settlement}:7:10  sla:motor-claim-settlement was 1.2.0 and is 2.0.0, as the major step asks` });
  });

  it('writes into the workspace wherever it stands in the repository and wherever the command runs', async () => {
    const made = changed({ [settlement]: loosened }, 'claims');
    expect((await waymark(join(made.folder, 'claims/slas'), ['bump', '--write'])).code).toBe(0);
    expect(made.git('diff', '--name-only').split('\n')).toEqual([`claims/${settlement}`]);
    expect(readFileSync(join(made.folder, 'claims', settlement), 'utf8')).toContain('version: 2.0.0\n');
  });

  it('tells the same to programs, with every reason, before and after it writes', async () => {
    const made = changed({ [settlement]: loosened });
    const report = async (...args: readonly string[]): Promise<unknown> => {
      const value: unknown = JSON.parse((await waymark(made.folder, ['bump', '--format', 'json', ...args])).out);
      schema(value);
      expect(schema.errors ?? []).toEqual([]);
      return value;
    };
    const bump = { subject: 'sla:motor-claim-settlement', before: '1.2.0', declared: '1.2.0', step: 'major', needed: '2.0.0', verdict: 'too-low', location: { uri: settlement, start: { line: 7 } }, reasons: [{ kind: 'sla-target-loosened', level: 'breaking' }] };
    expect(await report()).toMatchObject({ format: 'waymark-bumps/1', command: 'bump', isWritten: false, workspaces: [{ root: '.', unread: [], versions: [bump] }] });
    expect(await report('--write')).toMatchObject({ isWritten: true, workspaces: [{ versions: [bump] }] });
    expect(await report()).toMatchObject({ isWritten: false, workspaces: [{ versions: [{ declared: '2.0.0', verdict: 'enough' }] }] });
    expect(await waymark(made.folder, ['bump', '--format', `json=${settlement}`, '--write'])).toMatchObject({ code: 2, out: '' });
  });

  it('has nothing to say where nothing differs, and lets a version be raised for nothing', async () => {
    expect(await waymark(changed({}).folder, ['bump'])).toMatchObject({ code: 0, out: 'No version has to be raised.\n' });
    const { folder } = changed({ [settlement]: (text) => text.replace('version: 1.2.0', 'version: 1.2.1') });
    const { code, out } = await waymark(folder, ['bump']);
    expect(code).toBe(0);
    expect(out).toContain('was 1.2.0 and is 1.2.1, though nothing has changed');
  });

  it('does not say that no version has to be raised where it cannot know', async () => {
    const { folder } = changed({ [settlement]: (text) => `${text}\n  broken: [` });
    const { code, out } = await waymark(folder, ['bump']);
    expect([code, out]).toEqual([1, expect.stringMatching(/^slas\/motor-claim-settlement\.yaml:\d+:\d+ {2}1 document of the later version cannot be read, so it is not known which version it needs: [^\n]+\n$/)]);
  });

  it('tells of a version that was lowered', async () => {
    const { folder } = changed({ [settlement]: (text) => text.replace('version: 1.2.0', 'version: 1.1.0') });
    const { code, out } = await waymark(folder, ['bump']);
    expect(code).toBe(1);
    expect(out).toContain('was 1.2.0 and is 1.1.0, which is lower than before: at least 1.2.0');
  });

  it('asks a draft, on which nobody relies yet, for a patch version only', async () => {
    const draft = (text: string): string => text.replace('version: 1.2.0', 'version: 0.3.1').replace('status: active', 'status: draft');
    const made = newRepository();
    made.commit({ ...insurance, [settlement]: draft(insurance[settlement]!) });
    writeFiles(made.folder, { [settlement]: draft(loosened(insurance[settlement]!)) });
    expect((await waymark(made.folder, ['bump'])).out).toContain('was 0.3.1 and is 0.3.1, and needs 0.3.2: a patch step');
  });

  it('writes only where files lie', async () => {
    const made = changed({ [settlement]: loosened });
    made.commit();
    const { code, err } = await waymark(made.folder, ['bump', 'main~1', 'main', '--write']);
    expect(code).toBe(2);
    expect(err).toContain('Name one version only.');
  });
});
