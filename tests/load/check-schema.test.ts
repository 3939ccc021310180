import { describe, expect, it } from 'vitest';
import { headOf } from '../../src/base/generated-head.js';
import { memoryTree } from '../../src/load/file-tree.js';
import { loadDocuments } from '../../src/load/load-documents.js';
import { smallJourney } from '../support/small-journey.js';

/** Code, the first line of what is meant, message, hint. */
type Told = readonly [code: string, at: string, message: string, hint: string];

/** What stands in the small journey, the mistake instead of it, and what is said. */
type Mistake = readonly [from: string, to: string, told: readonly Told[]];

const workspace = 'apiVersion: waymark/v1\nkind: Workspace\nid: w\ntitle: W\nnamespace: a.b\norganisation: O\n';

function told(text: string): readonly Told[] {
  const { documents, problems } = loadDocuments(memoryTree({ 'waymark.yaml': workspace, 'journey.yaml': text }));
  const found = [...problems, ...documents.flatMap((document) => document.problems)];
  return found.map(({ code, message, hint = '', span }) => [code, text.slice(span.start, span.end).split('\n')[0]!, message, hint]);
}

const mistakes: readonly (readonly [string, readonly Mistake[]])[] = [
  ['a field that does not exist', [
    ['    title: Report', '    titel: Report', [['STR-002', 'titel', '`titel` is not a field of a stage.', 'Did you mean `title`?']]],
    ['        lane: frontstage', '        lanee: frontstage', [['STR-002', 'lanee', '`lanee` is not a field of a step.', 'Did you mean `lane`?']]],
    ['        lane: frontstage', '        Lane: frontstage', [['STR-002', 'Lane', '`Lane` is not a field of a step.', 'Did you mean `lane`?']]],
    ['        effort: 3', '        colour: red', [['STR-002', 'colour', '`colour` is not a field of a step.', 'What is only for people goes into `description`. The documentation of the language lists the fields of a step.']]],
    ['when: number unknown', 'wehn: number unknown', [['STR-002', 'wehn', '`wehn` is not a field of a way to the next step.', 'Did you mean `when`?']]],
    ['collects:', 'collect:', [['STR-002', 'collect', '`collect` is not a field of `data`.', 'Did you mean `collects`?']]],
    ['url: https', 'ulr: https', [['STR-002', 'ulr', '`ulr` is not a field of a web link.', 'Did you mean `url`?']]],
    ['apiVersion:', 'apiversion:', [['STR-002', 'apiversion', '`apiversion` is not a field of a journey.', 'Did you mean `apiVersion`?']]],
    ['feels: {from: worried, score: -1}', 'feels: {sentiment: bad}', [['STR-002', 'sentiment', '`sentiment` is not a field of `feels`.', 'The fields of a feeling are from, to, as, score, intensity and persona.']]],
  ]],
  ['a word of the trade', [
    ['    steps:', '    touchpoints:', [['STR-002', 'report', 'Stage `report` has no `steps`.', 'Add `steps:` and below it each entry on a line that begins with `- `.'], ['STR-002', 'touchpoints', '`touchpoints` is not a field of a stage.', 'Write each touchpoint as a step of its own, with its `channel` and its `systems`.']]],
    ['        title: Card is blocked', '        name: Card is blocked', [['STR-002', 'name', '`name` is not a field of a step.', 'Write `title` or `id` instead.']]],
    ['        systems: [crm]', '        system: crm', [['STR-002', 'system', '`system` is not a field of a step.', 'Did you mean `systems`?']]],
    ['        feels: {from: worried, score: -1}', '        emotion: worried', [['STR-002', 'emotion', '`emotion` is not a field of a step.', 'Write `feels` instead.']]],
    ['stages:', 'phases:', [['STR-002', 'phases', '`phases` is not a field of a journey.', 'Write `stages` instead.']]],
    ['personas: [holder]', 'persona: holder', [['STR-002', 'persona', '`persona` is not a field of a journey.', 'Did you mean `personas`?']]],
    ['when: number unknown', 'condition: number unknown', [['STR-002', 'condition', '`condition` is not a field of a way to the next step.', 'Write `when` instead.']]],
  ]],
  ['a field in the wrong place', [
    ['    title: Report\n', '    title: Report\n    lane: customer\n', [['STR-002', 'lane', '`lane` is not a field of a stage.', '`lane` is a field of a step. Move it there, or correct its indentation.']]],
    ['volume:', 'steps: []\nvolume:', [['STR-002', 'steps', '`steps` is not a field of a journey.', '`steps` is a field of a stage. Move it there, or correct its indentation.']]],
    ['        effort: 3', '        personas: [holder]', [['STR-002', 'personas', '`personas` is not a field of a step.', '`personas` is a field of a journey. Move it there, or correct its indentation.']]],
  ]],
  ['a field that is missing', [
    ['        title: Card is blocked\n', '', [['STR-002', 'block', 'Step `block` has no `title`.', 'Add `title:`. One line that people read as a name.']]],
    ['      - id: block\n        title', '      - title', [['STR-002', 'title: Card is blocked', 'An entry of the `steps` of stage `report` has no `id`.', 'Add an id that nothing else here has, for example `id: card-is-blocked`.']]],
    ['id: lost-card\n', '', [['STR-002', 'apiVersion: waymark/v1', 'This journey has no `id`.', 'Add an id that nothing else here has, for example `id: journey`.']]],
    ['        lane: backstage\n', '', [['STR-002', 'block', 'Step `block` has no `lane`.', 'Add `lane:` with customer, frontstage, backstage or support.']]],
    ['version: 0.1.0\n', '', [['STR-002', 'lost-card', 'Journey `lost-card` has no `version`.', 'Add `version:`. Version of this document\'s content, as text: major.minor.patch. For example: 2.3.0']]],
    ['owner: cards\n', '', [['STR-002', 'lost-card', 'Journey `lost-card` has no `owner`.', 'Add `owner:` with the id of a team.']]],
    [smallJourney.slice(smallJourney.indexOf('stages:')), '', [['STR-002', 'lost-card', 'Journey `lost-card` has no `stages`.', 'Add `stages:` and below it each entry on a line that begins with `- `.']]],
    ['{from: 2026-09-01}', '{until: 2026-09-01}', [['STR-002', 'effective', 'The `effective` of journey `lost-card` has no `from`.', 'Add `from:`. A day: year, month, day. For example: 2026-09-01']]],
    ['{to: verify, when:', '{when:', [['STR-002', '{when: number unknown, share: 0.2, repeats: 1}', 'An entry of the `next` of step `call` has no `to`.', 'Add `to:` with the id of a step.']]],
    [', value: none', '', [['STR-002', 'when', 'The `when` of step `verify` has no `value`.', 'Add `value:`. A word, a number, yes or no, or a list of them.']]],
    [', op: eq', '', [['STR-002', 'when', 'The `when` of step `verify` has no `op`.', 'Add `op:` with eq, ne, lt, lte, gt, gte or in.']]],
    ['apiVersion: waymark/v1\n', '', [['STR-004', 'lost-card', 'Journey `lost-card` has no `apiVersion`.', 'Add `apiVersion: waymark/v1`.']]],
    ['kind: Journey\n', '', [['STR-001', 'waymark/v1', 'This document does not say of which kind it is.', 'Add a line such as `kind: Journey`.']]],
  ]],
  ['fields of which one is written', [
    ['        effort: 3', '        meanwhile: [{to: call}]', [['STR-002', '{to: call}', 'Meanwhile `call` has none of the fields `after`, `every` and `event`.', 'Write `after: ...`, `every: ...` or `event: ...`.']]],
    ['        effort: 3', '        meanwhile: [{evry: 2d, to: call}]', [['STR-002', 'evry', '`evry` is not a field of a meanwhile.', 'Did you mean `every`?']]],
    ['        effort: 3', '        meanwhile: [{after: 1d, every: 2d, to: call}]', [['STR-002', 'every', '`every` cannot stand beside `after`.', 'Keep the one that is meant and delete the other.']]],
    ['        effort: 3', '        dependsOn: [{system: crm, fallback: {}}]', [['STR-002', '{}', 'The `fallback` of an entry of the `dependsOn` of step `block` has none of the fields `step` and `text`.', 'Write `step: ...` or `text: ...`.']]],
    ['stages:', 'resilience: {scenarios: [{id: outage, loses: {team: cards, system: crm}, fallback: {text: by hand}}]}\nstages:', [['STR-002', 'team', '`team` cannot stand beside `system`.', 'Keep the one that is meant and delete the other.']]],
    ['stages:', 'escalations: [{id: late, trigger: {}, rungs: []}]\nstages:', [['STR-002', '{}', 'The `trigger` of escalation `late` has none of the fields `sla`, `event` and `kpi`.', 'Write `sla: ...`, `event: ...` or `kpi: ...`.']]],
    ['{from: worried, score: -1}', '{from: worried, to: glad, as: sad}', [['STR-002', 'as', '`as` cannot stand beside `from` and `to`.', 'Keep the one that is meant and delete the other.']]],
  ]],
  ['a value in another notation', [
    ['score: -1', 'intensity: 4 of 5', [['STR-006', '4 of 5', 'The `intensity` of the `feels` of step `call` has to be a number or a list, and 4 of 5 is text.', 'Write the number alone: `4`.']]],
    ['effort: 3', 'effort: 4 of 5', [['STR-006', '4 of 5', 'The `effort` of step `block` has to be a number, and 4 of 5 is text.', 'How hard it is for the customer, from 1 (no effort) to 7. For example: 4']]],
    ['        effort: 3', '        message: {text: Done, language: english}', [['STR-002', 'english', 'The `language` of the `message` of step `block` is `english`, which cannot be read.', 'Did you mean `en`?']]],
    ['        effort: 3', '        message: {text: Done, language: de_at}', [['STR-002', 'de_at', 'The `language` of the `message` of step `block` is `de_at`, which cannot be read.', 'Did you mean `de-AT`?']]],
    ['        effort: 3', '        ideas: [{text: An app, planned: {phase: 2}}]', [['STR-002', '{phase: 2}', 'The `planned` of an entry of the `ideas` of step `block` has to be text, not a group of fields.', 'Write it in words: `phase 2`.']]],
    ['    title: Report', '    title: Report\n    channels: [app]', [['STR-002', 'channels', '`channels` is not a field of a stage.', '`channel` is a field of a step. Write it there.']]],
    ['        effort: 3', '        evidence: {sources: [{period: P3M}]}', [['STR-006', 'P3M', 'The `period` of an entry of the `sources` of the `evidence` of step `block` is `P3M`, which cannot be read.', 'A period of reporting: a year `2026`, half of one `2026-H1`, a quarter `2026-Q2`, a month `2026-06`, a week `2026-W23`, a day `2026-06-03`, or from one to another: `2025-11/2026-01`. For example: 2026-Q2']]],
    ['url: https://wiki.example/cards', 'url: /notes.md', [['STR-002', '/notes.md', 'The `url` of an entry of the `links` of journey `lost-card` is `/notes.md`, which cannot be read.', 'Begin at the folder of this file, without `/`; the folder above it is `..`.']]],
    ['url: https://wiki.example/cards', 'url: "#delays"', [['STR-002', '"#delays"', 'The `url` of an entry of the `links` of journey `lost-card` is `#delays`, which cannot be read.', 'Write the file before the `#`.']]],
    ['url: https://wiki.example/cards', 'url: "javascript:alert(1)"', [['STR-002', '"javascript:alert(1)"', 'The `url` of an entry of the `links` of journey `lost-card` is `javascript:alert(1)`, which cannot be read.', 'Write a full address that begins with `https://` and has no spaces, or the path of a file from the folder of this one, of letters from a to z, digits, spaces and the signs `.`, `_`, `-` and `/`.']]],
  ]],
  ['what is told of a customer', [
    ['        effort: 3', '        thoughts: [Why so long]', [['STR-002', 'thoughts', '`thoughts` is not a field of a step.', 'Write them as `quotes`, each with `kind: thought`.']]],
    ['        effort: 3', '        quotes: [{text: Why so long, kind: thougt}]', [['STR-002', 'thougt', '`thougt` is not one of the words that the `kind` of an entry of the `quotes` of step `block` may be.', 'Did you mean `thought`?']]],
    ['        effort: 3', '        pains: [{text: A long queue, rank: 0}]', [['STR-006', '0', 'The `rank` of an entry of the `pains` of step `block` is `0`, which is less than 1.', 'A place in the order of pains, from 1, the worst. For example: 1']]],
    ['volume: {cases: 1200, per: P1Y}', 'volume: {cases: 1200, per: P1Y, each: team}\npains: [{text: A long queue, rank: 1}]', []],
    ['        effort: 3', '        outcome: The card is safe\n        quotes: [{text: At last, kind: thought}]', []],
  ]],
  ['more values than belong there', [
    ['score: -1', 'score: [-1, 0, 1]', [['STR-002', '[-1, 0, 1]', 'The `score` of the `feels` of step `call` has 3 entries, and one or two belong there.', 'Write one value, or two between brackets: at the beginning and at the end.']]],
    ['score: -1', 'intensity: []', [['STR-002', '[]', 'The `intensity` of the `feels` of step `call` has 0 entries, and one or two belong there.', 'Write one value, or two between brackets: at the beginning and at the end.']]],
  ]],
  ['a value that is empty', [
    ['title: Report', 'title:', [['STR-002', 'title', 'The `title` of stage `report` is empty.', 'Write a value after the colon.']]],
    ['title: Report', 'title: ""', [['STR-002', '""', 'The `title` of stage `report` is empty.', 'One line that people read as a name.']]],
    ['        next: block', '        next:', [['STR-002', 'next', 'The `next` of step `verify` is empty.', 'Write a value after the colon, or delete the line.']]],
    ['systems: [crm]', 'systems: [crm, ]\n        with: [~]', [['STR-002', '~', 'An entry of the `with` of step `verify` is empty.', 'Write the entry, or delete it.']]],
    ['labels: {area: retail}', 'labels: {"": a}', [['STR-002', '""', 'A name in the `labels` of journey `lost-card` is empty.', 'Write a name before the colon.']]],
  ]],
  ['a value of another form', [
    ['version: 0.1.0', 'version: 1.10', [['STR-005', '1.10', 'The `version` of journey `lost-card` has to be text, and 1.10 is a number.', 'Write three numbers with dots, for example 1.10.0.']]],
    ['version: 0.1.0', 'version: 1', [['STR-005', '1', 'The `version` of journey `lost-card` has to be text, and 1 is a number.', 'Write three numbers with dots, for example 1.0.0.']]],
    ['version: 0.1.0', 'version: v1.2', [['STR-005', 'v1.2', 'The `version` of journey `lost-card` is `v1.2`, which cannot be read.', 'Write three numbers with dots, for example 1.2.0.']]],
    ['id: lost-card', 'id: Lost Card', [['STR-001', 'Lost Card', 'The `id` of journey `Lost Card` is `Lost Card`, which cannot be read.', 'Write it with small letters, digits and hyphens only, for example `lost-card`.']]],
    ['id: report', 'id: 12', [['STR-001', '12', 'The `id` of an entry of the `stages` of journey `lost-card` has to be text, and 12 is a number.', 'Put it in quotes: "12". A short name for machines: lower-case letters, digits and hyphens. It never changes and is never reused.']]],
    ['title: Report', 'title: 2026', [['STR-002', '2026', 'The `title` of stage `report` has to be text, and 2026 is a number.', 'Put it in quotes: "2026". One line that people read as a name.']]],
    ['title: Report', 'title: true', [['STR-002', 'true', 'The `title` of stage `report` has to be text, and true is a yes or no.', 'Put it in quotes: "true". One line that people read as a name.']]],
    ['title: Report', 'title: [Report]', [['STR-002', '[Report]', 'The `title` of stage `report` has to be text, not a list.', 'One line that people read as a name.']]],
    ['title: Report', 'title: {en: Report}', [['STR-002', '{en: Report}', 'The `title` of stage `report` has to be text, not a group of fields.', 'One line that people read as a name.']]],
    ['status: draft', 'status: 1', [['STR-002', '1', 'The `status` of journey `lost-card` has to be text, and 1 is a number.', 'Choose draft, active, deprecated or retired.']]],
    ['systems: [crm]', 'systems: crm', [['STR-002', 'crm', 'The `systems` of step `verify` has to be a list, and crm is text.', 'Write a list: [one, two], or one entry on each line after `- `.']]],
    ['systems: [crm]', 'systems: {crm: yes}', [['STR-002', '{crm: yes}', 'The `systems` of step `verify` has to be a list, not a group of fields.', 'Write a list: [one, two], or one entry on each line after `- `.']]],
    ['systems: [crm]', 'systems: [1]', [['STR-002', '1', 'An entry of the `systems` of step `verify` has to be text, and 1 is a number.', 'Put it in quotes: "1". Write the id of a system.']]],
    ['systems: [crm]', 'systems: [{id: crm}]', [['STR-002', '{id: crm}', 'An entry of the `systems` of step `verify` has to be text, not a group of fields.', 'Write the id of a system.']]],
    ['stages:\n  - id: report', 'stages:\n    id: report', [['STR-002', 'id: report', 'The `stages` of journey `lost-card` has to be a list, not a group of fields.', 'Write a list: [one, two], or one entry on each line after `- `.']]],
    ['stages:\n', 'stages:\n  - later\n', [['STR-002', 'later', 'An entry of the `stages` of journey `lost-card` has to be a group of fields, and later is text.', 'Write it with the names of its fields: {id: later}.']]],
    ['share: 0.2', 'share: 20%', [['STR-006', '20%', 'The `share` of the way from `call` to `verify` has to be a number, and 20% is text.', 'A part of the whole, from 0 to 1. For example: 0.7']]],
    ['percent: 95', 'percent: 95%', [['STR-006', '95%', 'The `percent` of the `promise` of step `verify` has to be a number, and 95% is text.', 'How many of a hundred cases keep the promise. Above 0, at most 100. For example: 98']]],
    ['effort: 3', 'effort: high', [['STR-006', 'high', 'The `effort` of step `block` has to be a number, and high is text.', 'How hard it is for the customer, from 1 (no effort) to 7. For example: 4']]],
    ['feels: {from: worried, score: -1}', 'feels: worried', [['STR-002', 'worried', 'The `feels` of step `call` has to be a group of fields, and worried is text.', 'Write fields: from, to, as, score, intensity or persona.']]],
    ['score: -1', 'score: bad', [['STR-006', 'bad', 'The `score` of the `feels` of step `call` has to be a number or a list, and bad is text.', 'How the customer feels, from -2 (bad) over 0 to 2 (good). For example: -1']]],
    ['labels: {area: retail}', 'labels: [retail]', [['STR-002', '[retail]', 'The `labels` of journey `lost-card` has to be a group of fields, not a list.', 'Write a name, a colon and a value on each line.']]],
    ['labels: {area: retail}', 'labels: {area: 4711}', [['STR-002', '4711', 'The `area` of the `labels` of journey `lost-card` has to be text or a list, and 4711 is a number.', "Put it in quotes: \"4711\". A label's text. For example: retail"]]],
    ['personas: [holder]', 'personas: holder', [['STR-002', 'holder', 'The `personas` of journey `lost-card` has to be a list, and holder is text.', 'Write a list: [one, two], or one entry on each line after `- `.']]],
    ['end: success', 'end: true', [['STR-002', 'true', 'The `end` of step `block` has to be text, and true is a yes or no.', 'Choose success, failure, abandon or side.']]],
    ['channel: [phone, app]', 'channel: {a: b}', [['STR-002', '{a: b}', 'The `channel` of step `call` has to be text or a list, not a group of fields.', 'Write the id of a channel.']]],
    ['channel: [phone, app]', 'channel: 3', [['STR-002', '3', 'The `channel` of step `call` has to be text or a list, and 3 is a number.', 'Put it in quotes: "3". Write the id of a channel.']]],
  ]],
  ['a word that is not allowed', [
    ['status: draft', 'status: activ', [['STR-002', 'activ', '`activ` is not one of the words that the `status` of journey `lost-card` may be.', 'Did you mean `active`?']]],
    ['status: draft', 'status: published', [['STR-002', 'published', '`published` is not one of the words that the `status` of journey `lost-card` may be.', 'Choose draft, active, deprecated or retired.']]],
    ['status: draft', 'status: Draft', [['STR-002', 'Draft', '`Draft` is not one of the words that the `status` of journey `lost-card` may be.', 'Did you mean `draft`?']]],
    ['lane: backstage', 'lane: back stage', [['STR-002', 'back stage', '`back stage` is not one of the words that the `lane` of step `block` may be.', 'Did you mean `backstage`?']]],
    ['op: eq', 'op: equals', [['STR-002', 'equals', '`equals` is not one of the words that the `op` of the `when` of step `verify` may be.', 'Choose eq, ne, lt, lte, gt, gte or in.']]],
    ['end: success', 'end: succes', [['STR-002', 'succes', '`succes` is not one of the words that the `end` of step `block` may be.', 'Did you mean `success`?']]],
    ['kind: Journey', 'kind: Jorney', [['STR-001', 'Jorney', '`Jorney` is not a kind of document.', 'Did you mean `Journey`?']]],
    ['kind: Journey', 'kind: journey', [['STR-001', 'journey', '`journey` is not a kind of document.', 'Did you mean `Journey`?']]],
    ['kind: Journey', 'kind: [Journey]', [['STR-001', '[Journey]', '`["Journey"]` is not a kind of document.', 'The kinds are Calendar, DataCatalog, Directory, Glossary, Journey, Kpi, Persona, Policy, Record, Sla, System, Team, Workspace.']]],
    ['apiVersion: waymark/v1', 'apiVersion: waymark/v2', [['STR-004', 'waymark/v2', 'The language version `waymark/v2` is not known.', 'Write `apiVersion: waymark/v1`.']]],
    ...['waymak/v1', 'Waymark/v1', 'v1', 'way-mark'].map((version): Mistake => ['apiVersion: waymark/v1', `apiVersion: ${version}`, [['STR-004', version, `The language version \`${version}\` is not known.`, 'Write `apiVersion: waymark/v1`.']]]),
    ['apiVersion: waymark/v1', 'apiVersion: 1', [['STR-004', '1', 'The language version `1` is not known.', 'Write `apiVersion: waymark/v1`.']]],
  ]],
  ['a value out of bounds', [
    ['title: Report', `title: ${'x'.repeat(121)}`, [['STR-002', 'x'.repeat(121), 'The `title` of stage `report` is `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...`, which is longer than 120 characters.', 'One line that people read as a name.']]],
    ['share: 0.2', 'share: 20', [['STR-006', '20', 'The `share` of the way from `call` to `verify` is `20`, which is more than 1.', 'A part of the whole, from 0 to 1. For example: 0.7']]],
    ['repeats: 1', 'repeats: 0', [['STR-006', '0', 'The `repeats` of the way from `call` to `verify` is `0`, which is less than 1.', 'How often a way is taken at most in one case. For example: 1']]],
    ['percent: 95', 'percent: 0', [['STR-006', '0', 'The `percent` of the `promise` of step `verify` is `0`, which is not more than 0.', 'How many of a hundred cases keep the promise. Above 0, at most 100. For example: 98']]],
    ['percent: 95', 'percent: 101', [['STR-006', '101', 'The `percent` of the `promise` of step `verify` is `101`, which is more than 100.', 'How many of a hundred cases keep the promise. Above 0, at most 100. For example: 98']]],
    ['score: -1', 'score: -3', [['STR-006', '-3', 'The `score` of the `feels` of step `call` is `-3`, which is less than -2.', 'How the customer feels, from -2 (bad) over 0 to 2 (good). For example: -1']]],
    ['score: -1', 'score: [-1, 5]', [['STR-006', '5', 'An entry of the `score` of the `feels` of step `call` is `5`, which is more than 2.', 'How the customer feels, from -2 (bad) over 0 to 2 (good). For example: -1']]],
    ['effort: 3', 'effort: 9', [['STR-006', '9', 'The `effort` of step `block` is `9`, which is more than 7.', 'How hard it is for the customer, from 1 (no effort) to 7. For example: 4']]],
    ['labels: {area: retail}', `labels: {${'k'.repeat(121)}: a}`, [['STR-002', 'k'.repeat(121), 'A name in the `labels` of journey `lost-card` is longer than 120 characters.', 'Shorten it.']]],
  ]],
  ['a length of time or a day', [
    ['within: 15m', 'within: 15', [['STR-006', '15', 'The `within` of the `promise` of step `verify` has to be text, and 15 is a number.', '`15` has no unit: write `15m`, `15h` or `15d`.']]],
    ['within: 15m', 'within: 15 minutes', [['STR-006', '15 minutes', 'The `within` of the `promise` of step `verify` is `15 minutes`, which cannot be read.', 'Write `15m`.']]],
    ['within: 15m', 'within: 3M', [['STR-006', '3M', 'The `within` of the `promise` of step `verify` is `3M`, which cannot be read.', '`3M` could be minutes or months: write `3m` for minutes or `P3M` for months.']]],
    ['within: 15m', 'within: 1.5h', [['STR-006', '1.5h', 'The `within` of the `promise` of step `verify` is `1.5h`, which cannot be read.', 'Use whole numbers, for example `90m` for one and a half hours.']]],
    ['time: 2-4m', 'time: two minutes', [['STR-006', 'two minutes', 'The `time` of step `verify` is `two minutes`, which cannot be read.', 'An observed length of time, one value or a range: `15-30m`, `7d+`, `<4h`. For example: 15-30m']]],
    ['from: 2026-09-01', 'from: 01.09.2026', [['STR-006', '01.09.2026', 'The `from` of the `effective` of journey `lost-card` is `01.09.2026`, which cannot be read.', 'Write `2026-09-01`.']]],
    ['from: 2026-09-01', 'from: 2026/9/1', [['STR-006', '2026/9/1', 'The `from` of the `effective` of journey `lost-card` is `2026/9/1`, which cannot be read.', 'Write `2026-09-01`.']]],
    ['from: 2026-09-01', 'from: 9/1/2026', [['STR-006', '9/1/2026', 'The `from` of the `effective` of journey `lost-card` is `9/1/2026`, which cannot be read.', 'A day: year, month, day. For example: 2026-09-01']]],
    ['from: 2026-09-01', 'from: 20260901', [['STR-006', '20260901', 'The `from` of the `effective` of journey `lost-card` has to be text, and 20260901 is a number.', 'Put it in quotes: "20260901". A day: year, month, day. For example: 2026-09-01']]],
    ['cases: 1200', 'cases: about 1200', [['STR-006', 'about 1200', 'The `cases` of the `volume` of journey `lost-card` is `about 1200`, which cannot be read.', 'An observed amount, one value or a range: `8-12%`, `3`, `<5`, `2-5d`, `~25`. For example: 8-12%']]],
  ]],
  ['a choice of forms', [
    ['repeats: 1', 'repeats: often', [['STR-002', 'often', 'The `repeats` of the way from `call` to `verify` is `often`, which is neither a number nor `unknown`.', 'Write a number, or `unknown`.']]],
    ['repeats: 1', 'repeats: 1.5', [['STR-006', '1.5', 'The `repeats` of the way from `call` to `verify` has to be a whole number or text, and 1.5 is a number.', 'How often a way is taken at most in one case. For example: 1']]],
    ['repeats: 1', 'repeats: unknwon', [['STR-002', 'unknwon', 'The `repeats` of the way from `call` to `verify` is `unknwon`, which is neither a number nor `unknown`.', 'Write a number, or `unknown`.']]],
    ['        next: block', '        next: 3', [['STR-002', '3', 'The `next` of step `verify` has to be text, a list or a group of fields, and 3 is a number.', 'Put it in quotes: "3". Write the id of a step.']]],
    ['        next: block', '        next: {to: block}', [['STR-002', '{to: block}', 'The `next` of step `verify` stands alone where a list belongs.', 'Put it between brackets: `next: [{to: ...}]`.']]],
    ['        next: block', '        next: {goto: block}', [['STR-002', '{goto: block}', 'The `next` of step `verify` has none of the fields `all` and `some`.', 'Write the id of a step, a list, `all: ...` or `some: ...`.']]],
    ['        next: block', '        next: {all: block}', [['STR-002', 'block', 'The `all` of the `next` of step `verify` has to be a list, and block is text.', 'Write a list: [one, two], or one entry on each line after `- `.']]],
    ['        next: block', '        next: {all: [block], some: [call]}', [['STR-002', 'some', '`some` cannot stand beside `all`.', 'Keep the one that is meant and delete the other.']]],
    ['        next: block', '        next: true', [['STR-002', 'true', 'The `next` of step `verify` has to be text, a list or a group of fields, and true is a yes or no.', 'Put it in quotes: "true". Write the id of a step.']]],
    ['when: number unknown', 'when: [a, b]', [['STR-002', '[a, b]', 'The `when` of the way from `call` to `verify` has to be text or a group of fields, not a list.', "A condition in the author's words. People read it when they decide which way a case goes."]]],
    ['when: {element: card-number, op: eq, value: none}', 'when: {field: card-number}', [['STR-002', '{field: card-number}', 'The `when` of step `verify` has none of the fields `event` and `element`.', 'Write words, `event: ...` or `element: ...`.']]],
    ['when: {element: card-number, op: eq, value: none}', 'when: {event: lost, op: eq}', [['STR-002', 'op', '`op` cannot stand beside `event`.', 'Keep the one that is meant and delete the other.']]],
    ['value: none', 'value: {a: b}', [['STR-002', '{a: b}', 'The `value` of the `when` of step `verify` has to be text, a number, true or false or a list, not a group of fields.', 'A word, a number, yes or no, or a list of them. For example: 5000']]],
  ]],
];

