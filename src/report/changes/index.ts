import type { Reporter } from '../reporter.js';
import { github } from '../reporters/github.js';
import { gitlab } from '../reporters/gitlab.js';
import { junit } from '../reporters/junit.js';
import { sarif } from '../reporters/sarif.js';
import type { ChangeReporter } from './change-results.js';
import { asResults } from './changes-as-findings.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { text } from './text.js';

/** Every output format of a comparison, in the order of the formats of a check. Annotations and scans take changes as findings. */
export const changeReporters: readonly ChangeReporter[] = [text, json, markdown, ...[github, gitlab, sarif, junit].map(asFindings)];

function asFindings({ id, report }: Reporter): ChangeReporter {
  return { id, report: (results, view) => report(asResults(results), view) };
}
