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
  const between = (one: number, other: number): readonly HTMLElement[] => pairs.filter(({ dataset }) => dataset['from'] === numbers[one] && dataset['to'] === numbers[other]);
  const exact = between(first, last);
  const steps = numbers.slice(first, last).map((_, index) => between(first + index, first + index + 1));
  const shown = exact.length > 0 ? exact : steps.flat();
  for (const pair of pairs) pair.hidden = !shown.includes(pair);
  const order = from.selectedIndex > to.selectedIndex ? 'The earlier version comes first. ' : '';
  document.querySelector('[data-compare-note]')!.textContent = `${order}${noteOf(exact, steps)}`.trim();
}

/** Of a version that is not for the readers there is no comparison. */
function noteOf(exact: readonly HTMLElement[], steps: readonly (readonly HTMLElement[])[]): string {
  if (steps.length === 0) return 'Choose two different versions.';
  if (exact.length > 0) return '';
  const missing = steps.filter((step) => step.length === 0).length;
  if (missing === steps.length) return 'What lies between the two is not for these readers.';
  return `Every version between the two, one after the other, the latest first.${missing === 0 ? '' : ' Not all of them are for these readers.'}`;
}
