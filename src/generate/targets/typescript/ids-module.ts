import type { JourneyModel } from '../../../model/journey.js';
import type { EmittedEvent } from '../../../schema/kinds/system.js';
import { literal, propertyName, stringLiteral } from '../../text/typescript.js';
import type { Statement } from './module.js';

/** What is known by an id, sorted. */
export interface KnownIds {
  readonly journeys: readonly JourneyModel[];
  readonly slas: readonly string[];
  readonly kpis: readonly string[];
  readonly personas: readonly string[];
  readonly events: readonly EmittedEvent[];
}

/** Each sort of id as a list, as a type and with a guard. */
export function idsModule({ journeys, slas, kpis, personas, events }: KnownIds): readonly Statement[] {
  return [
    ...sort('Journey', journeys.map(({ id }) => id), 'The journeys.'),
    ...sort('Stage', journeys.flatMap(({ id, stages }) => stages.map((stage) => `${id}#stages/${stage.id}`)), 'The stages, each as `journey#stages/stage`.'),
    ...sort('Step', journeys.flatMap(({ id, steps }) => steps.map((step) => `${id}#${step.id}`)), 'The steps, each as `journey#step`.'),
    ...sort('Event', events.map(({ event }) => event), 'The events that systems tell.'),
    ...sort('Sla', slas, 'The promises.'),
    ...sort('Kpi', kpis, 'The KPIs.'),
    ...sort('Persona', personas, 'The personas.'),
    { is: 'interface', name: 'StepsOfJourney', doc: 'The steps of each journey.', properties: journeys.map(({ id, steps }) => ({ name: propertyName(id), type: union(steps.map((step) => step.id)) })) },
  ];
}

/** `journeyIds`, `JourneyId` and `isJourneyId`. */
function sort(name: string, ids: readonly string[], doc: string): readonly Statement[] {
  const list = `${name.charAt(0).toLowerCase()}${name.slice(1)}Ids`;
  return [
    { is: 'constant', name: list, value: `${literal([...new Set(ids)].toSorted())} as const`, doc },
    { is: 'type', name: `${name}Id`, type: `(typeof ${list})[number]` },
    { is: 'function', name: `is${name}Id`, parameters: [{ name: 'value', type: 'unknown' }], returns: `value is ${name}Id`, body: `return (${list} as readonly unknown[]).includes(value);` },
  ];
}

function union(texts: readonly string[]): string {
  return texts.length === 0 ? 'never' : texts.map(stringLiteral).join(' | ');
}
