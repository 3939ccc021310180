import { selector } from '../../text/promql.js';
import { targetLabel } from '../prometheus/metrics.js';
import type { Counted } from './objectives.js';

/** The counters that indicators read, each under the name that it has in this company. */
export interface Counters {
  readonly promiseCases: string;
  readonly systemChecks: string;
}

/** The query for all cases of an objective, or for those alone that were good. */
export function countOf(counted: Counted, which: 'good' | 'all', { promiseCases, systemChecks }: Counters): string {
  const [metric, labels, good] = 'promise' in counted
    ? [promiseCases, [['sla', counted.promise], ['target', targetLabel(counted.group)]], 'kept'] as const
    : [systemChecks, [['system', counted.system], ['metric', counted.metric]], 'good'] as const;
  return `sum(${selector(metric, which === 'good' ? [...labels, ['result', good]] : labels)})`;
}
