import type { StepModel } from '../model/journey.js';

/** Ids of the systems that a step runs on or needs, each once. */
export function systemsOf({ value: { systems = [], dependsOn } }: StepModel): readonly string[] {
  return dependsOn === undefined ? systems : [...new Set([...systems, ...dependsOn.map(({ system }) => system)])];
}

/** True when a step stops without a system: it runs on it, and nothing says that it goes on with less or with something else. */
export function stopsWithout(step: StepModel, system: string): boolean {
  if (!systemsOf(step).includes(system)) return false;
  const dependency = (step.value.dependsOn ?? []).find((each) => each.system === system);
  return dependency === undefined || (dependency.mode !== 'degraded' && dependency.fallback === undefined);
}
