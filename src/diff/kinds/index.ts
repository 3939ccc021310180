import type { WrittenKind } from '../change-kind.js';
import { calendarKinds } from './calendar.js';
import { dataKinds } from './data.js';
import { journeyKinds } from './journey.js';
import { kpiKinds } from './kpi.js';
import { slaKinds } from './sla.js';
import { specKinds } from './spec.js';
import { stepKinds } from './step.js';

/** Kinds of changes that say more than the fields do by themselves, one file for each subject. */
export const writtenKinds: readonly WrittenKind[] = [...specKinds, ...journeyKinds, ...stepKinds, ...slaKinds, ...kpiKinds, ...dataKinds, ...calendarKinds];
