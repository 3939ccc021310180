/** Runs before anything is drawn, so that a page never flashes in the other colours. */
try {
  const chosen = localStorage.getItem('waymark-theme');
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset['theme'] = chosen;
} catch {
  // Where nothing may be remembered, the system decides.
}
