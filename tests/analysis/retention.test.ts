import { describe, expect, it } from 'vitest';
import { isWithin, widening } from '../../src/analysis/regions.js';
import { compareWritten, retentionLimits } from '../../src/analysis/retention.js';
import { workspaceOf } from '../support/journeys.js';

/** Each limit in one line: how long data are kept and where, and what is allowed there. */
function limits(retention: string, data: string, regions: string): readonly string[] {
  const header = (kind: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: x\ntitle: X\n`;
  const workspace = workspaceOf({
    'waymark.yaml': `${header('Workspace')}${regions}`,
    'policy.yaml': `${header('Policy')}version: 0.1.0\nstatus: draft\nowner: claims\ndata: ${data}\n`,
    'data.yaml': `${header('DataCatalog')}version: 0.1.0\nstatus: draft\nowner: claims\nelements:\n  - {id: photo, title: Photo, class: confidential, nature: personal, retention: {from: collection, action: erase, ${retention}}}\n`,
  });
  const element = workspace.registers.elements.get('photo')!.value;
  return retentionLimits(element, workspace).map(({ period, keptIn = 'everywhere', most, limitedIn = 'everywhere', path }) => `${period} ${keptIn} / ${most} ${limitedIn} at ${path.join('.')}`);
}

describe('limits of retention', () => {
  it('are none where the Policy sets none for the class', () => {
    expect(limits('period: P1Y', '{retentionMax: {internal: P2Y}}', 'regions: [DE]\n')).toEqual([]);
    expect(limits('period: P1Y', '{}', '')).toEqual([]);
  });

  it('hold everywhere unless a region has its own', () => {
    expect(limits('period: P1Y', '{retentionMax: {confidential: P2Y}}', 'regions: [DE]\n')).toEqual(['P1Y everywhere / P2Y everywhere at retention.period']);
  });

  it('are those of the narrowest region, longer or shorter', () => {
    expect(limits('period: P1Y, byRegion: {AT: P6M}', '{retentionMax: {confidential: P2Y}, retentionMaxByRegion: {EU: {confidential: P1M}, AT: {confidential: P7Y}}}', 'regions: [DE, AT-7, US]\n')).toEqual([
      'P1Y everywhere / P1M EU at retention.period',
      'P6M AT / P7Y AT at retention.byRegion.AT',
      'P1Y everywhere / P2Y everywhere at retention.period',
      'P6M AT / P7Y AT at retention.byRegion.AT',
    ]);
  });

  it('count for every region with a limit where the company does not say where it serves', () => {
    expect(limits('period: P1Y', '{retentionMax: {confidential: P2Y}, retentionMaxByRegion: {AT: {confidential: P1M}}}', '')).toEqual([
      'P1Y everywhere / P2Y everywhere at retention.period',
      'P1Y everywhere / P1M AT at retention.period',
    ]);
  });

  it.each([
    ['P12M', 'P1Y', 0],
    ['P13M', 'P1Y', 1],
    ['30d', 'P1M', 'unclear'],
    ['27d', 'P1M', -1],
    ['P', 'P1M', 'malformed'],
  ] as const)('%s against %s', (a, b, order) => {
    expect(compareWritten(a, b)).toBe(order);
  });
});

describe('regions', () => {
  it.each([
    ['DE', ['EU'], true],
    ['AT-7', ['EU'], true],
    ['AT-7', ['AT'], true],
    ['AT', ['AT-7'], false],
    ['GB', ['EU'], false],
    ['GB', ['EU', 'UK'], true],
    ['UK', ['GB'], true],
    ['EU', ['EU'], true],
    ['EU', ['DE', 'FR'], false],
    ['US', ['EU', 'UK'], false],
  ] as const)('%s within %j', (region, others, expected) => {
    expect(isWithin(region, others)).toBe(expected);
  });

  it('widen to the country and to its groups', () => {
    expect(widening('AT-7')).toEqual(['AT-7', 'AT', 'EU']);
    expect(widening('GB')).toEqual(['GB', 'UK']);
    expect(widening('US')).toEqual(['US']);
  });
});
