import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { startBrowser, type BrowserPage, type HiddenBrowser } from './browser-page.js';
import { drawingPage, type Look, type PageDrawn } from './drawing-page.js';
import { findBrowser, type BrowserWanted } from './find-browser.js';
import { problemOfSvg } from './harmless-svg.js';

/** A picture that has been drawn. */
export interface DrawnPicture {
  /** Checked, and ending with a line break. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Where a reader begins, in hundredths of its width: at the first box of what flows downwards, at the left of what does not. */
  readonly start: number;
}

/** Why there is no picture, as a sentence without its full stop. */
export interface NotDrawn {
  readonly problem: string;
}

/** Draws Mermaid texts one after the other. */
export interface Drawer {
  draw(text: string): Promise<DrawnPicture | NotDrawn>;
  /** What was drawn last, as PNG. */
  photograph(picture: DrawnPicture): Promise<Buffer>;
}

/** How much is borne, and how it is to look. */
export interface DrawingWay {
  readonly look: Look;
  /** How long the browser may take for one picture, in milliseconds. */
  readonly patience: number;
  /** How many pictures one after the other may cost the browser its life, before it is said to be unable to draw. */
  readonly losses: number;
}

const usualWay: DrawingWay = { look: {}, patience: 60_000, losses: 1 };

/**
 * Gives a drawer to whoever works with it, and ends its browser. It is looked for and started with the first picture, and there is one for all of them; another one is started
 * only where it was lost over a picture.
 */
export async function withDrawer<Value>(console: Console, wanted: BrowserWanted, work: (drawer: Drawer) => Promise<Value>, way = usualWay): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-draw-'));
  const drawer = new BrowserDrawer(() => findBrowser(console, wanted), folder, way);
  try {
    return await work(drawer);
  } finally {
    await drawer.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** After so many pictures a page gives its memory back. */
const picturesOfPage = 200;

/** Of a wide picture one point is one pixel; a small one is made sharper. */
const widestSharp = 1600;

interface Running {
  readonly browser: HiddenBrowser;
  page: BrowserPage;
  /** How many pictures the page has drawn. */
  drawn: number;
}

class BrowserDrawer implements Drawer {
  private running: Running | undefined;
  private browser = '';
  private starts = 0;
  private losses = 0;

  constructor(
    private readonly find: () => string,
    private readonly folder: string,
    private readonly way: DrawingWay,
  ) {}

  async draw(text: string): Promise<DrawnPicture | NotDrawn> {
    const page = await this.page();
    try {
      const drawn = (await page.evaluate(`draw(${JSON.stringify(text)})`)) as PageDrawn;
      this.losses = 0;
      return judged(drawn);
    } catch (error) {
      return this.lost(error as Error);
    }
  }

  async photograph({ width, height }: DrawnPicture): Promise<Buffer> {
    return this.running!.page.photograph(width, height, width > widestSharp ? 1 : 2).catch((error: Error) => this.unable(error));
  }

  async end(): Promise<void> {
    await this.running?.browser.end();
    this.running = undefined;
  }

  /** The page to draw in. */
  private async page(): Promise<BrowserPage> {
    const running = this.running ?? (await this.start());
    this.running = running;
    if (running.drawn === picturesOfPage) await this.renew(running).catch((error: Error) => this.unable(error));
    running.drawn += 1;
    return running.page;
  }

  private async start(): Promise<Running> {
    this.starts += 1;
    this.browser = this.find();
    writeFileSync(join(this.folder, 'draw.html'), drawingPage(this.way.look));
    const browser = startBrowser(this.browser, join(this.folder, `profile${this.starts}`), this.way.patience);
    try {
      return { browser, page: await this.open(browser), drawn: 0 };
    } catch (error) {
      await browser.end();
      return this.unable(error as Error);
    }
  }

  private async renew(running: Running): Promise<void> {
    await running.page.close();
    running.page = await this.open(running.browser);
    running.drawn = 0;
  }

  private async open(browser: HiddenBrowser): Promise<BrowserPage> {
    const page = await browser.newPage();
    await page.open(pathToFileURL(join(this.folder, 'draw.html')).href);
    return page;
  }

  /** A picture has cost the browser its life: the next one gets another browser, unless this goes on and on. */
  private async lost(error: Error): Promise<NotDrawn> {
    await this.end();
    this.losses += 1;
    return this.losses < this.way.losses ? { problem: `the browser cannot draw it: ${error.message}` } : this.unable(error);
  }

  private unable(error: Error): never {
    throw new Failure(exitCodes.unreadable, `\`${this.browser}\` cannot draw: ${error.message}. Try another browser with --browser.`);
  }
}

function judged({ svg, problem, ...size }: PageDrawn): DrawnPicture | NotDrawn {
  if (problem !== undefined) return { problem: `Mermaid cannot draw it: ${problem}` };
  const refused = problemOfSvg(svg);
  return refused === undefined ? { svg: `${svg}\n`, ...size } : { problem: `its picture is refused, because ${refused}` };
}
