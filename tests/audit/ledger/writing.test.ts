import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/audit/ledger/verify-ledger.js';
import { realDisk, type Disk } from '../../../src/cli/ledger/disk.js';
import { appendToLedger } from '../../../src/cli/ledger/ledger-file.js';
import { attempt } from '../../support/attempt.js';
import { newFolder } from '../../support/git-repository.js';
import { root } from '../../support/imports.js';
import { sampleLedger } from './sample-ledger.js';
import { canMount, onSmallDisk } from './small-disk.js';

const [writer, filled] = ['writer', 'full-disk'].map((name) => join(newFolder(), `${name}.mjs`)) as [string, string];

beforeAll(() => {
  for (const [name, outfile] of [['writer', writer], ['full-disk', filled]] as const) buildSync({ entryPoints: [join(root, `tests/audit/ledger/${name}.ts`)], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
});

/** Starts a process that writes so many entries; it is killed so many milliseconds after it has begun. */
async function write(path: string, count: number, killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, [writer, path, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (killAfter !== undefined) child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), killAfter));
  return new Promise((resolve) => child.on('exit', resolve));
}

/** How many entries a ledger has, all of them whole and in order. */
function soundEntries(path: string): number {
  const { entries, problem } = verifyLedger(existsSync(path) ? readFileSync(path) : Buffer.alloc(0));
  expect(problem).toBeUndefined();
  return entries.length;
}

describe('whatever happens to who writes', () => {
  it('after 200 kills the old ledger or the new one is whole, and the next one goes on', async () => {
    const paths = ['a', 'b'].map((name) => join(newFolder(), `${name}.jsonl`));
    const sizes = paths.map(() => [0]);
    for (let wave = 0; wave < 25; wave += 1) {
      await Promise.all(Array.from({ length: 8 }, (_, index) => write(paths[index % 2]!, 1_000_000, Math.random() * 25)));
      for (const [index, path] of paths.entries()) sizes[index]!.push(soundEntries(path));
    }
    for (const each of sizes) expect(each).toEqual(each.toSorted((a, b) => a - b));
    expect(Math.max(...sizes.flat())).toBeGreaterThan(0);
    for (const path of paths) {
      expect(await write(path, 1)).toBe(0);
      expect(readdirSync(join(path, '..')).filter((name) => !name.endsWith('.left'))).toEqual([path.split('/').at(-1)]);
    }
  });

  it('eight who write at once leave no broken link and lose nothing', async () => {
    const path = join(newFolder(), 'ledger.jsonl');
    expect(await Promise.all(Array.from({ length: 8 }, async () => write(path, 12)))).toEqual(Array(8).fill(0));
    expect(soundEntries(path)).toBe(96);
  });
});

/** A disk whose call of a number fails; with all behind it, or alone. */
function failing(number: number, isForGood: boolean): Disk & { calls: number } {
  const disk = { ...realDisk, calls: 0 };
  for (const [name, call] of Object.entries(realDisk)) {
    (disk as unknown as Record<string, unknown>)[name] = (...args: readonly unknown[]) => {
      disk.calls += 1;
      if (disk.calls === number || (isForGood && disk.calls > number)) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
      return (call as (...given: readonly unknown[]) => unknown)(...args);
    };
  }
  return disk;
}

describe('when the disk is full', () => {
  const [before, after] = [sampleLedger(3), sampleLedger(4)];

  it.each([['for good', true], ['for one call', false]])('%s, at each call: the old ledger or the new one is whole, and what went wrong is told', (_, isForGood) => {
    const ends = new Set<string>();
    for (let number = 1; ; number += 1) {
      const path = join(newFolder(), 'ledger.jsonl');
      writeFileSync(path, before);
      const disk = failing(number, isForGood);
      const said = attempt(() => appendToLedger(path, () => after.slice(before.length), { disk }));
      const found = readFileSync(path, 'utf8');
      expect([before, after]).toContain(found);
      ends.add(`${found === after ? 'new' : 'old'}: ${said === undefined ? 'told as written' : 'told as not written'}`);
      if (said !== undefined) expect(said).toContain('ENOSPC');
      if (number > disk.calls) break;
      appendToLedger(path, (bytes) => (Buffer.from(bytes).toString() === before ? after.slice(before.length) : ''));
      expect([readFileSync(path, 'utf8'), readdirSync(join(path, '..'))]).toEqual([after, ['ledger.jsonl']]);
    }
    expect([...ends].sort()).toEqual(['new: told as written', 'old: told as not written']);
  });

  it('a write that takes only a part at a time is gone on with', () => {
    const path = join(newFolder(), 'ledger.jsonl');
    appendToLedger(path, () => after, { disk: { ...realDisk, writeSync: (file, bytes) => realDisk.writeSync(file, bytes.subarray(0, path.length + 500)) } });
    expect(readFileSync(path, 'utf8')).toBe(after);
  });
});

