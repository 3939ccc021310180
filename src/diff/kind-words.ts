import type { ChangeKind } from './change-kind.js';

/** How much a kind of change weighs, whom it may harm and who agrees to it, in sentences. */
export function weightOf({ level, regulated, harms, approvers }: Pick<ChangeKind, 'level' | 'regulated' | 'harms' | 'approvers'>): string {
  return `Level: ${level}${regulated ? ', regulated' : ''}. Harms: ${orNobody(harms)}. Who agrees, unless the Policy lists who does under \`approvals.${level}\`: ${orNobody(approvers)}.`;
}

/** Names in a row. */
export function orNobody(names: readonly string[]): string {
  return names.join(', ') || 'nobody';
}
