import type { Position, Span } from '../../base/source.js';
import { countLevels } from '../../diff/tally.js';
import type { Change } from '../../diff/change.js';
import { printJson } from '../escape/json.js';
import { placeOf } from '../place.js';
import { changesOf, type ChangeReporter, type Unread, type WorkspaceChanges } from './change-results.js';

/** Every change, for programs. `schemas/output/changes.schema.json` describes it. */
export const json: ChangeReporter = {
  id: 'json',
  report(results) {
    const { tool, command, base, head, workspaces } = results;
    return printJson({ format: 'waymark-changes/1', tool: { name: tool.name, version: tool.version }, command, base, head, counts: countLevels(changesOf(results)), workspaces: workspaces.map(workspaceFields) });
  },
};

/** Fields that have no value are left out when printed, as JSON has no `undefined`. */
function workspaceFields({ root, title, changes, unread }: WorkspaceChanges): object {
  return { root, title, unread: unread.map(unreadFields), changes: changes.map(changeFields) };
}

/** Documents that take no part. */
export function unreadFields({ side, count, first }: Unread): object {
  return { side, count, first: { message: first.message, location: first.span && locationOf(first.span) } };
}

/** One change. */
export function changeFields({ kind, action, level, ownLevel, regulated, harms, approvers, subject, facts, message, includes, because, before, after, fingerprint }: Change): object {
  return { kind, action, level, ownLevel, regulated, harms, approvers, subject, facts, message, includes, because, before: before && locationOf(before), after: after && locationOf(after), fingerprint };
}

/** A stretch of a file. */
export function locationOf(span: Span): object {
  const { uri, start, end } = placeOf(span);
  return { uri, start: positionFields(start), end: positionFields(end) };
}

function positionFields({ line, column }: Position): object {
  return { line, column };
}
