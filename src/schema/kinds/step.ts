import type {
  ActorRef,
  Bound,
  ConditionText,
  Cycle,
  EffortScore,
  FeelingScore,
  FilePath,
  Flag,
  Id,
  MapOf,
  Obligation,
  ObservedCount,
  ObservedDuration,
  OneOf,
  OneOrMany,
  OneOrTwo,
  OneToFour,
  Percent,
  Period,
  PromisedDuration,
  Prose,
  Ref,
  Share,
  Title,
  Word,
} from '../vocabulary.js';
import type { LabelText } from './header.js';
import type { LanguageOfText, Trace } from './journey.js';

/** One touchpoint or action, in one lane. */
export interface Step {
  /** Its id, unique in the journey. */
  readonly id: Id;
  /** Its name for people. */
  readonly title: Title;
  /** Ids that it had before. */
  readonly aliases?: readonly Id[];
  /** More about it. */
  readonly description?: Prose;
  /**
   * Who is seen acting: the customer, staff whom the customer sees, staff behind the scenes, or systems and suppliers.
   * @example frontstage
   */
  readonly lane: OneOf<Lane>;
  /**
   * What sort of step it is. Without it: from the lane and the shape.
   * @example decision
   */
  readonly type?: OneOf<StepType>;
  /**
   * Who acts. Without it: the customer in the customer lane, else the stage's owner.
   * @example claims-ops
   */
  readonly actor?: OneOrMany<ActorRef>;
  /**
   * Who takes part.
   * @example [customer]
   */
  readonly with?: OneOrMany<ActorRef>;
  /**
   * Where the customer meets us, from the Policy's list.
   * @example app
   */
  readonly channel?: OneOrMany<Ref<'Channel'>>;
  /**
   * The systems it runs on.
   * @example [claims-core]
   */
  readonly systems?: readonly Ref<'System'>[];
  /** Systems that it needs, and what happens without them. */
  readonly dependsOn?: readonly Dependency[];
  /**
   * A journey that this step stands for.
   * @example document-request
   */
  readonly journey?: Ref<'Journey'>;
  /**
   * Data elements that the sub-journey is given.
   * @example [customer-contact]
   */
  readonly passes?: readonly Ref<'Element'>[];
  /**
   * Data elements that it gives back.
   * @example [signed-form]
   */
  readonly returns?: readonly Ref<'Element'>[];
  /**
   * Why the journey may begin here. The first step is an entry by itself.
   * @example customer calls
   * @change added compatible
   */
  readonly entry?: ConditionText;
  /**
   * Steps that must be done before this one starts.
   * @example [work, screen]
   */
  readonly waitsFor?: readonly Ref<'Step'>[];
  /**
   * The step that this one happens at the same moment as.
   * @example visit
   */
  readonly alongside?: OneOrMany<Ref<'Step'>>;
  /** When the step is done at all; otherwise it is skipped. */
  readonly when?: Condition;
  /**
   * How much a machine does.
   * @example assisted
   */
  readonly automation?: OneOf<AutomationLevel> | Automation;
  /**
   * The promise on this step.
   * @example ola-triage
   */
  readonly sla?: Ref<'Sla'>;
  /**
   * A promise on this step, written in place.
   * @change added breaking
   */
  readonly promise?: PromiseInPlace;
  /**
   * Regimes that the step is under.
   * @example [insurance-conduct]
   */
  readonly regulated?: readonly (Ref<'Regime'> | RegimeOnStep)[];
  /** Data that it collects, uses again or writes. */
  readonly data?: StepData;
  /** Proof that the service was done. */
  readonly requires?: readonly RequiredEvidence[];
  /**
   * Things that exist afterwards.
   * @example [inspection report]
   */
  readonly produces?: readonly Word[];
  /**
   * Texts of the journey that are shown here.
   * @example [data-notice]
   * @change removed breaking
   */
  readonly disclosures?: readonly Ref<'Disclosure'>[];
  /** The table or rule by which it is decided. */
  readonly decides?: Obligation;
  /**
   * Status words that the customer is shown, from a Glossary.
   * @example [claim-under-review]
   */
  readonly showsStatus?: readonly Ref<'Status'>[];
  /** What is sent. */
  readonly message?: Message;
  /**
   * How often what is shown is asked for anew while somebody looks.
   * @example {every: 30s, peakEvery: 2m, atOnce: 6000, asks: tracking-page}
   */
  readonly refresh?: Refresh;
  /** Events that tell of it. Without them: `<journey>.<step>.started` and `.completed`. */
  readonly events?: StepEvents;
  /** How long it takes today: an observation, not a promise. */
  readonly time?: ObservedDuration | ObservedTime;
  /**
   * What good comes of it for the customer today.
   * @example Knows that the claim has arrived
   */
  readonly outcome?: Prose;
  /** How hard it is for the customer. */
  readonly effort?: EffortScore;
  /**
   * A moment of truth: what the customer remembers.
   * @example truth
   */
  readonly moment?: OneOf<'truth', 'observation'>;
  /** How the customer feels. */
  readonly feels?: Feeling;
  /** What hurts. */
  readonly pains?: readonly Pain[];
  /** What could be better. */
  readonly ideas?: readonly Idea[];
  /** What somebody said or thought. */
  readonly quotes?: readonly Quote[];
  /** How well the step is known. */
  readonly evidence?: Evidence;
  /**
   * What may go wrong.
   * @example [customer absent]
   * @change removed compatible, changed compatible
   */
  readonly exceptions?: readonly Prose[];
  /**
   * Steps of the as-is journey that it takes the place of.
   * @example [classify]
   * @change removed compatible
   */
  readonly replaces?: readonly Id[];
  /** What happens while this step runs: timers, reminders, interruptions. */
  readonly meanwhile?: readonly Meanwhile[];
  /**
   * Where the case goes when the step fails.
   * @example phone-report
   */
  readonly onFail?: Ref<'Step'>;
  /** What comes next. Without it: the following step. */
  readonly next?: Next;
  /**
   * The way ends here, and how.
   * @example success
   */
  readonly end?: OneOf<EndOutcome>;
  /**
   * What the end is called.
   * @example Document received
   */
  readonly endsAs?: Title;
  /** Where it is found in application code. */
  readonly trace?: Trace;
  /**
   * Marks of the company's own, for searching, and for what another tool's file says beyond this language.
   * @example {diagram-id: Activity_1k2}
   */
  readonly labels?: MapOf<OneOrMany<LabelText>>;
}

