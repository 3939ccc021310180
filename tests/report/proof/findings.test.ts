import { expect, test } from 'vitest';
import { proofReporters } from '../../../src/report/proof/index.js';
import { findingsOfProofs } from '../../../src/report/proof/proof-findings.js';
import { broken, fullProofs, gap, journey, made, promise, proofs, sla, target, unproved, unreadFinding, view, workspace } from './harness.js';

/** The full run, with every journey in force. */
function inForce(): ReturnType<typeof fullProofs> {
  const full = fullProofs();
  return { ...full, workspaces: full.workspaces.map((each) => ({ ...each, journeys: each.journeys.map((one) => ({ ...one, status: 'active' as const })) })) };
}

function report(id: string, results = inForce(), seen = view): string {
  return proofReporters.find((each) => each.id === id)!.report(results, seen);
}

/** The text that a finding points at. */
function pointsAt({ span }: (typeof findingsOf)[number]): string {
  return span === undefined ? '' : span.source.text.slice(span.start, span.end);
}

const findingsOf = findingsOfProofs(workspace({ unread: { count: 3, first: unreadFinding }, journeys: [journey({ promises: [promise({ targets: [broken], outside: [{ message: 'The customer waits.', from: 'reported', to: 'registered', at: { spec: sla, path: ['clock', 'start'] } }] }), promise({ targets: [unproved(gap), { ...unproved(gap), group: { tier: 'gold' } }] })] })] }));

test('what is violated is an error at its target, what is missing a warning where it is mended, a wait outside a note', () => {
  expect(findingsOf.map((each) => [each.severity, each.code, each.message, pointsAt(each)])).toEqual([
    ['error', 'PROOF-UNREAD', '3 documents with problems are left out, and every verdict holds only for what could be read. The first problem: There is no kind `Slaa`.', 'Slaa'],
    ['info', 'PROOF-OUTSIDE', 'The customer waits.', 'registered'],
    ['warning', 'PROOF-GAP', 'Nobody promises how long it takes from `inspected` to `paid`. So `settlement`, which journey `motor-claim` promises, is not proved.', '[paid, declined]'],
    ['error', 'PROOF-VIOLATED', 'The promise `settlement` of journey `motor-claim` for everybody is broken even if every part keeps its own target: a case that goes classify -> visit -> transfer may take 54 h, and 50 h are promised.', '{within: 6d, percent: 94, each: tier}'],
  ]);
});

test('a draft that is violated is a warning', () => {
  const plan = workspace({ journeys: [journey({ status: 'draft', promises: [promise({ targets: [broken] })] })] });
  expect(findingsOfProofs(plan).map(({ severity, code }) => [severity, code])).toEqual([['warning', 'PROOF-VIOLATED']]);
});

test('the next step of a violated promise is what would have to change', () => {
  expect(findingsOf.at(-1)!.hint).toBe('Make the parts of the longest way shorter by 4 h together, for example `ola-inspection` from 30 h to 26 h. Or promise what the parts can keep: 6d (54 h are needed) for 94 % of the cases of each tier.');
});

test('what is neither proved nor violated is told even if nothing is named that is missing', () => {
  expect(findingsOfProofs(made(unproved())[0]!).map(({ severity, message }) => [severity, message])).toEqual([['warning', 'The promise `settlement` of journey `motor-claim` for everybody is neither proved nor violated.']]);
});

test('a promise without a target is told, and is a case that fails where what is not proved fails', () => {
  const empty = workspace({ journeys: [journey({ promises: [promise({ targets: [] })] })] });
  expect(findingsOfProofs(empty).map((each) => [each.severity, each.message, pointsAt(each).slice(0, 15)])).toEqual([['warning', 'The promise `settlement` of journey `motor-claim` has no target, so there is nothing to prove.', '- {within: 6d, ']]);
  expect(report('junit', proofs([empty]))).toContain('tests="1" failures="0" skipped="1"');
  expect(report('junit', proofs([empty]), { ...view, failOn: 'warning' })).toContain('tests="1" failures="1" skipped="0"');
});

test('a proved promise is no finding', () => {
  expect(findingsOfProofs(workspace({}))).toEqual([]);
  expect(report('github', proofs([workspace({})]))).toBe('');
});

test('GitHub shows them beside the lines', () => {
  expect(report('github').split('\n').map((line) => line.split(',title=')[0])).toEqual([
    '::notice file=slas/settlement.yaml,line=14,col=10,endLine=14,endColumn=20',
    '::error file=slas/settlement.yaml,line=18,col=5,endLine=18,endColumn=42',
    '::error file=b/slas/late.yaml,line=1,col=7,endLine=1,endColumn=11',
    '::warning file=slas/settlement.yaml,line=15,col=9,endLine=15,endColumn=25',
    '',
  ]);
});

test('GitLab and SARIF list them with their sorts', () => {
  expect((JSON.parse(report('gitlab')) as { check_name: string; severity: string }[]).map((issue) => [issue.check_name, issue.severity])).toEqual([
    ['proof/outside', 'info'],
    ['proof/violated', 'major'],
    ['proof/unread', 'major'],
    ['proof/gap', 'minor'],
  ]);
  const [run] = (JSON.parse(report('sarif')) as { runs: { results: { ruleId: string; level: string }[]; automationDetails: { id: string } }[] }).runs;
  expect(run!.automationDetails.id).toBe('waymark/prove/');
  expect(run!.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([['PROOF-OUTSIDE', 'note'], ['PROOF-VIOLATED', 'error'], ['PROOF-UNREAD', 'error'], ['PROOF-GAP', 'warning']]);
});

test('a finding keeps its fingerprint while numbers change', () => {
  const fingerprint = (seconds: number): string => findingsOfProofs(made({ ...broken, counterExample: { ...broken.counterExample!, seconds } })[0]!)[0]!.fingerprint;
  expect(fingerprint(200_000)).toBe(fingerprint(300_000));
});

test('findings of several tiers and journeys have fingerprints of their own', () => {
  const twice = workspace({ journeys: [journey({ promises: [promise({ targets: [broken, { ...broken, group: { tier: 'gold' } }] })] }), { status: 'active', proof: { journey: 'motor-claim-at', title: 'Austria', promises: [promise({ targets: [broken, target({})] })] } }] });
  const names = findingsOfProofs(twice).map(({ fingerprint }) => fingerprint);
  expect(new Set(names).size).toBe(3);
});

test('JUnit has a case for each target: failed when violated, skipped when not proved', () => {
  const cases = (output: string): readonly string[] => [...output.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"[^>]*>\n<([a-z-]+)/g)].map(([, journeyId, name, outcome]) => `${journeyId}: ${name}: ${outcome}`);
  const listed = ['motor-claim: settlement for everybody else: system-out', 'motor-claim: settlement for tier gold: system-out', 'motor-claim: settlement for everybody: failure', 'b: every document can be read: failure'];
  expect(cases(report('junit'))).toEqual([...listed, 'motor-claim: settlement for everybody: skipped']);
  expect(cases(report('junit', inForce(), { ...view, failOn: 'warning' }))).toEqual([...listed, 'motor-claim: settlement for everybody: failure']);
  expect(report('junit')).toContain('<testsuites name="waymark" tests="5" failures="2" skipped="1">');
  expect(report('junit', inForce(), { ...view, failOn: 'never' })).toContain('<testsuites name="waymark" tests="5" failures="0" skipped="3">');
  expect(report('junit', fullProofs())).toContain('<testsuites name="waymark" tests="5" failures="1" skipped="2">');
});
