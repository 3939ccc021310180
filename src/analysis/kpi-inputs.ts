import { below, type Path } from '../base/json.js';
import type { Entry } from '../model/registers.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { EmittedEvent, EventAttribute } from '../schema/kinds/system.js';
import { eventOf, inputsOf } from './kpi/inputs.js';

/** An event that a KPI is computed from, and where the KPI says so. */
export interface KpiEvent {
  readonly event: string;
  /** The attribute that is read, where one is named. */
  readonly attribute?: string;
  readonly path: Path;
}

/** Every event that a KPI's formula or anchor names, each time that it does. */
export function eventsOfKpi({ value }: Spec<'Kpi'>): readonly KpiEvent[] {
  const { formula, anchor } = value;
  const read = (formula === undefined ? [] : inputsOf(formula)).flatMap((input): readonly KpiEvent[] => {
    const event = eventOf(input);
    return event === undefined ? [] : [{ event, ...input.named, path: below(['formula'], ...input.path) }];
  });
  return anchor === undefined ? read : [...read, { event: anchor, path: ['anchor'] }];
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
