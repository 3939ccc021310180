import type { Kpi } from '../../schema/kinds/index.js';
import type { Check } from './check.js';

/** Whether a goal is harder depends on which way is better. */
export const kpiGoal: Check = {
  id: 'kpi-goal',
  summary: 'A target is harder or easier by the direction in which the measure gets better.',
  *judge({ pair, differences }) {
    const { direction } = pair.after.value as Kpi;
    if (pair.after.kind !== 'Kpi' || (direction !== 'up' && direction !== 'down')) return;
    for (const difference of differences) {
      const [was, is] = [difference.before?.value, difference.after?.value];
      if (difference.shape !== 'KpiTarget' || difference.field !== 'value' || typeof was !== 'number' || typeof is !== 'number') continue;
      yield { claims: [difference], kind: is > was === (direction === 'up') ? 'kpi-target-tightened' : 'kpi-target-loosened' };
    }
  },
};
