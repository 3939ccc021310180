// Written by `waymark generate typescript`. Do not edit: change the documents and write it again.
// From: journey:order@1.0.0, kpi:paid-share@1.0.0, persona:everybody@1.0.0, sla:paid-in-time@1.0.0, system:shop@1.0.0
// Digest: sha256:d04ea5727b519100b57ae2be980b04718fef51f598759a269d3cef68da6a55ae

/** The journeys. */
export const journeyIds = [
  "order",
] as const;

export type JourneyId = (typeof journeyIds)[number];

export function isJourneyId(value: unknown): value is JourneyId {
  return (journeyIds as readonly unknown[]).includes(value);
}

/** The stages, each as `journey#stages/stage`. */
export const stageIds = [
  "order#stages/buy",
] as const;

export type StageId = (typeof stageIds)[number];

export function isStageId(value: unknown): value is StageId {
  return (stageIds as readonly unknown[]).includes(value);
}

/** The steps, each as `journey#step`. */
export const stepIds = [
  "order#pay",
  "order#place",
] as const;

export type StepId = (typeof stepIds)[number];

export function isStepId(value: unknown): value is StepId {
  return (stepIds as readonly unknown[]).includes(value);
}

/** The events that systems tell. */
export const eventIds = [
  "order-paid",
  "order-placed",
] as const;

export type EventId = (typeof eventIds)[number];

export function isEventId(value: unknown): value is EventId {
  return (eventIds as readonly unknown[]).includes(value);
}

/** The promises. */
export const slaIds = [
  "paid-in-time",
] as const;

export type SlaId = (typeof slaIds)[number];

export function isSlaId(value: unknown): value is SlaId {
  return (slaIds as readonly unknown[]).includes(value);
}

/** The KPIs. */
export const kpiIds = [
  "paid-share",
] as const;

export type KpiId = (typeof kpiIds)[number];

export function isKpiId(value: unknown): value is KpiId {
  return (kpiIds as readonly unknown[]).includes(value);
}

/** The personas. */
export const personaIds = [
  "everybody",
] as const;

export type PersonaId = (typeof personaIds)[number];

export function isPersonaId(value: unknown): value is PersonaId {
  return (personaIds as readonly unknown[]).includes(value);
}

/** The steps of each journey. */
export interface StepsOfJourney {
  readonly order: "place" | "pay";
}
