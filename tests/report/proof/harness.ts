import type { Budget, PartOnPath, ProofPath, PromiseProof, Premise, TargetProof } from '../../../src/analysis/proof/verdict.js';
import { loadWorkspaceFrom } from '../../../src/model/load-workspace.js';
import type { Spec } from '../../../src/model/spec.js';
import type { ProofResults, ProofView, ProvedJourney, WorkspaceProofs } from '../../../src/report/proof/proof-results.js';
import { sourceText } from '../../../src/base/source.js';

const hour = 3600;

/** A time of so many hours on the office calendar, kept by so many millionths. */
export function hours(n: number, kept: number, more: Partial<Budget> = {}): Budget {
  return { within: `${n}h`, seconds: n * hour, kept, calendar: 'claims-hours', window: 'P1M', ...more };
}

export function part(id: string, title: string, from: string, to: string, budget: Budget, provider = 'claims-ops'): PartOnPath {
  return { part: id, title, from, to, target: budget, provider };
}

export const triage = part('ola-triage', 'Claim is classified', 'registered', 'classified', hours(4, 980_000));
export const inspection = part('ola-inspection', 'Car is inspected', 'classified', 'inspected', hours(30, 980_000), 'field-inspection');
export const photo = part('ola-photo', 'Estimate from photos', 'classified', 'inspected', hours(2, 990_000));
export const payment = part('bank-transfer', 'Bank pays the customer', 'inspected', 'paid', hours(20, 980_000), 'house-bank');

/** A way whose parts follow each other on one calendar. */
export function way(steps: readonly string[], parts: readonly PartOnPath[], more: Partial<ProofPath> = {}): ProofPath {
  const seconds = parts.reduce((sum, each) => sum + (each.target.seconds ?? 0), 0);
  const shortfall = parts.reduce((sum, each) => sum + 1_000_000 - each.target.kept, 0);
  return { steps, parts, seconds, shortfall, isTooLong: false, isTooUncertain: false, ...more };
}

export const byVisit = way(['classify', 'visit', 'transfer'], [triage, inspection, payment]);
export const byPhoto = way(['classify', 'transfer'], [triage, photo, payment]);

export function target(fields: Partial<TargetProof>): TargetProof {
  return {
    group: {},
    verdict: 'proved',
    target: hours(60, 940_000, { within: '6d' }),
    premises: [],
    assumptions: [],
    paths: [byVisit, byPhoto],
    pathCount: 2,
    slack: { seconds: 6 * hour, shortfall: 0 },
    rooms: [
      { part: 'ola-triage', seconds: 6 * hour, shortfall: 0 },
      { part: 'ola-inspection', seconds: 6 * hour, shortfall: 0 },
      { part: 'ola-photo', seconds: 34 * hour, shortfall: 10_000 },
      { part: 'bank-transfer', seconds: 6 * hour, shortfall: 0 },
    ],
    ...fields,
  };
}

const slaText = `apiVersion: waymark/v1
kind: Sla
id: settlement
title: Claim settled
version: 1.0.0
status: active
effective: {from: 2026-09-01}
owner: claims
type: sla
metric: duration
provider: claims-ops
consumer: customer
clock:
  start: registered
  stop: [paid, declined]
calendar: claims-hours
targets:
  - {within: 6d, percent: 94, each: tier}
  - {tier: gold, within: 5d, percent: 94}
window: P1M
expires: 2027-08-31
`;

const workspaceText = 'apiVersion: waymark/v1\nkind: Workspace\nid: motor\ntitle: Motor insurance\nnamespace: motor\norganisation: Wegwart\nbranch: main\ntimezone: Europe/Berlin\ndefaultCalendar: 24x7\ncurrency: EUR\nlanguages: [de]\nregions: [DE]\nvision: Nobody has to chase us.\npolicy: default\n';

/** The promise that all of this is about. */
export const sla: Spec<'Sla'> = loadWorkspaceFrom({ 'waymark.yaml': workspaceText, 'slas/settlement.yaml': slaText }).find('Sla', 'settlement')!;

export function promise(fields: Partial<PromiseProof>): PromiseProof {
  const targets = fields.targets ?? [target({})];
  return { promise: 'settlement', title: 'Claim settled', spec: sla, metric: 'duration', verdict: targets[0]?.verdict ?? 'not-proved', targets, outside: [], ...fields };
}

export const gap: Premise = {
  kind: 'gap',
  message: 'Nobody promises how long it takes from `inspected` to `paid`.',
  hint: 'Write a promise whose clock runs from `inspected` to `paid`.',
  at: { spec: sla, path: ['clock', 'stop'] },
};

/** Nothing adds up while a part is missing. */
export function unproved(...premises: readonly Premise[]): TargetProof {
  const { slack: _, ...rest } = target({ verdict: 'not-proved', premises, paths: [], pathCount: 0, rooms: [] });
  return rest;
}

export const tooLong = way(['classify', 'visit', 'transfer'], [triage, inspection, payment], { isTooLong: true });

