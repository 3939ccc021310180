import type { Rule } from './rule.js';

/** What readers of findings need to know of a rule. */
export function ruleCard({ code, id, summary, rationale, severity }: Rule): Pick<Rule, 'code' | 'id' | 'summary' | 'rationale' | 'severity'> {
  return { code, id, summary, rationale, severity };
}
