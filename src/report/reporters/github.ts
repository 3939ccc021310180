import type { Diagnostic, Severity } from '../../base/diagnostic.js';
import { commandData, commandProperty } from '../escape/workflow-command.js';
import { findingsOf, selectWorst, type FiledFinding } from '../findings.js';
import { placeOf } from '../place.js';
import type { Reporter } from '../reporter.js';
import { leftWords } from '../summary.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Annotations beside the lines of a pull request, as workflow commands of GitHub Actions. Empty when nothing is found. */
export const github: Reporter = {
  id: 'github',
  summary: 'Annotations on GitHub pull requests, as workflow commands in the log.',
  report(results, { maxProblems }) {
    const { workspaces, left } = selectWorst(results, maxProblems);
    const lines = findingsOf(workspaces).map(annotation);
    if (left.length > 0) lines.push(`::notice::${commandData([leftWords(left)])}`);
    return lines.map((line) => `${line}\n`).join('');
  },
};

function annotation({ diagnostic, file }: FiledFinding): string {
  const properties = { file, ...lineProperties(diagnostic), title: diagnostic.rule };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${commandProperty(String(value))}`);
  const fix = diagnostic.hint === undefined ? [] : [`fix: ${diagnostic.hint}`];
  return `::${commands[diagnostic.severity]} ${list.join(',')}::${commandData([diagnostic.message, ...fix])}`;
}

/** GitHub takes columns only when the annotation stays on one line. */
function lineProperties({ span }: Diagnostic): Readonly<Record<string, number>> {
  if (span === undefined) return { line: 1 };
  const { start, end } = placeOf(span);
  const lines = { line: start.line, endLine: end.line };
  return start.line === end.line ? { line: start.line, col: start.column, endLine: end.line, endColumn: end.column } : lines;
}
