import { beside } from '../../../base/bidi.js';
import { listOf, type JourneyModel } from '../../../model/journey.js';
import type { Feeling } from '../../../schema/kinds/step.js';
import { html, type Html } from '../html.js';

/** A feeling on the curve: where, from 0 to 1 along the journey, and how good, from -2 to 2. */
interface Point {
  readonly x: number;
  readonly score: number;
  readonly words: string;
}

const [width, height, room] = [1000, 100, 14];

/** The feelings of the steps as a curve; nothing where fewer than two are numbers. The words stand below it, and in its description. */
export function emotionCurve(journey: JourneyModel): Html | undefined {
  const points = pointsOf(journey);
  if (points.length < 2) return undefined;
  const at = points.map(({ x, score }) => [round(x * width), round(room + ((2 - score) / 4) * (height - 2 * room))] as const);
  const zero = height / 2;
  return html`<svg class="curve" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="Emotion: ${points.map(({ words, score }) => beside`${words} ${score}`).join(', ')}">
<line class="zero" x1="0" x2="${width}" y1="${zero}" y2="${zero}"/><path class="area" d="${curve(at)} L${at.at(-1)![0]} ${zero} L${at[0]![0]} ${zero} Z"/><path class="line" d="${curve(at)}"/>${at.map(([x, y], index) => html`<path class="dot ${toneOf(points[index]!.score)}" d="M${x} ${y}h0"/>`)}</svg>`;
}

function pointsOf({ stages, steps }: JourneyModel): readonly Point[] {
  return stages.flatMap((stage, index): readonly Point[] => {
    const felt = steps.filter((step) => step.stage === stage && scoreOf(step.value.feels) !== undefined);
    const own = felt.length === 0 ? [stage.value].filter(({ feels }) => scoreOf(feels) !== undefined) : felt.map(({ value }) => value);
    return own.map(({ feels, title }, place) => ({ x: (index + (place + 1) / (own.length + 1)) / stages.length, score: scoreOf(feels)!, words: title }));
  });
}

/** Of two scores the one at the end, because that is what the customer takes along. */
function scoreOf(feels: Feeling | undefined): number | undefined {
  return listOf(feels?.score).at(-1);
}

function toneOf(score: number): string {
  return score > 0 ? 'good' : score < 0 ? 'bad' : 'plain';
}

/** A smooth line that never swings beyond its points. */
function curve(at: readonly (readonly [number, number])[]): string {
  return at.map(([x, y], index) => {
    if (index === 0) return `M${x} ${y}`;
    const [before, level] = at[index - 1]!;
    const middle = round((before + x) / 2);
    return `C${middle} ${level} ${middle} ${y} ${x} ${y}`;
  }).join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
