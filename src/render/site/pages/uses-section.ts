import { joined } from '../../../base/bidi.js';
import { coordinateOf, documentPartOf, type Spec } from '../../../model/spec.js';
import { html, type Html } from '../html.js';
import { list } from '../layout.js';
import { linkAt, linkToElement, linkToSpec, titleOfSpec, type Page } from '../shown.js';
import { pathOf } from '../addresses.js';
import type { Use } from '../uses.js';
import { kindNames } from './kind-names.js';

/** Who relies on a document, and what it relies on, by kind. */
export function usesSection(page: Page, spec: Spec): Html | undefined {
  return html`${dependents(page, spec.coordinate)}${reliance(page, spec)}`;
}

/** Everything that depends on a document or a data element, with the places where it does. */
export function dependents(page: Page, subject: string): Html | undefined {
  const uses = page.usesOf(subject);
  return uses.length === 0 ? undefined : html`<h3>Depends on it</h3><div class="groups">${grouped(uses, ({ by }) => by.kind).map(([kind, members]) => group(kind, members.map((use) => useItem(page, use))))}</div>`;
}

function useItem(page: Page, { by, where }: Use): Html {
  return html`${linkToSpec(page, by)}${where.length > 0 && html` <small>${joined(where, ', ')}</small>`}`;
}

/** What a document names, save for what is inside itself. */
function reliance(page: Page, spec: Spec): Html | undefined {
  const targets = [...new Set(page.workspace.referencesFrom(spec.coordinate).flatMap(({ target }) => (target === undefined ? [] : [documentPartOf(target)])))];
  const links = targets.filter((target) => target !== spec.coordinate).flatMap((target) => {
    const [found, link] = [page.workspace.specAt(target), linkToTarget(page, target)];
    return link === undefined ? [] : [{ kind: found?.kind ?? 'Data', link }];
  });
  return links.length === 0 ? undefined : html`<h3>Relies on</h3><div class="groups">${grouped(links, ({ kind }) => kind).map(([kind, members]) => group(kind, members.map(({ link }) => link)))}</div>`;
}

/** A link where the target has a page; Records, calendars and events have none. */
function linkToTarget(page: Page, target: string): Html | undefined {
  if (target.startsWith(coordinateOf('element', ''))) return linkToElement(page, target.slice('element:'.length));
  const spec = page.workspace.specAt(target);
  if (spec === undefined || spec.kind === 'Record' || !page.sight.sees(spec)) return undefined;
  return linkAt(page, pathOf(page.folder, spec.coordinate), titleOfSpec(spec));
}

function group(kind: string, items: readonly Html[]): Html {
  return html`<div><h4>${kindNames[kind] ?? kind}</h4>${list(items)}</div>`;
}

function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly (readonly [string, readonly Value[]])[] {
  const keys = [...new Set(values.map(keyOf))].sort();
  return keys.map((key) => [key, values.filter((value) => keyOf(value) === key)]);
}
