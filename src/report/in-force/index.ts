import type { InForceReporter } from './in-force-results.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { text } from './text.js';

/** Every output format of what was in force. */
export const inForceReporters: readonly InForceReporter[] = [text, json, markdown];
