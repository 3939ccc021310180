import picocolors from 'picocolors';
import { sentence } from '../../base/words.js';
import type { Objection } from '../../control/gate-rule.js';
import { tallyWords } from '../../diff/tally.js';
import { wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import { alsoWords, byDocument, harmedWords, policyWords, versionWords } from '../changes/change-words.js';
import { shorten } from '../shorten.js';
import type { ReviewReporter, WorkspaceReview } from './review-results.js';
import { caveat, headline, isWorthTelling, objectionWords, obstaclesOf, placeWords, proofWords, remarksOf } from './review-words.js';

const longestText = 2_000;

/** For people at a terminal: what stands against merging, then what changes, then the proofs. */
export const text: ReviewReporter = {
  id: 'text',
  report(results, { color, columns, maxProblems, quiet }) {
    const { bold } = picocolors.createColors(color);
    const line = (words: string, indent = ''): string => wrapped(shorten(visible(words), longestText), Math.max(40, columns) - indent.length - 2).map((each, index) => `${indent}${index === 0 ? '- ' : '  '}${each}`).join('\n');
    const section = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : [bold(title), ...lines.slice(0, maxProblems), ...(lines.length > maxProblems ? [`... and ${lines.length - maxProblems} more`] : [])].join('\n'));
    const all = <Each>(of: (workspace: WorkspaceReview) => readonly Each[]): readonly Each[] => results.workspaces.flatMap(of);
    const blocks = [
      bold([headline(results), caveat(results)].filter((words) => words !== '').join(' ')),
      section('To do:', all(obstaclesOf).map((each) => line(placedWords(each), '  '))),
      section(`${sentence(tallyWords(all(({ changes }) => changes.filter(isWorthTelling))))}, ${visible(versionWords(results))}:`, all(({ changes }) => byDocument(changes.filter(isWorthTelling)).flatMap(([, list]) => list)).map((told) => line([`${told.change.level}${told.change.regulated ? ', regulated' : ''}: ${told.change.message}`, harmedWords(told.change), policyWords(told.change), alsoWords(told)].filter((word) => word !== '').join(' '), '  '))),
      section('Promises that are proved otherwise:', all(({ proofs }) => proofs).map((proof) => line(proofWords(proof), '  '))),
      section('Worth a look:', all(remarksOf).map((each) => line(placedWords(each), '  '))),
    ].filter((block) => block !== '');
    return quiet && blocks.length === 1 ? '' : `${blocks.join('\n\n')}\n`;
  },
};

function placedWords(objection: Objection): string {
  return [placeWords(objection), objectionWords(objection)].filter((words) => words !== undefined).join(': ');
}
