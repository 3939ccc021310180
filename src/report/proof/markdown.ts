import type { Premise, Remark } from '../../analysis/proof/verdict.js';
import { count, listOf } from '../../base/words.js';
import { markdownCode, markdownText } from '../../base/escape/markdown.js';
import { fitComment } from '../fit-comment.js';
import { placeOf } from '../place.js';
import { shorten } from '../shorten.js';
import { closingLines, leftLine } from './closing.js';
import type { Ledger, LedgerRow, ShownWays } from './ledger.js';
import { shortWords, storyOf, tallyWords, type PromiseStory, type TargetStory } from './promise-story.js';
import { verdictTitles, verdictWords } from '../../analysis/proof/promise-words.js';
import { spanOf } from './proof-findings.js';
import { chooseShown, countVerdicts, promisesOf, worstOf, type MadePromise, type ProofReporter, type ProofResults, type ProofView, type WorkspaceProofs } from './proof-results.js';

const longestText = 1_000;
const longestName = 200;
const longestState = 300;

/** For a comment on a pull request or a step summary: a table of every promise, and what is violated or not proved in full. */
export const markdown: ProofReporter = {
  id: 'markdown',
  report(results, view) {
    const { shown, left } = chooseShown(results, view);
    if (view.quiet && shown.length === 0 && results.workspaces.every(({ unread }) => unread === undefined)) return '';
    return fitComment([heading(results), ...results.workspaces.flatMap(unreadBlock), ...(view.quiet ? [] : [overview(results)]), ...shown.flatMap((made) => promiseBlocks(made, results)), leftLine(left), ...closing(results, view)].filter((block) => block !== ''));
  },
};

function heading({ tool, workspaces }: ProofResults): string {
  return `## ${markdownText(tool.name)}: ${tallyWords(countVerdicts(workspaces))}`;
}

function unreadBlock({ unread }: WorkspaceProofs): readonly string[] {
  if (unread === undefined) return [];
  const { count: number, first } = unread;
  const where = first.span === undefined ? '' : ` (${placeWords(first.span)})`;
  return [`**${count(number, 'document')} with problems left out.** The verdicts hold only for what could be read. The first problem: ${prose(first.message)}${where}`];
}

/** A table is never cut in a comment, so it is kept short enough to stay. */
const mostRows = 60;

function overview(results: ProofResults): string {
  const made = promisesOf(results.workspaces);
  if (made.length === 0) return '';
  const rows = worstOf(made, mostRows).map(({ journey, promise }) => [titled(journey.proof.title, journey.proof.journey), titled(promise.title, promise.promise), verdictWords[promise.verdict], prose(shortWords(promise), longestState)]);
  const left = made.length - rows.length;
  return [table(['Journey', 'Promise', 'Verdict', 'What is left'], rows), ...(left === 0 ? [] : [`and ${count(left, 'more promise')}`])].join('\n\n');
}

function promiseBlocks(made: MadePromise, results: ProofResults): readonly string[] {
  const { promise, facts, targets, outside }: PromiseStory = storyOf(made, results.asOf);
  return [
    `### ${titled(promise.title, promise.promise)} in ${titled(made.journey.proof.title, made.journey.proof.journey)}: ${verdictWords[promise.verdict]}`,
    facts.map((fact) => prose(fact)).join(' '),
    ...targets.flatMap(targetBlocks),
    outside.length === 0 ? '' : `Outside this promise:\n\n${outside.map((remark) => `- ${prose(remark.message)} (${remarkPlace(remark)})`).join('\n')}`,
  ];
}

function targetBlocks({ heading: title, verdict, judgement, ways, missing, missesTheSame, repairs, notes, asAbove }: TargetStory): readonly string[] {
  return [
    `#### ${prose(title)}`,
    `**${verdictTitles[verdict]}**: ${prose(judgement)}`,
    missesTheSame ? 'The same is missing as above.' : missing.map(premiseLines).join('\n'),
    ...(ways === undefined ? [] : wayBlocks(ways)),
    list('What would have to change:', repairs),
    ...notes.map((note) => list(note.title, note.words)),
    asAbove.length === 0 ? '' : `As above: ${listOf(asAbove)}.`,
  ];
}

function premiseLines(premise: Premise): string {
  return [`- **Missing**: ${prose(premise.message)} (${remarkPlace(premise)})`, `  - Fix: ${prose(premise.hint)}`].join('\n');
}

function wayBlocks({ ledgers, others, otherParts, left }: ShownWays): readonly string[] {
  const more = left === 0 ? [] : [`- and ${left === Number.MAX_SAFE_INTEGER ? 'very many' : left} more`];
  const lines = others.map(({ way, time, missed }) => `- ${prose(way)}: ${[time, `may miss ${missed}`].filter((words) => words !== '').join(', ')}`);
  return [
    ...ledgers.map(ledgerBlock),
    lines.length + more.length === 0 ? '' : `Other ways:\n\n${[...lines, ...more].join('\n')}`,
    otherParts.length === 0 ? '' : `Parts of the other ways:\n\n${partTable(otherParts, [])}`,
  ];
}

function ledgerBlock({ title, way, parts, sums, notes }: Ledger): string {
  return [`${title}: ${prose(way)}`, partTable(parts, sums), ...notes.map((note) => prose(note))].join('\n\n');
}

function partTable(parts: readonly LedgerRow[], sums: readonly LedgerRow[]): string {
  const cells = ({ name, detail, time, calendar, kept, missed }: LedgerRow, isSum: boolean): readonly string[] => {
    const words = isSum ? `**${name}**` : prose(name, longestName);
    return [words, detail === undefined ? '' : prose(detail), prose(time, longestName), prose(calendar, longestName), kept, missed];
  };
  return table(['Part', 'Who and what', 'Target', 'Calendar', 'Kept', 'May miss'], [...parts.map((row) => cells(row, false)), ...sums.map((row) => cells(row, true))], 2);
}

/** Cells are escaped already; a bar in them would end a cell, even in code. */
function table(heads: readonly string[], rows: readonly (readonly string[])[], right = heads.length): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  const rule = heads.map((_, index) => (index >= right && index !== 3 ? '---:' : '---'));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}

function list(title: string, points: readonly string[]): string {
  return points.length === 0 ? '' : `${title}\n\n${points.map((point) => `- ${prose(point)}`).join('\n')}`;
}

function remarkPlace({ at }: Remark): string {
  return placeWords(spanOf(at));
}

function placeWords(span: Parameters<typeof placeOf>[0]): string {
  const { uri, start } = placeOf(span);
  return `${markdownCode(shorten(uri, longestName))}, line ${start.line}`;
}

function titled(title: string, id: string): string {
  return `${prose(title, longestName)} (${markdownCode(shorten(id, longestName))})`;
}

function prose(words: string, most = longestText): string {
  return markdownText(shorten(words, most));
}

function closing(results: ProofResults, view: ProofView): readonly string[] {
  if (view.quiet) return [];
  const [, ...rest] = closingLines(results, view);
  return promisesOf(results.workspaces).length === 0 ? closingLines(results, view).map((line) => prose(line)) : rest.map((line) => prose(line));
}
