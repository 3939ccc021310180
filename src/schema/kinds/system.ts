import type { Cycle, Flag, Minimum, Name, Obligation, OneOf, OneToFour, Percent, PromisedDuration, Prose, Ref, Region, RoleRef, Share, Word } from '../vocabulary.js';
import type { Header } from './header.js';
import type { KpiUnit } from './kpi.js';

/** A system that a step runs on, or that tells what happened. */
export interface System extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'System', 'identity'>;
  /**
   * What sort of system it is.
   * @example crm
   * @active
   */
  readonly type?: OneOf<
    'crm' | 'erp' | 'pos' | 'web' | 'app' | 'helpdesk' | 'telephony' | 'field-service' | 'wms' | 'datastore' | 'stream' | 'tracking-tool' | 'model' | 'dashboard' | 'partner' | 'other'
  >;
  /**
   * How much hangs on it: 1 is vital, 4 is convenient.
   * @compare lower-is-stricter
   */
  readonly criticality?: OneToFour;
  /**
   * True when it is to be replaced.
   * @change removed compatible, changed compatible
   */
  readonly legacy?: Flag;
  /**
   * The part of the company that runs it.
   * @example Claims
   */
  readonly businessUnit?: Word;
  /** True when customers use it themselves. */
  readonly customerFacing?: Flag;
  /**
   * Channels that it serves.
   * @example [app, web]
   */
  readonly channels?: readonly Ref<'Channel'>[];
  /**
   * The company outside that runs it or gets its data.
   * @change regulated yes
   */
  readonly thirdParty?: ThirdParty;
  /** Events that it tells. An event has exactly one producer. */
  readonly emits?: readonly EmittedEvent[];
  /**
   * Commands that it understands.
   * @example [reopen-claim]
   */
  readonly accepts?: readonly Name[];
  /** Systems that it passes data to. */
  readonly integrations?: readonly Integration[];
  /** What its operators aim for. */
  readonly objectives?: readonly Objective[];
  /** How fast it comes back, and how much is lost. */
  readonly recovery?: Recovery;
  /** How much it can take. */
  readonly limits?: SystemLimits;
  /**
   * Where access to its data is recorded.
   * @change regulated yes
   */
  readonly accessLog?: AccessLog;
  /** How its data are protected. */
  readonly security?: Security;
  /**
   * What a model is for and how it is watched. Only for `type: model`.
   * @change regulated yes
   */
  readonly modelCard?: ModelCard;
}

/** A company outside, with what it gets and on which ground. */
export interface ThirdParty {
  /**
   * Its name.
   * @example Example Bank AG
   * @change regulated yes
   */
  readonly vendor: Word;
  /**
   * Where it processes data.
   * @example [DE]
   * @change added breaking, regulated yes
   */
  readonly country?: readonly Region[];
  /** Data that leave the allowed regions, with the safeguard. */
  readonly transfers?: readonly Transfer[];
  /**
   * The Record of the agreement with it.
   * @example agreement-bank-2026
   * @change changed compatible, regulated yes
   */
  readonly agreement?: Ref<'Record'>;
}

/** Data that go to another region. */
export interface Transfer {
  /** Where to. */
  readonly to: Region;
  /**
   * What makes it lawful.
   * @active
   */
  readonly safeguard?: Obligation;
}

/** An event that a system tells, with what is needed to count and join it. */
export interface EmittedEvent {
  /** The event's name, unique in the workspace. */
  readonly event: Name;
  /**
   * The attribute that says which case it belongs to.
   * @example claimId
   * @active
   */
  readonly caseKey?: Name;
  /**
   * The attribute that says when it happened.
   * @example occurredAt
   * @active
   */
  readonly timestamp?: Name;
  /** What else the event carries. */
  readonly attributes?: readonly EventAttribute[];
  /**
   * What the event is collected for, from a DataCatalog.
   * @example service-delivery
   * @change regulated yes
   */
  readonly purpose?: Ref<'Purpose'>;
  /** How long it takes to arrive. */
  readonly latency?: PromisedDuration;
  /**
   * The consent that must be there before it is sent.
   * @example mkt
   * @change regulated yes
   */
  readonly consentKey?: Name;
  /**
   * The part of the cases in which it is sent, when not all.
   * @change added breaking
   */
  readonly sampling?: Sampling;
  /** Checks on the way in. */
  readonly quality?: readonly QualityCheck[];
}