describe('one mistake in a journey', () => {
  it('is the only one, because without it nothing is said', () => {
    expect(told(smallJourney)).toEqual([]);
  });

  describe.each(mistakes)('%s', (_, list) => {
    it.each(list)('%j written as %j', (from, to, expected) => {
      expect(smallJourney).toContain(from);
      expect(told(smallJourney.replace(from, () => to))).toEqual(expected);
    });
  });
});

describe('a document of somebody else', () => {
  const foreign = (text: string): readonly string[] => told(text).map(([code]) => code);

  it('is one that says of which place of the web it is, though its kind is one of ours', () => {
    expect(foreign('apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: shop}\n')).toEqual(['STR-018']);
    expect(foreign('apiVersion: example.com/v1\nkind: Team\nid: claims\n')).toEqual(['STR-018']);
    expect(foreign('apiVersion: openslo/v1\nkind: Service\nmetadata: {name: shop}\n')).toEqual(['STR-018']);
    expect(foreign('apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: shop}\n')).toEqual(['STR-018']);
  });

  it.each([
    ['a workflow of GitHub', 'name: CI\non: [push]\njobs: {test: {runs-on: ubuntu-latest, steps: [{id: one, run: make}]}}\n'],
    ['a file of docker compose', 'version: "3"\nservices: {web: {image: nginx}}\n'],
    ['a description of an interface', 'openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\npaths: {}\n'],
    ['events described for others', 'asyncapi: 3.0.0\nid: "urn:example:shop"\ninfo: {title: Shop, version: 1.0.0}\n'],
    ['a service of Kubernetes', 'apiVersion: v1\nkind: Service\nmetadata: {name: shop}\nspec: {ports: []}\n'],
    ['a role of Kubernetes without a version', 'kind: Role\nmetadata: {name: shop}\nrules: []\n'],
    ['a chart', 'apiVersion: v2\nname: shop\nversion: 1.0.0\ntype: application\n'],
    ['a page with a head', 'title: How we work\nowner: claims\nstatus: draft\ntags: [a]\n'],
    ['a list of pages', 'id: guide\ntitle: Guide\nversion: 1.0.0\nkind: book\n'],
    ['a chosen kind of nothing of ours', 'kind: pipeline\nid: build\ntitle: Build\n'],
  ])('is %s', (_, text) => {
    expect(foreign(text)).toEqual(['STR-018']);
  });
});

