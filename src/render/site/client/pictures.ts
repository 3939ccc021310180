/** Loads pictures once the page can be read, because those that are not loaded are missing on paper, and shows of a wide one the place where it begins. */
export function showPictures(): void {
  for (const sheet of document.querySelectorAll<HTMLElement>('.sheet')) {
    sheet.querySelector('img')!.loading = 'eager';
    sheet.scrollLeft = (sheet.scrollWidth * Number(sheet.dataset['start'])) / 100 - sheet.clientWidth / 2;
  }
}
