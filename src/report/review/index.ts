import { gateRules } from '../../control/rules/index.js';
import { rules } from '../../validate/rules/index.js';
import type { Results, RuleCard } from '../reporter.js';
import { asResults } from '../changes/changes-as-findings.js';
import { inEveryFormat } from '../every-format.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import type { ReviewReporter, ReviewResults } from './review-results.js';
import { text } from './text.js';

/** Every output format of a review. Annotations and scans take it as findings. */
export const reviewReporters: readonly ReviewReporter[] = inEveryFormat([text, json, markdown], reviewAsFindings);

/** What stands against merging, then the changes, beside their lines. */
export function reviewAsFindings(results: ReviewResults): Results {
  const changes = asResults(results);
  const workspaces = changes.workspaces.map((workspace, index) => ({ ...workspace, diagnostics: [...results.workspaces[index]!.objections, ...workspace.diagnostics] }));
  const named = new Set(results.workspaces.flatMap(({ objections }) => objections.map(({ code }) => code)));
  return { ...changes, rules: [...changes.rules, ...[...gateRules, ...rules].filter(({ code }) => named.has(code)).map(cardOf)], workspaces };
}

function cardOf({ code, id, summary, rationale, severity }: RuleCard): RuleCard {
  return { code, id, summary, rationale, severity };
}
