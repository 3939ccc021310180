import { languageTable } from '../schema/generated/language-table.js';

/** How to add each field that an active document owes: what it says, and an example. */
const steps: { readonly [field: string]: string } = {
  effective: 'Add the first day on which it is in force, for example `effective: {from: 2026-09-01}`.',
  'Journey.customerGoal': 'Add `customerGoal:` with what the customer wants, in the customer\'s words.',
  'Journey.scope': 'Add what it covers, for example `scope: {regions: [...]}` with the countries.',
  'Team.function': 'Add what the team does in the company, for example `function: service`.',
  'Persona.type': 'Add on which side of the counter the persona stands: `type: customer`, `type: staff` or `type: partner`.',
  'System.type': 'Add what sort of system it is, for example `type: crm`.',
  'EmittedEvent.caseKey': 'Add the attribute that says which case the event belongs to, `caseKey: ...`, as the system calls it. Without it, nothing can be counted per case.',
  'EmittedEvent.timestamp': 'Add the attribute that says when it happened, `timestamp: ...`, as the system calls it. Without it, no time can be measured.',
  'Sla.type': 'Add to whom the promise is made: `type: sla` to customers, `type: ola` between teams, `type: contract` with a company outside.',
  'Sla.metric': 'Add what is promised, for example `metric: duration`.',
  'Sla.provider': 'Add `provider:` with the id of the team that keeps the promise.',
  'Sla.consumer': 'Add who relies on it: a team, or `consumer: customer`.',
  'Sla.clock': 'Add when time starts and when it stops, by events or steps: `clock: {start: ..., stop: ...}`.',
  'Sla.calendar': 'Add the hours in which time runs, for example `calendar: 24x7`.',
  'Sla.targets': 'Add what is promised, for example `targets: [{within: 4h, percent: 95}]`.',
  'Kpi.unit': 'Add what the number is, for example `unit: ratio`.',
  'Kpi.direction': 'Add which way is better: `direction: up`, `direction: down` or `direction: band`.',
  'Kpi.formula': 'Add how it is computed, for example `formula: {count: cases, where: {event: ...}}`.',
  'Kpi.window': 'Add the period that one value is about, for example `window: P1M`.',
  'Kpi.cadence': 'Add how often it is reported, for example `cadence: P1W`.',
  'Calendar.timezone': 'Add the zone in which the hours are meant, for example `timezone: Europe/Berlin`.',
  'Calendar.weekly': 'Add the open hours of each day, for example `weekly: {mon: ["08:00-18:00"]}`.',
  'Calendar.horizon': 'Add the days for which the holidays are known, for example `horizon: {from: 2026-01-01, until: 2028-01-01}`.',
  'DataElement.owner': 'Add `owner:` with the id of the team that decides about it.',
  'DataElement.retention': 'Add how long it is kept, for example `retention: {period: P3Y, from: ..., action: erase}` with the moment from which it counts.',
  'Workspace.namespace': 'Add `namespace:` with a name that stays unique when several workspaces are read together: that of the company, a dot, and what the workspace is about.',
  'Workspace.organisation': 'Add `organisation:` with the name of the organisation that is responsible for the journeys.',
};

/** Every field that an active document owes, by the shape that declares it. */
export const owedFields: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(languageTable.shapes)
    .map(([shape, fields]) => [shape, Object.keys(fields).filter((field) => fields[field]?.active === true)] as const)
    .filter(([, fields]) => fields.length > 0),
);

/** What the author does next when the field is missing. */
export function nextStepFor(shape: string, field: string): string | undefined {
  return steps[`${shape.replace(/InDirectory$/, '')}.${field}`] ?? steps[field];
}
