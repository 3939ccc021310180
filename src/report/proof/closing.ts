import type { Diagnostic } from '../../base/diagnostic.js';
import { count } from '../../base/words.js';
import { fails } from '../findings.js';
import { cardOf } from './proof-cards.js';
import { findingsOfProofs } from './proof-findings.js';
import { tallyWords } from './promise-story.js';
import { chooseShown, countVerdicts, promisesOf, type ProofResults, type ProofView } from './proof-results.js';

/** The closing words of a run: how many promises of each verdict, what fails it, and where more is told. */
export function closingLines(results: ProofResults, view: ProofView): readonly string[] {
  return [foundLine(results), failedLine(results, view), moreLine(results, view)].filter((line) => line !== '');
}

function foundLine({ workspaces, asked }: ProofResults): string {
  const made = promisesOf(workspaces);
  if (made.length === 0) return asked === undefined ? 'No journey makes a promise. A journey names its promises in `slas`.' : `The journey \`${asked}\` makes no promise. A journey names its promises in \`slas\`.`;
  const journeys = new Set(made.map(({ journey }) => journey)).size;
  return `${tallyWords(countVerdicts(workspaces))} in ${count(journeys, 'journey')}`;
}

function failedLine({ workspaces }: ProofResults, { failOn }: ProofView): string {
  const found = workspaces.flatMap(findingsOfProofs);
  if (found.every(({ severity }) => severity === 'info')) return '';
  if (failOn === 'never') return 'Nothing fails this run';
  return found.some((diagnostic) => fails(diagnostic, failOn)) ? '' : `${harmlessWords(found)} does not fail this run (--fail-on not-proved)`;
}

/** What weighs as a warning only. */
function harmlessWords(found: readonly Diagnostic[]): string {
  const warnings = found.filter(({ severity }) => severity === 'warning');
  const drafts = warnings.filter(({ rule }) => rule === cardOf('violated').id);
  if (drafts.length === 0) return 'What is not proved';
  return drafts.length === warnings.length ? 'A violated draft' : 'What is not proved, or is violated as a draft,';
}

function moreLine(results: ProofResults, view: ProofView): string {
  const { shown } = chooseShown(results, view);
  const told = new Set(shown.map(({ promise }) => promise));
  const hidden = promisesOf(results.workspaces).find(({ promise }) => promise.verdict === 'proved' && !told.has(promise));
  return hidden === undefined || view.all ? '' : `\`waymark prove ${hidden.promise.promise}\` shows how a promise is proved, --all shows all of them`;
}

/** How many promises are not told in full though they ought to be; empty when there are none. */
export function leftLine(left: number): string {
  return left === 0 ? '' : `... and ${count(left, 'more promise')} (--max-problems tells how many are told in full)`;
}
