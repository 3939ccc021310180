import type { Due } from '../../analysis/due/due.js';
import type { StaleJourney } from '../../audit/stale-journeys.js';
import { markdownCell, markdownText } from '../../base/escape/markdown.js';
import { lineAddress } from '../place.js';
import { shorten } from '../shorten.js';
import type { DueReporter, DueResults, DueWorkspace } from './due-results.js';
import { headingOf, introduction, kindWords, nothingWords, notes, ownerWords, staleIntroduction, staleLines, staleTitle, subjectWords, whenWords } from './due-words.js';

const longestText = 1_000;

/** For a page or a message to the teams: one table for each workspace. */
export const markdown: DueReporter = {
  id: 'markdown',
  report(results) {
    const blocks = results.workspaces.flatMap((workspace) => workspaceBlocks(results, workspace));
    return `${['# What is due', prose(introduction(results)), ...blocks, ...notes(results).map(prose)].join('\n\n')}\n`;
  },
};

function workspaceBlocks(results: DueResults, { root, due, stale = [] }: DueWorkspace): readonly string[] {
  const heading = headingOf(results, root);
  const tail = stale.length === 0 ? [] : [prose(staleIntroduction), stale.map(staleItem).join('\n')];
  return [...(heading === '' ? [] : [`## ${prose(heading)}`]), due.length === 0 ? nothingWords(results) : table(due), ...tail];
}

function table(due: readonly Due[]): string {
  const rows = due.map((each) => [each.day, whenWords(each), kindWords[each.kind], subjectWords(each), ownerWords(each.owner), each.next, lineAddress(each.span)]);
  return ['| Day | When | What | Of | Owner | Next step | Where |', '|---|---|---|---|---|---|---|', ...rows.map((cells) => `| ${cells.map((cell) => markdownCell(shorten(cell, longestText))).join(' | ')} |`)].join('\n');
}

function staleItem(stale: StaleJourney): string {
  return [`- ${prose(staleTitle(stale))}`, ...staleLines(stale).map((line) => `  - ${prose(line)}`)].join('\n');
}

function prose(words: string): string {
  return markdownText(shorten(words, longestText));
}
