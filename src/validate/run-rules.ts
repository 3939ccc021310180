import { compareDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import type { CalendarDay } from '../base/date.js';
import { groupBy } from '../base/groups.js';
import type { JourneyModel } from '../model/journey.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import { gatherByCause, type Gathered } from './common-cause.js';
import { applyWaivers } from './waivers.js';
import { isOn, profileOf, severityOf, switchedOff, type RuleSettings } from './presets.js';
import type { Raised } from './raised.js';
import type { Finding, JudgeJourney, Rule, RuleContext } from './rule.js';
import { silence } from './silence.js';
import { subjectOf } from '../model/subject.js';
import { formProblems, toDiagnostic } from './tell-findings.js';

/** What a draft will owe once it is active. */
export interface DraftDebt {
  readonly spec: Spec;
  /** How many findings wait for its activation. */
  readonly count: number;
  /** The findings themselves, told on demand. */
  findings(): readonly Diagnostic[];
}

export interface RunResult {
  readonly diagnostics: readonly Gathered[];
  /** Findings that a waiver excuses. */
  readonly waived: readonly Diagnostic[];
  readonly drafts: readonly DraftDebt[];
  /** Codes of rules that the profile asks for and that are switched off by name. */
  readonly switchedOff: readonly string[];
}

/** Runs every rule that is on over a workspace. The same workspace and day give the same findings in the same order. */
export function runRules(workspace: Workspace, rules: readonly Rule[], asOf: CalendarDay, settings: RuleSettings): RunResult {
  const active = rules.filter((rule) => isOn(rule, workspace.policy, settings));
  const context: RuleContext = { workspace, asOf, profile: profileOf(workspace.policy, settings), rules, above: settings.above };
  const raised = findingsOf(active, context).map((found) => raise(found, workspace, settings));
  const repeats = repeatsOfTheBase(raised);
  const { shown, owed } = separateDrafts(raised);
  const told = silence(shown).filter((each) => !repeats.has(each));
  const tell = (each: Raised): Diagnostic => toDiagnostic(each, workspace);
  const waivers = applyWaivers(workspace, told, rules, asOf, settings);
  return {
    diagnostics: gatherByCause([...formProblems(workspace, rules, settings), ...[...waivers.kept, ...waivers.findings].map(tell)].sort(compareDiagnostics)),
    waived: waivers.waived.map(tell),
    drafts: debtsOf(owed.filter((each) => !repeats.has(each)), shown, tell),
    switchedOff: switchedOff(rules, workspace.policy, settings).map(({ code }) => code),
  };
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

function raise({ rule, finding }: Found, { policy }: Workspace, settings: RuleSettings): Raised {
  return { rule, finding, severity: severityOf(rule, finding.severity, policy, settings), subject: subjectOf(finding.at) };
}

function findingsOf(rules: readonly Rule[], context: RuleContext): readonly Found[] {
  const found: Found[] = [];
  const judges = new Map<Rule, JudgeJourney>();
  for (const rule of rules) {
    try {
      for (const finding of rule.check?.(context) ?? []) found.push({ rule, finding });
      const judge = rule.checkJourneys?.(context);
      if (judge !== undefined) judges.set(rule, judge);
    } catch (error) {
      found.push(...crashOf(rule, context.workspace.specs[0], error));
    }
  }
  for (const journey of context.workspace.journeys) judgeWithEach(judges, journey, found);
  return found;
}

/** Journey by journey, not rule by rule: what one rule has looked at is near when the next one asks. */
function judgeWithEach(judges: Map<Rule, JudgeJourney>, journey: JourneyModel, found: Found[]): void {
  for (const [rule, judge] of judges) {
    try {
      for (const finding of judge(journey)) found.push({ rule, finding });
    } catch (error) {
      judges.delete(rule);
      found.push(...crashOf(rule, journey.spec, error));
    }
  }
}

/** A rule that crashes becomes one finding about itself, and the run goes on without it. */
function crashOf(rule: Rule, spec: Spec | undefined, error: unknown): readonly Found[] {
  if (spec === undefined) return [];
  return [{ rule, finding: { at: { spec, path: [] }, message: `The rule ${rule.code} could not be checked: ${String(error)}.`, hint: 'This is a defect of Waymark. Please report it with the file that triggers it.', severity: 'error' } }];
}

/** A variant is checked whole; what its base already tells at the same place explains findings there, and is not told again. */
function repeatsOfTheBase(raised: readonly Raised[]): ReadonlySet<Raised> {
  const told = new Set<string>();
  const keyOf = ({ rule, finding }: Raised): string => {
    const { document, path } = finding.at.spec.origin(finding.at.path);
    return JSON.stringify([rule.code, document.source.uri, document.index, path]);
  };
  const isVariant = ({ finding }: Raised): boolean => finding.at.spec.kind === 'Journey' && (finding.at.spec as Spec<'Journey'>).value.extends !== undefined;
  for (const each of raised) if (!isVariant(each)) told.add(keyOf(each));
  return new Set(raised.filter((each) => isVariant(each) && told.has(keyOf(each))));
}

/** A draft is asked only for what makes it readable; the rest is counted until it is active. */
function separateDrafts(raised: readonly Raised[]): { readonly shown: readonly Raised[]; readonly owed: readonly Raised[] } {
  const [shown, owed]: [Raised[], Raised[]] = [[], []];
  for (const each of raised) {
    const { rule, finding } = each;
    const { status } = debtorOf(each);
    const asksDrafts = rule.from === 'draft' && finding.from === undefined && finding.owedBy === undefined;
    if (asksDrafts || status === 'active' || status === 'deprecated') shown.push(each);
    else if (status === 'draft') owed.push(each);
  }
  return { shown, owed };
}

function debtorOf({ finding: { at, owedBy } }: Raised): Spec {
  return owedBy ?? at.spec;
}

/** What each draft owes. As after its activation, what another finding explains is left out. */
function debtsOf(owed: readonly Raised[], shown: readonly Raised[], tell: (each: Raised) => Diagnostic): readonly DraftDebt[] {
  if (owed.length === 0) return [];
  const told = new Set(silence([...shown, ...owed]));
  const debts = groupBy(owed.filter((each) => told.has(each)), debtorOf);
  return [...debts].map(([spec, list]) => ({ spec, count: list.length, findings: () => list.map(tell).sort(compareDiagnostics) }));
}
