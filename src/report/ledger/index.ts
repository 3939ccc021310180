import { json } from './json.js';
import type { LedgerReporter } from './ledger-results.js';
import { text } from './text.js';

/** Every output format of a verification. */
export const ledgerReporters: readonly LedgerReporter[] = [text, json];
