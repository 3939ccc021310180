import type { Amount, Day, Id, Keyed, MapOf, Name, Obligation, OneOf, Rank, Ref, RetentionPeriod, RoleRef, Title, Word } from '../vocabulary.js';
import type { Header } from './header.js';
import type { Transfer } from './system.js';

/** Which data exist, how they are protected, what they are used for, and for how long they are kept. */
export interface DataCatalog extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'DataCatalog', 'identity'>;
  /**
   * Classes of protection, the weakest first. Without them: public, internal, confidential, restricted, special.
   * @change regulated yes
   */
  readonly classes?: Keyed<DataClass>;
  /** Pieces of data. */
  readonly elements?: Keyed<DataElement>;
  /** What data are used for, and on which lawful ground. */
  readonly purposes?: Keyed<Purpose>;
  /**
   * Activities of processing: one row each of the register under GDPR Art. 30.
   * @change regulated yes
   */
  readonly activities?: Keyed<Activity>;
  /** Things that data are about, with the system that holds the truth. */
  readonly entities?: Keyed<DataEntity>;
  /** Who may see what, for which purpose, until when. */
  readonly grants?: readonly AccessGrant[];
  /**
   * Ways of making data anonymous.
   * @change regulated yes
   */
  readonly profiles?: Keyed<AnonymisationProfile>;
}

/** A class of protection. */
export interface DataClass {
  /** Its id. */
  readonly id: Id;
  /**
   * Its rank; a higher one is protected better.
   * @compare higher-is-stricter
   * @change added breaking, changed breaking, regulated yes
   */
  readonly rank: Rank;
}

/** One piece of data. */
export interface DataElement {
  /** Its id. */
  readonly id: Id;
  /**
   * Its name for people.
   * @active
   */
  readonly title?: Title;
  /**
   * How it is protected.
   * @example confidential
   * @active
   */
  readonly class?: DataClassRef;
  /**
   * Whether it is about a person.
   * @example personal
   * @active
   */
  readonly nature?: OneOf<'personal' | 'pseudonymous' | 'anonymous' | 'none', 'protection'>;
  /**
   * The team that decides about it.
   * @active
   * @change changed compatible
   */
  readonly owner?: Ref<'Team'>;
  /**
   * The team that looks after it.
   * @example data-office
   * @change changed compatible
   */
  readonly steward?: Ref<'Team'>;
  /**
   * Whose data they are.
   * @example policyholder
   */
  readonly subjectCategory?: Word;
  /**
   * The system that holds the truth.
   * @example claims-core
   */
  readonly master?: Ref<'System'>;
  /**
   * The system that checks it.
   * @example address-check
   */
  readonly validator?: Ref<'System'>;
  /**
   * How long it is kept.
   * @active
   */
  readonly retention?: Retention;
}

/**
 * The class of protection of a data element, from `classes`.
 * @json {"type": "string", "minLength": 1, "maxLength": 63}
 * @example confidential
 * @meaning protection
 */
export type DataClassRef = Ref<'DataClass'>;

/** How long data are kept. */
export interface Retention {
  /**
   * How long.
   * @active
   */
  readonly period?: RetentionPeriod;
  /**
   * From when: an event of the workspace, or `collection` or `case-close`.
   * @example case-close
   * @active
   * @change regulated yes
   */
  readonly from?: Name;
  /**
   * What happens then.
   * @example erase
   * @active
   * @change regulated yes
   */
  readonly action?: OneOf<'erase' | 'anonymise'>;
  /**
   * Other periods in some regions.
   * @example {AT: P7Y}
   */
  readonly byRegion?: MapOf<RetentionPeriod>;
}

/** What data are used for. */
export interface Purpose {
  /** Its id. */
  readonly id: Id;
  /** Its name for people. */
  readonly title?: Title;
  /**
   * The lawful ground, as GDPR Art. 6 has them.
   * @example contract
   * @active
   */
  readonly basis?: OneOf<'consent' | 'contract' | 'legal-obligation' | 'vital' | 'public-task' | 'legitimate-interests', 'privacy'>;
  /**
   * The ground of GDPR Art. 9, for special classes of data.
   * @example explicit consent
   */
  readonly art9?: Obligation;
  /**
   * The key under which consent is kept.
   * @example mkt
   * @change regulated yes
   */
  readonly consentKey?: Name;
  /**
   * The Record that weighed the interests or the risk.
   * @example assessment-2026-lia-2
   * @change changed compatible, regulated yes
   */
  readonly assessment?: Ref<'Record'>;
}

/** One activity of processing. */
export interface Activity {
  /** Its id. */
  readonly id: Id;
  /** Its name for people. */
  readonly title?: Title;
  /**
   * What for.
   * @example service-delivery
   * @active
   * @change regulated yes
   */
  readonly purpose?: Ref<'Purpose'>;
  /**
   * Which data.
   * @example [claim-photo, iban]
   * @active
   */
  readonly elements?: readonly Ref<'Element'>[];
  /**
   * About whom.
   * @example [policyholder]
   * @active
   */
  readonly subjects?: readonly Word[];
  /**
   * Who gets them.
   * @example [bank]
   */
  readonly recipients?: readonly Word[];
  /** Data that leave the allowed regions, with the safeguard. */
  readonly transfers?: readonly Transfer[];
  /**
   * How they are protected.
   * @example [encryption]
   */
  readonly measures?: readonly Obligation[];
}

/** Something that data are about. */
export interface DataEntity {
  /** Its id. */
  readonly id: Id;
  /**
   * The one system that holds the truth.
   * @example crm
   * @active
   */
  readonly master?: Ref<'System'>;
  /**
   * The team that looks after it.
   * @example data-office
   * @change changed compatible
   */
  readonly steward?: Ref<'Team'>;
  /**
   * The data elements that belong to it.
   * @example [customer-contact]
   */
  readonly elements?: readonly Ref<'Element'>[];
}

/** A permission to see data. */
export interface AccessGrant {
  /** Who. */
  readonly role: RoleRef;
  /**
   * Classes that may be seen.
   * @example [internal]
   */
  readonly classes?: readonly Ref<'DataClass | *'>[];
  /**
   * Elements that may be seen.
   * @example [claim-photo]
   */
  readonly elements?: readonly Ref<'Element'>[];
  /**
   * What for.
   * @active
   * @change regulated yes
   */
  readonly purpose?: Ref<'Purpose'>;
  /**
   * First day on which it no longer holds.
   * @compare lower-is-stricter
   * @change added breaking, changed breaking
   */
  readonly expires?: Day;
}

/** A way of making data anonymous. */
export interface AnonymisationProfile {
  /** Its id. */
  readonly id: Id;
  /**
   * What it is used for.
   * @example workshop
   * @active
   */
  readonly use?: OneOf<'workshop' | 'export' | 'analytics' | 'training' | 'testing'>;
  /**
   * How.
   * @example k-anonymity
   * @active
   */
  readonly method?: OneOf<'k-anonymity' | 'aggregation' | 'masking' | 'pseudonymisation' | 'synthetic', 'privacy'>;
  /** Settings of the method. */
  readonly params?: AnonymisationParams;
}

/** Settings of an anonymisation. */
export interface AnonymisationParams {
  /**
   * Size of the smallest group.
   * @example 10
   * @compare higher-is-stricter
   * @change regulated yes
   */
  readonly k?: Amount;
}
