import type { OptionDeclaration } from '../../target.js';
import type { Labels } from './alerts.js';

/** What tells the series and alerts of one workspace from those of another, where both are in one Prometheus. */
export const workspaceOption: OptionDeclaration<string> = {
  description: 'The text of a label `workspace` that all series and alerts have, where several workspaces share a Prometheus and may use the same names; empty for none.',
  default: '',
  pattern: { expression: '[^\\p{Cc}]{1,200}', words: 'a text of at most 200 signs in one line' },
};

/** The label, where the setting asks for it. */
export function workspaceLabels(workspace: string): Labels {
  return workspace === '' ? {} : { workspace };
}
