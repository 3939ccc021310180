import type { SequenceChart, SequenceMessage } from '../chart.js';
import { label } from './escape.js';
import { faint, inLines, settings, shortNames, spoken, type Lines } from './lines.js';

/** Mermaid makes room for the longest line between neighbours; between others it leaves what is there, so many letters for each column. No line is longer than is read with ease. */
const [betweenNeighbours, ofColumn, longest] = [36, 22, 80];

function lettersOver(columns: number): number {
  return Math.min(longest, Math.max(betweenNeighbours, columns * ofColumn));
}

/** Prints who passes what to whom as a sequence diagram. */
export function printSequence(chart: SequenceChart): Lines {
  const nameOf = shortNames('p', chart.participants.map(({ id }) => id));
  const columns = new Map(chart.participants.map(({ id }, index) => [id, index]));
  const wordsOf = ({ from, to, label: text, details = [] }: SequenceMessage): string => {
    const most = lettersOver(Math.abs(columns.get(from)! - columns.get(to)!));
    return [text, ...details].flatMap((each) => inLines(each, most)).map(label).join('<br>');
  };
  return [
    settings({ themeCSS: faint('.actor-line') }),
    'sequenceDiagram',
    `  title ${label(chart.title)}`,
    ...spoken(chart),
    ...chart.participants.map(({ id, label: text, isPerson }) => `  ${isPerson ? 'actor' : 'participant'} ${nameOf(id)} as ${label(text)}`),
    ...chart.messages.map((message) => `  ${nameOf(message.from)}${message.line === 'solid' ? '->>' : '-->>'}${nameOf(message.to)}: ${wordsOf(message)}`),
  ];
}
