import type { Coordinate, NamedProof, Severity } from '../base/diagnostic.js';
import type { CalendarDay } from '../base/date.js';
import type { Path } from '../base/json.js';
import type { JourneyModel } from '../model/journey.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { ProfileName } from '../schema/kinds/policy.js';

/** A row of the requirements that Waymark was founded on, such as `S2.M5.1`. */
export type RequirementId = `S${0 | 1 | 2 | 3 | 4}.${string}` | 'all';

/** Where a finding points: a value of a spec, or its key. */
export interface Place {
  readonly spec: Spec;
  readonly path: Path;
  readonly part?: 'key' | 'value';
}

/** What a rule has found: what is wrong, where, and the next step. The runner adds code, severity and span. */
export interface Finding {
  readonly at: Place;
  /** One sentence in the author's words: names, never positions in lists. */
  readonly message: string;
  /** The next step, as an instruction that a newcomer can follow. */
  readonly hint: string;
  /** Names of all that it tells of, only where that is more than its place says: with another name it is another finding. */
  readonly about?: readonly string[];
  /** The name that is missing or wrong wherever it is written: findings of the rule that share it are told as one. */
  readonly cause?: string;
  /** What was most likely meant by a name that leads nowhere, such as `team payments`: what is missing about it elsewhere is explained. */
  readonly meant?: readonly string[];
  /** What it misses something about, such as `team payments`. It is explained where all of it was meant by names that lead nowhere. */
  readonly names?: readonly string[];
  /** Subjects at which the same cause shows: findings there are left out by rules that say so. */
  readonly explains?: readonly Coordinate[];
  /** Only where one rule has two weights, such as late and far too late. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly message: string; readonly at: Place }[];
  /** Documents that it follows from, though not all of them are named, as in a sum: who may not know of one may not read it. Those of its place and of `related` go without saying. */
  readonly tellsOf?: readonly Spec[];
  /** The proof that it tells something of; absent where it follows from no proof. */
  readonly proof?: NamedProof;
  /** Only where a rule that asks drafts already asks this of active documents alone. */
  readonly from?: 'active';
  /** The draft whose activation brings it, where it is told at another document. */
  readonly owedBy?: Spec;
}

/** What a rule may look at. */
export interface RuleContext {
  readonly workspace: Workspace;
  /** The day that is judged for; never the clock. */
  readonly asOf: CalendarDay;
  /** The profile that is judged by: the caller's, else the Policy's. */
  readonly profile: ProfileName;
  /** Every rule that there is, switched on or not. */
  readonly rules: readonly Rule[];
  /** How many folders of the repository lie above that of the workspace; `undefined` where nobody knows. */
  readonly above?: number | undefined;
}

/** A small workspace that shows a rule: texts laid over the example workspace. */
export interface RuleExample {
  readonly title: string;
  /** Documents that are added to, or replace files of, the example workspace. One text is one file. */
  readonly files: { readonly [path: string]: string };
  /** The day that is judged for, when the example is about time. */
  readonly asOf?: CalendarDay;
  /** Codes of other rules that the example is about: the rule whose finding a waiver excuses. */
  readonly with?: readonly string[];
}

/** An example that breaks the rule: it yields exactly one finding. */
export interface InvalidExample extends RuleExample {
  /** The text that the finding points at. */
  readonly at: string;
  /** The finding's whole message. */
  readonly message: string;
}

/** A finding of another rule that explains this rule's findings, so that one cause is told once. */
export interface Silencer {
  readonly code: string;
  /**
   * Where both must be for the one to explain the other. `explained`: the one says that it explains the other's subject;
   * `name`: the one most likely meant all that the other misses something about.
   */
  readonly within: 'spec' | 'subject' | 'explained' | 'name' | 'workspace';
}

/** What a rule finds in one journey. */
export type JudgeJourney = (journey: JourneyModel) => Iterable<Finding>;

/** True for a rule about a document's form, which is checked while the file is read. */
export function isAboutForm({ check, checkJourneys }: Rule): boolean {
  return check === undefined && checkJourneys === undefined;
}

/** One rule: what it asks, why, how bad it is, where it is on, and the check. One file each. */
export interface Rule {
  /** Readable id, `group/name`; the file has the same path. */
  readonly id: `${string}/${string}`;
  /** Stable code, `GRF-001`. */
  readonly code: string;
  /** What must be true, in one sentence. */
  readonly summary: string;
  /** Why it matters to the customer or the company, in one or two sentences. */
  readonly rationale: string;
  readonly severity: Severity;
  /** The lowest profile in which the rule is on. */
  readonly preset: ProfileName;
  /** Whether a draft is asked already, or only an active document: the rest is counted as what the draft owes. */
  readonly from: 'draft' | 'active';
  /** The generation of rules that it belongs to; a Policy of an earlier one does not see it. */
  readonly ruleset: number;
  /** What it has to know beyond the documents: the day, or other files of the workspace. */
  readonly needs: 'tree' | 'clock' | 'files';
  readonly serves: readonly RequirementId[];
  readonly silencedBy?: readonly Silencer[];
  readonly examples: { readonly valid: readonly RuleExample[]; readonly invalid: readonly InvalidExample[] };
  /** Looks at the whole workspace. A rule with no check at all is about the form of documents. */
  check?(context: RuleContext): Iterable<Finding>;
  /**
   * For a rule that judges each journey by itself: makes ready what it needs to know of the workspace. All rules of this sort
   * look at one journey after the other. `undefined` when there is nothing to ask in this workspace.
   */
  checkJourneys?(context: RuleContext): JudgeJourney | undefined;
}
