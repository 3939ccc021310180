import type {
  Amount,
  AnyValue,
  ConditionText,
  Cycle,
  Day,
  Duration,
  DurationOrPercent,
  FilePath,
  Flag,
  Id,
  Keyed,
  Link,
  Name,
  Observed,
  ObservedDuration,
  OneOf,
  PinnedRef,
  PromisedDuration,
  Prose,
  Rank,
  Ref,
  Region,
  RoleRef,
  Sha256,
  Title,
  Version,
  Word,
} from '../vocabulary.js';
import type { Header } from './header.js';
import type { Evidence, Feeling, Idea, ObservedTime, Pain, PlanWord, PromiseInPlace, Quote, Step } from './step.js';

/** What a customer goes through, in stages and steps, with the promises made on the way. */
export interface Journey extends Header {
  /** What kind of document this is. */
  readonly kind: OneOf<'Journey', 'identity'>;
  /**
   * How much it spans. Without it: `micro` when it has no parent and stays within one team, else `end-to-end`.
   * @example end-to-end
   * @change removed compatible, changed compatible
   */
  readonly level?: OneOf<'lifecycle' | 'end-to-end' | 'micro'>;
  /**
   * The journey that this one is a part of.
   * @example policyholder-lifecycle
   */
  readonly parent?: Ref<'Journey'>;
  /**
   * Whether it describes what is, or what is planned.
   * @default as-is
   * @example to-be
   */
  readonly perspective?: OneOf<'as-is' | 'to-be'>;
  /** What a to-be journey is compared with. */
  readonly comparesTo?: Comparison;
  /** The day by which a to-be journey is to be real. */
  readonly by?: Day;
  /**
   * How deep the map goes; the Policy limits the number of steps for it.
   * @change removed compatible, changed compatible
   */
  readonly detail?: OneOf<'overview' | 'standard' | 'blueprint'>;
  /** The journey that this variant is made from. */
  readonly extends?: PinnedRef<'Journey'>;
  /** What the variant changes. Every change has a reason. */
  readonly overlay?: readonly OverlayOperation[];
  /**
   * What the customer wants, in the customer's words.
   * @active
   * @example My car is repaired or paid for without chasing anyone
   */
  readonly customerGoal?: Prose;
  /**
   * Who goes through it.
   * @example [private-motorist, fleet-manager]
   */
  readonly personas?: readonly Ref<'Persona'>[];
  /**
   * What it covers, and what it leaves out.
   * @active
   */
  readonly scope?: Scope;
  /** Who may decide about it, who stands in, who is told. */
  readonly ownership?: Ownership;
  /**
   * What it is worth to the company when it goes well, and what it costs when it does not.
   * @example [Fewer customers leave in the year after a claim]
   */
  readonly businessValue?: readonly Prose[];
  /** How many cases go through it. */
  readonly volume?: Volume;
  /** How well its steps are known, where a step does not say so itself. */
  readonly evidence?: Evidence;
  /** How events are joined to a case. */
  readonly correlation?: Correlation;
  /**
   * The regimes that the journey is under, from the Policy.
   * @example [gdpr]
   * @change added compatible, removed breaking
   */
  readonly regulated?: readonly Ref<'Regime'>[];
  /**
   * Promises that are made for the journey as a whole.
   * @example [motor-claim-settlement]
   */
  readonly slas?: readonly Ref<'Sla'>[];
  /** The numbers that it is steered by. */
  readonly kpis?: JourneyKpis;
  /** Measures of this journey alone. */
  readonly measures?: Keyed<Measure>;
  /** What hurts along the whole way. */
  readonly pains?: readonly Pain[];
  /** What could be better along the whole way. */
  readonly ideas?: readonly Idea[];
  /** What somebody said or thought about the whole of it. */
  readonly quotes?: readonly Quote[];
  /**
   * Its phases in order. A variant takes them from its base.
   * @requiredUnless extends
   */
  readonly stages?: Keyed<Stage>;
  /** Passages of work between teams that need more words than the edge between the steps can hold. */
  readonly handoffs?: readonly Handoff[];
  /**
   * Texts that the customer must see.
   * @change regulated yes
   */
  readonly disclosures?: Keyed<Disclosure>;
  /** Who is told when a promise is at risk. */
  readonly escalations?: Keyed<Escalation>;
  /** Decisions that are taken by rule, and for whom. */
  readonly rules?: Keyed<JourneyRule>;
  /** What staff must have learnt. */
  readonly training?: readonly Training[];
  /** What happens when something fails. */
  readonly resilience?: Resilience;
  /**
   * Where its steps are found in application code.
   * @example {repository: https://git.example/portal}
   */
  readonly trace?: Trace;
  /** Where its numbers are shown. */
  readonly dashboards?: readonly Dashboard[];
}

