import { edit, written, type WrittenKind } from '../change-kind.js';

/** Changes of promises. */
export const slaKinds: readonly WrittenKind[] = [
  written({
    id: 'sla-target-tightened',
    at: ['Sla.targets'],
    level: 'breaking',
    harms: ['provider'],
    approvers: ['service-level-manager', 'counterparties'],
    rationale: 'Those who keep the promise, and those who underpin it, have to be faster or better.',
    example: edit('promise.yaml', 'within: 8d', 'within: 7d', 'The target of SLA `settled` for tier `gold` was `8d` for 90 % of all cases and is now `7d` for 90 % of all cases, which is stricter.'),
  }),
  written({
    id: 'sla-target-loosened',
    at: ['Sla.targets'],
    level: 'breaking',
    harms: ['customer'],
    approvers: ['service-level-manager', 'journey-owner'],
    rationale: 'Customers are promised less.',
    example: edit('promise.yaml', 'within: 8d', 'within: 9d', 'The target of SLA `settled` for tier `gold` was `8d` for 90 % of all cases and is now `9d` for 90 % of all cases, which is looser.'),
  }),
  written({
    id: 'sla-target-changed',
    at: ['Sla.targets'],
    level: 'breaking',
    harms: ['customer', 'provider'],
    approvers: ['service-level-manager', 'journey-owner', 'counterparties'],
    rationale: 'It is stricter in one way and looser in another, or nobody can say which.',
    example: edit('promise.yaml', 'within: 8d, percent: 90', 'within: 9d, percent: 95', 'The target of SLA `settled` for tier `gold` was `8d` for 90 % of all cases and is now `9d` for 95 % of all cases.'),
  }),
  written({
    id: 'sla-target-added',
    at: ['Sla.targets'],
    level: 'breaking',
    harms: ['provider'],
    approvers: ['service-level-manager', 'counterparties'],
    rationale: 'Something is promised where nothing was.',
    example: edit('thin.yaml', 'targets: [', 'targets: [{within: 8h}, ', 'The default target of SLA `answered` is new: `8h` for 100 % of all cases.'),
  }),
  written({
    id: 'sla-target-removed',
    at: ['Sla.targets'],
    level: 'breaking',
    harms: ['customer'],
    approvers: ['service-level-manager', 'journey-owner'],
    rationale: 'Nothing is promised any more where something was.',
    example: edit('thin.yaml', ', {tier: silver, within: 4h}', '', 'The target of SLA `answered` for tier `silver` is gone; it was `4h` for 100 % of all cases.'),
  }),
  written({
    id: 'clock-pause-added',
    at: ['Clock.pause'],
    level: 'breaking',
    harms: ['customer'],
    approvers: ['service-level-manager'],
    rationale: 'The clock stands still where it ran: a relaxation that no target shows.',
    example: edit('promise.yaml', 'stop: claim-paid}', 'stop: claim-paid, pause: [{from: papers-asked, to: papers-received}]}', 'Pause `papers-received` is new in the `pause` of the `clock` of SLA `quick`.'),
  }),
  written({
    id: 'clock-pause-removed',
    at: ['Clock.pause'],
    level: 'breaking',
    harms: ['provider'],
    approvers: ['service-level-manager', 'counterparties'],
    rationale: 'The clock runs where it stood still: a tightening that no target shows.',
    example: edit('promise.yaml', `  pause: [{from: papers-asked, to: papers-received}]
`, '', 'Pause `papers-received` is no longer in the `pause` of the `clock` of SLA `settled`.'),
  }),
  written({
    id: 'sla-calendar-changed',
    at: ['Sla.calendar'],
    level: 'breaking',
    harms: ['customer', 'provider'],
    approvers: ['service-level-manager'],
    rationale: 'The same hours mean another time.',
    example: edit('promise.yaml', `stop: claim-paid}
calendar: office`, `stop: claim-paid}
calendar: 24x7`, 'The `calendar` of SLA `quick` was `office` and is now `24x7`.'),
  }),
  written({
    id: 'sla-expires-loosened',
    at: ['Sla.expires'],
    level: 'breaking',
    harms: ['customer'],
    approvers: ['service-level-manager'],
    rationale: 'The promise ends earlier than was said.',
    example: edit('promise.yaml', 'expires: 2027-12-31', 'expires: 2027-06-30', 'The `expires` of SLA `settled` was `2027-12-31` and is now `2027-06-30`, which is looser.'),
  }),
];
