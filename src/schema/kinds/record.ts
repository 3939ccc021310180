import type { Day, DayOrInstant, MapOf, ObservedCount, OneOf, OneToFour, Prose, Ref, RoleRef, SubjectRef, Word } from '../vocabulary.js';
import type { Effective, Identity, Marks } from './header.js';
import type { RuleName } from './policy.js';

/** Evidence that something happened or was decided. Records are only ever added. */
export interface Record extends Identity, Marks {
  /** What kind of document this is. */
  readonly kind: OneOf<'Record', 'identity'>;
  /**
   * What it is evidence of. The type decides which fields are needed.
   * @example review
   */
  readonly type: OneOf<RecordType, 'evidence'>;
  /** When. */
  readonly date: Day;
  /**
   * Who.
   * @example [claims-cx#journey-owner]
   */
  readonly by: readonly RoleRef[];
  /**
   * About what, with the version.
   * @example [motor-claim@2.3.0]
   */
  readonly subject: readonly SubjectRef[];
  /**
   * Levels of the change.
   * @example [breaking]
   */
  readonly levels?: readonly OneOf<'editorial' | 'compatible' | 'breaking', 'evidence'>[];
  /** True when the change is under a regime. */
  readonly regulated?: RecordFlag;
  /** Whom the change touches. */
  readonly impact?: Impact;
  /** Who approved. */
  readonly approvals?: readonly Approval[];
  /** When it takes effect. */
  readonly effective?: Effective;
  /**
   * How it was validated.
   * @example walkthrough with three agents
   */
  readonly method?: Prose;
  /**
   * Steps that were looked at, when not the whole journey.
   * @example [motor-claim#decide]
   */
  readonly steps?: readonly Ref<'Step'>[];
  /**
   * What was found to be otherwise.
   * @example [customer absent]
   */
  readonly exceptions?: readonly Prose[];
  /**
   * Teams or roles that took part.
   * @example [claims-ops#lead]
   */
  readonly participants?: readonly ParticipantRef[];
  /**
   * What could have been decided.
   * @example [keep, "drop the photo"]
   */
  readonly options?: readonly Prose[];
  /** Why. */
  readonly reason?: Prose;
  /** Who disagreed, and why. */
  readonly dissent?: Prose;
  /** For a waiver: the rule whose finding is excused. */
  readonly rule?: RuleName;
  /** For an access grant: who may see. */
  readonly role?: RoleRef;
  /**
   * For an agreement: who agreed.
   * @example [claims-ops, Example Bank AG]
   */
  readonly parties?: readonly Word[];
  /**
   * For an access grant or an agreement: which data.
   * @example [claim-photo]
   */
  readonly elements?: readonly Ref<'Element'>[];
  /** For an access grant or an agreement: what for. */
  readonly purpose?: Ref<'Purpose'>;
  /** First day on which it no longer counts. */
  readonly expires?: Day;
  /**
   * For an assessment: which.
   * @example dpia
   */
  readonly assesses?: OneOf<'dpia' | 'lia' | 'tia' | 'risk' | 'tool' | 'cost-benefit', 'evidence'>;
  /**
   * For a test: the scenario that was exercised.
   * @example portal-down
   */
  readonly scenario?: Ref<'Scenario'>;
  /** What was found. */
  readonly result?: Prose;
  /** For an incident: how bad, 1 is worst. */
  readonly severity?: OneToFour;
  /** For an assessment: first day on which it no longer counts. */
  readonly validUntil?: Day;
  /** When it began. */
  readonly start?: DayOrInstant;
  /** When it was over. */
  readonly end?: DayOrInstant;
  /** How many cases were hit. */
  readonly cases?: ObservedCount;
  /**
   * What is done about it.
   * @example [Second node for the portal]
   */
  readonly actions?: readonly Prose[];
  /**
   * For an audit: whether it conforms.
   * @example conforms
   */
  readonly conformance?: OneOf<'conforms' | 'minor-gaps' | 'major-gaps', 'evidence'>;
  /**
   * For an audit: what was found.
   * @example [One ladder without a decision right]
   */
  readonly findings?: readonly Prose[];
  /**
   * For a baseline: the value that was measured.
   * @example {claim-completion-rate: "0.82"}
   */
  readonly values?: MapOf<Word>;
  /** What came of it. */
  readonly outcome?: Prose;
  /**
   * The Record that this one corrects.
   * @example change-2026-040
   */
  readonly supersedes?: Ref<'Record'>;
}

/** What a Record is evidence of. */
export type RecordType =
  | 'review' | 'audit' | 'validation' | 'change' | 'decision' | 'attestation' | 'incident' | 'test' | 'baseline' | 'access' | 'agreement' | 'assessment' | 'engagement' | 'communication' | 'waiver';

/**
 * Yes or no, on record.
 * @json {"type": "boolean"}
 * @example true
 * @meaning evidence
 */
export type RecordFlag = boolean;

/**
 * A team, or a role in one.
 * @json {"type": "string", "minLength": 1, "maxLength": 256}
 * @example claims-ops#lead
 * @meaning evidence
 */
export type ParticipantRef = string;

/** Whom a change touches. */
export interface Impact {
  /** How many customers in a year. */
  readonly customersPerYear?: ObservedCount;
  /** Systems that must change. */
  readonly systems?: readonly Ref<'System'>[];
  /**
   * What staff must learn.
   * @example none
   */
  readonly training?: Prose;
  /**
   * Who is worse off.
   * @example none
   */
  readonly harmed?: Prose;
}

/** An approval: who, in which role, of what. */
export interface Approval {
  /** The role in which it was given. */
  readonly role: RoleRef;
  /**
   * The person, by the id in the team.
   * @example a-huber
   */
  readonly person?: Word;
  /**
   * The code host that recorded it.
   * @example git.example
   */
  readonly host?: Word;
  /**
   * The repository there.
   * @example journeys
   */
  readonly repository?: Word;
  /**
   * Digest of the set of changes that it covers.
   * @example "sha256:..."
   */
  readonly set?: Word;
  /**
   * The changes that it covers.
   * @example ["sha256:..."]
   */
  readonly fingerprints?: readonly Word[];
  /** When. */
  readonly at?: DayOrInstant;
}