/** A planned journey's counterpart. */
export interface ComparisonWith {
  /**
   * The journey as it is, with its version.
   * @example motor-claim@2.3.0
   */
  readonly spec: PinnedRef<'Journey'>;
}

/** Why a planned journey has no counterpart. */
export interface ComparisonNone {
  /** Nothing to compare with. */
  readonly none: Flag;
  /**
   * Why not.
   * @active
   */
  readonly reason?: Prose;
}

/** What a planned journey is compared with, or why with nothing. */
export type Comparison = ComparisonWith | ComparisonNone;

/** One change that a variant makes to its base. */
export interface OverlayOperation {
  /**
   * `set` a value, `add` an entry to a list with ids, `remove` an entry or an optional field.
   * @example set
   */
  readonly op: OneOf<'set' | 'add' | 'remove'>;
  /** What is changed, by names: `stages.triage.steps.classify.next`. */
  readonly path: OverlayPath;
  /**
   * For `add`: the entry that it follows.
   * @example visit
   */
  readonly after?: Id;
  /**
   * For `add`: the entry that it precedes.
   * @example decide
   */
  readonly before?: Id;
  /** The new value. Not for `remove`. */
  readonly value?: AnyValue;
  /**
   * Why the variant differs here.
   * @active
   */
  readonly reason?: Prose;
}

/**
 * A way into a journey by field names and ids, never by positions.
 * @json {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9][A-Za-z0-9>_-]*){0,20}$"}
 * @example disclosures.appeal-right.textFile
 * @meaning value
 */
export type OverlayPath = string;

/** What a journey covers. */
export interface Scope {
  /**
   * The customers it is for.
   * @example [private-motorist]
   */
  readonly segments?: readonly Ref<'Persona'>[];
  /** Why these customers were chosen. */
  readonly selection?: Selection;
  /** Phases of the customer's life that it covers; found from its stages when absent. */
  readonly includes?: readonly Ref<'LifecyclePhase'>[];
  /**
   * Phases that it leaves out, with the reason.
   * @change added breaking, removed compatible
   */
  readonly excludes?: readonly ExcludedPhase[];
  /**
   * Where it applies.
   * @example [DE, AT]
   */
  readonly regions?: readonly Region[];
  /**
   * The parts of the company that take part.
   * @example [Claims]
   */
  readonly businessUnits?: readonly Word[];
  /**
   * The event or step that it starts with; found from its steps when absent.
   * @example fnol-registered
   */
  readonly startsWith?: Ref<'Event | Step'>;
  /** The events or steps that it ends with; found from its steps when absent. */
  readonly endsWith?: readonly ScopeEnd[];
}

/** A phase that is left out. */
export interface ExcludedPhase {
  /**
   * The phase, from the Policy's list.
   * @example acquire
   */
  readonly lifecycle: Ref<'LifecyclePhase'>;
  /**
   * Why.
   * @active
   */
  readonly reason?: Prose;
}

/** Where a journey ends, and how. */
export interface ScopeEnd {
  /**
   * The event.
   * @example payment-confirmed
   */
  readonly event?: Ref<'Event'>;
  /**
   * The step.
   * @example transfer
   */
  readonly step?: Ref<'Step'>;
  /**
   * How it ended for the customer.
   * @active
   */
  readonly outcome?: OneOf<'success' | 'failure' | 'abandon'>;
}

/**
 * Scores behind the choice of a segment, each from 1 (low) to 5 (high).
 * @meaning observation
 */
export interface Selection {
  /** What the customers are worth over time. */
  readonly lifetimeValue?: SelectionScore;
  /** How intricate their journey is. */
  readonly complexity?: SelectionScore;
  /** How often they go through it. */
  readonly frequency?: SelectionScore;
  /** Why they were chosen. */
  readonly rationale?: Prose;
}

/**
 * A score from 1 to 5.
 * @json {"type": "integer", "minimum": 1, "maximum": 5}
 * @code STR-006
 * @example 4
 * @meaning observation
 */
export type SelectionScore = number;

