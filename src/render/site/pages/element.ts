import { coordinateOf } from '../../../model/spec.js';
import type { DataElement } from '../../../schema/kinds/data-catalog.js';
import { listPath } from '../addresses.js';
import { html, type Html, type Part } from '../html.js';
import { chip, facts, section } from '../layout.js';
import { linkAt, linkTo, linkToActor, linkToSpec, openOnly, type Page } from '../shown.js';
import { lengthWords } from '../things/length-words.js';
import { dependents } from './uses-section.js';

type Entry = Parameters<Page['workspace']['registers']['elements']['forEach']>[0] extends (value: infer Value, ...rest: never[]) => void ? Value : never;

/** A page on one data element: what it is, how it is protected, and who touches it. */
export function elementPage(page: Page, { id, value, spec }: Entry): Html {
  return html`<header class="hero"><p class="crumbs">${linkAt(page, listPath('data'), 'Data')} / ${id}</p>
<h1>${value.title ?? id}</h1>
<p class="marks">${value.class !== undefined && chip(value.class, 'accent')} ${value.nature !== undefined && chip(value.nature)}</p>
${facts([
  ['Owner', value.owner === undefined ? undefined : linkToActor(page, value.owner)],
  ['Steward', value.steward === undefined ? undefined : linkToActor(page, value.steward)],
  ['About whom', value.subjectCategory],
  ['Kept in', value.master === undefined ? undefined : linkTo(page, 'System', value.master)],
  ['Kept for', retentionWords(page, value)],
  ['Declared in', linkToSpec(page, spec)],
])}</header>
${section('relations', 'Relations', dependents(page, coordinateOf('element', id)))}`;
}

/** The line of a data element in the list of all. */
export function elementCells(page: Page, { id, value }: Entry): readonly Part[] {
  return [value.class, value.nature, retentionWords(page, value), String(page.usesOf(coordinateOf('element', id)).length)];
}

function retentionWords(page: Page, { retention }: DataElement): string {
  if (retention?.period === undefined) return '';
  const from = openOnly(page, retention.from ?? '');
  return `${lengthWords(retention.period)}${from === '' ? '' : ` from ${from}`}${retention.action === undefined ? '' : `, then ${retention.action}`}`;
}
