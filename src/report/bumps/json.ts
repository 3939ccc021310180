import type { Bump } from '../../control/bumps.js';
import { spanIn } from '../../load/document.js';
import { changeFields, locationOf, unreadFields } from '../changes/json.js';
import { printJson } from '../escape/json.js';
import type { BumpReporter, WorkspaceBumps } from './bump-results.js';

/** Every version with all reasons, for programs. `schemas/output/bumps.schema.json` describes it. */
export const json: BumpReporter = {
  id: 'json',
  report({ tool, command, base, head, isWritten, workspaces }) {
    return printJson({ format: 'waymark-bumps/1', tool: { name: tool.name, version: tool.version }, command, base, head, isWritten, workspaces: workspaces.map(workspaceFields) });
  },
};

function workspaceFields({ root, title, unread, bumps }: WorkspaceBumps): object {
  return { root, title, unread: unread.map(unreadFields), versions: bumps.map(bumpFields) };
}

function bumpFields({ subject, spec, before, declared, step, needed, verdict, reasons }: Bump): object {
  return { subject, before, declared, step, needed, verdict, location: locationOf(spanIn(spec.document, ['version'])), reasons: reasons.map(changeFields) };
}
