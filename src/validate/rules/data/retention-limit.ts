import { compareWritten, readDuration, retentionLimits, type RetentionLimit } from '../../../analysis/retention.js';
import { formatDuration } from '../../../base/duration.js';
import type { Entry } from '../../../model/registers.js';
import type { DataElement } from '../../../schema/kinds/data-catalog.js';
import { activeDocument, examplePolicy } from '../../example-texts.js';
import type { Finding, Rule } from '../../rule.js';

const catalog = (retention: string): string => activeDocument('DataCatalog', 'claims-data', `elements:
  - {id: photo, title: Damage photo, class: confidential, nature: personal, retention: ${retention}}
`);

const policy = examplePolicy(`data:
  retentionMax: {confidential: P3Y}
  retentionMaxByRegion: {AT: {confidential: P1Y}}
`);

/** Data that are kept longer than their class may be. */
export const retentionLimit: Rule = {
  id: 'data/retention-limit',
  code: 'DAT-006',
  summary: 'No data are kept longer than the Policy allows for their class and region.',
  rationale: 'Data that are kept too long can still be stolen, leaked or asked for, and the law fines it.',
  severity: 'error',
  preset: 'standard',
  from: 'active',
  ruleset: 1,
  needs: 'tree',
  serves: ['S3.M1.4'],
  silencedBy: [{ code: 'REF-001', within: 'subject' }],
  examples: {
    valid: [
      {
        title: '36 months are three years',
        files: { 'policy.yaml': policy, 'data.yaml': catalog('{period: P36M, from: case-close, action: erase}') },
      },
      {
        title: 'A shorter period where less is allowed',
        files: { 'policy.yaml': policy, 'data.yaml': catalog('{period: P3Y, from: case-close, action: erase, byRegion: {AT: P6M}}') },
      },
    ],
    invalid: [
      {
        title: 'Longer than the class allows',
        files: { 'policy.yaml': policy, 'data.yaml': catalog('{period: P5Y, from: case-close, action: erase}') },
        at: 'P5Y',
        message: 'Data element `photo` is kept for 5 years, but confidential data may be kept for 3 years at most.',
      },
      {
        title: 'Longer than the region allows',
        files: { 'policy.yaml': policy, 'data.yaml': catalog('{period: P2Y, from: case-close, action: erase, byRegion: {AT: P18M}}') },
        at: 'P18M',
        message: 'Data element `photo` is kept for 18 months in AT, but confidential data may be kept for 1 year at most there.',
      },
      {
        title: 'Days against years',
        files: { 'policy.yaml': policy, 'data.yaml': catalog('{period: P1095D, from: case-close, action: erase}') },
        at: 'P1095D',
        message: 'Data element `photo` is kept for 1095d and may be kept for 3 years at most: which is longer depends on the calendar.',
      },
    ],
  },
  *check({ workspace }) {
    for (const entry of workspace.registers.elements.values()) {
      if (entry.value.retention === undefined) continue;
      const told = new Set<string>();
      for (const finding of retentionLimits(entry.value, workspace).flatMap((limit) => judge(entry, limit))) {
        const place = finding.at.path.join('.');
        if (told.has(place)) continue;
        told.add(place);
        yield finding;
      }
    }
  },
};

function judge({ id, value, spec, path }: Entry<DataElement>, { period, keptIn, path: inner, most, limitedIn }: RetentionLimit): readonly Finding[] {
  const order = compareWritten(period, most);
  if (order === 'malformed' || (order !== 'unclear' && order <= 0)) return [];
  const at = { spec, path: [...path, ...inner] };
  const [kept, allowed] = [inWords(period), inWords(most)];
  const here = keptIn === undefined ? '' : ` in ${keptIn}`;
  const there = limitedIn === undefined ? '' : limitedIn === keptIn ? ' there' : ` in ${limitedIn}`;
  if (order === 'unclear') return [{ at, message: `Data element \`${id}\` is kept for ${kept}${here} and may be kept for ${allowed} at most${there}: which is longer depends on the calendar.`, hint: `Write both in the same unit, for example in months or years as in \`${most}\`.`, severity: 'warning' }];
  return [{ at, message: `Data element \`${id}\` is kept for ${kept}${here}, but ${value.class} data may be kept for ${allowed} at most${there}.`, hint: `Write \`${most}\` or less here. If the law asks for more, have the limit in the Policy changed under \`data\`.` }];
}

function inWords(written: string): string {
  const duration = readDuration(written);
  return duration === undefined ? written : formatDuration(duration);
}
