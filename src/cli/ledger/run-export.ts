import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Compared } from '../../audit/ledger/compare-branch.js';
import { ledgerNames } from '../../audit/ledger/ledger-names.js';
import type { LedgerEntry } from '../../audit/ledger/ledger-entry.js';
import { notExcluded } from '../../audit/ledger/not-excluded.js';
import { printCheckpoint } from '../../audit/ledger/checkpoint.js';
import { verifyLedger } from '../../audit/ledger/verify-ledger.js';
import { compareText } from '../../base/diagnostic.js';
import { count } from '../../base/words.js';
import { visible } from '../../base/escape/visible.js';
import { branchSentences, cannot } from '../../report/ledger/ledger-words.js';
import type { ExportOptions } from '../commands/ledger.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { packageRoot } from '../tool.js';
import { evidenceFiles, sealedFiles, type BundleFile } from './bundle-files.js';
import { bundleReadme } from './bundle-readme.js';
import { comparedWith, governedWorkspace, toldBeside, whyOtherWorkspace, type GovernedWorkspace } from './governed-branch.js';
import { ledgerPlace, readLedger, workspaceFolder, type Place } from './ledger-place.js';
import { signatureOf } from './ssh-keygen.js';
import { writeBundle } from './write-bundle.js';

/** The verifier that an auditor gets: the one that the tests hold against ours. */
const script = 'tests/audit/ledger/verify_ledger.py';

/** Writes everything that an auditor needs into a new folder. */
export function runExport(console: Console, options: ExportOptions): ExitCode {
  const folder = resolve(console.folder, options.out);
  refuseFull(folder, options.out);
  const place = ledgerPlace(console, undefined, options.workspace);
  const bytes = readLedger(place);
  const governed = governedWorkspace(console, workspaceFolder(console, options.workspace), options.ref);
  const files = bundle(place, bytes, governed, { day: options.asOf ?? console.today(), signKey: options.signKey === undefined ? undefined : resolve(console.folder, options.signKey) });
  writeBundle(folder, files);
  console.print(`${visible(options.out)}: ${count(files.length, 'file')} for an auditor. Its README.md says how they are verified without Waymark.\n`);
  return exitCodes.clean;
}

/** Nothing is mixed with what lies there already, and nothing is written over it. */
function refuseFull(folder: string, name: string): void {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  const isEmpty = stats === undefined || (stats.isDirectory() && readdirSync(folder).length === 0);
  if (!isEmpty) throw new Failure(exitCodes.usage, `\`${name}\` is not an empty folder. Name a new one with \`--out\`.`);
}

interface Wishes {
  readonly day: string;
  readonly signKey: string | undefined;
}

function bundle(place: Place, bytes: Uint8Array, governed: GovernedWorkspace, { day, signKey }: Wishes): readonly BundleFile[] {
  const { problem, entries, head } = verifyLedger(bytes);
  const { label } = governed.timeline;
  const compared = comparedWith(governed, entries);
  const foreign = entries.length === 0 ? undefined : whyOtherWorkspace(governed, entries[0]!.ledger);
  const wrong = problem?.message ?? foreign ?? compared.problem?.message;
  if (wrong !== undefined) throw new Failure(exitCodes.findings, `\`${place.name}\` is not as it should be, and nothing is written. ${wrong}`);
  if (head === undefined) throw new Failure(exitCodes.findings, `\`${place.name}\` is empty. Run \`waymark ledger seal\` first.`);
  const checkpoint = { ledger: entries[0]!.ledger, size: entries.length, head };
  const text = printCheckpoint(checkpoint);
  const signature = signKey === undefined ? [] : [{ path: 'checkpoint.sig', content: signatureOf(text, signKey) }];
  const files: readonly BundleFile[] = [
    { path: 'README.md', content: bundleReadme({ checkpoint, branch: label, day, isSigned: signature.length > 0, told: toldOf(governed, entries, compared), names: ledgerNames(governed, checkpoint.ledger) }) },
    { path: 'ledger.jsonl', content: bytes },
    { path: 'checkpoint', content: text },
    ...signature,
    { path: 'verify_ledger.py', content: readFileSync(new URL(script, packageRoot)) },
    ...sealedFiles(governed, entries),
    ...evidenceFiles(governed, day),
  ];
  return [...files, { path: 'manifest.sha256', content: manifestOf(files) }];
}

/** What `verify` says of the same ledger, with nothing left out: whoever has only the bundle cannot ask again. */
function toldOf(governed: GovernedWorkspace, entries: readonly LedgerEntry[], compared: Compared): readonly string[] {
  return [...branchSentences({ ...toldBeside(governed, entries), ...compared }, Infinity), ...notExcluded({ vouchedFor: 0 }, compared).map((each) => cannot[each])];
}

/** As `sha256sum` reads it. */
function manifestOf(files: readonly BundleFile[]): string {
  const lines = files.map(({ path, content }) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`);
  return lines.toSorted((a, b) => compareText(a.slice(66), b.slice(66))).join('');
}
