import { sentenceWithTexts } from '../../../base/bidi.js';
import { isFor } from '../../audience.js';
import { pathOf } from '../addresses.js';
import { html, type Html } from '../html.js';
import { chip, table } from '../layout.js';
import { changeItems, changesFor } from '../journey/versions.js';
import { linkAt, type Page } from '../shown.js';
import type { SiteComparison } from '../site-input.js';
import type { JourneyModel } from '../../../model/journey.js';

/** Versions of a journey beside each other. Every pair stands on the page; a script shows the one that is chosen. */
export function comparePage(page: Page, journey: JourneyModel): Html {
  const pairs = comparisonsFor(page, journey.spec.coordinate);
  const numbers = [...new Set(pairs.flatMap(({ from, to }) => [from, to]))];
  return html`<header class="hero"><p class="crumbs">${linkAt(page, 'index.html', 'Journeys')} / ${linkAt(page, pathOf(page.folder, journey.spec.coordinate), journey.title)}</p>
<h1>Compare versions</h1><p class="lead">What has changed in &ldquo;${journey.title}&rdquo; from one version to another.</p></header>
<form class="finder" hidden data-compare>${(['from', 'to'] as const).map((side) => html`<label class="field" for="compare-${side}">${side === 'from' ? 'From' : 'To'}<select id="compare-${side}" data-side="${side}">${numbers.map((number) => html`<option>${number}</option>`)}</select></label>`)}</form>
${pairs.length < (numbers.length * (numbers.length - 1)) / 2 && html`<p class="note">Each version is compared with the one before it. What two that lie further apart differ in is told version by version.</p>
`}<p class="muted" role="status" aria-live="polite" data-compare-note></p>
${pairs.toReversed().map((pair) => html`<section class="pair" data-from="${pair.from}" data-to="${pair.to}"><h2>${pair.from} &rarr; ${pair.to}</h2>
${body(page, pair)}</section>
`)}`;
}

/** The pairs that readers may know of. */
export function comparisonsFor(page: Page, journey: string): readonly SiteComparison[] {
  const closed = new Set(page.versionsOf(journey).filter(({ access }) => !isFor(page.site.audience, access)).map(({ number }) => number));
  return page.comparisonsOf(journey).filter(({ from, to }) => !closed.has(from) && !closed.has(to));
}

function body(page: Page, { changes, rows }: SiteComparison): Html {
  const open = changesFor(page, changes);
  const lines = rows.filter((row) => page.sight.isComplete || page.sight.mayRead(Object.values(row).join(' ')));
  const isJudged = lines.some(({ judgement }) => judgement !== '');
  return html`${table('Side by side', ['What', 'Before', 'After', ...(isJudged ? ['Judgement'] : [])], lines.map(({ what, before, after, judgement }) => [sentenceWithTexts(what), before, after, ...(isJudged ? [judgement !== '' && chip(judgement, judgement === 'better' ? 'good' : 'bad')] : [])]))}
${open.length === 0 ? html`<p class="note">Nothing that is compared differs${!page.sight.isComplete && ', as far as these readers may know of it'}.</p>` : changeItems(open)}`;
}
