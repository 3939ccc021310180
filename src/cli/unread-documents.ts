import { unmadeVariants, unmadeWords } from '../analysis/unmade-variants.js';
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

/** A problem for each variant that can be read and cannot be put together. */
export function unmadeProblems(workspace: Workspace, isMeant: (variant: Spec<'Journey'>) => boolean = () => true): readonly Diagnostic[] {
  return unmadeVariants(workspace).filter(isMeant).map((variant) => asProblem(workspace, variant));
}

function asProblem(workspace: Workspace, variant: Spec<'Journey'>): Diagnostic {
  return { code: 'VAR-001', rule: 'variant/overlay-applies', severity: 'error', message: unmadeWords(workspace, variant), fingerprint: variant.id, span: spanIn(variant.document, ['extends']) };
}
