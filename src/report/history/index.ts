import type { HistoryReporter } from './history-results.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { text } from './text.js';

/** Every output format of a history: it is told to people, and annotates nothing. */
export const historyReporters: readonly HistoryReporter[] = [text, json, markdown];
