/** Shows the pair of versions that is chosen. Where two were not compared with each other, every version between them is shown, one after the other. */
export function addCompare(): void {
  const form = document.querySelector<HTMLFormElement>('[data-compare]');
  if (form === null) return;
  const [from, to] = (['from', 'to'] as const).map((side) => form.querySelector<HTMLSelectElement>(`[data-side="${side}"]`)!) as [HTMLSelectElement, HTMLSelectElement];
  const pairs = [...document.querySelectorAll<HTMLElement>('.pair')];
  to.selectedIndex = to.options.length - 1;
  from.selectedIndex = Math.max(0, to.selectedIndex - 1);
  const update = (): void => show(pairs, from, to);
  form.hidden = false;
  form.addEventListener('change', update);
  update();
}

function show(pairs: readonly HTMLElement[], from: HTMLSelectElement, to: HTMLSelectElement): void {
  const numbers = [...from.options].map(({ value }) => value);
  const [first, last] = [from.selectedIndex, to.selectedIndex].sort((a, b) => a - b) as [number, number];
  const exact = pairs.filter(({ dataset }) => dataset['from'] === numbers[first] && dataset['to'] === numbers[last]);
  const between = pairs.filter(({ dataset }) => numbers.indexOf(dataset['to']!) === numbers.indexOf(dataset['from']!) + 1 && numbers.indexOf(dataset['from']!) >= first && numbers.indexOf(dataset['to']!) <= last);
  const shown = exact.length > 0 ? exact : between;
  for (const pair of pairs) pair.hidden = !shown.includes(pair);
  document.querySelector('[data-compare-note]')!.textContent = noteOf(first === last, exact.length > 0, from.selectedIndex > to.selectedIndex);
}

function noteOf(isSame: boolean, isExact: boolean, isBackwards: boolean): string {
  if (isSame) return 'Choose two different versions.';
  const order = isBackwards ? 'The earlier version comes first. ' : '';
  return `${order}${isExact ? '' : 'Every version between the two, one after the other, the latest first.'}`.trim();
}
