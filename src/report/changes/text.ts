import picocolors from 'picocolors';
import { count } from '../../base/words.js';
import { tallyWords } from '../../diff/tally.js';
import type { Change } from '../../diff/change.js';
import type { Level } from '../../schema/meanings.js';
import { wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import { address } from '../place.js';
import { shorten } from '../shorten.js';
import { changesOf, type ChangeReporter, type ChangeView, type WorkspaceChanges } from './change-results.js';
import { alsoWords, byDocument, harmedWords, policyWords, versionWords, type ToldOnce } from './change-words.js';

const longestText = 2_000;

/** For people at a terminal: what differs, document by document, the most harmful first. */
export const text: ChangeReporter = {
  id: 'text',
  report(results, view) {
    const page = pageOf(view);
    const all = changesOf(results);
    const shown = new Set(all.slice(0, view.maxProblems));
    const left = all.length - shown.size;
    const blocks = [
      ...results.workspaces.flatMap((workspace) => workspaceBlocks(workspace, shown, page, results.workspaces.length > 1)),
      left > 0 ? `... and ${count(left, 'more change')}. \`--max-problems ${all.length}\` tells all of them.` : '',
      view.quiet && all.length === 0 ? '' : page.strong(`Changes ${visible(versionWords(results))}: ${tallyWords(all)}`),
    ].filter((block) => block !== '');
    return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
  },
};

type Paint = (text: string) => string;

/** How lines are made on this terminal. */
interface Page {
  readonly columns: number;
  readonly strong: Paint;
  readonly quiet: Paint;
  readonly level: Readonly<Record<Level, Paint>>;
}

function pageOf({ color, columns }: ChangeView): Page {
  const { bold, dim, red, yellow, green } = picocolors.createColors(color);
  return { columns: Math.max(40, columns), strong: bold, quiet: dim, level: { breaking: red, compatible: yellow, editorial: green } };
}

function workspaceBlocks({ root, title, changes, unread }: WorkspaceChanges, shown: ReadonlySet<Change>, page: Page, isNamed: boolean): readonly string[] {
  const unreadBlocks = unread.map(({ side, count: number, first }) => paragraph(`${count(number, 'document')} of the ${side} cannot be read and ${number === 1 ? 'takes' : 'take'} no part: ${first.span === undefined ? '' : `${address(first.span)} `}${first.message}`, '', page));
  const blocks = [...unreadBlocks, ...byDocument(changes.filter((change) => shown.has(change))).map(([document, list]) => [page.strong(visible(document)), ...list.map((told) => changeLines(told, page))].join('\n'))];
  if (blocks.length === 0 || !isNamed) return blocks;
  return [page.strong(`Workspace "${visible(title)}" in ${root === '.' ? 'this folder' : visible(root)}`), ...blocks];
}

const indent = ' '.repeat(4);

function changeLines(told: ToldOnce, page: Page): string {
  const { change } = told;
  const { level, regulated, kind } = change;
  const head = `  ${page.level[level](level)}${regulated ? page.strong(' regulated') : ''}  ${page.quiet(kind)}`;
  return [head, paragraph([change.message, harmedWords(change), policyWords(change), alsoWords(told)].filter((word) => word !== '').join(' '), indent, page), page.quiet(`${indent}${visible(places(change))}`)].join('\n');
}

/** Where it stands after; for what was removed, where it stood before. */
function places({ before, after }: Change): string {
  if (after === undefined) return before === undefined ? '' : `${address(before)} (before)`;
  return before === undefined || address(before) === address(after) ? address(after) : `${address(after)} (before: ${address(before)})`;
}

function paragraph(words: string, margin: string, { columns }: Page): string {
  return wrapped(shorten(visible(words), longestText), columns - margin.length).map((line) => `${margin}${line}`).join('\n');
}
