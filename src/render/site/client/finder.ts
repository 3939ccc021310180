import { loadSearch, type Hit, type Search } from './search.js';

const most = 40;

/** Searches and filters the cards of the catalogue in place. */
export function addFinder(): void {
  const form = document.querySelector<HTMLFormElement>('[data-finder]');
  const input = form?.querySelector('input');
  if (form === null || input === null || input === undefined) return;
  const cards = [...document.querySelectorAll<HTMLElement>('[data-cards] > li')];
  let search: Search | undefined;
  const update = (): void => show(form, cards, input.value.trim() === '' ? undefined : search?.(input.value));
  const ready = (): void => {
    if (search !== undefined) return update();
    void loadSearch('').then((loaded) => {
      search ??= loaded;
      update();
    });
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const select of form.querySelectorAll('select')) select.addEventListener('change', update);
  input.addEventListener('focus', ready, { once: true });
  input.addEventListener('input', ready);
  addEventListener('hashchange', () => void (location.hash === '#search' && input.focus()));
  if (location.hash === '#search') input.focus();
}

function show(form: HTMLFormElement, cards: readonly HTMLElement[], hits: readonly Hit[] | undefined): void {
  const wanted = [...form.querySelectorAll<HTMLSelectElement>('[data-filter]')].filter(({ value }) => value !== '').map(({ dataset, value }) => [dataset['filter']!, value] as const);
  const found = hits && new Map(hits.map((hit) => [hit.path, hit]));
  let shown = 0;
  for (const card of cards) {
    const hit = found?.get(card.dataset['path']!);
    const isWanted = wanted.every(([filter, value]) => (card.dataset[filter] ?? '').split('\n').includes(value));
    card.hidden = !isWanted || (found !== undefined && hit === undefined);
    if (!card.hidden) shown += 1;
    tellHit(card, hit);
  }
  sortByHit(cards, hits);
  document.querySelector('[data-count]')!.textContent = `${shown} ${shown === 1 ? 'journey' : 'journeys'}`;
  showOthers(hits ?? []);
}

function tellHit(card: HTMLElement, hit: Hit | undefined): void {
  const line = card.querySelector<HTMLElement>('.hit')!;
  line.hidden = hit?.step === undefined;
  const title = document.createElement('bdi');
  title.textContent = hit?.step ?? '';
  line.replaceChildren('Step: ', title);
}

/** The best first while something is looked for, and as they were otherwise. */
function sortByHit(cards: readonly HTMLElement[], hits: readonly Hit[] | undefined): void {
  const ranks = new Map((hits ?? []).map(({ path }, rank) => [path, rank]));
  const rankOf = (card: HTMLElement): number => ranks.get(card.dataset['path']!) ?? Number.MAX_SAFE_INTEGER;
  const sorted = hits === undefined ? cards : [...cards].sort((a, b) => rankOf(a) - rankOf(b));
  const parent = cards[0]?.parentElement;
  // A card that is moved while it is pressed would not be followed.
  if (parent && sorted.some((card, index) => parent.children[index] !== card)) parent.append(...sorted);
}

function showOthers(hits: readonly Hit[]): void {
  const others = hits.filter(({ sort }) => sort !== 'Journey').slice(0, most);
  const part = document.querySelector<HTMLElement>('[data-found]')!;
  part.hidden = others.length === 0;
  part.querySelector('ul')!.replaceChildren(...others.map(otherItem));
}

function otherItem({ path, title, sort }: Hit): HTMLLIElement {
  const [item, link, word] = [document.createElement('li'), document.createElement('a'), document.createElement('small')];
  link.href = path;
  link.textContent = title;
  link.dir = 'auto';
  word.textContent = ` ${sort}`;
  item.append(link, word);
  return item;
}