/** Where a step stands in a service blueprint. */
export type Lane = 'customer' | 'frontstage' | 'backstage' | 'support';
/** What sort of step it is. */
export type StepType = 'action' | 'communication' | 'form' | 'decision' | 'approval' | 'wait' | 'notify' | 'delivery';
/** How a way ends. `side` ends a branch that did not interrupt. */
export type EndOutcome = 'success' | 'failure' | 'abandon' | 'side';
/** Who does a step: a person, a person with a machine, or a machine. */
export type AutomationLevel = 'human' | 'assisted' | 'automated';

/** A system that a step needs. */
export interface Dependency {
  /** The system. */
  readonly system: Ref<'System'>;
  /**
   * Whether the step stops without it, or goes on with less.
   * @default blocking
   * @example degraded
   */
  readonly mode?: OneOf<'blocking' | 'degraded'>;
  /**
   * What is done without it.
   * @change changed breaking
   */
  readonly fallback?: StepFallback;
}

/**
 * What is done instead: exactly one of its keys.
 * @oneOf step, text
 */
export interface StepFallback {
  /**
   * A step of this journey.
   * @example manual-check
   */
  readonly step?: Ref<'Step'>;
  /** A way of working, in words. */
  readonly text?: ConditionText;
}

/** How much a machine does, and what that risks. */
export interface Automation {
  /**
   * Who decides.
   * @example assisted
   */
  readonly how: OneOf<AutomationLevel>;
  /** Why so. */
  readonly rationale?: Prose;
  /**
   * What is at stake for the customer.
   * @example high
   */
  readonly risk?: OneOf<'low' | 'medium' | 'high'>;
}

/** What is sent. */
export interface Message {
  /**
   * Its subject line.
   * @change added compatible, removed compatible, changed compatible
   */
  readonly subject?: Title;
  /**
   * Its text.
   * @change added compatible, removed breaking, changed compatible
   */
  readonly text?: Prose;
  /**
   * The file with its text.
   * @example texts/reminder.de.md
   * @change changed compatible
   */
  readonly textFile?: FilePath;
  /**
   * The language of the text.
   * @example de
   */
  readonly language?: LanguageOfText;
}

/** Asking again and again whether something has changed. */
export interface Refresh {
  /**
   * How much time passes between two questions.
   * @example 30s
   */
  readonly every: PromisedDuration;
  /**
   * The same when most people look at once, where it is slowed down then.
   * @example 2m
   */
  readonly peakEvery?: PromisedDuration;
  /** How many look at the same moment when it is most. */
  readonly atOnce?: ObservedCount;
  /**
   * The system that is asked. Without it: each system of the step.
   * @example tracking-page
   */
  readonly asks?: Ref<'System'>;
}

