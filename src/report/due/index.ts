import type { DueReporter } from './due-results.js';
import { ics } from './ics.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { text } from './text.js';

/** Every output format of what is due. */
export const dueReporters: readonly DueReporter[] = [text, json, markdown, ics];
