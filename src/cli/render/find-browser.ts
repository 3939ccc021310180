import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge', 'chrome'];

/** Where an installer puts a browser that it does not put on the path. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** Who wants a browser. */
export interface BrowserWanted {
  /** The file of the browser, where one is named. */
  readonly named: string | undefined;
  /** What can be had without any, as a sentence. */
  readonly without: string;
}

/** The browser that is named, or one that is on this machine. */
export function findBrowser({ environment }: Console, { named, without }: BrowserWanted): string {
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Failure(exitCodes.unreadable, `There is no browser at \`${named}\`. Install Chromium, Chrome or Edge and name its file, or leave --browser and WAYMARK_BROWSER away: then one is looked for.`);
    return named;
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = [...folders.flatMap((folder) => names.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)])), ...places].find((path) => existsSync(path));
  if (found === undefined) throw new Failure(exitCodes.unreadable, `A picture as svg or png is drawn by a browser, and none was found. Install Chromium, Chrome or Edge, or name one with --browser or WAYMARK_BROWSER. ${without}`);
  return found;
}
