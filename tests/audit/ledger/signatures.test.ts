import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { waymark, type Run } from '../../cli/harness.js';
import { newFolder, repositoryIn } from '../../support/git-repository.js';
import { chainedAnew, linesOf, sampleLedger } from './sample-ledger.js';

const hasSshKeygen = spawnSync('ssh-keygen', ['-Y', 'sign'], { encoding: 'utf8' }).stderr?.includes('Too few arguments') === true;

describe.skipIf(!hasSshKeygen)('signed checkpoints (skipped without ssh-keygen of OpenSSH 8.2 or newer)', () => {
  const [folder, elsewhere] = [newFolder(), newFolder()];
  const file = (name: string): string => join(elsewhere, name);
  const trusted = ['--allowed-signers', file('keys'), '--identity', 'auditor@example.org'];

  function makeKey(name: string): string {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', file(name)]);
    return readFileSync(file(`${name}.pub`), 'utf8');
  }

  async function verify(...args: readonly string[]): Promise<Run> {
    return waymark(folder, ['ledger', 'verify', 'ledger.jsonl', '--file-only', ...args]);
  }

  beforeAll(async () => {
    repositoryIn(folder, '.');
    writeFileSync(join(folder, 'ledger.jsonl'), sampleLedger(20));
    writeFileSync(file('keys'), `auditor@example.org ${makeKey('auditor')}other@example.org ${makeKey('other')}`);
    makeKey('mallory');
    for (const [name, key] of [['signed', 'auditor'], ['by-other', 'other'], ['by-mallory', 'mallory']] as const) {
      expect((await waymark(folder, ['ledger', 'checkpoint', 'ledger.jsonl', '--write', file(name), '--sign-key', file(key)])).code).toBe(0);
    }
  });

  it('vouch for the entries and say by whom', async () => {
    const { code, out } = await verify('--checkpoint', file('signed'), ...trusted);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain(`The checkpoint \`${file('signed')}\` vouches for the first 20 entries, signed by \`auditor@example.org\`.`);
    expect(out).not.toContain('written anew, because');
  });

  it('show a ledger that was chained anew, and one that was cut off', async () => {
    const lines = linesOf(sampleLedger(20));
    for (const [content, told] of [[chainedAnew(lines.map((line) => line.replace('a-huber', 'm-mallory'))), 'are not those that the checkpoint vouches for'], [sampleLedger(15), 'ends after 15 of the 20 entries']] as const) {
      const own = newFolder();
      writeFileSync(join(own, 'ledger.jsonl'), content);
      const { code, out } = await waymark(own, ['ledger', 'verify', 'ledger.jsonl', '--checkpoint', file('signed'), ...trusted]);
      expect([code, out.replace(/\s+/g, ' ')]).toEqual([1, expect.stringContaining(told)]);
    }
  });

  it.each<[string, () => readonly string[]]>([
    ['somebody whose key is in no list', () => ['--checkpoint', file('by-mallory'), ...trusted]],
    ['somebody else of the list', () => ['--checkpoint', file('by-other'), ...trusted]],
    ['nobody of that name', () => ['--checkpoint', file('signed'), '--allowed-signers', file('keys'), '--identity', 'nobody@example.org']],
    ['the right one, but another text', () => ['--checkpoint', file('signed'), '--signature', file('by-other.sig'), ...trusted]],
    ['the right one, for another purpose', () => {
      writeFileSync(file('mail'), readFileSync(file('signed')));
      execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-n', 'mail', '-f', file('auditor'), file('mail')], { stdio: 'ignore' });
      return ['--checkpoint', file('mail'), ...trusted];
    }],
  ])('are worth nothing when they are signed by %s', async (_, args) => {
    const { code, out } = await verify(...args());
    expect([code, out.replace(/\s+/g, ' ')]).toEqual([1, expect.stringMatching(/is not signed by `.*`, so it vouches for nothing/)]);
  });

  it('are worth nothing when the checkpoint was changed after it was signed', async () => {
    writeFileSync(file('changed'), readFileSync(file('signed'), 'utf8').replace('\n20\n', '\n19\n'));
    const { code, out } = await verify('--checkpoint', file('changed'), '--signature', file('signed.sig'), ...trusted);
    expect([code, out.includes('vouches for nothing')]).toEqual([1, true]);
  });

  it('are not verified by a list of keys from the repository of the ledger, however it is reached', async () => {
    const mallory = `auditor@example.org ${readFileSync(file('mallory.pub'), 'utf8')}`;
    mkdirSync(join(folder, 'trust'));
    writeFileSync(join(folder, 'trust/keys'), mallory);
    symlinkSync(join(folder, 'trust/keys'), file('link-into'));
    symlinkSync(file('keys'), join(folder, 'link-out'));
    for (const keys of ['trust/keys', join(folder, 'trust/keys'), file('link-into'), 'link-out']) {
      const { code, out, err } = await verify('--checkpoint', file('by-mallory'), '--allowed-signers', keys, '--identity', 'auditor@example.org');
      expect([code, out, err.includes('Take the list of keys from outside of it.')]).toEqual([2, '', true]);
    }
  });

  it('are not verified by a list of keys from another worktree of the repository, in which a checkpoint lies in the same place too', async () => {
    const git = (...args: readonly string[]): unknown => execFileSync('git', ['-C', folder, '-c', 'user.name=Ada', '-c', 'user.email=a@b.example', ...args], { stdio: 'ignore' });
    git('commit', '-q', '--allow-empty', '-m', 'Begin');
    git('worktree', 'add', '-q', file('worktree'));
    for (const [place, ledgerPlace] of [[file('worktree'), folder], [join(folder, '.git'), file('worktree')]] as const) {
      writeFileSync(join(place, 'keys'), `auditor@example.org ${readFileSync(file('mallory.pub'), 'utf8')}`);
      writeFileSync(join(place, 'checkpoint'), readFileSync(file('by-mallory')));
      writeFileSync(join(ledgerPlace, 'ledger.jsonl'), sampleLedger(20));
      const verifyThere = async (...args: readonly string[]): Promise<Run> => waymark(ledgerPlace, ['ledger', 'verify', 'ledger.jsonl', '--file-only', ...args]);
      expect(await verifyThere('--checkpoint', file('by-mallory'), '--allowed-signers', join(place, 'keys'), '--identity', 'auditor@example.org')).toMatchObject({ code: 2, out: '', err: expect.stringContaining('lies in the same place as the ledger') as string });
      expect((await verifyThere('--checkpoint', join(place, 'checkpoint'))).out.replace(/\s+/g, ' ')).toContain('it lies in the same place as the ledger');
    }
  });

  it('are not verified by a list of keys from the repository that a ledger from elsewhere is compared with', async () => {
    const mallory = file('by-mallory');
    writeFileSync(file('ledger.jsonl'), sampleLedger(20));
    writeFileSync(join(folder, 'own-keys'), `auditor@example.org ${readFileSync(file('mallory.pub'), 'utf8')}`);
    const args = ['ledger', 'verify', file('ledger.jsonl'), '--checkpoint', mallory, '--allowed-signers', 'own-keys', '--identity', 'auditor@example.org'];
    expect(await waymark(folder, args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('lies in the repository that the ledger is compared with') as string });
    expect((await waymark(folder, [...args, '--file-only'])).code).toBe(0);
  });

  it('are written over older ones, and their signature over nothing else', async () => {
    writeFileSync(file('kept.sig'), 'mine');
    const write = async (name: string): Promise<Run> => waymark(folder, ['ledger', 'checkpoint', 'ledger.jsonl', '--write', file(name), '--sign-key', file('auditor')]);
    expect([(await write('twice')).code, (await write('twice')).code]).toEqual([0, 0]);
    expect(await write('kept')).toMatchObject({ code: 2, err: expect.stringContaining('is there already and is no older signature') as string });
    expect([readFileSync(file('kept.sig'), 'utf8'), existsSync(file('kept'))]).toEqual(['mine', false]);
  });

  it('that are not there are told', async () => {
    expect(await verify('--checkpoint', file('signed'), '--signature', 'nothing', ...trusted)).toMatchObject({ code: 3, err: expect.stringContaining('`nothing` cannot be read') as string });
  });

  it('are not made by a key that is none, and then no checkpoint is written', async () => {
    const { code, err } = await waymark(folder, ['ledger', 'checkpoint', 'ledger.jsonl', '--write', 'unsigned', '--sign-key', 'ledger.jsonl']);
    expect([code, err]).toEqual([3, expect.stringContaining('`')]);
    expect(() => readFileSync(join(folder, 'unsigned'))).toThrow('ENOENT');
  });
});

