import { edit, written, type WrittenKind } from '../change-kind.js';

/** Changes of what data there are, what they are used for and how they are protected. */
export const dataKinds: readonly WrittenKind[] = [
  written({
    id: 'retention-period-loosened',
    at: ['Retention.period'],
    level: 'breaking',
    regulated: true,
    harms: ['data-subject'],
    approvers: ['data-owner', 'dpo'],
    rationale: 'Data about people are kept for longer.',
    example: edit('data.yaml', 'period: P3Y', 'period: P4Y', 'The `period` of the `retention` of data element `photo` in data catalogue `catalogue` was `P3Y` and is now `P4Y`, which is looser.'),
  }),
  written({
    id: 'retention-period-tightened',
    at: ['Retention.period'],
    level: 'compatible',
    regulated: true,
    harms: ['analyst'],
    approvers: ['data-owner', 'dpo', 'analytics'],
    rationale: 'Records are gone earlier.',
    example: edit('data.yaml', 'period: P3Y', 'period: P2Y', 'The `period` of the `retention` of data element `photo` in data catalogue `catalogue` was `P3Y` and is now `P2Y`, which is stricter.'),
  }),
  written({
    id: 'activity-recipient-added',
    at: ['Activity.recipients'],
    level: 'breaking',
    regulated: true,
    harms: ['data-subject'],
    approvers: ['dpo'],
    rationale: 'Somebody else gets the data.',
    example: edit('data.yaml', 'recipients: [garage]', 'recipients: [garage, bank]', '`bank` is new in the `recipients` of activity `settle` in data catalogue `catalogue`.'),
  }),
  written({
    id: 'activity-transfer-added',
    at: ['Activity.transfers', 'ThirdParty.transfers'],
    level: 'breaking',
    regulated: true,
    harms: ['data-subject'],
    approvers: ['dpo'],
    rationale: 'Data go to another region.',
    example: edit('data.yaml', 'measures: [encryption]', 'transfers: [{to: US}], measures: [encryption]', 'Transfer `US` is new in the `transfers` of activity `settle` in data catalogue `catalogue`.'),
  }),
  written({
    id: 'purpose-consent-key-removed',
    at: ['Purpose.consentKey'],
    level: 'breaking',
    regulated: true,
    harms: ['data-subject'],
    approvers: ['dpo'],
    rationale: 'Data may be used without anybody having asked.',
    example: edit('data.yaml', ', consentKey: mkt', '', 'The `consentKey` of purpose `marketing` in data catalogue `catalogue` is gone; it was `mkt`.'),
  }),
  written({
    id: 'access-grant-added',
    at: ['DataCatalog.grants', 'AccessGrant.classes', 'AccessGrant.elements'],
    level: 'breaking',
    regulated: true,
    harms: ['data-subject'],
    approvers: ['data-owner', 'dpo'],
    rationale: 'Somebody may see data who could not before.',
    example: edit('data.yaml', `grants:
`, `grants:
  - {role: payments#lead, elements: [reference], purpose: service}
`, 'Access grant `payments#lead` is new in the `grants` of data catalogue `catalogue`.'),
  }),
  written({
    id: 'access-grant-removed',
    at: ['DataCatalog.grants', 'AccessGrant.classes', 'AccessGrant.elements'],
    level: 'breaking',
    harms: ['staff'],
    approvers: ['data-owner', 'dpo'],
    rationale: 'Somebody can no longer do the work that needs the data.',
    example: edit('data.yaml', `grants:
  - {role: claims#lead, classes: [confidential], purpose: service, expires: 2027-01-01}
`, '', 'Access grant `claims#lead` is no longer in the `grants` of data catalogue `catalogue`.'),
  }),
  written({
    id: 'system-third-party-added',
    at: ['System.thirdParty'],
    level: 'breaking',
    regulated: true,
    harms: ['data-subject'],
    approvers: ['dpo', 'it'],
    rationale: 'A company outside gets the data.',
    example: edit('directory.yaml', 'type: app, ', 'type: app, thirdParty: {vendor: Example Cloud}, ', 'The `thirdParty` of system `portal` is new.'),
  }),
];
