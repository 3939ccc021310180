import type { Diagnostic } from '../base/diagnostic.js';
import { spanIn } from '../load/document.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { rules } from '../validate/rules/index.js';
import { formProblems } from '../validate/tell-findings.js';

/** What keeps documents and whole files from being read. */
export function unreadProblems(workspace: Workspace): readonly Diagnostic[] {
  return formProblems(workspace, rules, {}).filter(({ severity }) => severity === 'error');
}

/** A problem for each variant that can be read and cannot be put together, so that there is no journey of it. */
export function unmadeVariants(workspace: Workspace): readonly Diagnostic[] {
  const variants = workspace.specs.filter((spec): spec is Spec<'Journey'> => spec.kind === 'Journey' && (spec as Spec<'Journey'>).value.extends !== undefined && workspace.journey(spec.id) === undefined);
  return variants.map(asProblem);
}

function asProblem({ id, document }: Spec<'Journey'>): Diagnostic {
  const message = `The variant \`${id}\` cannot be put together from its base and its overlay.`;
  return { code: 'VAR-001', rule: 'variant/overlay-applies', severity: 'error', message, fingerprint: id, span: spanIn(document, ['extends']) };
}
