import { edit, written, type WrittenKind } from '../change-kind.js';

/** Changes of how journeys are governed. */
export const policyKinds: readonly WrittenKind[] = [
  written({
    id: 'policy-severity-tightened',
    at: [],
    level: 'compatible',
    approvers: ['compliance'],
    rationale: 'A mistake that was let through is held back from now on: nobody is protected less.',
    example: edit('policy.yaml', 'GRF-002: warning', 'GRF-002: error', 'The `GRF-002` of the `severity` of policy `default` was `warning` and is now `error`.'),
  }),
  written({
    id: 'policy-severity-loosened',
    at: [],
    level: 'breaking',
    regulated: true,
    harms: ['regulator', 'customer'],
    approvers: ['compliance'],
    rationale: 'Mistakes get through that were held back.',
    example: edit('policy.yaml', 'GRF-002: warning', 'GRF-002: off', 'The `GRF-002` of the `severity` of policy `default` was `warning` and is now `off`.'),
  }),
];
