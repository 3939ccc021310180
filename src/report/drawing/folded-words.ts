import { count, listOf } from '../../base/words.js';
import type { Folded } from '../../render/drawing.js';

const mostNamed = 3;

/** What a picture leaves out, a sentence for each reason. It is in the tables all the same. */
export function foldedWords(folded: readonly Folded[]): readonly string[] {
  const reasons = [...new Set(folded.map(({ why }) => why))];
  return reasons.map((why) => {
    const subjects = folded.filter((each) => each.why === why).map(({ subject }) => named(subject));
    const told = subjects.length > mostNamed ? [...subjects.slice(0, mostNamed), count(subjects.length - mostNamed, 'more', 'more')] : subjects;
    return why.endsWith('.') ? `Not in the picture: ${listOf(told)}. ${why}` : `Not in the picture, because ${why}: ${listOf(told)}.`;
  });
}

/** A coordinate is a name, as a sentence shows what stands in a file. */
function named(subject: string): string {
  return /^[a-z]+:\S+$/.test(subject) ? `\`${subject}\`` : subject;
}
