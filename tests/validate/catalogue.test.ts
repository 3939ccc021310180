import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gateRules } from '../../src/control/rules/index.js';
import { catalogue } from '../../src/validate/catalogue.js';
import { rules } from '../../src/validate/rules/index.js';
import { root, sourcesBelow } from '../support/imports.js';

describe('the catalogue of rules', () => {
  const built = catalogue.filter(({ awaits }) => awaits === undefined).map(({ code }) => code);

  it('names every code once', () => {
    expect(new Set(catalogue.map(({ code }) => code)).size).toBe(catalogue.length);
  });

  it('lists exactly the rules that exist', () => {
    expect([...rules, ...gateRules].map(({ code }) => code).sort(), 'Each rule needs a line without `awaits` in src/validate/catalogue.ts').toEqual([...built].sort());
  });

  it('keeps the list of rules in the order of the catalogue, each id once', () => {
    const order = catalogue.map(({ code }) => code);
    const known = rules.filter(({ code }) => order.includes(code));
    expect(known.map(({ code }) => code)).toEqual([...known].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code)).map(({ code }) => code));
    expect(new Set([...rules, ...gateRules].map(({ id }) => id)).size).toBe(rules.length + gateRules.length);
  });

  it('has one file for each rule, named by its id', () => {
    const files = sourcesBelow('src/validate/rules').map((file) => file.replace('src/validate/rules/', '').replace('.ts', '')).filter((file) => file !== 'index');
    expect(files, 'Each rule file needs its import and its entry in src/validate/rules/index.ts').toEqual(rules.map(({ id }) => id).sort());
  });

  it('has one file for each rule of the gate, and no other', () => {
    const files = sourcesBelow('src/control/rules').map((file) => file.replace('src/control/rules/', '').replace('.ts', '')).filter((file) => file !== 'index');
    expect(files, 'Each rule file needs its import and its entry in src/control/rules/index.ts').toEqual(gateRules.map(({ id }) => id.replace('change/', '')).sort());
  });

  it('has one page for each rule', () => {
    const pages = readdirSync(resolve(root, 'docs/rules')).filter((page) => page !== 'README.md').map((page) => page.replace('.md', ''));
    expect(pages.sort(), 'Run npm run docs').toEqual([...rules, ...gateRules].map(({ code }) => code).sort());
  });

  it('silences only by rules that exist, and never in a circle', () => {
    const silencers = new Map(rules.map(({ code, silencedBy }) => [code, (silencedBy ?? []).map((each) => each.code)]));
    expect([...silencers.values()].flat().filter((code) => !silencers.has(code))).toEqual([]);
    expect([...silencers.keys()].filter((code) => reaches(silencers, code, code))).toEqual([]);
  });
});

function reaches(silencers: ReadonlyMap<string, readonly string[]>, from: string, goal: string): boolean {
  const seen = new Set<string>();
  const waiting = [...(silencers.get(from) ?? [])];
  for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
    if (code === goal) return true;
    if (!seen.has(code)) waiting.push(...(silencers.get(code) ?? []));
    seen.add(code);
  }
  return false;
}
