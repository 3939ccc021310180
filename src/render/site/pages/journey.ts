import { windowWords } from '../../../analysis/proof/promise-words.js';
import { joined } from '../../../base/bidi.js';
import type { JourneyModel } from '../../../model/journey.js';
import { comparePath } from '../addresses.js';
import { html, isEmpty, linkOut, type Html, type Part } from '../html.js';
import { chip, facts, list, section, type Tone } from '../layout.js';
import { findingItems } from '../journey/findings.js';
import { journeyMap } from '../journey/map.js';
import { numbers } from '../journey/numbers.js';
import { people } from '../journey/people.js';
import { pictures, picturesLead } from '../journey/pictures.js';
import { promiseCards } from '../journey/promises.js';
import type { ShownViews } from '../journey/shown-views.js';
import { versionList } from '../journey/versions.js';
import { journeyData } from '../journey/data.js';
import { linkAt, linkTo, linkToActor, listed, promisesOf, type Page } from '../shown.js';
import { comparisonsFor } from './compare.js';
import { usesSection } from './uses-section.js';

export const statusTones: Readonly<Record<string, Tone>> = { active: 'good', draft: 'plain', deprecated: 'warn', retired: 'plain' };

/** All about one journey. */
export function journeyPage(page: Page, journey: JourneyModel, views: ShownViews): Html {
  const { spec } = journey;
  const promises = promisesOf(page, journey);
  const findings = page.findingsOf(spec.coordinate);
  const versions = versionList(page, spec.coordinate);
  const sections: readonly (readonly [id: string, name: string, body: Part, lead?: Part])[] = [
    ['map', 'Map', journeyMap(page, journey, promises)],
    ['promises', 'Promises', promiseCards(page, journey, promises)],
    ['people', 'People', people(page, journey)],
    ['kpis', 'KPIs', numbers(page, journey)],
    ['data', 'Data', journeyData(page, journey)],
    ['findings', 'Findings', findingItems(findings)],
    ['relations', 'Relations', usesSection(page, spec)],
    ['pictures', 'Pictures', pictures(page, journey, views), picturesLead(page)],
    ['versions', 'Versions', html`${comparisonsFor(page, spec.coordinate).length > 0 && html`<p>${linkAt(page, comparePath(page.folder, journey.id), 'Compare two versions')}</p>`}${versions}`],
  ];
  const told = sections.filter(([, , body]) => !isEmpty(body));
  return html`${head(page, journey)}
<nav class="jump" aria-label="On this page"><ul>${told.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${told.map(([id, name, body, lead]) => section(id, name, body, lead))}`;
}

function head(page: Page, { spec: { id, value, status } }: JourneyModel): Html {
  const { title, description, customerGoal, version, effective, scope, personas, regulated, volume, perspective, links, owner, review, parent } = value;
  const until = effective?.until === undefined ? '' : ` until ${effective.until}`;
  return html`<header class="hero"><p class="crumbs">${linkAt(page, 'index.html', 'Journeys')} / ${id}</p>
<h1>${title}</h1>
${customerGoal !== undefined && html`<p class="goal">&ldquo;${customerGoal.trim()}&rdquo;</p>`}
<p class="marks">${chip(status, statusTones[status] ?? 'plain')} ${chip(`version ${version}`)} ${perspective !== undefined && chip(perspective)}${(regulated ?? []).map((each) => html` ${chip(each, 'accent')}`)}</p>
${description !== undefined && html`<p class="lead">${description.trim()}</p>`}
${facts([
  ['Owner', linkToActor(page, owner)],
  ['In force', effective === undefined ? '' : `from ${effective.from}${until}`],
  ['For', listed((personas ?? []).map((each) => linkTo(page, 'Persona', each)))],
  ['Regions', joined(scope?.regions ?? [], ', ')],
  ['Cases', volume === undefined ? '' : `${volume.cases}${volume.per === undefined ? '' : ` per ${windowWords(volume.per)}`}`],
  ['Part of', parent === undefined ? undefined : linkTo(page, 'Journey', parent)],
  ['Next review', page.sight.isInside && (review?.next ?? '')],
  ['See also', list((links ?? []).map((link) => linkOut(link.url, link.title)))],
])}</header>`;
}
