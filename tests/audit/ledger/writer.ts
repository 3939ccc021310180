import { digestOfName } from '../../../src/audit/ledger/ledger-digests.js';
import { verifyLedger } from '../../../src/audit/ledger/verify-ledger.js';
import { linesFor } from '../../../src/audit/ledger/write-entries.js';
import { appendToLedger } from '../../../src/cli/ledger/ledger-file.js';
import { ledgerName, sampleVersion } from './sample-ledger.js';

/** Writes one entry behind a ledger after the other: `node writer.mjs FILE COUNT`. What it reads has to be sound. */
const [path, count] = process.argv.slice(2) as [string, string];
process.stdout.write('ready\n');
for (let written = 0; written < Number(count); written += 1) appendToLedger(path, next, { patience: 60_000 });

function next(bytes: Uint8Array): string {
  const { entries, head, problem } = verifyLedger(bytes);
  if (problem !== undefined) throw new Error(problem.message);
  return linesFor({ ledger: ledgerName, size: entries.length, head: head ?? digestOfName(ledgerName) }, [sampleVersion(entries.length + 1)]).text;
}
