import { withoutIsolates } from '../../base/bidi.js';
import type { FeelingChart } from '../chart.js';
import { label, leadingLabel, nameInList } from './escape.js';
import { lettersOf, settings, spoken, type Lines } from './lines.js';

/** Prints tasks with their feelings as Mermaid's own `journey`. */
export function printFeelings(chart: FeelingChart): Lines {
  return [
    roomFor(chart),
    'journey',
    `  title ${label(chart.title)}`,
    ...spoken(chart),
    ...chart.sections.flatMap((section) => [
      `  section ${label(section.label)}`,
      ...section.tasks.map(({ label: text, score, actors }) => `    ${leadingLabel(text)}: ${score}: ${actors.map(nameInList).join(', ')}`),
    ]),
  ];
}

/** So many lines of words of this size fit into a box of so many pixels. A higher one would reach down to the faces, which have fixed places. */
const lines = 3;
const fontSize = 13;
const height = 65;
/** The narrowest box, and what a letter and the room beside the words take of one in the widest of the fonts that hosts choose. */
const narrowest = 130;
const letter = 7.5;
const beside = 20;
/** No title is so long that it needs more. */
const widest = 480;

/** The title is calmer than Mermaid's own, which is larger than all other words of ours; and smaller yet where it would be cut off. */
const title = { size: 22, least: 10, letter: 13 };
/** What stands left of the boxes, and as much right of them. */
const margin = 150;

/** Mermaid takes the room between two boxes for the length of a frame's and for a quarter of what it draws of the last one: the arrow has to reach it. */
function gapFor(width: number): number {
  return Math.ceil(width / 4) + 4;
}

/** Mermaid gives every task a box of the same size and cuts off what does not fit, in a box and at the end of the title: the box is made for the longest of the words. */
function roomFor(chart: FeelingChart): string {
  const labels = chart.sections.flatMap(({ label: words, tasks }) => [words, ...tasks.map((task) => task.label)]);
  const taskCount = chart.sections.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const forTitle = lettersOf(withoutIsolates(chart.title)) * title.letter;
  const wanted = [(forTitle - margin) / (1.25 * taskCount - 0.25), ...labels.map((words) => lettersNeeded(words) * letter + beside)];
  const width = Math.max(narrowest, ...wanted.map((each) => Math.min(widest, Math.ceil(each))));
  const gap = gapFor(width);
  const size = title.size * Math.min(1, (margin + (taskCount - 1) * (width + gap) + 4 * gap) / forTitle);
  return settings({ journey: { width, height, taskMargin: gap, diagramMarginX: gap, titleFontSize: `${Math.max(title.least, Math.floor(size))}px` }, themeVariables: { fontSize: `${fontSize}px` } });
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
