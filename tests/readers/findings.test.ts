import { describe, expect, it } from 'vitest';
import { siteFindings } from '../../src/cli/site/site-findings.js';
import { buildSite } from '../../src/render/site/site.js';
import type { Audience } from '../../src/render/audiences.js';
import { cardJourney, cardParts, cardPromise } from '../../src/validate/example-promises.js';
import { exampleDay, exampleWorkspace } from '../../src/validate/example-workspace.js';

/** All that the pages of a workspace say to readers. */
function toldTo(audience: Audience, files: { readonly [path: string]: string }): string {
  const workspace = exampleWorkspace({ title: '', files });
  const place = { workspace, folder: 'shop', findings: siteFindings(workspace, exampleDay), versionsOf: () => [], unreadOf: () => [], comparisonsOf: () => [] };
  return [...buildSite({ audience, asOf: exampleDay, workspaces: [place] })].filter(({ path }) => path.startsWith('shop/')).map(({ content }) => content).join('\n');
}

/** The same file for a narrower circle. */
function restricted(text: string): string {
  return text.replace('owner:', 'access: restricted\nowner:');
}

describe('a finding that tells what is not for its readers', () => {
  it('is left out where it follows from a proof that is hidden', () => {
    const parts = cardParts('{within: 4h, percent: 53}');
    const files = (check: string): { readonly [path: string]: string } => ({ ...parts, 'check.yaml': check, 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney() });
    const [open, closed] = [files(parts['check.yaml']!), files(restricted(parts['check.yaml']!))];
    expect([toldTo('internal', open), toldTo('internal', closed), toldTo('restricted', closed)].map((text) => /4[78] %|5[23] %/.test(text))).toEqual([true, false, true]);
  });

  it('is left out where it follows from how long systems are there of which one is hidden and not named', () => {
    const system = (index: number): string => `apiVersion: waymark/v1\nkind: System\nid: core-${index}\ntitle: Core ${index}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\ntype: other\nobjectives: [{metric: availability, target: ${99 + index / 100}, window: P1M}]\n`;
    const numbers = Array.from({ length: 17 }, (_, index) => index + 1);
    const files = (last: string): { readonly [path: string]: string } => ({
      ...Object.fromEntries(numbers.map((index) => [`core-${index}.yaml`, system(index)])),
      'core-17.yaml': last,
      'promise.yaml': cardPromise('{percent: 99}').replace('metric: duration', 'metric: availability').replace(/clock: .*\n/, ''),
      'journey.yaml': cardJourney({ check: '', send: '' }).replaceAll('systems: [crm]', `systems: [${numbers.map((index) => `core-${index}`).join(', ')}]`).replaceAll(/, events: \{[^}]*\}/g, ''),
    });
    const words = 'its systems give';
    expect([toldTo('internal', files(system(17))), toldTo('internal', files(restricted(system(17))))].map((text) => text.includes(words))).toEqual([true, false]);
  });

  it('is left out where it tells a word of a Glossary that is hidden', () => {
    const glossary = 'apiVersion: waymark/v1\nkind: Glossary\nid: words\ntitle: Our words\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nterms: [{id: card, preferred: golden ticket, forbidden: [new card]}]\n';
    const files = (words: string): { readonly [path: string]: string } => ({ ...cardParts(), 'words.yaml': words, 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney() });
    expect([toldTo('internal', files(glossary)), toldTo('internal', files(restricted(glossary)))].map((text) => text.includes('golden ticket'))).toEqual([true, false]);
  });

  const system = (index: number, more: string): string => `apiVersion: waymark/v1\nkind: System\nid: core-${index}\ntitle: Core ${index}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\ntype: erp\n${more}`;
  const numbers = Array.from({ length: 17 }, (_, index) => index + 1);

  /** What is told to the house with a file open to it, and for a narrower circle. */
  const toldOf = (files: { readonly [path: string]: string }, hidden: string, words: string): readonly boolean[] =>
    [files, { ...files, [hidden]: restricted(files[hidden]!) }].map((each) => toldTo('internal', each).includes(words));

  it('is left out where it adds up the times after which systems are back, of which one is hidden and not named', () => {
    const files = {
      ...Object.fromEntries(numbers.map((index) => [`core-${index}.yaml`, system(index, `recovery: {rto: ${50 - index}m}\n`)])),
      'journey.yaml': cardJourney({ check: '', send: '', rest: 'resilience: {rto: 1h, recovery: sequential}\n' }).replaceAll('systems: [crm]', `systems: [${numbers.map((index) => `core-${index}`).join(', ')}]`).replaceAll(/, events: \{[^}]*\}/g, ''),
    };
    expect(toldOf(files, 'core-17.yaml', 'and its systems need up to')).toEqual([true, false]);
  });

  it('is left out where it adds up how often a system is asked, in journeys of which one is hidden and not named', () => {
    const journey = (index: number): string => `apiVersion: waymark/v1\nkind: Journey\nid: delivery-${index}\ntitle: Delivery ${index}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\nstages: [{id: wait, title: Wait, steps: [{id: track, title: Track, lane: customer, systems: [core-1], refresh: {every: 10s, atOnce: 10}, end: success}]}]\n`;
    const files = { 'core-1.yaml': system(1, 'limits: {perSecond: 5}\n'), ...Object.fromEntries(numbers.map((index) => [`delivery-${index}.yaml`, journey(index)])) };
    expect(toldOf(files, 'delivery-17.yaml', 'at the peak it is asked')).toEqual([true, false]);
  });

  it('is left out where it adds up the shares of personas of which one is hidden', () => {
    const persona = (id: string): string => `apiVersion: waymark/v1\nkind: Persona\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\ntype: customer\nshare: 0.6\n`;
    expect(toldOf({ 'a.yaml': persona('first'), 'b.yaml': persona('second') }, 'a.yaml', 'the personas cover')).toEqual([true, false]);
  });

  it('is left out where it counts the journeys that one lies within, of which one is hidden', () => {
    const nested = (id: string, parent: string): string => `apiVersion: waymark/v1\nkind: Journey\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n${parent === '' ? '' : `parent: ${parent}\n`}stages: [{id: all, title: All, steps: [{id: do, title: Do it, lane: customer, end: success}]}]\n`;
    const files = { 'a.yaml': nested('zone', ''), 'b.yaml': nested('zone-b', 'zone'), 'c.yaml': nested('zone-c', 'zone-b'), 'd.yaml': nested('zone-d', 'zone-c') };
    expect(toldOf(files, 'a.yaml', 'levels deep')).toEqual([true, false]);
  });

  it('is left out where it tells of the steps of a journey that is hidden, at a promise that is not', () => {
    const files = { ...cardParts('{within: 4h, percent: 99}', '{within: 40h, percent: 99}'), 'promise.yaml': cardPromise('{within: 24h, percent: 98}'), 'journey.yaml': cardJourney() };
    expect(toldOf(files, 'journey.yaml', 'The path')).toEqual([true, false]);
  });

  const active = (kind: string, id: string, more: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\neffective: {from: 2026-01-01}\nowner: claims\n${more}`;
  const journeyWith = (id: string, ...steps: readonly string[]): string => active('Journey', id, `stages: [{id: all, title: All, steps: [${steps.join(', ')}]}]\n`);

  it('is left out where it follows from a journey that is hidden in which staff work with a system', () => {
    const files = {
      'policy.yaml': active('Policy', 'rules', 'profile: regulated\n'),
      'data.yaml': active('DataCatalog', 'data', 'elements: [{id: iban, title: Account, class: restricted, nature: personal, master: core-1}]\n'),
      'core-1.yaml': system(1, ''),
      'journey.yaml': journeyWith('payout', '{id: release, title: Clerk releases it, lane: backstage, systems: [core-1], end: success}'),
    };
    expect(toldOf(files, 'journey.yaml', 'Staff work with')).toEqual([true, false]);
  });

  it('is left out where it follows from a journey that is hidden in which data come into a system', () => {
    const files = {
      'policy.yaml': active('Policy', 'rules', 'profile: regulated\n'),
      'data.yaml': active('DataCatalog', 'data', 'elements: [{id: iban, title: Account, class: restricted, nature: personal}]\n'),
      'core-1.yaml': system(1, ''),
      'journey.yaml': journeyWith('payout', '{id: release, title: Clerk releases it, lane: backstage, systems: [core-1], end: success}'),
      'other.yaml': journeyWith('order', '{id: write, title: Customer writes it, lane: customer, channel: web, systems: [core-1], data: {collects: [iban]}, end: success}'),
    };
    expect(toldOf(files, 'other.yaml', 'Staff work with')).toEqual([true, false]);
  });

  const model = `${system(1, '').replace('type: erp', 'type: model')}modelCard: {purpose: Answers, inputs: []}\n`;
  const chat = '{id: chat, title: Chatbot answers, lane: customer, channel: web, systems: [core-1], onFail: call, end: success}';

  it('is left out where only a journey that is hidden says that customers meet a model', () => {
    const files = { 'core-1.yaml': model, 'journey.yaml': journeyWith('question', chat, '{id: call, title: Agent answers, lane: frontstage, channel: phone, automation: human, end: success}') };
    expect(toldOf(files, 'journey.yaml', 'nobody who watches it')).toEqual([true, false]);
  });

  it('is left out where only a system that is hidden says that nobody is met on a channel', () => {
    const files = {
      'core-1.yaml': `${model.replace('inputs: []', 'inputs: [], oversight: claims#lead')}`,
      'core-2.yaml': system(2, 'channels: [chat]\n').replace('type: erp', 'type: web'),
      'journey.yaml': journeyWith('question', chat.replace('customer, channel: web', 'frontstage, automation: automated'), '{id: call, title: Customer goes on, lane: customer, channel: chat, end: success}'),
    };
    expect(toldOf(files, 'core-2.yaml', 'cannot get to a person')).toEqual([true, false]);
    expect(toldOf(files, 'core-2.yaml', 'gets to nobody who helps')).toEqual([true, false]);
  });

  it('is left out where it says what the KPIs of a journey show, of which one is hidden', () => {
    const files = {
      'kpi.yaml': active('Kpi', 'calls', 'category: operational\n'),
      'journey.yaml': `${journeyWith('question', '{id: ask, title: Ask, lane: customer, channel: web, end: success}')}kpis: {primary: [calls]}\nrules: [{id: slot-offer, type: personalise}]\n`,
    };
    expect(toldOf(files, 'kpi.yaml', 'shows what that')).toEqual([true, false]);
  });
});
