import type { BenchmarkReporter } from './benchmark-results.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { text } from './text.js';

/** Every output format of two versions beside each other. */
export const benchmarkReporters: readonly BenchmarkReporter[] = [text, json, markdown];
