import { joined } from '../../../base/bidi.js';
import { html, prose, type Html } from '../html.js';
import { chip, list, type Tone } from '../layout.js';
import type { SiteFinding } from '../site-input.js';

const tones: Readonly<Record<SiteFinding['severity'], Tone>> = { error: 'bad', warning: 'warn', info: 'plain' };

/** Findings as a list: how bad, what is wrong, and what to do next. */
export function findingItems(findings: readonly SiteFinding[]): Html | undefined {
  return list(findings.map(({ severity, code, message, hint, place }) => html`${chip(severity, tones[severity])} <span>${prose(message)}</span>${hint !== undefined && html` <span class="hint">${prose(hint)}</span>`} <small>${joined([code, place].filter((each) => each !== undefined), ' · ')}</small>`), 'findings');
}
