import type { Target } from '../target.js';
import { dataGovernance } from './data-governance/data-governance.js';
import { jsonSchema } from './json-schema.js';
import { prometheus } from './prometheus/prometheus.js';
import { typescript } from './typescript/typescript.js';

/** Every target, in the order in which they are offered. */
export const targets: readonly Target[] = [typescript, jsonSchema, dataGovernance, prometheus];
