import { edit, written, type WrittenKind } from '../change-kind.js';

/** Changes of working hours. */
export const calendarKinds: readonly WrittenKind[] = [
  written({
    id: 'calendar-holiday-added',
    at: ['Calendar.holidays'],
    level: 'breaking',
    harms: ['customer'],
    approvers: ['service-level-manager'],
    rationale: 'Deadlines of every promise on the calendar come later.',
    example: edit('hours.yaml', 'name: Christmas}', 'name: Christmas}, {date: 2027-01-01}', 'Holiday `2027-01-01` is new in the `holidays` of calendar `office`.'),
  }),
  written({
    id: 'calendar-holiday-removed',
    at: ['Calendar.holidays'],
    level: 'breaking',
    harms: ['provider'],
    approvers: ['service-level-manager'],
    rationale: 'Deadlines of every promise on the calendar come earlier.',
    example: edit('hours.yaml', `holidays: [{date: 2026-12-25, name: Christmas}]
`, '', 'Holiday `Christmas` is no longer in the `holidays` of calendar `office`.'),
  }),
  written({
    id: 'later-holiday-added',
    at: [],
    level: 'compatible',
    approvers: ['service-level-manager'],
    rationale: 'Nobody has counted on days for which no holidays were known.',
    example: edit('hours.yaml', 'name: Christmas}', 'name: Christmas}, {date: 2028-01-01}', 'Holiday `2028-01-01` is new in the `holidays` of calendar `office`.'),
  }),
];
