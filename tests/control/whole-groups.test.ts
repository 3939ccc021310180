import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demands } from '../../src/control/demands.js';
import { levelOf, weighedBy } from '../../src/control/levels.js';
import { diff } from '../../src/diff/diff.js';
import { sound } from '../diff/harness.js';

type Edit = readonly [file: string, from: string, to: string];

const folder = join(import.meta.dirname, '../../journeys/insurance');
const texts = Object.fromEntries(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml')).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
const policy = 'policy/policy.yaml';
const lifecycle = 'journeys/policyholder-lifecycle.yaml';
const claim = 'journeys/motor-claim.yaml';

function withEdits(...edits: readonly Edit[]): { readonly [path: string]: string } {
  return edits.reduce((files, [file, from, to]) => {
    if (!files[file]!.includes(from)) throw new Error(`${file} has no ${from}`);
    return { ...files, [file]: files[file]!.replace(from, to) };
  }, texts);
}

/** What an edit comes to under a Policy that says more, and who is asked. */
function asked(rules: readonly Edit[], ...edits: readonly Edit[]): { readonly levels: readonly string[]; readonly roles: readonly string[]; readonly includes: readonly string[] } {
  const [before, after] = [sound(withEdits(...rules)), sound(withEdits(...rules, ...edits))];
  const changes = diff(before, after).filter(({ because }) => because === undefined);
  const weighed = weighedBy(before, changes);
  expect(weighedBy(before, weighed)).toEqual(weighed);
  expect(weighed.map(({ level }) => level)).toEqual(changes.map((change) => levelOf(before, change)));
  const roles = demands({ before, after }, weighed).flatMap(({ approvers }) => approvers.map(({ role }) => role));
  return { levels: weighed.map(({ level }) => level), roles: [...new Set(roles)].sort(), includes: weighed.flatMap(({ includes = [] }) => includes.map(({ kind }) => kind)) };
}

describe('a group of fields that comes or goes as a whole', () => {
  const authority = '  authority: [policy-service, claims-cx]\n';
  const rest = '  delegate: policy-service#deputy\n  stakeholders: [sales-office, data-office, claims-it, finance]\n';

  it('asks whom the Policy asks about the kind of one of its fields', () => {
    const rules: readonly Edit[] = [[policy, '  kinds:\n', '  kinds:\n    - {change: ownership-authority-removed, add: [executive]}\n']];
    const alone = asked(rules, [lifecycle, authority, '']);
    const whole = asked(rules, [lifecycle, `ownership:\n${authority}${rest}`, '']);
    expect(alone.roles).toContain('claims-cx#director');
    expect(whole.includes).toContain('ownership-authority-removed');
    expect(whole.roles).toEqual(expect.arrayContaining([...alone.roles]));
  });

  it('weighs what the Policy has one of its fields weigh, however much comes with it', () => {
    const rules: readonly Edit[] = [
      [policy, '  kinds:\n', '  kinds:\n    - {change: personal-element-added, add: [dpo]}\n'],
      [policy, 'reclassify:\n', 'reclassify:\n  - {change: personal-element-added, as: breaking}\n'],
    ];
    const id = '      - id: remind-visit\n';
    const alone = asked(rules, [claim, id, `${id}        data: {collects: [visit-preference]}\n`]);
    const whole = asked(rules, [claim, id, `${id}        data: {collects: [visit-preference], reuses: [claim-number]}\n`]);
    expect(alone.levels).toContain('breaking');
    expect(alone.roles).toContain('compliance#dpo');
    expect(whole.levels).toContain('breaking');
    expect(whole.roles).toEqual(expect.arrayContaining([...alone.roles]));
  });
});
