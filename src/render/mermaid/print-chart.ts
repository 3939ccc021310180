import type { Chart } from '../chart.js';
import { printFeelings } from './feelings.js';
import { printFlow } from './flow.js';
import type { Lines } from './lines.js';
import { printSequence } from './sequence.js';
import { printStates } from './states.js';
import { printTime } from './time.js';

/** A chart as the text of a Mermaid diagram, ending with a line break. */
export function printChart(chart: Chart): string {
  return `${linesOf(chart).join('\n')}\n`;
}

function linesOf(chart: Chart): Lines {
  switch (chart.type) {
    case 'flow':
      return printFlow(chart);
    case 'feelings':
      return printFeelings(chart);
    case 'sequence':
      return printSequence(chart);
    case 'time':
      return printTime(chart);
    case 'states':
      return printStates(chart);
  }
}
