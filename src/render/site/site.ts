/**
 * The browsable site: everything that the documents say, as pages that open from a disk and from any host.
 *
 *     for (const { path, content } of buildSite({ audience: 'internal', asOf: '2026-11-22', workspaces })) write(path, content);
 */
import type { JourneyModel } from '../../model/journey.js';
import type { Spec } from '../../model/spec.js';
import { comparePath, listPath, pathOf, type Section } from './addresses.js';
import { icon, script, style, themeScript } from './generated/assets.js';
import type { Html } from './html.js';
import { page as wholePage, sectionName, type PageHead } from './layout.js';
import { cardOf, catalogue, type Card } from './pages/catalogue.js';
import { comparePage, comparisonsFor } from './pages/compare.js';
import { duePage, dueRows } from './pages/due.js';
import { elementCells, elementPage } from './pages/element.js';
import { journeyPage } from './pages/journey.js';
import { drawnFiles, shownViews } from './journey/shown-views.js';
import { missing } from './pages/missing.js';
import { listing, type ListingRow } from './pages/listing.js';
import { thingPage } from './pages/thing.js';
import { searchEntries, searchScript } from './search-index.js';
import { linkAt, linkToSpec, show, titleOfSpec, type Page, type Shown } from './shown.js';
import type { SiteDiagram, SiteFile, SiteInput } from './site-input.js';
import { standingOf, standingOfMany } from './standing.js';
import { things } from './things/index.js';

/**
 * Writes the pages of a site, one after the other, so that whoever takes them need not hold them all. Pure: the same input gives the same bytes.
 */
export function* buildSite(input: SiteInput): Generator<SiteFile, void, void> {
  const shown = input.workspaces.map((place) => show(input, place));
  const frame = new Frame(input, shown);
  yield* assets(shown);
  const cards: Card[] = [];
  for (const each of shown) {
    for (const journey of journeysOf(each)) {
      cards.push(cardOf({ ...each, path: 'index.html' }, journey));
      yield* journeyFiles(frame, each, journey);
    }
    yield* thingFiles(frame, each);
    yield* elementFiles(frame, each);
  }
  const head: AboutPage = { path: 'index.html', section: 'journeys', title: frame.title, summary: 'All journeys, to be searched and filtered.' };
  yield frame.file(head, catalogue(frame.title, shown.length === 1 ? shown[0]!.workspace.root?.value.vision : undefined, cards, missing(shown)));
  yield* listFiles(frame, shown);
}

/** Every diagram of these views that pages of a site will show to its readers, in their order: what has to be drawn for {@link SiteInput.pictures}. */
export function* siteDiagrams(input: SiteInput, views: readonly string[]): Generator<SiteDiagram, void, void> {
  for (const shown of input.workspaces.map((place) => show(input, place))) {
    for (const journey of journeysOf(shown)) {
      const page = { ...shown, path: pathOf(shown.folder, journey.spec.coordinate)! };
      for (const { name, text } of shownViews(page, journey).open.flatMap(({ id, diagrams }) => (views.includes(id) ? diagrams : []))) yield { journey: journey.spec.coordinate, name, text };
    }
  }
}

function journeysOf({ workspace, sight }: Shown): readonly JourneyModel[] {
  return workspace.journeys.filter(({ spec }) => sight.sees(spec));
}

function* assets(shown: readonly Shown[]): Generator<SiteFile> {
  yield { path: 'assets/site.css', content: style };
  yield { path: 'assets/site.js', content: script };
  yield { path: 'assets/theme.js', content: themeScript };
  yield { path: 'assets/icon.svg', content: icon };
  yield { path: 'assets/search-entries.js', content: searchScript(shown.flatMap(searchEntries)) };
}

function* journeyFiles(frame: Frame, shown: Shown, journey: JourneyModel): Generator<SiteFile> {
  const page: Page = { ...shown, path: pathOf(shown.folder, journey.spec.coordinate)! };
  const summary = journey.spec.value.customerGoal ?? `The journey ${journey.title}.`;
  const views = shownViews(page, journey);
  yield* drawnFiles(views);
  yield frame.file({ path: page.path, section: 'journeys', title: journey.title, summary }, journeyPage(page, journey, views), journey.spec);
  const other = { ...shown, path: comparePath(shown.folder, journey.id) };
  if (comparisonsFor(other, journey.spec.coordinate).length === 0) return;
  yield frame.file({ path: other.path, section: 'journeys', title: `${journey.title}: compare versions`, summary: `What has changed in ${journey.title}.` }, comparePage(other, journey), journey.spec);
}

