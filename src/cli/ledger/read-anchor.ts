import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { readCheckpoint } from '../../audit/ledger/checkpoint.js';
import { leadsOut } from '../../base/paths.js';
import { storeAround, topAround } from '../../load/git/find-repository.js';
import type { ToldAnchor } from '../../report/ledger/ledger-results.js';
import type { VerifyOptions } from '../commands/ledger.js';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { committedAnchor } from './committed-anchor.js';
import { repositoryComparedWith } from './governed-branch.js';
import { whyNotSigned } from './ssh-keygen.js';

/**
 * What the caller knows of the ledger from elsewhere; `undefined` where that is nothing.
 *
 * @param bytes - The ledger as it lies here.
 */
export function readAnchor(console: Console, ledgerFile: string, bytes: Uint8Array, options: VerifyOptions): ToldAnchor | undefined {
  refuseHalves(options);
  if (options.anchor !== undefined) return committedAnchor(ledgerFile, bytes, options.anchor);
  if (options.checkpoint !== undefined) return checkpointAnchor(console, ledgerFile, options.checkpoint, options);
  return options.size === undefined ? undefined : { size: options.size, head: options.head!, signature: 'none', isBeside: false };
}

function refuseHalves({ anchor, checkpoint, size, head, signature, allowedSigners, identity }: VerifyOptions): void {
  const refuse = (words: string): never => {
    throw new Failure(exitCodes.usage, words);
  };
  if ((size === undefined) !== (head === undefined)) refuse('`--size` and `--head` belong together: how many entries the ledger had, and the digest of its last line then.');
  if (checkpoint !== undefined && size !== undefined) refuse('Give a checkpoint, or `--size` and `--head`; not both.');
  if (anchor !== undefined && (checkpoint ?? size) !== undefined) refuse('Give a commit with `--anchor`, a checkpoint, or `--size` and `--head`; only one of them.');
  if ((allowedSigners === undefined) !== (identity === undefined)) refuse('`--allowed-signers` and `--identity` belong together: the list of keys that you trust, and the name in it that has to have signed.');
  if (checkpoint === undefined && (signature ?? allowedSigners) !== undefined) refuse('A signature is that of a checkpoint. Name it with `--checkpoint`.');
  if (signature !== undefined && allowedSigners === undefined) refuse('A signature says nothing without the keys that you trust. Name their list with `--allowed-signers`, and with `--identity` who has to have signed.');
}

function checkpointAnchor(console: Console, ledgerFile: string, file: string, { signature, allowedSigners, identity, fileOnly }: VerifyOptions): ToldAnchor {
  const { folder } = console;
  const path = resolve(folder, file);
  const text = readSmall(path, file);
  const checkpoint = readCheckpoint(text);
  if (checkpoint === undefined) throw new Failure(exitCodes.findings, `\`${file}\` is no checkpoint: three lines with the name of the ledger, the number of entries and the digest of the last line, as \`waymark ledger checkpoint\` writes them.`);
  const isBeside = liesWith(ledgerFile, path);
  if (allowedSigners === undefined) return { ...checkpoint, file, signature: 'none', isBeside };
  const keys = resolve(folder, allowedSigners);
  refuseOwnKeys(ledgerFile, keys, allowedSigners);
  if (fileOnly !== true) refuseComparedKeys(repositoryComparedWith(console, dirname(ledgerFile)), keys, allowedSigners);
  const signatureFile = resolve(folder, signature ?? `${file}.sig`);
  for (const [each, name] of [[keys, allowedSigners], [signatureFile, signature ?? `${file}.sig`]] as const) readSmall(each, name);
  const why = whyNotSigned({ text, signatureFile, allowedSigners: keys, identity: identity! });
  return { ...checkpoint, file, signature: why === undefined ? 'good' : 'bad', signer: identity!, isBeside, ...(why === undefined ? {} : { why }) };
}

/** Whoever can change the ledger could name their own key in a list that lies beside it. */
function refuseOwnKeys(ledgerFile: string, path: string, name: string): void {
  if (!liesWith(ledgerFile, path)) return;
  throw new Failure(exitCodes.usage, `\`${name}\` lies in the same place as the ledger: whoever can change the one can name a key of their own in the other. Take the list of keys from outside of it.`);
}

/** What a ledger from elsewhere is compared with says no more than whoever can change it lets it say, and so would its list of keys. */
function refuseComparedKeys(repository: string | undefined, path: string, name: string): void {
  if (repository === undefined || !liesIn(repository, path)) return;
  throw new Failure(exitCodes.usage, `\`${name}\` lies in the repository that the ledger is compared with: whoever can change the one can name a key of their own in the other. Take the list of keys from outside of it, or compare with no repository (\`--file-only\`).`);
}

/** Whether a file lies in the repository of the ledger, or without one in its folder. */
function liesWith(ledgerFile: string, path: string): boolean {
  return liesIn(topAround(dirname(ledgerFile)) ?? dirname(ledgerFile), path);
}

/** By its name, or by where a link leads. Another worktree of one repository is the same place: a commit there is one here. */
function liesIn(around: string, path: string): boolean {
  const store = storeAround(around);
  const folders = [around, realPath(around), ...(store === undefined ? [] : [store])];
  return [path, realPath(path)].some((each) => folders.some((folder) => !leadsOut(relative(folder, each))) || (store !== undefined && storeAround(dirname(each)) === store));
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

const largest = 1024 * 1024;

function readSmall(path: string, name: string): string {
  try {
    const stats = lstatSync(realPath(path));
    if (!stats.isFile()) throw new Error('it is no ordinary file');
    if (stats.size > largest) throw new Error('it is larger than such a file can be');
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(exitCodes.unreadable, `\`${name}\` cannot be read: ${(error as Error).message}.`);
  }
}
