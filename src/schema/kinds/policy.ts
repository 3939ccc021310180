import type { Cycle, Id, Keyed, Limit, MapOf, Minimum, OneOf, Ref, Region, RetentionPeriod, RoleRef, Share, Title, Word } from '../vocabulary.js';
import type { Header } from './header.js';

/** How the company governs its journeys: which rules are on, who must agree, and what the limits are. */
export interface Policy extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'Policy', 'identity'>;
  /**
   * Which rules are on. `starter` asks for little, `regulated` for everything.
   * @default starter
   * @example standard
   */
  readonly profile?: OneOf<ProfileName, 'policy'>;
  /**
   * The generation of the rules. An upgrade of Waymark adds rules to a new one, never to this one.
   * @default 1
   * @example 1
   */
  readonly ruleset?: RulesetNumber;
  /**
   * Who stands behind the symbolic approvers.
   * @example {compliance: compliance#lead}
   */
  readonly roles?: MapOf<RoleRef>;
  /** Who must agree to which change. */
  readonly approvals?: Approvals;
  /**
   * Changes that count as more or less here than elsewhere.
   * @change added breaking
   */
  readonly reclassify?: readonly Reclassification[];
  /**
   * How often each kind of document is reviewed at least.
   * @example {journey: P3M, sla: P12M}
   * @change added compatible
   */
  readonly cycles?: MapOf<Cycle>;
  /** What must be on record. */
  readonly evidence?: EvidencePolicy;
  /** What is too much. */
  readonly limits?: Limits;
  /** Rules for data. */
  readonly data?: DataPolicy;
  /**
   * The channels in which customers are met, each with the highest data class that it may carry.
   * @example {app: restricted, email: internal}
   */
  readonly channels?: MapOf<ChannelClass>;
  /**
   * The phases of a customer's life.
   * @example [acquire, onboard, use, support, change, leave]
   */
  readonly lifecycle?: readonly Id[];
  /** The bodies of rules that journeys may be under. */
  readonly regimes?: Keyed<Regime>;
  /**
   * Parts of a journey that a variant may tighten and not loosen.
   * @default [disclosures, escalations, data, clock]
   * @example [disclosures, escalations]
   * @change added compatible
   */
  readonly locked?: readonly LockedPart[];
  /**
   * Functions that an end-to-end journey must have at the table.
   * @example [sales, service, technology]
   */
  readonly requiredFunctions?: readonly Word[];
  /** Meetings that look at journeys. */
  readonly forums?: Keyed<Forum>;
  /**
   * How the budget is meant to be split.
   * @example {technology: 0.6, training: 0.4}
   */
  readonly allocation?: MapOf<Share>;
  /**
   * Rules that weigh more or less here.
   * @example {TRM-003: warning}
   */
  readonly severity?: MapOf<RegradedSeverity>;
  /** What may be excused, and for how long. */
  readonly waivers?: WaiverPolicy;
}

/** A set of rules, each including those before it. */
export type ProfileName = 'starter' | 'standard' | 'regulated';

/**
 * A generation of the rules.
 * @json {"type": "integer", "minimum": 1, "maximum": 1000}
 * @example 1
 * @meaning policy
 */
export type RulesetNumber = number;

/**
 * The weight of a rule's findings here.
 * @json {"type": "string", "enum": ["error", "warning", "info", "off"]}
 * @example warning
 * @meaning policy
 */
export type RegradedSeverity = 'error' | 'warning' | 'info' | 'off';

/**
 * The highest data class that a channel may carry.
 * @json {"type": "string", "minLength": 1, "maxLength": 63}
 * @example internal
 * @meaning limit-higher-is-looser
 */
export type ChannelClass = Ref<'DataClass'>;

/**
 * A part of a journey, by the name of its field.
 * @json {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9.]{0,60}$"}
 * @example disclosures
 * @meaning policy
 */
export type LockedPart = string;

