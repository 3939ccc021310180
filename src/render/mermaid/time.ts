import type { TimeBar, TimeChart } from '../chart.js';
import { label, leadingLabel } from './escape.js';
import { spoken, type Lines } from './lines.js';

/** Seconds of one unit of the axis. */
const unitSeconds: Readonly<Record<TimeChart['unit'], number>> = { min: 60, h: 3600, d: 86_400 };

const tags: Readonly<Record<TimeBar['role'], string>> = { promise: 'active, ', kept: '', spare: 'done, ', over: 'crit, ' };

/**
 * Prints bars as a Gantt chart. Its axis knows dates only, so a unit of ours is a second there, told by the number of seconds since 1970:
 * that is the one form of a date which no time zone changes.
 */
export function printTime(chart: TimeChart): Lines {
  const at = (seconds: number): number => Math.round((seconds / unitSeconds[chart.unit]) * 1000);
  let count = 0;
  return [
    'gantt',
    `  title ${label(chart.title)}`,
    ...spoken(chart),
    '  dateFormat x',
    `  axisFormat %s ${chart.unit}`,
    '  todayMarker off',
    ...chart.sections.flatMap((section) => [
      `  section ${leadingLabel(section.label)}`,
      ...section.bars.map(({ label: text, from, to, role }) => `    ${leadingLabel(text)} :${tags[role]}t${count++}, ${at(from)}, ${at(to)}`),
    ]),
  ];
}
