import picocolors from 'picocolors';
import type { Diagnostic, Severity } from '../../base/diagnostic.js';
import { count } from '../../base/words.js';
import { codeFrame, type FrameLine } from '../code-frame.js';
import { visible } from '../../base/escape/visible.js';
import { reasons, selectWorst } from '../findings.js';
import { address, fileOf } from '../place.js';
import type { DraftDebt, Reporter, Results, View, WorkspaceReport } from '../reporter.js';
import { mostRelated, shorten } from '../shorten.js';
import { closingLines, debtWords, draftLines, leftWords, totalsOf } from '../summary.js';

const longestMessage = 2_000;

/** For people at a terminal: what is wrong, where it stands, why it matters and what to do next. */
export const text: Reporter = {
  id: 'text',
  summary: 'For people at a terminal: each finding with its place in the file, the reason and the next step.',
  report(results, view) {
    const { workspaces, left } = selectWorst(results, view.maxProblems);
    const paint = palette(view.color);
    const printFinding = findingPrinter(results, paint);
    const blocks = [
      ...workspaces.flatMap((workspace) => workspaceBlocks(workspace, results, view, printFinding, paint)),
      leftWords(left),
      ...(view.quiet ? [] : [closing(results, view)]),
    ].filter((block) => block !== '');
    return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
  },
};

type Paint = (text: string) => string;

interface Palette {
  readonly place: Paint;
  readonly quiet: Paint;
  readonly label: Paint;
  readonly severity: Readonly<Record<Severity, Paint>>;
}

type FindingPrinter = (diagnostic: Diagnostic, root: string) => string;

function palette(color: boolean): Palette {
  const { bold, cyan, dim, red, yellow, blue } = picocolors.createColors(color);
  return { place: cyan, quiet: dim, label: bold, severity: { error: red, warning: yellow, info: blue } };
}

function workspaceBlocks(workspace: WorkspaceReport, { workspaces }: Results, view: View, print: FindingPrinter, paint: Palette): readonly string[] {
  const { root, title, diagnostics } = workspace;
  const drafts = view.quiet ? '' : draftLines(workspace.drafts, view.maxProblems, draftLine).join('\n');
  if (diagnostics.length === 0 && drafts === '') return [];
  const where = root === '.' ? 'this folder' : root;
  const heading = workspaces.length > 1 ? paint.label(`Workspace "${shorten(visible(title), 200)}" in ${visible(where)}`) : '';
  return [heading, ...diagnostics.map((diagnostic) => print(diagnostic, root)), drafts];
}

function draftLine(draft: DraftDebt): string {
  const subject = visible(draft.subject);
  return `draft "${shorten(visible(draft.title), 200)}": ${debtWords(draft)} before \`${subject}\` can be active (waymark explain ${subject})`;
}

/** Prints findings one after another; the reason of a rule comes with its first finding only. */
function findingPrinter({ rules }: Results, paint: Palette): FindingPrinter {
  const explained = new Set<string>();
  const reasonOf = reasons(rules);
  return (diagnostic, root) => {
    const why = explained.has(diagnostic.rule) ? undefined : reasonOf(diagnostic);
    if (why !== undefined) explained.add(diagnostic.rule);
    return [
      headline(diagnostic, root, paint),
      ...frameLines(diagnostic, paint),
      ...relatedLines(diagnostic),
      ...(why === undefined ? [] : [`  ${paint.label('why:')} ${visible(why)}`]),
      nextStep(diagnostic, paint),
    ].join('\n');
  };
}

function headline(diagnostic: Diagnostic, root: string, paint: Palette): string {
  const { severity, message, rule, span } = diagnostic;
  const place = span === undefined ? fileOf(diagnostic, root) : address(span);
  return [
    paint.place(visible(place)),
    paint.severity[severity](severity),
    shorten(visible(message), longestMessage),
    paint.quiet(visible(rule)),
  ].join('  ');
}

function frameLines({ span, severity }: Diagnostic, paint: Palette): readonly string[] {
  const print = ({ role, gutter, text: shown }: FrameLine): string =>
    `  ${paint.quiet(`${gutter} |`)} ${role === 'underline' ? paint.severity[severity](shown) : shown}`;
  return span === undefined ? [] : codeFrame(span).map(print);
}

function relatedLines({ related = [] }: Diagnostic): readonly string[] {
  const lines = related.slice(0, mostRelated).map(({ message, span }) => `  see: ${visible(address(span))}  ${shorten(visible(message), longestMessage)}`);
  const more = related.length - lines.length;
  return more > 0 ? [...lines, `  see: ${count(more, 'more place')}`] : lines;
}

function nextStep({ hint, rule }: Diagnostic, paint: Palette): string {
  const explain = `waymark explain ${visible(rule)}`;
  if (hint === undefined) return `  ${paint.label('more:')} ${explain}`;
  return `  ${paint.label('fix:')} ${shorten(visible(hint), longestMessage)} ${paint.quiet(`(${explain})`)}`;
}

function closing(results: Results, view: View): string {
  return closingLines(totalsOf(results, view.failOn), view.failOn).join('\n');
}
