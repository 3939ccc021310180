// Written by `waymark generate typescript`. Do not edit: change the documents and write it again.
// From: persona:everybody@1.0.0
// Digest: sha256:cd6d4167754ebdbe8ed3d960c60700d1bf30cb482e725e22c5b6f63701451330

import type { PersonaData } from "./types.js";

export const everybody = {
  apiVersion: "waymark/v1",
  version: "1.0.0",
  status: "active",
  owner: "desk",
  effective: {
    from: "2026-01-01",
  },
  title: "Everybody",
  type: "customer",
  fallback: true,
  kind: "Persona",
  id: "everybody",
} as const satisfies PersonaData;
