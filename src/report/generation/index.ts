import type { GenerationReporter } from './generation-results.js';
import { json } from './json.js';
import { text } from './text.js';

/** Every output format of what was written for other systems. */
export const generationReporters: readonly GenerationReporter[] = [text, json];