/** Four hours too long by visit. */
export const broken: TargetProof = target({ verdict: 'violated', target: hours(50, 940_000, { within: '5d' }), paths: [tooLong, byPhoto], counterExample: tooLong, slack: { seconds: -4 * hour, shortfall: 0 }, rooms: [] });

export function journey(fields: Partial<ProvedJourney> & { readonly promises?: readonly PromiseProof[] }): ProvedJourney {
  const { promises = [promise({})], ...rest } = fields;
  return { status: 'active', proof: { journey: 'motor-claim', title: 'Motor claim', promises }, ...rest };
}

export function workspace(fields: Partial<WorkspaceProofs>): WorkspaceProofs {
  return { root: '.', title: 'Motor insurance', name: 'motor', documents: 12, journeys: [journey({})], ...fields };
}

/** A run over these workspaces for everything, unless one thing is asked for. */
export function proofs(workspaces: readonly WorkspaceProofs[], asked?: string): ProofResults {
  return { tool: { name: 'waymark', version: '0.1.0' }, command: 'prove', asOf: '2026-10-01', workspaces, ...(asked === undefined ? {} : { asked }) };
}

export const view: ProofView = { color: false, maxProblems: 100, quiet: false, failOn: 'error', all: false, columns: 100 };

/** Promises of one journey, one for each of these targets. */
export function made(...targets: readonly TargetProof[]): readonly WorkspaceProofs[] {
  return [workspace({ journeys: [journey({ promises: [promise({ targets, verdict: worstOf(targets) })] })] })];
}

function worstOf(targets: readonly TargetProof[]): TargetProof['verdict'] {
  const order = ['violated', 'not-proved', 'proved'] as const;
  return order.find((verdict) => targets.some((each) => each.verdict === verdict))!;
}

/** A run with everything in it: two workspaces, all verdicts, what was not read, waits outside, several tiers. */
export function fullProofs(): ProofResults {
  const outside = [{ message: 'The customer waits from `reported` to `registered`, before the clock starts.', from: 'reported', to: 'registered', at: { spec: sla, path: ['clock', 'start'] } }];
  const gold = target({ group: { tier: 'gold' }, target: hours(55, 940_000, { within: '55h' }), slack: { seconds: hour, shortfall: 0 }, horizon: { from: '2026-01-01', until: '2027-12-31' } });
  return proofs([
    workspace({ journeys: [journey({ promises: [promise({ targets: [target({}), gold], outside })] }), journey({ status: 'draft', promises: [promise({ targets: [broken], verdict: 'violated' })] })] }),
    workspace({ root: 'b', title: 'Broadband', journeys: [journey({ promises: [promise({ targets: [unproved(gap)], verdict: 'not-proved' })] })], unread: { count: 2, first: unreadFinding } }),
  ]);
}

const unreadSource = sourceText('b/slas/late.yaml', 'kind: Slaa\n');

export const unreadFinding = {
  code: 'STR-002',
  rule: 'structure/known-kind',
  severity: 'error',
  message: 'There is no kind `Slaa`.',
  fingerprint: 'unread',
  span: { source: unreadSource, start: 6, end: 10 },
} as const;

/** A run with the same text in every field that may come from outside. */
export function hostileProofs(text: string): ProofResults {
  const before = `before: ${text}\n`;
  const source = sourceText(text, `${before}${text}: y\nafter: ${text}\n`);
  const document = { ...sla.document, source };
  const spec: Spec<'Sla'> = { ...sla, id: text, coordinate: text, document, value: { ...sla.value, provider: text, consumer: text, clock: { start: text, stop: [text] } }, origin: (path) => ({ document, path }) };
  const budget: Budget = { within: text, seconds: hour, kept: 900_000, calendar: text, window: text };
  const other = { ...budget, calendar: '24x7' };
  const path: ProofPath = way([text, text], [{ ...part(text, text, text, text, other, text) }], { isTooLong: true, worstStart: text });
  const at = { spec, path: ['targets'] };
  const premise: Premise = { kind: 'gap', message: text, hint: text, at };
  const shared = { group: { tier: text }, target: budget, assumptions: [text], paths: [path], pathCount: 1, horizon: { from: text, until: text } };
  const targets: readonly TargetProof[] = [
    { ...shared, verdict: 'violated', premises: [], counterExample: path, slack: { seconds: -1, shortfall: -1 }, rooms: [] },
    { ...shared, verdict: 'not-proved', premises: [premise], rooms: [] },
    { ...shared, verdict: 'proved', premises: [], slack: { seconds: 1, shortfall: 1 }, rooms: [{ part: text, seconds: 1, shortfall: 1 }], paths: [path, { ...path, steps: [text] }] },
  ];
  const proof = { journey: text, title: text, promises: [{ promise: text, title: text, spec, metric: 'duration' as const, verdict: 'violated' as const, targets, outside: [{ message: text, from: text, to: text, at }] }] };
  return proofs([workspace({ root: text, title: text, name: text, journeys: [{ status: 'active', proof }], unread: { count: 1, first: { ...unreadFinding, message: text, span: { source, start: 0, end: 1 } } } }), workspace({ root: 'other', title: text, journeys: [] })]);
}
