import type { View } from '../view.js';
import { blueprint } from './blueprint.js';
import { change } from './change.js';
import { experience } from './experience.js';
import { flow } from './flow.js';
import { handoffs } from './handoffs.js';
import { hierarchy } from './hierarchy.js';
import { lifecycle } from './lifecycle.js';
import { lineage } from './lineage.js';
import { raci } from './raci.js';
import { sla } from './sla.js';

/** Every view, in the order in which they are offered. */
export const views: readonly View[] = [experience, blueprint, flow, handoffs, sla, lifecycle, hierarchy, raci, lineage, change];
