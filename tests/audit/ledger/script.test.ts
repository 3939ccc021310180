import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printCheckpoint } from '../../../src/audit/ledger/checkpoint.js';
import { verifyLedger } from '../../../src/audit/ledger/verify-ledger.js';
import { newFolder } from '../../support/git-repository.js';
import { root } from '../../support/imports.js';
import { hasPython, script } from './python.js';
import { ledgerName, sampleLedger } from './sample-ledger.js';

it('the script in the page about the ledger is the one that the tests run', () => {
  const [, printed] = /```python\n(.*?)```\n/s.exec(readFileSync(join(root, 'docs/ledger.md'), 'utf8')) ?? [];
  expect(printed).toBe(readFileSync(script, 'utf8'));
});

describe.skipIf(!hasPython)('the script (skipped without python3)', () => {
  const folder = newFolder();
  const ledger = join(folder, 'ledger.jsonl');
  const checkpoint = join(folder, 'checkpoint');
  writeFileSync(ledger, sampleLedger(20));
  const head = verifyLedger(readFileSync(ledger)).head!;
  writeFileSync(checkpoint, printCheckpoint({ ledger: ledgerName, size: 20, head }));
  writeFileSync(join(folder, 'shorter.jsonl'), sampleLedger(15));

  it.each<[readonly string[], number, string]>([
    [[ledger], 0, `sound - 20 ${head}\n`],
    [[ledger, '20', head], 0, `sound - 20 ${head}\n`],
    [[ledger, '--checkpoint', checkpoint], 0, `sound - 20 ${head}\n`],
    [[join(folder, 'shorter.jsonl'), '--checkpoint', checkpoint], 1, 'truncated 16 - -\n'],
  ])('%j', (args, status, stdout) => {
    expect(spawnSync('python3', ['-B', script, ...args], { encoding: 'utf8' })).toMatchObject({ status, stdout });
  });

  it.each<[string, readonly string[]]>([
    ['a checkpoint without its option', [ledger, checkpoint]],
    ['an option that is misspelt', [ledger, '--Checkpoint', checkpoint]],
    ['a size alone', [ledger, '20']],
    ['a size of nothing', [ledger, '0', head]],
    ['a checkpoint and more', [ledger, '--checkpoint', checkpoint, '20']],
    ['a checkpoint that is none', [ledger, '--checkpoint', ledger]],
    ['a checkpoint that is not there', [ledger, '--checkpoint', join(folder, 'none')]],
    ['nothing at all', []],
  ])('calls nothing sound that was asked for with %s', (_, args) => {
    const { status, stdout, stderr } = spawnSync('python3', ['-B', script, ...args], { encoding: 'utf8' });
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
  });
});
