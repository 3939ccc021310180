import { compareText } from '../../../base/diagnostic.js';
import type { Spec } from '../../../model/spec.js';
import type { JourneyRule, RuleTest } from '../../../schema/kinds/journey.js';
import type { Register } from '../../register.js';

interface RuleRow {
  readonly journey: Spec<'Journey'>;
  readonly rule: JourneyRule;
}

interface TestRow extends RuleRow {
  readonly test: RuleTest;
}

/** Which rule applies where, and what it does. */
export const rules: Register<RuleRow> = {
  id: 'rules',
  description: 'One row for each rule, in each journey the one that wins first: when it applies, what it does, and what happens without its data.',
  columns: [
    { name: 'journey', always: true, description: 'The journey.', of: ({ journey }) => journey.id },
    { name: 'precedence', type: 'number', description: 'Of several rules that apply, the one with the highest number wins. A rule without a number stands last.', of: ({ rule }) => rule.precedence },
    { name: 'rule', always: true, description: 'The rule.', of: ({ rule }) => rule.id },
    { name: 'type', words: ['prioritise', 'personalise', 'trigger', 'override', 'route', 'outreach'], description: 'What it does.', of: ({ rule }) => rule.type },
    { name: 'personas', type: 'texts', description: 'For whom; nobody named is everybody.', of: ({ rule }) => rule.personas ?? [] },
    { name: 'stages', type: 'texts', description: 'In which stages; none named is all.', of: ({ rule }) => rule.stages ?? [] },
    { name: 'when', description: 'When it applies, in words.', of: ({ rule }) => rule.when },
    { name: 'do', description: 'What it does then, in words.', of: ({ rule }) => rule.do },
    { name: 'variants', type: 'texts', description: 'What it chooses between.', of: ({ rule }) => (rule.variants ?? []).map(({ id }) => id) },
    { name: 'variantTitles', type: 'texts', description: 'What the customer gets, in the same order.', of: ({ rule }) => (rule.variants ?? []).map(({ id, title = id }) => title) },
    { name: 'defaults', type: 'texts', description: 'The variant that is taken when nothing else fits.', of: ({ rule }) => (rule.variants ?? []).filter((variant) => variant.default === true).map(({ id }) => id) },
    { name: 'floor', description: 'The worst that anybody may get.', of: ({ rule }) => rule.floor },
    { name: 'uses', type: 'texts', description: 'The data that it reads.', of: ({ rule }) => rule.uses ?? [] },
    { name: 'within', description: 'How old these data may be at most.', of: ({ rule }) => rule.within },
    { name: 'purpose', description: 'What the data are used for.', of: ({ rule }) => rule.purpose },
    { name: 'consentKey', description: 'The consent that must be there.', of: ({ rule }) => rule.consentKey },
    { name: 'contactsPerWeek', type: 'number', description: 'Most contacts in one week.', of: ({ rule }) => rule.contactsPerWeek },
    { name: 'quietHours', description: 'Hours in which nobody is contacted.', of: ({ rule }) => rule.quietHours },
    { name: 'regime', description: 'The regime that demands it.', of: ({ rule }) => rule.regime },
    { name: 'fallbackWhen', description: 'What is missing when the fallback is taken.', of: ({ rule }) => rule.fallback?.when },
    { name: 'fallbackDo', description: 'The variant that is taken then, or what is done.', of: ({ rule }) => rule.fallback?.do },
    { name: 'fallbackSystem', description: 'The system that the fallback itself needs.', of: ({ rule }) => rule.fallback?.system },
    { name: 'logEvent', description: 'The event that is written at each decision.', of: ({ rule }) => rule.explain?.logEvent },
    { name: 'logFields', type: 'texts', description: 'What it holds.', of: ({ rule }) => rule.explain?.fields ?? [] },
  ],
};

/** What each rule has to decide. */
export const ruleTests: Register<TestRow> = {
  id: 'rule-tests',
  description: 'One row for each made-up profile: the variant that the rule has to choose for it. Whoever builds the rule tests it by these.',
  columns: [
    { name: 'journey', always: true, description: 'The journey.', of: ({ journey }) => journey.id },
    { name: 'rule', always: true, description: 'The rule.', of: ({ rule }) => rule.id },
    { name: 'profile', always: true, description: 'The profile.', of: ({ test }) => test.profile },
    { name: 'expect', always: true, description: 'The variant that it has to get.', of: ({ test }) => test.expect },
  ],
};

/** A row for each rule, those that win first. */
export function ruleRows(journeys: readonly Spec<'Journey'>[]): readonly RuleRow[] {
  return journeys.flatMap((journey) => (journey.value.rules ?? []).toSorted((a, b) => (b.precedence ?? -1) - (a.precedence ?? -1) || compareText(a.id, b.id)).map((rule) => ({ journey, rule })));
}

/** A row for each test of each rule. */
export function testRows(rows: readonly RuleRow[]): readonly TestRow[] {
  return rows.flatMap((row) => (row.rule.tests ?? []).map((test) => ({ ...row, test })));
}
