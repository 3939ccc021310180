/**
 * Judges a picture before anybody opens it. What may stand in one is listed, not what may not: shapes, words and their looks. Nothing in it can run, lead
 * anywhere or load anything, however the words of a document came to be there.
 */
const elements = new Set('svg g defs marker symbol switch title desc style path rect circle ellipse line polygon polyline text tspan filter feDropShadow linearGradient stop foreignObject div span p br b i em strong'.split(' '));

const namespaces = new Set(['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xhtml', 'http://www.w3.org/1999/xlink']);

/** Attributes that hold words or names: no browser looks for an address in them. */
const ofWords = /^(?:id|class|name|role|data-[\w-]+|aria-[\w-]+)$/;

/** Those that say how something looks, or where it stands. */
const ofLooks = /^(?:style|transform|transform-origin|width|height|x|y|x[12]|y[12]|dx|dy|d|r|rx|ry|cx|cy|points|viewBox|preserveAspectRatio|ref[XY]|orient|marker(?:Width|Height|Units|-start|-mid|-end)|fill|fill-(?:opacity|rule)|clip-rule|stroke|stroke-[a-z]+|opacity|overflow|filter|filterUnits|color|font-(?:family|size|weight|style)|text-anchor|alignment-baseline|dominant-baseline|stdDeviation|flood-(?:color|opacity)|gradientUnits|offset|stop-(?:color|opacity)|letter-spacing|textLength|lengthAdjust|xml:space|requiredFeatures|pointer-events|display|visibility|text-decoration|dir|lang)$/;

const token = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/** Why a picture as a browser has written it cannot be shown; `undefined` where nothing speaks against it. */
export function problemOfSvg(svg: string): string | undefined {
  const open: string[] = [];
  let end = 0;
  for (const { 0: whole, index, 1: closing, 2: name = '', 3: attributes = '', 4: empty, 5: words } of svg.trimEnd().matchAll(token)) {
    end = index + whole.length;
    const problem = words === undefined ? (closing === '/' ? closedWrong(open, name) : openedWrong(open, name, attributes, empty === '/')) : wordsWrong(open, words);
    if (problem !== undefined) return problem;
  }
  if (end === svg.trimEnd().length && end > 0 && open.length === 0) return undefined;
  return 'it is no whole SVG';
}

function openedWrong(open: string[], name: string, attributes: string, isEmpty: boolean): string | undefined {
  if (!elements.has(name)) return `it holds \`<${name}>\``;
  if (open.length === 0 && name !== 'svg') return 'it is no SVG';
  if (!isEmpty) open.push(name);
  return [...attributes.matchAll(/\s([\w:.-]+)="([^"]*)"/g)].map(([, attribute = '', value = '']) => attributeWrong(attribute, value)).find((problem) => problem !== undefined);
}

function closedWrong(open: string[], name: string): string | undefined {
  return open.pop() === name ? undefined : 'it is no whole SVG';
}

/** Only the words of a style mean more than they say. */
function wordsWrong(open: readonly string[], words: string): string | undefined {
  if (open.length === 0) return 'it is no SVG';
  return open.at(-1) === 'style' && isReaching(words) ? 'its style reaches out of it' : undefined;
}

function attributeWrong(name: string, value: string): string | undefined {
  if (/^xmlns(?::|$)/.test(name)) return namespaces.has(value) ? undefined : `it speaks of \`${value}\``;
  if (ofWords.test(name)) return undefined;
  if (!ofLooks.test(name)) return `it holds the attribute \`${name}\``;
  return isReaching(value) ? `its attribute \`${name}\` reaches out of it` : undefined;
}

/** True for looks that load something, or that are written so that one cannot tell: addresses of its own parts alone are known to be harmless. */
function isReaching(looks: string): boolean {
  return /\\|&#|@(?!keyframes\b)|(?:^|[^\w-])(?:src|image|image-set|-webkit-image-set|cross-fade|expression)\(|url\((?!(?:&quot;|["'])?#)/i.test(looks);
}