/** Who must agree to which change. */
export interface Approvals {
  /**
   * Who is believed about who approved: the code host, or Records alone.
   * @default host
   * @example host
   */
  readonly source?: OneOf<'host' | 'records', 'policy'>;
  /** Who agrees to changes of wording, in place of whom each kind of change asks by itself. */
  readonly editorial?: ApprovalDemand;
  /** Who agrees to changes that take nothing away, in place of whom each kind of change asks by itself. */
  readonly compatible?: ApprovalDemand;
  /** Who agrees to changes that break somebody's expectation, in place of whom each kind of change asks by itself. Where nobody is listed, each kind asks. */
  readonly breaking?: ApprovalDemand;
  /** Who agrees as well to changes under a regime. */
  readonly regulated?: RegulatedDemand;
  /** Who agrees as well to some changes. */
  readonly kinds?: readonly KindDemand[];
}

/** How many and who. */
export interface ApprovalDemand {
  /**
   * So many of `from`.
   * @example 1
   */
  readonly any?: PolicyCount;
  /**
   * Those of whom `any` counts.
   * @example [peer]
   */
  readonly from?: readonly Approver[];
  /**
   * Each of these.
   * @example [journey-owner]
   * @change added compatible
   */
  readonly all?: readonly Approver[];
}

/** What a regulated change needs as well. */
export interface RegulatedDemand extends ApprovalDemand {
  /**
   * Whether the author may approve.
   * @example author-may-not-approve
   */
  readonly separation?: OneOf<'author-may-not-approve' | 'none', 'policy'>;
  /**
   * The type of Record that must be there.
   * @example change
   * @change added compatible
   */
  readonly record?: OneOf<'change', 'policy'>;
  /**
   * How long before it takes effect.
   * @example P14D
   */
  readonly notice?: NoticePeriod;
}

/**
 * A length of notice.
 * @json {"type": "string", "pattern": "^(?:P[0-9YMWDTHS]{2,30}|(?:[0-9]{1,9}[wdhms]){1,5})$"}
 * @code STR-006
 * @example P14D
 * @meaning limit-lower-is-looser
 */
export type NoticePeriod = string;

/**
 * A number of approvers.
 * @json {"type": "integer", "minimum": 0, "maximum": 20}
 * @example 1
 * @meaning limit-lower-is-looser
 */
export type PolicyCount = number;

/**
 * A symbolic approver.
 * @json {"type": "string", "pattern": "^[a-z][a-z-]{0,60}$"}
 * @example journey-owner
 * @meaning policy
 */
export type Approver = string;

/** More approvers for one kind of change, or for changes at some paths. */
export interface KindDemand {
  /**
   * The kind of change.
   * @example sla-target-loosened
   */
  readonly change?: ChangeKindName;
  /**
   * Where the change is.
   * @example dataCatalog.**
   */
  readonly path?: PolicyGlob;
  /**
   * Who must agree as well.
   * @example [dpo]
   * @change added compatible
   */
  readonly add: readonly Approver[];
}

/**
 * The name of a kind of change.
 * @json {"type": "string", "pattern": "^[a-z][a-z-]{0,80}$"}
 * @example sla-target-loosened
 * @meaning policy
 */
export type ChangeKindName = string;

/**
 * A pattern over paths: `*` stands for a part of a name, `**` for the rest.
 * @json {"type": "string", "minLength": 1, "maxLength": 200}
 * @example dataCatalog.**
 * @meaning policy
 */
export type PolicyGlob = string;

/** A kind of change that counts as another level here. */
export interface Reclassification {
  /** The kind of change. */
  readonly change: ChangeKindName;
  /**
   * The level it counts as.
   * @example editorial
   */
  readonly as: OneOf<'editorial' | 'compatible' | 'breaking', 'policy'>;
}

/** What must be on record. */
export interface EvidencePolicy {
  /** For each step under a regime. */
  readonly regulatedStep?: readonly RecordDemand[];
  /** For each active journey. */
  readonly activeJourney?: JourneyEvidencePolicy;
}

/** A Record that must be there, not too old. */
export interface RecordDemand {
  /**
   * Its type.
   * @example validation
   */
  readonly record: OneOf<'review' | 'audit' | 'validation' | 'attestation' | 'test' | 'assessment' | 'decision', 'policy'>;
  /**
   * How old it may be.
   * @example P12M
   */
  readonly within: MaxAge;
}

