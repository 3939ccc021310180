import type { ChangeKind, WhereSlower } from './change-kind.js';

/** How much a kind of change weighs, whom it may harm and who agrees to it, in sentences. */
export function weightOf({ level, regulated, harms, approvers }: Pick<ChangeKind, 'level' | 'regulated' | 'harms' | 'approvers'>): string {
  return `Level: ${level}${regulated ? ', regulated' : ''}. Harms: ${orNobody(harms)}. Who agrees, unless the Policy lists who does under \`approvals.${level}\`: ${orNobody(approvers)}.`;
}

/** When a kind of change weighs more than by itself, and how much then. */
export function slowerWords({ level, harms }: WhereSlower): string {
  return `Where a promise to customers is harder to keep because of it, so that its longest way takes longer or it is not proved any more: level ${level}, harms ${orNobody(harms)}.`;
}

/** Names in a row. */
export function orNobody(names: readonly string[]): string {
  return names.join(', ') || 'nobody';
}