/** Where a case goes: one step, a choice, all of several branches, or some of them. */
export type Next = Ref<'Step'> | readonly (Ref<'Step'> | Edge)[] | AllBranches | SomeBranches;

/** Branches that all start together. */
export interface AllBranches {
  /**
   * Their first steps.
   * @example [work, screen]
   */
  readonly all: readonly (Ref<'Step'> | Edge)[];
}

/** Branches of which at least one starts. */
export interface SomeBranches {
  /**
   * Their first steps.
   * @example [work, screen]
   */
  readonly some: readonly (Ref<'Step'> | Edge)[];
}

/** A way to another step. */
export interface Edge {
  /**
   * The step it leads to.
   * @example decide
   */
  readonly to: Ref<'Step'>;
  /**
   * What the way is called on a picture, for example the answer to a question.
   * @example "no"
   */
  readonly label?: Title;
  /** When it is taken. At most one way of a choice has no condition: "otherwise". */
  readonly when?: Condition;
  /**
   * The outcome of the sub-journey with which it is taken.
   * @example success
   * @change added breaking
   */
  readonly outcome?: OneOf<'success' | 'failure' | 'abandon'>;
  /**
   * The part of the cases that take it.
   * @change added compatible, removed compatible, changed compatible
   */
  readonly share?: Share;
  /** How often at most one case takes it. A way back needs it. */
  readonly repeats?: Bound | Unknown;
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
}

/**
 * Not known yet. Only a draft may say so.
 * @json {"type": "string", "const": "unknown"}
 * @example unknown
 * @meaning bound
 */
export type Unknown = 'unknown';

/** A condition: words for people, or something that a machine can check. */
export type Condition = ConditionText | ConditionOnEvent | ConditionOnElement;

/** True once the event has happened. */
export interface ConditionOnEvent {
  /**
   * The event.
   * @example inspection-missed
   */
  readonly event: Ref<'Event'>;
}

/** True when a data element compares so. */
export interface ConditionOnElement {
  /**
   * The data element.
   * @example claim-amount
   */
  readonly element: Ref<'Element'>;
  /**
   * How it is compared.
   * @example gt
   */
  readonly op: OneOf<'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in'>;
  /**
   * What it is compared with.
   * @example 5000
   * @change changed breaking
   */
  readonly value: ConditionValue;
}

/**
 * A word, a number, yes or no, or a list of them.
 * @json {"type": ["string", "number", "boolean", "array"], "items": {"type": ["string", "number", "boolean"]}}
 * @example 5000
 * @meaning condition
 */
export type ConditionValue = string | number | boolean | readonly (string | number | boolean)[];

/**
 * Something that happens while a step runs: after a time, again and again, or at an event.
 * @oneOf after, every, event
 */
export interface Meanwhile {
  /**
   * Its name for people.
   * @example Remind every day
   */
  readonly title?: Title;
  /**
   * After this time, once.
   * @example 7d
   */
  readonly after?: PromisedDuration;
  /**
   * Again each time this much has passed.
   * @example 1d
   */
  readonly every?: PromisedDuration;
  /**
   * When this event happens.
   * @example claim-withdrawn
   */
  readonly event?: Ref<'Event'>;
  /**
   * How often at most.
   * @compare higher-is-stricter
   * @change added compatible
   */
  readonly times?: Bound | Unknown;
  /**
   * The step that it leads to.
   * @example remind
   */
  readonly to: Ref<'Step'>;
  /**
   * True when it ends the step that was running.
   * @change added breaking, removed breaking
   */
  readonly stops?: Flag;
}

/**
 * How long a step takes, by hand and by the clock.
 * @meaning observation
 */
export interface ObservedTime {
  /** Time that somebody works on it. */
  readonly touch?: ObservedDuration;
  /** Time that passes. */
  readonly elapsed?: ObservedDuration;
  /**
   * Whether it is per case or per day.
   * @example case
   */
  readonly per?: OneOf<'case' | 'day', 'observation'>;
}

