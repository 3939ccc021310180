import type { Diagnostic, RelatedPlace, Severity } from '../../base/diagnostic.js';
import type { Span } from '../../base/source.js';
import { count } from '../../base/words.js';
import { markdownCode, markdownText } from '../../base/escape/markdown.js';
import { findingsOf, reasons, selectWorst, type FiledFinding } from '../findings.js';
import { fitComment } from '../fit-comment.js';
import { placeOf } from '../place.js';
import type { DraftDebt, Reporter, Results, View, WorkspaceReport } from '../reporter.js';
import { mostRelated, shorten } from '../shorten.js';
import { closingLines, debtWords, draftLines, leftWords, severityWords, totalsOf } from '../summary.js';

const longestMessage = 1_000;

const names: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Info' };

/** For a pull request comment or a step summary, read by business and engineering alike. */
export const markdown: Reporter = {
  id: 'markdown',
  summary: 'For a comment on a pull request or a step summary.',
  report(results, view) {
    if (view.quiet && results.workspaces.every(({ diagnostics }) => diagnostics.length === 0)) return '';
    const { workspaces, left } = selectWorst(results, view.maxProblems);
    const blocks = [
      heading(results, view),
      ...workspaces.flatMap((workspace) => workspaceBlocks(workspace, results)),
      leftWords(left),
      ...reasonBlocks(workspaces, results),
      ...(view.quiet ? [] : draftBlocks(workspaces, view.maxProblems)),
    ];
    return fitComment(blocks.filter((block) => block !== ''));
  },
};

function heading(results: Results, { quiet, failOn }: View): string {
  const totals = totalsOf(results, failOn);
  const title = `## ${markdownText(results.tool.name)}: ${severityWords(totals.findings)}`;
  return quiet ? title : [title, ...closingLines(totals, failOn)].join('\n\n');
}

function workspaceBlocks(workspace: WorkspaceReport, { workspaces }: Results): readonly string[] {
  const findings = findingsOf([workspace]);
  if (findings.length === 0) return [];
  const { root, title } = workspace;
  const head = workspaces.length > 1 ? `### ${prose(title, 200)}${root === '.' ? '' : ` in ${markdownCode(root)}`}\n\n` : '';
  return findings.map((finding, index) => `${index === 0 ? head : ''}${fileHeading(finding, findings[index - 1])}${item(finding.diagnostic)}`);
}

function fileHeading({ file }: FiledFinding, before: FiledFinding | undefined): string {
  return file === before?.file ? '' : `#### ${markdownCode(file)}\n\n`;
}

function item({ severity, message, rule, hint, span, related = [] }: Diagnostic): string {
  const where = span === undefined ? '' : `, line ${placeOf(span).start.line}`;
  return [
    `- **${names[severity]}**${where}: ${prose(message)} (${markdownCode(rule)})`,
    ...(hint === undefined ? [] : [`  - Fix: ${prose(hint)}`]),
    ...relatedItems(related),
  ].join('\n');
}

function relatedItems(related: readonly RelatedPlace[]): readonly string[] {
  const items = related.slice(0, mostRelated).map(({ message, span }) => `  - See ${placeWords(span)}: ${prose(message)}`);
  const more = related.length - items.length;
  return more > 0 ? [...items, `  - See ${count(more, 'more place')}`] : items;
}

function placeWords(span: Span): string {
  const { uri, start } = placeOf(span);
  return `${markdownCode(uri)}, line ${start.line}`;
}

/** Why the rules exist, once for each rule, after all findings. */
function reasonBlocks(workspaces: readonly WorkspaceReport[], { rules }: Results): readonly string[] {
  const reasonOf = reasons(rules);
  const found = new Map<string, string>();
  for (const { diagnostic } of findingsOf(workspaces)) {
    const why = reasonOf(diagnostic);
    if (why !== undefined && !found.has(diagnostic.rule)) found.set(diagnostic.rule, why);
  }
  return section('### Why these rules exist', [...found].map(([rule, why]) => `- ${markdownCode(rule)}: ${prose(why)}`));
}

function draftBlocks(workspaces: readonly WorkspaceReport[], most: number): readonly string[] {
  const line = (draft: DraftDebt): string => `- ${prose(draft.title, 200)}: ${debtWords(draft)} before ${markdownCode(draft.subject)} can be active`;
  return section('### Drafts', draftLines(workspaces.flatMap(({ drafts }) => drafts), most, line));
}

function section(title: string, [first, ...rest]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [`${title}\n\n${first}`, ...rest];
}

function prose(text: string, most = longestMessage): string {
  return markdownText(shorten(text, most));
}
