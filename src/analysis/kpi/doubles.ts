import { groupBy } from '../../base/groups.js';
import { isActive, type Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import { formulaKey } from './normal-formula.js';
import { normalDuration } from './normal-predicate.js';

/** A KPI that computes what another one before it computes. */
export interface DoubledKpi {
  readonly first: Spec<'Kpi'>;
  readonly double: Spec<'Kpi'>;
}

/** KPIs with the same formula in whatever notation, the same anchor and the same window. Those of another window answer another question. */
export function doubledKpis(workspace: Workspace): readonly DoubledKpi[] {
  const kpis = workspace.all('Kpi');
  const inForceFirst = [...kpis.filter(isActive), ...kpis.filter(({ status }) => status === 'draft')];
  const groups = [...groupBy(inForceFirst, (kpi) => questionOf(kpi) ?? kpi.id).values()];
  return groups.flatMap(([first, ...doubles]) => doubles.map((double) => ({ first: first!, double })));
}

function questionOf({ value }: Spec<'Kpi'>): string | undefined {
  const { formula, anchor = '', window } = value;
  const key = formula === undefined ? undefined : formulaKey(formula);
  return key && `${key} ${anchor} ${window === undefined ? '' : normalDuration(window)}`;
}
