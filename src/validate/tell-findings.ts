/** Findings told with their lines and columns: those of rules, and those made while the files were read. */
import { createHash } from 'node:crypto';
import type { Coordinate, Diagnostic, Problem } from '../base/diagnostic.js';
import { spanIn, type Document } from '../load/document.js';
import { limits } from '../load/limits.js';
import type { EffectivePolicy } from '../model/policy.js';
import type { Workspace } from '../model/workspace.js';
import { severityOfForm, type RuleSettings } from './presets.js';
import type { Raised } from './raised.js';
import type { Finding, Place, Rule } from './rule.js';
import { namedPath } from '../model/subject.js';

/** A finding as it is printed. */
export function toDiagnostic({ rule, finding, severity, subject }: Raised, { name }: Workspace): Diagnostic {
  const { message, hint, related, cause, proof } = finding;
  const tellsOf = tellsOfAll(finding);
  return {
    code: rule.code,
    rule: rule.id,
    severity,
    message,
    why: rule.rationale,
    hint,
    span: spanOf(finding.at),
    subject,
    fingerprint: fingerprint(name, rule.code, subject, namedPath(finding.at), ...(finding.about ?? [])),
    ...(cause === undefined ? {} : { cause }),
    ...(related === undefined ? {} : { related: related.map((each) => ({ message: each.message, span: spanOf(each.at) })) }),
    ...(tellsOf.length === 0 ? {} : { tellsOf }),
    ...(proof === undefined ? {} : { proof }),
  };
}

function tellsOfAll({ related = [], tellsOf = [] }: Finding): readonly Coordinate[] {
  return [...new Set([...related.map(({ at }) => at.spec), ...tellsOf].map(({ coordinate }) => coordinate))];
}

/** Lasts while lines move and wherever the workspace is read from. */
function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

function spanOf({ spec, path, part }: Place): Diagnostic['span'] & object {
  const origin = spec.origin(path);
  return spanIn(origin.document, origin.path, part);
}

/** What was found while the files were read, told like the findings of any other rule. */
export function formProblems(workspace: Workspace, rules: readonly Rule[], settings: RuleSettings): readonly Diagnostic[] {
  const byCode = new Map(rules.map((rule) => [rule.code, rule]));
  const inDocuments = workspace.documents.flatMap((document) => toldProblems(document, workspace.policy, settings));
  return [...workspace.problems, ...inDocuments].flatMap((problem) => formDiagnostic(problem, byCode.get(problem.code), workspace, settings));
}

/** Who cannot read the profile says by which one is judged until then: fewer findings must not look like good news. */
function toldProblems(document: Document, { broken, isLost, profile }: EffectivePolicy, settings: RuleSettings): readonly Problem[] {
  const problems = document.problems.slice(0, limits.problemsPerFile);
  if (document !== broken || settings.profile !== undefined || !isLost('profile')) return problems;
  const warning = `Until this is mended, only the rules of the profile \`${profile}\` are asked.`;
  return problems.map((problem, index) => (index > 0 ? problem : { ...problem, hint: [problem.hint, warning].filter((each) => each !== undefined).join(' ') }));
}

function formDiagnostic(problem: Problem, rule: Rule | undefined, workspace: Workspace, settings: RuleSettings): readonly Diagnostic[] {
  const severity = rule && severityOfForm(rule, workspace.policy, settings);
  if (rule === undefined || severity === undefined) return [];
  const { code, message, hint, span, related } = problem;
  return [{ code, rule: rule.id, severity, message, why: rule.rationale, fingerprint: fingerprint(workspace.name, code, workspace.pathOf(span.source.uri), message), ...(hint === undefined ? {} : { hint }), span, ...(related === undefined ? {} : { related }) }];
}
