import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { availabilityBound } from '../../src/analysis/availability.js';
import { proveJourney } from '../../src/analysis/proof/prove-journey.js';
import type { Budget, PromiseProof, ProofPath, TargetProof } from '../../src/analysis/proof/verdict.js';
import { hourWords, percentWords } from '../../src/base/amounts.js';
import { allMillionths } from '../../src/base/exact.js';
import { loadWorkspace } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { filesBelow } from '../support/files.js';
import { root } from '../support/imports.js';
import { workspaceOf } from '../support/journeys.js';

const names = ['insurance', 'broadband', 'parcel'] as const;
const shipped = new Map<string, Workspace>(names.map((name) => [name, loadWorkspace(join(root, 'journeys', name))]));

function promisesOf(workspace: Workspace): readonly PromiseProof[] {
  return workspace.journeys.flatMap(({ id }) => proveJourney(workspace, id)!.promises);
}

/** What one target comes to, as the page tells it. */
function storyOf(journey: string, { promise, metric }: PromiseProof, { group, verdict, slack, counterExample, paths }: TargetProof): readonly string[] {
  const deciding = counterExample ?? paths[0];
  const left = slack === undefined ? '' : `${metric === 'availability' ? '' : `${hourWords(slack.seconds)}, `}${percentWords(slack.shortfall)}`;
  return [journey, promise, Object.values(group).join(' ') || 'everybody', verdict, left, deciding?.steps.join(' > ') ?? 'no path', deciding?.worstStart ?? 'any start'];
}

const byInspection = 'classify > visit > decide > transfer';
const secondAttempt = 'choose-option > book-option > plan-redelivery > redeliver > hold-parcel';
const notice = 'attempt > classify > compose-notice > send-notice';
const build = 'book-visit > release-work > provision-line > prepare-visit > install > activate';
const beforeChristmas = '2026-12-19T13:30:00Z';

/** Journey, promise, whom it is for, verdict, what is left of time and percent, the path that decides, and the start from which it takes longest. */
const stories: { readonly [name in (typeof names)[number]]: readonly (readonly string[])[] } = {
  insurance: [
    ['motor-claim-at', 'motor-claim-settlement', 'everybody', 'proved', '22 h, 0 %', byInspection, 'any start'],
    ['motor-claim-at', 'motor-claim-settlement', 'gold', 'proved', '2 h, 0 %', byInspection, 'any start'],
    ['motor-claim', 'motor-claim-settlement', 'everybody', 'proved', '22 h, 0 %', byInspection, 'any start'],
    ['motor-claim', 'motor-claim-settlement', 'gold', 'proved', '2 h, 0 %', byInspection, 'any start'],
  ],
  broadband: [
    ['book-appointment', 'ola-date-settled', 'everybody', 'proved', '1 h, 0 %', 'offer-slots > choose-slot', '2026-01-02T08:00:00Z'],
    ['book-appointment', 'booking-open', 'everybody', 'proved', '0.2 %', 'no path', 'any start'],
    ['broadband-order', 'order-decision', 'everybody', 'proved', '1 h 15 min, 1 %', 'place-order > register-order > serviceability > decide-order > confirm-order', '2026-01-02T08:00:00Z'],
    ['broadband-order', 'visit-agreed', 'everybody', 'proved', '4 h, 1 %', 'confirm-order > book-visit', 'any start'],
    ['broadband-order', 'line-live-promise', 'everybody', 'not-proved', '31 h, 1.5 %', build, '2026-01-06T17:00:00Z'],
    ['broadband-order', 'line-live-promise', 'small-business', 'not-proved', '11 h, 1.5 %', build, '2026-01-06T17:00:00Z'],
    ['broadband-self-install', 'ready-in-two-days', 'everybody', 'violated', '-10 h 30 min, 3 %', 'instant-check > release-work > provision-line > tell-ready', '2026-01-02T08:00:00Z'],
  ],
  parcel: [
    ['delivery-exception-fi', 'exception-notice', 'everybody', 'proved', '45 min, 1 %', notice, 'any start'],
    ['delivery-exception-fi', 'choice-carried-out', 'everybody', 'proved', '7 h 30 min, 1 %', secondAttempt, beforeChristmas],
    ['delivery-exception-pl', 'exception-notice', 'everybody', 'proved', '45 min, 1 %', notice, 'any start'],
    ['delivery-exception-pl', 'choice-carried-out', 'everybody', 'proved', '7 h 30 min, 1 %', secondAttempt, beforeChristmas],
    ['delivery-exception', 'exception-notice', 'everybody', 'proved', '45 min, 1 %', notice, 'any start'],
    ['delivery-exception', 'choice-carried-out', 'everybody', 'proved', '7 h 30 min, 1 %', secondAttempt, beforeChristmas],
  ],
};

describe.each(names)('the promises of the example %s', (name) => {
  it('come to what is expected of them, each with the path that decides', () => {
    const workspace = shipped.get(name)!;
    const told = workspace.journeys.flatMap(({ id }) => proveJourney(workspace, id)!.promises.flatMap((promise) => promise.targets.map((target) => storyOf(id, promise, target))));
    expect(told).toEqual(stories[name]);
  });
});

