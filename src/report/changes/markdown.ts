import { groupBy } from '../../base/groups.js';
import { count } from '../../base/words.js';
import { levels, tallyWords } from '../../diff/tally.js';
import type { Change } from '../../diff/change.js';
import { markdownCode, markdownText } from '../../base/escape/markdown.js';
import { joinBlocks, roomInComment } from '../fit-comment.js';
import { address } from '../place.js';
import { shorten } from '../shorten.js';
import { changesOf, type ChangeReporter, type ChangeResults, type WorkspaceChanges } from './change-results.js';
import { alsoWords, byDocument, harmedWords, policyWords, versionWords, type ToldOnce } from './change-words.js';

const longestText = 1_000;

/** For a comment on a pull request or a step summary: one sentence, then the changes by level, the most harmful first. */
export const markdown: ChangeReporter = {
  id: 'markdown',
  report(results, { maxProblems, quiet }) {
    const all = changesOf(results);
    if (quiet && all.length === 0) return '';
    const layouts = [maxProblems, ...fewer.filter((most) => most < maxProblems)].map((most) => () => joinBlocks(blocksOf(results, all, most)));
    return (layouts.find((layout) => layout().length <= roomInComment) ?? layouts.at(-1)!)();
  },
};

/** Where all changes make the comment too long, so many are told, the most harmful first, and the rest is counted: nothing is cut off. */
const fewer = [100, 40, 20] as const;

function blocksOf(results: ChangeResults, all: readonly Change[], most: number): readonly string[] {
  const shown = new Set(byLevel(all).slice(0, most));
  const left = all.length - shown.size;
  return [
    `## ${markdownText(`${results.tool.name}: ${tallyWords(all)}`)}`,
    markdownText(`Compared ${versionWords(results)}.`),
    ...results.workspaces.flatMap((workspace) => workspaceBlocks(workspace, shown, results.workspaces.length > 1)),
    ...(left > 0 ? [`... and ${count(left, 'more change')}: \`waymark diff --max-problems ${all.length}\` tells all of them.`] : []),
  ];
}

function byLevel(changes: readonly Change[]): readonly Change[] {
  return levels.flatMap((level) => changes.filter((change) => change.level === level));
}

function workspaceBlocks({ title, changes, unread }: WorkspaceChanges, shown: ReadonlySet<Change>, isNamed: boolean): readonly string[] {
  const lost = unread.map(({ side, count: number, first }) => `**${count(number, 'document')} of the ${side} cannot be read.** ${prose(first.message)}${first.span === undefined ? '' : ` (${markdownCode(address(first.span))})`}`);
  const groups = groupBy(changes.filter((change) => shown.has(change)), ({ level }) => level);
  const blocks = [...lost, ...levels.flatMap((level) => levelBlocks(level, groups.get(level) ?? []))];
  return blocks.length === 0 || !isNamed ? blocks : [`### ${markdownText(title)}`, ...blocks];
}

function levelBlocks(level: string, changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  const heading = `**${count(changes.length, `${level} change`)}**`;
  return [heading, ...byDocument(changes).flatMap(([, list]) => list.map(item))];
}

function item(told: ToldOnce): string {
  const { change } = told;
  const place = change.after ?? change.before;
  const where = place === undefined ? '' : ` (${markdownCode(address(place))}${change.after === undefined ? ', before' : ''})`;
  return `- ${change.regulated ? '**regulated** ' : ''}${prose([change.message, harmedWords(change), policyWords(change), alsoWords(told)].filter((word) => word !== '').join(' '))}${where}`;
}

function prose(words: string): string {
  return markdownText(shorten(words, longestText));
}
