import { printJson } from '../escape/json.js';
import type { GenerationReporter } from './generation-results.js';

/** What was written, and what was lost, for programs. `schemas/output/generation.schema.json` describes it. */
export const json: GenerationReporter = {
  id: 'json',
  report: ({ tool, command, isCheck, targets }) => printJson({ format: 'waymark-generation/1', tool: { name: tool.name, version: tool.version }, command, check: isCheck, targets }),
};
