// Written by `waymark generate typescript`. Do not edit: change the documents and write it again.
// From: persona:everybody@1.0.0
// Digest: sha256:cd6d4167754ebdbe8ed3d960c60700d1bf30cb482e725e22c5b6f63701451330

import type { PersonaData } from "./types.js";

export const everybody = {
  apiVersion: "waymark/v1",
  kind: "Persona",
  id: "everybody",
  title: "Everybody",
  version: "1.0.0",
  status: "active",
  effective: {
    from: "2026-01-01",
  },
  owner: "desk",
  type: "customer",
  fallback: true,
} as const satisfies PersonaData;
