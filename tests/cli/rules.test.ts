import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { gateRulesByCode } from '../../src/control/rules/index.js';
import { rules } from '../../src/validate/rules/index.js';
import { newFolder } from '../support/git-repository.js';
import { waymark } from './harness.js';

describe('waymark rules', () => {
  it('lists the rules of workspaces, then those of changes', async () => {
    const { code, out } = await waymark(newFolder(), ['rules']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n').map((line) => line.split(' ')[0])).toEqual([...rules, ...gateRulesByCode].map((rule) => rule.code));
    expect(out).toMatch(/^CHG-001 +change\/version-raised +error +review +The version of a document is raised/m);
  });

  it('says as data when each is asked, as its published schema has it', async () => {
    const { out } = await waymark(newFolder(), ['rules', '--format', 'json']);
    const schema = JSON.parse((await waymark(newFolder(), ['schema', 'rules'])).out) as object;
    const isDescribed = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    expect([isDescribed(JSON.parse(out)), isDescribed.errors]).toEqual([true, null]);
    const listed = (JSON.parse(out) as { readonly rules: readonly { readonly code: string; readonly when: string }[] }).rules;
    expect(listed.filter(({ when }) => when === 'review').map(({ code }) => code)).toEqual(gateRulesByCode.map(({ code }) => code));
    expect(listed.filter(({ when }) => when === 'validate').map(({ code }) => code)).toEqual(rules.map(({ code }) => code));
  });
});

it('prints rules in no other way than it says', async () => {
  expect(await waymark(newFolder(), ['rules', '--format', 'yaml'])).toMatchObject({ code: 2, out: '' });
});

describe('waymark explain', () => {
  it('explains a rule of changes by code or id, with what is changed and what is said of it', async () => {
    const byCode = await waymark(newFolder(), ['explain', 'chg-002']);
    expect(byCode).toMatchObject({ code: 0, err: '' });
    expect(await waymark(newFolder(), ['explain', 'change/approvals-present'])).toEqual(byCode);
    expect(byCode.out).toContain('Weight: error. Asked by `waymark review`, of a change that is to be merged.');
    expect(byCode.out).toContain("  # promise.yaml, changed\n  - within: 10d\n  + within: 12d\n  - version: 1.0.0\n  + version: 2.0.0\n  # written by b-roth; nobody has agreed\n  -> `claims#lead` (a-huber) has to agree to `sla:claim-settled` (1 breaking change).\n");
  });

  it('explains each of them', async () => {
    for (const { code, summary } of gateRulesByCode) expect((await waymark(newFolder(), ['explain', code])).out).toContain(`\n\n${summary}\n\nWhy: `);
  });

  it('explains a kind of change: one written by hand with its example, and one that a field has by itself', async () => {
    const written = await waymark(newFolder(), ['explain', 'sla-target-loosened']);
    expect(written).toMatchObject({ code: 0, err: '' });
    expect(written.out).toMatch(/^sla-target-loosened\n\nWhy: .*\nLevel: breaking\. Harms: customer\. Who agrees, unless the Policy lists who does under `approvals\.breaking`: service-level-manager, journey-owner\.\n.*\n\nLike this:\n {2}# promise\.yaml, changed\n {2}- /);
    expect((await waymark(newFolder(), ['explain', 'step-channel-removed'])).out).toContain('step-channel-removed\n\nWhy: ');
  });

  it('knows the names of all for who has misspelt one', async () => {
    expect((await waymark(newFolder(), ['explain', 'change/version-raisd'])).err).toContain('Did you mean `change/version-raised`?');
    expect((await waymark(newFolder(), ['explain', 'sla-target-losened'])).err).toContain('Did you mean `sla-target-loosened`?');
    expect((await waymark(newFolder(), ['explain', 'step-chanel-removed'])).err).toContain('Did you mean `step-channel-removed`?');
  });
});
