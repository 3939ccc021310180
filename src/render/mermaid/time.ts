import { withoutIsolates } from '../../base/bidi.js';
import type { TimeBar, TimeChart } from '../chart.js';
import { label, leadingLabel } from './escape.js';
import { faint, inLines, lettersOf, settings, spoken, type Lines } from './lines.js';

/** Seconds of one unit of the axis. */
const unitSeconds: Readonly<Record<TimeChart['unit'], number>> = { min: 60, h: 3600, d: 86_400 };

const tags: Readonly<Record<TimeBar['role'], string>> = { promise: 'active, ', kept: '', spare: 'done, ', over: 'crit, ' };

/** The titles of sections stand in a margin, and a bar begins where the margin ends: so many letters are in a line, save for a word that is longer. */
const margin = 22;
/** What a letter and the room beside the words take of it. No word is so long that it needs more. */
const [letter, besideWords, widest] = [6.5, 22, 320];

/** White on Mermaid's own bars is hard to read. What stands beside a bar keeps the colours of the page. */
const colours = { taskBkgColor: '#4a5fa5', taskBorderColor: '#34457e', taskTextColor: 'white', critBkgColor: '#b3261e', critBorderColor: '#7d150f' };

function look({ sections }: TimeChart): string {
  const longest = Math.max(0, ...sections.flatMap((section) => inLines(section.label, margin)).map((line) => lettersOf(withoutIsolates(line))));
  return settings({ gantt: { leftPadding: Math.min(widest, Math.ceil(longest * letter) + besideWords) }, themeCSS: faint('.grid .tick line'), themeVariables: colours });
}

function inNarrowLines(text: string): string {
  return inLines(text, margin).map((line, index) => (index === 0 ? leadingLabel(line) : label(line))).join('<br>');
}

/**
 * Prints bars as a Gantt chart. Its axis knows dates only, so a unit of ours is a second there, told by the number of seconds since 1970:
 * that is the one form of a date which no time zone changes.
 */
export function printTime(chart: TimeChart): Lines {
  const at = (seconds: number): number => Math.round((seconds / unitSeconds[chart.unit]) * 1000);
  let count = 0;
  return [
    look(chart),
    'gantt',
    `  title ${label(chart.title)}`,
    ...spoken(chart),
    '  dateFormat x',
    `  axisFormat %s ${chart.unit}`,
    '  todayMarker off',
    ...chart.sections.flatMap((section) => [
      `  section ${inNarrowLines(section.label)}`,
      ...section.bars.map(({ label: text, from, to, role }) => `    ${leadingLabel(text)} :${tags[role]}t${count++}, ${at(from)}, ${at(to)}`),
    ]),
  ];
}
