/** Buttons that take the text beside them along. */
export function addCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const text = button.parentElement!.querySelector('code')!;
  try {
    await navigator.clipboard.writeText(text.textContent ?? '');
    button.textContent = 'Copied';
  } catch {
    // Some browsers allow no page from a disk to do this: the text is marked, ready for the keyboard.
    getSelection()?.selectAllChildren(text);
    button.textContent = 'Marked: press Ctrl+C';
  }
}
