import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { waymark } from '../cli/harness.js';
import { newRepository } from '../support/git-repository.js';
import { root } from '../support/imports.js';

const app = `import { tracker } from './journeys/index.js';

const track = tracker(() => undefined);

export function decide(claimNumber: string): void {
  track('claim-decided', { claimNumber, occurredAt: '2026-09-01T10:00:00Z', decision: 'accepted', persona: 'fleet-manager', region: 'DE' });
}
`;

/** What the compiler says of the application in a repository. */
function compiled(folder: string): readonly string[] {
  const program = ts.createProgram([join(folder, 'portal/app.ts')], { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: [], skipLibCheck: true, skipDefaultLibCheck: true, lib: ['lib.es2022.d.ts'] });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => `line ${file!.getLineAndCharacterOfPosition(start!).line + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

/** Documents that name something. */
function filesWith(folder: string, text: string): readonly string[] {
  const files = readdirSync(join(folder, 'journeys'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml')).map((path) => `journeys/${path}`);
  return files.filter((path) => readFileSync(join(folder, path), 'utf8').includes(text));
}

describe('an application that imports what is generated', () => {
  const repository = newRepository();
  const { folder } = repository;
  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(join(folder, path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
    writeFileSync(join(folder, path), text.replaceAll(from, to));
  };

  beforeAll(async () => {
    cpSync(join(root, 'journeys/insurance'), join(folder, 'journeys'), { recursive: true });
    writeFileSync(join(folder, 'journeys/waymark.yaml'), `${readFileSync(join(folder, 'journeys/waymark.yaml'), 'utf8')}targets: [{id: typescript, out: ../portal/journeys}]\n`);
    expect((await waymark(folder, ['generate'])).code).toBe(0);
    repository.commit({ 'portal/package.json': '{"type": "module"}', 'portal/app.ts': app }, 'The journeys, and the application that runs them');
  });

  it('compiles, and is refused where it tells an event with a wrong attribute', () => {
    expect(compiled(folder)).toEqual([]);
    edit('portal/app.ts', "decision: 'accepted'", "descision: 'accepted'");
    expect(compiled(folder)).toEqual([expect.stringMatching(/^line 6: .*'descision' does not exist/)]);
    edit('portal/app.ts', 'descision', 'decision');
  });

  it('gets code owners of the files where they lie in the repository', async () => {
    expect((await waymark(folder, ['generate', 'codeowners', '--out', 'owners'])).code).toBe(0);
    expect(readFileSync(join(folder, 'owners/CODEOWNERS'), 'utf8')).toContain('\n/journeys/journeys/motor-claim.yaml @wegwart/claims-cx\n');
    rmSync(join(folder, 'owners'), { recursive: true });
  });

  it('hears of an event that a pull request renames: the review calls it breaking, the check calls the modules stale, and then the compiler refuses the call', async () => {
    for (const path of filesWith(folder, 'claim-decided')) edit(path, 'claim-decided', 'claim-settled');
    const { out } = await waymark(folder, ['diff', 'HEAD', '-f', 'json']);
    const [{ changes }] = (JSON.parse(out) as { readonly workspaces: readonly [{ readonly changes: readonly { readonly kind: string; readonly level: string; readonly subject: string }[] }] }).workspaces;
    expect(changes).toContainEqual(expect.objectContaining({ level: 'breaking', kind: expect.stringContaining('event') as string, subject: expect.stringContaining('system:claims-core') as string }));
    repository.commit({}, 'Another name for the event');
    expect((await waymark(folder, ['review', 'HEAD~1', 'HEAD', '--no-color'])).out).toMatch(/breaking/i);
    expect(await waymark(folder, ['generate', '--check'])).toMatchObject({ code: 5, out: expect.stringContaining('events.ts is stale') });
    expect((await waymark(folder, ['generate'])).code).toBe(0);
    expect(compiled(folder)).toEqual([expect.stringMatching(/^line 6: .*claim-decided/)]);
  });
});
