import type { Diagnostic, Severity } from '../../base/diagnostic.js';
import { groupBy } from '../../base/groups.js';
import { count } from '../../base/words.js';
import { fails, findingsOf } from '../findings.js';
import { address, fileOf } from '../place.js';
import type { Reporter, WorkspaceReport } from '../reporter.js';
import { element, leaf, type Attributes } from '../xml-elements.js';

/** JUnit XML for test dashboards: a suite for each workspace, a case for each file with findings. */
export const junit: Reporter = {
  id: 'junit',
  summary: 'JUnit XML for test dashboards: a suite for each workspace, a case for each file with findings.',
  report({ tool, workspaces }, { failOn }) {
    const suites = workspaces.map((workspace) => suite(workspace, failOn));
    const lines = element('testsuites', { name: tool.name, ...sum(suites) }, suites.flatMap(printSuite));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
  },
};

interface Case {
  readonly file: string;
  readonly failures: readonly Diagnostic[];
  readonly remarks: readonly Diagnostic[];
}

interface Suite {
  readonly workspace: WorkspaceReport;
  readonly cases: readonly Case[];
  readonly tests: number;
  readonly failures: number;
}

function suite(workspace: WorkspaceReport, failOn: Severity | 'never'): Suite {
  const files = groupBy(findingsOf([workspace]), ({ file }) => file);
  const cases = [...files].map(([file, found]) => testCase(file, found.map(({ diagnostic }) => diagnostic), failOn));
  return { workspace, cases, tests: Math.max(1, cases.length), failures: cases.filter(({ failures }) => failures.length > 0).length };
}

function testCase(file: string, diagnostics: readonly Diagnostic[], failOn: Severity | 'never'): Case {
  const failed = (diagnostic: Diagnostic): boolean => fails(diagnostic, failOn);
  return { file, failures: diagnostics.filter(failed), remarks: diagnostics.filter((diagnostic) => !failed(diagnostic)) };
}

function sum(suites: readonly Suite[]): { tests: number; failures: number } {
  const total = (of: (one: Suite) => number): number => suites.reduce((all, one) => all + of(one), 0);
  return { tests: total(({ tests }) => tests), failures: total(({ failures }) => failures) };
}

function printSuite({ workspace, cases, tests, failures }: Suite): readonly string[] {
  const { root, title } = workspace;
  const clean = [element('testcase', { classname: root, name: 'no findings' }, [])].flat();
  const lines = cases.length === 0 ? clean : cases.flatMap((one) => printCase(one, root));
  return element('testsuite', { name: `${title} (${root})`, tests, failures }, lines);
}

function printCase({ file, failures, remarks }: Case, root: string): readonly string[] {
  return element('testcase', { classname: root, name: file, file }, [
    ...printFailures(failures, root),
    ...(remarks.length === 0 ? [] : content('system-out', {}, remarks, root)),
  ]);
}

/** One failure for each file: several dashboards show no more than one of a case. */
function printFailures(failures: readonly Diagnostic[], root: string): readonly string[] {
  const [first] = failures;
  if (first === undefined) return [];
  const message = failures.length === 1 ? first.message : `${count(failures.length, 'finding')}, first: ${first.message}`;
  return content('failure', { message, type: first.rule }, failures, root);
}

function content(name: string, attributes: Attributes, diagnostics: readonly Diagnostic[], root: string): readonly string[] {
  const lines = diagnostics.flatMap((diagnostic) => findingLines(diagnostic, root));
  return [leaf(name, attributes, lines)];
}

function findingLines(diagnostic: Diagnostic, root: string): readonly string[] {
  const { severity, message, rule, hint, span } = diagnostic;
  const place = span === undefined ? fileOf(diagnostic, root) : address(span);
  return [`${place}  ${severity}  ${message}  ${rule}`, ...(hint === undefined ? [] : [`  fix: ${hint}`])];
}
