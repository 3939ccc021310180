import { isArray, type JsonValue } from '../base/json.js';
import { onceFor } from '../base/remembering.js';
import { readSpecs } from '../model/read-specs.js';
import type { KindName } from '../schema/generated/language-table.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';

/** Specs that do not count, because an earlier one has their id. */
export const leftOutSpecs = onceFor(({ documents, specs }: Workspace): readonly Spec[] => {
  const written = readSpecs(documents);
  if (written.length === specs.length) return [];
  const seen = new Set<string>();
  return written.filter(({ coordinate }) => seen.has(coordinate) || !seen.add(coordinate));
});

/** Every spec of a kind, with those that do not count: whoever says that something is nowhere asks them too. */
export function everySpec<Kind extends KindName>(workspace: Workspace, kind: Kind): readonly Spec<Kind>[] {
  return [...workspace.all(kind), ...leftOutOf(workspace, kind)];
}

/** Specs of a kind that do not count. */
export function leftOutOf<Kind extends KindName>(workspace: Workspace, kind: Kind): readonly Spec<Kind>[] {
  return leftOutSpecs(workspace).filter((spec): spec is Spec<Kind> => spec.kind === kind);
}

/** Names that would exist if the other of two specs with one id counted: its roles, its steps, its events. */
export const namesLeftOut = onceFor((workspace: Workspace): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { value } of leftOutSpecs(workspace)) collectNames(value as unknown as JsonValue, names);
  return names;
});

const namingFields: readonly string[] = ['id', 'code', 'event', 'name'];

function collectNames(value: JsonValue | undefined, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isArray(value)) return value.forEach((each) => collectNames(each, names));
  for (const [field, each] of Object.entries(value)) {
    names.add(namingFields.includes(field) && typeof each === 'string' ? each : field);
    collectNames(each, names);
  }
}
