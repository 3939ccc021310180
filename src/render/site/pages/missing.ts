import { count } from '../../../base/words.js';
import { isFor } from '../../audience.js';
import { html, prose, type Html } from '../html.js';
import { list } from '../layout.js';
import type { Shown } from '../shown.js';
import type { LeftOut } from '../site-input.js';

/** What somebody may look for in the site in vain: files that cannot be read, and all journeys where none is for these readers. */
export function missing(shown: readonly Shown[]): readonly (Html | undefined)[] {
  return [noJourneys(shown), unread(shown)];
}

function noJourneys(shown: readonly Shown[]): Html | undefined {
  if (shown.some(({ workspace, sight }) => workspace.journeys.some(({ spec }) => sight.sees(spec)))) return undefined;
  const audience = shown[0]?.site.audience ?? 'internal';
  const isThereNone = shown.every(({ workspace }) => workspace.journeys.length === 0);
  return html`<p class="note">${prose(isThereNone ? 'There is no journey yet.' : whyNone(audience))}</p>`;
}

function whyNone(audience: string): string {
  const label = audience === 'public' ? 'A journey is public only where it says so, with `access: public`; one that says nothing is internal.' : 'Every journey is labelled for a narrower circle.';
  return `No journey is for these readers: ${audience}. ${label}`;
}

function unread(shown: readonly Shown[]): Html | undefined {
  const all = shown.flatMap(({ leftOut = [], sight }) => leftOut.map((each) => ({ each, isOpen: sight.isInside && isFor(sight.audience, each.access) && sight.mayRead(`${each.place}\n${each.why}`) })));
  if (all.length === 0) return undefined;
  const open = all.filter(({ isOpen }) => isOpen).map(({ each }) => each);
  const isWhole = open.length === all.length;
  return html`<section class="note" id="left-out" aria-labelledby="left-out-title"><h2 id="left-out-title">Left out</h2>
<p>${missingWords(isWhole ? open.length : undefined)}</p>
${list([...open.map(line), !isWhole && `${open.length === 0 ? 'What' : 'And what'} is not named to these readers`])}</section>`;
}

/** How many there are is told where each of them is. */
function missingWords(files: number | undefined): string {
  if (files === 1) return 'One file is missing here, in part or as a whole, because it cannot be read.';
  return `${files === undefined ? 'Files' : `${files} files`} are missing here, in part or as a whole, because they cannot be read.`;
}

function line({ place, why, more }: LeftOut): Html {
  return html`<code>${place}</code>: ${prose(why)}${more > 0 && ` And ${count(more, 'more mistake')} in this file.`}`;
}
