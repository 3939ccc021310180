import type { Edit, PastCommit } from './past.js';

const journey = 'journeys/motor-claim.yaml';
const austria = 'journeys/motor-claim-at.yaml';
const parts = 'slas/motor-claim-parts.yaml';
const tests = 'records/tests.yaml';
const numbers = 'records/numbers-and-access.yaml';
const reviews = 'records/reviews.yaml';

const reminder = `      - id: remind-report
        title: We remind of the unfinished report
        lane: frontstage
        type: notify
        channel: sms
        systems: [message-hub]
        automation: automated
        message: {text: Your claim is not finished yet. Continue in the app or call us.}
        events: {complete: report-reminder-sent}
        end: side
`;

const partnerGarages = `  - {op: set, path: ownership.authority, value: [claims-it, claims-ops, field-inspection, payments, house-bank, partner-garage], reason: the partner garages work for this journey only}
  - {op: set, path: disclosures.appeal-right.textFile, value: texts/appeal.at.md, reason: national supervisor}
  - {op: set, path: disclosures.appeal-right.sha256, value: 9c280de58325bb3b1a858f0db9117b82b6276fb19d3867dc792ad26f1cf779b1, reason: national supervisor}
  - op: add
    path: stages.inspection.steps
    after: visit
    value:
      id: partner-visit
      title: Partner garage inspects
      lane: frontstage
      type: delivery
      actor: partner-garage
      channel: field
      systems: [garage-gateway]
      dependsOn: [{system: garage-gateway, mode: degraded, fallback: {text: orders by phone and reports by mail}}]
      automation: human
      sla: partner-inspection
      data: {reuses: [claim-description, claim-photo, customer-contact, vehicle-plate], writes: [damage-estimate]}
      requires: [{evidence: photo, of: damage}, {evidence: signature, of: visit-report}]
      showsStatus: [visit-booked]
      events: {start: partner-assigned, complete: partner-done}
      time: {touch: 30-45m, per: case}
      feels: {from: tense, to: understood, score: 1}
      next: [{to: decide, hands: [claim-description, claim-photo, damage-estimate, customer-contact], sla: ola-partner-decision}]
    reason: no own inspectors in Tyrol
  - op: set
    path: stages.triage.steps.classify.next
    value:
      - {to: visit, when: own inspector near, share: 0.4, hands: [claim-description, claim-photo, customer-contact, visit-preference, vehicle-plate, contract-type], sla: ola-triage-field}
      - {to: partner-visit, when: no own inspector, share: 0.3, hands: [claim-description, claim-photo, customer-contact, vehicle-plate], sla: ola-triage-partner}
      - {to: decide, share: 0.3, hands: [claim-description, claim-photo], sla: ola-photo-estimate}
    reason: route to the partner
  - {op: set, path: stages.inspection.raci, value: {responsible: [field-inspection, partner-garage], accountable: [field-inspection#lead], consulted: [claims-ops], informed: [claims-at]}, reason: the partner garages do part of the visits}
  - {op: add, path: resilience.scenarios, value: {id: garage-down, loses: {team: partner-garage}, fallback: {step: visit}, exercised: test-2026-025}, reason: a partner may stop working for us}
`;

