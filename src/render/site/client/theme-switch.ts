/** Lets the reader choose between dark and light; what is chosen is remembered. */
export function addThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (button === null) return;
  const root = document.documentElement;
  const isDark = (): boolean => (root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const tell = (): void => void (button.textContent = isDark() ? 'Light' : 'Dark');
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset['theme'] = isDark() ? 'light' : 'dark';
    remember(root.dataset['theme']);
    tell();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell);
  tell();
}

function remember(theme: string): void {
  try {
    localStorage.setItem('waymark-theme', theme);
  } catch {
    // It holds for this page alone.
  }
}
