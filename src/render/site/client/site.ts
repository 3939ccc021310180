import { addCompare } from './compare.js';
import { addCopyButtons } from './copy.js';
import { addFinder } from './finder.js';
import { showBeginnings } from './pictures.js';
import { addThemeSwitch } from './theme-switch.js';

addThemeSwitch();
addFinder();
addCompare();
addCopyButtons();
showBeginnings();
addEventListener('keydown', (event) => {
  if (event.key !== '/' || /^(?:INPUT|SELECT|TEXTAREA)$/.test((event.target as Element).tagName) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.querySelector<HTMLAnchorElement>('[data-search]')?.click();
});
