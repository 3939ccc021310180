import type { BumpReporter } from './bump-results.js';
import { json } from './json.js';
import { text } from './text.js';

/** Every output format of the versions that documents need. */
export const bumpReporters: readonly BumpReporter[] = [text, json];
