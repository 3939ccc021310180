import { listOf } from '../../../base/words.js';
import type { JourneyModel } from '../../../model/journey.js';
import { isOpen } from '../../for-readers.js';
import { drawnBy } from '../../render.js';
import { views } from '../../views/index.js';
import { exact, html, type Html } from '../html.js';
import type { Page } from '../shown.js';

/** Views that are pictures of one journey, in the order in which they help; its tables stand on the page already. */
const offered = ['experience', 'blueprint', 'flow', 'handoffs', 'sla', 'lifecycle', 'lineage'];

/** The pictures as Mermaid text, to be taken along into a page of a wiki or a presentation. */
export function pictures(page: Page, journey: JourneyModel): Html | undefined {
  const { workspace, sight } = page;
  const diagrams = views.filter((view) => offered.includes(view.id)).flatMap((view) =>
    drawnBy(view, { workspace, sight, journey }).diagrams.map(({ chart, text }, index, all) => ({ view: view.id, name: `${view.id}${all.length > 1 ? ` ${index + 1}` : ''}`, summary: view.summary, chart, text })),
  );
  const open = diagrams.filter(({ chart }) => isOpen(chart, sight));
  const closed = [...new Set(diagrams.filter((each) => !open.includes(each)).map(({ view }) => view))];
  if (diagrams.length === 0) return undefined;
  return html`${closed.length > 0 && leftOut(page, journey.id, closed)}${open.length > 0 && html`<div class="pictures">${open.map(({ name, summary, text }) => html`<details class="picture"><summary>${name} <small>${summary}</small></summary><div class="code"><button type="button" class="copy" data-copy hidden>Copy</button><pre tabindex="0" aria-label="Mermaid text: ${name}" role="group"><code>${exact(text)}</code></pre></div></details>
`)}</div>`}`;
}

/** Which pictures are not there, and where those who may see them find them. What they would give away is not said. */
function leftOut({ sight }: Page, id: string, closed: readonly string[]): Html {
  const [are, them] = closed.length === 1 ? ['picture is', 'it'] : ['pictures are', 'them'];
  return html`<p class="note">${closed.length} ${are} left out, because the words in ${them} name what is not for readers ${sight.audience}: ${listOf(closed)}.${sight.isInside && html` Whoever may see ${them} draws ${them} from the documents with <code>waymark render ${id} --view ${closed[0]}</code>.`}</p>`;
}
