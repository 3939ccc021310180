import type { DrawingReporter } from './drawing-results.js';

/** Mermaid alone, for whatever draws it. Several diagrams stand below each other, with an empty line between them. */
export const mmd: DrawingReporter = {
  id: 'mmd',
  report: ({ drawings }) => drawings.flatMap(({ rendering }) => rendering.diagrams.map(({ text }) => text)).join('\n'),
};
