import type { Diagnostic } from '../../base/diagnostic.js';
import type { Position, Span } from '../../base/source.js';
import { printJson } from '../escape/json.js';
import { countSeverities, reasons, type SeverityCounts } from '../findings.js';
import { placeOf } from '../place.js';
import type { Reporter, WorkspaceReport } from '../reporter.js';
import { totalsOf } from '../summary.js';

/** Everything that a run found, for programs. `schemas/output/findings.schema.json` describes it. */
export const json: Reporter = {
  id: 'json',
  summary: 'Everything that was found, for programs; described by schemas/output/findings.schema.json.',
  report(results, { failOn }) {
    const { findings, switchedOff: _, ...counts } = totalsOf(results, failOn);
    const reasonOf = reasons(results.rules);
    return printJson({
      format: 'waymark-findings/1',
      tool: { name: results.tool.name, version: results.tool.version },
      command: results.command,
      asOf: results.asOf,
      failOn,
      counts: { ...severityFields(findings), ...counts },
      workspaces: results.workspaces.map((workspace) => workspaceFields(workspace, reasonOf)),
    });
  },
};

type ReasonOf = (diagnostic: Diagnostic) => string | undefined;

function severityFields({ error, warning, info }: SeverityCounts): object {
  return { errors: error, warnings: warning, infos: info };
}

function workspaceFields({ root, title, documents, diagnostics, drafts, waived, baselined, switchedOff }: WorkspaceReport, reasonOf: ReasonOf): object {
  return {
    root,
    title,
    counts: { ...severityFields(countSeverities(diagnostics)), documents, waived, baselined },
    findings: diagnostics.map((diagnostic) => findingFields(diagnostic, reasonOf(diagnostic))),
    drafts: drafts.map(({ subject, title: draft, owed }) => ({ subject, title: draft, owed })),
    switchedOff,
  };
}

/** Fields that have no value are left out when printed, as JSON has no `undefined`. */
function findingFields({ rule, code, severity, message, hint, subject, fingerprint, span, related = [] }: Diagnostic, why: string | undefined): object {
  return {
    rule,
    code,
    severity,
    message,
    why,
    hint,
    subject,
    fingerprint,
    location: span === undefined ? undefined : locationFields(span),
    related: related.map((place) => ({ message: place.message, location: locationFields(place.span) })),
  };
}

function locationFields(span: Span): object {
  const { uri, start, end } = placeOf(span);
  return { uri, start: positionFields(start), end: positionFields(end) };
}

function positionFields({ line, column }: Position): object {
  return { line, column };
}
