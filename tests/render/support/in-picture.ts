/** What is asked of a drawn picture inside the browser. Texts, because the code around them knows no page. */

/** Words of a task that reach out of their box. */
export const cutWords = `[...document.querySelectorAll('foreignObject')].flatMap((box) => {
  const [inner, outer] = [box.querySelector('.label'), box].map((each) => each.getBoundingClientRect());
  const words = document.createRange();
  words.selectNodeContents(box.querySelector('.label'));
  const text = words.getBoundingClientRect();
  return text.top < outer.top - 1 || text.bottom > outer.bottom + 1 || text.width > outer.width + 1 ? [box.textContent.trim()] : [];
})`;

/** Words that reach beyond the edge of the picture, and titles beside bars that reach into them. */
export const strayWords = `(() => {
  const { left, right } = document.querySelector('svg').getBoundingClientRect();
  const bars = Math.min(Infinity, ...[...document.querySelectorAll('rect.task')].map((each) => each.getBoundingClientRect().left));
  const written = [...document.querySelectorAll('svg text')].map((each) => [each.textContent.trim(), each.getBoundingClientRect(), each.classList.contains('sectionTitle')]);
  return written.filter(([words, place, isTitle]) => words !== '' && place.width > 0 && (place.left < left - 1 || place.right > (isTitle ? bars : right) + 1)).map(([words]) => words);
})()`;

/** How far white words stand out from the bars that they are written on: the least of all. */
export const leastContrast = `(() => {
  const lightness = (colour) => colour.match(/[0-9.]+/g).slice(0, 3).map((each) => each / 255).map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)).reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
  const inside = [...document.querySelectorAll('text.taskText')].map((words) => [words, document.getElementById(words.id.replace(/-text$/, ''))]);
  return Math.min(21, ...inside.map((pair) => pair.map((each) => lightness(getComputedStyle(each).fill) + 0.05)).map(([one, other]) => Math.max(one, other) / Math.min(one, other)));
})()`;

/** Words of a handoff that reach beyond the arrow below them, as if they were said by somebody else. */
export const wordsBesideArrows = `(() => {
  const arrows = [...document.querySelectorAll('.messageLine0, .messageLine1')].map((each) => each.getBoundingClientRect());
  return [...document.querySelectorAll('text.messageText')].map((each) => [each.textContent.trim(), each.getBoundingClientRect()]).filter(([words, { left, right, top }]) => {
    const own = arrows.filter((arrow) => arrow.bottom > top).sort((one, other) => one.top - other.top)[0];
    return words !== '' && (left < own.left || right > own.right);
  }).map(([words]) => words);
})()`;

/** How far the lines that run behind words stand out from a white page: the most of all. */
export const mostOfLines = `(() => {
  const lightness = (colour, opacity) => colour.match(/[0-9.]+/g).slice(0, 3).map((each) => (each * opacity) / 255 + 1 - opacity).map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)).reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
  const styles = [...document.querySelectorAll('.grid .tick line, .actor-line')].map((each) => getComputedStyle(each));
  return Math.max(0, ...styles.map(({ stroke, strokeOpacity }) => 1.05 / (lightness(stroke, Number(strokeOpacity)) + 0.05)));
})()`;

/** Words at arrows that lie over other words at arrows. */
export const hiddenWords = `(() => {
  const all = [...document.querySelectorAll('.edgeLabel .label')].filter((each) => each.textContent.trim() !== '').map((each) => [each.textContent.trim(), each.getBoundingClientRect()]);
  const over = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
  return all.flatMap(([words, place], index) => all.slice(index + 1).filter(([, other]) => over(place, other)).map(([others]) => words + ' | ' + others));
})()`;

/** Arrows that lead back to their own box and are covered by words of others. */
export const coveredLoops = `(() => {
  const words = [...document.querySelectorAll('.edgeLabel .label')].map((each) => [each.textContent.trim(), each.getBoundingClientRect()]).filter(([, { width }]) => width > 0);
  return [...document.querySelectorAll('path.flowchart-link')].filter((path) => /L_(n[0-9]+)_\\1_/.test(path.id)).flatMap((path) => {
    const points = Array.from({ length: 100 }, (_, index) => path.getPointAtLength((path.getTotalLength() * index) / 99).matrixTransform(path.getScreenCTM()));
    return words.filter(([, { left, right, top, bottom }]) => points.some(({ x, y }) => x > left && x < right && y > top && y < bottom)).map(([text]) => path.id + ' under ' + text);
  });
})()`;

