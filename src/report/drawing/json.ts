import { printJson } from '../escape/json.js';
import type { DrawingReporter } from './drawing-results.js';

/** Pictures with their tables, for programs. `schemas/output/drawing.schema.json` describes it. */
export const json: DrawingReporter = {
  id: 'json',
  report: ({ tool, command, root, drawings }) =>
    printJson({
      format: 'waymark-drawing/1',
      tool: { name: tool.name, version: tool.version },
      command,
      root,
      drawings: drawings.map(({ view, journey, rendering: { title, diagrams, tables, folded } }) => ({ view, journey, title, diagrams: diagrams.map((diagram) => ({ title: diagram.title, mermaid: diagram.text })), tables, folded })),
    }),
};
