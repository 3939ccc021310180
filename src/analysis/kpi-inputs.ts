import type { Path } from '../base/json.js';
import type { Entry } from '../model/registers.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { EmittedEvent, EventAttribute } from '../schema/kinds/system.js';
import { walkFor } from '../schema/walk.js';

/** An event that a KPI is computed from, and where the KPI says so. */
export interface KpiEvent {
  readonly event: string;
  /** The attribute that is read, where one is named. */
  readonly attribute?: string;
  readonly path: Path;
}

/** Fields of a formula that name an attribute as `event.attribute`. */
const attributeFields: readonly string[] = ['attribute', 'name', 'of'];

const walkLeaves = walkFor(({ type }) => type !== 'object' && type !== 'list' && type !== 'map' && type !== 'union');

/** Every event that a KPI's formula or anchor names, each time that it does. */
export function eventsOfKpi(kpi: Spec<'Kpi'>): readonly KpiEvent[] {
  const found: KpiEvent[] = [];
  walkLeaves('Kpi', kpi.value, (type, value, keys, { field }) => {
    if (typeof value !== 'string' || (keys[0] !== 'formula' && keys[0] !== 'anchor')) return;
    const path = keys.slice();
    const dot = value.lastIndexOf('.');
    if (type.type === 'reference' && type.to.includes('Event')) found.push({ event: value, path });
    else if (attributeFields.includes(field) && dot > 0) found.push({ event: value.slice(0, dot), attribute: value.slice(dot + 1), path });
  });
  return found;
}

/** Data elements that a KPI needs: in attributes that it reads or is split by, and in the keys that join its events. */
export function elementsOfKpi(kpi: Spec<'Kpi'>, workspace: Workspace): ReadonlySet<string> {
  const events = eventsOfKpi(kpi);
  const { anchor, dimensions = [] } = kpi.value;
  const split = anchor === undefined ? [] : dimensions.map((attribute) => ({ event: anchor, attribute }));
  const read = [...events, ...split].flatMap(({ event, attribute }) => producersOf(workspace, event).flatMap(({ value }) => attributesOf(value, attribute)));
  return new Set(read.flatMap(({ element }) => (element === undefined ? [] : [element])));
}

/** The attribute of this name and the one that says which case it is. */
function attributesOf({ attributes = [], caseKey }: EmittedEvent, name: string | undefined): readonly EventAttribute[] {
  return attributes.filter((attribute) => attribute.name === name || attribute.name === caseKey);
}

/** The systems that tell an event; none when it is unknown or follows from a step. */
export function producersOf(workspace: Workspace, event: string): readonly Entry<EmittedEvent>[] {
  return workspace.registers.events.get(event)?.producers ?? [];
}
