import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';

/** Variants that can be read and cannot be put together, so that there is no journey of them: their base is missing, or what they change in it is not there. */
export function unmadeVariants(workspace: Workspace): readonly Spec<'Journey'>[] {
  return workspace.all('Journey').filter(({ id, value }) => value.extends !== undefined && workspace.journey(id) === undefined);
}

/** What is told of one. */
export function unmadeWords({ id }: Spec<'Journey'>): string {
  return `The variant \`${id}\` cannot be put together from its base and its overlay.`;
}
