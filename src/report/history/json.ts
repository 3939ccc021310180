import type { ApprovalFound } from '../../audit/approvals-found.js';
import type { Moment, SpecVersion } from '../../audit/spec-timeline.js';
import { printJson } from '../escape/json.js';
import type { HistoryReporter, ToldVersion } from './history-results.js';

/** Every version once, for programs, the oldest first. `schemas/output/history.schema.json` describes it. */
export const json: HistoryReporter = {
  id: 'json',
  report({ tool, command, branch, root, spec, title, versions, misdated, field }) {
    return printJson({
      format: 'waymark-history/1',
      tool: { name: tool.name, version: tool.version },
      command,
      branch,
      root,
      spec,
      title,
      versions: versions.map(toldFields),
      misdated: misdated.map(momentFields),
      field: field && { path: field.path, changes: field.changes.map(({ told, before, after }) => ({ commit: told.version.moment.id, version: told.version.version, before, after })) },
    });
  },
};

function toldFields({ version, level, regulated, counts, approvals, digests }: ToldVersion): object {
  return { ...versionFields(version), level, regulated, counts, approvals: approvals.map(approvalFields), digests };
}

/** What a version is, for every format in JSON. */
export function versionFields({ event, moment, coordinate, title, version, status, effective, directory, file, blob, document }: SpecVersion): object {
  return { event, commit: momentFields(moment), spec: coordinate, title, version, status, effective: effective && { from: effective.from, until: effective.until }, directory, file, blob, document };
}

export function momentFields({ id, date, recorded, author }: Moment): object {
  return { id, date, recorded, author };
}

export function approvalFields({ record, moment, filed, covers, approval: { role, person, at, set } }: ApprovalFound): object {
  return { record, commit: moment.id, filed, role, person, at, set, covers };
}
