/** What is asked of a drawn picture inside the browser. Texts, because the code around them knows no page. */

/** Words of a task that reach out of their box. */
export const cutWords = `[...document.querySelectorAll('foreignObject')].flatMap((box) => {
  const [inner, outer] = [box.querySelector('.label'), box].map((each) => each.getBoundingClientRect());
  const words = document.createRange();
  words.selectNodeContents(box.querySelector('.label'));
  const text = words.getBoundingClientRect();
  return text.top < outer.top - 1 || text.bottom > outer.bottom + 1 || text.width > outer.width + 1 ? [box.textContent.trim()] : [];
})`;

/** Words at arrows that lie over other words at arrows. */
export const hiddenWords = `(() => {
  const all = [...document.querySelectorAll('.edgeLabel .label')].filter((each) => each.textContent.trim() !== '').map((each) => [each.textContent.trim(), each.getBoundingClientRect()]);
  const over = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 2;
  return all.flatMap(([words, place], index) => all.slice(index + 1).filter(([, other]) => over(place, other)).map(([others]) => words + ' | ' + others));
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
