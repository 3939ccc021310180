/** Where the pages lie. Ids make good names of files, save for a few that a file system keeps for itself. */
import type { Coordinate } from '../../base/diagnostic.js';

/** A sort of thing that has pages of its own. */
export type Section = 'journeys' | 'teams' | 'promises' | 'kpis' | 'personas' | 'systems' | 'data';

const sections: Readonly<Record<string, Section>> = { journey: 'journeys', team: 'teams', sla: 'promises', kpi: 'kpis', persona: 'personas', system: 'systems', element: 'data' };

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/;

/** The page of a document or a data element, from the folder of the site; `undefined` where its kind has none. */
export function pathOf(folder: string, coordinate: Coordinate): string | undefined {
  const [kind = '', id = ''] = coordinate.split('#')[0]!.split(':');
  const section = sections[kind];
  return section === undefined ? undefined : `${folder}/${section}/${fileName(id)}.html`;
}

/** The page on which versions of a journey are set beside each other. */
export function comparePath(folder: string, journey: string): string {
  return `${folder}/compare/${fileName(journey)}.html`;
}

/** A picture lies beside the page that shows it. No two are alike: names of views have no hyphen, and each ends with the name of its view and perhaps a number. */
export function picturePath(page: string, name: string): string {
  return `${page.replace(/\.html$/, '')}-${name.replace(' ', '-')}.svg`;
}

/** The page that lists all of a sort. */
export function listPath(section: Section): string {
  return section === 'journeys' ? 'index.html' : `${section}.html`;
}

function fileName(id: string): string {
  return reserved.test(id) ? `${id}-` : id;
}

/** A name that nothing on a page can be mistaken for. */
export function anchor(id: string): string {
  return `at-${id}`;
}

/** The way from one page to another. */
export function relativePath(from: string, to: string): string {
  const up = from.split('/').slice(0, -1);
  const [path = '', at] = to.split('#');
  const parts = path.split('/');
  let same = 0;
  while (same < up.length && same < parts.length - 1 && up[same] === parts[same]) same += 1;
  return `${'../'.repeat(up.length - same)}${parts.slice(same).join('/')}${at === undefined ? '' : `#${at}`}`;
}
