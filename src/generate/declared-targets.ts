import type { Workspace } from '../model/workspace.js';
import type { AcceptedLoss } from '../schema/kinds/workspace.js';
import type { OptionValues } from './target.js';

/** What a workspace says that is to be written, and where. */
export interface DeclaredTarget {
  readonly id: string;
  readonly target: string;
  /** From the folder of the workspace. */
  readonly out: string;
  readonly options: OptionValues;
  /** Losses that are known. */
  readonly accept: readonly AcceptedLoss[];
}

/** The entries of `targets` in `waymark.yaml`. */
export function declaredTargets({ root }: Workspace): readonly DeclaredTarget[] {
  return (root?.value.targets ?? []).map(({ id, target = id, out, options = {}, accept = [] }) => ({ id, target, out, options, accept }));
}