/** Who may decide about a journey. */
export interface Ownership {
  /**
   * Teams whose part in it the owner may decide about.
   * @example [claims-it, payments]
   * @change removed breaking
   */
  readonly authority?: readonly Ref<'Team'>[];
  /**
   * The role that stands in for the owner.
   * @change changed compatible
   */
  readonly delegate?: RoleRef;
  /**
   * Teams that are told about changes.
   * @example [legal]
   * @change removed compatible
   */
  readonly stakeholders?: readonly Ref<'Team'>[];
}

/**
 * How many cases go through a journey.
 * @meaning observation
 */
export interface Volume {
  /**
   * How many, one number or a range.
   * @example 18200
   */
  readonly cases: Observed;
  /**
   * In which time.
   * @active
   * @change added editorial, removed editorial, changed editorial
   */
  readonly per?: Cycle;
  /**
   * What has so many, where it is not the whole journey.
   * @example branch
   */
  readonly each?: Prose;
  /**
   * The system that counted them.
   * @change added editorial, removed editorial, changed editorial
   */
  readonly source?: Ref<'System'>;
}

/** How events find their case. */
export interface Correlation {
  /**
   * The key that every event of a case carries.
   * @example claimId
   */
  readonly caseKey: Name;
  /** How a person is recognised across systems. */
  readonly identity?: IdentityMatching;
  /** Systems that carry the key under another name. */
  readonly mapping?: readonly KeyMapping[];
}

/** How a person is recognised. */
export interface IdentityMatching {
  /**
   * The data elements that are compared.
   * @example [customer-contact]
   */
  readonly keys: readonly Ref<'Element'>[];
  /**
   * Which of them wins, the strongest first.
   * @example [customer-contact]
   */
  readonly precedence?: readonly Ref<'Element'>[];
  /**
   * What happens when they disagree.
   * @example review
   */
  readonly onConflict?: OneOf<'merge' | 'keep-apart' | 'review'>;
}

/** The name of the case key in one system. */
export interface KeyMapping {
  /** The system. */
  readonly system: Ref<'System'>;
  /**
   * Its name for the key.
   * @example vorgangsnummer
   */
  readonly key: Name;
}

/** A phase of a journey. */
export interface Stage {
  /** Its id, unique among the journey's stages. */
  readonly id: Id;
  /** Its name for people. */
  readonly title: Title;
  /** Ids that it had before. */
  readonly aliases?: readonly Id[];
  /**
   * The phase of the customer's life, from the Policy's list.
   * @example support
   */
  readonly lifecycle?: Ref<'LifecyclePhase'>;
  /**
   * The team that answers for it. Without it: the journey's owner.
   * @change changed compatible
   */
  readonly owner?: Ref<'Team'>;
  /** Who does, answers, advises and is told. Without it: the acting teams do, the owner's lead answers. */
  readonly raci?: Raci;
  /**
   * True when failing here costs the customer's trust.
   * @change removed breaking
   */
  readonly critical?: Flag;
  /**
   * When it takes place, counted from the beginning, in words.
   * @example day 1-2
   * @change removed compatible, changed compatible
   */
  readonly at?: PlanWord;
  /** How long it takes today. */
  readonly time?: ObservedDuration | ObservedTime;
  /**
   * The promise for the whole stage.
   * @example triage-ola
   */
  readonly sla?: Ref<'Sla'>;
  /**
   * A promise for the whole stage, written in place.
   * @change added breaking
   */
  readonly promise?: PromiseInPlace;
  /**
   * Numbers that it is steered by.
   * @example [claim-effort]
   */
  readonly kpis?: readonly Ref<'Kpi | Measure'>[];
  /** How the customer feels. */
  readonly feels?: Feeling;
  /** What hurts. */
  readonly pains?: readonly Pain[];
  /** What could be better. */
  readonly ideas?: readonly Idea[];
  /** What somebody said or thought. */
  readonly quotes?: readonly Quote[];
  /**
   * Stages of the as-is journey that it takes the place of.
   * @example [triage]
   * @change removed compatible
   */
  readonly replaces?: readonly Id[];
  /** What happens in it, in order. */
  readonly steps: Keyed<Step>;
}

/** Who does, answers, advises and is told. */
export interface Raci {
  /**
   * Who does the work.
   * @example [claims-ops]
   */
  readonly responsible?: readonly TeamOrRole[];
  /**
   * Who answers for it: exactly one.
   * @example [claims-ops#lead]
   * @change changed compatible
   */
  readonly accountable?: readonly TeamOrRole[];
  /**
   * Who is asked.
   * @change removed compatible
   */
  readonly consulted?: readonly TeamOrRole[];
  /**
   * Who is told.
   * @change removed compatible
   */
  readonly informed?: readonly TeamOrRole[];
}

