import { edit, written, type WrittenKind } from '../change-kind.js';

const daysOfWeek = ['Week.mon', 'Week.tue', 'Week.wed', 'Week.thu', 'Week.fri', 'Week.sat', 'Week.sun'] as const;

/** Changes of working hours. */
export const calendarKinds: readonly WrittenKind[] = [
  written({
    id: 'calendar-hours-tightened',
    at: daysOfWeek,
    level: 'breaking',
    harms: ['provider'],
    approvers: ['service-level-manager', 'counterparties'],
    rationale: 'It is open longer, so deadlines of every promise on it come earlier.',
    example: edit('hours.yaml', 'fri: ["08:00-18:00"]', 'fri: ["08:00-20:00"]', 'On Friday, calendar `office` was open 08:00-18:00 and is now open 08:00-20:00: deadlines come earlier.'),
  }),
  written({
    id: 'calendar-hours-loosened',
    at: daysOfWeek,
    level: 'breaking',
    harms: ['customer'],
    approvers: ['service-level-manager', 'journey-owner'],
    rationale: 'It is open for less time, so deadlines of every promise on it come later.',
    example: edit('hours.yaml', ', fri: ["08:00-18:00"]', '', 'On Friday, calendar `office` was open 08:00-18:00 and is now closed: deadlines come later.'),
  }),
  written({
    id: 'calendar-hours-changed',
    at: daysOfWeek,
    level: 'breaking',
    harms: ['customer', 'provider'],
    approvers: ['service-level-manager', 'journey-owner', 'counterparties'],
    rationale: 'It is open at other times, so some deadlines come earlier and some later.',
    example: edit('hours.yaml', 'fri: ["08:00-18:00"]', 'fri: ["07:00-17:00"]', 'On Friday, calendar `office` was open 08:00-18:00 and is now open 07:00-17:00: some deadlines come earlier and some later.'),
  }),
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
  written({
    id: 'horizon-day-loosened',
    at: ['Horizon.until', 'Horizon.from'],
    level: 'breaking',
    harms: ['customer'],
    approvers: ['service-level-manager'],
    rationale: 'On days that were known already, holidays may come up again and move deadlines.',
    example: edit('hours.yaml', 'until: 2027-12-31', 'until: 2027-06-30', 'The `until` of the `horizon` of calendar `office` was `2027-12-31` and is now `2027-06-30`, which is earlier.'),
  }),
  written({
    id: 'calendar-extends-tightened',
    at: ['Calendar.extends'],
    level: 'breaking',
    harms: ['provider'],
    approvers: ['service-level-manager', 'counterparties'],
    rationale: 'By the hours that it takes over it is open longer, so deadlines of every promise on it come earlier.',
    example: edit('directory.yaml', 'extends: office', 'extends: 24x7', 'Calendar `helpline` takes over the hours and holidays of `24x7` and took over the hours and holidays of `office`: it is open whenever it was, and longer, so deadlines come earlier.'),
  }),
  written({
    id: 'calendar-extends-loosened',
    at: ['Calendar.extends'],
    level: 'breaking',
    harms: ['customer'],
    approvers: ['service-level-manager', 'journey-owner'],
    rationale: 'By the hours that it takes over it is open for less time, so deadlines of every promise on it come later.',
    example: edit('directory.yaml', 'extends: 24x7', 'extends: office', 'Calendar `night-desk` takes over the hours and holidays of `office` and took over the hours and holidays of `24x7`: it is open for a part of that time only, so deadlines come later.'),
  }),
];
