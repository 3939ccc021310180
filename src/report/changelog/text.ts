import picocolors from 'picocolors';
import { count } from '../../base/words.js';
import { alsoWords, policyWords, type ToldOnce } from '../changes/change-words.js';
import { wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import { shorten } from '../shorten.js';
import type { ChangelogReporter, ChangelogSection, WorkspaceChangelog } from './changelog-results.js';
import { entriesOf, recordWords, sectionTitle, titleOf, type Entry } from './changelog-words.js';

const longestText = 2_000;

/** For people at a terminal: commit by commit, document by document, by who may be harmed. */
export const text: ChangelogReporter = {
  id: 'text',
  report(results, { color, columns }) {
    const { bold, dim } = picocolors.createColors(color);
    const page: Page = { columns: Math.max(40, columns), bold, dim };
    const { workspaces } = results;
    const blocks = workspaces.flatMap((workspace) => workspaceBlocks(workspace, page, workspaces.length > 1));
    const none = blocks.length === 0 ? ['Nothing has changed.'] : [];
    return `${[bold(visible(titleOf(results))), ...blocks, ...none].join('\n\n')}\n`;
  },
};

interface Page {
  readonly columns: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

function workspaceBlocks({ root, title, unread, sections }: WorkspaceChangelog, page: Page, isNamed: boolean): readonly string[] {
  const lost = unread.map(({ side, count: number, first }) => paragraph(`${count(number, 'document')} of the ${side} cannot be read and ${number === 1 ? 'takes' : 'take'} no part: ${first.message}`, '', page));
  const blocks = [...lost, ...sections.flatMap((section) => sectionBlocks(section, page))];
  if (blocks.length === 0 || !isNamed) return blocks;
  return [page.bold(`Workspace "${visible(title)}" in ${root === '.' ? 'this folder' : visible(root)}`), ...blocks];
}

function sectionBlocks(section: ChangelogSection, page: Page): readonly string[] {
  const records = recordWords(section);
  const entries = [...entriesOf(section).map((entry) => entryLines(entry, page)), ...(records === '' ? [] : [paragraph(records, '  ', page)])];
  return [...(section.isDated ? [page.bold(sectionTitle(section))] : []), ...entries];
}

function entryLines({ document, title, version, groups, counted }: Entry, page: Page): string {
  return [
    `${page.bold(visible(document))} ${visible(version)}`,
    paragraph(title, '  ', page),
    ...groups.flatMap(([group, list]) => [`  ${group}:`, ...list.map((told) => item(told, page))]),
    ...counted.map((each) => page.dim(paragraph(each, '  ', page))),
  ].join('\n');
}

function item(told: ToldOnce, { columns }: Page): string {
  const { level, regulated, message } = told.change;
  const words = [`${level}${regulated ? ', regulated' : ''}: ${message}`, policyWords(told.change), alsoWords(told)].filter((each) => each !== '').join(' ');
  return wrapped(shorten(visible(words), longestText), columns - 6).map((line, index) => `${index === 0 ? '    - ' : '      '}${line}`).join('\n');
}

function paragraph(words: string, margin: string, { columns }: Page): string {
  return wrapped(shorten(visible(words), longestText), columns - margin.length).map((line) => `${margin}${line}`).join('\n');
}
