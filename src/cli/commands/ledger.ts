import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Console } from '../console.js';
import type { ExitCode } from '../exit-codes.js';
import { dayOption, formatsOption, type FormatTarget } from '../options.js';
import { refOption } from '../past-options.js';

/** Options of every verb of a ledger. */
interface LedgerOptions {
  readonly workspace?: string;
  readonly format: readonly FormatTarget[];
  readonly color?: boolean;
}

/** How `waymark ledger seal` is asked for. */
export interface SealOptions extends LedgerOptions {
  readonly ref?: string;
  readonly checkpoint?: string;
  readonly signKey?: string;
}

/** How `waymark ledger verify` is asked for. */
export interface VerifyOptions extends LedgerOptions {
  readonly anchor?: string;
  readonly checkpoint?: string;
  readonly signature?: string;
  readonly allowedSigners?: string;
  readonly identity?: string;
  readonly size?: number;
  readonly head?: string;
  readonly fileOnly?: boolean;
  readonly ref?: string;
}

/** How `waymark ledger checkpoint` is asked for. */
export interface CheckpointOptions {
  readonly workspace?: string;
  readonly write?: string;
  readonly signKey?: string;
}

/** How `waymark ledger export` is asked for. */
export interface ExportOptions {
  readonly out: string;
  readonly workspace?: string;
  readonly ref?: string;
  readonly asOf?: string;
  readonly signKey?: string;
}

/** `waymark ledger`: the register of released versions that shows whether anybody rewrote it. */
export function addLedger(program: Command, console: Console, finish: (code: ExitCode) => void): void {
  const ledger = program
    .command('ledger')
    .summary('keep and verify a register of released versions')
    .description('Keeps a register of the versions that the governed branch has released, in which each line says what the line before was, so that it shows when somebody changes one of them. It proves what was written and in which order; who wrote and who agreed is known by the code host alone.');
  addSeal(ledger, console, finish);
  addVerify(ledger, console, finish);
  addCheckpoint(ledger, console, finish);
  addExport(ledger, console, finish);
}

function addSeal(ledger: Command, console: Console, finish: (code: ExitCode) => void): void {
  ledger
    .command('seal')
    .summary('write down what was released since the last time')
    .description('Writes every version that the governed branch has released since the last seal behind `ledger.jsonl` of the workspace, in the order of the branch. A ledger that was touched, or that says something else than the branch, is left as it is.')
    .addOption(refOption())
    .option('--checkpoint <file>', 'also write down what the ledger is now, to be kept elsewhere')
    .option('--sign-key <file>', 'sign the checkpoint with this ssh key; the signature is written beside it, with `.sig` behind')
    .addOption(workspaceOption())
    .addOption(formatsOption(['text', 'json']))
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .action(async (options: SealOptions) => finish((await import('../ledger/run-seal.js')).runSeal(console, options)));
}

function addVerify(ledger: Command, console: Console, finish: (code: ExitCode) => void): void {
  ledger
    .command('verify')
    .summary('tell whether the register is as it was sealed, and what cannot be told')
    .description('Verifies a ledger line by line, against a checkpoint or an older commit if one is named, and against the governed branch. It names the first line that is wrong, and says what it cannot exclude.')
    .argument('[file]', 'the ledger, else `ledger.jsonl` of the workspace')
    .option('--checkpoint <file>', 'what the ledger was earlier, from somewhere that whoever may change the ledger cannot change')
    .option('--allowed-signers <file>', 'keys that you trust, as ssh-keygen reads them, from outside of the repository of the ledger')
    .option('--identity <name>', 'who of them has to have signed the checkpoint')
    .option('--signature <file>', 'the signature of the checkpoint, else its file with `.sig` behind')
    .option('--anchor <ref>', 'instead of a checkpoint: the ledger as this branch, tag or commit of its repository holds it, such as `origin/main` or the id of an older commit')
    .addOption(new Option('--size <n>', 'instead of a checkpoint: how many entries the ledger had').argParser(parseSize))
    .addOption(new Option('--head <digest>', 'and the digest of its last line then').argParser(parseHead))
    .addOption(refOption())
    .option('--file-only', 'do not compare the entries with the branch, for a ledger without its repository')
    .addOption(workspaceOption())
    .addOption(formatsOption(['text', 'json']))
    .option('--color', 'colour the output')
    .option('--no-color', 'do not colour the output')
    .action(async (file: string | undefined, options: VerifyOptions) => finish((await import('../ledger/run-verify.js')).runVerify(console, file, options)));
}

function addCheckpoint(ledger: Command, console: Console, finish: (code: ExitCode) => void): void {
  ledger
    .command('checkpoint')
    .summary('write down what the register is now')
    .description('Prints what a ledger is now in three lines: its name, how many entries it has, and the digest of the last line. Kept where nobody can change it who can change the ledger, it shows later whether entries were cut off or written anew.')
    .argument('[file]', 'the ledger, else `ledger.jsonl` of the workspace')
    .option('--write <file>', 'write it to this file instead')
    .option('--sign-key <file>', 'sign it with this ssh key; the signature is written beside it, with `.sig` behind')
    .addOption(workspaceOption())
    .action(async (file: string | undefined, options: CheckpointOptions) => finish((await import('../ledger/run-checkpoint.js')).runCheckpoint(console, file, options)));
}

function addExport(ledger: Command, console: Console, finish: (code: ExitCode) => void): void {
  ledger
    .command('export')
    .summary('write everything that an auditor needs into a folder')
    .description('Writes the ledger, a checkpoint of it, every sealed document as its bytes were and as canonical JSON, the Records and the proofs into a new folder, with a page that says how all of it is verified offline and without Waymark.')
    .requiredOption('--out <dir>', 'a new or empty folder; nothing outside of it is written')
    .option('--sign-key <file>', 'sign the checkpoint with this ssh key')
    .addOption(dayOption('the day that Records and proofs are of, instead of today; the ledger is always whole'))
    .addOption(refOption())
    .addOption(workspaceOption())
    .action(async (options: ExportOptions) => finish((await import('../ledger/run-export.js')).runExport(console, options)));
}

function workspaceOption(): Option {
  return new Option('-w, --workspace <dir>', 'folder of the workspace, else the nearest one upward');
}

function parseSize(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('Write a whole number above 0.');
  return Number(text);
}

function parseHead(text: string): string {
  const digest = text.startsWith('sha256:') ? text : `sha256:${text}`;
  if (!/^sha256:[0-9a-f]{64}$/.test(digest)) throw new InvalidArgumentError('Write the digest as the ledger prints it: `sha256:` and 64 digits.');
  return digest;
}
