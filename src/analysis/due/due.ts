import type { CalendarDay } from '../../base/date.js';
import type { Coordinate } from '../../base/diagnostic.js';
import type { Path } from '../../base/json.js';
import type { Span } from '../../base/source.js';
import type { Spec } from '../../model/spec.js';

/**
 * What is due:
 * - `review`: a document is to be reviewed again;
 * - `validation`: the people who do the steps of a journey are to confirm them again;
 * - `assessment`: a system is to be looked at, or an assessment on record no longer counts;
 * - `attestation`, `agreement`, `access`, `waiver`, `record`: such a Record, or one of another type, no longer counts; `access` is also a grant of a data catalogue;
 * - `promise`: an SLA no longer holds;
 * - `end`: a document is no longer in force.
 */
export type DueKind = 'review' | 'validation' | 'assessment' | 'attestation' | 'agreement' | 'access' | 'waiver' | 'record' | 'promise' | 'end';

/** Who answers for what is due. */
export interface DueOwner {
  /** Id of the team. */
  readonly team: string;
  /** Its name for people; the id where the team is not known. */
  readonly title: string;
  /** Who acts in its roles, by the short names that the team has for people. */
  readonly people: readonly { readonly role: string; readonly person: string }[];
}

/** Something that somebody has to do, or that ends, by a day. */
export interface Due {
  readonly kind: DueKind;
  /** The document that it is about, such as `journey:motor-claim`. */
  readonly subject: Coordinate;
  /** The title of that document, as it is written: free text. */
  readonly title: string;
  /** Where in the document the day comes from, as `review.next`: with the subject and the kind it is the same from day to day. */
  readonly field: string;
  /** Absent where the document says no team. */
  readonly owner?: DueOwner;
  /** For what has to be done, the last good day; for what ends, the first day on which it no longer counts. */
  readonly day: CalendarDay;
  /** Whole days from the day that was asked about; negative for a day that has passed. */
  readonly daysLeft: number;
  readonly isOverdue: boolean;
  /** What to do next, as sentences. */
  readonly next: string;
  /** Where it is written. Found when it is asked for. */
  readonly span: Span;
}

/** Something due, before it is told who answers for it. */
export interface FoundDue {
  readonly kind: DueKind;
  readonly spec: Spec;
  readonly path: Path;
  /** How the place is told, where the path has a position in it; else the path. */
  readonly field?: string;
  readonly day: CalendarDay;
  /** True where the day is the first on which something no longer counts, and not the last good one. */
  readonly isEnd: boolean;
  readonly next: string;
}