describe('what `waymark generate` has written', () => {
  const head = `# ${headOf('backstage')}\n`;
  const written = 'apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: shop}\n';
  const kinds = (text: string): readonly (string | undefined)[] => loadDocuments(memoryTree({ 'waymark.yaml': workspace, 'written.yaml': text })).documents.slice(1).map(({ kind }) => kind);

  it.each(['', '---\n', '# From: system:shop@1.0.0\r\n---\r\n'])('is no document, and nobody is told of it, with %j below its head', (more) => {
    expect([told(`${head}${more}${written}`), kinds(`${head}${more}${written}`), told(`${head}---\n${written}---\n${written}`)]).toEqual([[], [], []]);
  });

  it.each([`# mine\n${head}`, head.replace('Do not edit', 'Edit'), head.replace('backstage', 'back stage'), head.replace('# ', '#'), `${head.trimEnd()} Mine.\n`, `note: |\n  ${head}`])('is told from what begins otherwise: %j', (other) => {
    expect(told(`${other}${written}`).map(([code]) => code)).toContain('STR-018');
  });

  it('hides no document of ours, and none that lacks a part of its first lines', () => {
    expect(kinds(`${head}${smallJourney}`)).toEqual(['Journey']);
    expect(kinds(`${head}---\n${written}---\n${smallJourney}`)).toEqual(['Journey']);
    for (const [from, to] of [['apiVersion: waymark/v1', 'apiVersion: waymak/v1'], ['kind: Journey', 'kind: Jorney'], ['apiVersion: waymark/v1\n', ''], ['kind: Journey', '<<<<<<< HEAD\nkind: Journey']] as const) {
      const broken = smallJourney.replace(from, to);
      expect([to, told(`${head}${broken}`).map(([code]) => code)]).toEqual([to, told(broken).map(([code]) => code)]);
    }
  });
});

