import { basename, dirname } from 'node:path';
import { verifyLedger } from '../../audit/ledger/verify-ledger.js';
import { committedFile } from '../../load/committed-file.js';
import type { ToldAnchor } from '../../report/ledger/ledger-results.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/**
 * The ledger as a commit of its own repository holds it: what was committed there cannot be cut off or written anew unseen here. Where its
 * workspace lay elsewhere then, it is known by its name.
 *
 * @param name - Of the ledger that lies here, where it says one.
 */
export function committedAnchor(ledgerFile: string, name: string | undefined, ref: string): ToldAnchor {
  const isMeant = (bytes: Uint8Array): boolean => name === undefined || verifyLedger(bytes).entries[0]?.ledger === name;
  const file = committedFile({ folder: dirname(ledgerFile), name: basename(ledgerFile), isMeant }, ref);
  if ('problem' in file) throw new Failure(exitCodes.unreadable, `${file.problem} \`--anchor\` compares the ledger with what a commit of its repository holds.`);
  const { problem, entries, head } = verifyLedger(file.bytes);
  if (problem !== undefined) throw new Failure(exitCodes.findings, `The ledger as ${file.label} holds it is not as it should be, so it vouches for nothing. ${problem.message}`);
  if (head === undefined) throw new Failure(exitCodes.findings, `The ledger as ${file.label} holds it is empty, so it vouches for nothing. Name a later commit.`);
  return { ledger: entries[0]!.ledger, size: entries.length, head, source: `the ledger in ${file.label}`, commit: { label: file.label, isById: file.isById }, signature: 'none', isBeside: !file.isById };
}
