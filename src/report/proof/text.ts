import picocolors from 'picocolors';
import type { Premise, Remark, Verdict } from '../../analysis/proof/verdict.js';
import { groupBy } from '../../base/groups.js';
import { count, listOf } from '../../base/words.js';
import { aligned, columnsOf, cutTo, wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import { address } from '../place.js';
import { shorten } from '../shorten.js';
import type { Ledger, LedgerRow, OtherWay, ShownWays } from './ledger.js';
import { closingLines, leftLine } from './closing.js';
import { shortWords, storyOf, type PromiseStory, type TargetStory } from './promise-story.js';
import { verdictTitles, verdictWords } from '../../analysis/proof/promise-words.js';
import { spanOf } from './proof-findings.js';
import { chooseShown, type MadePromise, type ProofReporter, type ProofResults, type ProofView, type ProvedJourney, type WorkspaceProofs } from './proof-results.js';

const longestText = 2_000;
const longestName = 200;

/** For people at a terminal: each promise with its ways as a table, what is left and what would have to change. */
export const text: ProofReporter = {
  id: 'text',
  report(results, view) {
    const page = pageOf(view);
    const { shown, left } = chooseShown(results, view);
    const byJourney = groupBy(shown, ({ journey }) => journey);
    const blocks = [...results.workspaces.flatMap((workspace) => workspaceBlocks(workspace, byJourney, results, view, page)), leftLine(left), closing(results, view, page)].filter((block) => block !== '');
    return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
  },
};

type Paint = (text: string) => string;

/** How lines are made on this terminal. */
interface Page {
  readonly columns: number;
  readonly strong: Paint;
  readonly quiet: Paint;
  readonly place: Paint;
  readonly verdict: Readonly<Record<Verdict, Paint>>;
}

function pageOf({ color, columns }: ProofView): Page {
  const { bold, dim, cyan, green, red, yellow } = picocolors.createColors(color);
  return { columns: Math.max(40, columns), strong: bold, quiet: dim, place: cyan, verdict: { proved: green, violated: red, 'not-proved': yellow } };
}

type ShownByJourney = ReadonlyMap<ProvedJourney, readonly MadePromise[]>;

function workspaceBlocks(workspace: WorkspaceProofs, shown: ShownByJourney, results: ProofResults, view: ProofView, page: Page): readonly string[] {
  const { root, title, journeys } = workspace;
  const blocks = [unreadBlock(workspace, page), ...(results.asked === undefined && !view.quiet ? [overview(journeys, page)] : []), ...journeys.flatMap((journey) => journeyBlocks(shown.get(journey) ?? [], results, page))].filter((block) => block !== '');
  if (blocks.length === 0 || results.workspaces.length < 2) return blocks;
  return [page.strong(`Workspace "${name(title)}" in ${root === '.' ? 'this folder' : name(root)}`), ...blocks];
}

/** What could not be read is told before any verdict that goes without it. */
function unreadBlock({ unread }: WorkspaceProofs, page: Page): string {
  if (unread === undefined) return '';
  const { count: number, first } = unread;
  const where = first.span === undefined ? '' : `${page.place(visible(address(first.span)))}  `;
  const said = paragraph(`${count(number, 'document')} with problems ${number === 1 ? 'is' : 'are'} left out, and the verdicts hold only for what could be read. \`waymark validate\` tells what is wrong. The first problem:`, '', page);
  return [...said, `  ${where}${shorten(visible(first.message), longestText)}`].join('\n');
}

/** Every promise in a line, below its journey. */
function overview(journeys: readonly ProvedJourney[], page: Page): string {
  return journeys.flatMap(({ proof }) => [page.strong(headingOf(proof.title, proof.journey)), ...proof.promises.flatMap((promise) => overviewLine(promise, page))]).join('\n');
}

const widestVerdict = Math.max(...Object.values(verdictWords).map((words) => words.length));

function overviewLine(promise: MadePromise['promise'], page: Page): readonly string[] {
  const verdict = verdictWords[promise.verdict];
  const indent = ' '.repeat(widestVerdict + 4);
  const [first = '', ...rest] = paragraph(`${headingOf(promise.title, promise.promise)}: ${shortWords(promise)}`, indent, page);
  return [`  ${page.verdict[promise.verdict](verdict)}${first.slice(verdict.length + 2)}`, ...rest];
}

function journeyBlocks(shown: readonly MadePromise[], { asOf }: ProofResults, page: Page): readonly string[] {
  const [first] = shown;
  if (first === undefined) return [];
  const { title, journey } = first.journey.proof;
  return [page.strong(`== ${headingOf(title, journey)} ==`), ...shown.flatMap((made) => promiseBlocks(storyOf(made, asOf), page))];
}

function promiseBlocks({ promise, facts, targets, outside }: PromiseStory, page: Page): readonly string[] {
  const heading = `${page.strong(headingOf(promise.title, promise.promise))}: ${page.verdict[promise.verdict](verdictWords[promise.verdict])}`;
  return [
    [heading, ...(facts.length === 0 ? [] : paragraph(facts.join(' '), '  ', page))].join('\n'),
    ...targets.flatMap((target) => targetBlocks(target, page)),
    outside.length === 0 ? '' : ['  Outside this promise:', ...outside.flatMap((remark) => remarkLines(remark, page))].join('\n'),
  ];
}

function targetBlocks({ heading, verdict, judgement, ways, missing, missesTheSame, repairs, notes, asAbove }: TargetStory, page: Page): readonly string[] {
  return [
    [...paragraph(heading, '  ', page, page.strong), ...paragraph(`${verdictTitles[verdict]}: ${judgement}`, '  ', page, page.verdict[verdict])].join('\n'),
    ...missingBlocks(missing, missesTheSame, page),
    ...(ways === undefined ? [] : wayBlocks(ways, page)),
    list('What would have to change:', repairs, page),
    ...notes.map(({ title, words }) => list(title, words, page)),
    asAbove.length === 0 ? '' : paragraph(`As above: ${listOf(asAbove)}.`, '  ', page).join('\n'),
  ].filter((block) => block !== '');
}

function missingBlocks(missing: readonly Premise[], isRepeated: boolean, page: Page): readonly string[] {
  if (missing.length === 0) return [];
  if (isRepeated) return ['  The same is missing as above.'];
  return ['  Missing for a proof:', ...missing.map((premise) => premiseLines(premise, page).join('\n'))];
}

function premiseLines({ message, hint, at }: Premise, page: Page): readonly string[] {
  return [`  ${page.place(visible(placeOf(at)))}`, ...paragraph(message, '    ', page), ...paragraph(`fix: ${hint}`, '    ', page)];
}

function remarkLines({ message, at }: Remark, page: Page): readonly string[] {
  return [...pointLines(message, page), `      ${page.place(visible(placeOf(at)))}`];
}

function placeOf(at: Remark['at']): string {
  return address(spanOf(at));
}

function wayBlocks({ ledgers, others, otherParts, left }: ShownWays, page: Page): readonly string[] {
  return [...ledgers.map((ledger) => ledgerBlock(ledger, page)), otherBlock(others, left, page), otherParts.length === 0 ? '' : ['  Parts of the other ways:', ...rowLines(otherParts, [], page)].join('\n')];
}

function ledgerBlock({ title, way, parts, sums, notes }: Ledger, page: Page): string {
  return [...paragraph(`${title}: ${way}`, '  ', page), ...rowLines(parts, sums, page), ...notes.flatMap((note) => paragraph(note, '    ', page))].join('\n');
}

const heads = ['part', 'target', 'calendar', 'kept', 'may miss'] as const;

function rowLines(parts: readonly LedgerRow[], sums: readonly LedgerRow[], page: Page): readonly string[] {
  const cells = [...parts, ...sums].map(({ name: part, time, calendar, kept, missed }) => [name(part), name(time), name(calendar), kept, missed]);
  const lines = aligned([heads, ...fitNames(cells, page)], new Set([1, 3, 4])).map((line) => `    ${line}`);
  const [head = '', ...rows] = lines;
  const details = parts.map(({ detail }) => (detail === undefined ? [] : paragraph(detail, '      ', page, page.quiet)));
  const rule = sums.length === 0 ? [] : [page.quiet(`    ${'-'.repeat(Math.max(...lines.map(columnsOf)) - 4)}`)];
  return [page.quiet(head), ...rows.slice(0, parts.length).flatMap((row, index) => [row, ...(details[index] ?? [])]), ...rule, ...rows.slice(parts.length)];
}

/** The names of parts give way where the table is wider than the terminal. */
function fitNames(rows: readonly (readonly string[])[], { columns }: Page): readonly (readonly string[])[] {
  const widest = (index: number): number => Math.max(...[heads, ...rows].map((row) => columnsOf(row[index] ?? '')));
  const rest = [1, 2, 3, 4].reduce((sum, index) => sum + widest(index) + 2, 4);
  return rows.map(([part = '', ...others]) => [cutTo(part, Math.max(12, columns - rest)), ...others]);
}

function otherBlock(others: readonly OtherWay[], left: number, page: Page): string {
  if (others.length + left === 0) return '';
  const lines = others.flatMap(({ way, time, missed }) => paragraph(`${way}: ${[time, `may miss ${missed}`].filter((words) => words !== '').join(', ')}`, '    ', page));
  return ['  Other ways:', ...lines, ...(left === 0 ? [] : [`    ... and ${left === Number.MAX_SAFE_INTEGER ? 'very many' : left} more`])].join('\n');
}

function list(title: string, points: readonly string[], page: Page): string {
  return points.length === 0 ? '' : [`  ${title}`, ...points.flatMap((point) => pointLines(point, page))].join('\n');
}

function pointLines(point: string, page: Page): readonly string[] {
  const [first = '', ...rest] = paragraph(point, '      ', page);
  return [`    - ${first.slice(6)}`, ...rest];
}

function headingOf(title: string, id: string): string {
  return `${name(title)} (${name(id)})`;
}

function name(words: string): string {
  return shorten(visible(words), longestName);
}

/** A text as indented lines that fit the terminal. What was harmless inside a line may be a command at the beginning of one. */
function paragraph(words: string, indent: string, { columns }: Page, paint: Paint = (line) => line): readonly string[] {
  return wrapped(shorten(visible(words), longestText), columns - indent.length).map((line) => indent + paint(visible(line)));
}

function closing(results: ProofResults, view: ProofView, page: Page): string {
  return view.quiet ? '' : closingLines(results, view).flatMap((line) => paragraph(line, '', page)).join('\n');
}
