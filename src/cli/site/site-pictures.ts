import { count } from '../../base/words.js';
import type { SiteDiagram, SiteInput, SitePictures } from '../../render/site/site-input.js';
import { siteDiagrams } from '../../render/site/site.js';
import type { Console } from '../console.js';
import { pictureLook } from './picture-look.js';
import { withDrawer, type Drawer } from '../render/drawer.js';
import { openKeptPictures, type KeptPictures } from './kept-pictures.js';

/** Which pictures are wanted. */
export interface PicturesWanted {
  /** Ids of the views. */
  readonly views: readonly string[];
  /** The file of the browser, where one is named. */
  readonly browser: string | undefined;
}

/**
 * Draws what the pages of a site will show, and then has them written. No page is touched before all is drawn, so that without a browser the site stays as it
 * was; and no picture is held, so that a thousand journeys need no more room than one.
 */
export async function withPictures<Value>(console: Console, input: SiteInput, { views, browser }: PicturesWanted, write: (pictures: SitePictures, tellUndrawn: () => boolean) => Value): Promise<Value> {
  const kept = openKeptPictures(console, pictureLook);
  try {
    const undrawn = await withDrawer(console, { named: browser, without: 'Without `--pictures` none is needed: the pages have the pictures as text.' }, (drawer) => drawAll(console, siteDiagrams(input, views), kept, drawer), siteWay);
    return write({ views, of: (diagram) => kept.find(diagram) }, () => tellUndrawn(console, undrawn));
  } finally {
    kept.close();
  }
}

/** One picture that takes forever costs its page a picture, and not the site; a browser that can draw nothing is told after three. */
const siteWay = { look: pictureLook, patience: 60_000, losses: 3 };

/** A diagram without a picture, and why. */
interface Undrawn extends SiteDiagram {
  readonly problem: string;
}

/** What is known is not drawn again. */
async function drawAll(console: Console, diagrams: Iterable<SiteDiagram>, kept: KeptPictures, drawer: Drawer): Promise<readonly Undrawn[]> {
  const undrawn: Undrawn[] = [];
  const tell = progress(console);
  for (const diagram of diagrams) {
    if (kept.find(diagram.text) !== undefined) continue;
    const drawn = await drawer.draw(diagram.text);
    if ('problem' in drawn) undrawn.push({ ...diagram, ...drawn });
    else kept.keep(diagram.text, drawn);
    tell();
  }
  tell.end();
  return undrawn;
}

const steps = 50;

/** Says now and then how far it is, to somebody who waits at a terminal, and to everybody how many there were. */
function progress(console: Console): { (): void; end(): void } {
  let done = 0;
  const tell = (): void => {
    done += 1;
    if (console.isTerminal && done % steps === 0) console.warn(`${count(done, 'picture')} drawn\n`);
  };
  return Object.assign(tell, { end: () => console.print(done === 0 ? 'Every picture is known: none was drawn.\n' : `Drew ${count(done, 'picture')}.\n`) });
}

/** Nothing is lost: their pages show them as text. True where there are none. */
function tellUndrawn(console: Console, undrawn: readonly Undrawn[]): boolean {
  if (undrawn.length === 0) return true;
  const lines = undrawn.map(({ journey, name, problem }) => `  ${journey} ${name}: ${problem}\n`);
  console.warn(`${undrawn.length === 1 ? 'One picture is' : `${undrawn.length} pictures are`} missing, and ${undrawn.length === 1 ? 'its page says' : 'their pages say'} so; what ${undrawn.length === 1 ? 'it shows' : 'they show'} stands there as a table and as text:\n${lines.join('')}`);
  return false;
}
