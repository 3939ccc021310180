import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generate, type Generation } from '../../src/generate/generate.js';
import type { OptionValues } from '../../src/generate/target.js';
import { loadWorkspace, loadWorkspaceFrom } from '../../src/model/load-workspace.js';
import type { Workspace } from '../../src/model/workspace.js';
import { cut, hostileTexts } from '../support/hostile-texts.js';
import { root } from '../support/imports.js';
import { withTexts } from '../support/with-texts.js';
import { fullFiles } from './full-workspace.js';

/** The example workspaces. */
export const examples = ['insurance', 'broadband', 'parcel'] as const;

/** An example workspace. */
export function example(name: (typeof examples)[number]): Workspace {
  return loadWorkspace(join(root, 'journeys', name));
}

/** What is written for a target; a problem fails the test. */
export async function generated(workspace: Workspace, target: string, options: OptionValues = {}): Promise<Generation> {
  const generation = await generate(workspace, target, options);
  if ('problems' in generation) throw new Error(generation.problems.join(' '));
  return generation;
}

/** The text of a file that was written. */
export function contentOf({ files }: Generation, path: string): string {
  const file = files.find((each) => each.path === path);
  if (file === undefined) throw new Error(`${path} was not written; these were: ${files.map((each) => each.path).join(', ')}`);
  return file.content;
}

/** The files in a folder of their own. */
export function written({ files }: Generation, more: { readonly [path: string]: string } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-generated-'));
  for (const [path, content] of [...files.map((file) => [file.path, file.content] as const), ...Object.entries(more)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** How many hostile texts there are to begin with. */
export const rotations = hostileTexts.length;

/**
 * A workspace in which every field of the language is written, with a hostile text in every field for free words: another one in each field, so that
 * after all rotations each text has stood in each field.
 */
export function hostileWorkspace(rotation: number): Workspace {
  return loadWorkspaceFrom(withTexts(fullFiles, (index) => hostileTexts[(index + rotation) % hostileTexts.length]!));
}

/** The same workspace with one text everywhere. */
export function workspaceOfText(text: string): Workspace {
  return loadWorkspaceFrom(withTexts(fullFiles, () => cut(text, 10_000)));
}

/** The same workspace with words that harm nobody. */
export function benignWorkspace(): Workspace {
  return workspaceOfText('Benign words');
}

/** Workspaces of systems alone, each with what it tells. */
export function workspaceOfSystems(systems: { readonly [id: string]: { readonly status?: string; readonly emits: string } }): Workspace {
  const text = ([id, { status = 'active', emits }]: readonly [string, { readonly status?: string; readonly emits: string }]): string => `apiVersion: waymark/v1\nkind: System\nid: ${id}\ntitle: The ${id}\nversion: 1.0.0\nstatus: ${status}\neffective: {from: 2026-01-01}\nowner: desk\ntype: crm\nemits: ${emits}\n`;
  return loadWorkspaceFrom({ 'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n', 'systems.yaml': Object.entries(systems).map(text).join('---\n') });
}

/** Two systems that tell one event in two forms, while one takes over from the other. Another event they tell in the same form. */
export function twoCrms(): Workspace {
  const same = '{event: case-opened, caseKey: caseId, timestamp: openedAt}';
  return workspaceOfSystems({
    'crm-new': { emits: `[${same}, {event: case-closed, caseKey: caseId, timestamp: closedAt, attributes: [{name: reason, type: string}]}]` },
    'crm-old': { status: 'deprecated', emits: `[${same}, {event: case-closed, caseKey: caseId, timestamp: at}]` },
    'crm-future': { status: 'draft', emits: `[${same}]` },
  });
}

/** A workspace whose files are short enough to be read: what is written of it is kept in `golden/`. */
export function smallWorkspace(): Workspace {
  const head = (kind: string, id: string, title: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${title}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: desk\n`;
  return loadWorkspaceFrom({
    'waymark.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\norganisation: Example Shop AG\ntimezone: Europe/Berlin\n',
    'directory.yaml': `${head('Directory', 'people', 'Who and what')}teams: {desk: {title: Service desk, function: service, codeHandles: ["@example/desk"], roles: [{id: lead, title: Head of the desk, contact: "mailto:lead@example.org"}]}}\npersonas: {everybody: {title: Everybody, type: customer, fallback: true}}\n`,
    'shop.yaml': `${head('System', 'shop', 'The shop')}type: web\nemits:\n  - {event: order-placed, caseKey: orderId, timestamp: at, attributes: [{name: amount, type: money, unit: currency(EUR)}, {name: channel, type: string}]}\n  - {event: order-paid, caseKey: orderId, timestamp: at}\n`,
    'paid.yaml': `${head('Sla', 'paid-in-time', 'Paid in time')}type: sla\nmetric: duration\nprovider: desk\nconsumer: customer\nclock: {start: order-placed, stop: order-paid}\ncalendar: 24x7\ntargets: [{within: 2d, percent: 95}]\nwindow: P1M\nwarnAt: 80\nescalation: desk#lead\n`,
    'share.yaml': `${head('Kpi', 'paid-share', 'Orders that are paid')}unit: ratio\ndirection: up\nformula: {ratio: {numerator: {count: cases, where: {event: order-paid}}, denominator: {count: cases}}}\nanchor: order-placed\nwindow: P1M\ncadence: P1W\ntarget: {value: 0.9, by: 2026-12-31}\nalerts: [{severity: warn, below: 0.8, for: P1D}]\n`,
    'order.yaml': `${head('Journey', 'order', 'An order "at once"')}customerGoal: It arrives\npersonas: [everybody]\nslas: [paid-in-time]\nkpis: {primary: [paid-share]}\nstages:\n  - id: buy\n    title: Buy\n    steps:\n      - {id: place, title: Customer orders, lane: customer, channel: web, systems: [shop], events: {complete: order-placed}}\n      - {id: pay, title: Customer pays, lane: customer, channel: web, events: {complete: order-paid}, end: success}\nescalations:\n  - {id: late, trigger: {sla: paid-in-time}, rungs: [{after: 50%, to: desk#lead, action: call the customer}]}\n`,
  });
}
