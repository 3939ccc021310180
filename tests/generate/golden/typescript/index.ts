// Written by `waymark generate typescript`. Do not edit: change the documents and write it again.
// From: journey:order@1.0.0, kpi:paid-share@1.0.0, persona:everybody@1.0.0, sla:paid-in-time@1.0.0, system:shop@1.0.0
// Digest: sha256:d04ea5727b519100b57ae2be980b04718fef51f598759a269d3cef68da6a55ae

export * from "./ids.js";

export * from "./types.js";

export * from "./events.js";

export * as journeys from "./journeys.js";

export * as slas from "./slas.js";

export * as kpis from "./kpis.js";

export * as personas from "./personas.js";
