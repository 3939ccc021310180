import { whatIsDue } from '../../../analysis/due/what-is-due.js';
import type { Due } from '../../../analysis/due/due.js';
import { html, prose, type Html, type Part } from '../html.js';
import { chip } from '../layout.js';
import { linkAt, linkToSpec, linkTo, type Page } from '../shown.js';
import { listing, type ListingRow } from './listing.js';

const kinds: Readonly<Record<Due['kind'], string>> = { review: 'review', validation: 'confirmation of steps', assessment: 'assessment', attestation: 'attestation', agreement: 'agreement', access: 'access to data', waiver: 'waiver', record: 'Record', promise: 'promise ends', end: 'document ends' };

/** What has to be done again, or ends, by the day. */
export function duePage(asOf: string, rows: readonly ListingRow[]): Html {
  if (rows.length === 0) return html`<header class="hero"><h1>Due</h1><p class="lead">Nothing here has a day by which it is due.</p></header>`;
  return listing('Due', `Reviews, confirmations and all that ends, the earliest first. Overdue is what should have been done before ${asOf}.`, ['By', 'What', 'About', 'Who', 'What to do'], rows);
}

/** The lines of one workspace. */
export function dueRows(page: Page, workspace: string): readonly ListingRow[] {
  const due = page.sight.isInside ? whatIsDue(page.workspace, page.site.asOf) : [];
  return due.flatMap((each) => {
    const spec = page.workspace.specAt(each.subject);
    const isOpen = spec !== undefined && page.sight.sees(spec) && page.sight.mayRead(each.next);
    return isOpen ? [{ workspace, cells: cellsOf(page, each) }] : [];
  });
}

function cellsOf(page: Page, { day, kind, subject, title, owner, isOverdue, next }: Due): readonly Part[] {
  const spec = page.workspace.specAt(subject);
  return [html`<span class="day">${day}</span> ${isOverdue && chip('overdue', 'bad')}`, kinds[kind], spec === undefined ? title : (linkToSpec(page, spec) ?? linkAt(page, undefined, title)), owner === undefined ? '' : linkTo(page, 'Team', owner.team), html`<span class="todo">${prose(next)}</span>`];
}