/** A promise written where it is kept: an agreement of the acting team with the journey's owner. */
export interface PromiseInPlace {
  /** How fast. */
  readonly within: PromisedDuration;
  /**
   * How many of a hundred cases.
   * @default 100
   */
  readonly percent?: Percent;
  /**
   * Over whom the percent holds.
   * @default tier
   * @example pool
   * @change added breaking, removed breaking
   */
  readonly each?: OneOf<'pool' | 'tier' | 'persona' | 'region'>;
  /** Over which period; without it, the period of the journey's promise. */
  readonly window?: Cycle;
  /**
   * In which calendar; without it, the calendar of the journey's promise.
   * @example claims-hours
   * @change added breaking
   */
  readonly calendar?: Ref<'Calendar'>;
}

/** Data elements of a step. */
export interface StepData {
  /**
   * Asked of the customer here.
   * @example [claim-photo]
   * @change added compatible
   */
  readonly collects?: readonly Ref<'Element'>[];
  /**
   * Known already and used again.
   * @example [customer-contact]
   */
  readonly reuses?: readonly Ref<'Element'>[];
  /**
   * Made or changed here.
   * @example [claim-decision]
   */
  readonly writes?: readonly Ref<'Element'>[];
}

/** Events that tell of a step. */
export interface StepEvents {
  /**
   * It began.
   * @example fnol-started
   */
  readonly start?: Ref<'Event'>;
  /**
   * It was done.
   * @example fnol-submitted
   */
  readonly complete?: Ref<'Event'>;
  /**
   * It failed.
   * @example inspection-missed
   */
  readonly fail?: Ref<'Event'>;
  /**
   * The customer gave up.
   * @example fnol-abandoned
   */
  readonly abandon?: Ref<'Event'>;
}

/**
 * How the customer feels: an observation, or the intention of a planned journey.
 * @meaning observation
 */
export interface Feeling {
  /**
   * In a word, at the beginning.
   * @example shaken
   */
  readonly from?: FeelingWord;
  /**
   * In a word, at the end.
   * @example unsure
   */
  readonly to?: FeelingWord;
  /**
   * In a word, where it is one feeling throughout: not beside `from` and `to`.
   * @example overwhelmed
   * @notBeside from, to
   */
  readonly as?: FeelingWord;
  /** As a number, or as two: at the beginning and at the end. */
  readonly score?: OneOrTwo<FeelingScore>;
  /**
   * How strong it is, from 1 (faint) to 5, or two numbers: at the beginning and at the end.
   * @example 4
   */
  readonly intensity?: OneOrTwo<FeelingIntensity>;
  /**
   * Whose feeling it is, when personas differ.
   * @example fleet-manager
   * @change added editorial, removed editorial, changed editorial
   */
  readonly persona?: Ref<'Persona'>;
}

/**
 * How strong a feeling is, from 1 to 5.
 * @json {"type": "number", "minimum": 1, "maximum": 5}
 * @code STR-006
 * @example 4
 * @meaning observation
 */
export type FeelingIntensity = number;

/**
 * A word for a feeling.
 * @json {"type": "string", "minLength": 1, "maxLength": 60}
 * @example unsure
 * @meaning observation
 */
export type FeelingWord = string;

/**
 * Something that hurts.
 * @meaning observation
 */
export interface Pain {
  /**
   * An id, so that it is recognised when its text changes.
   * @change added editorial, removed editorial, changed editorial
   */
  readonly id?: Id;
  /** What hurts. */
  readonly text: Prose;
  /**
   * Whom it hurts.
   * @example customer
   */
  readonly hits?: OneOf<'customer' | 'staff' | 'system', 'observation'>;
  /**
   * How badly: 1 is worst.
   * @change added editorial, removed editorial, changed editorial
   */
  readonly severity?: OneToFour;
  /**
   * Where it stands among the pains of the journey: 1 is the worst.
   * @example 1
   */
  readonly rank?: PainRank;
  /**
   * What it costs.
   * @example 8-12% call instead
   */
  readonly impact?: Prose;
  /**
   * Where it is known from.
   * @example portal log 2026-Q2
   */
  readonly source?: Prose;
}

/**
 * A place in the order of pains, from 1, the worst.
 * @json {"type": "integer", "minimum": 1, "maximum": 1000}
 * @code STR-006
 * @example 1
 * @meaning observation
 */
export type PainRank = number;

/**
 * Something that could be better.
 * @meaning observation
 */