describe.skipIf(!canMount)('on a real disk that is full (skipped where nobody may mount one in a name space of their own)', () => {
  it('with every number of free pages, the old ledger or the new one is whole, nothing is left behind, and the next write goes on', () => {
    const folder = newFolder();
    const lines = execFileSync('unshare', onSmallDisk(folder, process.execPath, filled, folder), { encoding: 'utf8' }).trim().split('\n');
    const tries = lines.map((line) => JSON.parse(line) as { readonly found: string; readonly said?: string; readonly left: number; readonly isWhole: boolean });
    const ends = tries.map(({ found, said }) => `${found}: ${said === undefined ? 'told as written' : said.includes('ENOSPC') ? 'told as full' : said}`);
    expect(new Set(ends)).toEqual(new Set(['old: told as full', 'new: told as written']));
    expect(ends).toEqual(ends.toSorted().toReversed());
    expect(tries.map(({ left, isWhole }) => [left, isWhole])).toEqual(tries.map(() => [1, true]));
  });
});

describe('what lies in the way', () => {
  const lock = (holder: object): string => JSON.stringify(holder);

  it.each([
    ['a link', (path: string) => symlinkSync('/dev/null', path), 'is a link, and a ledger is an ordinary file.'],
    ['a folder', (path: string) => mkdirSync(path), 'is a folder, and a ledger is an ordinary file.'],
  ])('%s is refused and stays', (_, make, told) => {
    const path = join(newFolder(), 'ledger.jsonl');
    make(path);
    expect(attempt(() => appendToLedger(path, () => 'x\n'))).toContain(told);
    expect(readdirSync(join(path, '..'))).toEqual(['ledger.jsonl']);
  });

  it('the lock of a process that is gone is removed and told', () => {
    const path = join(newFolder(), 'ledger.jsonl');
    writeFileSync(`${path}.lock`, lock({ pid: 2 ** 22 + 1, host: hostname(), id: 'x' }));
    const said: string[] = [];
    appendToLedger(path, () => 'x\n', { say: (words) => said.push(words) });
    expect(said).toEqual([`A write that was cut off had left the lock \`${path}.lock\`. It is removed.`]);
    expect(readdirSync(join(path, '..'))).toEqual(['ledger.jsonl']);
  });

  it('the lock that somebody has left who was removing one is removed as well', () => {
    const path = join(newFolder(), 'ledger.jsonl');
    for (const name of ['.lock', '.lock.left']) writeFileSync(`${path}${name}`, lock({ pid: 2 ** 22 + 1, host: hostname(), id: name }));
    appendToLedger(path, () => 'x\n');
    writeFileSync(`${path}.lock.left`, lock({ pid: 2 ** 22 + 1, host: hostname(), id: 'z' }));
    appendToLedger(path, () => 'y\n');
    expect([readFileSync(path, 'utf8'), readdirSync(join(path, '..'))]).toEqual(['x\ny\n', ['ledger.jsonl']]);
  });

  it.each([
    ['a process that runs', { pid: process.ppid, host: hostname(), id: 'x' }],
    ['another machine', { pid: 2 ** 22 + 1, host: 'elsewhere.example', id: 'x' }],
  ])('the lock of %s is waited for, and then who holds it is told', (_, holder) => {
    const path = join(newFolder(), 'ledger.jsonl');
    writeFileSync(`${path}.lock`, lock(holder));
    expect(attempt(() => appendToLedger(path, () => 'x\n', { patience: 0 }))).toBe(`Process ${holder.pid} on ${holder.host} is writing this ledger. Try again in a moment; if nobody is, delete \`${path}.lock\`.`);
    expect(readdirSync(join(path, '..'))).toEqual(['ledger.jsonl.lock']);
  });

  it('nothing is written when the lock was taken away in between', () => {
    const path = join(newFolder(), 'ledger.jsonl');
    const told = attempt(() => appendToLedger(path, () => {
      writeFileSync(`${path}.lock`, lock({ pid: process.ppid, host: hostname(), id: 'y' }));
      return 'x\n';
    }));
    expect(told).toContain('Somebody has taken away the lock');
    expect(readdirSync(join(path, '..'))).toEqual(['ledger.jsonl.lock']);
  });

  it('what a write has left that was cut off is removed, and nothing else', () => {
    const folder = newFolder();
    const path = join(folder, 'ledger.jsonl');
    for (const name of ['ledger.jsonl.0b0f9a5e-3c0b-4e6e-9c1e-0123456789ab.tmp', 'ledger.jsonl.mine.tmp', 'other.0b0f9a5e-3c0b-4e6e-9c1e-0123456789ab.tmp']) writeFileSync(join(folder, name), '');
    appendToLedger(path, () => 'x\n');
    expect(readdirSync(folder)).toEqual(['ledger.jsonl', 'ledger.jsonl.mine.tmp', 'other.0b0f9a5e-3c0b-4e6e-9c1e-0123456789ab.tmp']);
  });
});
