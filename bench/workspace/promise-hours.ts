/** A calendar of the workspace in which promises are proved. */
interface Hours {
  readonly id: string;
  readonly title: string;
  readonly timezone: string;
  readonly days: readonly string[];
  readonly hours: string;
  readonly dayLength: string;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const saturdays = [...weekdays, 'sat'] as const;
const everyDay = [...saturdays, 'sun'] as const;

/** The calendars beside `office-hours` and `24x7`: with those, twelve in six zones. */
const others: readonly Hours[] = [
  { id: 'desk-hours', title: 'Service line', timezone: 'Europe/Berlin', days: saturdays, hours: '08:00-20:00', dayLength: '12h' },
  { id: 'field-hours', title: 'Specialists on the road', timezone: 'Europe/Berlin', days: saturdays, hours: '07:00-19:00', dayLength: '12h' },
  { id: 'bank-days', title: 'Bank', timezone: 'Europe/Berlin', days: weekdays, hours: '09:00-16:00', dayLength: '7h' },
  { id: 'london-office', title: 'Office in London', timezone: 'Europe/London', days: weekdays, hours: '09:00-17:30', dayLength: '8h30m' },
  { id: 'lisbon-office', title: 'Office in Lisbon', timezone: 'Europe/Lisbon', days: weekdays, hours: '09:00-18:00', dayLength: '9h' },
  { id: 'warehouse', title: 'Warehouse, two shifts', timezone: 'Europe/Warsaw', days: weekdays, hours: '06:00-22:00', dayLength: '16h' },
  { id: 'courier-days', title: 'Courier', timezone: 'Europe/Warsaw', days: saturdays, hours: '08:00-18:00', dayLength: '10h' },
  { id: 'boston-desk', title: 'Desk in Boston', timezone: 'America/New_York', days: weekdays, hours: '08:00-18:00', dayLength: '10h' },
  { id: 'manila-desk', title: 'Desk in Manila', timezone: 'Asia/Manila', days: everyDay, hours: '06:00-22:00', dayLength: '16h' },
  { id: 'night-watch', title: 'Night watch', timezone: 'Europe/Berlin', days: everyDay, hours: '20:00-06:00', dayLength: '10h' },
];

/** Calendars on which a part may be promised in place, other than the hours of the whole. */
export const otherHours: readonly string[] = [...others.map(({ id }) => id), '24x7'];

/** The calendars, as entries of the company's directory. */
export function hoursFile(): string {
  const entries = others.map(({ id, title, timezone, days, hours, dayLength }) => `  ${id}:
    title: ${title}
    timezone: ${timezone}
    weekly: {${days.map((day) => `${day}: ["${hours}"]`).join(', ')}}
    dayLength: ${dayLength}
    holidays: [{date: 2026-12-25, name: Christmas}, {date: 2027-01-01, name: New Year}]
    horizon: {from: 2026-01-01, until: 2028-12-31}`);
  return `apiVersion: waymark/v1
kind: Directory
id: hours
title: When who is there
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: cx-office
review: {cycle: P12M, next: 2027-10-01}
calendars:
${entries.join('\n')}
`;
}
