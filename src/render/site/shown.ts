/** What a page of a workspace is written from, and how it names and links other things. */
import { groupBy } from '../../base/groups.js';
import { lazy } from '../../base/lazy.js';
import { remembering } from '../../base/remembering.js';
import type { KindName } from '../../schema/generated/language-table.js';
import type { Spec } from '../../model/spec.js';
import { coordinateOf } from '../../model/spec.js';
import type { JourneyModel } from '../../model/journey.js';
import type { Workspace } from '../../model/workspace.js';
import { actorName } from '../words/names.js';
import { isProofShown, shownPromises, type ShownPromise } from '../shown-promises.js';
import { pathOf, relativePath } from './addresses.js';
import { sightOf, sightSince, type Sight } from '../audience.js';
import { html, type Html } from './html.js';
import type { SiteFinding, SiteInput, SiteWorkspace } from './site-input.js';
import { usesIn, type Use } from './uses.js';

/** A workspace as its readers may see it. */
export interface Shown extends SiteWorkspace {
  readonly site: SiteInput;
  readonly sight: Sight;
  usesOf(subject: string): readonly Use[];
  findingsOf(document: string): readonly SiteFinding[];
}

/** A page of a workspace while it is written. */
export interface Page extends Shown {
  /** Where it lies, from the folder of the site. */
  readonly path: string;
}

/** Prepares a workspace for its pages. */
export function show(site: SiteInput, place: SiteWorkspace): Shown {
  const sight = place.keptSince === undefined ? sightOf(place.workspace, site.audience) : sightSince(site.audience, place.keptSince);
  const uses = lazy(() => usesIn(place.workspace));
  const findings = lazy(() => groupBy(findingsFor({ workspace: place.workspace, sight }, place.findings), ({ subject = '' }) => subject.split('#')[0]!));
  return {
    workspace: place.workspace,
    folder: place.folder,
    findings: place.findings,
    versionsOf: (document) => place.versionsOf(document),
    unreadOf: (document) => place.unreadOf(document),
    comparisonsOf: (journey) => place.comparisonsOf(journey),
    ...(place.leftOut === undefined ? {} : { leftOut: place.leftOut }),
    ...(place.withoutHistory === undefined ? {} : { withoutHistory: place.withoutHistory }),
    site,
    sight,
    usesOf: (subject) => (uses().get(subject) ?? []).filter(({ by }) => sight.sees(by)),
    findingsOf: (document) => findings().get(document) ?? [],
  };
}

/** The findings that readers may know of. */
function findingsFor({ workspace, sight }: { readonly workspace: Workspace; readonly sight: Sight }, findings: readonly SiteFinding[]): readonly SiteFinding[] {
  if (!sight.isInside || sight.isComplete) return sight.isInside ? findings : [];
  const isProofOpen = remembering((key: string) => isProofShown({ workspace, sight }, ...(key.split(' ') as [string, string])));
  const isSeen = (coordinate: string): boolean => [workspace.specAt(coordinate)].every((spec) => spec !== undefined && sight.sees(spec));
  return findings.filter(({ message, hint = '', place = '', tellsOf = [], proof }) => sight.mayRead(`${message} ${hint}\n${place}`) && tellsOf.every(isSeen) && (proof === undefined || isProofOpen(`${proof.journey} ${proof.promise}`)));
}

/** What a journey promises to its readers; one that is retired promises nothing any more. */
export function promisesOf(page: Page, journey: JourneyModel): readonly ShownPromise[] {
  return journey.spec.status === 'retired' ? [] : shownPromises(page, journey);
}

/** A link to a document by its title; nothing where the readers may not know of it. */
export function linkTo(page: Page, kind: KindName, id: string, words?: string): Html | undefined {
  const spec = page.workspace.find(kind, id);
  return spec === undefined ? unlinked(page, words ?? id) : linkToSpec(page, spec, words);
}

/** What has no document that can be read is told by its name, unless it may be one that the readers may not know of. */
function unlinked({ sight }: Page, words: string): Html | undefined {
  return sight.mayRead(words) ? html`<span>${words}</span>` : undefined;
}

/** A link to a document that is there. */
export function linkToSpec(page: Page, spec: Spec, words?: string): Html | undefined {
  if (!page.sight.sees(spec)) return undefined;
  return linkAt(page, pathOf(page.folder, spec.coordinate), words ?? titleOfSpec(spec));
}

/** A link to a data element. */
export function linkToElement(page: Page, id: string): Html | undefined {
  const element = page.workspace.registers.elements.get(id);
  if (element === undefined) return unlinked(page, id);
  return page.sight.sees(element.spec) ? linkAt(page, pathOf(page.folder, coordinateOf('element', id)), element.value.title ?? id) : undefined;
}

/** A link to whoever acts: a team, a role in one, or the customer. */
export function linkToActor(page: Page, actor: string): Html | undefined {
  const words = actorName(page.workspace, actor);
  if (actor === 'customer' || actor === 'partner') return html`<span>${words}</span>`;
  return linkTo(page, 'Team', actor.split('#')[0]!, words);
}

/** A link from a page to another. */
export function linkAt(page: Pick<Page, 'path'>, path: string | undefined, words: string): Html {
  return path === undefined ? html`<span>${words}</span>` : html`<a href="${relativePath(page.path, path)}">${words}</a>`;
}

/** A text that was made from the whole workspace; nothing where it names what the readers may not know of. */
export function openOnly({ sight }: Shown, text: string): string {
  return sight.mayRead(text) ? text : '';
}

/** What people call a document. */
export function titleOfSpec({ id, value }: Spec): string {
  return 'title' in value && value.title !== undefined ? value.title : id;
}

/** Those of a list that readers may see, with commas. */
export function listed(links: readonly (Html | undefined)[]): Html | undefined {
  const seen = links.filter((link) => link !== undefined);
  return seen.length === 0 ? undefined : html`${seen.map((link, index) => html`${index === 0 ? '' : ', '}${link}`)}`;
}
