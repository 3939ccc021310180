import { isKind, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';

/**
 * True for a spec by which changes are judged: a Policy, a team, and a Directory that has teams. A team judges as a draft as well, and so does a Policy
 * that governs the workspace; what is retired judges nothing.
 */
export function judgesChanges({ policy }: Workspace, spec: Spec): boolean {
  if (spec.status === 'retired') return false;
  if (isKind(spec, 'Policy')) return spec.status !== 'draft' || policy.spec === spec;
  return isKind(spec, 'Team') || (isKind(spec, 'Directory') && Object.keys(spec.value.teams ?? {}).length > 0);
}