/** One attribute of an event. */
export interface EventAttribute {
  /** Its name in the event. */
  readonly name: Name;
  /**
   * Its type.
   * @example string
   * @active
   */
  readonly type?: OneOf<'string' | 'number' | 'integer' | 'boolean' | 'date' | 'date-time' | 'duration' | 'money', 'interface'>;
  /**
   * What its numbers are: the currency of money, or the scale of answers. Money that names none is in the currency of the workspace.
   * @example score(1,7)
   */
  readonly unit?: KpiUnit;
  /**
   * The data element that it holds.
   * @example claim-photo
   */
  readonly element?: Ref<'Element'>;
}

/** A sample instead of all. */
export interface Sampling {
  /** The part that is kept. */
  readonly rate: Share;
  /** Why not all. */
  readonly reason?: Prose;
}

/** A check on incoming data. */
export interface QualityCheck {
  /**
   * What is checked.
   * @example completeness
   */
  readonly rule: OneOf<'completeness' | 'timeliness' | 'uniqueness' | 'validity' | 'consistency' | 'accuracy'>;
  /**
   * The part that has to pass.
   * @active
   */
  readonly threshold?: Percent;
  /**
   * What happens with what fails.
   * @example quarantine
   */
  readonly onFail?: OneOf<'reject' | 'quarantine' | 'warn'>;
  /**
   * The team that repairs it.
   * @change changed compatible
   */
  readonly owner?: Ref<'Team'>;
}

/** Data that flow to another system. */
export interface Integration {
  /**
   * The system that gets them.
   * @active
   */
  readonly to?: Ref<'System'>;
  /**
   * The agreed interface.
   * @example claims-events
   */
  readonly contract?: Name;
  /**
   * Its version.
   * @example "2.1"
   */
  readonly version?: Word;
  /**
   * The data elements that flow.
   * @example [claim-photo]
   */
  readonly elements?: readonly Ref<'Element'>[];
  /** How long they take. */
  readonly latency?: PromisedDuration;
}

/** A target for a system's operation. */
export interface Objective {
  /**
   * What is measured.
   * @example availability
   * @active
   */
  readonly metric?: OneOf<'availability' | 'success-rate' | 'latency'>;
  /**
   * Percent for availability and success rate; a length of time for latency.
   * @active
   */
  readonly target?: Percent | PromisedDuration;
  /**
   * Over which period.
   * @active
   */
  readonly window?: Cycle;
  /**
   * Who is called when it is missed.
   * @change changed compatible
   */
  readonly escalation?: RoleRef;
}

/** How a system comes back after a failure. */
export interface Recovery {
  /**
   * Longest time until it works again.
   * @active
   */
  readonly rto?: PromisedDuration;
  /** Longest stretch of data that may be lost. */
  readonly rpo?: PromisedDuration;
}

/** How much a system can take. */
export interface SystemLimits {
  /**
   * Most questions in one second.
   * @example 60
   * @change regulated no
   */
  readonly perSecond?: Minimum;
}

/** The record of who looked at what. */
export interface AccessLog {
  /**
   * The event that is written at each access.
   * @example claim-file-opened
   */
  readonly event: Ref<'Event'>;
}

/** Protection of a system's data. */
export interface Security {
  /**
   * What is done.
   * @example [encryption at rest, two-factor login]
   */
  readonly measures: readonly Obligation[];
}

/** What a model does, on what, how well, and who watches it. */
export interface ModelCard {
  /**
   * What it is for.
   * @change added compatible, removed breaking, changed compatible, regulated yes
   */
  readonly purpose?: Prose;
  /**
   * The data elements that it reads.
   * @example [claim-description]
   */
  readonly inputs?: readonly Ref<'Element'>[];
  /**
   * How its quality is measured.
   * @example precision at 90% recall
   */
  readonly metric?: Word;
  /** What it is compared with. */
  readonly baseline?: Prose;
  /**
   * The role that watches it and may switch it off.
   * @example fraud-desk#lead
   * @change regulated yes
   */
  readonly oversight?: RoleRef;
  /**
   * True when its result has legal effect on a person.
   * @change added breaking, regulated yes
   */
  readonly legalEffect?: Flag;
}
