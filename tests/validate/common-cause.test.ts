import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { ProfileName } from '../../src/schema/kinds/policy.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { validate } from '../../src/validate/validate.js';

const system = (id: string, status: string): string => `apiVersion: waymark/v1\nkind: System\nid: ${id}\ntitle: System\nversion: 1.0.0\nstatus: ${status}\neffective: {from: 2026-01-01}\nowner: payments\n`;

const journey = (id: string, systems: string): string => `apiVersion: waymark/v1
kind: Journey
id: ${id}
title: Lost card
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
customerGoal: A new card
scope: {regions: [AT]}
stages:
  - id: report
    title: Report
    steps:
      - {id: block, title: We block the card, lane: backstage, systems: [${systems}], end: success}
`;

/** What is told under the profile of starters of two journeys that rely on a ledger and an archive. */
function told(ledger: string, archive: string): readonly (readonly [string, string, number])[] {
  const files = { 'ledger.yaml': system('ledger', ledger), 'archive.yaml': system('archive', archive), 'a.yaml': journey('lost-card', 'ledger, archive'), 'b.yaml': journey('stolen-card', 'ledger, archive') };
  return validate(loadWorkspaceFrom({ ...exampleFiles, ...files }), { asOf: exampleDay, profile: 'regulated' })
    .diagnostics.filter(({ code }) => code === 'REF-004' || code === 'LIF-004')
    .map(({ code, message, standsFor }) => [code, message, standsFor?.length ?? 1]);
}

it('a draft that several documents rely on is told once, with the others beside it', () => {
  expect(told('draft', 'active')).toEqual([['REF-004', 'Journey `lost-card` is active and relies on system `ledger`, which is still a draft. 1 other place names it too.', 2]]);
});

it('two drafts are two findings, and one that is retired is another', () => {
  expect(told('draft', 'draft').map(([code, , places]) => [code, places])).toEqual([['REF-004', 2], ['REF-004', 2]]);
  expect(told('draft', 'retired').map(([code, , places]) => [code, places])).toEqual([['REF-004', 2], ['LIF-004', 2]]);
});

describe('variants of a journey that has been retired', () => {
  const variant = (id: string, status: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: ${status}\nowner: claims\nextends: lost-card@^1\n`;
  const found = (profile: ProfileName, status: string): readonly (readonly [string, string])[] => {
    const files = { 'a.yaml': journey('lost-card', 'ledger').replace('status: active', 'status: retired'), 'b.yaml': variant('card-at', status), 'c.yaml': variant('card-de', status), 'ledger.yaml': system('ledger', 'active') };
    return validate(loadWorkspaceFrom({ ...exampleFiles, ...files }), { asOf: exampleDay, profile })
      .diagnostics.filter(({ code }) => code === 'VAR-009' || code === 'LIF-004')
      .map(({ code, message }) => [code, message]);
  };

  it.each(['starter', 'standard', 'regulated'] as const)('are told once in profile %s', (profile) => {
    expect(found(profile, 'active')).toEqual([['VAR-009', 'Variant `card-at` is active and its base, `lost-card`, is retired, so there is no journey of it. 1 other place names it too.']]);
  });

  it.each(['draft', 'retired'])('are not told where they are %s', (status) => {
    expect(found('regulated', status)).toEqual([]);
  });
});
