import picocolors from 'picocolors';
import type { Due } from '../../analysis/due/due.js';
import type { StaleJourney } from '../../audit/stale-journeys.js';
import { aligned, cutTo, wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import { address } from '../place.js';
import { shorten } from '../shorten.js';
import type { DueReporter, DueResults, DueWorkspace } from './due-results.js';
import { headingOf, introduction, kindWords, nothingWords, notes, ownerWords, staleIntroduction, staleLines, staleTitle, subjectWords, whenWords } from './due-words.js';

const longestText = 1_000;
const widestSubject = 60;
/** Days. */
const soon = 90;

/** For people at a terminal: a table, with the owner and the next step below each row that is overdue or due soon. */
export const text: DueReporter = {
  id: 'text',
  report(results, { color, columns }) {
    const colours = picocolors.createColors(color);
    const width = Math.max(40, columns);
    const blocks = results.workspaces.flatMap((workspace) => workspaceBlocks(results, workspace, width, colours));
    return `${[colours.bold(paragraph(introduction(results), '', width)), ...blocks, ...notes(results).map((each) => colours.dim(paragraph(each, '', width)))].join('\n\n')}\n`;
  },
};

type Colours = ReturnType<typeof picocolors.createColors>;

function workspaceBlocks(results: DueResults, { root, due, stale = [] }: DueWorkspace, width: number, colours: Colours): readonly string[] {
  const heading = headingOf(results, root);
  const table = due.length === 0 ? nothingWords(results) : rows(due, width, colours, results.within === undefined ? soon : Infinity);
  const tail = stale.length === 0 ? [] : [colours.bold(staleIntroduction), ...stale.map((each) => staleBlock(each, width))];
  return [...(heading === '' ? [] : [colours.bold(visible(heading))]), table, ...tail];
}

/** The next step is told of what somebody should think of by now, so that a long list stays one. */
function rows(due: readonly Due[], width: number, { red, dim }: Colours, ahead: number): string {
  const lines = aligned(due.map((each) => [each.day, whenWords(each), kindWords[each.kind], cutTo(visible(subjectWords(each)), widestSubject)]), new Set());
  return lines.map((line, at) => {
    const each = due[at]!;
    const step = each.daysLeft > ahead ? [] : [paragraph(`${ownerWords(each.owner)}. ${each.next}`, '  ', width), dim(paragraph(address(each.span), '  ', width))];
    return [each.isOverdue ? red(line) : line, ...step].join('\n');
  }).join('\n');
}

function staleBlock(stale: StaleJourney, width: number): string {
  return [paragraph(staleTitle(stale), '', width), ...staleLines(stale).map((line) => paragraph(line, '  ', width))].join('\n');
}

function paragraph(words: string, margin: string, width: number): string {
  return wrapped(shorten(visible(words), longestText), width - margin.length).map((line) => `${margin}${line}`).join('\n');
}
