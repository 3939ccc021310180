import type { JourneyModel } from '../../../model/journey.js';
import { joined } from '../../../base/bidi.js';
import { count } from '../../../base/words.js';
import { pathOf, relativePath } from '../addresses.js';
import { exact, html, type Html, type Part } from '../html.js';
import { chip } from '../layout.js';
import { promiseSummary } from '../journey/promises.js';
import { linkToActor, openOnly, promisesOf, titleOfSpec, type Page } from '../shown.js';
import { statusTones } from './journey.js';

/** A journey as the catalogue shows it. Cards are made one by one, so that what a journey is worked out to be need not be kept. */
export interface Card {
  readonly html: Html;
  readonly filters: { readonly [name in Filter]: readonly string[] };
}

export type Filter = 'owner' | 'status' | 'regime' | 'region';

const filterNames: Readonly<Record<Filter, string>> = { owner: 'Owner', status: 'Status', regime: 'Regime', region: 'Region' };

/** All journeys of the site, to be searched and filtered; and what is not among them, with the reason. */
export function catalogue(title: string, vision: string | undefined, cards: readonly Card[], missing: Part): Html {
  return html`<header class="hero"><h1>${title}</h1>${vision !== undefined && html`<p class="lead">${vision.trim()}</p>`}</header>
${missing}
<form class="finder" role="search" hidden data-finder><label class="field wide" for="search">Search<input id="search" type="search" autocomplete="off" placeholder="A word of a step, a team, a promise &hellip;"></label>
${(Object.keys(filterNames) as Filter[]).map((filter) => choice(filter, cards))}</form>
<p class="muted" role="status" aria-live="polite" data-count>${count(cards.length, 'journey')}</p>
<ul class="cards" data-cards>${cards.map((card) => card.html)}</ul>
<section class="found" data-found hidden aria-labelledby="found-title"><h2 id="found-title">Also found</h2><ul></ul></section>`;
}

function choice(filter: Filter, cards: readonly Card[]): Html | undefined {
  const values = [...new Set(cards.flatMap(({ filters }) => filters[filter]))].sort();
  if (values.length < 2) return undefined;
  return html`<label class="field" for="filter-${filter}">${filterNames[filter]}<select id="filter-${filter}" data-filter="${filter}"><option value="">All</option>${values.map((value) => html`<option value="${exact(value)}">${value}</option>`)}</select></label>`;
}

/** The card of a journey. */
export function cardOf(page: Page, journey: JourneyModel): Card {
  const { spec, title, id } = journey;
  const { customerGoal, version, scope, regulated = [] } = spec.value;
  const regions = scope?.regions ?? [];
  const team = page.workspace.find('Team', spec.owner);
  const owner = team === undefined ? openOnly(page, spec.owner) : page.sight.sees(team) ? titleOfSpec(team) : '';
  const regimes = regulated.map((each) => regimeName(page, each));
  const filters = { owner: owner === '' ? [] : [owner], status: [spec.status], regime: regimes, region: regions };
  const path = pathOf(page.folder, spec.coordinate)!;
  const promises = promisesOf(page, journey);
  const findings = page.findingsOf(spec.coordinate).length;
  return {
    filters,
    html: html`<li class="card" data-path="${path}" data-owner="${exact(owner)}" data-status="${spec.status}" data-regime="${exact(regimes.join('\n'))}" data-region="${exact(regions.join('\n'))}"><h2><a href="${relativePath(page.path, path)}">${title}</a></h2>
${customerGoal !== undefined && html`<p class="goal">&ldquo;${customerGoal.trim()}&rdquo;</p>`}
<p class="hit" hidden></p>
<p class="marks">${chip(spec.status, statusTones[spec.status] ?? 'plain')} ${chip(version)} ${regions.length > 0 && chip(joined(regions, ', '))}${findings > 0 && html` ${chip(count(findings, 'finding'), 'warn')}`}</p>
${promises.length > 0 && html`<ul class="glances">${promises.map(promiseSummary)}</ul>`}
<p class="muted">${linkToActor(page, spec.owner)} &middot; ${count(journey.stages.length, 'stage')}, ${count(journey.steps.length, 'step')} <span class="hidden">${id}</span></p></li>
`,
  };
}

/** A regime by its title, where the readers may read the Policy that has it. */
function regimeName({ workspace: { policy }, sight }: Page, id: string): string {
  const isOpen = policy.spec !== undefined && sight.sees(policy.spec);
  return (isOpen ? policy.regimes.find((regime) => regime.id === id)?.title : undefined) ?? id;
}
