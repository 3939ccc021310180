import type { KindName } from '../../../schema/generated/language-table.js';
import { kpi } from './kpi.js';
import { persona } from './persona.js';
import { promise } from './promise.js';
import { system } from './system.js';
import { team } from './team.js';
import type { Thing } from './thing.js';

/** Every kind of document, besides journeys, that has pages of its own, in the order in which they are offered. */
export const things: readonly Thing<KindName>[] = [team, promise, kpi, persona, system] as unknown as readonly Thing<KindName>[];
