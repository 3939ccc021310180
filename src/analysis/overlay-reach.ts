import { groupBy } from '../base/groups.js';
import { sameJson, valueAt } from '../base/json.js';
import type { Variant } from '../model/overlay.js';
import type { OverlayOperation, Stage } from '../schema/kinds/journey.js';
import type { Step } from '../schema/kinds/step.js';

/** Steps that a variant touches: changed, added or removed. */
export interface OverlayReach {
  readonly touched: number;
  /** Steps of the base, and those that the variant adds. */
  readonly all: number;
}

/** How much of its base a variant touches. */
export function overlayReach({ spec, base }: Variant): OverlayReach {
  const known = stepsOf(base.value.stages);
  const touched = new Set((spec.value.overlay ?? []).flatMap((operation) => touchedBy(base.value.stages ?? [], operation)));
  return { touched: touched.size, all: new Set([...known, ...touched]).size };
}

function touchedBy(stages: readonly Stage[], { op, path, value }: OverlayOperation): readonly string[] {
  const [field, stage, list, step] = path.split('.');
  if (field !== 'stages') return [];
  if (step !== undefined) return list === 'steps' ? [step] : [];
  const brought = op === 'remove' ? [] : broughtBy(value);
  if (op === 'add') return brought;
  const replaced = stages.filter(({ id }) => stage === undefined || id === stage);
  return list === undefined || list === 'steps' ? [...stepsOf(replaced), ...brought] : [];
}

/** Ids of the steps in a value of any size: a step, a stage, or a list of either. */
function broughtBy(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(broughtBy);
  const steps = valueAt(value, ['steps']);
  const id = valueAt(value, ['id']);
  if (Array.isArray(steps)) return broughtBy(steps);
  return typeof id === 'string' ? [id] : [];
}

function stepsOf(stages: readonly Stage[] | undefined): readonly string[] {
  return (stages ?? []).flatMap(({ steps }) => steps.map(({ id }: Step) => id));
}

/** One change of one variant. */
export interface VariantChange {
  readonly variant: Variant;
  readonly index: number;
  readonly operation: OverlayOperation;
}

/** Changes that several variants of one base make in the same way, each with those who make it. */
export function sharedChanges(variants: readonly Variant[]): readonly (readonly VariantChange[])[] {
  const changes = variants.flatMap((variant) => (variant.spec.value.overlay ?? []).map((operation, index) => ({ variant, index, operation })));
  const alike = groupBy(changes, ({ variant, operation: { op, path } }) => `${variant.base.id} ${op} ${path}`);
  return [...alike.values()].flatMap(sameValues).filter((group) => group.length > 1);
}

function sameValues(changes: readonly VariantChange[]): readonly (readonly VariantChange[])[] {
  const groups: VariantChange[][] = [];
  for (const change of changes) {
    const group = groups.find(([first]) => sameJson(first!.operation.value, change.operation.value));
    if (group === undefined) groups.push([change]);
    else group.push(change);
  }
  return groups;
}
