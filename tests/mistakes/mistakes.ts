/** One mistake that somebody makes in a workspace that was clean, and the one finding that it should give. */
export interface Mistake {
  readonly name: string;
  /** The file of the insurance workspace that is changed. */
  readonly file: string;
  /** The text that is replaced (its first occurrence), and by what. */
  readonly from: string;
  readonly to: string;
  readonly code: string;
  /** The text that the finding points at. */
  readonly at: string;
  /** Words of the message and of the next step. */
  readonly says: RegExp;
  readonly hint: RegExp;
  /** The file that it is told in, where that is another one. */
  readonly toldIn?: string;
  readonly asOf?: string;
}

const journey = 'journeys/motor-claim.yaml';
const austria = 'journeys/motor-claim-at.yaml';
const catalog = 'data/claims-data.yaml';
const parts = 'slas/motor-claim-parts.yaml';

export const mistakes: readonly Mistake[] = [
  { name: 'a misspelt field', file: journey, from: 'customerGoal: My car', to: 'custmerGoal: My car', code: 'STR-002', at: 'custmerGoal', says: /`custmerGoal` is not a field of a journey/, hint: /Did you mean `customerGoal`/ },
  { name: 'a word of the trade instead of the field', file: journey, from: '        time: 8-15m\n', to: '        duration: 8-15m\n', code: 'STR-002', at: 'duration', says: /`duration` is not a field of a step/, hint: /`time`/ },
  { name: 'a line indented too far', file: journey, from: 'level: end-to-end\n', to: '  level: end-to-end\n', code: 'STR-001', at: 'level: end-to-end', says: /same column|neither/, hint: /Move|colon/ },
  { name: 'a tab instead of spaces', file: journey, from: '  regions: [DE, AT]\n', to: '\tregions: [DE, AT]\n', code: 'STR-001', at: '\tregions: [DE, AT]', says: /tab/i, hint: /spaces/ },
  { name: 'a version of two numbers without quotes', file: journey, from: 'version: 2.3.0', to: 'version: 1.10', code: 'STR-005', at: '1.10', says: /version/, hint: /three numbers/ },
  { name: 'an owner that does not exist', file: journey, from: 'owner: claims-cx\n', to: 'owner: claims-xc\n', code: 'REF-001', at: 'claims-xc', says: /no team `claims-xc`/, hint: /Did you mean `claims-cx`/ },
  { name: 'a step that nobody reaches', file: journey, from: '        events: {complete: report-reminder-sent}\n        end: side\n', to: '        events: {complete: report-reminder-sent}\n        end: side\n      - {id: stray, title: Somebody looks at the photos, lane: backstage, automation: automated, end: side}\n', code: 'GRF-001', at: 'stray', says: /No case can reach step `stray`/, hint: /next/ },
  { name: 'a step that leads back to itself for ever', file: journey, from: ', repeats: 1}]', to: '}]', code: 'GRF-003', at: 'visit', says: /leads back to itself/, hint: /repeats/ },
  { name: 'a loop without an end', file: journey, from: '{to: visit, when: {event: inspection-missed}, repeats: 1}', to: '{to: classify, when: {event: inspection-missed}, hands: [claim-description, claim-photo, damage-estimate], sla: ola-field-decision}', code: 'GRF-006', at: 'classify', says: /./, hint: /repeats/ },
  { name: 'a handoff that hands nothing over', file: journey, from: '{to: transfer, when: accepted, hands: [iban, claim-decision], sla: none', to: '{to: transfer, when: accepted, sla: none', code: 'GRF-010', at: 'transfer', says: /hand/, hint: /hands/ },
  { name: 'two who are accountable', file: journey, from: 'accountable: [payments#lead]', to: 'accountable: [payments#lead, payments#clerk]', code: 'OWN-003', at: 'payments#clerk', says: /both answer for stage `payment`/, hint: /Keep the one/ },
  { name: 'a forbidden synonym in a title', file: journey, from: 'title: Claim file is opened', to: 'title: Damage case is opened', code: 'TRM-001', at: 'Damage case is opened', says: /damage case/i, hint: /claim/ },
  { name: 'a review that is long overdue', file: journey, from: 'review: {cycle: P6M, next: 2027-04-20', to: 'review: {cycle: P1W, next: 2026-08-01', code: 'LIF-005', at: 'P1W', says: /review/, hint: /review/i },
  { name: 'personal data that nobody said the purpose of', file: catalog, from: '    elements: [survey-answer, claim-number, policy-number]\n', to: '    elements: [claim-number, policy-number]\n', code: 'DAT-004', at: 'survey-answer', says: /purpose|activity/, hint: /activit/ },
  { name: 'an overlay that removes a locked text', file: austria, from: '  - {op: set, path: disclosures.appeal-right.textFile, value: texts/appeal.at.md, reason: national supervisor}\n  - {op: set, path: disclosures.appeal-right.sha256, value: 9c280de58325bb3b1a858f0db9117b82b6276fb19d3867dc792ad26f1cf779b1, reason: national supervisor}\n', to: '  - {op: remove, path: disclosures.decision-reasons.regime, reason: shorter letters}\n', code: 'VAR-012', at: 'disclosures.decision-reasons.regime', says: /which the Policy locks/, hint: /Delete this change/ },
  { name: 'a comma in a text between braces', file: journey, from: '{id: waiting, title: Customer waits for the visit, lane', to: '{id: waiting, title: Customer waits, and waits, lane', code: 'STR-019', at: 'and waits', says: /comma/, hint: /quotes/ },
  { name: 'the same key twice', file: journey, from: 'level: end-to-end\n', to: 'level: end-to-end\nlevel: micro\n', code: 'STR-001', at: 'level', says: /second time/, hint: /Keep/ },
  { name: 'a day that does not exist', file: journey, from: 'effective: {from: 2026-09-01}', to: 'effective: {from: 2026-09-31}', code: 'STR-006', at: '2026-09-31', says: /2026-09-31/, hint: /./ },
  { name: 'a length of time without a unit', file: parts, from: 'within: 4h', to: 'within: 4', code: 'STR-006', at: '4', says: /within/, hint: /4h|10d/ },
  { name: 'a lane that does not exist', file: journey, from: 'lane: backstage\n        type: decision', to: 'lane: back office\n        type: decision', code: 'STR-002', at: 'back office', says: /`lane`/, hint: /backstage/ },
  { name: 'two steps with one id', file: journey, from: '      - id: remind-visit\n', to: '      - {id: waiting, title: Customer waits again, lane: customer, type: wait, alongside: visit}\n      - id: remind-visit\n', code: 'STR-003', at: 'waiting', says: /two steps `waiting`/, hint: /another id/ },
  { name: 'a next that leads to no step', file: journey, from: '        next: open-file\n      - id: fetch', to: '        next: open-fiel\n      - id: fetch', code: 'REF-002', at: 'open-fiel', says: /open-fiel/, hint: /open-file/ },
  { name: 'a disclosure whose text was changed after approval', file: journey, from: 'sha256: ce11fab6850d04cc8ee0b8b75168635155fa6bb2d22d42dc252a3fa19c37a050', to: 'sha256: ce11fab6850d04cc8ee0b8b75168635155fa6bb2d22d42dc252a3fa19c37a051', code: 'REG-001', at: 'ce11fab6850d04cc8ee0b8b75168635155fa6bb2d22d42dc252a3fa19c37a051', says: /texts\/data-notice\.de\.md|text/, hint: /./ },
  { name: 'a text that is kept for longer than allowed', file: catalog, from: '{id: iban, title: Bank account, class: restricted, nature: personal, owner: payments, steward: data-office, subjectCategory: policyholder, master: claims-core, validator: bank-gateway, retention: {period: P13M', to: '{id: iban, title: Bank account, class: restricted, nature: personal, owner: payments, steward: data-office, subjectCategory: policyholder, master: claims-core, validator: bank-gateway, retention: {period: P23M', code: 'DAT-006', at: 'P23M', says: /iban/, hint: /P13M/ },
  { name: 'bank details asked for by SMS', file: journey, from: "        data: {reuses: [claim-number]}\n        showsStatus: [claim-received]", to: "        data: {reuses: [claim-number, iban]}\n        showsStatus: [claim-received]", code: 'DAT-003', at: 'iban', says: /sms/, hint: /./ },
  { name: 'a role that the team does not have', file: journey, from: 'to: claims-cx#director, action: decide compensation', to: 'to: claims-cx#directer, action: decide compensation', code: 'REF-006', at: 'claims-cx#directer', says: /directer/, hint: /director/ },
  { name: 'an anchor to save typing', file: journey, from: 'regions: [DE, AT]\n', to: 'regions: &markets [DE, AT]\n', code: 'STR-001', at: '&markets', says: /anchor/i, hint: /./ },
  { name: 'shares of a choice that do not add up', file: journey, from: 'share: 0.3, hands: [claim-description, claim-photo], sla: ola-photo-estimate', to: 'share: 0.4, hands: [claim-description, claim-photo], sla: ola-photo-estimate', code: 'GRF-004', at: 'next', says: /1\.1|110/, hint: /./ },
  { name: 'an overlay that points at a step which is not there', file: austria, from: 'path: stages.triage.steps.classify.next', to: 'path: stages.triage.steps.clasify.next', code: 'VAR-009', at: 'stages.triage.steps.clasify.next', says: /clasify/, hint: /classify/ },
  { name: 'a status word that the glossary does not know', file: journey, from: 'showsStatus: [claim-paid]', to: 'showsStatus: [claim-payed]', code: 'REF-001', at: 'claim-payed', says: /claim-payed/, hint: /claim-paid/ },
  { name: 'a text where a list belongs', file: journey, from: 'regulated: [insurance-conduct, gdpr]', to: 'regulated: insurance-conduct', code: 'STR-002', at: 'insurance-conduct', says: /list/, hint: /\[/ },
  { name: 'a step without a title', file: journey, from: '      - id: open-file\n        title: Claim file is opened\n', to: '      - id: open-file\n', code: 'STR-002', at: 'open-file', says: /open-file.*no `title`/i, hint: /title/ },
  { name: 'an id with a capital letter and a space', file: journey, from: 'id: motor-claim\n', to: 'id: Motor Claim\n', code: 'STR-001', at: 'Motor Claim', says: /Motor Claim/, hint: /small letters/ },
  { name: 'a journey without its id', file: journey, from: 'id: motor-claim\n', to: '', code: 'STR-002', at: '', says: /no `id`/, hint: /`id: motor-claim`/ },
  { name: 'two documents without a line between them', file: 'records/reviews.yaml', from: '---\napiVersion', to: 'apiVersion', code: 'STR-001', at: 'apiVersion', says: /new document begins here/, hint: /Write `---`/ },
  { name: 'a role behind a dot', file: journey, from: 'accountable: [payments#lead]', to: 'accountable: [payments.lead]', code: 'REF-001', at: 'payments.lead', says: /no team `payments\.lead`/, hint: /Did you mean `payments#lead`/ },
  { name: 'a quote that is never closed', file: journey, from: 'article: art. 12, asks', to: 'article: "art. 12, asks', code: 'STR-001', at: '', says: /quote|bracket/, hint: /./ },
  { name: 'a colon in a text without quotes', file: journey, from: 'title: Claim file is opened', to: 'title: Claim: file is opened', code: 'STR-001', at: ': file is opened', says: /a text holds `: ` without quotes/, hint: /quotes/ },
  { name: 'a field left empty', file: journey, from: 'customerGoal: My car is repaired or paid for without chasing anyone', to: 'customerGoal:', code: 'STR-002', at: 'customerGoal', says: /`customerGoal` of journey `motor-claim` is empty/, hint: /delete the line/ },
  { name: 'a way of a decision that was deleted', file: journey, from: '          - {to: visit, when: damage needs inspection, share: 0.7, hands: [claim-description, claim-photo, customer-contact, visit-preference, vehicle-plate, contract-type], sla: ola-triage-field}\n', to: '', code: 'GRF-001', at: 'visit', says: /No case can reach step `visit`/, hint: /`classify` lacks a way.*`\{to: visit\}`/ },
  { name: 'a way of a decision that stands there twice', file: austria, from: '      - {to: decide, ', to: '      - {to: decide, hands: [claim-description, claim-photo], sla: ola-photo-estimate}\n      - {to: decide, ', code: 'GRF-005', at: 'decide', says: /leads to `decide` twice/, hint: /Delete one/ },
  { name: 'an end that was forgotten where the scope tells of it', file: journey, from: '        end: failure\n', to: '', code: 'GRF-009', at: 'declined', says: /ends with failure at `claim-declined`, and step `declined` is no end/, hint: /`end: failure` at step `declined`/ },
  { name: 'the end of the last step that was forgotten', file: journey, from: '        end: success\n', to: '', code: 'GRF-002', at: 'transfer', says: /Nothing follows step `transfer`/, hint: /end: success/ },
  { name: 'the end of a reminder that was forgotten', file: journey, from: '        events: {complete: visit-reminder-sent}\n        end: side\n', to: '        events: {complete: visit-reminder-sent}\n', code: 'GRF-002', at: 'remind-visit', says: /does not end beside it/, hint: /end: side/ },
  { name: 'a team in the Directory that is a document of its own', file: 'directory.yaml', from: 'teams:\n', to: 'teams:\n  claims-cx: Claims\n', code: 'STR-003', at: 'claims-cx', says: /two teams `claims-cx`/, hint: /another id, or delete/, toldIn: 'people/claims-cx.yaml' },
  { name: 'a system in the Directory that is a document of its own', file: 'directory.yaml', from: 'systems:\n', to: 'systems:\n  claims-core: Claims\n', code: 'STR-003', at: 'claims-core', says: /two systems `claims-core`/, hint: /another id, or delete/, toldIn: 'systems/claims-core.yaml' },
  { name: 'a role that was deleted though many rely on it', file: 'people/payments.yaml', from: '  - {id: lead, title: Lead of payments, person: g-farkas, contact: "mailto:payments@wegwart.example", delegate: payments#clerk}\n', to: '', code: 'REF-006', at: '', says: /Team `payments` has no role `lead`.* \d+ other places name it too/, hint: /clerk/, toldIn: 'directory.yaml' },
  { name: 'a data element that was deleted though many use it', file: catalog, from: '  - {id: iban, title: Bank account, class: restricted, nature: personal, owner: payments, steward: data-office, subjectCategory: policyholder, master: claims-core, validator: bank-gateway, retention: {period: P13M, from: case-close, action: erase}}\n', to: '', code: 'REF-001', at: 'iban', says: /no data element `iban`.* \d+ other places name it too/, hint: /Declare/ },
  { name: 'a data element that is misspelt in the one activity that uses it', file: catalog, from: 'elements: [claim-description, claim-photo, iban, customer-contact, visit', to: 'elements: [claim-description, claim-photo, ibna, customer-contact, visit', code: 'REF-001', at: 'ibna', says: /no data element `ibna`/, hint: /Did you mean `iban`/ },
  { name: 'a channel that is misspelt at the system that serves it', file: 'directory.yaml', from: 'channels: [sms, email, letter]', to: 'channels: [smss, email, letter]', code: 'REF-001', at: 'smss', says: /no channel `smss`/, hint: /`sms`/ },
  { name: 'a phase that is misspelt where it is left out', file: journey, from: 'lifecycle: acquire, reason', to: 'lifecycle: aquire, reason', code: 'REF-001', at: 'aquire', says: /no phase `aquire`/, hint: /`acquire`/ },
  { name: 'a goal that the journey and its variants lose', file: journey, from: 'customerGoal: My car is repaired or paid for without chasing anyone\n', to: '', code: 'STR-008', at: 'motor-claim', says: /has no `customerGoal`/, hint: /customerGoal/ },
  { name: 'a scenario that is misspelt in the Record of its test', file: 'records/tests.yaml', from: 'scenario: portal-down', to: 'scenario: portal-dwon', code: 'REF-002', at: 'portal-dwon', says: /No journey has a scenario `portal-dwon`/, hint: /`portal-down`/ },
  { name: 'a handoff without a time', file: journey, from: ', sla: ola-triage-field}', to: '}', code: 'SLA-010', at: 'visit', says: /how long work may lie between `claims-ops` and `field-inspection`/, hint: /`sla: none` with a `reason`/ },
  { name: 'a handoff without a time and without a reason why', file: journey, from: ', sla: none, reason: the same event stops and starts the clock', to: ', sla: none', code: 'SLA-010', at: 'none', says: /no reason why/, hint: /`reason:`/ },
  { name: 'a rung that comes before the one below it', file: journey, from: '{after: 90%, to: claims-cx#journey-owner', to: '{after: 60%, to: claims-cx#journey-owner', code: 'SLA-011', at: '60%', says: /`60%` does not come after rung `70%`/, hint: /order of time/ },
  { name: 'a ladder whose last rung was deleted', file: journey, from: '      - {after: 110%, to: claims-cx#director, action: decide compensation, decisionRight: true}\n', to: '', code: 'SLA-011', at: 'settlement-late', says: /tells nobody once SLA `motor-claim-settlement` is broken/, hint: /may decide/ },
  { name: 'a better tier that waits longer', file: 'slas/motor-claim-settlement.yaml', from: '{tier: gold, within: 8d', to: '{tier: gold, within: 12d', code: 'SLA-008', at: '12d', says: /tier `gold` 12d and the lower tier `standard` 10d/, hint: /rank 1/ },
  { name: 'a target for everybody that was deleted', file: 'slas/motor-claim-settlement.yaml', from: '  - {within: 10d, percent: 90, each: tier}\n', to: '', code: 'SLA-008', at: 'targets', says: /no target for everybody/, hint: /without `tier`/ },
  { name: 'an agreement that nobody wrote down', file: 'slas/refusal-call.yaml', from: 'agreement: agreement-2026-013\n', to: '', code: 'SLA-002', at: 'refusal-call', says: /nothing says where they agreed/, hint: /`type: agreement`/ },
  { name: 'a promise that ran out last summer', file: 'slas/refusal-call.yaml', from: 'expires: 2027-12-31', to: 'expires: 2026-06-30', code: 'SLA-013', at: '2026-06-30', says: /has not held since 2026-06-30/, hint: /retired/ },
  { name: 'a journey that is back before its systems', file: journey, from: '  rto: 8h\n', to: '  rto: 4h\n', code: 'SLA-017', at: '4h', says: /need up to 8h when all are brought back at the same time/, hint: /fallback/ },
  { name: 'a threshold that calls nobody', file: 'systems/claims-core.yaml', from: '{metric: availability, target: 99.9, window: P1M, escalation: claims-it#on-call}', to: '{metric: availability, target: 99.9, window: P1M}', code: 'SLA-015', at: 'availability', says: /Nobody is called when system `claims-core`/, hint: /escalation/ },
  { name: 'a rule that needs its data faster than they come', file: journey, from: '    within: 5m\n', to: '    within: 1m\n', code: 'SLA-014', at: '1m', says: /from `policy-admin` over `claims-core` to `field-app`/, hint: /latency/ },
  { name: 'a step that takes longer than is promised', file: journey, from: '        time: 20-60m\n', to: '        time: 20m-6h\n', code: 'SLA-019', at: 'ola-triage', says: /takes up to 6h today, and SLA `ola-triage` promises 4h/, hint: /Promise what can be kept/ },
  { name: 'a tier that is misspelt in a target', file: 'slas/motor-claim-settlement.yaml', from: '{tier: gold', to: '{tier: glod', code: 'REF-001', at: 'glod', says: /no service tier `glod`/, hint: /`gold`/ },
];