describe('a document of ours whose first lines are not right', () => {
  const header = 'id: answer\ntitle: Answer\nversion: 1.0.0\nstatus: active\nowner: desk\neffective: {from: 2026-01-01}\n';

  it.each([
    ['a slip in `kind`', `kind: Sal\n${header}`, ['STR-001', 'Sal', '`Sal` is not a kind of document.', 'Did you mean `Sla`?']],
    ['a kind in small letters', `kind: journey\n${header}`, ['STR-001', 'journey', '`journey` is not a kind of document.', 'Did you mean `Journey`?']],
    ['a slip in the word `kind`', `kid: Sla\n${header}`, ['STR-001', 'Sla', 'This document does not say of which kind it is.', 'Did you mean `kind` where `kid` stands?']],
    ['a slip in `kind` and the version of another tool', `apiVersion: v1\nkind: Sal\n${header}`, ['STR-004', 'v1', 'The language version `v1` is not known.', 'Write `apiVersion: waymark/v1`.']],
    ['a slip in `kind` on a sketch', 'kind: Jorney\nid: order\ntitle: Order\n', ['STR-001', 'Jorney', '`Jorney` is not a kind of document.', 'Did you mean `Journey`?']],
    ['a kind that is far from all of ours', `kind: Promise\n${header}`, ['STR-001', 'Promise', '`Promise` is not a kind of document.', expect.stringContaining('The kinds are')]],
    ['neither of the two', header, ['STR-001', expect.any(String), 'This document does not say of which kind it is.', 'Add a line such as `kind: Journey`.']],
  ])('is told with %s and without a version of the language', (_, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });
});

