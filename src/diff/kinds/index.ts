import type { WrittenKind } from '../change-kind.js';
import { calendarKinds } from './calendar.js';
import { dataKinds } from './data.js';
import { glossaryKinds } from './glossary.js';
import { journeyKinds } from './journey.js';
import { kpiKinds } from './kpi.js';
import { policyKinds } from './policy.js';
import { slaKinds } from './sla.js';
import { specKinds } from './spec.js';
import { stepKinds } from './step.js';

/** Kinds of changes of one subject; the file has its name. */
export interface KindsOfSubject {
  readonly id: string;
  /** What they are changes of, in words. */
  readonly title: string;
  readonly kinds: readonly WrittenKind[];
}

/** Kinds of changes that say more than the fields do by themselves, one file for each subject. */
export const kindsBySubject: readonly KindsOfSubject[] = [
  { id: 'spec', title: 'Documents as a whole', kinds: specKinds },
  { id: 'journey', title: 'Journeys and their stages', kinds: journeyKinds },
  { id: 'step', title: 'Steps and ways', kinds: stepKinds },
  { id: 'sla', title: 'Promises', kinds: slaKinds },
  { id: 'kpi', title: 'Measures', kinds: kpiKinds },
  { id: 'data', title: 'Data', kinds: dataKinds },
  { id: 'calendar', title: 'Calendars', kinds: calendarKinds },
  { id: 'glossary', title: 'Words', kinds: glossaryKinds },
  { id: 'policy', title: 'How journeys are governed', kinds: policyKinds },
];

/** All of them. */
export const writtenKinds: readonly WrittenKind[] = kindsBySubject.flatMap(({ kinds }) => kinds);
