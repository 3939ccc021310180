import { lstatSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { printCheckpoint, readCheckpoint, type Checkpoint } from '../../audit/ledger/checkpoint.js';
import { verifyLedger } from '../../audit/ledger/verify-ledger.js';
import { count } from '../../base/words.js';
import type { ToldAnchor } from '../../report/ledger/ledger-results.js';
import type { CheckpointOptions } from '../commands/ledger.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { writeFileWhole } from '../write-artifacts.js';
import { ledgerPlace, readLedger } from './ledger-place.js';
import { isSignature, signatureOf } from './ssh-keygen.js';

/** Writes down what a ledger is now. */
export function runCheckpoint(console: Console, file: string | undefined, { workspace, write, signKey }: CheckpointOptions): ExitCode {
  if (signKey !== undefined && write === undefined) throw new Failure(exitCodes.usage, 'The signature is written beside the checkpoint. Name the file of that with `--write`.');
  const place = ledgerPlace(console, file, workspace);
  const { problem, entries, head } = verifyLedger(readLedger(place));
  if (problem !== undefined) throw new Failure(exitCodes.findings, `\`${place.name}\` is not as it should be, so there is no checkpoint of it. ${problem.message}`);
  if (head === undefined) throw new Failure(exitCodes.findings, `\`${place.name}\` is empty, and of an empty ledger there is no checkpoint. Run \`waymark ledger seal\` first.`);
  const checkpoint: Checkpoint = { ledger: entries[0]!.ledger, size: entries.length, head };
  if (write === undefined) console.print(printCheckpoint(checkpoint));
  else writeCheckpoint(console, checkpoint, write, signKey);
  return exitCodes.clean;
}

/** Writes a checkpoint, and beside it its signature where a key is named. Nothing is written where it cannot be signed. */
export function writeCheckpoint(console: Console, checkpoint: Checkpoint, file: string, signKey: string | undefined): ToldAnchor {
  const path = resolve(console.folder, file);
  refuseToReplace(console, file, signKey !== undefined);
  const text = printCheckpoint(checkpoint);
  const signature = signKey === undefined ? undefined : signatureOf(text, resolve(console.folder, signKey));
  writeFileWhole(path, text);
  if (signature !== undefined) writeFileWhole(`${path}.sig`, signature);
  console.warn(`Checkpoint of ${count(checkpoint.size, 'entry', 'entries')} written to ${file}${signature === undefined ? '' : `, its signature to ${file}.sig`}. Keep it where whoever can change the ledger cannot change it.\n`);
  return { ...checkpoint, file, signature: signature === undefined ? 'none' : 'good', isBeside: false };
}

/** Refuses a name under which something else lies than what is to be written there. */
export function refuseToReplace({ folder }: Pick<Console, 'folder'>, file: string, isSigned: boolean): void {
  refuseOther(resolve(folder, file), file, (text) => readCheckpoint(text) !== undefined);
  if (isSigned) refuseOther(resolve(folder, `${file}.sig`), `${file}.sig`, isSignature);
}

/** What is there already may be an older checkpoint, and beside it its signature; nothing else is written over. */
function refuseOther(path: string, name: string, isOlder: (text: string) => boolean): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return;
  if (!stats.isFile()) throw new Failure(exitCodes.usage, `\`${name}\` is no ordinary file. Name another one for the checkpoint.`);
  if (stats.size > largest || !isOlder(readFileSync(path, 'utf8'))) throw new Failure(exitCodes.usage, `\`${name}\` is there already and is no older ${name.endsWith('.sig') ? 'signature' : 'checkpoint'}, so it is not written over. Name another file for the checkpoint.`);
}

/** No checkpoint and no signature is as long, in bytes. */
const largest = 64 * 1024;
