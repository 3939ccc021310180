import { compareText } from '../../base/diagnostic.js';
import type { GateRule } from '../gate-rule.js';
import { accumulatedAgreed } from './accumulated-agreed.js';
import { accumulatedRaised } from './accumulated-raised.js';
import { approvalsPresent } from './approvals-present.js';
import { authorNotAlone } from './author-not-alone.js';
import { claimsTrue } from './claims-true.js';
import { correctionAgreed } from './correction-agreed.js';
import { dependentsReviewed } from './dependents-reviewed.js';
import { documentReadable } from './document-readable.js';
import { effectiveAhead } from './effective-ahead.js';
import { firstAdoption } from './first-adoption.js';
import { informedNamed } from './informed-named.js';
import { onceActiveKept } from './once-active-kept.js';
import { changeOnRecord } from './on-record.js';
import { ownerAccepted } from './owner-accepted.js';
import { policyAgreed } from './policy-agreed.js';
import { recordsKept } from './records-kept.js';
import { standingForward } from './standing-forward.js';
import { trainingFresh } from './training-fresh.js';
import { versionFree } from './version-free.js';
import { versionRaised } from './version-raised.js';
import { waiverAgreed } from './waiver-agreed.js';

/** Every rule that a change has to meet, in the order in which they are told. */
export const gateRules: readonly GateRule[] = [
  documentReadable,
  recordsKept,
  effectiveAhead,
  standingForward,
  onceActiveKept,
  versionRaised,
  accumulatedRaised,
  versionFree,
  changeOnRecord,
  trainingFresh,
  policyAgreed,
  approvalsPresent,
  ownerAccepted,
  accumulatedAgreed,
  correctionAgreed,
  waiverAgreed,
  claimsTrue,
  authorNotAlone,
  firstAdoption,
  informedNamed,
  dependentsReviewed,
];

/** The same, as a list to look something up in. */
export const gateRulesByCode: readonly GateRule[] = gateRules.toSorted((a, b) => compareText(a.code, b.code));
