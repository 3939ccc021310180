import type { SequenceChart } from '../chart.js';
import { label } from './escape.js';
import { shortNames, spoken, type Lines } from './lines.js';

/** Prints who passes what to whom as a sequence diagram. */
export function printSequence(chart: SequenceChart): Lines {
  const nameOf = shortNames('p', chart.participants.map(({ id }) => id));
  return [
    'sequenceDiagram',
    `  title ${label(chart.title)}`,
    ...spoken(chart),
    ...chart.participants.map(({ id, label: text, isPerson }) => `  ${isPerson ? 'actor' : 'participant'} ${nameOf(id)} as ${label(text)}`),
    ...chart.messages.map(({ from, to, label: text, details = [], line }) => `  ${nameOf(from)}${line === 'solid' ? '->>' : '-->>'}${nameOf(to)}: ${[text, ...details].map(label).join('<br>')}`),
  ];
}
