import type { FeelingChart } from '../chart.js';
import { label, leadingLabel, nameInList } from './escape.js';
import { spoken, type Lines } from './lines.js';

/** Prints tasks with their feelings as Mermaid's own `journey`. */
export function printFeelings(chart: FeelingChart): Lines {
  return [
    'journey',
    `  title ${label(chart.title)}`,
    ...spoken(chart),
    ...chart.sections.flatMap((section) => [
      `  section ${label(section.label)}`,
      ...section.tasks.map(({ label: text, score, actors }) => `    ${leadingLabel(text)}: ${score}: ${actors.map(nameInList).join(', ')}`),
    ]),
  ];
}