/**
 * The id of a team, or a role in one as `team#role`.
 * @json {"type": "string", "minLength": 1, "maxLength": 256}
 * @example claims-ops#lead
 * @meaning reference
 */
export type TeamOrRole = string;

/** More about a passage of work between two steps. */
export interface Handoff {
  /** The step that work leaves. */
  readonly from: Ref<'Step'>;
  /** The step that takes it on. */
  readonly to: Ref<'Step'>;
  /**
   * Data that are handed over.
   * @example [claim-photo]
   */
  readonly hands?: readonly Ref<'Element'>[];
  /**
   * The promise on the passage, or `none` with a reason.
   * @example ola-triage-field
   */
  readonly sla?: Ref<'Sla | none'>;
  /** Why there is no promise. */
  readonly reason?: Prose;
  /**
   * The event by which the other team takes it on.
   * @example partner-assigned
   */
  readonly accept?: Ref<'Event'>;
  /**
   * The event by which it sends it back.
   * @example partner-refused
   */
  readonly reject?: Ref<'Event'>;
}

/** Rungs of who is told when. */
export interface Escalation {
  /** Its id. */
  readonly id: Id;
  /**
   * What sets it off.
   * @active
   * @change changed breaking
   */
  readonly trigger?: EscalationTrigger;
  /**
   * Its rungs, in the order of time.
   * @active
   */
  readonly rungs?: readonly Rung[];
}

/**
 * What sets an escalation off: exactly one of its keys.
 * @oneOf sla, event, kpi
 */
export interface EscalationTrigger {
  /** A promise whose time runs out. */
  readonly sla?: Ref<'Sla'>;
  /** An event. */
  readonly event?: Ref<'Event'>;
  /** A KPI's alert. */
  readonly kpi?: Ref<'Kpi | Measure'>;
}

/** One rung of a ladder. */
export interface Rung {
  /**
   * When it is reached: a share of the target, or a time after the trigger.
   * @active
   */
  readonly after?: DurationOrPercent;
  /**
   * The role that is told.
   * @active
   * @change changed compatible
   */
  readonly to?: RoleRef;
  /**
   * What the role does.
   * @change added compatible, removed breaking, changed compatible
   */
  readonly action?: Prose;
  /** True when the role may decide about the case, money included. */
  readonly decisionRight?: Flag;
}

/** A decision by rule. */
export interface JourneyRule {
  /** Its id. */
  readonly id: Id;
  /**
   * What it does.
   * @example personalise
   * @active
   */
  readonly type?: OneOf<'prioritise' | 'personalise' | 'trigger' | 'override' | 'route' | 'outreach'>;
  /** For whom. */
  readonly personas?: readonly Ref<'Persona'>[];
  /** In which stages; all when absent. */
  readonly stages?: readonly Ref<'Stage'>[];
  /**
   * The data elements it reads.
   * @example [visit-preference]
   */
  readonly uses?: readonly Ref<'Element'>[];
  /**
   * How old its data may be at most: the longest time from the moment when something happens until the system that decides knows it.
   * @example 15m
   */
  readonly within?: PromisedDuration;
  /**
   * What the data are used for.
   * @change regulated yes
   */
  readonly purpose?: Ref<'Purpose'>;
  /**
   * Which rule wins where several apply: the highest number.
   * @example 100
   */
  readonly precedence?: Rank;
  /** The regime that demands it. */
  readonly regime?: Ref<'Regime'>;
  /** When it applies. */
  readonly when?: ConditionText;
  /**
   * What it does then.
   * @change changed breaking
   */
  readonly do?: ConditionText;
  /** The worst that anybody may get. */
  readonly floor?: PromisedDuration;
  /**
   * What it chooses between.
   * @change removed compatible
   */
  readonly variants?: Keyed<RuleVariant>;
  /** What happens when its data are missing. */
  readonly fallback?: RuleFallback;
  /** Profiles with the variant that each should get. */
  readonly tests?: readonly RuleTest[];
  /** How a decision is recorded, so that it can be explained. */
  readonly explain?: DecisionLog;
  /**
   * Most contacts in one week, for `outreach`.
   * @compare lower-is-stricter
   */
  readonly contactsPerWeek?: Amount;
  /**
   * Hours in which nobody is contacted, for `outreach`.
   * @example "21:00-08:00"
   */
  readonly quietHours?: QuietHours;
  /**
   * The consent that must be there, for `outreach`.
   * @example mkt
   * @change regulated yes
   */
  readonly consentKey?: Name;
}

