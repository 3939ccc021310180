import { spawnSync } from 'node:child_process';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/** What signatures of checkpoints are for. A signature that was made for something else is none of them. */
export const signatureNamespace = 'waymark-ledger';

/** Signs a text with a key of the user's own; `ssh-keygen` asks for its passphrase, or the agent that holds the key. */
export function signatureOf(text: string, keyFile: string): string {
  const { status, stdout, stderr } = sshKeygen(['-Y', 'sign', '-n', signatureNamespace, '-f', keyFile], text);
  if (status !== 0 || !isSignature(stdout)) throw new Failure(exitCodes.unreadable, `\`${keyFile}\` cannot sign: ${lastLine(stderr)}`);
  return stdout;
}

/** Whether a text begins as a signature of `ssh-keygen` does. */
export function isSignature(text: string): boolean {
  return text.startsWith('-----BEGIN SSH SIGNATURE-----');
}

/** Who is trusted, and what they are to have signed. */
export interface Signed {
  readonly text: string;
  readonly signatureFile: string;
  readonly allowedSigners: string;
  /** One of the names in the list of keys. */
  readonly identity: string;
}

/** Why a text is not signed by a key of that name in the list; `undefined` where it is. */
export function whyNotSigned({ text, signatureFile, allowedSigners, identity }: Signed): string | undefined {
  const { status, stdout, stderr } = sshKeygen(['-Y', 'verify', '-n', signatureNamespace, '-f', allowedSigners, '-I', identity, '-s', signatureFile], text);
  return status === 0 && stdout.startsWith('Good ') ? undefined : lastLine(stderr || stdout);
}

function sshKeygen(args: readonly string[], input: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr, error } = spawnSync('ssh-keygen', args, { input, encoding: 'utf8', timeout: 120_000, windowsHide: true });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') throw new Failure(exitCodes.unreadable, '`ssh-keygen` cannot be run, and signatures are made and verified by it. Install OpenSSH 8.2 or newer, or see that it is on the PATH.');
  return { status, stdout, stderr };
}

function lastLine(text: string): string {
  return text.split('\n').map((line) => line.trim()).findLast((line) => line !== '') ?? 'ssh-keygen gives no reason.';
}
