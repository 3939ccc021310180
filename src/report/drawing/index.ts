import type { DrawingReporter } from './drawing-results.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { mmd } from './mmd.js';
import { text } from './text.js';

/** Every output format of pictures that needs no browser. */
export const drawingReporters: readonly DrawingReporter[] = [text, mmd, markdown, json];
