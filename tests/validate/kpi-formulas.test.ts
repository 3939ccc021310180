import { describe, expect, it } from 'vitest';
import { loadDocuments } from '../../src/load/load-documents.js';
import { memoryTree } from '../../src/load/file-tree.js';
import { buildWorkspace } from '../../src/model/workspace.js';
import { activeDocument } from '../../src/validate/example-texts.js';
import { exampleDay, exampleFiles } from '../../src/validate/example-workspace.js';
import { validate } from '../../src/validate/validate.js';

const shop = activeDocument('System', 'shop', 'emits: [{event: order-placed, caseKey: order, attributes: [{name: price, type: money}]}]\n');

const kpi = (formula: string, id = 'orders', more = ''): string => activeDocument('Kpi', id, `${more}formula: ${formula}\nanchor: order-placed\n`);

/** Codes and messages of what is found in a KPI's formula. */
function found(files: { readonly [path: string]: string }): readonly string[] {
  const workspace = buildWorkspace(loadDocuments(memoryTree({ ...exampleFiles, 'shop.yaml': shop, ...files })));
  return validate(workspace, { asOf: exampleDay }).diagnostics.filter(({ code, message }) => /^KPI-0(?:02|05|06|09|15)|^REF-00[12]|^STR-002/.test(code) && !message.includes('crm')).map(({ code, message }) => `${code} ${message}`);
}

describe('one cause is one finding', () => {
  it('where a misspelt event is an event here and stands before an attribute there', () => {
    const formula = '{ratio: {numerator: {sum: {attribute: order-plced.price}}, denominator: {count: events, where: {event: order-plced}}}}';
    expect(found({ 'kpi.yaml': kpi(formula) })).toEqual([expect.stringMatching(/^REF-001 /)]);
  });

  it('where a step is misspelt', () => {
    expect(found({ 'kpi.yaml': kpi('{visits: {step: lost-card#blok, counted: all}}') })).toEqual([expect.stringMatching(/^REF-00[12] /)]);
  });

  it('where the anchor is misspelt and everything is split by its attributes', () => {
    expect(found({ 'kpi.yaml': kpi('{count: events, where: {event: order-placed}}', 'orders', 'dimensions: [country]\n').replace('anchor: order-placed', 'anchor: order-plced') })).toEqual([expect.stringMatching(/^REF-001 /)]);
  });

  it('where two KPIs read what no system tells', () => {
    const formula = (of: string): string => `{${of}: {attribute: order-placed.margin}}`;
    expect(found({ 'a.yaml': kpi(formula('sum')), 'b.yaml': kpi(formula('mean'), 'others') })).toEqual(['KPI-005 In KPI `orders`, system `shop` tells `order-placed` without an attribute `margin`. 1 other place names it too.']);
  });

  it('and a second mistake is still told', () => {
    const formula = '{ratio: {numerator: {sum: {attribute: order-placed.margin}}, denominator: {count: events, where: {event: order-plced}}}}';
    expect(found({ 'kpi.yaml': kpi(formula) }).map((each) => each.slice(0, 7)).sort()).toEqual(['KPI-005', 'REF-001']);
  });
});

describe('a formula is exactly one thing', () => {
  it('and a condition as well: several stand under `all`', () => {
    const files = { 'kpi.yaml': kpi('{count: cases, sum: {attribute: order-placed.price}, where: {event: order-placed, outcome: success}}') };
    const workspace = buildWorkspace(loadDocuments(memoryTree({ ...exampleFiles, 'shop.yaml': shop, ...files })));
    expect(validate(workspace, { asOf: exampleDay }).diagnostics.filter(({ code }) => code === 'STR-002').map(({ message, hint }) => [message, hint])).toEqual([
      ['`sum` cannot stand beside `count`.', 'Keep the one that is meant and delete the other.'],
      ['`outcome` cannot stand beside `event`.', 'Keep the one that is meant, or write both in a list under `all`: `all: [{event: ...}, {outcome: ...}]`.'],
    ]);
  });

  it('and not nothing', () => {
    expect(found({ 'kpi.yaml': kpi('{where: {event: order-placed}}') })).toEqual([expect.stringMatching(/^STR-002 The `formula` of KPI `orders` has none of the fields `count`, `visits`, /)]);
    expect(found({ 'kpi.yaml': kpi('{count: cases, where: {}}') })).toEqual([expect.stringMatching(/^STR-002 The `where` of the `formula` of KPI `orders` has none of the fields `all`, `any`, /)]);
  });
});
