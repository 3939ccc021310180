import { visible } from './visible.js';

/** Parts of a text that stay together: what stands in backticks, and everything around it up to the next space. */
const chunk = /(?:`[^`]+`|[^\s`]+|`)+/g;
const token = /(?:`[^`]+`)+|[^`]+|`/g;

/**
 * Words that a forge would turn into a mention, a reference, a link, a formula or a picture. Entities and backslashes
 * do not stop that, because forges look for them in the rendered text; a code span does.
 */
const active = /[@#$~^]|[!%&]\d|:\/\/|www\.|:[\w+-]+:|\bGH-\d|^[\W_]*[0-9a-f]{7,40}[\W_]*$/i;

/**
 * A text as one line of Markdown that renders as that text and nothing else. Words in backticks stay code, as our
 * messages mean them; words that a forge would act on become code.
 */
export function markdownText(text: string): string {
  return visible(text).replace(chunk, (part) => (active.test(part.replace(token, plainOnly)) ? span(part) : part.replace(token, tokenText)));
}

/** A text as one cell of a table: also in code, a bar would begin the next one. */
export function markdownCell(text: string): string {
  return markdownText(text).replaceAll(/(?<!\\)\|/g, '\\|');
}

/** A text as a code span, whatever backticks it has itself. */
export function markdownCode(text: string): string {
  return span(visible(text));
}

function plainOnly(part: string): string {
  return part.startsWith('`') ? '' : part;
}

function tokenText(part: string): string {
  if (part === '`') return '\\`';
  if (!part.startsWith('`')) return plain(part);
  // Two code spans side by side would read as one, so they are printed as one.
  return span(part.includes('``') ? part : part.slice(1, -1));
}

function plain(text: string): string {
  return text.replace(/[\\*_[\]|]/g, '\\$&').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function span(text: string): string {
  if (text === '') return '';
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const pad = /^[ `]|[ `]$/.test(text) ? ' ' : '';
  // Bots find their own comment by a hidden HTML comment; a spec must not be able to carry one, even as code.
  return `${fence}${pad}${text.replaceAll('<!--', '<\\u{21}--')}${pad}${fence}`;
}
