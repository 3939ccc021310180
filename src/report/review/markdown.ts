import { groupBy } from '../../base/groups.js';
import { sentence } from '../../base/words.js';
import type { Change } from '../../diff/change.js';
import { tallyWords } from '../../diff/tally.js';
import { alsoWords, audienceOrder, audienceWords, toldOnce, versionWords, type ToldOnce } from '../changes/change-words.js';
import { markdownCode, markdownText } from '../escape/markdown.js';
import { fitComment } from '../fit-comment.js';
import { address } from '../place.js';
import { shorten } from '../shorten.js';
import type { ReviewReporter } from './review-results.js';
import { headline, isWorthTelling, objectionWords, obstaclesOf, proofWords, remarksOf } from './review-words.js';

const longestText = 1_000;
/** Of more, the rest is counted: a comment is summarised and never cut silently. */
const mostItems = 40;

/** The comment on a pull request: one sentence, what is to be done, the changes by who may be harmed, the proofs before and after. */
export const markdown: ReviewReporter = {
  id: 'markdown',
  report(results, { quiet }) {
    const { workspaces } = results;
    const [changes, obstacles, remarks] = [workspaces.flatMap((each) => each.changes).filter(isWorthTelling), workspaces.flatMap(obstaclesOf), workspaces.flatMap(remarksOf)];
    if (quiet && changes.length + obstacles.length === 0) return '';
    return fitComment([
      `## ${markdownText(`${results.tool.name}: ${headline(results)}`)}`,
      ...list('What is to be done', obstacles.map((each) => prose(objectionWords(each)))),
      ...(changes.length === 0 ? [] : [`**${sentence(tallyWords(changes))}**, ${markdownText(versionWords(results))}`]),
      ...byHarm(changes).flatMap(([title, own]) => list(title, toldOnce(own).map(item))),
      ...list('Promises that are proved otherwise', workspaces.flatMap(({ proofs }) => proofs).map((proof) => `${proof.isWorse ? '**worse** ' : ''}${prose(proofWords(proof))}`)),
      ...list('Worth a look', remarks.map((each) => prose(objectionWords(each)))),
    ]);
  },
};

function list(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, mostItems).map((each) => `- ${each}`);
  return [`**${title}**`, ...shown, ...(items.length > mostItems ? [`- ... and ${items.length - mostItems} more; the other formats tell all of them`] : [])];
}

/** Changes by who may be harmed; one that harms several stands with the first of them. */
function byHarm(changes: readonly Change[]): readonly (readonly [title: string, changes: readonly Change[]])[] {
  const groups = groupBy(changes, ({ harms }) => harms[0]);
  const harmful = [...groups].filter(([audience]) => audience !== undefined).sort(([a], [b]) => audienceOrder(a!) - audienceOrder(b!)).map(([audience, own]) => [`May harm ${audienceWords(audience!)}`, own] as const);
  const harmless = groups.get(undefined) ?? [];
  return [...harmful, ...(harmless.length === 0 ? [] : [['Harms nobody', harmless] as const])];
}

function item(told: ToldOnce): string {
  const { change } = told;
  const place = change.after ?? change.before;
  const where = place === undefined ? '' : ` (${markdownCode(address(place))}${change.after === undefined ? ', before' : ''})`;
  return `${change.level}${change.regulated ? ', **regulated**' : ''}: ${prose([change.message, alsoWords(told)].filter((word) => word !== '').join(' '))}${where}`;
}

function prose(words: string): string {
  return markdownText(shorten(words, longestText));
}
