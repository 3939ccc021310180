import { edit, written, type WrittenKind } from '../change-kind.js';

/** Changes of measures. */
export const kpiKinds: readonly WrittenKind[] = [
  written({
    id: 'kpi-formula-changed',
    at: ['Kpi.formula'],
    level: 'breaking',
    harms: ['analyst', 'owner'],
    approvers: ['journey-owner', 'analytics'],
    rationale: 'Values before and after cannot be read in one series.',
    example: edit('measure.yaml', 'outcome: success', 'outcome: failure', 'The `formula` of KPI `completion` was `{"ratio":{"numerator":{"count":"cases","where":{"outcome"...` and is now `{"ratio":{"numerator":{"count":"cases","where":{"outcome"...`.'),
  }),
  written({
    id: 'kpi-target-by-loosened',
    at: ['KpiTarget.by'],
    level: 'breaking',
    harms: ['owner', 'customer'],
    approvers: ['journey-owner'],
    rationale: 'There is more time for the same goal.',
    example: edit('measure.yaml', 'by: 2026-12-31', 'by: 2027-06-30', 'The `by` of the `target` of KPI `completion` was `2026-12-31` and is now `2027-06-30`, which is later.'),
  }),
  written({
    id: 'kpi-target-by-tightened',
    at: ['KpiTarget.by'],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'There is less time for the same goal.',
    example: edit('measure.yaml', 'by: 2026-12-31', 'by: 2026-09-30', 'The `by` of the `target` of KPI `completion` was `2026-12-31` and is now `2026-09-30`, which is earlier.'),
  }),
  written({
    id: 'kpi-target-tightened',
    at: [],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'More is aimed for.',
    example: edit('measure.yaml', 'value: 0.75', 'value: 0.8', 'The `value` of the `target` of KPI `completion` was `0.75` and is now `0.8`.'),
  }),
  written({
    id: 'kpi-target-loosened',
    at: [],
    level: 'breaking',
    harms: ['customer', 'owner'],
    approvers: ['journey-owner'],
    rationale: 'A lower goal hides a decline.',
    example: edit('measure.yaml', 'value: 0.75', 'value: 0.7', 'The `value` of the `target` of KPI `completion` was `0.75` and is now `0.7`.'),
  }),
];
