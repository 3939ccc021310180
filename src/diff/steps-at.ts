import { fieldOf, isArray, valueAt } from '../base/json.js';
import type { Place } from './tell.js';

/** Ids of the steps of a stage, of a step itself, or of the step that a place lies in. */
export function stepsAt({ spec, path }: Place): readonly string[] {
  const value = valueAt(spec.value, path.slice(0, 4));
  const steps = fieldOf(value, 'steps');
  return (isArray(steps) ? steps : [value]).map((step) => String(fieldOf(step, 'id')));
}
