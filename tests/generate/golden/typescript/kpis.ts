// Written by `waymark generate typescript`. Do not edit: change the documents and write it again.
// From: kpi:paid-share@1.0.0
// Digest: sha256:7b29ffae6086ac64be7728965c073e6ab791a9105d143e0f65c22c69507ca9a6

import type { KpiData } from "./types.js";

export const paidShare = {
  apiVersion: "waymark/v1",
  kind: "Kpi",
  id: "paid-share",
  title: "Orders that are paid",
  version: "1.0.0",
  status: "active",
  effective: {
    from: "2026-01-01",
  },
  owner: "desk",
  unit: "ratio",
  direction: "up",
  formula: {
    ratio: {
      numerator: {
        count: "cases",
        where: {
          event: "order-paid",
        },
      },
      denominator: {
        count: "cases",
      },
    },
  },
  anchor: "order-placed",
  window: "P1M",
  cadence: "P1W",
  target: {
    value: 0.9,
    by: "2026-12-31",
  },
  alerts: [
    {
      severity: "warn",
      below: 0.8,
      for: "P1D",
    },
  ],
} as const satisfies KpiData;
