import { inEveryFormat } from '../every-format.js';
import type { ChangeReporter } from './change-results.js';
import { asResults } from './changes-as-findings.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { text } from './text.js';

/** Every output format of a comparison. Annotations and scans take changes as findings. */
export const changeReporters: readonly ChangeReporter[] = inEveryFormat([text, json, markdown], asResults);