/** How the motor claim came to be. */
export const insurance: readonly PastCommit[] = [
  { title: 'Write down the motor claim and all that it rests on', author: 'a-huber', approvedBy: [], date: '2026-07-21T08:30:00Z', edits: [] },
  {
    title: 'Call it a fleet from five vehicles on',
    author: 't-brandt',
    approvedBy: ['a-huber', 'm-okafor', 'j-peters'],
    date: '2026-07-23T11:10:00Z',
    edits: [
      { file: 'people/fleet-manager.yaml', from: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-01-01}', to: 'version: 2.0.0\nstatus: active\neffective: {from: 2026-08-10}' },
      { file: 'people/fleet-manager.yaml', from: 'op: gte, value: 3}', to: 'op: gte, value: 5}' },
    ],
  },
  {
    title: 'Let the cost of one contact end with the year',
    author: 'j-marin',
    approvedBy: ['a-huber', 'e-wagner'],
    date: '2026-07-27T09:00:00Z',
    edits: [
      { file: 'kpis/cost-per-interaction.yaml', from: 'version: 1.0.0\nstatus: active\neffective: {from: 2026-07-01}', to: 'version: 1.1.0\nstatus: deprecated\neffective: {from: 2026-08-01, until: 2027-01-01}' },
      { file: 'kpis/cost-per-interaction.yaml', from: 'review: {cycle: P12M, next: 2027-10-01}\n', to: 'review: {cycle: P12M, next: 2027-10-01}\nsupersededBy: first-contact-resolution\n' },
      { file: numbers, added: ['decision-2026-015'] },
    ],
  },
  {
    title: 'Revert "Let the cost of one contact end with the year"',
    author: 'q-reiter',
    approvedBy: ['a-huber', 'e-wagner'],
    date: '2026-08-06T14:20:00Z',
    edits: [
      { file: 'kpis/cost-per-interaction.yaml', from: 'version: 1.1.0\nstatus: deprecated\neffective: {from: 2026-08-01, until: 2027-01-01}', to: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-08-10}' },
      { file: 'kpis/cost-per-interaction.yaml', from: 'review: {cycle: P12M, next: 2027-10-01}\nsupersededBy: first-contact-resolution\n', to: 'review: {cycle: P12M, next: 2027-10-01}\n' },
    ],
  },
  {
    title: 'Renew what customers, teams and partners are promised for another year',
    author: 'm-okafor',
    approvedBy: ['a-huber', 't-brandt', 'j-peters', 'f-krause', 'g-farkas', 'o-lind', 'r-moser', 'l-gruber', 'u-egger', 'y-amari'],
    date: '2026-08-14T13:40:00Z',
    edits: [
      ...['ola-triage', 'ola-triage-field', 'ola-inspection', 'ola-field-decision', 'ola-photo-estimate', 'ola-decision', 'ola-decision-letter', 'bank-transfer'].flatMap(renewed),
      { file: 'slas/motor-claim-settlement.yaml', from: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-01-01}', to: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: 'slas/motor-claim-settlement.yaml', from: 'expires: 2026-08-31', to: 'expires: 2027-08-31' },
      { file: 'slas/motor-claim-settlement.yaml', from: 'agreement-2025-003', to: 'agreement-2026-008' },
      { file: 'slas/claim-registration.yaml', added: true },
      { file: 'slas/motor-claim-parts-at.yaml', added: true },
      { file: 'records/change-2026-029.yaml', added: true },
      { file: 'records/agreements.yaml', added: ['agreement-2026-008', 'agreement-2026-009'] },
    ],
  },
  {
    title: 'Remind customers of an unfinished report and practise a day without the portal',
    author: 't-brandt',
    approvedBy: ['a-huber', 'j-peters', 'f-krause', 'g-farkas', 'm-okafor', 'l-gruber', 'y-amari'],
    date: '2026-08-18T15:05:00Z',
    edits: [
      { file: journey, from: 'version: 2.2.1\nstatus: active\neffective: {from: 2026-03-01}', to: 'version: 2.3.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: journey, from: '  - id: first-notice\n    title: First notice\n', to: '  - id: report\n    title: Report\n    aliases: [first-notice]\n' },
      { file: journey, from: '        onFail: phone-report\n', to: '        meanwhile:\n          - {every: 1d, times: 2, to: remind-report}\n        onFail: phone-report\n' },
      { file: journey, from: 'exceptions: [caller is not the policyholder]\n        next: classify\n', to: `exceptions: [caller is not the policyholder]\n        next: [{to: classify, sla: claim-registration}]\n${reminder}` },
      { file: journey, from: 'events: {complete: claim-file-opened}\n        next: classify\n', to: 'events: {complete: claim-file-opened}\n        next: [{to: classify, sla: claim-registration}]\n' },
      ...(['data-notice', 'decision-reasons', 'appeal-right'] as const).map(releasedAgain),
      { file: journey, from: 'version: 6, covers: [phone-report, classify, decide, declined], for: 2.2.1', to: 'version: 7, covers: [phone-report, classify, decide, declined], for: 2.3.0' },
      { file: journey, from: 'covers: [visit], for: 2.2.1', to: 'covers: [visit], for: 2.3.0' },
      { file: journey, from: 'covers: [transfer], for: 2.2.1', to: 'covers: [transfer], for: 2.3.0' },
      { file: journey, from: 'exercised: test-2025-011', to: 'exercised: test-2026-014' },
      { file: journey, from: '{text: partner inspection}}', to: '{text: partner inspection}, exercised: test-2026-019}' },
      { file: journey, from: '{text: paper file with the emergency register}, exercised: test-2025-009', to: '{text: paper file with the emergency register}, exercised: test-2026-022' },
      { file: journey, from: 'exercised: test-2025-010', to: 'exercised: test-2026-023' },
      { file: journey, from: '{text: manual fraud check}, exercised: test-2025-009', to: '{text: manual fraud check}, exercised: test-2026-027' },
      { file: journey, from: 'toVersion: 2.1.0', to: 'toVersion: 2.2.1' },
      { file: austria, from: 'version: 1.4.0\nstatus: active\neffective: {from: 2026-03-01}', to: 'version: 1.5.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: 'records/changes.yaml', added: true },
      { file: tests, added: ['test-2026-014', 'test-2026-019', 'test-2026-022', 'test-2026-023', 'test-2026-027'] },
    ],
  },
  {
    title: 'Let partner garages inspect in Austria and use the text of its supervisor',
    author: 'w-pichler',
    approvedBy: ['l-gruber', 'p-steiner', 'y-amari', 'j-peters', 'f-krause', 'r-moser'],
    date: '2026-08-19T09:15:00Z',
    edits: [
      {
        file: austria,
        from: 'schema.json\napiVersion',
        to: 'schema.json\n# Austria: where no inspector of ours is near, a partner garage looks at the car. Everything else is as in motor-claim.\napiVersion',
      },
      { file: austria, from: 'description: Our own inspectors drive to every car in Austria.', to: 'description: Partner garages inspect in Tyrol, Vorarlberg and Carinthia; the appeal text is the one of the Austrian supervisor.' },
      { file: austria, from: 'version: 1.5.0\nstatus: active\neffective: {from: 2026-09-01}', to: 'version: 2.0.0\nstatus: active\neffective: {from: 2026-09-02}' },
      { file: austria, from: 'extends: motor-claim@^2.2\n', to: 'extends: motor-claim@^2.3\n' },
      { file: austria, from: 'reason: Austrian claims only}\n', to: `reason: Austrian claims only}\n${partnerGarages}` },
      { file: 'texts/appeal.at.md', added: true },
      { file: 'records/pilot-austria.yaml', added: true },
      { file: 'records/changes.yaml', added: ['change-2026-044'] },
      { file: tests, added: ['test-2026-025'] },
    ],
  },
  {
    title: 'File who was trained and who may see which data',
    author: 'h-schubert',
    approvedBy: ['c-vogel'],
    date: '2026-09-29T10:30:00Z',
    edits: [
      { file: 'records/attestations.yaml', added: true },
      { file: numbers, added: ['access-2026-001', 'access-2026-002', 'access-2026-003', 'access-2026-004', 'access-2026-005'] },
    ],
  },
  {
    title: 'Measure promise, visits and work against the third quarter',
    author: 'j-marin',
    approvedBy: ['a-huber', 'q-reiter', 'f-krause'],
    date: '2026-10-06T08:45:00Z',
    edits: [
      ...baselined('settled-in-time', 'minSample: 200', '91, period: 2026-Q3, n: 4310'),
      ...baselined('inspection-rework', 'minSample: 100', '0.07, period: 2026-Q3, n: 3010'),
      ...baselined('claim-flow-efficiency', 'minSample: 200', '34, period: 2026-Q3, n: 4120'),
      { file: 'kpis/settled-in-time.yaml', from: 'target: {value: 93, by', to: 'target: {value: 95, by' },
      { file: numbers, added: ['baseline-2026-q3'] },
    ],
  },
  {
    title: 'Accept no number without a baseline any more',
    author: 't-brandt',
    approvedBy: ['v-sommer', 'a-huber', 'y-amari'],
    date: '2026-10-07T12:00:00Z',
    edits: [
      { file: 'policy/policy.yaml', from: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-01-01}', to: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-10-12}' },
      { file: 'policy/policy.yaml', from: 'tolerance: 0.02}\n', to: 'tolerance: 0.02}\nseverity: {KPI-003: error}\n' },
    ],
  },
  {
    title: 'File what was walked through, audited and looked at in October',
    author: 'm-okafor',
    approvedBy: ['a-huber'],
    date: '2026-10-21T15:20:00Z',
    edits: [
      { file: 'records/validations.yaml', added: true },
      { file: reviews, added: true },
    ],
  },
  {
    title: 'File the audit of the motor claim and the quarterly review',
    author: 'y-amari',
    approvedBy: ['a-huber'],
    date: '2026-11-13T09:40:00Z',
    edits: [{ file: reviews, added: ['review-2026-011', 'audit-2026-003'] }],
  },
  {
    title: 'Say why the registration has a promise of its own',
    author: 'm-okafor',
    approvedBy: ['t-brandt'],
    date: '2026-11-18T16:00:00Z',
    edits: [
      {
        file: 'slas/claim-registration.yaml',
        from: 'schema.json\napiVersion',
        to: 'schema.json\n# The clock of motor-claim-settlement starts with the registration. What comes before it is promised here, so that no claim waits unseen.\napiVersion',
      },
      { file: 'slas/claim-registration.yaml', from: 'clock: {stop: fnol-registered, start: [claim-file-opened, fnol-captured]}', to: 'clock: {start: [claim-file-opened, fnol-captured], stop: fnol-registered}' },
    ],
  },
];

function renewed(spec: string): readonly Edit[] {
  return [
    { file: parts, spec, from: 'version: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}', to: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-09-01}' },
    { file: parts, spec, from: 'agreement-2025-004', to: 'agreement-2026-009' },
  ];
}

/** The texts stayed as they were, and compliance read and released them once more. */
function releasedAgain(disclosure: 'data-notice' | 'decision-reasons' | 'appeal-right'): Edit {
  const sha256 = { 'data-notice': '37a050', 'decision-reasons': '12e69', 'appeal-right': '98c431' };
  const then = `${sha256[disclosure]}, record: change-2025-019`;
  return { file: journey, from: then, to: then.replace('change-2025-019', 'change-2026-031') };
}

function baselined(kpi: string, after: string, baseline: string): readonly Edit[] {
  const file = `kpis/${kpi}.yaml`;
  return [
    { file, from: 'version: 1.0.0\nstatus: active\neffective: {from: 2026-10-01}', to: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-10-12}' },
    { file, from: `${after}\n`, to: `${after}\nbaseline: {value: ${baseline}, record: baseline-2026-q3}\n` },
  ];
}
