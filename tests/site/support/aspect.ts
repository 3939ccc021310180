import type { JourneyModel } from '../../../src/model/journey.js';
import type { Workspace } from '../../../src/model/workspace.js';
import type { SiteFinding, SiteVersion } from '../../../src/render/site/site-input.js';
import type { Tag } from './read-page.js';

/** What a site is made from. */
export interface Known {
  readonly workspace: Workspace;
  readonly findings: readonly SiteFinding[];
  /** The oldest first. */
  readonly versions: readonly SiteVersion[];
}

/** One thing that the page of a journey tells: read from the page, and walked for by itself in the documents. */
export interface Aspect {
  readonly name: string;
  read(page: Tag): readonly string[];
  wanted(known: Known, journey: JourneyModel): readonly string[];
}
