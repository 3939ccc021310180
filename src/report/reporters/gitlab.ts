import type { Severity } from '../../base/diagnostic.js';
import { printJson } from '../escape/json.js';
import { findingsOf } from '../findings.js';
import { fingerprints } from '../fingerprint.js';
import { placeOf } from '../place.js';
import type { Reporter } from '../reporter.js';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/** A Code Quality report, which GitLab shows in merge requests. */
export const gitlab: Reporter = {
  id: 'gitlab',
  summary: 'A Code Quality report for GitLab merge requests.',
  report({ workspaces }) {
    const findings = findingsOf(workspaces);
    const names = fingerprints(findings);
    const issues = findings.map(({ diagnostic, file }, index) => ({
      description: diagnostic.message,
      check_name: diagnostic.rule,
      fingerprint: names[index],
      severity: severities[diagnostic.severity],
      location: { path: file, lines: { begin: diagnostic.span === undefined ? 1 : placeOf(diagnostic.span).start.line } },
    }));
    return printJson(issues);
  },
};
