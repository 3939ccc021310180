import type { Spec } from '../../../model/spec.js';
import type { Step } from '../../../schema/kinds/step.js';
import type { Register } from '../../register.js';

interface FallbackRow {
  readonly journey: Spec<'Journey'>;
  readonly sort: 'system of a step' | 'failure of a step' | 'data of a rule' | 'scenario';
  readonly id: string;
  /** What is not there. */
  readonly without: string | undefined;
  readonly mode?: 'blocking' | 'degraded' | undefined;
  readonly step?: string | undefined;
  readonly text?: string | undefined;
  readonly needs?: string | undefined;
  readonly exercised?: string | undefined;
}

/** What is done when something is missing. */
export const fallbacks: Register<FallbackRow> = {
  id: 'fallbacks',
  description: 'One row for each thing that may be missing: what is done without it. A row without an answer is a gap.',
  columns: [
    { name: 'journey', always: true, description: 'The journey.', of: ({ journey }) => journey.id },
    { name: 'sort', always: true, words: ['system of a step', 'failure of a step', 'data of a rule', 'scenario'], description: 'What the row is about.', of: ({ sort }) => sort },
    { name: 'id', always: true, description: 'The step, the rule or the scenario.', of: ({ id }) => id },
    { name: 'without', description: 'What is not there: a system, a team, or data in words.', of: ({ without }) => without },
    { name: 'mode', words: ['blocking', 'degraded'], description: 'Of a system of a step: whether the step stops without it, or goes on with less.', of: ({ mode }) => mode },
    { name: 'step', description: 'The step that is done instead.', of: ({ step }) => step },
    { name: 'text', description: 'What is done instead, in words; of a rule the variant that is taken.', of: ({ text }) => text },
    { name: 'needs', description: 'The system that the fallback itself needs.', of: ({ needs }) => needs },
    { name: 'exercised', description: 'The Record of the last exercise.', of: ({ exercised }) => exercised },
  ],
};

/** A row for each. */
export function fallbackRows(journeys: readonly Spec<'Journey'>[]): readonly FallbackRow[] {
  return journeys.flatMap((journey) => {
    const { stages = [], rules = [], resilience: { scenarios = [] } = {} } = journey.value;
    return [
      ...stages.flatMap(({ steps }) => steps.flatMap((step) => rowsOfStep(journey, step))),
      ...rules.flatMap(({ id, fallback }): readonly FallbackRow[] => (fallback === undefined ? [] : [{ journey, sort: 'data of a rule', id, without: fallback.when, text: fallback.do, needs: fallback.system }])),
      ...scenarios.map(({ id, loses, fallback, exercised }): FallbackRow => ({ journey, sort: 'scenario', id, without: lost(loses), step: fallback?.step, text: fallback?.text, exercised })),
    ];
  });
}

function rowsOfStep(journey: Spec<'Journey'>, { id, dependsOn = [], onFail }: Step): readonly FallbackRow[] {
  const systems = dependsOn.map(({ system, mode = 'blocking', fallback }): FallbackRow => ({ journey, sort: 'system of a step', id, without: system, mode, step: fallback?.step, text: fallback?.text }));
  return onFail === undefined ? systems : [...systems, { journey, sort: 'failure of a step', id, without: undefined, step: onFail }];
}

function lost(loses: { readonly system?: string; readonly team?: string } = {}): string | undefined {
  return loses.system ?? (loses.team === undefined ? undefined : `team ${loses.team}`);
}
