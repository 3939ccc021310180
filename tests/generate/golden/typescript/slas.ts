// Written by `waymark generate typescript`. Do not edit: change the documents and write it again.
// From: sla:paid-in-time@1.0.0
// Digest: sha256:b82edd098f568fb443584034d0712f57923ef5239e5715592d4849f7a2d005ad

import type { SlaData } from "./types.js";

export const paidInTime = {
  apiVersion: "waymark/v1",
  kind: "Sla",
  id: "paid-in-time",
  title: "Paid in time",
  version: "1.0.0",
  status: "active",
  effective: {
    from: "2026-01-01",
  },
  owner: "desk",
  type: "sla",
  metric: "duration",
  provider: "desk",
  consumer: "customer",
  clock: {
    start: "order-placed",
    stop: "order-paid",
  },
  calendar: "24x7",
  targets: [
    {
      within: "2d",
      percent: 95,
    },
  ],
  window: "P1M",
  warnAt: 80,
  escalation: "desk#lead",
} as const satisfies SlaData;
