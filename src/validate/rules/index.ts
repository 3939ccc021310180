import type { Rule } from '../rule.js';
import { trainingInTime } from './change/training-in-time.js';
import { wayBackOpen } from './change/way-back-open.js';
import { accessLogged } from './data/access-logged.js';
import { anonymisationProfile } from './data/anonymisation-profile.js';
import { askedOnce } from './data/asked-once.js';
import { automatedDecision } from './data/automated-decision.js';
import { channelCarriesClass } from './data/channel-carries-class.js';
import { consentGuard } from './data/consent-guard.js';
import { elementLookedAfter } from './data/element-looked-after.js';
import { elementsNamed } from './data/elements-named.js';
import { eventQuality } from './data/event-quality.js';
import { grantFits } from './data/grant-fits.js';
import { kpiLineage } from './data/kpi-lineage.js';
import { lawfulBasis } from './data/lawful-basis.js';
import { oneMaster } from './data/one-master.js';
import { purposeDeclared } from './data/purpose-declared.js';
import { regionAllowed } from './data/region-allowed.js';
import { retentionCoversKpis } from './data/retention-covers-kpis.js';
import { retentionLimit } from './data/retention-limit.js';
import { sharingAgreement } from './data/sharing-agreement.js';
import { waiverUsed } from './governance/waiver-used.js';
import { waiverValid } from './governance/waiver-valid.js';
import { branchesMeet } from './graph/branches-meet.js';
import { channelSwitchKeepsCase } from './graph/channel-switch-keeps-case.js';
import { decisionIsTotal } from './graph/decision-is-total.js';
import { fallbackStandsAlone } from './graph/fallback-stands-alone.js';
import { handoffExists } from './graph/handoff-exists.js';
import { handoffHandsEnough } from './graph/handoff-hands-enough.js';
import { handoffSaysWhat } from './graph/handoff-says-what.js';
import { loopEnds } from './graph/loop-ends.js';
import { nestingFits } from './graph/nesting-fits.js';
import { selfServiceFindsHelp } from './graph/self-service-finds-help.js';
import { sharesAddUp } from './graph/shares-add-up.js';
import { stagesGoForward } from './graph/stages-go-forward.js';
import { stepCanEnd } from './graph/step-can-end.js';
import { stepReachable } from './graph/step-reachable.js';
import { wayLeadsOn } from './graph/way-leads-on.js';
import { alertsBeyondTarget } from './kpi/alerts-beyond-target.js';
import { baselineKnown } from './kpi/baseline-known.js';
import { benchmarkFresh } from './kpi/benchmark-fresh.js';
import { caseKeyCarried } from './kpi/case-key-carried.js';
import { dimensionsCarried } from './kpi/dimensions-carried.js';
import { formulaTells } from './kpi/formula-tells.js';
import { formulaTyped } from './kpi/formula-typed.js';
import { incentiveGuarded } from './kpi/incentive-guarded.js';
import { inputsTold } from './kpi/inputs-told.js';
import { moreThanPerception } from './kpi/more-than-perception.js';
import { personalisingPays } from './kpi/personalising-pays.js';
import { primarySaysOutcome } from './kpi/primary-says-outcome.js';
import { readyForReview } from './kpi/ready-for-review.js';
import { saidAndDone } from './kpi/said-and-done.js';
import { kpiSaidOnce } from './kpi/said-once.js';
import { sameCohort } from './kpi/same-cohort.js';
import { sampleBigEnough } from './kpi/sample-big-enough.js';
import { seriesUnbroken } from './kpi/series-unbroken.js';
import { targetBeyondBaseline } from './kpi/target-beyond-baseline.js';
import { valuesPossible } from './kpi/values-possible.js';
import { evidenceEnough } from './lifecycle/evidence-enough.js';
import { frontlineValidated } from './lifecycle/frontline-validated.js';
import { incidentFollowedUp } from './lifecycle/incident-followed-up.js';
import { noRetiredBehind } from './lifecycle/no-retired-behind.js';
import { recordComplete } from './lifecycle/record-complete.js';
import { reviewDone } from './lifecycle/review-done.js';
import { secondReviewer } from './lifecycle/second-reviewer.js';
import { systemAssessed } from './lifecycle/system-assessed.js';
import { toBeCompared } from './lifecycle/to-be-compared.js';
import { cardComplete } from './model/card-complete.js';
import { humanOversight } from './model/human-oversight.js';
import { activeOwner } from './ownership/active-owner.js';
import { authorityCovers } from './ownership/authority-covers.js';
import { handoffSides } from './ownership/handoff-sides.js';
import { hierarchyEnds } from './ownership/hierarchy-ends.js';
import { oneAccountable } from './ownership/one-accountable.js';
import { ownerAtWork } from './ownership/owner-at-work.js';
import { requiredFunctions } from './ownership/required-functions.js';
import { secondApprover } from './ownership/second-approver.js';
import { criteriaUsable } from './persona/criteria-usable.js';
import { oneFallback } from './persona/one-fallback.js';
import { tierRanks } from './persona/tier-ranks.js';
import { toldApart } from './persona/told-apart.js';
import { activeNeedsActive } from './reference/active-needs-active.js';
import { importLocked } from './reference/import-locked.js';
import { innerPlaceExists } from './reference/inner-place-exists.js';
import { oneProducer } from './reference/one-producer.js';
import { roleFilled } from './reference/role-filled.js';
import { subjectClear } from './reference/subject-clear.js';
import { targetExists } from './reference/target-exists.js';
import { usedSomewhere } from './reference/used-somewhere.js';
import { versionInRange } from './reference/version-in-range.js';
import { disclosureInTime } from './regulated/disclosure-in-time.js';
import { disclosureText } from './regulated/disclosure-text.js';
import { stepProved } from './regulated/step-proved.js';
import { outageExercised } from './resilience/outage-exercised.js';
import { agreementInForce } from './sla/agreement-in-force.js';
import { agreementOnRecord } from './sla/agreement-on-record.js';
import { availabilityBacked } from './sla/availability-backed.js';
import { calendarsKnown } from './sla/calendars-known.js';
import { clockOnWay } from './sla/clock-on-way.js';
import { criticalStagePromised } from './sla/critical-stage-promised.js';
import { criticalStepsTimed } from './sla/critical-steps-timed.js';
import { dataInTime } from './sla/data-in-time.js';
import { handoffTimed } from './sla/handoff-timed.js';
import { ladderRises } from './sla/ladder-rises.js';
import { pathFitsTarget } from './sla/path-fits-target.js';
import { pausesShared } from './sla/pauses-shared.js';
import { percentsAddUp } from './sla/percents-add-up.js';
import { pollingWithinLimits } from './sla/polling-within-limits.js';
import { promiseRealistic } from './sla/promise-realistic.js';
import { recoveryInTime } from './sla/recovery-in-time.js';
import { targetsInOrder } from './sla/targets-in-order.js';
import { timeCovered } from './sla/time-covered.js';
import { workUnderpinned } from './sla/work-underpinned.js';
import { activeComplete } from './structure/active-complete.js';
import { channelServed } from './structure/channel-served.js';
import { commaInText } from './structure/comma-in-text.js';
import { eventsComplete } from './structure/events-complete.js';
import { fieldsKnown } from './structure/fields-known.js';
import { fileIsDocument } from './structure/file-is-document.js';
import { fileReadable } from './structure/file-readable.js';
import { idsUnique } from './structure/ids-unique.js';
import { laneFitsActor } from './structure/lane-fits-actor.js';
import { languageVersion } from './structure/language-version.js';
import { legacyHasPain } from './structure/legacy-has-pain.js';
import { levelFits } from './structure/level-fits.js';
import { phasesCovered } from './structure/phases-covered.js';
import { selectionScored } from './structure/selection-scored.js';
import { startAndEnd } from './structure/start-and-end.js';
import { stepsWithinLimit } from './structure/steps-within-limit.js';
import { targetsKnown } from './structure/targets-known.js';
import { termsTranslated } from './structure/terms-translated.js';
import { valuesInRange } from './structure/values-in-range.js';
import { versionWellFormed } from './structure/version-well-formed.js';
import { preferredOnce } from './terms/preferred-once.js';
import { statusOrder } from './terms/status-order.js';
import { statusUnambiguous } from './terms/status-unambiguous.js';
import { wordAllowed } from './terms/word-allowed.js';
import { decisionLogged } from './variant/decision-logged.js';
import { fallbackIndependent } from './variant/fallback-independent.js';
import { humanAlternative } from './variant/human-alternative.js';
import { lockedPartsKept } from './variant/locked-parts-kept.js';
import { nobodyLeftBehind } from './variant/nobody-left-behind.js';
import { outreachRespectful } from './variant/outreach-respectful.js';
import { overlayApplies } from './variant/overlay-applies.js';
import { overlaySmall } from './variant/overlay-small.js';
import { overrideFirst } from './variant/override-first.js';
import { rulesInOrder } from './variant/rules-in-order.js';
import { variantTested } from './variant/variant-tested.js';
import { variantsWithinLimits } from './variant/variants-within-limits.js';

