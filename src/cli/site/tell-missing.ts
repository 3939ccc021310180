import { count, quoted, someOf } from '../../base/words.js';
import { isFor, accessOf } from '../../render/audience.js';
import { audiences, type Audience } from '../../render/audiences.js';
import { pathOf } from '../../render/site/addresses.js';
import type { SiteInput } from '../../render/site/site-input.js';
import { visible } from '../../base/escape/visible.js';
import type { Console } from '../console.js';

/** Tells whoever has the site written what is not in it, by name: the pages themselves name it only to those who may know. False where a file could not be read. */
export function tellMissing(console: Console, { audience, workspaces }: SiteInput): boolean {
  const journeys = workspaces.flatMap(({ workspace }) => workspace.journeys);
  const isEmpty = journeys.length > 0 && !journeys.some(({ spec }) => isFor(audience, accessOf(spec)));
  if (isEmpty) console.warn(`No journey is in it: ${journeys.length === 1 ? 'the only one' : `each of the ${journeys.length}`} is for a narrower circle than \`${audience}\`. Write \`access: ${audience}\` in those that these readers may see; one that says nothing is internal.\n`);
  else tellHidden(console, audience, workspaces);
  const leftOut = workspaces.flatMap((each) => each.leftOut ?? []);
  if (leftOut.length === 0) return true;
  const lines = leftOut.map(({ place, why, more }) => `  ${visible(place)}  ${visible(why)}${more === 0 ? '' : ` And ${count(more, 'more mistake')} in this file.`}\n`);
  console.warn(`${leftOut.length === 1 ? 'One file is' : `${leftOut.length} files are`} left out, in part or as a whole, because ${leftOut.length === 1 ? 'it' : 'they'} cannot be read:\n${lines.join('')}\`waymark validate\` tells all that is wrong. The front page of the site says that ${leftOut.length === 1 ? 'it is' : 'they are'} missing.\n`);
  return false;
}

/** Names what its readers may not know of, to whoever can read it in the repository anyway. */
function tellHidden(console: Console, audience: Audience, workspaces: SiteInput['workspaces']): void {
  const hidden = workspaces.flatMap(({ workspace, folder }) => workspace.specs.filter((spec) => (pathOf(folder, spec.coordinate) !== undefined || spec.kind === 'DataCatalog') && !isFor(audience, accessOf(spec))));
  if (hidden.length === 0) return;
  const narrowest = audiences[Math.max(...hidden.map((spec) => audiences.indexOf(accessOf(spec))))]!;
  console.warn(`${count(hidden.length, 'document is', 'documents are')} for a narrower circle than \`${audience}\` and not in it: ${someOf(quoted(hidden.map(({ coordinate }) => coordinate)))}. With \`--audience ${narrowest}\` the site has ${hidden.length === 1 ? 'it' : 'them'}.\n`);
}
