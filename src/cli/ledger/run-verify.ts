import { notExcluded } from '../../audit/ledger/not-excluded.js';
import { verifyLedger } from '../../audit/ledger/verify-ledger.js';
import { ledgerReporters } from '../../report/ledger/index.js';
import { isWrong, type LedgerResults } from '../../report/ledger/ledger-results.js';
import type { VerifyOptions } from '../commands/ledger.js';
import type { Console } from '../console.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { OutputOptions } from '../options.js';
import { publishWhole, refuseToOverwrite } from '../publish.js';
import { tool } from '../tool.js';
import { comparedWithBranch } from './governed-branch.js';
import { ledgerPlace, readLedger } from './ledger-place.js';
import { readAnchor } from './read-anchor.js';

/** Tells whether a ledger is as it was sealed, and what cannot be told. */
export function runVerify(console: Console, file: string | undefined, options: VerifyOptions): ExitCode {
  const place = ledgerPlace(console, file, options.workspace);
  refuseToOverwrite(console, options, [place.path]);
  const bytes = readLedger(place);
  const anchor = readAnchor(console, place.path, bytes, options);
  const verification = verifyLedger(bytes, anchor?.signature === 'bad' ? undefined : anchor);
  const name = verification.entries[0]?.ledger;
  const branch = options.fileOnly === true ? undefined : comparedWithBranch(console, place.path, verification.entries, options.ref);
  const results: LedgerResults = {
    tool,
    command: 'ledger verify',
    file: place.name,
    ...(name === undefined ? {} : { name }),
    verification,
    ...(anchor === undefined ? {} : { anchor }),
    ...(branch === undefined ? {} : { branch }),
    notExcluded: notExcluded(verification, branch, anchor?.commit?.isById === false),
  };
  publishLedger(console, results, options);
  return isWrong(results) ? exitCodes.findings : exitCodes.clean;
}

/** Prints what was found in each format that was asked for. */
export function publishLedger(console: Console, results: LedgerResults, options: Pick<OutputOptions, 'format' | 'color'>): void {
  publishWhole(console, options, results, ledgerReporters);
}
