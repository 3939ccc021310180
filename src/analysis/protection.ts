import type { Workspace } from '../model/workspace.js';

/** Classes that rules know by name. */
export type KnownClass = 'confidential' | 'restricted' | 'special';

const usualRanks: { readonly [name in KnownClass]: number } = { confidential: 2, restricted: 3, special: 4 };

/** The rank from which data count as confidential, restricted or special. A company's own classes are weighed by their rank. */
export function rankOfClass(workspace: Workspace, name: KnownClass): number {
  return workspace.registers.classRanks.get(name) ?? usualRanks[name];
}

/** The rank of a data element's class; `undefined` when either is unknown. */
export function rankOfElement(workspace: Workspace, id: string): number | undefined {
  const { elements, classRanks } = workspace.registers;
  const dataClass = elements.get(id)?.value.class;
  return dataClass === undefined ? undefined : classRanks.get(dataClass);
}

/** True when a data element is protected at least as well as data of this class. */
export function isAtLeast(workspace: Workspace, id: string, name: KnownClass): boolean {
  const rank = rankOfElement(workspace, id);
  return rank !== undefined && rank >= rankOfClass(workspace, name);
}
