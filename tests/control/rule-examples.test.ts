import { describe, expect, it } from 'vitest';
import { exampleReview, filesOf } from '../../src/control/example-review.js';
import type { GateExample, GateRule, InvalidGateExample } from '../../src/control/gate-rule.js';
import { gateRules } from '../../src/control/rules/index.js';
import { workspaceOf } from '../../src/diff/example-workspace.js';

/** What one rule says about the whole review of an example: the first line of what it points at, its words and its weight. */
function objections({ code }: GateRule, example: GateExample): readonly Pick<InvalidGateExample, 'at' | 'message' | 'severity'>[] {
  const own = exampleReview(example).objections.filter((objection) => objection.code === code);
  return own.map(({ span, message, severity }) => ({ at: span === undefined ? '' : span.source.text.slice(span.start, span.end).split('\n')[0]!, message, severity }));
}

describe.each(gateRules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const examples = [...rule.examples.valid, ...rule.examples.invalid];

  it.runIf(code !== 'CHG-016')('has examples whose form is sound, so that only the rule itself can object', () => {
    const versions = examples.flatMap((example) => Object.values(filesOf(example)));
    expect(versions.flatMap((files) => workspaceOf(files).documents.flatMap(({ problems }) => problems.map(({ message }) => message)))).toEqual([]);
  });

  it('has at least one valid and one invalid example', () => {
    expect(rule.examples.valid).not.toEqual([]);
    expect(rule.examples.invalid).not.toEqual([]);
  });

  it.each(rule.examples.valid.map((example) => [example.title, example] as const))('objects to nothing: %s', (_title, example) => {
    expect(objections(rule, example)).toEqual([]);
  });

  it.each(rule.examples.invalid.map((example) => [example.title, example] as const))('objects to one thing: %s', (_title, example) => {
    expect(objections(rule, example)).toEqual([{ at: example.at, message: example.message, severity: example.severity ?? rule.severity }]);
  });

  it('says in plain sentences what must be true and why', () => {
    for (const text of [rule.summary, rule.rationale]) expect(text).toMatch(/^[A-Z].*\.$/);
  });
});
