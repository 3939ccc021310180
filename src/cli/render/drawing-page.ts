import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';

/** What the page makes of a text. */
export interface PageDrawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly problem?: string;
}

/** How pictures look, in the words of Mermaid's configuration. What a diagram says of itself goes before it. */
export interface Look {
  readonly [name: string]: unknown;
}

/** The page in which Mermaid draws. It loads one file that stands beside it and nothing else; whatever is drawn comes in as a string. */
export function drawingPage(look: Look): string {
  return pageWith(pathToFileURL(mermaidFile()).href, look);
}

/** All that decides how a text is drawn, save for the browser and its fonts: Mermaid itself, and how it is used here. */
export function drawingMethod(look: Look): readonly (string | Uint8Array)[] {
  return [pageWith('', look), readFileSync(mermaidFile())];
}

/** Some diagrams are as wide as the page that they stand on: it is the same for each, whatever was photographed before. */
const pageWidth = 1200;

/**
 * Mermaid writes the title of a frame into the middle of its upper edge, where most arrows come in, and draws these over it. A title that is crossed moves to
 * a side, or to the first place from the left, where nothing crosses it, if there is one. In the words of the page, because it runs there.
 */
export const moveTitles = `function moveTitles(picture) {
  const margin = 8;
  const scale = picture.getScreenCTM().a;
  const arrows = [...picture.querySelectorAll('path.flowchart-link')].filter((path) => !path.classList.contains('edge-thickness-invisible')).flatMap((path) => {
    const length = path.getTotalLength();
    return Array.from({ length: Math.ceil(length / 3) + 1 }, (_, index) => path.getPointAtLength(Math.min(length, index * 3)).matrixTransform(path.getScreenCTM()));
  });
  const words = [...picture.querySelectorAll('.edgeLabel .label')].map((each) => each.getBoundingClientRect()).filter(({ width }) => width > 0);
  for (const frame of picture.querySelectorAll('g.cluster')) {
    const label = frame.querySelector('.cluster-label');
    if (label === null) continue;
    const [title, box] = [label, frame.querySelector('rect') || frame].map((each) => each.getBoundingClientRect());
    const isFree = (by) => {
      const [left, right] = [title.left + by - 3, title.right + by + 3];
      return !arrows.some(({ x, y }) => x > left && x < right && y > title.top && y < title.bottom) && !words.some((each) => each.right > left && each.left < right && each.bottom > title.top && each.top < title.bottom);
    };
    const [first, last] = [box.left + margin * scale - title.left, box.right - margin * scale - title.right];
    const between = Array.from({ length: Math.max(0, Math.floor((last - first) / margin)) }, (_, index) => first + index * margin);
    const by = [0, first, last, ...between].find(isFree);
    const place = label.transform.baseVal.consolidate();
    if (by !== undefined && place !== null) label.setAttribute('transform', 'translate(' + Math.round((place.matrix.e + by / scale) * 100) / 100 + ', ' + place.matrix.f + ')');
  }
}`;

/**
 * A text is drawn alike whatever was drawn before it: the names inside of a picture and the dice of whatever draws outlines begin anew each time. Outlines
 * are told to a hundredth of a point, which is finer than any eye, because their digits are most of what a picture weighs; numbers that touch each other,
 * as in `.5.25`, stay as they are.
 */
function pageWith(mermaid: string, look: Look): string {
  return `<!doctype html><meta charset="utf-8"><title>Waymark</title><style>body{margin:0;width:${pageWidth}px;background:white}</style><body><script src="${mermaid}"></script><script>
mermaid.initialize(${JSON.stringify({ startOnLoad: false, securityLevel: 'strict', handDrawnSeed: 1, ...look })});
${moveTitles}
async function draw(text) {
  try {
    document.body.innerHTML = (await mermaid.render('picture', text)).svg;
  } catch (error) {
    return { problem: String((error && error.message) || error).split('\\n')[0] };
  }
  const picture = document.body.firstElementChild;
  const { width, height } = picture.viewBox.baseVal;
  const size = { width: Math.ceil(width), height: Math.ceil(height) };
  for (const [name, value] of Object.entries(size)) picture.setAttribute(name, value);
  for (const path of picture.querySelectorAll('path[d]')) path.setAttribute('d', path.getAttribute('d').replace(/(?<![\\d.])\\d+\\.\\d{3,}(?![\\d.e])/g, (digits) => String(Math.round(digits * 100) / 100)));
  moveTitles(picture);
  const [frame, first] = [picture, picture.querySelector('.node') || picture].map((each) => each.getBoundingClientRect());
  const start = first.width < frame.width ? Math.round((first.left + first.width / 2 - frame.left) * 100 / frame.width) : 0;
  picture.style.background = 'white';
  return { ...size, start, svg: new XMLSerializer().serializeToString(picture) };
}
</script>`;
}

/** The one file that draws for a browser; beside the command when it is installed, in the built folder when it runs from its source. */
function mermaidFile(): string {
  const file = ['../assets/mermaid.min.js', '../../../dist/assets/mermaid.min.js'].map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path));
  if (file === undefined) throw new Failure(exitCodes.unreadable, 'The file that draws diagrams, `dist/assets/mermaid.min.js`, is missing from this installation. Install Waymark again.');
  return file;
}
