/** Shows of a picture that is wider than its box the place where a reader begins. */
export function showBeginnings(): void {
  for (const sheet of document.querySelectorAll<HTMLElement>('.sheet')) sheet.scrollLeft = (sheet.scrollWidth * Number(sheet.dataset['start'])) / 100 - sheet.clientWidth / 2;
}
