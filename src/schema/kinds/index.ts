/** Every kind of document: the one list that the generator reads. */
export type { Calendar } from './calendar.js';
export type { DataCatalog } from './data-catalog.js';
export type { Directory } from './directory.js';
export type { Glossary } from './glossary.js';
export type { Journey } from './journey.js';
export type { Kpi } from './kpi.js';
export type { Persona } from './persona.js';
export type { Policy } from './policy.js';
export type { Record } from './record.js';
export type { Sla } from './sla.js';
export type { System } from './system.js';
export type { Team } from './team.js';
export type { Workspace } from './workspace.js';
