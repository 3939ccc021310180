import { describe, expect, it } from 'vitest';
import { elementsOfKpi, eventsOfKpi, producersOf } from '../../src/analysis/kpi-inputs.js';
import { workspaceOf } from '../support/journeys.js';

const header = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: X\nversion: 0.1.0\nstatus: draft\nowner: claims\n`;

const workspace = workspaceOf({
  'shop.yaml': `${header('System', 'shop')}emits:
  - event: order.placed
    caseKey: orderNumber
    attributes: [{name: orderNumber, type: string, element: order-number}, {name: price, type: money, element: price}, {name: region, type: string, element: region}, {name: note, type: string, element: note}]
  - {event: order-paid}
`,
  'kpi.yaml': `${header('Kpi', 'paid')}formula:
  ratio:
    numerator: {sum: {attribute: order.placed.price}, where: {all: [{event: order-paid}, {not: {attribute: {name: order.placed.region, op: eq, value: DE}}}]}}
    denominator: {mean: {duration: {from: order.placed, to: order-paid}}}
anchor: order.placed
dimensions: [region]
`,
});

const kpi = workspace.all('Kpi')[0]!;

describe('what a KPI is computed from', () => {
  it('is every event that its formula or anchor names, also before the dot of an attribute', () => {
    expect(eventsOfKpi(kpi).map(({ event, attribute = '', path }) => [event, attribute, path.at(-1)])).toEqual([
      ['order.placed', 'price', 'attribute'],
      ['order-paid', '', 'event'],
      ['order.placed', 'region', 'name'],
      ['order.placed', '', 'from'],
      ['order-paid', '', 'to'],
      ['order.placed', '', 'anchor'],
    ]);
  });

  it('needs the data of attributes that it reads or is split by, and of the keys that join them', () => {
    expect([...elementsOfKpi(kpi, workspace)].sort()).toEqual(['order-number', 'price', 'region']);
  });

  it('comes from the systems that tell the events', () => {
    expect(producersOf(workspace, 'order-paid').map(({ spec }) => spec.id)).toEqual(['shop']);
    expect(producersOf(workspace, 'nothing')).toEqual([]);
  });
});
