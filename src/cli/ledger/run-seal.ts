import { resolve } from 'node:path';
import { announcedFate } from '../../audit/announced.js';
import { endOf, firstDay, versionName } from '../../audit/in-force.js';
import { nothingTold } from '../../audit/ledger/compare-branch.js';
import type { LedgerEntry } from '../../audit/ledger/ledger-entry.js';
import { ledgerNames } from '../../audit/ledger/ledger-names.js';
import type { ReleasedVersion } from '../../audit/ledger/released-versions.js';
import { verifyLedger, type LedgerVerification } from '../../audit/ledger/verify-ledger.js';
import { emptyLedger, linesFor } from '../../audit/ledger/write-entries.js';
import type { LedgerResults, ToldAnchor } from '../../report/ledger/ledger-results.js';
import type { SealOptions } from '../commands/ledger.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';
import { comparedWith, governedWorkspace, toldBeside, whyOtherWorkspace, type GovernedWorkspace } from './governed-branch.js';
import { appendToLedger, readLedgerFile } from './ledger-file.js';
import { ledgerPlace, workspaceFolder, type Place } from './ledger-place.js';
import { refuseToReplace, writeCheckpoint } from './run-checkpoint.js';
import { publishLedger } from './run-verify.js';

/** Writes the versions that the governed branch has released since the last seal behind the ledger. */
export function runSeal(console: Console, options: SealOptions): ExitCode {
  if (options.signKey !== undefined && options.checkpoint === undefined) throw new Failure(exitCodes.usage, 'What is signed is a checkpoint. Name its file with `--checkpoint`.');
  const place = ledgerPlace(console, undefined, options.workspace);
  refuseToOverwrite(console, options, [place.path]);
  if (options.checkpoint !== undefined) refuseAsCheckpoint(console, place, options.checkpoint, options.signKey !== undefined);
  const governed = governedWorkspace(console, workspaceFolder(console, options.workspace), options.ref);
  const before = seal(console, place, governed);
  const verification = verifyLedger(readLedgerFile(place.path) ?? new Uint8Array());
  const { checkpoint: file, signKey } = options;
  const checkpoint = verification.head === undefined ? undefined : { ledger: verification.entries[0]!.ledger, size: verification.entries.length, head: verification.head };
  const written = file === undefined || checkpoint === undefined ? undefined : writeCheckpoint(console, checkpoint, file, signKey);
  publishLedger(console, resultsOf(place, governed, verification, { before, ...(written === undefined ? {} : { written }) }), options);
  return exitCodes.clean;
}

/** Before anything is sealed, so that a name that cannot be used leaves everything as it was. */
function refuseAsCheckpoint(console: Console, { path, name }: Place, file: string, isSigned: boolean): void {
  if (resolve(console.folder, file) === path) throw new Failure(exitCodes.usage, `\`${file}\` is the ledger itself, \`${name}\`. Name another file for the checkpoint.`);
  refuseToReplace(console, file, isSigned);
}

/** Returns how many entries there were before. What takes long has been worked out before the ledger is locked. */
function seal(console: Console, place: Place, governed: GovernedWorkspace): number {
  let size = sizeThatFits(place, governed, readLedgerFile(place.path) ?? new Uint8Array()).entries.length;
  appendToLedger(place.path, (bytes) => {
    const { entries, head } = sizeThatFits(place, governed, bytes);
    size = entries.length;
    return linesFor(head === undefined ? emptyLedger(governed.workspace.name) : { ledger: entries[0]!.ledger, size, head }, governed.sealed.slice(size).map(({ facts }) => facts)).text;
  }, { say: (words) => console.warn(`${words}\n`) });
  return size;
}

/** The ledger as it is, if it is sound and says what the branch holds: nothing is written behind anything else. */
function sizeThatFits({ name }: Place, governed: GovernedWorkspace, bytes: Uint8Array): LedgerVerification {
  const verification = verifyLedger(bytes);
  const { problem, entries } = verification;
  const nothing = 'Nothing is sealed.';
  if (problem !== undefined) throw new Failure(exitCodes.findings, `\`${name}\` is not as it should be. ${problem.message} ${nothing}`);
  const foreign = entries.length === 0 ? undefined : whyOtherWorkspace(governed, entries[0]!.ledger);
  if (foreign !== undefined) throw new Failure(exitCodes.findings, `\`${name}\` is not the one of this workspace. ${foreign} ${nothing} Put it under another name, and a new one begins with everything that was ever released of this workspace.`);
  const { problem: other } = comparedWith(governed, entries);
  if (other !== undefined) throw new Failure(exitCodes.findings, `\`${name}\` does not say what the branch holds. ${other.message} ${nothing}`);
  return verification;
}

function resultsOf(place: Place, governed: GovernedWorkspace, verification: LedgerVerification, { before, written }: { readonly before: number; readonly written?: ToldAnchor }): LedgerResults {
  const { entries } = verification;
  const ledger = entries[0]?.ledger;
  return {
    tool,
    command: 'ledger seal',
    file: place.name,
    ...(ledger === undefined ? {} : { name: ledger }),
    verification: { ...verification, vouchedFor: written?.size ?? 0 },
    ...(written === undefined ? {} : { anchor: written }),
    branch: { ...toldBeside(governed, entries), ...(ledger === undefined ? {} : ledgerNames(governed, ledger)), agreed: entries.length, ...nothingTold, unsealed: 0 },
    sealed: entries.slice(before),
    endings: new Map(entries.slice(before).flatMap((entry) => endingOf(entry, governed.released[entry.seq - 1]!))),
    standing: new Map(entries.slice(before).map(({ seq }) => [seq, standingBehind(governed, governed.released[seq - 1]!)])),
    notExcluded: [],
  };
}

/** What was announced of the document and begins all the same, although this version begins earlier and was recorded after it. */
function standingBehind({ workspace }: GovernedWorkspace, { version }: ReleasedVersion): readonly string[] {
  const versions = workspace.specs.find((line) => line.versions.includes(version))?.versions ?? [];
  return versions.filter((each) => {
    const fate = announcedFate(versions, each);
    return fate?.is === 'stands' && fate.by === version;
  }).map((each) => `${versionName(each)} on ${firstDay(each)}`);
}

/** What was retired, or past its last day, before it left had ended by then. */
function endingOf({ seq, type, status, effective }: LedgerEntry, { version }: ReleasedVersion): readonly (readonly [number, string])[] {
  const [ended, until] = [endOf(version), effective?.until];
  if (ended === undefined || (type === 'removed' && status === 'retired')) return [];
  return [[seq, type === 'removed' && until !== undefined && until < ended ? until : ended]];
}
