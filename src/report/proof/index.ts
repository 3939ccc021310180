import { inEveryFormat } from '../every-format.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { asResults } from './proof-findings.js';
import type { ProofReporter } from './proof-results.js';
import { text } from './text.js';

/** Every output format of a proof. Annotations and scans take proofs as findings. */
export const proofReporters: readonly ProofReporter[] = inEveryFormat([text, json, markdown, junit], asResults);
