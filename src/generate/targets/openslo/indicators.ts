import { countOf, type Counters } from './counts.js';
import { descriptionOf, objectOf, shorthandOf, type Metadata, type OpenSloObject } from './objects.js';
import type { Names } from '../../text/label-names.js';
import type { Counted, Objective } from './objectives.js';

/** What an SLO says besides its objective. */
export interface Surroundings {
  readonly title: string;
  readonly description: string | undefined;
  readonly service: string;
  readonly labels: Metadata['labels'] & {};
  readonly annotations: Metadata['annotations'] & {};
  /** As the schemas of OpenSLO have it, or as the text of its specification has it. */
  readonly alertPolicies: readonly (string | { readonly alertPolicyRef: string })[];
}

/** The SLI and the SLO of an objective. */
export function objectsOf(objective: Objective, names: Names, counters: Counters, { title, description, service, labels, annotations, alertPolicies }: Surroundings): readonly OpenSloObject[] {
  const name = names.get(objective.key)!;
  const duration = shorthandOf(objective.window);
  return [
    objectOf('SLI', { name, displayName: title }, { ratioMetric: ratioOf(objective.counted, counters) }),
    objectOf('SLO', { name, displayName: title, labels, annotations }, {
      description: descriptionOf(description),
      service,
      indicatorRef: name,
      ...(duration === undefined ? {} : { timeWindow: [{ duration, isRolling: true }] }),
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: objective.words, target: objective.share }],
      ...(alertPolicies.length === 0 ? {} : { alertPolicies }),
    }),
  ];
}

function ratioOf(counted: Counted, counters: Counters): unknown {
  const source = (query: string): unknown => ({ metricSource: { type: 'Prometheus', spec: { query } } });
  return { counter: true, good: source(countOf(counted, 'good', counters)), total: source(countOf(counted, 'all', counters)) };
}