it('the examples show every verdict', () => {
  expect(new Set([...shipped.values()].flatMap(promisesOf).map(({ verdict }) => verdict))).toEqual(new Set(['proved', 'not-proved', 'violated']));
});

/** The broadband example with some texts changed. */
function broadband(edits: readonly (readonly [file: string, from: string, to: string])[]): Workspace {
  const folder = join(root, 'journeys/broadband');
  const files = Object.fromEntries(filesBelow(folder).filter((path) => path.endsWith('.yaml')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  for (const [file, from, to] of edits) {
    expect(files[file]).toContain(from);
    files[file] = files[file]!.replace(from, to);
  }
  return workspaceOf(files);
}

const line = (to: string): readonly [string, string, string] => ['slas/network-agreements.yaml', 'within: 30h', `within: ${to}`];
const router = (to: string): readonly [string, string, string] => ['slas/contract-router-delivery.yaml', 'within: 24h', `within: ${to}`];

describe('what the comments in the broadband example say would help', () => {
  const verdictOf = (workspace: Workspace, journey: string, promise: string): readonly string[] => proveJourney(workspace, journey)!.promises.find((each) => each.promise === promise)!.targets.map(({ verdict }) => verdict);

  it('two working days are kept when a line is built in 19 h 30 min and a router delivered in 23 h 30 min, and not a minute later', () => {
    const planned = (...edits: Parameters<typeof broadband>[0]): readonly string[] => verdictOf(broadband(edits), 'broadband-self-install', 'ready-in-two-days');
    expect(planned(line('1170m'), router('1410m'))).toEqual(['proved']);
    expect(planned(line('1171m'), router('1410m'))).toEqual(['violated']);
    expect(planned(line('1170m'), router('1411m'))).toEqual(['violated']);
  });

  it('the live line is proved when a cancelled order counts as kept', () => {
    const counted = broadband([['slas/line-live-promise.yaml', '  stop: [line-live]\n  cancel: [order-cancelled]\n', '  stop: [line-live, order-cancelled]\n']]);
    expect(verdictOf(counted, 'broadband-order', 'line-live-promise')).toEqual(['proved', 'proved']);
  });

  it('booking is promised for less than its systems give together', () => {
    const workspace = shipped.get('broadband')!;
    const { kept, parts, premises } = availabilityBound(workspace.journey('book-appointment')!, workspace, 'P1M');
    expect([percentWords(kept), premises]).toEqual(['99.2 %', []]);
    expect(Object.fromEntries(parts.map(({ system, kept: own }) => [system.id, percentWords(own)]))).toEqual({ 'fernlink-app': '99.6 %', 'field-planner': '99.7 %', 'message-gateway': '99.9 %' });
  });
});

// --- The page ---------------------------------------------------------------------------------------------------

const page = readFileSync(join(root, 'docs/promises.md'), 'utf8');

/** Every amount of a proof, in the words of the page. */
function amountsOf({ targets }: PromiseProof): readonly string[] {
  const ofBudget = ({ seconds, kept, within }: Budget): readonly string[] => [...(seconds === undefined ? [] : [hourWords(seconds)]), within ?? '', percentWords(kept), percentWords(allMillionths - kept)];
  const ofPath = ({ seconds, shortfall, parts }: ProofPath): readonly string[] => [hourWords(seconds), percentWords(shortfall), ...parts.flatMap(({ target }) => ofBudget(target))];
  return targets.flatMap(({ target, slack, paths }) => [...ofBudget(target), ...(slack === undefined ? [] : [hourWords(Math.abs(slack.seconds)), percentWords(slack.shortfall)]), ...paths.flatMap(ofPath)]);
}

describe('the page about the promises of the examples', () => {
  it.each(names)('tells of %s only amounts that the proofs come to', (name) => {
    const [, section] = page.split(new RegExp(`^## .*journeys/${name}.*$`, 'm'));
    const workspace = shipped.get(name)!;
    const availability = name === 'broadband' ? ['99.6 %', '99.7 %', '99.9 %', '99.2 %'] : [];
    const planned = name === 'broadband' ? ['19 h 30 min', '23 h 30 min'] : [];
    const known = new Set([...promisesOf(workspace).flatMap(amountsOf), ...availability, ...planned]);
    const told = [...section!.split(/^## /m)[0]!.matchAll(/\d[\d.]* (?:h(?: \d+ min)?|min|%)/g)].map(([amount]) => amount);
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter((amount) => !known.has(amount))).toEqual([]);
  });

  it('tells of every promise, with its verdict', () => {
    const words = { proved: 'proved', violated: 'violated', 'not-proved': 'not proved' } as const;
    const missing = [...shipped.values()].flatMap(promisesOf).filter(({ promise, verdict }) => !page.includes(`(\`${promise}\`): ${words[verdict]}.**`));
    expect(missing.map(({ promise, verdict }) => `${promise}: ${verdict}`)).toEqual([]);
  });
});
