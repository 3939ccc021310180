import { buildSync } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileFiles, type HostileFile } from '../support/hostile-files.js';
import { root } from '../support/imports.js';

/** What the process tells that reads one file. */
interface Measured {
  /** Of the processor, so that others who use the machine do no harm. */
  readonly milliseconds: number;
  readonly mebibytes: number;
  readonly findings: number;
  readonly misplaced: number;
  readonly longest: number;
  readonly polluted: boolean;
  readonly first?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'waymark-hostile-'));
/** One file, because it begins ten times faster than the sources do. */
const program = join(folder, 'load-one.cjs');
const workspace = 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\nnamespace: a.b\norganisation: O\n';

/** Reads a workspace with one file more than its own in a process of its own, with little memory. */
async function readAlone({ content }: HostileFile, name: string): Promise<Measured> {
  const own = join(folder, name);
  mkdirSync(own);
  writeFileSync(join(own, 'waymark.yaml'), workspace);
  writeFileSync(join(own, 'hostile.yaml'), content);
  const child = spawn(process.execPath, ['--max-old-space-size=400', program, own], { stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000 });
  const [output, complaints]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (data: Buffer) => output.push(data));
  child.stderr.on('data', (data: Buffer) => complaints.push(data));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  rmSync(own, { recursive: true });
  expect({ status, complaints: Buffer.concat(complaints).toString().slice(-1000) }).toEqual({ status: 0, complaints: '' });
  return JSON.parse(Buffer.concat(output).toString()) as Measured;
}

/** The compiled validators are found beside the sources. */
const define = { 'import.meta.url': JSON.stringify(pathToFileURL(join(root, 'src/load/compiled-validators.ts')).href) };

beforeAll(() => void buildSync({ entryPoints: [join(root, 'tests/support/load-one.ts')], outfile: program, bundle: true, platform: 'node', format: 'cjs', target: 'node20', define, logLevel: 'error' }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.concurrent('a file that is made to do harm is read in 2 s and 512 MiB and becomes findings', { timeout: 60_000 }, () => {
  it.each(hostileFiles.map((file, index) => ({ ...file, name: String(index) })))('$title', async ({ name, ...file }) => {
    const measured = await readAlone(file, name);
    expect(measured.findings).toBeGreaterThan(0);
    expect(measured).toMatchObject({ misplaced: 0, polluted: false });
    expect(measured.longest).toBeLessThan(3000);
    expect(measured.milliseconds).toBeLessThan(2000);
    expect(measured.mebibytes).toBeLessThan(512);
  });
});