/** Every rule, by code. The list is compared with the folder, the docs and the catalogue by a test. */
export const rules: readonly Rule[] = [
  fileReadable,
  fieldsKnown,
  idsUnique,
  languageVersion,
  versionWellFormed,
  valuesInRange,
  termsTranslated,
  activeComplete,
  channelServed,
  eventsComplete,
  startAndEnd,
  laneFitsActor,
  phasesCovered,
  selectionScored,
  levelFits,
  stepsWithinLimit,
  legacyHasPain,
  fileIsDocument,
  commaInText,
  targetsKnown,
  targetExists,
  innerPlaceExists,
  importLocked,
  activeNeedsActive,
  usedSomewhere,
  roleFilled,
  versionInRange,
  oneProducer,
  subjectClear,
  stepReachable,
  stepCanEnd,
  wayLeadsOn,
  sharesAddUp,
  decisionIsTotal,
  loopEnds,
  branchesMeet,
  stagesGoForward,
  nestingFits,
  handoffSaysWhat,
  handoffExists,
  fallbackStandsAlone,
  selfServiceFindsHelp,
  handoffHandsEnough,
  channelSwitchKeepsCase,
  activeOwner,
  ownerAtWork,
  oneAccountable,
  secondApprover,
  hierarchyEnds,
  handoffSides,
  authorityCovers,
  requiredFunctions,
  clockOnWay,
  agreementOnRecord,
  pathFitsTarget,
  workUnderpinned,
  percentsAddUp,
  criticalStepsTimed,
  criticalStagePromised,
  targetsInOrder,
  timeCovered,
  handoffTimed,
  ladderRises,
  calendarsKnown,
  agreementInForce,
  dataInTime,
  availabilityBacked,
  pollingWithinLimits,
  recoveryInTime,
  pausesShared,
  promiseRealistic,
  primarySaysOutcome,
  formulaTyped,
  baselineKnown,
  targetBeyondBaseline,
  inputsTold,
  caseKeyCarried,
  readyForReview,
  personalisingPays,
  dimensionsCarried,
  sampleBigEnough,
  alertsBeyondTarget,
  seriesUnbroken,
  benchmarkFresh,
  sameCohort,
  kpiSaidOnce,
  moreThanPerception,
  saidAndDone,
  incentiveGuarded,
  valuesPossible,
  formulaTells,
  elementLookedAfter,
  elementsNamed,
  channelCarriesClass,
  lawfulBasis,
  purposeDeclared,
  retentionLimit,
  retentionCoversKpis,
  consentGuard,
  askedOnce,
  automatedDecision,
  grantFits,
  oneMaster,
  regionAllowed,
  kpiLineage,
  eventQuality,
  sharingAgreement,
  accessLogged,
  anonymisationProfile,
  wordAllowed,
  statusUnambiguous,
  preferredOnce,
  statusOrder,
  noRetiredBehind,
  reviewDone,
  toBeCompared,
  recordComplete,
  evidenceEnough,
  frontlineValidated,
  systemAssessed,
  incidentFollowedUp,
  secondReviewer,
  variantsWithinLimits,
  fallbackIndependent,
  overrideFirst,
  variantTested,
  decisionLogged,
  nobodyLeftBehind,
  rulesInOrder,
  outreachRespectful,
  overlayApplies,
  humanAlternative,
  overlaySmall,
  lockedPartsKept,
  criteriaUsable,
  toldApart,
  oneFallback,
  tierRanks,
  cardComplete,
  humanOversight,
  outageExercised,
  disclosureText,
  stepProved,
  disclosureInTime,
  trainingInTime,
  wayBackOpen,
  waiverValid,
  waiverUsed,
];
