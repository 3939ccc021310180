import type { Edit, PastCommit } from './past.js';

const journey = 'order-to-activation/broadband-order.yaml';
const booking = 'order-to-activation/book-appointment.yaml';
const selfInstall = 'order-to-activation/broadband-self-install.yaml';
const evidence = 'records/2026/evidence.yaml';

const lateDays = `  - {date: 2027-10-25, name: October holiday}
  - {date: 2027-12-27, name: Christmas Day observed}
  - {date: 2027-12-28, name: St Stephen's Day observed}
horizon: {from: 2026-01-01, until: 2028-01-01}
`;

const dailyUpdate = `      - id: progress-update
        title: Customer is told that the date still holds
        lane: frontstage
        type: notify
        actor: field-service
        channel: sms
        systems: [message-gateway, field-planner]
        automation: automated
        promise: {within: 1h, percent: 99, each: persona, window: P1M, calendar: 24x7}
        message: {text: Your visit is still on for the time you chose. Router and line are on their way.}
        end: side
`;

const shopSketch = `# yaml-language-server: $schema=../../../schemas/journey.schema.json
apiVersion: waymark/v1
kind: Journey
id: broadband-in-the-shop
title: Broadband ordered in a shop
version: 0.1.0
status: draft
owner: broadband-cx
personas: [home-customer]
stages:
  - id: visit-shop
    title: In the shop
    lifecycle: acquire
    steps:
      - {id: ask, title: Customer asks for broadband, lane: customer}
      - {id: order-together, title: Seller enters the order with the customer, lane: frontstage, actor: digital-sales, end: success}
`;

const tellReady =
  "      - {id: tell-ready, title: Customer is told that router and line are both there, lane: frontstage, type: notify, channel: [app, sms], systems: [fernlink-app, message-gateway], waitsFor: [ship-router, provision-line], automation: automated, promise: {within: 15m, percent: 99, each: persona, window: P1M, calendar: 24x7}, message: {text: Router and line are ready. Plug in when it suits you.}, next: plug-in}\n";
const offerVisit =
  '      - {id: offer-visit, title: Customer is offered a visit instead, lane: frontstage, type: notify, actor: field-service, channel: [sms, app], systems: [field-planner, message-gateway], events: {start: order-decided}, end: success}\n';
const selfInstallStage = `  - id: self-install
    title: Self-install and activation
    lifecycle: onboard
    owner: network-operations
    replaces: [installation]
    steps:
`;

