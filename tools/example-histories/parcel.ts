import type { PastCommit } from './past.js';

const journey = 'exceptions/delivery-exception.yaml';
const poland = 'exceptions/delivery-exception-pl.yaml';
const finland = 'exceptions/delivery-exception-fi.yaml';
const agreements = 'records/2026-agreements.yaml';
const evidence = 'records/2026-evidence.yaml';

const fallbackHub = 'depots read the failed stops from the driver app every hour and call business recipients first';
const fallbackGateway = 'notices go out through the backup operator';

const pickup = `  - id: pickup
    title: Pickup at the depot
    lifecycle: collect
    owner: depot-operations
    steps:
`;

const rateDelivery = `      - id: rate-delivery
        title: Recipient is asked for stars
        lane: frontstage
        type: notify
        actor: digital-services
        channel: sms
        systems: [message-gateway]
        automation: automated
        message: {text: How many stars do you give your driver? Answer with a number from one to five.}
        end: success
`;

function confirmDelivery(next?: string): string {
  return `      - id: confirm-delivery
        title: Recipient is told that the parcel is there
        lane: frontstage
        type: notify
        actor: digital-services
        channel: [app, sms]
        systems: [message-gateway, parcel-app]
        automation: automated
        promise: {within: 30m, percent: 98, each: pool, window: P1M, calendar: 24x7}
        showsStatus: [delivered]
        message: {text: Your parcel is with you. Thank you for choosing the day.}
        ${next === undefined ? 'end: success' : `next: ${next}`}
`;
}