describe('what is said', () => {
  const texts = mistakes.flatMap(([, list]) => list.flatMap(([, , expected]) => expected.flatMap(([, , message, hint]) => [message, hint])));

  it('is a sentence, and never names a position in a list', () => {
    for (const text of texts) {
      expect(text).toMatch(/^[A-Z`].*(?:[.?]|: .+)$/s);
      expect(text).not.toMatch(/\[\d+\]|(?<!\d)\/\d+|\b(?:index|position|null|undefined|object|array|string|boolean|schema|property)\b/i);
    }
  });

  it('is no more than a hundred problems for one document', () => {
    const steps = Array.from({ length: 300 }, (_, index) => `      - {id: s${index}, lane: customer}\n`).join('');
    expect(told(`${smallJourney.slice(0, smallJourney.indexOf('      - id: call'))}${steps}`)).toHaveLength(100);
  });

  it('never breaks on keys that every object has', () => {
    for (const key of ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf']) {
      expect(told(smallJourney.replace('    title: Report\n', `    title: Report\n    ${key}: a\n`)).map(([, at]) => at)).toEqual([key]);
      expect(told(smallJourney.replace('        next: block', `        next: {${key}: a}`)).map(([code]) => code)).toEqual(['STR-002']);
      expect(told(smallJourney.replace('labels: {area: retail}', `labels: {${key}: retail}`))).toEqual([]);
    }
  });

  it('shortens what the author wrote, without cutting a character in two', () => {
    const [problem] = told(smallJourney.replace('title: Report', `title: ${'\u{1f600}'.repeat(130)}`));
    expect(problem?.[2]).toMatch(/^The `title` of stage `report` is `(?:\u{1f600}){28}\.\.\.`, which is longer than 120 characters\.$/u);
  });
});
