import { count } from '../../base/words.js';
import { alsoWords, policyWords, type ToldOnce } from '../changes/change-words.js';
import { markdownCode, markdownText } from '../../base/escape/markdown.js';
import { shorten } from '../shorten.js';
import type { ChangelogReporter, ChangelogSection, WorkspaceChangelog } from './changelog-results.js';
import { entriesOf, recordWords, sectionTitle, titleOf, type Entry } from './changelog-words.js';

const longestText = 1_000;

/** For a file such as `CHANGELOG.md`, or for release notes. Nothing is left out. */
export const markdown: ChangelogReporter = {
  id: 'markdown',
  report(results) {
    const { workspaces } = results;
    const blocks = workspaces.flatMap((workspace) => workspaceBlocks(workspace, workspaces.length > 1));
    return `${['# Changelog', prose(`${titleOf(results)}.`), ...blocks, ...(blocks.length === 0 ? ['Nothing has changed.'] : [])].join('\n\n')}\n`;
  },
};

function workspaceBlocks({ title, unread, sections }: WorkspaceChangelog, isNamed: boolean): readonly string[] {
  const lost = unread.map(({ side, count: number, first }) => `**${count(number, 'document')} of the ${side} cannot be read.** ${prose(first.message)}`);
  const blocks = [...lost, ...sections.flatMap(sectionBlocks)];
  return blocks.length === 0 || !isNamed ? blocks : [`# ${prose(title)}`, ...blocks];
}

function sectionBlocks(section: ChangelogSection): readonly string[] {
  const records = recordWords(section);
  return [...(section.isDated ? [`## ${sectionTitle(section)}`] : []), ...entriesOf(section).flatMap(entryBlocks), ...(records === '' ? [] : [prose(records)])];
}

function entryBlocks({ document, title, version, groups, counted }: Entry): readonly string[] {
  return [
    `### ${markdownCode(document)} ${markdownText(version)}`,
    prose(title),
    ...groups.flatMap(([group, list]) => [`**${group}**`, list.map(item).join('\n')]),
    ...counted.map(prose),
  ];
}

function item(told: ToldOnce): string {
  const { level, regulated, message } = told.change;
  return `- ${level}${regulated ? ', **regulated**' : ''}: ${prose([message, policyWords(told.change), alsoWords(told)].filter((each) => each !== '').join(' '))}`;
}

function prose(words: string): string {
  return markdownText(shorten(words, longestText));
}
