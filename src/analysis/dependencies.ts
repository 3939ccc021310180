import type { Reference } from '../model/references.js';
import { isActive, type Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Status } from '../schema/kinds/header.js';

/** A document in force, or one that will be, that relies on one of another status, with the first place where it does. */
export interface Dependency {
  readonly from: Spec;
  readonly to: Spec;
  readonly reference: Reference;
  /** Further places where the same document relies on it. */
  readonly others: readonly Reference[];
}

/**
 * What documents rely on that are in force or drafts, where that has a given status. Each pair is told once. What a Record is about, what
 * takes over from what, and who owns a document are no reliance.
 */
export function reliesOn(workspace: Workspace, status: Status): readonly Dependency[] {
  if (!workspace.specs.some((spec) => spec.status === status)) return [];
  const pairs = new Map<string, { from: Spec; to: Spec; reference: Reference; others: Reference[] }>();
  for (const reference of workspace.references) {
    const to = isReliance(reference) ? targetOf(workspace, reference.target!) : undefined;
    if (to?.status !== status || to === reference.from || to === reference.from.directory) continue;
    const key = `${reference.from.coordinate} ${to.coordinate}`;
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, { from: reference.from, to, reference, others: [] });
    else pair.others.push(reference);
  }
  return [...pairs.values()];
}

function isReliance({ from, target, field, shape, path }: Reference): boolean {
  if (target === undefined || from.status === 'retired' || from.kind === 'Record') return false;
  const isOwner = field === 'owner' && path.length === 1;
  return !isOwner && field !== 'supersedes' && field !== 'supersededBy' && shape !== 'ComparisonWith';
}

/** The document behind a target: the one that declares it, and its Directory where the status is the Directory's. */
function targetOf(workspace: Workspace, target: string): Spec | undefined {
  const found = workspace.specAt(target) ?? declarerOf(workspace, target);
  return found?.directory !== undefined && found.status === found.directory.status ? found.directory : found;
}

function declarerOf({ registers, specAt }: Workspace, target: string): Spec | undefined {
  const colon = target.indexOf(':');
  const [what, name] = [target.slice(0, colon), target.slice(colon + 1)];
  if (what === 'element') return registers.elements.get(name)?.spec;
  if (what === 'purpose') return registers.purposes.get(name)?.spec;
  if (what === 'status') return registers.statuses.get(name)?.spec;
  const event = what === 'event' ? registers.events.get(name) : undefined;
  const producers = (event?.producers ?? []).map(({ spec }) => spec);
  return producers.find(isActive) ?? producers[0] ?? (event?.step === undefined ? undefined : specAt(event.step.coordinate));
}