/** The share of all arrows that run behind a box which they neither leave nor come to. */
export const shareBehindBoxes = `(() => {
  const boxes = [...document.querySelectorAll('g.node')].map((node) => [/flowchart-(n[0-9]+)-/.exec(node.id)[1], node.getBoundingClientRect()]);
  const arrows = [...document.querySelectorAll('path.flowchart-link')];
  const behind = arrows.filter((path) => {
    const own = /L_(n[0-9]+)_(n[0-9]+)_/.exec(path.id).slice(1);
    const points = Array.from({ length: 200 }, (_, index) => path.getPointAtLength((path.getTotalLength() * index) / 199).matrixTransform(path.getScreenCTM()));
    return boxes.some(([name, { left, right, top, bottom }]) => !own.includes(name) && points.some(({ x, y }) => x > left + 2 && x < right - 2 && y > top + 2 && y < bottom - 2));
  });
  return behind.length / Math.max(1, arrows.length);
})()`;

/** Arrows that run through the box of a promise that moved; none begins or ends there. */
export const strayArrows = `(() => {
  const boxes = [...document.querySelectorAll('g.node')].filter((node) => node.textContent.includes('\u2192')).map((node) => [node.textContent.trim(), node.getBoundingClientRect()]);
  return [...document.querySelectorAll('path.flowchart-link')].filter((path) => !path.classList.contains('edge-thickness-invisible')).flatMap((path) => {
    const length = path.getTotalLength();
    const at = (share) => path.getPointAtLength(length * share).matrixTransform(path.getScreenCTM());
    const inside = (point, place) => point.x > place.left + 4 && point.x < place.right - 4 && point.y > place.top + 4 && point.y < place.bottom - 4;
    const ways = Array.from({ length: 41 }, (_, index) => at(index / 40));
    return boxes.filter(([, place]) => ways.some((point) => inside(point, place))).map(([words]) => path.id + ' through ' + words);
  });
})()`;

/** Titles of frames that an arrow runs through. */
export const crossedTitles = `[...document.querySelectorAll('.cluster-label')].filter((label) => {
  const { left, right, top, bottom } = label.getBoundingClientRect();
  return [...document.querySelectorAll('path.flowchart-link')].filter((path) => !path.classList.contains('edge-thickness-invisible')).some((path) => {
    const length = path.getTotalLength();
    return Array.from({ length: 400 }, (_, index) => path.getPointAtLength((length * index) / 399).matrixTransform(path.getScreenCTM())).some(({ x, y }) => x > left && x < right && y > top && y < bottom);
  });
}).map((label) => label.textContent.trim())`;

/** Numbers that stand at the end of a line, with their unit on the next one. */
export const tornNumbers = `[...document.querySelectorAll('foreignObject')].flatMap((box) => {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) for (const match of node.data.matchAll(/[0-9](?:\\s)(?:%|h|min|d)(?![A-Za-z])/g)) {
    const tops = [match.index, match.index + match[0].length - 1].map((at) => { const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect().top; });
    if (Math.abs(tops[0] - tops[1]) > 4) found.push(node.data);
  }
  return found;
})`;

/** Boxes and arrows and paragraphs in which a text of a document does not stand in one piece where it is written, between the words around it. */
export function tornTexts(text: string): string {
  return `(() => {
  const title = ${JSON.stringify(text)};
  const blocks = [...document.querySelectorAll('text, foreignObject, :is(p, li, td, th, dt, dd, h1, h2, h3, h4, .who, .how, .promised, .span, summary, option, figcaption, div):not(:has(p, li, td, div, dl, ul)):not(svg *)')].filter((each) => each.checkVisibility() && each.textContent.includes(title) && each.closest('pre, style') === null);
  const charactersOf = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) for (let at = 0; at < node.data.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const place = range.getBoundingClientRect();
      if (!/[\\s\u2068\u2069]/.test(node.data[at]) && place.width > 0) found.push([node.data[at], place]);
      else if (/\\s/.test(node.data[at])) found.push([' ', undefined]);
    }
    return found;
  };
  const piecesOf = (characters) => {
    const text = characters.map(([each]) => each).join('');
    const pieces = [[]];
    for (let at = 0; at < text.length; at += 1) {
      if (text.startsWith(title, at)) { pieces.push(characters.slice(at, at + title.length), []); at += title.length - 1; }
      else pieces.at(-1).push(characters[at]);
    }
    return pieces.map((piece) => piece.flatMap(([, place]) => (place === undefined ? [] : [place]))).filter((piece) => piece.length > 0);
  };
  const isTorn = (one, next) => {
    const top = next[0].top;
    const sameLine = one.filter((place) => Math.abs(place.top - top) < place.height / 2);
    return sameLine.length === one.length && next.every((place) => Math.abs(place.top - top) < place.height / 2) && Math.max(...one.map(({ right }) => right)) > Math.min(...next.map(({ left }) => left)) + 2;
  };
  const read = blocks.map((block) => [block.textContent.replace(/[\u2068\u2069]/g, '').replace(/\\s+/g, ' ').trim(), piecesOf(charactersOf(block))]);
  return { together: read.filter(([, pieces]) => pieces.length > 1).length, torn: read.filter(([, pieces]) => pieces.some((piece, index) => index > 0 && isTorn(pieces[index - 1], piece))).map(([words]) => words) };
})()`;
}
