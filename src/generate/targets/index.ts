import type { Target } from '../target.js';
import { asyncapi } from './asyncapi.js';
import { backstage } from './backstage.js';
import { codeowners } from './codeowners/codeowners.js';
import { alertmanager } from './alertmanager/alertmanager.js';
import { dataGovernance } from './data-governance/data-governance.js';
import { decisionTables } from './decision-tables/decision-tables.js';
import { grafana } from './grafana/grafana.js';
import { servicenow } from './helpdesk/servicenow.js';
import { zendesk } from './helpdesk/zendesk.js';
import { jsonSchema } from './json-schema.js';
import { openslo } from './openslo/openslo.js';
import { operations } from './operations/operations.js';
import { prometheus } from './prometheus/prometheus.js';
import { reviewCalendar } from './review-calendar.js';
import { statusWordMap } from './status-words.js';
import { typescript } from './typescript/typescript.js';

/** Every target, in the order in which they are offered. */
export const targets: readonly Target[] = [typescript, jsonSchema, openslo, prometheus, alertmanager, grafana, dataGovernance, codeowners, operations, statusWordMap, decisionTables, zendesk, servicenow, backstage, asyncapi, reviewCalendar];