describe('without a signature', () => {
  it('a checkpoint vouches, and it is said what it is worth', async () => {
    const [folder, elsewhere] = [newFolder(), newFolder()];
    writeFileSync(join(folder, 'ledger.jsonl'), sampleLedger(3));
    const { out } = await waymark(folder, ['ledger', 'checkpoint', 'ledger.jsonl']);
    for (const [place, told] of [[folder, 'it lies in the same place as the ledger: whoever can change the one can change the other.'], [elsewhere, 'it is worth as much as the place that it comes from.']] as const) {
      writeFileSync(join(place, 'checkpoint'), out);
      const run = await waymark(folder, ['ledger', 'verify', 'ledger.jsonl', '--checkpoint', join(place, 'checkpoint')]);
      expect([run.code, run.out.replace(/\s+/g, ' ')]).toEqual([0, expect.stringContaining(told)]);
    }
  });

  it('and without ssh-keygen it is said what to install', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'ledger.jsonl'), sampleLedger(3));
    vi.stubEnv('PATH', folder);
    const { code, err } = await waymark(folder, ['ledger', 'checkpoint', 'ledger.jsonl', '--write', 'checkpoint', '--sign-key', 'key']);
    expect([code, err]).toEqual([3, expect.stringContaining('`ssh-keygen` cannot be run')]);
  });

  it('of a ledger that is broken or empty there is no checkpoint', async () => {
    const folder = newFolder();
    for (const [content, told] of [['', 'is empty'], [sampleLedger(3).slice(0, -1), 'is not as it should be']] as const) {
      writeFileSync(join(folder, 'ledger.jsonl'), content);
      expect(await waymark(folder, ['ledger', 'checkpoint', 'ledger.jsonl'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining(told) as string });
    }
  });
});
