import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Console } from '../console.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { withPage, type BrowserPage } from './browser-page.js';
import { findBrowser } from './find-browser.js';

/** Draws Mermaid texts with the real Mermaid in a browser that nobody sees. */
export async function drawInBrowser(console: Console, texts: readonly string[], format: 'svg' | 'png', named: string | undefined): Promise<readonly Buffer[]> {
  const browser = findBrowser(console, named);
  const folder = mkdtempSync(join(tmpdir(), 'waymark-draw-'));
  try {
    return await withPage(browser, join(folder, 'profile'), (page) => drawAll(page, folder, texts, format));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(exitCodes.unreadable, `\`${browser}\` cannot draw: ${(error as Error).message}. Try another browser with --browser.`);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function drawAll(page: BrowserPage, folder: string, texts: readonly string[], format: 'svg' | 'png'): Promise<readonly Buffer[]> {
  const place = join(folder, 'draw.html');
  writeFileSync(place, drawingPage());
  await page.open(pathToFileURL(place).href);
  const pictures: Buffer[] = [];
  for (const text of texts) pictures.push(await drawOne(page, text, format));
  return pictures;
}

/** What the page makes of a text. */
interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly problem?: string;
}

/** Of a wide picture one point is one pixel; a small one is made sharper. */
const widestSharp = 1600;

async function drawOne(page: BrowserPage, text: string, format: 'svg' | 'png'): Promise<Buffer> {
  const { svg, width, height, problem } = (await page.evaluate(`draw(${JSON.stringify(text)})`)) as Drawn;
  if (problem !== undefined) throw new Failure(exitCodes.unreadable, `Mermaid cannot draw it: ${problem}`);
  return format === 'svg' ? Buffer.from(`${svg}\n`) : page.photograph(width, height, width > widestSharp ? 1 : 2);
}

/** Some diagrams are as wide as the page that they stand on: it is the same for each, whatever was photographed before. */
const pageWidth = 1200;

/** It loads one file that stands beside it and nothing else. Whatever is drawn comes in as a string. */
function drawingPage(): string {
  return `<!doctype html><meta charset="utf-8"><title>Waymark</title><style>body{margin:0;width:${pageWidth}px;background:white}</style><body><script src="${pathToFileURL(mermaidFile()).href}"></script><script>
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
let count = 0;
async function draw(text) {
  try {
    document.body.innerHTML = (await mermaid.render('picture' + count++, text)).svg;
  } catch (error) {
    return { problem: String((error && error.message) || error).split('\\n')[0] };
  }
  const picture = document.body.firstElementChild;
  const { width, height } = picture.viewBox.baseVal;
  const size = { width: Math.ceil(width), height: Math.ceil(height) };
  for (const [name, value] of Object.entries(size)) picture.setAttribute(name, value);
  picture.style.background = 'white';
  return { ...size, svg: new XMLSerializer().serializeToString(picture) };
}
</script>`;
}

/** The one file that draws for a browser; beside the command when it is installed, in the built folder when it runs from its source. */
function mermaidFile(): string {
  const file = ['../assets/mermaid.min.js', '../../../dist/assets/mermaid.min.js'].map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path));
  if (file === undefined) throw new Failure(exitCodes.unreadable, 'The file that draws diagrams, `dist/assets/mermaid.min.js`, is missing from this installation. Install Waymark again.');
  return file;
}
