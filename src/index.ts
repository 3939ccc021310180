/**
 * Waymark as a library: load a workspace, check it, read its model. Nothing here prints, ends the process or changes a
 * file, and importing it does nothing.
 *
 * @packageDocumentation
 */
export { addBusinessTime, businessTimeBetween, compareBusinessTimes, longestBusinessTime } from './analysis/business-time/business-arithmetic.js';
export { businessCalendar } from './analysis/business-time/business-calendar.js';
export { promisedSeconds } from './analysis/business-time/promised-seconds.js';
export { checkKpi } from './analysis/kpi/check-kpi.js';
export { explainFormula } from './analysis/kpi/explain-formula.js';
export { explainKpi } from './analysis/kpi/explain-kpi.js';
export { eventsAndAttributes } from './analysis/kpi/inputs.js';
export { areComplements, normalFormula } from './analysis/kpi/normal-formula.js';
export { typeOfFormula } from './analysis/kpi/type-formula.js';
export { proveJourney } from './analysis/proof/prove-journey.js';
export { sourceText } from './base/source.js';
export { readHostReport } from './control/host.js';
export { bumps } from './control/bumps.js';
export { demands } from './control/demands.js';
export { review } from './control/review.js';
export { diff } from './diff/diff.js';
export { formatText } from './format/format-text.js';
export { loadWorkspace, loadWorkspaceFrom } from './model/load-workspace.js';
export { rules } from './validate/rules/index.js';
export { validate } from './validate/validate.js';

export type { BusinessComparison, BusinessTime, EndOfBusinessTime, Unanswered } from './analysis/business-time/business-arithmetic.js';
export type { CalendarReading } from './analysis/business-time/business-calendar.js';
export type { BusinessCalendar, CalendarHorizon, CalendarProblem, UnixSeconds } from './analysis/business-time/calendar.js';
export type { AttributeType, FormulaContext } from './analysis/kpi/context.js';
export type { KpiExplanation } from './analysis/kpi/explain-kpi.js';
export type { NamedAttribute } from './analysis/kpi/formula-form.js';
export type { FormulaInputs } from './analysis/kpi/inputs.js';
export type { FormulaProblem } from './analysis/kpi/problems.js';
export type { ConfidenceInterval, ExcludedCases, KpiValue } from './analysis/kpi/result.js';
export type { TypedFormula } from './analysis/kpi/type-formula.js';
export type { FormulaType, IntervalMethod, Measured } from './analysis/kpi/unit.js';
export type { Budget, Group, JourneyProof, Millionths, PartOnPath, Premise, PremiseKind, PromiseProof, ProofPath, Remark, Room, Slack, TargetProof, Verdict, Wait } from './analysis/proof/verdict.js';
export type { CalendarDay } from './base/date.js';
export type { Coordinate, Diagnostic, Problem, RelatedPlace, Severity } from './base/diagnostic.js';
export type { JsonArray, JsonObject, JsonValue, Path } from './base/json.js';
export type { Position, SourceText, Span } from './base/source.js';
export type { PromisedSeconds } from './analysis/business-time/promised-seconds.js';
export type { Step } from './base/versions.js';
export type { Answer } from './control/approvals.js';
export type { Approver, PersonBehind } from './control/approvers.js';
export type { Bump } from './control/bumps.js';
export type { Demand } from './control/demands.js';
export type { Objection, Remedy } from './control/gate-rule.js';
export type { Claim } from './control/claims.js';
export type { Versions } from './control/versions.js';
export type { HostApproval, HostReport } from './control/host.js';
export type { ProofChange, ProvedThen } from './control/proof-changes.js';
export type { Review, ReviewContext } from './control/review.js';
export type { Action, Audience, Change, SymbolicApprover } from './diff/change.js';
export type { FormatResult } from './format/format-text.js';
export type { Document } from './load/document.js';
export type { Part } from './load/yaml-positions.js';
export type { DerivedHandoff } from './model/handoffs.js';
export type { JourneyModel, StageModel, StepModel } from './model/journey.js';
export type { MergedProblem, OverlayFailure, Variant } from './model/overlay.js';
export type { EffectivePolicy } from './model/policy.js';
export type { Reference } from './model/references.js';
export type { EventModel, EventRegister } from './model/events.js';
export type { Entry, Register, Registers } from './model/registers.js';
export type { KindMap, Origin, Spec } from './model/spec.js';
export type { Transition, TransitionKind } from './model/transitions.js';
export type { LeftOutVariants } from './model/variant-limits.js';
export type { Workspace } from './model/workspace.js';
export type { KindName } from './schema/generated/language-table.js';
export type { Level } from './schema/meanings.js';
export type * as language from './schema/generated/types.js';
export type { Gathered } from './validate/common-cause.js';
export type { Grade, RuleSettings } from './validate/presets.js';
export type { Finding, JudgeJourney, Place, RequirementId, Rule, RuleContext, RuleExample, InvalidExample, Silencer } from './validate/rule.js';
export type { DraftDebt } from './validate/run-rules.js';
export type { ValidateOptions, Validation } from './validate/validate.js';
