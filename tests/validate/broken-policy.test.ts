import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { validate } from '../../src/validate/validate.js';
import type { ProfileName } from '../../src/schema/kinds/policy.js';
import { journeyTexts } from '../support/journey-texts.js';

const insurance = journeyTexts('insurance');
const file = 'policy/policy.yaml';
const journey = 'journeys/motor-claim.yaml';

/** The insurance workspace with a forbidden synonym and with data in a channel that may not carry them. */
const flawed = {
  ...insurance,
  [journey]: replaced(insurance[journey]!, 'title: Claim file is opened', 'title: Damage case is opened'),
};

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`There is no ${JSON.stringify(from)}.`);
  return text.replace(from, () => to);
}

function findings(from: string, to: string, options: { readonly profile?: ProfileName } = {}, channels = 'phone: restricted') {
  const policy = replaced(replaced(insurance[file]!, 'phone: restricted', channels), from, to);
  return validate(loadWorkspaceFrom({ ...flawed, [file]: policy }), { asOf: '2026-11-22', ...options }).diagnostics;
}

function codes(...args: Parameters<typeof findings>): readonly string[] {
  return [...new Set(findings(...args).map(({ code }) => code))].sort();
}

describe('what is sound in a broken Policy holds', () => {
  it.each([
    ['a misspelt field', 'ruleset: 1', 'rulesett: 1', 'STR-002'],
    ['a misspelt profile', 'profile: regulated', 'profil: regulated', 'STR-002'],
    ['a misspelt map', '\nseverity: {KPI-003: error}', '\nseverities: {KPI-003: error}', 'STR-002'],
    ['a field that is none, like no other', 'ruleset: 1', 'ruleset: 1\nunheard: 1', 'STR-002'],
    ['a field inside another', 'variantsPerRule: 6', 'variantsPerRole: 6', 'STR-002'],
    ['a weight that is none', '{KPI-003: error}', '{KPI-003: eror}', 'STR-002'],
    ['a misspelt kind', 'kind: Policy', 'kind: Polcy', 'STR-001'],
    ['a missing owner', '\nowner: cx-office', '', 'STR-002'],
  ])('%s', (_, from, to, code) => {
    expect(codes(from, to, {}, 'phone: internal')).toEqual(['DAT-003', code, 'TRM-001']);
  });
});

describe('a Policy whose profile cannot be known', () => {
  const unknown = [
    ['a word that is no profile', 'profile: regulated', 'profile: strict'],
    ['no YAML', 'ruleset: 1', 'ruleset: [1'],
  ] as const;

  it.each(unknown)('says by which profile is judged until it is mended: %s', (_, from, to) => {
    const told = findings(from, to).filter(({ span }) => span?.source.uri === file);
    expect(told.map(({ hint }) => hint)).toEqual([expect.stringMatching(/ Until this is mended, only the rules of the profile `starter` are asked\.$/)]);
  });

  it.each(unknown)('does not matter to somebody who asks for a profile: %s', (_, from, to) => {
    const found = findings(from, to, { profile: 'regulated' });
    expect(found.map(({ code }) => code)).toContain('TRM-001');
    expect(found.map(({ hint }) => hint).join(' ')).not.toContain('Until this is mended');
  });

  it('is not one that only lacks another field', () => {
    expect(findings('ruleset: 1', 'rulesett: 1').map(({ hint }) => hint).join(' ')).not.toContain('Until this is mended');
  });
});
