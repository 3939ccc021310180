import { listOf, sentence } from '../../../base/words.js';
import type { JourneyModel } from '../../../model/journey.js';
import { relativePath } from '../addresses.js';
import { exact, html, type Html } from '../html.js';
import { table } from '../layout.js';
import type { Page } from '../shown.js';
import type { SitePicture } from '../site-input.js';
import type { ShownDiagram, ShownView, ShownViews } from './shown-views.js';

/** What stands above them. */
export function picturesLead({ site }: Page): string {
  return site.pictures === undefined ? 'The same journey as text for Mermaid, to paste where you need a picture.' : 'The same journey, drawn. Below each picture stands what it says, as a table and as text for Mermaid.';
}

/** The pictures of a journey: drawn where they have been, and as Mermaid text, to be taken along into a page of a wiki or a presentation. */
export function pictures(page: Page, journey: JourneyModel, { open, closed }: ShownViews): Html | undefined {
  if (open.length === 0 && closed.length === 0) return undefined;
  return html`${closed.length > 0 && leftOut(page, journey.id, closed)}${open.filter(({ isDrawn }) => isDrawn).map((view) => drawn(page, view))}${asTexts(open.filter(({ isDrawn }) => !isDrawn))}`;
}

function asTexts(open: readonly ShownView[]): Html | false {
  const diagrams = open.flatMap(({ summary, diagrams: parts }) => parts.map((part) => ({ summary, ...part })));
  return diagrams.length > 0 && html`<div class="pictures">${diagrams.map(({ name, summary, text }) => html`<details class="picture"><summary>${name} <small>${summary}</small></summary>${mermaidText(name, text)}</details>
`)}</div>`;
}

function mermaidText(name: string, text: string): Html {
  return html`<div class="code"><button type="button" class="copy" data-copy hidden>Copy</button><pre tabindex="0" aria-label="Mermaid text: ${name}" role="group"><code>${exact(text)}</code></pre></div>`;
}

/** A view with its pictures, and below them the same for whoever does not see pictures, or wants to take them along. */
function drawn(page: Page, { id, summary, diagrams, tables }: ShownView): Html {
  return html`<article class="drawn" aria-labelledby="picture-${id}"><h3 id="picture-${id}">${nameOf(id)}</h3><p class="muted">${sentence(summary)}</p>
${diagrams.map((diagram) => (diagram.picture === undefined ? undrawn(diagram) : figure(page, diagram, diagram.picture)))}
<details><summary>${nameOf(id)} as a table</summary>${tables.map(({ title, columns, rows }) => html`<h4>${title}</h4>${table(title, columns, rows)}`)}</details>
${diagrams.map(({ name, text }) => html`<details class="as-text"><summary>${nameOf(name)} as text for Mermaid</summary>${mermaidText(name, text)}</details>
`)}</article>
`;
}

/** How a view, or a part of it, is called on a page. */
function nameOf(name: string): string {
  return name.startsWith('sla') ? name.replace('sla', 'SLA') : sentence(name);
}

/**
 * Nothing of a picture can run where it is shown as an image, and what is wider than the page is moved in a box of its own, also by keys. It is loaded after all else, and not
 * only when somebody comes to it: browsers that print a page into a file leave out what has not been loaded.
 */
function figure(page: Page, { name, type, title, description, path }: ShownDiagram, { width, height, start }: SitePicture): Html {
  const file = relativePath(page.path, path);
  const [most, least] = shares[type];
  return html`<figure><div class="sheet least-${steps(width * least)}" role="group" aria-label="Picture: ${name}" tabindex="0" data-start="${start}"><img src="${file}" width="${Math.round(width * most)}" height="${Math.round(height * most)}" fetchpriority="low" decoding="async" alt="${title}. ${description} What it shows stands below it as a table."></div>
<figcaption><a href="${file}">Open ${name === 'sla' ? nameOf(name) : name} by itself</a></figcaption></figure>`;
}

/** How much of its own size a picture has at most, so that its words are as large as those around it, and at least, so that they can be read. Mermaid's letters differ. */
const shares: Readonly<Record<ShownDiagram['type'], readonly [most: number, least: number]>> = { flow: [0.8, 0.62], feelings: [0.95, 0.7], sequence: [0.8, 0.62], states: [0.85, 0.62], time: [1, 0.85] };

/** A width in steps of the stylesheet. */
function steps(width: number): number {
  return Math.min(24, Math.floor(width / 160));
}

function undrawn({ name }: ShownDiagram): Html {
  return html`<p class="note">The picture ${name} could not be drawn. What it shows stands below as a table and as text.</p>`;
}

/** Which pictures are not there, and where those who may see them find them. What they would give away is not said. */
function leftOut({ sight }: Page, id: string, closed: readonly string[]): Html {
  const [are, them] = closed.length === 1 ? ['picture is', 'it'] : ['pictures are', 'them'];
  return html`<p class="note">${closed.length} ${are} left out, because the words in ${them} name what is not for readers ${sight.audience}: ${listOf(closed)}.${sight.isInside && html` Whoever may see ${them} draws ${them} from the documents with <code>waymark render ${id} --view ${closed[0]}</code>.`}</p>`;
}
