import { edit, written, type WrittenKind } from '../change-kind.js';

/** Changes of a journey, of its stages and of what belongs to it as a whole. */
export const journeyKinds: readonly WrittenKind[] = [
  written({
    id: 'stage-added',
    at: ['Journey.stages'],
    level: 'compatible',
    approvers: ['journey-owner', 'stage-owners'],
    rationale: 'Nobody loses a way that was there.',
    example: edit('journey.yaml', `  - id: payment
`, `  - id: thanks
    title: Thanks
    steps:
      - {id: thank, title: We thank, lane: frontstage, end: side}
  - id: payment
`, 'Stage `thanks` is new in the `stages` of journey `claim`.'),
    whereSlower: {
      level: 'breaking',
      harms: ['customer'],
      example: {
        edits: [
          { file: 'question.yaml', from: 'events: {complete: question-sent}}', to: 'events: {complete: question-sent}, next: ponder}' },
          { file: 'question.yaml', from: '', to: `  - id: pondering
    title: Pondering
    steps:
      - {id: ponder, title: We ponder, lane: backstage, next: reply}
` },
        ],
        because: ['promise-proof-removed', 'promise-proof-tightened'],
        message: 'Stage `pondering` is new in the `stages` of journey `question`. Customers may wait longer because of it: the promise `replied` is harder to keep.',
      },
    },
  }),
  written({
    id: 'stage-removed',
    at: ['Journey.stages'],
    level: 'breaking',
    harms: ['customer', 'staff'],
    approvers: ['journey-owner', 'stage-owners'],
    rationale: 'Customers and those who follow the numbers lose a phase.',
    example: { edits: [{ file: 'journey.yaml', from: `  - id: payment
    title: Payment
    owner: payments
    steps:
      - {id: pay, title: Pay, lane: backstage, events: {complete: claim-paid}, end: success}
`, to: '' }, { file: 'journey.yaml', from: '{to: pay, when: accepted, hands: [reference], sla: none, reason: same system}, ', to: '' }], because: ['promise-premise-changed', 'promise-premise-changed'], message: 'Stage `payment` is no longer in the `stages` of journey `claim`.' },
  }),
  written({
    id: 'stage-order-changed',
    at: ['Journey.stages'],
    deeds: ['reordered'],
    level: 'breaking',
    harms: ['customer', 'staff'],
    approvers: ['journey-owner', 'stage-owners'],
    rationale: 'What happens when is another for the customer and for everybody who was trained.',
    example: { edits: [{ file: 'journey.yaml', from: `  - id: payment
    title: Payment
    owner: payments
    steps:
      - {id: pay, title: Pay, lane: backstage, events: {complete: claim-paid}, end: success}
`, to: '' }, { file: 'journey.yaml', from: `  - id: decision
`, to: `  - id: payment
    title: Payment
    owner: payments
    steps:
      - {id: pay, title: Pay, lane: backstage, events: {complete: claim-paid}, end: success}
  - id: decision
` }], message: 'The stages of journey `claim` have another order: it was `report`, `decision` and `payment` and is now `report`, `payment` and `decision`.' },
  }),
  written({
    id: 'stage-id-renamed',
    at: ['Journey.stages'],
    deeds: ['renamed'],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'Its former name is kept, so whoever looks for it finds it.',
    example: edit('journey.yaml', `  - id: decision
`, `  - id: verdict
    aliases: [decision]
`, 'Stage `decision` of journey `claim` is now called `verdict`, and its `aliases` say so.'),
  }),
  written({
    id: 'stage-owner-changed',
    at: ['Stage.owner'],
    level: 'compatible',
    harms: ['owner'],
    approvers: ['journey-owner', 'stage-owners'],
    rationale: 'Nobody answers for the stage if the new owner has not accepted.',
    example: edit('journey.yaml', 'owner: payments', 'owner: legal', 'The `owner` of stage `payment` in journey `claim` was `payments` and is now `legal`.'),
  }),
  written({
    id: 'journey-regime-added',
    at: ['Journey.regulated'],
    level: 'compatible',
    regulated: true,
    approvers: ['journey-owner', 'compliance'],
    rationale: 'It comes under a regime and is watched from now on.',
    example: edit('journey.yaml', 'slas: [settled]', `slas: [settled]
regulated: [conduct]`, '`conduct` is new in the `regulated` of journey `claim`.'),
  }),
  written({
    id: 'journey-regime-removed',
    at: ['Journey.regulated'],
    level: 'breaking',
    regulated: true,
    harms: ['customer', 'regulator'],
    approvers: ['journey-owner', 'compliance'],
    rationale: 'Nobody oversees it any more.',
    example: edit('complaint.yaml', 'regulated: [conduct]\nslas', 'slas', '`conduct` is no longer in the `regulated` of journey `complaint`.'),
  }),
  written({
    id: 'journey-sla-added',
    at: ['Journey.slas'],
    level: 'compatible',
    harms: ['provider'],
    approvers: ['service-level-manager'],
    rationale: 'Customers are promised something that they were not promised before.',
    example: edit('journey.yaml', 'slas: [settled]', 'slas: [settled, quick]', '`quick` is new in the `slas` of journey `claim`.'),
  }),
  written({
    id: 'journey-sla-removed',
    at: ['Journey.slas'],
    level: 'breaking',
    harms: ['customer'],
    approvers: ['service-level-manager', 'journey-owner'],
    rationale: 'Nothing is promised for the journey any more where something was.',
    example: edit('journey.yaml', `slas: [settled]
`, '', '`settled` is no longer in the `slas` of journey `claim`.'),
  }),
  written({
    id: 'ownership-authority-removed',
    at: ['Ownership.authority'],
    level: 'breaking',
    harms: ['owner', 'customer'],
    approvers: ['executive'],
    rationale: 'The owner can no longer coordinate those who take part.',
    example: edit('journey.yaml', 'authority: [payments], ', '', '`payments` is no longer in the `authority` of the `ownership` of journey `claim`.'),
  }),
  written({
    id: 'pain-removed',
    at: ['Journey.pains', 'Stage.pains', 'Step.pains'],
    level: 'compatible',
    harms: ['customer'],
    approvers: ['journey-owner'],
    rationale: 'A known problem is forgotten unless something was done about it.',
    example: edit('journey.yaml', `        pains: [{text: The upload is slow, hits: customer}]
`, '', 'A pain (`{"text":"The upload is slow","hits":"customer"}`) is no longer in the `pains` of step `submit` in journey `claim`.'),
  }),
  written({
    id: 'escalation-rung-added',
    at: ['Escalation.rungs'],
    level: 'compatible',
    approvers: ['stage-owners'],
    rationale: 'More people are told.',
    example: edit('journey.yaml', '      - {after: 100%, to', `      - {after: 90%, to: legal#lead}
      - {after: 100%, to`, 'Rung `legal#lead` is new in the `rungs` of escalation `late` in journey `claim`.'),
  }),
  written({
    id: 'escalation-rung-removed',
    at: ['Escalation.rungs'],
    level: 'breaking',
    harms: ['customer'],
    approvers: ['journey-owner', 'service-level-manager'],
    rationale: 'A promise may be broken and nobody notices.',
    example: edit('journey.yaml', `      - {after: 70%, to: claims#lead, action: look at it}
`, '', 'Rung `claims#lead` is no longer in the `rungs` of escalation `late` in journey `claim`.'),
  }),
  written({
    id: 'rung-after-loosened',
    at: ['Rung.after'],
    level: 'breaking',
    harms: ['customer'],
    approvers: ['journey-owner'],
    rationale: 'Help comes later.',
    example: edit('journey.yaml', 'after: 70%', 'after: 80%', 'The `after` of rung `claims#lead` in journey `claim` was `70%` and is now `80%`, which is looser.'),
  }),
  written({
    id: 'rung-after-tightened',
    at: ['Rung.after'],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'People are told earlier, which is only noise.',
    example: edit('journey.yaml', 'after: 70%', 'after: 60%', 'The `after` of rung `claims#lead` in journey `claim` was `70%` and is now `60%`, which is stricter.'),
  }),
  written({
    id: 'disclosure-removed',
    at: ['Journey.disclosures'],
    level: 'breaking',
    regulated: true,
    harms: ['customer', 'regulator'],
    approvers: ['compliance'],
    rationale: 'Customers are no longer told what they must be told.',
    example: { edits: [{ file: 'journey.yaml', from: `disclosures:
  - {id: reasons, regime: conduct, textFile: texts/reasons.md, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, before: decide}
`, to: '' }], message: 'Disclosure `reasons` is no longer in the `disclosures` of journey `claim`.' },
  }),
  written({
    id: 'disclosure-text-changed',
    at: ['Disclosure.sha256', 'Disclosure.textFile', 'Translation.sha256', 'Translation.textFile'],
    level: 'breaking',
    regulated: true,
    harms: ['customer', 'regulator'],
    approvers: ['compliance'],
    rationale: 'What customers are told is part of how they are treated.',
    example: edit('journey.yaml', 'sha256: 9f', 'sha256: 00', 'The `sha256` of disclosure `reasons` in journey `claim` was `9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08` and is now `0086d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08`.'),
  }),
  written({
    id: 'disclosure-before-changed',
    at: ['Disclosure.before'],
    level: 'breaking',
    regulated: true,
    harms: ['customer', 'regulator'],
    approvers: ['compliance'],
    rationale: 'Customers may be told too late.',
    example: edit('journey.yaml', 'before: decide', 'before: pay', 'The `before` of disclosure `reasons` in journey `claim` was `decide` and is now `pay`.'),
  }),
  written({
    id: 'decision-log-removed',
    at: ['DecisionLog.logEvent'],
    level: 'breaking',
    regulated: true,
    harms: ['customer', 'regulator'],
    approvers: ['compliance'],
    rationale: 'Decisions can no longer be traced.',
    example: edit('journey.yaml', 'logEvent: claim-ranked, ', '', 'The `logEvent` of the `explain` of rule `first` in journey `claim` is gone; it was `claim-ranked`.'),
  }),
  written({
    id: 'training-removed',
    at: ['Journey.training'],
    level: 'compatible',
    harms: ['staff'],
    approvers: ['training'],
    rationale: 'Staff may be unprepared.',
    example: edit('journey.yaml', `training: [{audience: claims, material: "lms://claims", version: 3, covers: [check]}]
`, '', 'Training `claims` is no longer in the `training` of journey `claim`.'),
  }),
  written({
    id: 'scenario-removed',
    at: ['Resilience.scenarios'],
    level: 'breaking',
    harms: ['customer', 'staff'],
    approvers: ['journey-owner'],
    rationale: 'When it fails, nobody knows what to do.',
    example: edit('journey.yaml', `  scenarios:
    - {id: core-down, loses: {system: core}, fallback: {text: on paper}}
`, '', 'Scenario `core-down` is no longer in the `scenarios` of the `resilience` of journey `claim`.'),
  }),
  written({
    id: 'override-rule-removed',
    at: [],
    level: 'breaking',
    regulated: true,
    harms: ['customer', 'regulator'],
    approvers: ['compliance'],
    rationale: 'Without it other rules decide what they may not.',
    example: edit('journey.yaml', `  - {id: calm, type: override, when: open claim, do: no offers, precedence: 100}
`, '', 'Rule `calm` is no longer in the `rules` of journey `claim`.'),
  }),
  written({
    id: 'override-rule-precedence-loosened',
    at: [],
    level: 'breaking',
    regulated: true,
    harms: ['customer', 'regulator'],
    approvers: ['compliance'],
    rationale: 'Other rules may win against it.',
    example: edit('journey.yaml', 'precedence: 100', 'precedence: 50', 'The `precedence` of rule `calm` in journey `claim` was `100` and is now `50`.'),
  }),
  written({
    id: 'override-rule-effect-changed',
    at: [],
    level: 'breaking',
    regulated: true,
    harms: ['customer', 'regulator'],
    approvers: ['compliance'],
    rationale: 'Other words about when it applies, or what it does, may switch it off.',
    example: edit('journey.yaml', 'when: open claim, do: no offers', 'when: open claim of a new customer, do: no offers', 'The `when` of rule `calm` in journey `claim` was `open claim` and is now `open claim of a new customer`.'),
  }),
];
