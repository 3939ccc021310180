import { describe, expect, it } from 'vitest';
import { loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { rules } from '../../src/validate/rules/index.js';
import { runRules } from '../../src/validate/run-rules.js';
import { languageTable, scalars } from '../../src/schema/generated/language-table.js';
import type { TypeExpression } from '../../src/schema/language.js';

/** Names that the examples of rules share, under which no other workspace knows anything. */
const renamed: { readonly [name: string]: string } = { claims: 'north-desk', payments: 'south-desk', portal: 'west-site' };

function rename(text: string): string {
  return Object.entries(renamed).reduce((all, [from, to]) => all.replace(new RegExp(`(?<![\\w-])${from}(?![\\w-])`, 'g'), to), text);
}

/** Fields whose value is a name that somebody has to have declared, or a text in somebody's own words. */
const named = fieldsWhere((type) => type.type === 'reference' || (type.type === 'scalar' && type.name.endsWith('Ref')));
const worded = fieldsWhere((type) => type.type === 'scalar' && ['Title', 'Prose', 'ConditionText', 'Obligation'].includes(type.name));

function fieldsWhere(fits: (type: TypeExpression) => boolean): ReadonlySet<string> {
  const isOrHolds = (type: TypeExpression): boolean => fits(type) || (type.type === 'list' && isOrHolds(type.of)) || (type.type === 'union' && type.of.every(isOrHolds));
  const uses = new Map<string, boolean[]>();
  for (const fields of Object.values(languageTable.shapes)) {
    for (const [name, { type }] of Object.entries(fields)) uses.set(name, [...(uses.get(name) ?? []), isOrHolds(type)]);
  }
  return new Set([...uses].filter(([, found]) => found.every(Boolean)).map(([name]) => name));
}

/** ``field: value`` pairs that a hint would have somebody write, with single values of lists. */
function writtenIn(hint: string): readonly (readonly [string, string])[] {
  const literals = [...hint.matchAll(/`([^`]+)`/g)].map(([, literal]) => literal!);
  return literals.flatMap((literal) => [...literal.matchAll(/(\w+): (\[[^\]{]*\]|[^,{}[\]]+)/g)].flatMap(([, field, value]) => value!.replace(/[[\]]/g, '').split(', ').map((each) => [field!, each.trim()] as const)));
}

/** Events that a step names are declared by that. */
const declaring = new Set(['start', 'complete', 'abandon']);
const keywords = new Set(['...', '', 'customer', 'partner', 'unknown', 'none', '24x7']);

describe('hints say what can be written as it stands', () => {
  it('know the fields that they are held to', () => {
    expect([...named]).toEqual(expect.arrayContaining(['owner', 'steward', 'provider', 'actor']));
    expect([...worded]).toEqual(expect.arrayContaining(['title', 'reason']));
    expect(Object.keys(scalars)).toEqual(expect.arrayContaining(['Title', 'Prose', 'ConditionText', 'Obligation']));
  });

  const examples = rules.flatMap((rule) => rule.examples.invalid.map((example) => [`${rule.code} ${example.title}`, rule, example] as const));

  it.each(examples)('%s', (_, rule, example) => {
    const files = Object.fromEntries(Object.entries({ ...exampleFiles, ...example.files }).map(([path, text]) => [path, rename(text)]));
    const active = rules.filter(({ code }) => code === rule.code || example.with?.includes(code));
    const { diagnostics } = runRules(loadWorkspaceFrom(files), active, example.asOf ?? exampleDay, { profile: 'regulated' });
    const texts = Object.values(files).join('\n');
    for (const { hint = '' } of diagnostics) {
      for (const name of Object.keys(renamed)) expect(hint).not.toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])[^ ]*\``));
      for (const [field, value] of writtenIn(hint)) {
        if (named.has(field) && !declaring.has(field) && !keywords.has(value)) expect(texts, `${field}: ${value} in: ${hint}`).toContain(value.split(/[@#]/)[0]);
        if (worded.has(field) && value !== '...') expect(texts, `${field}: ${value} in: ${hint}`).toContain(value);
      }
    }
  });
});
