import type { PromiseProof, TargetProof } from '../../analysis/proof/verdict.js';
import type { Severity } from '../../base/diagnostic.js';
import { fails } from '../findings.js';
import { address } from '../place.js';
import { element, leaf } from '../xml-elements.js';
import { groupWords, verdictTitles } from '../../analysis/proof/promise-words.js';
import { findingsOfProofs, spanOf, targetPlace, weightOfViolation } from './proof-findings.js';
import { noTarget, storyOf, type TargetStory } from './promise-story.js';
import { promisesOf, type MadePromise, type ProofReporter, type WorkspaceProofs } from './proof-results.js';

/** JUnit XML for test dashboards: a suite for each workspace, a case for each target of a promise. What is not proved is skipped unless it fails the run. */
export const junit: ProofReporter = {
  id: 'junit',
  report({ tool, workspaces, asOf }, { failOn }) {
    const suites = workspaces.map((workspace) => suiteOf(workspace, asOf, failOn));
    const sum = (of: (suite: Suite) => number): number => suites.reduce((total, suite) => total + of(suite), 0);
    const lines = element('testsuites', { name: tool.name, tests: sum(({ cases }) => cases.length), failures: sum(({ failures }) => failures), skipped: sum(({ skipped }) => skipped) }, suites.flatMap(printSuite));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
  },
};

interface Case {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly lines: readonly string[];
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
  readonly failures: number;
  readonly skipped: number;
}

function suiteOf(workspace: WorkspaceProofs, asOf: string, failOn: Severity | 'never'): Suite {
  const promised = promisesOf([workspace]).flatMap((made) => casesOf(made, asOf, failOn));
  const cases = [...unreadCases(workspace, failOn), ...promised];
  const number = (outcome: Case['outcome']): number => cases.filter((each) => each.outcome === outcome).length;
  return { name: `${workspace.title} (${workspace.root})`, cases, failures: number('failed'), skipped: number('skipped') };
}

function printSuite({ name, cases, failures, skipped }: Suite): readonly string[] {
  return element('testsuite', { name, tests: cases.length, failures, skipped }, cases.flatMap(({ lines }) => lines));
}

/** A workspace with documents that cannot be read has one case more, and that one fails. */
function unreadCases(workspace: WorkspaceProofs, failOn: Severity | 'never'): readonly Case[] {
  const found = findingsOfProofs({ ...workspace, journeys: [] });
  return found.map(({ message, rule, hint = '' }) => {
    const outcome = failOn === 'never' ? 'skipped' : 'failed';
    return { outcome, lines: element('testcase', { classname: workspace.root, name: 'every document can be read' }, [note(outcome, message, rule, [message, hint])]) };
  });
}

function casesOf(made: MadePromise, asOf: string, failOn: Severity | 'never'): readonly Case[] {
  const { targets } = storyOf(made, asOf);
  if (targets.length === 0) return [emptyCase(made, failOn)];
  return targets.map((story, index) => caseOf(made, made.promise.targets[index]!, story, failOn));
}

function emptyCase({ journey, promise }: MadePromise, failOn: Severity | 'never'): Case {
  const outcome = fails({ severity: 'warning' }, failOn) ? 'failed' : 'skipped';
  const lines = [note(outcome, noTarget, 'proof/not-proved', [noTarget])];
  return { outcome, lines: element('testcase', { classname: journey.proof.journey, name: promise.promise, file: spanOf({ spec: promise.spec, path: [] }).source.uri }, lines) };
}

function caseOf(made: MadePromise, target: TargetProof, story: TargetStory, failOn: Severity | 'never'): Case {
  const { journey, promise } = made;
  const outcome = outcomeOf(made, target, failOn);
  const name = `${promise.promise} for ${groupWords(target.group, promise.targets)}`;
  const type = target.verdict === 'violated' ? 'proof/violated' : 'proof/not-proved';
  return { outcome, lines: element('testcase', { classname: journey.proof.journey, name, file: spanOf(targetPlace(promise, target)).source.uri }, [note(outcome, judgementOf(target, story), type, linesOf(promise, target, story))]) };
}

function outcomeOf(made: MadePromise, { verdict }: TargetProof, failOn: Severity | 'never'): Case['outcome'] {
  if (verdict === 'proved') return 'passed';
  return fails({ severity: verdict === 'violated' ? weightOfViolation(made) : 'warning' }, failOn) ? 'failed' : 'skipped';
}

function note(outcome: Case['outcome'], message: string, type: string, lines: readonly string[]): string {
  if (outcome === 'passed') return leaf('system-out', {}, lines);
  return leaf(outcome === 'failed' ? 'failure' : 'skipped', outcome === 'failed' ? { message, type } : { message }, lines);
}

function judgementOf({ verdict }: TargetProof, { judgement }: TargetStory): string {
  return `${verdictTitles[verdict]}: ${judgement}`;
}

function linesOf(promise: PromiseProof, target: TargetProof, story: TargetStory): readonly string[] {
  const premises = story.missing.flatMap(({ message, hint, at }) => [`${address(spanOf(at))}  ${message}`, `  fix: ${hint}`]);
  return [`${promise.title}. ${story.heading}`, judgementOf(target, story), ...premises, ...story.repairs.map((repair) => `  change: ${repair}`)];
}
