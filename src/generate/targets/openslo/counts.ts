import { seriesOf, targetLabel } from '../prometheus/metrics.js';
import type { Counted } from './objectives.js';

/** The counters that indicators read, each under the name that it has in this company. */
export interface Counters {
  readonly promiseCases: string;
  readonly systemChecks: string;
  /** The label `workspace` that all series have; empty for none. */
  readonly workspace: string;
}

/** The query for all cases of an objective, or for those alone that were good. */
export function countOf(counted: Counted, which: 'good' | 'all', counters: Counters): string {
  const [metric, labels, good] = 'promise' in counted
    ? [counters.promiseCases, [['sla', counted.promise], ['target', targetLabel(counted.group)]], 'kept'] as const
    : [counters.systemChecks, [['system', counted.system], ['metric', counted.metric]], 'good'] as const;
  return `sum(${seriesOf(metric, which === 'good' ? [...labels, ['result', good]] : labels, counters)})`;
}