/**
 * Hours of a day in local time in which nobody is contacted.
 * @json {"type": "string", "pattern": "^(?:[01][0-9]|2[0-3]):[0-5][0-9]-(?:[01][0-9]|2[0-3]):[0-5][0-9]$"}
 * @code STR-006
 * @example "21:00-08:00"
 * @meaning value
 */
export type QuietHours = string;

/** One of the things that a rule chooses between. */
export interface RuleVariant {
  /** Its id. */
  readonly id: Id;
  /**
   * What the customer gets.
   * @change removed compatible, changed compatible
   */
  readonly title?: Title;
  /** True for the one that is taken when nothing else fits. */
  readonly default?: Flag;
}

/** What a rule does without its data. */
export interface RuleFallback {
  /** What is missing. */
  readonly when?: ConditionText;
  /**
   * The variant that is taken, or what is done.
   * @example standard
   * @change changed breaking
   */
  readonly do: ConditionText;
  /** The system that the fallback itself needs. */
  readonly system?: Ref<'System'>;
}

/** A made-up profile with the variant it should get. */
export interface RuleTest {
  /**
   * A name for the profile.
   * @example early-worker
   */
  readonly profile: Id;
  /**
   * The variant.
   * @example morning
   */
  readonly expect: Id;
}

/** How decisions are recorded. */
export interface DecisionLog {
  /**
   * The event that is written at each decision.
   * @active
   */
  readonly logEvent?: Ref<'Event'>;
  /**
   * What it holds.
   * @example [ruleVersion, variant]
   * @active
   * @change regulated yes
   */
  readonly fields?: readonly Name[];
}

/** A text that the customer must see. */
export interface Disclosure {
  /** Its id. */
  readonly id: Id;
  /**
   * The regime that demands it.
   * @change regulated yes
   */
  readonly regime?: Ref<'Regime'>;
  /**
   * The file with the text.
   * @active
   * @change regulated yes
   */
  readonly textFile?: FilePath;
  /**
   * SHA-256 of the file, as it was approved.
   * @active
   */
  readonly sha256?: Sha256;
  /**
   * The Record that approved it.
   * @change changed compatible, regulated yes
   */
  readonly record?: Ref<'Record'>;
  /**
   * The step before which it must have been shown.
   * @example decide
   * @change regulated yes
   */
  readonly before?: Ref<'Step'>;
  /**
   * The same text in other languages.
   * @example [{language: en, textFile: texts/appeal.en.md, sha256: "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}]
   * @change regulated yes
   */
  readonly translations?: readonly Translation[];
  /**
   * The language of the text.
   * @example de
   * @change regulated yes
   */
  readonly language?: LanguageOfText;
}

/**
 * A language as BCP 47 has it.
 * @json {"type": "string", "pattern": "^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$"}
 * @example de
 * @meaning value
 */
export type LanguageOfText = string;

/** A text in another language. */
export interface Translation {
  /** The language. */
  readonly language: LanguageOfText;
  /**
   * The file with the text.
   * @active
   * @change regulated yes
   */
  readonly textFile?: FilePath;
  /**
   * SHA-256 of the file.
   * @active
   */
  readonly sha256?: Sha256;
}

/** The numbers that a journey is steered by. */
export interface JourneyKpis {
  /**
   * The ones that decide.
   * @example [claim-completion-rate]
   */
  readonly primary?: readonly Ref<'Kpi | Measure'>[];
  /**
   * The ones that explain.
   * @example [cost-per-interaction]
   */
  readonly secondary?: readonly Ref<'Kpi | Measure'>[];
}

/** A measure of one journey, from a template. */
export interface Measure {
  /** Its id. */
  readonly id: Id;
  /** Its name for people. */
  readonly title?: Title;
  /**
   * What is measured.
   * @example cycle-time
   * @active
   */
  readonly of?: OneOf<'cycle-time' | 'touch-time' | 'completion' | 'rework' | 're-contact' | 'path-share' | 'containment' | 'csat' | 'ces' | 'nps' | 'fcr'>;
  /** The step it begins with. */
  readonly from?: Ref<'Step'>;
  /** The step it ends with. */
  readonly to?: Ref<'Step'>;
  /** Where it stands today. */
  readonly now?: Observed;
  /**
   * What is aimed for.
   * @change added compatible, removed breaking, changed breaking
   */
  readonly target?: Observed;
  /**
   * By when.
   * @compare lower-is-stricter
   */
  readonly by?: Day;
  /**
   * The team it is split by.
   * @example claims-ops
   */
  readonly team?: Ref<'Team'>;
  /**
   * The channel it is split by.
   * @example app
   */
  readonly channel?: Ref<'Channel'>;
  /**
   * The persona it is split by.
   * @example fleet-manager
   */
  readonly persona?: Ref<'Persona'>;
}

