/**
 * The one place where a text becomes HTML. Whatever is put into the tag `html` is escaped, inside elements and inside attributes alike, unless
 * it came out of that tag itself; attributes are always written in double quotes.
 * A text that is read from right to left stays in one piece beside whatever stands around it.
 * Signs beyond ASCII are written by their names there (`&middot;`): the bundler leaves templates as they are.
 */

import { isolated, sentenceWithTexts } from '../../base/bidi.js';

/** HTML that this file has made. */
export class Html {
  constructor(readonly text: string) {}
}

/** What may stand in a template: texts are escaped, lists are joined, and nothing is left out as nothing. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/** Puts HTML together: html`<b>${title}</b>`. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.reduce((made, text, index) => made + textOf(parts[index - 1]) + text));
}

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(textOf).join('') : escapeHtml(isolated(String(part)));
}

/** A text as it is, without anything around it: for what is copied, and for what scripts compare. */
export function exact(text: string): Html {
  return new Html(escapeHtml(text));
}

/** True for what would show nothing. */
export function isEmpty(part: Part): boolean {
  return textOf(part) === '';
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text that means itself and nothing else. What no page may hold, such as control characters, becomes the sign for what cannot be shown. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => entities[sign]!);
}

/** A sentence of ours, in which names stand between back quotes and texts of documents between quotation marks. */
export function prose(text: string): Html {
  return html`${text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 0 ? sentenceWithTexts(part) : html`<code>${part}</code>`))}`;
}

const schemes = ['https:', 'http:', 'mailto:', 'tel:'];

/** A link out of the site as somebody has written it; the words alone where it is no address of a sort that is known to be harmless. */
export function linkOut(address: string, words: string): Html {
  const url = readAddress(address);
  return url === undefined ? html`${words}` : html`<a href="${url}" rel="noreferrer noopener">${words}</a>`;
}

function readAddress(address: string): string | undefined {
  if (!/^[a-z]+:/i.test(address) || /\s/u.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return schemes.includes(url.protocol) ? url.href : undefined;
}
