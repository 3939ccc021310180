import { count, listOf } from '../../base/words.js';
import type { Folded } from '../../render/drawing.js';

const mostNamed = 3;

/** What a picture leaves out, a sentence for each reason. It is in the tables all the same. */
export function foldedWords(folded: readonly Folded[]): readonly string[] {
  const reasons = [...new Set(folded.map(({ why }) => why))];
  return reasons.map((why) => {
    const subjects = folded.filter((each) => each.why === why).map(({ subject }) => subject);
    const named = subjects.length > mostNamed ? [...subjects.slice(0, mostNamed), count(subjects.length - mostNamed, 'more', 'more')] : subjects;
    return `Not in the picture, because ${why}: ${listOf(named)}.`;
  });
}
