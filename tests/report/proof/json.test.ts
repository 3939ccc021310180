import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { PremiseKind, Verdict } from '../../../src/analysis/proof/verdict.js';
import { proofCards } from '../../../src/report/proof/proof-cards.js';
import { json } from '../../../src/report/proof/json.js';
import { broken, fullProofs, journey, made, promise, proofs, target, view, workspace } from './harness.js';

const schema: { readonly $defs: { readonly [name: string]: { readonly enum?: readonly string[]; readonly properties?: { readonly [field: string]: { readonly enum?: readonly string[] } } } } } = JSON.parse(readFileSync(new URL('../../../schemas/output/proof.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

function errorsOf(output: string): unknown {
  validate(JSON.parse(output));
  return validate.errors ?? [];
}

test('the published schema describes the output', () => {
  expect(errorsOf(json.report(fullProofs(), view))).toEqual([]);
  expect(errorsOf(json.report(proofs([], 'settlement'), { ...view, failOn: 'never' }))).toEqual([]);
  expect(errorsOf(json.report(proofs([workspace({ journeys: [] })]), view))).toEqual([]);
});

test('the published schema allows no field that is not described', () => {
  const objects: Record<string, unknown>[] = [];
  JSON.stringify(schema, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'type' in value && value.type === 'object') objects.push(value as Record<string, unknown>);
    return value;
  });
  expect(objects).toHaveLength(22);
  expect(objects.filter((each) => each['additionalProperties'] !== false)).toEqual([]);
});

test('the published schema knows every verdict and every sort of premise', () => {
  const verdicts: Readonly<Record<Verdict, true>> = { proved: true, violated: true, 'not-proved': true };
  expect(schema.$defs['Verdict']!.enum).toEqual(Object.keys(verdicts));
  const kinds = proofCards.map(({ id }) => id.replace('proof/', '') as PremiseKind).filter((kind) => !['violated', 'outside', 'unread'].includes(kind));
  expect(schema.$defs['Premise']!.properties!['kind']!.enum).toEqual(kinds);
});

test('everything that is known of a promise is there', () => {
  const output = JSON.parse(json.report(proofs(made(broken), 'settlement'), view)) as { workspaces: { journeys: { promises: { targets: object[] }[] }[] }[] };
  expect(output).toMatchObject({
    format: 'waymark-proof/1',
    command: 'prove',
    asOf: '2026-10-01',
    asked: 'settlement',
    failOn: 'error',
    counts: { promises: 1, proved: 0, violated: 1, notProved: 0, journeys: 1, unread: 0 },
  });
  expect(output.workspaces[0]!.journeys[0]!.promises[0]).toMatchObject({
    promise: 'settlement',
    title: 'Claim settled',
    status: 'active',
    metric: 'duration',
    verdict: 'violated',
    clock: { start: ['registered'], stop: ['paid', 'declined'] },
    location: { uri: 'slas/settlement.yaml', start: { line: 1, column: 1 } },
  });
  expect(output.workspaces[0]!.journeys[0]!.promises[0]!.targets[0]).toMatchObject({
    group: {},
    verdict: 'violated',
    target: { within: '5d', seconds: 180_000, kept: 940_000, calendar: 'claims-hours', window: 'P1M', each: 'tier' },
    location: { uri: 'slas/settlement.yaml', start: { line: 18, column: 5 } },
    repairs: ['Make the parts of the longest way shorter by 4 h together, for example `ola-inspection` from 30 h to 26 h.', 'Or promise what the parts can keep: 6d (54 h are needed) for 94 % of the cases of each tier.'],
    pathCount: 2,
    counterExample: { steps: ['classify', 'visit', 'transfer'], seconds: 194_400, shortfall: 60_000, isTooLong: true, isTooUncertain: false },
    slack: { seconds: -14_400, shortfall: 0 },
  });
});

test('rooms and the horizon of a proof are there', () => {
  const proved = target({ horizon: { from: '2026-01-01', until: '2027-12-31' }, assumptions: ['Every start counts once.'] });
  const output = JSON.parse(json.report(proofs([workspace({ journeys: [journey({ promises: [promise({ targets: [proved] })] })] })]), view)) as { workspaces: { journeys: { promises: { targets: object[] }[] }[] }[] };
  expect(output.workspaces[0]!.journeys[0]!.promises[0]!.targets[0]).toMatchObject({ rooms: proved.rooms, horizon: proved.horizon, assumptions: proved.assumptions });
});

test('how much is printed and being quiet do not change what programs read', () => {
  expect(json.report(fullProofs(), { ...view, maxProblems: 1, quiet: true, color: true, all: true, columns: 40 })).toBe(json.report(fullProofs(), view));
});
