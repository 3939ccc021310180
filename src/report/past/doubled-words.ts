import type { Moment, SpecTimeline } from '../../audit/spec-timeline.js';
import { listOf, quoted, shown } from '../../base/words.js';

/** Of several documents with one id the first counts, and what the others say is told nowhere. One sentence for each time that it was so. */
export function doubledWords({ coordinate, doubled }: Pick<SpecTimeline, 'coordinate' | 'doubled'>): readonly string[] {
  return doubled.map(({ from, until, files }) => {
    const [first, ...others] = files;
    const besides = listOf(quoted([...new Set(others)].map(shown)));
    if (until !== undefined) return `From ${day(from)} until ${day(until)} several documents bore the id \`${coordinate}\`. The one in \`${shown(first)}\` counted, and what stood in ${besides} is not told.`;
    return `Since ${day(from)} several documents bear the id \`${coordinate}\`. The one in \`${shown(first)}\` counts, and what stands in ${besides} is not told. Give each an id of its own, or delete all but one.`;
  });
}

function day({ recorded, id }: Moment): string {
  return `${recorded} (${id.slice(0, 12)})`;
}
