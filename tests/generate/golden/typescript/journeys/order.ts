// Written by `waymark generate typescript`. Do not edit: change the documents and write it again.
// From: journey:order@1.0.0
// Digest: sha256:8c103283190fcd5856acabf83a2e5f9c159040088c840aa69ffb06a63f66b02e

import type { JourneyData } from "../types.js";

export const order = {
  apiVersion: "waymark/v1",
  kind: "Journey",
  id: "order",
  title: "An order \"at once\"",
  version: "1.0.0",
  status: "active",
  effective: {
    from: "2026-01-01",
  },
  owner: "desk",
  customerGoal: "It arrives",
  personas: [
    "everybody",
  ],
  slas: [
    "paid-in-time",
  ],
  kpis: {
    primary: [
      "paid-share",
    ],
  },
  stages: [
    {
      id: "buy",
      title: "Buy",
      steps: [
        {
          id: "place",
          title: "Customer orders",
          lane: "customer",
          channel: "web",
          systems: [
            "shop",
          ],
          events: {
            complete: "order-placed",
          },
        },
        {
          id: "pay",
          title: "Customer pays",
          lane: "customer",
          channel: "web",
          events: {
            complete: "order-paid",
          },
          end: "success",
        },
      ],
    },
  ],
  escalations: [
    {
      id: "late",
      trigger: {
        sla: "paid-in-time",
      },
      rungs: [
        {
          after: "50%",
          to: "desk#lead",
          action: "call the customer",
        },
      ],
    },
  ],
} as const satisfies JourneyData;
