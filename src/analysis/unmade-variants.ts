import { isKind, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { readReference } from './written-reference.js';

/** Variants that can be read and cannot be put together, so that there is no journey of them: their base is missing, or what they change in it is not there. */
export function unmadeVariants(workspace: Workspace): readonly Spec<'Journey'>[] {
  return workspace.all('Journey').filter((spec) => isUnmade(workspace, spec));
}

/** True for one of them. */
export function isUnmade(workspace: Workspace, spec: Spec): boolean {
  return isKind(spec, 'Journey') && spec.value.extends !== undefined && workspace.journey(spec.id) === undefined;
}

/** What is told of one. Where its base had ended or begins later, nothing is wrong with what either says. */
export function unmadeWords(workspace: Workspace, variant: Spec<'Journey'>): string {
  const why = absenceOfBase(workspace, variant);
  return why === undefined ? `The variant \`${variant.id}\` cannot be put together from its base and its overlay.` : `The variant \`${variant.id}\` cannot be put together: ${why}.`;
}

/** Of a workspace as it was in force: why it has no base for a variant, as a part of a sentence; `undefined` where that is not the reason. */
export function absenceOfBase(workspace: Workspace, { value }: Spec<'Journey'>): string | undefined {
  const { id } = readReference(value.extends ?? '');
  if (value.extends === undefined || workspace.find('Journey', id) !== undefined) return undefined;
  const day = workspace.beginsOn('Journey', id);
  if (day !== undefined) return `its base, \`${id}\`, is not in force until ${day}`;
  return workspace.hasEnded(id) ? `its base, \`${id}\`, had ended by the day that is asked about` : undefined;
}
