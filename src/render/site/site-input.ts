/** What a site is made of. The pages know nothing of rules, histories and gates: whoever builds a site hands over what those have found. */
import type { CalendarDay } from '../../base/date.js';
import type { Coordinate, NamedProof } from '../../base/diagnostic.js';
import type { Workspace } from '../../model/workspace.js';
import type { KeptSince } from '../audience.js';
import type { Audience } from '../audiences.js';

/** All that a site shows. */
export interface SiteInput {
  readonly audience: Audience;
  /** The day that is judged for: what is due, and what is overdue. */
  readonly asOf: CalendarDay;
  readonly workspaces: readonly SiteWorkspace[];
  /** What has been drawn; absent where pages show diagrams as text alone. */
  readonly pictures?: SitePictures;
}

/** Pictures of diagrams. */
export interface SitePictures {
  /** Ids of the views that are drawn; the others are shown as text alone. */
  readonly views: readonly string[];
  /** The picture of a text for Mermaid; `undefined` where it could not be drawn. */
  of(diagram: string): SitePicture | undefined;
}

/** A picture in which nothing can run, and that loads nothing. */
export interface SitePicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Where a reader begins, in hundredths of its width. */
  readonly start: number;
}

/** A diagram that a page of the site shows. */
export interface SiteDiagram {
  /** `journey:motor-claim` */
  readonly journey: Coordinate;
  /** Name of its view, with the number of the part where there are several: `flow 2`. */
  readonly name: string;
  /** For Mermaid. */
  readonly text: string;
}

/** One workspace with what is known about it. */
export interface SiteWorkspace {
  readonly workspace: Workspace;
  /** Folder of its pages in the site: a short name of its own. */
  readonly folder: string;
  readonly findings: readonly SiteFinding[];
  /** Every version of a document, the oldest first. */
  versionsOf(document: Coordinate): readonly SiteVersion[];
  /** Files of the branch that may hold a version of a document which nobody can read. */
  unreadOf(document: Coordinate): readonly SiteUnread[];
  /** Pairs of versions of a journey that are set beside each other. */
  comparisonsOf(journey: Coordinate): readonly SiteComparison[];
  /** Documents that lie there and are on no page, because they cannot be read; absent where all can. */
  readonly leftOut?: readonly LeftOut[];
  /** Why there are no versions, as a sentence; absent where there is a history. */
  readonly withoutHistory?: string;
  /** What is kept from the readers by now, with what has been deleted; absent where there is no history to know it from. */
  readonly keptSince?: KeptSince;
}

/** A file of which something is on no page. */
export interface LeftOut {
  /** Where the first mistake stands: `journeys/motor-claim.yaml:88`. */
  readonly place: string;
  /** What is wrong there, as a sentence. */
  readonly why: string;
  /** How many more mistakes the file has. */
  readonly more: number;
  /** Who may read the file, as far as it still says so. */
  readonly access: Audience;
}

/** A file of the branch that could not be read for a time, or cannot be. */
export interface SiteUnread {
  /** When that was so, and what it says that it holds, as a sentence. */
  readonly words: string;
  /** Who may read the file, as far as it says so. */
  readonly access: Audience;
}

/** Something that a rule objects to. */
export interface SiteFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly hint?: string;
  /** `journey:motor-claim#classify`; absent where it is about the workspace. */
  readonly subject?: Coordinate;
  /** Where it is written: `journeys/motor-claim.yaml:88`. */
  readonly place?: string;
  /** Other documents that it tells something of. */
  readonly tellsOf?: readonly Coordinate[];
  /** The proof that it tells something of; absent where it follows from no proof. */
  readonly proof?: NamedProof;
}

/** A version as the governed branch held it. */
export interface SiteVersion {
  /** `2.3.0` */
  readonly number: string;
  /** The day on which it was recorded. */
  readonly day: CalendarDay;
  /** The first characters of its commit. */
  readonly commit: string;
  /** Who is named as the author. */
  readonly author: string;
  readonly status: string;
  /** The days that it says, as a part of a sentence; absent where it says none. */
  readonly days?: string;
  /** Who might read it at that time. */
  readonly access: Audience;
  /** What happened to it, where it was not changed: `new`, `moved to another file`. */
  readonly event?: string;
  readonly level?: string;
  readonly regulated: boolean;
  readonly changes: readonly SiteChange[];
  /** Each a sentence. */
  readonly approvals: readonly string[];
}

/** One thing that a version changed. */
export interface SiteChange {
  readonly level: string;
  readonly regulated: boolean;
  readonly message: string;
}

/** Two versions of a journey beside each other. */
export interface SiteComparison {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly SiteChange[];
  /** Lines of a table: what, before, after, and whether that is better. */
  readonly rows: readonly SiteComparisonRow[];
}

/** One line of a comparison. */
export interface SiteComparisonRow {
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly judgement: string;
}

/** A file of the site. */
export interface SiteFile {
  /** From the folder of the site, with slashes. */
  readonly path: string;
  readonly content: string;
}
