import { basename, dirname } from 'node:path';
import { verifyLedger } from '../../audit/ledger/verify-ledger.js';
import { shown } from '../../base/words.js';
import { committedFile, type CommittedFile } from '../../load/committed-file.js';
import type { ToldAnchor } from '../../report/ledger/ledger-results.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/**
 * The ledger as a commit of its own repository holds it: what was committed there cannot be cut off or written anew unseen here. Where its
 * workspace lay elsewhere then, it is known by its name. Of several of that name the longest vouches, and only where this one goes on from each of them: whoever
 * moves a workspace could else choose which of them it is held to.
 *
 * @param bytes - The ledger that lies here.
 */
export function committedAnchor(ledgerFile: string, bytes: Uint8Array, ref: string): ToldAnchor {
  const name = verifyLedger(bytes).entries[0]?.ledger;
  const isMeant = (other: Uint8Array): boolean => name === undefined || verifyLedger(other).entries[0]?.ledger === name;
  const file = committedFile({ folder: dirname(ledgerFile), name: basename(ledgerFile), isMeant }, ref);
  if ('problem' in file) throw new Failure(exitCodes.unreadable, `${file.problem} \`--anchor\` compares the ledger with what a commit of its repository holds.`);
  const own = anchorIn(file);
  if (!isMet(bytes, own)) return own;
  const others = file.others.map(anchorIn);
  const rival = others.find((each) => !isMet(bytes, each));
  if (rival !== undefined) throw new Failure(exitCodes.findings, `${own.commit!.label} holds several ledgers that are called \`${shown(name)}\`. This one goes on from the one at its place, and not from the one in ${rival.commit!.label}, so nobody can tell which of them vouches for it. Verify it with a checkpoint, or with \`--size\` and \`--head\`.`);
  return [own, ...others].reduce((longest, each) => (each.size > longest.size ? each : longest));
}

function isMet(bytes: Uint8Array, anchor: ToldAnchor): boolean {
  return verifyLedger(bytes, anchor).vouchedFor > 0;
}

function anchorIn({ bytes, label, isById }: CommittedFile): ToldAnchor {
  const { problem, entries, head } = verifyLedger(bytes);
  if (problem !== undefined) throw new Failure(exitCodes.findings, `The ledger as ${label} holds it is not as it should be, so it vouches for nothing. ${problem.message}`);
  if (head === undefined) throw new Failure(exitCodes.findings, `The ledger as ${label} holds it is empty, so it vouches for nothing. Name a later commit.`);
  return { ledger: entries[0]!.ledger, size: entries.length, head, source: `the ledger in ${label}`, commit: { label, isById }, signature: 'none', isBeside: !isById };
}
