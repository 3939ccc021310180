import { html, type Html, type Part } from '../html.js';
import { table } from '../layout.js';

/** A line of a list of things: its cells, and the workspace that it stands in. */
export interface ListingRow {
  readonly workspace: string;
  readonly cells: readonly Part[];
}

/** All things of a sort, by workspace where the site has several. */
export function listing(title: string, lead: string, columns: readonly string[], rows: readonly ListingRow[]): Html {
  const workspaces = [...new Set(rows.map(({ workspace }) => workspace))];
  return html`<header class="hero"><h1>${title}</h1><p class="lead">${lead}</p></header>
${workspaces.map((workspace) => html`${workspaces.length > 1 && html`<h2>${workspace}</h2>`}${table(workspaces.length > 1 ? `${title}: ${workspace}` : title, columns, rows.filter((row) => row.workspace === workspace).map(({ cells }) => cells))}`)}`;
}
