import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sealedRepository } from '../audit/ledger/sealed-repository.js';
import { root } from '../support/imports.js';
import { folderWith, waymark } from './harness.js';

/** What becomes of a call of a file of the sources in a process of its own, which is stopped where it does not end. */
function inProcess(file: string, call: string): { readonly status: number | null; readonly stdout: string } {
  const code = `import(${JSON.stringify(pathToFileURL(join(root, file)).href)}).then((file) => process.stdout.write(String(${call}))).catch((error) => process.stdout.write(error.message))`;
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', '-e', code], { encoding: 'utf8', cwd: root, timeout: 20_000, killSignal: 'SIGKILL' });
  return { status, stdout };
}

describe.runIf(existsSync('/proc/self'))('where a system says of a folder that cannot be made that it is missing', () => {
  it('a file ends with what the system said', () => {
    expect(inProcess('src/cli/write-artifacts.ts', 'file.writeFileWhole("/proc/nope/inner/file", "")')).toEqual({ status: 0, stdout: expect.stringMatching(/^`\/proc\/nope\/inner\/file` cannot be written: ENOENT: .*mkdir '\/proc\/nope'$/) as string });
  });

  it('what is kept for the next run is kept nowhere', () => {
    expect(inProcess('src/cli/cache-folder.ts', 'JSON.stringify(file.cacheFolder({ XDG_CACHE_HOME: "/proc/nope" }))')).toEqual({ status: 0, stdout: expect.stringMatching(/^\{"problem":"ENOENT: .* Name a folder of your own in XDG_CACHE_HOME\."\}$/) as string });
  });
});

describe('an output that cannot be written', () => {
  const { folder } = sealedRepository();
  const place = folderWith({ 'a-file': 'Mine.' });
  symlinkSync(join(place, 'loop'), join(place, 'loop'));
  const hopeless = ['a-file/out', 'loop/out', 'x'.repeat(300), `${'x'.repeat(300)}/out`];
  const verbs: readonly ((out: string) => readonly string[])[] = [
    (out) => ['ledger', 'seal', '--checkpoint', out],
    (out) => ['ledger', 'checkpoint', '--write', out],
    (out) => ['ledger', 'export', '--out', out],
    (out) => ['site', '--out', out],
    (out) => ['generate', 'json-schema', '--out', out],
    (out) => ['validate', '--format', `json=${out}`],
    (out) => ['history', 'claims', '--format', `json=${out}`],
  ];

  it.each(hopeless)('is told in one line with its path, and is no defect: %s', async (name) => {
    expect((await waymark(folder, ['ledger', 'seal'])).code).toBe(0);
    for (const verb of verbs) {
      const { code, out, err } = await waymark(folder, verb(join(place, name)));
      expect([verb(name).slice(0, 2), code, out]).toEqual([verb(name).slice(0, 2), 3, '']);
      expect(err.split('\n').filter((line) => line.startsWith('waymark: '))).toHaveLength(1);
      expect(err).toContain(name.slice(0, 3));
    }
  });
});