/** How the broadband order came to be. */
export const broadband: readonly PastCommit[] = [
  { title: 'Write down the way from the order to the first bill', author: 'aoife-brennan', approvedBy: [], date: '2026-07-21T09:00:00Z', edits: [] },
  {
    title: 'Know the holidays until the end of 2027',
    author: 'declan-moran',
    approvedBy: ['aoife-brennan', 'brid-casey'],
    date: '2026-07-23T10:15:00Z',
    edits: [
      { file: 'calendars/office-hours.yaml', from: 'version: 1.0.0\nstatus: active\neffective: {from: 2026-03-02}', to: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: 'calendars/office-hours.yaml', from: 'horizon: {from: 2026-01-01, until: 2027-09-01}\n', to: lateDays },
    ],
  },
  {
    title: 'Tell the order desk when three fifths of the time for a line are gone',
    author: 'tomas-keane',
    approvedBy: ['aoife-brennan', 'declan-moran'],
    date: '2026-07-28T13:30:00Z',
    edits: [
      { file: journey, from: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-03-02}', to: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-08-04}' },
      {
        file: journey,
        from: '    trigger: {sla: line-live-promise}\n    rungs:\n',
        to: '    trigger: {sla: line-live-promise}\n    rungs:\n      - {after: 60%, to: order-management#lead, action: find the part that is behind and move it up}\n',
      },
    ],
  },
  {
    title: 'Hand the order hub to order management',
    author: 'ines-pereira',
    approvedBy: ['rory-fallon', 'declan-moran'],
    date: '2026-07-30T08:40:00Z',
    edits: [
      { file: 'systems/order-hub.yaml', from: 'version: 2.2.0\nstatus: active\neffective: {from: 2026-03-02}\nowner: digital-sales', to: 'version: 2.3.0\nstatus: active\neffective: {from: 2026-09-01}\nowner: order-management' },
    ],
  },
  {
    title: 'Tell customers every day that the date still holds',
    author: 'cormac-healy',
    approvedBy: ['aoife-brennan', 'grainne-walsh'],
    date: '2026-08-04T11:20:00Z',
    edits: [
      { file: journey, from: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-08-04}', to: 'version: 1.3.0\nstatus: active\neffective: {from: 2026-08-11}' },
      { file: journey, from: '        meanwhile:\n          - {event: cancel-requested,', to: '        meanwhile:\n          - {every: 1d, times: 3, to: progress-update}\n          - {event: cancel-requested,' },
      { file: journey, from: '      - id: save-call\n', to: `${dailyUpdate}      - id: save-call\n` },
    ],
  },
  {
    title: 'Call a third time before a booking is closed',
    author: 'lena-vogt',
    approvedBy: ['cormac-healy'],
    date: '2026-08-06T14:05:00Z',
    edits: [
      { file: booking, from: 'version: 1.0.0\nstatus: active\neffective: {from: 2026-03-02}', to: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: booking, from: 'after two calls, without one.', to: 'after three calls, without one.' },
      { file: booking, from: 'when: no answer after two calls,', to: 'when: no answer after three calls,' },
    ],
  },
  {
    title: 'Say in the contract summary that a late line may be cancelled free of charge',
    author: 'tomas-keane',
    approvedBy: ['aoife-brennan', 'rory-fallon', 'orla-mcgrath'],
    date: '2026-08-13T15:45:00Z',
    edits: [
      { file: journey, from: 'version: 1.3.0\nstatus: active\neffective: {from: 2026-08-11}', to: 'version: 2.0.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: 'texts/contract-summary.en.md', from: 'we agree on a new date with you.\n', to: 'you may cancel free of charge at any time\n  before the technician has finished the installation.\n' },
      { file: journey, from: '2184298dbcf2ba4f5315e54aed6e4373176052f72b7eabdc8c6874db61238ada\n    record: change-2025-006', to: '344ab91fef6a4e801158807d9643e61086d03df1e8509afdfc6e9a5df7ae379f\n    record: change-2026-011' },
      { file: journey, from: 'version: 2, covers: [adviser-help, adviser-confirm, save-call], for: 1.1.0', to: 'version: 3, covers: [adviser-help, adviser-confirm, save-call], for: 2.0.0' },
      { file: journey, from: 'covers: [install, rebook-visit], for: 1.1.0', to: 'covers: [install, rebook-visit], for: 2.0.0' },
      { file: journey, from: '        message: {text: Your visit is still on', to: '        data: {reuses: [appointment-slot]}\n        message: {text: Your visit is still on' },
      { file: journey, from: 'exercised: test-2025-101', to: 'exercised: test-2026-101' },
      { file: journey, from: 'exercised: test-2025-102', to: 'exercised: test-2026-102' },
      { file: journey, from: 'from the van}}', to: 'from the van}, exercised: test-2026-103}' },
      { file: 'records/2026/change-2026-011.yaml', added: true },
      { file: evidence, added: ['validation-2026-08-summary', 'attestation-2026-08-summary', 'test-2026-101', 'test-2026-102', 'test-2026-103'] },
    ],
  },
  {
    title: 'Keep confidential data for three years at most',
    author: 'henrik-aas',
    approvedBy: ['aoife-brennan', 'orla-mcgrath'],
    date: '2026-08-19T09:35:00Z',
    edits: [
      { file: 'policy.yaml', from: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-03-02}', to: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: 'policy.yaml', from: 'confidential: P5Y, restricted', to: 'confidential: P3Y, restricted' },
    ],
  },
  {
    title: 'Call the router a home hub',
    author: 'rory-fallon',
    approvedBy: ['aoife-brennan'],
    date: '2026-08-20T16:10:00Z',
    edits: [
      { file: 'glossary.yaml', from: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-03-02}', to: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: 'glossary.yaml', from: 'preferred: router\n', to: 'preferred: home hub\n' },
    ],
  },
  {
    title: 'Revert "Call the router a home hub"',
    author: 'niamh-daly',
    approvedBy: ['aoife-brennan'],
    date: '2026-08-27T08:20:00Z',
    edits: [
      { file: 'glossary.yaml', from: 'version: 1.2.0\n', to: 'version: 1.3.0\n' },
      { file: 'glossary.yaml', from: 'preferred: home hub\n', to: 'preferred: router\n' },
    ],
  },
  {
    title: 'Measure against the third quarter and aim to lose fewer customers',
    author: 'tomas-keane',
    approvedBy: ['aoife-brennan', 'cormac-healy', 'yusuf-demir'],
    date: '2026-10-09T10:00:00Z',
    edits: [
      ...baselined('order-completion-rate', '1.0.0', '2026-10-12', '{value: 0.87, by', '0.81, period: 2026-Q3, n: 6610, record: baseline-2026-q3'),
      ...baselined('provisioning-churn', '1.1.0', '2026-10-12', '{value: 0.05, by', '0.064, period: 2026-Q3, n: 5480, record: baseline-2026-q3'),
      ...baselined('time-to-live', '1.0.0', '2026-10-12', '{value: 50, by', '58, period: 2026-Q3, n: 5120, record: baseline-2026-q3'),
      ...baselined('visit-kept-rate', '1.0.0', '2026-10-12', '{value: 0.95, by', '0.92, period: 2026-Q3, n: 5210, record: baseline-2026-q3'),
      { file: 'kpis/provisioning-churn.yaml', from: 'target: {value: 0.05, by', to: 'target: {value: 0.04, by' },
      { file: evidence, added: ['baseline-2026-q3'] },
    ],
  },
  {
    title: 'Measure who leaves early against the third quarter',
    author: 'tomas-keane',
    approvedBy: ['aoife-brennan', 'yusuf-demir'],
    date: '2026-10-22T13:00:00Z',
    edits: [
      ...baselined('early-churn', '1.0.0', '2026-10-26', '{value: 0.08, by', '0.12, period: 2026-Q3, n: 6610, record: baseline-2026-10'),
      ...baselined('early-retention', '1.0.0', '2026-10-26', '{value: 0.92, by', '0.88, period: 2026-Q3, n: 6610, record: baseline-2026-10'),
      { file: evidence, added: ['baseline-2026-10'] },
    ],
  },
  {
    title: 'File what visits, attestation and audit found in October',
    author: 'brid-casey',
    approvedBy: ['orla-mcgrath'],
    date: '2026-10-28T15:30:00Z',
    edits: [{ file: evidence, added: ['validation-2026-10-broadband', 'attestation-2026-10-broadband', 'audit-2026-10-systems', 'assessment-2026-systems'] }],
  },
  {
    title: 'Sketch a line without a visit and drop the sketch of orders in a shop',
    author: 'tomas-keane',
    approvedBy: ['aoife-brennan'],
    date: '2026-11-03T11:45:00Z',
    edits: [
      { file: selfInstall, added: true },
      { file: 'slas/ready-in-two-days.yaml', added: true },
      { file: 'order-to-activation/broadband-in-the-shop.yaml', deleted: shopSketch },
    ],
  },
  {
    title: 'Offer a visit where there is no socket, and say sooner that all is there',
    author: 'tomas-keane',
    approvedBy: ['aoife-brennan'],
    date: '2026-11-12T16:30:00Z',
    edits: [
      { file: selfInstall, from: 'version: 0.2.0', to: 'version: 0.3.0' },
      { file: selfInstall, from: `${selfInstallStage}${tellReady}`, to: `${tellReady}${offerVisit}${selfInstallStage}` },
      { file: selfInstall, from: 'decide-order], next: release-work}', to: 'decide-order], next: [{to: release-work, share: 0.75}, {to: offer-visit, when: no socket at the address, share: 0.25}]}' },
      { file: evidence, added: ['review-2026-11-broadband', 'decision-2026-11-self-install'] },
    ],
  },
  {
    title: 'Put the fields of the billing agreement into their usual order',
    author: 'eamon-tierney',
    approvedBy: ['brid-casey'],
    date: '2026-11-20T09:25:00Z',
    edits: [
      {
        file: 'slas/billing-agreements.yaml',
        from: "window: P1M\nconsumer: broadband-cx\nprovider: billing\ncalendar: office-hours\nclock: {start: line-live, stop: [first-bill-sent]}\ntargets: [{within: 5d, percent: 97, each: persona}]\n",
        to: 'provider: billing\nconsumer: broadband-cx\nclock:\n  start: line-live\n  stop: [first-bill-sent]\ncalendar: office-hours\ntargets:\n  - {within: 5d, percent: 97, each: persona}\nwindow: P1M\n',
      },
    ],
  },
];

function baselined(kpi: string, version: string, since: string, target: string, baseline: string): readonly Edit[] {
  const file = `kpis/${kpi}.yaml`;
  const next = version.replace(/\.(\d+)\.0$/, (_, minor: string) => `.${Number(minor) + 1}.0`);
  return [
    { file, from: `version: ${version}\nstatus: active\neffective: {from: 2026-09-01}`, to: `version: ${next}\nstatus: active\neffective: {from: ${since}}` },
    { file, from: `target: ${target}`, to: `baseline: {value: ${baseline}}\ntarget: ${target}` },
  ];
}
