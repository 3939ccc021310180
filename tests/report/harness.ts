import type { Diagnostic } from '../../src/base/diagnostic.js';
import { sourceText, type Span } from '../../src/base/source.js';
import type { Results, RuleCard, View, WorkspaceReport } from '../../src/report/reporter.js';

/** A span in a text of its own: `[[` and `]]` stand around the part that is meant and are taken out. */
export function marked(uri: string, text: string): Span {
  const start = text.indexOf('[[');
  const end = text.indexOf(']]') - 2;
  return { source: sourceText(uri, text.replace('[[', '').replace(']]', '')), start, end };
}

/** A finding of the rule `sla/path-fits-target` unless told otherwise. */
export function finding(fields: Partial<Diagnostic>): Diagnostic {
  const told = { code: 'SLA-001', rule: 'sla/path-fits-target', severity: 'error' as const, message: 'The promise cannot be kept', ...fields };
  return { fingerprint: [told.rule, told.subject ?? '', told.message].join('|'), ...told };
}

/** A workspace without findings unless told otherwise. */
export function workspace(fields: Partial<WorkspaceReport>): WorkspaceReport {
  return { root: '.', title: 'Insurance', documents: 3, diagnostics: [], waived: 0, baselined: 0, drafts: [], switchedOff: [], ...fields };
}

export const rules: readonly RuleCard[] = [
  {
    code: 'SLA-001',
    id: 'sla/path-fits-target',
    summary: 'The slowest path fits the promise',
    rationale: 'A promise that the path cannot keep\n  is broken from the first day.',
    severity: 'error',
    helpUri: 'https://waymark.dev/rules/sla/path-fits-target',
  },
  { code: 'DOC-001', id: 'doc/title', summary: 'Titles are short', rationale: 'Long titles are not read.', severity: 'warning' },
];

/** The results of one run over the given workspaces. */
export function run(...workspaces: readonly WorkspaceReport[]): Results {
  return { tool: { name: 'waymark', version: '0.1.0' }, command: 'validate', asOf: '2026-10-01', workspaces, rules };
}

export const view: View = { color: false, maxProblems: 100, quiet: false, failOn: 'error' };

/** A run with everything in it: two workspaces, all severities, related places, drafts, hidden findings. */
export function fullRun(): Results {
  const promise = marked('insurance/slas/claim.yaml', 'kind: SLA\nwithin: [[10d]]\n');
  return run(
    workspace({
      root: 'insurance',
      documents: 30,
      waived: 2,
      diagnostics: [
        finding({
          message: 'The slowest path needs 102 h, `claim` promises 100 h',
          hint: 'tighten `ola-inspection` to 28h, or promise 11d',
          subject: 'journey:motor-claim#classify',
          span: marked('insurance/journeys/motor-claim.yaml', 'steps:\n  - id: classify\n    sla: [[ola-decision]]\n    owner: claims\n'),
          related: [{ message: 'the promise is made here', span: promise }],
        }),
        finding({ message: 'Another promise cannot be kept', span: marked('insurance/slas/claim.yaml', 'kind: SLA\nwithin: [[10d]]\n') }),
      ],
      drafts: [{ subject: 'journey:fleet-claim', title: 'Fleet claim', owed: 12 }],
    }),
    workspace({
      root: 'broadband',
      title: 'Broadband',
      documents: 11,
      baselined: 1,
      diagnostics: [
        finding({ code: 'DOC-001', rule: 'doc/title', severity: 'warning', message: 'The workspace has no purpose', hint: 'say what it is for' }),
        finding({ code: 'NEW-001', rule: 'new/rule', severity: 'info', message: 'A rule that has no card', why: 'Its own reason.', span: marked('broadband/a b.yaml', 'title: [[x\ny]]\n') }),
      ],
    }),
  );
}