export interface Idea {
  /**
   * An id, so that it is recognised when its text changes.
   * @change added editorial, removed editorial, changed editorial
   */
  readonly id?: Id;
  /** The idea. */
  readonly text: Prose;
  /**
   * What it would bring.
   * @example high
   */
  readonly impact?: OneOf<'low' | 'medium' | 'high', 'observation'>;
  /**
   * What it would take.
   * @example low
   */
  readonly effort?: OneOf<'low' | 'medium' | 'high', 'observation'>;
  /**
   * The pains of the same journey that it would end, by their ids.
   * @example [slow-upload]
   * @change added editorial, removed editorial, changed editorial
   */
  readonly answers?: readonly Ref<'Pain'>[];
  /**
   * When it is planned: a period, or a phase in words.
   * @example 2027-Q1
   */
  readonly planned?: PlanWord;
  /**
   * How far it is.
   * @example planned
   */
  readonly state?: OneOf<'open' | 'planned' | 'doing' | 'done' | 'dropped', 'observation'>;
}

/**
 * A period or a phase of a plan, in words.
 * @json {"type": "string", "minLength": 1, "maxLength": 120}
 * @example 2027-Q1
 * @meaning observation
 */
export type PlanWord = string;

/**
 * Something that somebody said or thought.
 * @meaning observation
 */
export interface Quote {
  /**
   * An id, so that it is recognised when its text changes.
   * @change added editorial, removed editorial, changed editorial
   */
  readonly id?: Id;
  /** The words. */
  readonly text: Prose;
  /**
   * Whether somebody said it, or is taken to think it.
   * @default said
   * @example thought
   */
  readonly kind?: OneOf<'said' | 'thought', 'observation'>;
  /**
   * Who said so.
   * @example fleet manager, interview
   */
  readonly by?: Prose;
  /**
   * The Record of the conversation.
   * @example validation-2026-07
   * @change added editorial, removed editorial, changed editorial
   */
  readonly record?: Ref<'Record'>;
}

/** What a regime asks of a step. */
export interface RegimeOnStep {
  /**
   * The regime, from the Policy.
   * @example insurance-conduct
   */
  readonly regime: Ref<'Regime'>;
  /**
   * The article.
   * @example "art. 12"
   */
  readonly article?: Word;
  /** What it asks. */
  readonly asks?: Obligation;
  /**
   * The promise by which that is kept.
   * @example ola-decision-letter
   */
  readonly sla?: Ref<'Sla'>;
}

/** Proof that the service was done. */
export interface RequiredEvidence {
  /**
   * What sort of proof.
   * @example photo
   */
  readonly evidence: ProofKind;
  /**
   * Of what.
   * @example damage
   * @active
   */
  readonly of?: ProofKind;
}

/**
 * A sort of proof, or what it is a proof of.
 * @json {"type": "string", "minLength": 1, "maxLength": 120}
 * @example signature
 * @meaning obligation
 */
export type ProofKind = string;

/** How well something is known: in words, or with its sources. */
export type Evidence = Prose | EvidenceDetail;

/**
 * How well something is known, and from where.
 * @meaning observation
 */
export interface EvidenceDetail {
  /**
   * How sure we are.
   * @example evidenced
   * @change removed compatible
   */
  readonly confidence?: OneOf<Confidence, 'observation'>;
  /** Where it is known from. */
  readonly sources?: readonly EvidenceSource[];
  /** Where what people say and what is measured disagree. */
  readonly conflicts?: readonly EvidenceConflict[];
}

/** How sure one is of something. */
export type Confidence = 'assumed' | 'partly' | 'evidenced';

/**
 * A source: a system's data, a Record or a KPI.
 * @meaning observation
 */
export interface EvidenceSource {
  /**
   * The system.
   * @example claims-portal
   * @change added editorial, removed editorial, changed editorial
   */
  readonly system?: Ref<'System'>;
  /**
   * The Record.
   * @example validation-2026-07
   * @change added editorial, removed editorial, changed editorial
   */
  readonly record?: Ref<'Record'>;
  /**
   * The KPI.
   * @example claim-effort
   * @change added editorial, removed editorial, changed editorial
   */
  readonly kpi?: Ref<'Kpi | Measure'>;
  /** From when. */
  readonly period?: Period;
  /** How many cases. */
  readonly n?: ObservedCount;
}

/**
 * A disagreement between what is said and what is measured.
 * @meaning observation
 */
export interface EvidenceConflict {
  /** What is said. */
  readonly claim: Prose;
  /** What is measured. */
  readonly observed: Prose;
  /** How it was settled. */
  readonly resolution?: Prose;
  /**
   * The Record of that.
   * @example decision-2026-05
   * @change added editorial, removed editorial, changed editorial
   */
  readonly record?: Ref<'Record'>;
}
