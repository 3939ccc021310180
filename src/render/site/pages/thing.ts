import type { KindName } from '../../../schema/generated/language-table.js';
import type { Spec } from '../../../model/spec.js';
import { listPath } from '../addresses.js';
import { html, isEmpty, linkOut, type Html } from '../html.js';
import { findingItems } from '../journey/findings.js';
import { versionList } from '../journey/versions.js';
import { chip, facts, list, section, sectionName } from '../layout.js';
import { linkAt, linkToActor, titleOfSpec, type Page } from '../shown.js';
import type { Thing } from '../things/thing.js';
import { statusTones } from './journey.js';
import { usesSection } from './uses-section.js';

/** A page on one document: what it says, who depends on it, and what has become of it. */
export function thingPage<Kind extends KindName>(page: Page, thing: Thing<Kind>, spec: Spec<Kind>): Html {
  const { coordinate } = spec;
  return html`${head(page, thing, spec)}
${(thing.more?.(page, spec) ?? []).map(([title, body]) => section(title.toLowerCase().replace(/\W+/g, '-'), title, body))}
${section('relations', 'Relations', usesSection(page, spec))}
${section('findings', 'Findings', findingItems(page.findingsOf(coordinate)))}
${!isEmpty(page.versionsOf(coordinate).map(() => '.')) && section('versions', 'Versions', versionList(page, coordinate))}`;
}

function head<Kind extends KindName>(page: Page, thing: Thing<Kind>, spec: Spec<Kind>): Html {
  const { id, status, owner } = spec;
  const { description, version, links } = spec.value as { readonly description?: string; readonly version?: string; readonly links?: readonly { readonly title: string; readonly url: string }[] };
  return html`<header class="hero"><p class="crumbs">${linkAt(page, listPath(thing.section), sectionName(thing.section))} / ${id}</p>
<h1>${titleOfSpec(spec)}</h1>
<p class="marks">${chip(status, statusTones[status] ?? 'plain')} ${version !== undefined && chip(`version ${version}`)}</p>
${description !== undefined && html`<p class="lead">${description.trim()}</p>`}
${facts([...thing.facts(page, spec), ['Owner', owner === '' || owner === id ? '' : linkToActor(page, owner)], ['See also', list((links ?? []).map(({ url, title }) => linkOut(url, title)))]])}</header>`;
}
