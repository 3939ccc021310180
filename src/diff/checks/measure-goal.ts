import { directionOfTemplate } from '../../analysis/kpi-roles.js';
import { isSurelyBelow, readObserved } from '../../analysis/observed-values.js';
import { valueAt } from '../../base/json.js';
import type { Measure } from '../../schema/kinds/journey.js';
import type { Check } from './check.js';

/** As with a KPI, whether a goal is harder depends on which way is better: its template tells it. */
export const measureGoal: Check = {
  id: 'measure-goal',
  summary: 'The target of a measure in a journey is harder or easier by the direction in which such measures get better.',
  *judge({ pair, differences }) {
    for (const difference of differences) {
      const { shape, field, deed, before, after, holder } = difference;
      if (shape !== 'Measure' || field !== 'target' || deed !== 'changed') continue;
      const direction = directionOfTemplate((valueAt(pair.after.value, holder.after) as unknown as Measure).of);
      const [was, is] = [before, after].map((side) => readObserved(side!.value as string | number));
      const worse = direction === 'down' ? 'most' : 'least';
      const [isLess, isMore] = [isSurelyBelow(is!, was!, worse, true), isSurelyBelow(was!, is!, worse, true)];
      if (direction !== undefined && isLess !== isMore) yield { claims: [difference], kind: `measure-target-${isMore === (direction === 'up') ? 'tightened' : 'loosened'}` };
    }
  },
};
