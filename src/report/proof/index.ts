import { github } from '../reporters/github.js';
import { gitlab } from '../reporters/gitlab.js';
import { sarif } from '../reporters/sarif.js';
import type { Reporter } from '../reporter.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { asResults } from './proof-findings.js';
import type { ProofReporter } from './proof-results.js';
import { text } from './text.js';

/** Every output format of a proof, in the order of the formats of a check. Annotations and scans take proofs as findings. */
export const proofReporters: readonly ProofReporter[] = [text, json, markdown, asFindings(github), asFindings(gitlab), asFindings(sarif), junit];

function asFindings({ id, report }: Reporter): ProofReporter {
  return { id, report: (results, view) => report(asResults(results), view) };
}
