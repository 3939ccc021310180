import type { JourneyModel } from '../../../model/journey.js';
import type { Chart } from '../../chart.js';
import type { Table } from '../../drawing.js';
import { forReaders, isOpen } from '../../for-readers.js';
import { drawnBy } from '../../render.js';
import type { View } from '../../view.js';
import { views } from '../../views/index.js';
import { picturePath } from '../addresses.js';
import type { Page } from '../shown.js';
import type { SiteFile, SitePicture } from '../site-input.js';
import { offeredViews } from './offered-views.js';

/** The views of a journey as its readers may see them. */
export interface ShownViews {
  readonly open: readonly ShownView[];
  /** Names of those of which something is left out, because its words name what is not for these readers. */
  readonly closed: readonly string[];
}

/** A view with all that is shown of it. */
export interface ShownView {
  readonly id: string;
  readonly summary: string;
  /** True where it is to be seen as a picture, and not as text alone. */
  readonly isDrawn: boolean;
  readonly diagrams: readonly ShownDiagram[];
  /** They say the same. */
  readonly tables: readonly Table[];
}

/** A diagram as text, and drawn where it has been. */
export interface ShownDiagram {
  /** Name of its view, with the number of the part where there are several: `flow 2`. */
  readonly name: string;
  readonly type: Chart['type'];
  readonly title: string;
  readonly description: string;
  readonly text: string;
  readonly picture?: SitePicture;
  /** Where the picture lies, from the folder of the site. */
  readonly path: string;
}

/** What a page shows of a journey: the text that is drawn is the one that stands there. */
export function shownViews(page: Page, journey: JourneyModel): ShownViews {
  const all = views.filter(({ id }) => offeredViews.includes(id)).map((view) => shownView(page, journey, view));
  return { open: all.map(({ shown }) => shown).filter(({ diagrams }) => diagrams.length > 0), closed: all.filter(({ isWhole }) => !isWhole).map(({ shown }) => shown.id) };
}

function shownView({ workspace, sight, path, site }: Page, journey: JourneyModel, view: View): { readonly shown: ShownView; readonly isWhole: boolean } {
  const isDrawn = site.pictures?.views.includes(view.id) === true;
  const rendering = drawnBy(view, { workspace, sight, journey });
  const all = rendering.diagrams.map(({ chart, text }, index, { length }) => ({ chart, text, name: `${view.id}${length > 1 ? ` ${index + 1}` : ''}` }));
  const open = all.filter(({ chart }) => isOpen(chart, sight));
  const diagrams = open.map(({ chart: { type, title, description }, text, name }): ShownDiagram => {
    const picture = isDrawn ? site.pictures?.of(text) : undefined;
    return { name, type, title, description, text, path: picturePath(path, name), ...(picture === undefined ? {} : { picture }) };
  });
  return { shown: { id: view.id, isDrawn, summary: view.summary, diagrams, tables: forReaders(rendering, sight).tables }, isWhole: open.length === all.length };
}

/** The files of the pictures. */
export function drawnFiles({ open }: ShownViews): readonly SiteFile[] {
  return open.flatMap(({ diagrams }) => diagrams.flatMap(({ path, picture }) => (picture === undefined ? [] : [{ path, content: picture.svg }])));
}
