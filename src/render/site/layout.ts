import { listPath, relativePath, type Section } from './addresses.js';
import { html, isEmpty, type Html, type Part } from './html.js';

/** What every page says of itself. */
export interface PageHead {
  readonly path: string;
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly summary: string;
  /** The part of the site that it lies in. */
  readonly section: Section | 'due';
  /** Name of the whole site. */
  readonly siteTitle: string;
  /** What is in the site: a section without pages is not offered. */
  readonly sections: readonly (Section | 'due')[];
  /** Whether what it is about is in force, as a sentence. */
  readonly standing: string;
  /** The audience, as people are told. */
  readonly audience: string;
}

const names: Readonly<Record<Section | 'due', string>> = { journeys: 'Journeys', teams: 'Teams', promises: 'Promises', kpis: 'KPIs', personas: 'Personas', systems: 'Systems', data: 'Data', due: 'Due' };

/** The name of a part of the site. */
export function sectionName(name: Section | 'due'): string {
  return names[name];
}

/** Nothing but the site's own files is ever loaded: no script and no style that stands in a page, and nothing from elsewhere. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** A whole page. */
export function page(head: PageHead, body: Html): string {
  const to = (path: string): string => relativePath(head.path, path);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${head.summary}">
<title>${head.title}${head.title === head.siteTitle ? '' : ` · ${head.siteTitle}`}</title>
<link rel="icon" href="${to('assets/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${to('assets/site.css')}">
<script src="${to('assets/theme.js')}"></script>
<script src="${to('assets/site.js')}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top">
<a class="brand" href="${to('index.html')}"><svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path d="M3 17c4-9 6 3 9-4s5-6 9-6"/><circle cx="3.5" cy="17" r="2"/><circle cx="20.5" cy="7" r="2"/></svg><span>${head.siteTitle}</span></a>
<nav aria-label="Site"><ul>${head.sections.map((each) => navItem(head, each))}</ul></nav>
<div class="tools"><a class="tool" href="${to('index.html')}#search" data-search>Search</a><button class="tool" type="button" data-theme-switch hidden>Dark</button></div>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="bottom"><p>For readers: ${head.audience}. ${head.audience !== 'restricted' && 'What is labelled for a narrower circle is left out. '}${head.standing} Written from the documents, never by hand.</p></footer>
</body>
</html>
`.text;
}

function navItem({ path, section: here }: PageHead, item: Section | 'due'): Html {
  const to = item === 'due' ? 'due.html' : listPath(item);
  const current = to === path ? html` aria-current="page"` : item === here && html` class="here"`;
  return html`<li><a href="${relativePath(path, to)}"${current}>${names[item]}</a></li>`;
}

/** A part of a page with its heading; nothing where it holds nothing. */
export function section(id: string, title: string, body: Part, lead?: Part): Html | undefined {
  if (isEmpty(body)) return undefined;
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${lead !== undefined && html`<p class="lead">${lead}</p>`}
${body}</section>
`;
}

/** Facts as pairs of words; those that say nothing are left out. */
export function facts(pairs: readonly (readonly [name: string, value: Part])[]): Html | undefined {
  const told = pairs.filter(([, value]) => !isEmpty(value));
  return told.length === 0 ? undefined : html`<dl class="facts">${told.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A table that may be wider than the screen; it is moved by keys as well. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly Part[])[]): Html | undefined {
  if (rows.length === 0) return undefined;
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table><caption class="hidden">${caption}</caption><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`)}</tbody></table></div>`;
}

/** A list; nothing where it is empty. */
export function list(items: readonly Part[], className?: string): Html | undefined {
  const told = items.filter((item) => !isEmpty(item));
  return told.length === 0 ? undefined : html`<ul${className !== undefined && html` class="${className}"`}>${told.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** A word that says how something stands, in words and by colour. */
export function chip(words: string, tone: Tone = 'plain'): Html {
  return html`<span class="chip ${tone}">${words}</span>`;
}

/** How a word is meant. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent';
