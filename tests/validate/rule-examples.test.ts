import { describe, expect, it } from 'vitest';
import { exampleDay, exampleWorkspace } from '../../src/validate/example-workspace.js';
import { isAboutForm, type Rule, type RuleExample } from '../../src/validate/rule.js';
import { runRules } from '../../src/validate/run-rules.js';
import { rules } from '../../src/validate/rules/index.js';

/** What one rule finds in an example, every profile on. It runs alone, or with the rules that the example is about. */
function findings(rule: Rule, example: RuleExample): readonly { readonly at: string; readonly message: string; readonly hint: string }[] {
  const running = [rule, ...rules.filter(({ code }) => example.with?.includes(code))];
  const { diagnostics } = runRules(exampleWorkspace(example), running, example.asOf ?? exampleDay, { profile: 'regulated' });
  return diagnostics.filter(({ code }) => code === rule.code).map(({ span, message, hint }) => ({ at: span === undefined ? '' : span.source.text.slice(span.start, span.end), message, hint: hint ?? '' }));
}

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
  const examples = [...rule.examples.valid, ...rule.examples.invalid];

  it.runIf(!isAboutForm(rule))('has examples whose form is sound, so that only the rule itself can object', () => {
    const problems = examples.flatMap((example) => exampleWorkspace(example).documents.flatMap((document) => document.problems));
    expect(problems.filter(({ code }) => code !== rule.code).map(({ message }) => message)).toEqual([]);
  });

  it('has at least one valid and one invalid example', () => {
    expect(rule.examples.valid).not.toEqual([]);
    expect(rule.examples.invalid).not.toEqual([]);
  });

  it.each(rule.examples.valid.map((example) => [example.title, example] as const))('finds nothing: %s', (_title, example) => {
    expect(findings(rule, example)).toEqual([]);
  });

  it.each(rule.examples.invalid.map((example) => [example.title, example] as const))('finds one thing: %s', (_title, example) => {
    const found = findings(rule, example);
    expect(found.map(({ at, message }) => ({ at, message }))).toEqual([{ at: example.at, message: example.message }]);
    expect(found[0]?.hint).not.toBe('');
  });
});
