import { withoutIsolates } from '../../base/bidi.js';
import type { FeelingChart } from '../chart.js';
import { label, leadingLabel, nameInList } from './escape.js';
import { spoken, type Lines } from './lines.js';

/** Prints tasks with their feelings as Mermaid's own `journey`. */
export function printFeelings(chart: FeelingChart): Lines {
  return [
    ...roomFor(chart.sections.flatMap(({ label: words, tasks }) => [words, ...tasks.map((task) => task.label)])),
    'journey',
    `  title ${label(chart.title)}`,
    ...spoken(chart),
    ...chart.sections.flatMap((section) => [
      `  section ${label(section.label)}`,
      ...section.tasks.map(({ label: text, score, actors }) => `    ${leadingLabel(text)}: ${score}: ${actors.map(nameInList).join(', ')}`),
    ]),
  ];
}

/** So many lines of words fit into a box of so many pixels. A higher one would reach down to the faces, which have fixed places. */
const lines = 3;
const height = 65;
/** The box that Mermaid draws by itself, and what a letter takes of it in the widest of the fonts that hosts choose. */
const usualWidth = 150;
const letter = 8.5;
/** No title is so long that it needs more. */
const widest = 480;

/** Mermaid gives every task a box of the same size and cuts off what does not fit: the box is made for the longest of the words. */
function roomFor(labels: readonly string[]): Lines {
  const width = Math.max(usualWidth, ...labels.map((words) => Math.min(widest, Math.ceil(lettersNeeded(words) * letter) + 10)));
  return [`%%{init: {"journey": {"width": ${width}, "height": ${height}}}}%%`];
}

/** The fewest letters in a line with which the words fit into the box. */
function lettersNeeded(text: string): number {
  const words = withoutIsolates(text).split(/\s+/u).map(lettersOf);
  let most = Math.max(...words);
  while (lineCount(words, most) > lines) most += 1;
  return most;
}

function lineCount(words: readonly number[], most: number): number {
  let [count, line] = [1, 0];
  for (const word of words) {
    const longer = line === 0 ? word : line + 1 + word;
    if (longer > most) count += 1;
    line = longer > most ? word : longer;
  }
  return count;
}

/** Letters of East Asia and pictures take the room of two. */
function lettersOf(word: string): number {
  return [...word].reduce((sum, each) => sum + (each > '\u10ff' ? 2 : 1), 0);
}
