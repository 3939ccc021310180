import type { Release } from '../../control/releases.js';
import { changeFields, unreadFields } from '../changes/json.js';
import { printJson } from '../escape/json.js';
import type { ChangelogReporter, ChangelogSection, WorkspaceChangelog } from './changelog-results.js';

/** Every version of every document once, for programs. `schemas/output/changelog.schema.json` describes it. */
export const json: ChangelogReporter = {
  id: 'json',
  report({ tool, command, base, head, workspaces }) {
    return printJson({ format: 'waymark-changelog/1', tool: { name: tool.name, version: tool.version }, command, base, head, workspaces: workspaces.map(workspaceFields) });
  },
};

function workspaceFields({ root, title, unread, sections }: WorkspaceChangelog): object {
  return { root, title, unread: unread.map(unreadFields), versions: sections.flatMap(({ commit, releases }) => releases.map((release) => releaseFields(release, commit))) };
}

function releaseFields({ document, title, before, after, status, effectiveFrom, effectiveUntil, changes, base }: Release, commit: ChangelogSection['commit']): object {
  return { document, title, before, after, status, effectiveFrom, effectiveUntil, commit: commit && { id: commit.id, date: commit.date }, changes: changes.map(changeFields), base: base && { document: base.document, before: base.before, after: base.after, effectiveFrom: base.effectiveFrom } };
}
