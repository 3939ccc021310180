import { loadDocuments } from '../load/load-documents.js';
import { memoryTree } from '../load/file-tree.js';
import { buildWorkspace, type Workspace } from '../model/workspace.js';
import type { RuleExample } from './rule.js';

/** The day that examples are judged for unless they say otherwise. */
export const exampleDay = '2026-11-22';

/** The workspace that the examples of rules are laid over: a few teams, systems, personas and a Policy. */
export const exampleFiles: { readonly [path: string]: string } = {
  'waymark.yaml': `apiVersion: waymark/v1
kind: Workspace
id: example
title: Example
namespace: example.waymark
organisation: Example AG
timezone: Europe/Berlin
currency: EUR
languages: [en]
regions: [DE]
`,
  'policy.yaml': `apiVersion: waymark/v1
kind: Policy
id: default
title: How we govern journeys
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
profile: regulated
channels: {web: confidential, app: restricted, phone: confidential, email: internal, letter: confidential}
lifecycle: [acquire, onboard, use, support, leave]
regimes:
  - {id: gdpr, title: General Data Protection Regulation, region: EU}
forums:
  - {id: monthly, cadence: P1M}
`,
  'directory.yaml': `apiVersion: waymark/v1
kind: Directory
id: example
title: Who and what serves customers
version: 1.0.0
status: active
effective: {from: 2026-01-01}
owner: claims
teams:
  claims: {title: Claims, function: service, people: [{id: a-huber, handles: [a-huber]}], roles: [{id: lead, person: a-huber}]}
  payments: {title: Payments, function: finance, people: [{id: b-roth, handles: [b-roth]}], roles: [{id: lead, person: b-roth}]}
systems:
  crm: {title: CRM, type: crm, channels: [phone, email, letter]}
  portal: {title: Portal, type: web, channels: [web, app]}
personas:
  everybody: {title: Everybody, type: customer, fallback: true}
`,
};

/** The workspace of an example. */
export function exampleWorkspace({ files }: RuleExample): Workspace {
  return buildWorkspace(loadDocuments(memoryTree({ ...exampleFiles, ...files })));
}