/** How the parcel exception came to be. */
export const parcel: readonly PastCommit[] = [
  { title: 'Write down what happens when a parcel cannot be delivered', author: 'anouk-dejong', approvedBy: [], date: '2026-07-23T09:10:00Z', edits: [] },
  {
    title: 'Send no recipient more than four messages a week',
    author: 'bram-visser',
    approvedBy: ['anouk-dejong', 'pieter-claes'],
    date: '2026-07-24T08:30:00Z',
    edits: [
      { file: 'policy.yaml', from: 'version: 1.0.0\nstatus: active\neffective: {from: 2026-03-01}', to: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: 'policy.yaml', from: 'contactsPerWeek: 5', to: 'contactsPerWeek: 4' },
    ],
  },
  {
    title: 'Name the words after parcels and keep the calendar beside them',
    author: 'elif-kaya',
    approvedBy: ['anouk-dejong'],
    date: '2026-07-24T14:50:00Z',
    edits: [
      { file: 'glossary.yaml', from: 'id: exception-words\n', to: 'id: parcel-words\n' },
      { file: 'glossary.yaml', from: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-03-01}', to: 'version: 1.3.0\nstatus: active\neffective: {from: 2026-07-27}' },
      { file: 'glossary.yaml', from: 'review: {cycle: P12M, next: 2027-08-02, forum: country-round}\n', to: 'review: {cycle: P12M, next: 2027-08-02, forum: country-round}\naliases: [exception-words]\n' },
      { file: 'delivery-days.yaml', movedFrom: 'calendars/delivery-days.yaml' },
    ],
  },
  {
    title: 'Let recipients choose on the tracking page too',
    author: 'bram-visser',
    approvedBy: ['anouk-dejong', 'joris-peeters', 'wouter-smit'],
    date: '2026-07-27T13:05:00Z',
    edits: [
      { file: journey, from: 'version: 1.5.0\nstatus: active\neffective: {from: 2026-03-01}', to: 'version: 1.6.0\nstatus: active\neffective: {from: 2026-08-03}' },
      { file: journey, from: 'channel: app\n        systems: [parcel-app, exception-hub]', to: 'channel: [app, web]\n        systems: [parcel-app, tracking-page, exception-hub]' },
    ],
  },
  {
    title: 'Stop asking for stars at the door and confirm from the van',
    author: 'bram-visser',
    approvedBy: ['anouk-dejong', 'joris-peeters', 'samira-haddad'],
    date: '2026-07-28T10:20:00Z',
    edits: [
      { file: journey, from: 'version: 1.6.0\nstatus: active\neffective: {from: 2026-08-03}', to: 'version: 2.0.0\nstatus: active\neffective: {from: 2026-08-04}' },
      { file: journey, from: `${pickup}${confirmDelivery('rate-delivery')}${rateDelivery}`, to: `${confirmDelivery()}\n${pickup}` },
    ],
  },
  {
    title: 'Keep name and phone number from the driver of the second attempt',
    author: 'bram-visser',
    approvedBy: ['anouk-dejong', 'joris-peeters', 'samira-haddad', 'pieter-claes'],
    date: '2026-07-30T10:20:00Z',
    edits: [
      { file: journey, from: 'version: 2.0.0\nstatus: active\neffective: {from: 2026-08-04}', to: 'version: 3.0.0\nstatus: active\neffective: {from: 2026-08-17}' },
      { file: journey, from: '{to: redeliver, hands: [parcel-number, recipient-contact, delivery-address, delivery-choice]', to: '{to: redeliver, hands: [parcel-number, delivery-address, delivery-choice]' },
      { file: journey, from: 'data: {reuses: [recipient-contact, delivery-address, delivery-choice], writes', to: 'data: {reuses: [delivery-address, delivery-choice], writes' },
      { file: journey, from: 'version: 4, covers: [attempt, redeliver], for: 1.5.0', to: 'version: 5, covers: [attempt, redeliver], for: 3.0.0' },
      { file: 'records/2026-changes.yaml', added: true },
    ],
  },
  {
    title: 'Offer lockers in Poland',
    author: 'marek-lis',
    approvedBy: ['kasia-wrona', 'anouk-dejong', 'ola-zawada', 'pieter-claes'],
    date: '2026-08-03T07:55:00Z',
    edits: [
      { file: poland, added: true },
      { file: 'records/2026-changes.yaml', added: ['change-2026-018'] },
    ],
  },
  {
    title: 'Bring parcels to the village agent in Finland',
    author: 'mikko-salo',
    approvedBy: ['aino-lehto', 'anouk-dejong', 'tuula-niemi', 'pieter-claes'],
    date: '2026-08-03T13:45:00Z',
    edits: [
      { file: finland, added: true },
      { file: 'records/2026-changes.yaml', added: ['change-2026-019'] },
    ],
  },
  {
    title: 'Give the locker network a day instead of eighteen hours',
    author: 'bram-visser',
    approvedBy: ['kasia-wrona', 'marek-lis', 'ola-zawada', 'ilse-vandam'],
    date: '2026-08-07T09:50:00Z',
    edits: [
      { file: 'slas/contract-locker-loading.yaml', from: 'version: 1.0.0', to: 'version: 2.0.0' },
      { file: 'slas/contract-locker-loading.yaml', from: '{within: 18h, percent: 96', to: '{within: 24h, percent: 96' },
      { file: 'records/2026-changes.yaml', added: ['change-2026-021'] },
    ],
  },
  {
    title: 'Promise the notice within two hours and the choice within nine days',
    author: 'elif-kaya',
    approvedBy: ['anouk-dejong', 'bram-visser', 'wouter-smit', 'joris-peeters', 'samira-haddad', 'noor-bakker', 'kasia-wrona', 'aino-lehto', 'ilse-vandam', 'pieter-claes'],
    date: '2026-08-12T14:40:00Z',
    edits: [
      { file: 'slas/exception-notice.yaml', from: 'Three hours by the clock, day and night, from', to: 'Two hours by the clock, day and night, from' },
      { file: 'slas/exception-notice.yaml', from: 'That is 75 min of 180, and', to: 'That is 75 min of 120, and' },
      { file: 'slas/exception-notice.yaml', from: 'title: Recipient knows within three hours\nversion: 1.1.0\nstatus: active\neffective: {from: 2026-03-01}', to: 'title: Recipient knows within two hours\nversion: 2.0.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: 'slas/exception-notice.yaml', from: '{within: 3h, percent: 95', to: '{within: 2h, percent: 95' },
      { file: 'slas/exception-notice.yaml', from: 'agreement-2025-014', to: 'agreement-2026-030' },
      { file: 'slas/choice-carried-out.yaml', added: true },
      { file: 'slas/driver-agreements.yaml', added: true },
      { file: 'slas/depot-agreements.yaml', added: true },
      { file: 'slas/contract-locker-loading.yaml', from: 'version: 2.0.0', to: 'version: 2.1.0' },
      { file: 'slas/contract-locker-loading.yaml', from: 'expires: 2027-12-31\n', to: 'expires: 2027-12-31\nunderpins: [choice-carried-out]\n' },
      { file: journey, from: 'version: 3.0.0\n', to: 'version: 3.1.0\n' },
      { file: journey, from: 'hears about it within three hours', to: 'hears about it within two hours' },
      { file: journey, from: 'slas: [exception-notice]\n', to: 'slas: [exception-notice, choice-carried-out]\n' },
      { file: journey, from: 'hands: [parcel-number, exception-reason], sla: none, reason: the handheld uploads when it is back in range}', to: 'hands: [parcel-number, exception-reason], sla: ola-scan-upload}' },
      { file: journey, from: 'share: 0.34}', to: 'share: 0.34, sla: ola-set-aside}' },
      { file: journey, from: 'share: 0.08}', to: 'share: 0.08, sla: ola-send-back}' },
      { file: journey, from: 'delivery-choice], sla: none, reason: the tour of the chosen day takes it along}', to: 'delivery-choice], sla: ola-load-redelivery}' },
      { file: journey, from: 'automation: human\n        data: {reuses: [delivery-address, delivery-choice]', to: 'automation: human\n        sla: ola-redelivery\n        data: {reuses: [delivery-address, delivery-choice]' },
      { file: journey, from: 'hands: [parcel-number], sla: none, reason: the van brings it back in the evening}', to: 'hands: [parcel-number], sla: ola-failed-to-depot}' },
      { file: poland, from: 'version: 1.0.0\n', to: 'version: 1.1.0\n' },
      { file: poland, from: 'delivery-exception@^3.0\n', to: 'delivery-exception@^3.1\n' },
      { file: poland, from: 'share: 0.12}', to: 'share: 0.12, sla: ola-set-aside}' },
      { file: poland, from: 'share: 0.06}', to: 'share: 0.06, sla: ola-send-back}' },
      { file: finland, from: 'version: 1.0.0\n', to: 'version: 1.1.0\n' },
      { file: finland, from: 'delivery-exception@^3.0\n', to: 'delivery-exception@^3.1\n' },
      { file: finland, from: 'share: 0.05}', to: 'share: 0.05, sla: ola-send-back}' },
      { file: finland, from: '          automation: human\n          data: {reuses: [delivery-choice]}', to: '          automation: human\n          sla: ola-bring-to-agent\n          data: {reuses: [delivery-choice]}' },
      { file: 'slas/finland-agreements.yaml', added: true },
      { file: 'records/2026-changes.yaml', added: ['change-2026-022'] },
      { file: agreements, added: ['agreement-2026-030', 'agreement-2026-032', 'agreement-2026-035', 'agreement-2026-036'] },
    ],
  },
  {
    title: 'Let recipients say where the driver may leave the parcel',
    author: 'bram-visser',
    // Depots and drivers agree to all of the journey since it was first active: no Record says that they agreed to the step that left it in July.
    approvedBy: ['anouk-dejong', 'kasia-wrona', 'aino-lehto', 'pieter-claes', 'ruth-adler', 'thijs-maes', 'joris-peeters', 'samira-haddad'],
    date: '2026-08-17T11:15:00Z',
    edits: [
      { file: journey, from: 'version: 3.1.0\nstatus: active\neffective: {from: 2026-08-17}', to: 'version: 3.2.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: journey, from: 'data: {collects: [delivery-choice]}', to: 'data: {collects: [delivery-choice, safe-place-note]}' },
      { file: journey, from: '{to: book-option, hands: [parcel-number, delivery-choice], sla', to: '{to: book-option, hands: [parcel-number, delivery-choice, safe-place-note], sla' },
      { file: journey, from: '{to: redeliver, hands: [parcel-number, delivery-address, delivery-choice], sla', to: '{to: redeliver, hands: [parcel-number, delivery-address, delivery-choice, safe-place-note], sla' },
      { file: journey, from: 'data: {reuses: [delivery-address, delivery-choice], writes: [proof-of-delivery]}', to: 'data: {reuses: [delivery-address, delivery-choice, safe-place-note], writes: [proof-of-delivery]}' },
      { file: journey, from: 'version: 5, covers: [attempt, redeliver], for: 3.0.0', to: 'version: 6, covers: [attempt, redeliver], for: 3.2.0' },
      { file: journey, from: 'version: 1, covers: [agent-helps], for: 1.5.0', to: 'version: 2, covers: [agent-helps], for: 3.2.0' },
      { file: journey, from: `{text: ${fallbackHub}}, exercised: test-2025-031}`, to: `{text: ${fallbackHub}}, exercised: test-2026-061}` },
      { file: journey, from: `{text: ${fallbackGateway}}, exercised: test-2025-032}`, to: `{text: ${fallbackGateway}}, exercised: test-2026-062}` },
      { file: journey, from: '{step: agent-helps}}', to: '{step: agent-helps}, exercised: test-2026-063}' },
      { file: 'data-catalog.yaml', from: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-03-01}', to: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-09-01}' },
      {
        file: 'data-catalog.yaml',
        from: '  - {id: proof-of-delivery,',
        to: '  - {id: safe-place-note, title: Where the driver may leave the parcel, class: confidential, nature: personal, owner: delivery-cx, steward: data-office, subjectCategory: recipient, master: exception-hub, retention: {period: P1M, from: case-close, action: erase}}\n  - {id: proof-of-delivery,',
      },
      { file: 'data-catalog.yaml', from: 'delivery-choice, proof-of-delivery]', to: 'delivery-choice, safe-place-note, proof-of-delivery]' },
      { file: poland, from: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-08-17}', to: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: finland, from: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-08-17}', to: 'version: 1.2.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: finland, from: 'delivery-exception@^3.1\n', to: 'delivery-exception@^3.2\n' },
      { file: poland, from: 'delivery-exception@^3.1\n', to: 'delivery-exception@^3.2\n' },
      { file: 'records/2026-changes.yaml', added: ['change-2026-024'] },
      { file: evidence, added: true },
    ],
  },
  {
    title: 'Say "ready for pickup" wherever a parcel waits',
    author: 'elif-kaya',
    approvedBy: ['anouk-dejong', 'wouter-smit'],
    date: '2026-08-24T12:00:00Z',
    edits: [
      { file: 'glossary.yaml', from: 'version: 1.3.0\nstatus: active\neffective: {from: 2026-07-27}', to: 'version: 2.0.0\nstatus: active\neffective: {from: 2026-09-01}' },
      { file: 'glossary.yaml', from: 'code: ready-for-pickup, preferred: Your parcel waits at the depot,', to: 'code: ready-for-pickup, preferred: Your parcel is ready for pickup,' },
      {
        file: 'glossary.yaml',
        from: '    forbidden: [hub branch, sorting facility]\n',
        to: '    forbidden: [hub branch, sorting facility]\n  - id: pickup\n    preferred: pickup\n    definition: The recipient fetches the parcel from a counter, a locker or an agent.\n    forbidden: [self-collection, will-call]\n',
      },
    ],
  },
  {
    title: 'Explain the village agent to readers from elsewhere',
    author: 'mikko-salo',
    approvedBy: ['aino-lehto'],
    date: '2026-08-26T08:15:00Z',
    edits: [
      { file: finland, from: 'description: Outside the cities the parcel waits at an agent.', to: 'description: Outside the cities a depot is hours away, so the parcel waits at an agent in the village.' },
      { file: finland, from: 'version: 1.2.0\n', to: 'version: 1.2.1\n' },
      { file: finland, from: 'reason: depots are far away', to: 'reason: no recipient drives two hours to a depot' },
    ],
  },
  {
    title: 'Measure against the third quarter',
    author: 'bram-visser',
    approvedBy: ['anouk-dejong', 'thijs-maes'],
    date: '2026-10-09T09:30:00Z',
    edits: [
      ...baselined('delivered-after-exception', '0.9, period: 2026-Q3, n: 101200'),
      ...baselined('return-rate', '0.085, period: 2026-Q3, n: 101200'),
      ...baselined('self-service-choice', '0.74, period: 2026-Q3, n: 71300'),
      ...baselined('time-to-notice', '1.6, period: 2026-Q3, n: 101200'),
      { file: evidence, added: ['baseline-2026-q3'] },
    ],
  },
  {
    title: 'Aim for forty recipients more who would recommend us than who would not',
    author: 'bram-visser',
    approvedBy: ['anouk-dejong', 'thijs-maes'],
    date: '2026-10-22T09:05:00Z',
    edits: [
      { file: 'kpis/recipient-nps.yaml', from: 'version: 1.0.0\nstatus: active\neffective: {from: 2026-09-01}', to: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-10-26}' },
      { file: 'kpis/recipient-nps.yaml', from: 'minSample: 200\ntarget: {value: 35, by', to: 'minSample: 200\nbaseline: {value: 31, period: 2026-Q3, n: 9120, record: baseline-2026-10}\ntarget: {value: 40, by' },
      { file: evidence, added: ['baseline-2026-10'] },
    ],
  },
  {
    title: 'File what visits and audit found in October',
    author: 'ilse-vandam',
    approvedBy: ['pieter-claes'],
    date: '2026-10-28T15:00:00Z',
    edits: [{ file: evidence, added: ['validation-2026-10-common', 'validation-2026-10-poland', 'validation-2026-10-finland', 'audit-2026-10-systems', 'assessment-2026-systems'] }],
  },
  {
    title: 'Sketch what happens when customs keeps a parcel',
    author: 'bram-visser',
    approvedBy: ['anouk-dejong'],
    date: '2026-11-17T16:20:00Z',
    edits: [
      { file: 'exceptions/customs-hold.yaml', added: true },
      { file: evidence, added: ['review-2026-11-exceptions'] },
    ],
  },
  {
    title: 'Say why nine days are counted on the calendar and kept on delivery days',
    author: 'ilse-vandam',
    approvedBy: ['bram-visser'],
    date: '2026-11-19T10:10:00Z',
    edits: [
      {
        file: 'slas/choice-carried-out.yaml',
        from: 'sla.schema.json\napiVersion: waymark/v1\n',
        to: 'sla.schema.json\n# Made in days of the calendar, because that is how people count, and kept on delivery days. So what matters is the start from\n# which it takes longest: after the last tour before Christmas, and not a quiet week in March.\napiVersion: waymark/v1\n',
      },
    ],
  },
];

function baselined(kpi: string, baseline: string): PastCommit['edits'] {
  const file = `kpis/${kpi}.yaml`;
  return [
    { file, from: 'version: 1.0.0\nstatus: active\neffective: {from: 2026-09-01}', to: 'version: 1.1.0\nstatus: active\neffective: {from: 2026-10-12}' },
    { file, from: 'minSample: 200\ntarget', to: `minSample: 200\nbaseline: {value: ${baseline}, record: baseline-2026-q3}\ntarget` },
  ];
}
