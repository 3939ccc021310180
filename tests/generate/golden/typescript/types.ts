// Written by `waymark generate typescript`. Do not edit: change the documents and write it again.
// From: journey:order@1.0.0, kpi:paid-share@1.0.0, persona:everybody@1.0.0, sla:paid-in-time@1.0.0, system:shop@1.0.0
// Digest: sha256:d04ea5727b519100b57ae2be980b04718fef51f598759a269d3cef68da6a55ae

import type { EventId, JourneyId, KpiId, PersonaId, SlaId } from "./ids.js";

/** Where a document stands in its life: only what is active or deprecated binds. */
export type Status = 'draft' | 'active' | 'deprecated';

/** A journey. */
export interface JourneyData {
  readonly id: JourneyId;
  readonly title: string;
  readonly version: string;
  readonly status: Status;
  readonly owner: string;
  readonly stages?: readonly StageData[];
  readonly [field: string]: unknown;
}

/** A promise. */
export interface SlaData {
  readonly id: SlaId;
  readonly title: string;
  readonly version: string;
  readonly status: Status;
  readonly owner: string;
  readonly [field: string]: unknown;
}

/** A KPI. */
export interface KpiData {
  readonly id: KpiId;
  readonly title: string;
  readonly version: string;
  readonly status: Status;
  readonly owner: string;
  readonly [field: string]: unknown;
}

/** A persona. */
export interface PersonaData {
  readonly id: PersonaId;
  readonly title: string;
  readonly version: string;
  readonly status: Status;
  readonly owner: string;
  readonly [field: string]: unknown;
}

/** A phase of a journey. */
export interface StageData {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly StepData[];
  readonly [field: string]: unknown;
}

/** A step of a journey. */
export interface StepData {
  readonly id: string;
  readonly title: string;
  readonly lane: 'customer' | 'frontstage' | 'backstage' | 'support';
  readonly [field: string]: unknown;
}

/** An event that a system tells. */
export interface EventData {
  readonly event: EventId;
  readonly attributes?: readonly AttributeData[];
  readonly [field: string]: unknown;
}

/** An attribute of an event. */
export interface AttributeData {
  readonly name: string;
  readonly [field: string]: unknown;
}