/** What somebody must have learnt. */
export interface Training {
  /** The team that learns. */
  readonly audience: Ref<'Team'>;
  /**
   * Where the material is.
   * @example lms://claims-103
   * @active
   * @change added compatible, removed compatible
   */
  readonly material?: Link;
  /**
   * Its version.
   * @example 7
   */
  readonly version?: MaterialVersion;
  /**
   * The steps it covers.
   * @example [decide]
   * @change removed compatible
   */
  readonly covers?: readonly Ref<'Step'>[];
  /** The version of the journey that it teaches. */
  readonly for?: Version;
  /**
   * The day by which everybody must have had it.
   * @change removed compatible
   */
  readonly due?: Day;
}

/**
 * A number or a text that names a version of training material.
 * @json {"type": ["integer", "string"], "maxLength": 60}
 * @example 7
 * @meaning prose
 */
export type MaterialVersion = number | string;

/** What happens when something fails. */
export interface Resilience {
  /** Longest time until customers are served again. */
  readonly rto?: PromisedDuration;
  /**
   * Whether the systems that it stops without are brought back at the same time, or one after the other.
   * @default parallel
   * @example sequential
   */
  readonly recovery?: OneOf<'parallel' | 'sequential'>;
  /** What may fail, and what is done then. */
  readonly scenarios?: Keyed<Scenario>;
  /** How to go back to an earlier version of the journey. */
  readonly rollback?: Rollback;
}

/** A failure that is prepared for. */
export interface Scenario {
  /** Its id. */
  readonly id: Id;
  /**
   * What is lost.
   * @active
   * @change changed breaking
   */
  readonly loses?: Loss;
  /**
   * What is done instead.
   * @active
   * @change changed breaking
   */
  readonly fallback?: Fallback;
  /**
   * The Record of the last exercise.
   * @example test-2026-014
   * @change changed editorial
   */
  readonly exercised?: Ref<'Record'>;
}

/**
 * What a scenario loses: exactly one of its keys.
 * @oneOf system, team
 */
export interface Loss {
  /** A system. */
  readonly system?: Ref<'System'>;
  /** A team. */
  readonly team?: Ref<'Team'>;
}

/**
 * What is done instead: exactly one of its keys.
 * @oneOf step, text
 */
export interface Fallback {
  /** A step of this journey. */
  readonly step?: Ref<'Step'>;
  /** A way of working, in words. */
  readonly text?: ConditionText;
}

/** The way back. */
export interface Rollback {
  /**
   * The version to go back to.
   * @active
   * @change added compatible, removed breaking, changed compatible
   */
  readonly toVersion?: Version;
  /** When. */
  readonly trigger?: RollbackTrigger;
  /**
   * Who decides.
   * @change changed compatible
   */
  readonly owner?: Ref<'Team'>;
}

/** A KPI's value at which one goes back. */
export interface RollbackTrigger {
  /** The KPI. */
  readonly kpi: Ref<'Kpi | Measure'>;
  /** When it falls below. */
  readonly below?: Amount;
  /** When it rises above. */
  readonly above?: Amount;
  /** Over which time. */
  readonly window?: Duration;
}

/**
 * A page with numbers.
 * @meaning observation
 */
export interface Dashboard {
  /** What it shows. */
  readonly title: Title;
  /**
   * Its address.
   * @active
   */
  readonly url?: Link;
  /**
   * KPIs that are on it.
   * @example [claim-effort]
   * @change added editorial, removed editorial
   */
  readonly kpis?: readonly Ref<'Kpi | Measure'>[];
}

/**
 * Where something is found in application code.
 * @meaning observation
 */
export interface Trace {
  /** The repository. */
  readonly repository?: Link;
  /**
   * Files in it.
   * @example ["src/claims/**"]
   * @change added editorial, removed editorial
   */
  readonly files?: readonly Word[];
}
