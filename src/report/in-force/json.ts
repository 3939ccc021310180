import { firstDay } from '../../audit/in-force.js';
import type { SpecVersion } from '../../audit/spec-timeline.js';
import { printJson } from '../escape/json.js';
import { approvalFields, momentFields, versionFields } from '../history/json.js';
import type { InForceReporter } from './in-force-results.js';

/** What was in force, for programs. `schemas/output/in-force.schema.json` describes it. */
export const json: InForceReporter = {
  id: 'json',
  report({ tool, command, branch, root, asOf, recordedBy, seen, spec, title, answer: { version, absence, next, remarks }, held, misdated }) {
    return printJson({
      format: 'waymark-in-force/1',
      tool: { name: tool.name, version: tool.version },
      command,
      branch,
      root,
      asOf,
      recordedBy,
      seen: momentFields(seen),
      spec,
      title,
      inForce: version && held && { ...begin(version), value: held.value, base: held.base, owner: held.owner, approvals: held.approvals.map(approvalFields), digests: held.digests },
      absence,
      next: next && begin(next),
      remarks,
      misdated: misdated.map(momentFields),
    });
  },
};

function begin(version: SpecVersion): object {
  return { ...versionFields(version), from: firstDay(version) };
}
