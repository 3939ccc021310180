/** What is asked of a page inside the browser. Texts, because the code around them knows no page. */

/** The theme that is chosen, and the colour that is seen. */
export const themeSeen = "[document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor]";

/** Gives everything that a keyboard must come to a number, and tells how many there are. */
export const countStops = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((each) => each.checkVisibility());
  all.forEach((each, index) => (each.dataset.order = String(index)));
  return all.length;
})()`;

/** The number of what has the focus. */
export const stopNow = "document.activeElement.dataset.order ?? 'nothing'";

/** Every element of each page by its name, and every attribute by that of its element. */
export function censusOf(pages: readonly string[]): string {
  return `${JSON.stringify(pages)}.map((content) => {
    const counts = {};
    for (const { tagName, attributes } of new DOMParser().parseFromString(content, 'text/html').querySelectorAll('*'))
      for (const name of [tagName, ...[...attributes].map((each) => tagName + '@' + each.name)]) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  })`;
}

/** The title of a journey and those of its steps, as they are read: without what keeps a text in one piece. */
export function titlesOf(content: string): string {
  return `(() => {
    const parsed = new DOMParser().parseFromString(${JSON.stringify(content)}, 'text/html');
    return [parsed.querySelector('h1'), ...parsed.querySelectorAll('.step strong')].map((each) => each.textContent.replace(/[\\u2068\\u2069]/g, '')).sort();
  })()`;
}

/** How wide the narrowest step of the map is, as far as it lies on the page. */
export const narrowestOnPage = "Math.min(...[...document.querySelectorAll('.map .step')].map((each) => { const { left, right } = each.getBoundingClientRect(); return Math.max(0, Math.min(right, innerWidth) - left); }))";

/** How wide the column with the names of the rows is. */
export const widthOfNames = "document.querySelector('.map tbody th').getBoundingClientRect().width";

/** Ways to the parts of the site that lie beyond the edge of the screen, where nobody looks for them. */
export const hiddenWays = "[...document.querySelectorAll('.top nav a')].filter((each) => each.getBoundingClientRect().right > innerWidth).map((each) => each.textContent)";

/** In how many lines the name of the customers' lane is written. */
export const linesOfName = "(() => { const words = document.createRange(); words.selectNodeContents(document.querySelector('.lane-customer th').firstChild); return words.getClientRects().length; })()";

/** What stands in front of each cell of the customers' lane. */
export const stagesTold = "[...document.querySelectorAll('.lane-customer td')].map((each) => getComputedStyle(each, '::before').content)";

/** How wide the widest name of a row is, in any table but the map: what is wider leaves no room for what is said of it. */
export const widestName = "Math.max(0, ...[...document.querySelectorAll(':not(.map) > table tbody th')].map((each) => each.getBoundingClientRect().width))";

/** How many parts of what is folded can be seen all the same. */
export const unfolded = "[...document.querySelectorAll('details:not([open]) > :not(summary)')].filter((each) => each.checkVisibility() && each.getBoundingClientRect().height > 0).length";

/** Every picture: where it lies, its words, how large it is, which share of that the page gives it, and how tall it is for its width, by itself and by the page. */
export const imagesSeen = "[...document.querySelectorAll('.sheet img')].map((each) => ({ src: each.getAttribute('src'), alt: each.alt, natural: [each.naturalWidth, each.naturalHeight], share: Number(each.getAttribute('width')) / each.naturalWidth, tallness: [each.naturalHeight / each.naturalWidth, each.getAttribute('height') / each.getAttribute('width')] }))";

/** How wide the narrowest box of a picture is. */
export const narrowestSheet = "Math.min(...[...document.querySelectorAll('.sheet')].map((each) => each.clientWidth))";

/** Pictures that go beyond the edge of the page. */
export const picturesBeyondPage = "[...document.querySelectorAll('.sheet img')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1 || each.getBoundingClientRect().height > innerHeight).map((each) => each.getAttribute('src'))";

/** Which part of a picture is seen, and where in it a reader begins, in hundredths of its width. */
export function partSeen(view: string): string {
  return `(({ dataset, scrollLeft, clientWidth, scrollWidth }) => ({ start: Number(dataset.start), from: Math.round(scrollLeft * 100 / scrollWidth), to: Math.round((scrollLeft + clientWidth) * 100 / scrollWidth) }))(document.querySelector('[aria-label="Picture: ${view}"]'))`;
}
