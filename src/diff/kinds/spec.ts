import { edit, written, type WrittenKind } from '../change-kind.js';
import { exampleFiles } from '../example-files.js';

/** Changes of a document as a whole, and of the header that every document has. */
export const specKinds: readonly WrittenKind[] = [
  written({
    id: 'notation-changed',
    at: [],
    level: 'editorial',
    approvers: ['peer'],
    rationale: 'The same is written otherwise: nobody is promised anything else.',
    example: edit('promise.yaml', 'within: 10d, percent: 90', 'within: 100h, percent: 90', 'The default target of SLA `settled` says the same in other words: `100h` for 90 % of all cases.'),
  }),
  written({
    id: 'spec-added',
    at: [],
    level: 'compatible',
    approvers: ['peer'],
    rationale: 'A draft binds nobody.',
    example: edit('goodbye.yaml', '', `apiVersion: waymark/v1
kind: Journey
id: goodbye
title: Goodbye
version: 0.1.0
status: draft
owner: claims
stages: [{id: ask, title: Ask, steps: [{id: ask, title: Customer asks, lane: customer, end: success}]}]
`, 'Journey `goodbye` is new, as a draft.'),
  }),
  written({
    id: 'spec-activated',
    action: 'added',
    at: [],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'From now on it binds those who keep it, with all that it says: it weighs as much as the weightiest part of its content.',
    example: edit('goodbye.yaml', '', `apiVersion: waymark/v1
kind: Journey
id: goodbye
title: Goodbye
version: 1.0.0
status: active
owner: claims
stages: [{id: ask, title: Ask, steps: [{id: ask, title: Customer asks, lane: customer, end: success}]}]
`, 'Journey `goodbye` is new and holds at once.'),
  }),
  written({
    id: 'spec-deprecated',
    action: 'changed',
    at: [],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'Those who use it have to plan for what comes after it. The day on which it ends is a change of its own: what somebody relies on ends then, and nobody is asked again.',
    example: edit('words.yaml', 'status: active', 'status: deprecated', 'Glossary `words` is still in force but deprecated.'),
  }),
  written({
    id: 'spec-deprecation-removed',
    at: [],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'Whoever relies on it may go on doing so; those who have begun to leave it should be told.',
    example: edit('farewell.yaml', 'status: deprecated', 'status: active', 'Glossary `old-words` is no longer deprecated: it stays in force.'),
  }),
  written({
    id: 'spec-retired',
    action: 'removed',
    at: [],
    level: 'breaking',
    harms: ['customer', 'staff'],
    approvers: ['journey-owner', 'stage-owners'],
    rationale: 'Whatever refers to it has nothing to rely on any more.',
    example: edit('words.yaml', 'status: active', 'status: retired', 'Glossary `words` is retired; it was `active`.'),
  }),
  written({
    id: 'spec-deleted',
    action: 'removed',
    at: [],
    level: 'breaking',
    harms: ['customer', 'regulator'],
    approvers: ['journey-owner', 'compliance'],
    rationale: 'What was once in force can no longer be looked up.',
    example: edit('directory.yaml', `  legal: Legal
`, '', 'Team `legal` has left the workspace, though it was `active`.'),
  }),
  written({
    id: 'spec-draft-removed',
    at: [],
    level: 'compatible',
    approvers: ['peer'],
    rationale: 'A draft has bound nobody.',
    example: { edits: [{ file: 'sketch.yaml', from: exampleFiles['sketch.yaml']!, to: '' }], message: 'The draft of journey `recovery` is gone.' },
  }),
  written({
    id: 'spec-status-changed',
    at: [],
    level: 'breaking',
    harms: ['customer', 'staff'],
    approvers: ['journey-owner', 'compliance'],
    rationale: 'A document goes from draft to active, deprecated and retired, and never back: the version before goes on to hold, and nobody who looks at the document sees it.',
    example: edit('words.yaml', 'status: active', 'status: draft', 'The `status` of glossary `words` was `active` and is now `draft`.'),
  }),
  written({
    id: 'spec-id-renamed',
    at: [],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'Its former name is kept, so whoever looks for it finds it.',
    example: edit('words.yaml', 'id: words', `id: our-words
aliases: [words]`, 'Glossary `words` is now called `our-words`, and its `aliases` say so.'),
  }),
  written({
    id: 'workspace-id-renamed',
    at: [],
    level: 'breaking',
    regulated: true,
    harms: ['staff', 'regulator'],
    approvers: ['journey-owner', 'compliance'],
    rationale: 'Whatever knows the workspace by its name no longer finds it: its ledger, what other repositories import from it, and findings that were called known.',
    example: edit('waymark.yaml', 'id: example', 'id: sample', 'Workspace `example` is now called `sample`: the same workspace under another name.'),
  }),
  written({
    id: 'spec-owner-changed',
    at: ['Spec.owner'],
    level: 'compatible',
    harms: ['owner'],
    approvers: ['journey-owner'],
    rationale: 'Nobody looks after it if the new owner has not accepted.',
    example: edit('words.yaml', 'owner: claims', 'owner: payments', 'The `owner` of glossary `words` was `claims` and is now `payments`.'),
  }),
  written({
    id: 'spec-access-loosened',
    at: ['Spec.access'],
    level: 'breaking',
    regulated: true,
    harms: ['data-subject'],
    approvers: ['dpo', 'compliance'],
    rationale: 'More people may read what was kept from them.',
    example: edit('words.yaml', 'owner: claims', `owner: claims
access: public`, 'The `access` of glossary `words` was `internal` and is now `public`, which is looser.'),
  }),
  written({
    id: 'spec-access-tightened',
    at: ['Spec.access'],
    level: 'breaking',
    harms: ['staff'],
    approvers: ['journey-owner'],
    rationale: 'Somebody who read it for their work may no longer do so.',
    example: edit('words.yaml', 'owner: claims', `owner: claims
access: restricted`, 'The `access` of glossary `words` was `internal` and is now `restricted`, which is stricter.'),
  }),
  written({
    id: 'review-cycle-loosened',
    at: ['ReviewPlan.cycle'],
    level: 'breaking',
    harms: ['customer', 'regulator'],
    approvers: ['journey-owner', 'compliance'],
    rationale: 'Drift stays unseen for longer.',
    example: edit('journey.yaml', 'cycle: P3M', 'cycle: P6M', 'The `cycle` of the `review` of journey `claim` was `P3M` and is now `P6M`, which is looser.'),
  }),
  written({
    id: 'review-cycle-tightened',
    at: ['ReviewPlan.cycle'],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'It is looked at more often, which is only work.',
    example: edit('journey.yaml', 'cycle: P3M', 'cycle: P2M', 'The `cycle` of the `review` of journey `claim` was `P3M` and is now `P2M`, which is stricter.'),
  }),
  written({
    id: 'effective-from-loosened',
    at: ['Effective.from'],
    level: 'breaking',
    harms: ['customer', 'staff'],
    approvers: ['journey-owner', 'stage-owners'],
    rationale: 'It holds earlier than was said: less notice for everybody.',
    example: edit('words.yaml', 'from: 2026-01-01', 'from: 2025-12-01', 'The `from` of the `effective` of glossary `words` was `2026-01-01` and is now `2025-12-01`, which is earlier.'),
  }),
  written({
    id: 'effective-from-tightened',
    at: ['Effective.from'],
    level: 'compatible',
    approvers: ['journey-owner'],
    rationale: 'It holds later than was said: what held before holds until then.',
    example: edit('words.yaml', 'from: 2026-01-01', 'from: 2026-02-01', 'The `from` of the `effective` of glossary `words` was `2026-01-01` and is now `2026-02-01`, which is later.'),
  }),
  written({
    id: 'spec-start-loosened',
    at: [],
    level: 'breaking',
    harms: ['customer', 'staff'],
    approvers: ['service-level-manager', 'journey-owner', 'counterparties'],
    rationale: 'What was announced is put off, or what holds already, though nothing else changes that would need the time, or it ends before the next one begins.',
    example: edit('promise.yaml', 'effective: {from: 2026-01-01}', 'effective: {from: 2026-06-01}', 'The `from` of the `effective` of SLA `settled` was `2026-01-01` and is now `2026-06-01`, which is later. Nothing but words changes beside it, so it is put off to 2026-06-01.'),
  }),
  written({
    id: 'spec-end-added',
    at: [],
    level: 'breaking',
    harms: ['customer', 'staff'],
    approvers: ['service-level-manager', 'journey-owner', 'counterparties'],
    rationale: 'It ends on a day on which nobody is asked again.',
    example: edit('promise.yaml', 'effective: {from: 2026-01-01}', 'effective: {from: 2026-01-01, until: 2027-01-01}', 'The `until` of the `effective` of SLA `settled` is new: `2027-01-01`.'),
  }),
  written({
    id: 'spec-end-loosened',
    at: [],
    level: 'breaking',
    harms: ['customer', 'staff'],
    approvers: ['service-level-manager', 'journey-owner', 'counterparties'],
    rationale: 'It ends earlier than was said, and nobody is asked again on that day.',
    example: edit('thin.yaml', 'until: 2028-01-01', 'until: 2027-01-01', 'The `until` of the `effective` of SLA `answered` was `2028-01-01` and is now `2027-01-01`, which is earlier.'),
  }),
  written({
    id: 'protection-start-loosened',
    at: [],
    level: 'breaking',
    harms: ['data-subject', 'regulator'],
    approvers: ['journey-owner', 'compliance'],
    rationale: 'What protects people holds later than was said, and either it has not begun, or nothing else changes that would need the time, or what holds already ends before.',
    example: edit('policy.yaml', 'effective: {from: 2026-01-01}', 'effective: {from: 2026-06-01}', 'The `from` of the `effective` of policy `default` was `2026-01-01` and is now `2026-06-01`, which is later. Nothing but words changes beside it, so it is put off to 2026-06-01.'),
  }),
  written({
    id: 'protection-end-added',
    at: [],
    level: 'breaking',
    harms: ['data-subject', 'regulator'],
    approvers: ['journey-owner', 'compliance'],
    rationale: 'From its last day on it protects nobody any more, and nobody is asked again on that day. It is regulated for a Policy, a team and what is about protected data.',
    example: edit('policy.yaml', 'effective: {from: 2026-01-01}', 'effective: {from: 2026-01-01, until: 2027-01-01}', 'The `until` of the `effective` of policy `default` is new: `2027-01-01`.'),
  }),
  written({
    id: 'protection-end-loosened',
    at: [],
    level: 'breaking',
    harms: ['data-subject', 'regulator'],
    approvers: ['journey-owner', 'compliance'],
    rationale: 'It protects people for less long than was said, and nobody is asked again on that day.',
    example: edit('data.yaml', 'until: 2029-01-01', 'until: 2027-01-01', 'The `until` of the `effective` of data catalogue `catalogue` was `2029-01-01` and is now `2027-01-01`, which is earlier.'),
  }),
  written({
    id: 'record-added',
    at: [],
    level: 'compatible',
    approvers: ['peer'],
    rationale: 'Evidence is only ever added.',
    example: edit('review.yaml', '', `apiVersion: waymark/v1
kind: Record
id: review-2026-11
type: review
date: 2026-11-02
by: [claims#lead]
subject: [claim@1.0.0]
`, 'Record `review-2026-11` is new.'),
  }),
  written({
    id: 'record-changed',
    at: [],
    level: 'breaking',
    regulated: true,
    harms: ['regulator'],
    approvers: ['compliance'],
    rationale: 'What was recorded is evidence: it is corrected by another Record, never edited.',
    example: edit('agreement.yaml', 'outcome: agreed', 'outcome: refused', 'Record `agreement-2026` was edited.'),
  }),
];