/**
 * The greatest age that is accepted.
 * @json {"type": "string", "pattern": "^(?:P[0-9YMWDTHS]{2,30}|(?:[0-9]{1,9}[wdhms]){1,5})$"}
 * @code STR-006
 * @example P12M
 * @meaning limit-higher-is-looser
 */
export type MaxAge = string;

/** How well an active journey must be known. */
export interface JourneyEvidencePolicy {
  /**
   * The part of the steps done by people that their own team has confirmed.
   * @example 0.8
   */
  readonly validationCoverage?: Minimum;
  /**
   * How old a confirmation may be.
   * @default P12M
   */
  readonly validationMaxAge?: MaxAge;
  /**
   * The least confidence of a step that the customer sees.
   * @example partly
   * @change added compatible
   */
  readonly minEvidence?: OneOf<'assumed' | 'partly' | 'evidenced', 'policy'>;
}

/** What is too much. */
export interface Limits {
  /** Most steps of a journey, for each level of detail. */
  readonly maxSteps?: StepLimits;
  /** Most variants of one rule. */
  readonly variantsPerRule?: Limit;
  /** Most variants of one journey, its regions and languages counted. */
  readonly variantsPerJourney?: Limit;
  /** Greatest part of a journey's steps that a variant may touch. */
  readonly overlayShare?: Limit;
  /** Most times that a customer is written to in one week. */
  readonly contactsPerWeek?: Limit;
}

/** Most steps for each level of detail. */
export interface StepLimits {
  /** For an overview. */
  readonly overview?: Limit;
  /** For a standard map. */
  readonly standard?: Limit;
  /** For a blueprint. */
  readonly blueprint?: Limit;
}

/** Rules for data. */
export interface DataPolicy {
  /**
   * How long data of a class may be kept at most.
   * @example {confidential: P3Y}
   */
  readonly retentionMax?: MapOf<RetentionPeriod>;
  /**
   * How long data of a class may be kept at most in a region.
   * @example {AT: {confidential: P7Y}}
   */
  readonly retentionMaxByRegion?: MapOf<MapOf<RetentionPeriod>>;
  /**
   * Where data may be processed without a further safeguard: `EU` and `UK` stand for their countries.
   * @example [EU, UK]
   */
  readonly allowedRegions?: readonly AllowedRegion[];
  /**
   * What nobody may be told apart by.
   * @example [religion, health]
   * @change added compatible
   */
  readonly prohibitedAttributes?: readonly ProhibitedAttribute[];
}

/**
 * A country or a group of countries.
 * @json {"type": "string", "pattern": "^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$"}
 * @example EU
 * @meaning policy
 */
export type AllowedRegion = string;

/**
 * An attribute that nobody may be told apart by.
 * @json {"type": "string", "minLength": 1, "maxLength": 120}
 * @example religion
 * @meaning policy
 */
export type ProhibitedAttribute = string;

/** A body of rules. */
export interface Regime {
  /** Its id. */
  readonly id: Id;
  /** Its name for people. */
  readonly title: Title;
  /**
   * Where it applies.
   * @example EU
   * @change added breaking, removed compatible
   */
  readonly region?: Region;
}

/** A meeting. */
export interface Forum {
  /** Its id. */
  readonly id: Id;
  /** Its name for people. */
  readonly title?: Title;
  /** How often it meets. */
  readonly cadence: Cycle;
}

/** What may be excused. */
export interface WaiverPolicy {
  /**
   * How long a waiver may last.
   * @example P90D
   */
  readonly maxAge?: MaxAge;
  /**
   * Rules that may never be excused or weighed less, by code or id.
   * @example [REG-001]
   * @change added compatible
   */
  readonly forbidden?: readonly RuleName[];
}

/**
 * A rule, by its code or its id.
 * @json {"type": "string", "pattern": "^(?:[A-Z]{3}-[0-9]{3}|[a-z]+/[a-z0-9-]+)$"}
 * @example REG-001
 * @meaning policy
 */
export type RuleName = string;
