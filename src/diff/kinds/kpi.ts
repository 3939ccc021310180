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
    example: edit('measure.yaml', 'by: 2026-12-31', 'by: 2027-06-30', 'The `by` of the `target` of KPI `completion` was `2026-12-31` and is now `2027-06-30`, which is looser.'),
  }),
  written({
    id: 'kpi-target-by-tightened',
    at: ['KpiTarget.by'],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'There is less time for the same goal.',
    example: edit('measure.yaml', 'by: 2026-12-31', 'by: 2026-09-30', 'The `by` of the `target` of KPI `completion` was `2026-12-31` and is now `2026-09-30`, which is stricter.'),
  }),
];