function* thingFiles(frame: Frame, shown: Shown): Generator<SiteFile> {
  for (const thing of things) {
    for (const spec of shown.workspace.all(thing.kind).filter(shown.sight.sees)) {
      const path = pathOf(shown.folder, spec.coordinate)!;
      yield frame.file({ path, section: thing.section, title: titleOfSpec(spec), summary: thing.lead }, thingPage({ ...shown, path }, thing, spec), spec);
    }
  }
}

function* elementFiles(frame: Frame, shown: Shown): Generator<SiteFile> {
  for (const element of elementsOf(shown)) {
    const path = pathOf(shown.folder, `element:${element.id}`)!;
    yield frame.file({ path, section: 'data', title: element.value.title ?? element.id, summary: 'A data element, and who touches it.' }, elementPage({ ...shown, path }, element), element.spec);
  }
}

function elementsOf({ workspace, sight }: Shown): Parameters<typeof elementPage>[1][] {
  return [...workspace.registers.elements.values()].filter(({ spec }) => sight.sees(spec));
}

function* listFiles(frame: Frame, shown: readonly Shown[]): Generator<SiteFile> {
  for (const thing of things.filter(({ section }) => frame.sections.includes(section))) {
    const path = listPath(thing.section);
    const rows = shown.flatMap((each): readonly ListingRow[] => {
      const page: Page = { ...each, path };
      return each.workspace.all(thing.kind).filter(each.sight.sees).map((spec) => ({ workspace: nameOf(each), cells: [linkToSpec(page, spec), ...thing.cells(page, spec)] }));
    });
    const title = sectionName(thing.section);
    yield frame.file({ path, section: thing.section, title, summary: thing.lead }, listing(title, thing.lead, ['Name', ...thing.columns], rows));
  }
  if (frame.sections.includes('data')) yield frame.file({ path: 'data.html', section: 'data', title: 'Data', summary: dataLead }, listing('Data', dataLead, ['Name', 'Class', 'Nature', 'Kept for', 'Relied on by'], shown.flatMap(elementRows)));
  if (frame.sections.includes('due')) yield frame.file({ path: 'due.html', section: 'due', title: 'Due', summary: 'What has to be done again, or ends.' }, duePage(frame.asOf, shown.flatMap((each) => dueRows({ ...each, path: 'due.html' }, nameOf(each)))));
}

const dataLead = 'What is known about customers and cases, how it is protected, and where it is used.';

function elementRows(shown: Shown): readonly ListingRow[] {
  const page: Page = { ...shown, path: 'data.html' };
  return elementsOf(shown).map((element) => ({ workspace: nameOf(shown), cells: [linkAt(page, pathOf(shown.folder, `element:${element.id}`), element.value.title ?? element.id), ...elementCells(page, element)] }));
}

function nameOf({ workspace, folder }: Shown): string {
  return workspace.root?.value.title ?? folder;
}

/** What the head of a page says of this page alone. */
type AboutPage = Pick<PageHead, 'path' | 'section' | 'title' | 'summary'>;

/** What all pages have in common. */
class Frame {
  readonly title: string;
  readonly sections: PageHead['sections'];
  readonly asOf: string;

  constructor(
    private readonly input: SiteInput,
    shown: readonly Shown[],
  ) {
    this.title = shown.length === 1 ? nameOf(shown[0]!) : 'Journeys';
    this.asOf = input.asOf;
    const there = things.filter(({ kind }) => shown.some(({ workspace, sight }) => workspace.all(kind).some(sight.sees))).map(({ section }) => section);
    const data: readonly Section[] = shown.some((each) => elementsOf(each).length > 0) ? ['data'] : [];
    this.sections = ['journeys', ...there, ...data, ...(input.audience === 'public' ? [] : (['due'] as const))];
  }

  file(page: AboutPage, body: Html, about?: Spec): SiteFile {
    const standing = about === undefined ? standingOfMany : standingOf(about, this.asOf);
    return { path: page.path, content: wholePage({ ...page, standing, siteTitle: this.title, sections: this.sections, audience: this.input.audience }, body) };
  }
}
