import { load } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../src/analysis/kpi/context.js';
import { explainFormula } from '../../../src/analysis/kpi/explain-formula.js';
import { typeOfFormula } from '../../../src/analysis/kpi/type-formula.js';
import { isStatedAs } from '../../../src/analysis/kpi/unit.js';
import { complaintsAbout } from '../../../src/load/check-schema.js';
import type { Kpi } from '../../../src/schema/kinds/kpi.js';
import { root } from '../../support/imports.js';
import { workspaceOf } from '../../support/journeys.js';
import { systems, trade } from './trade.js';

const page = readFileSync(join(root, 'docs/kpi-formulas.md'), 'utf8');
const shown = [...page.matchAll(/^### (.+)\n\n```yaml\n([^`]+)```\n\n> (.+)$/gm)].map(([, title, yaml, sentence]) => [title!, load(yaml!) as Kpi, sentence!] as const);
const workspace = workspaceOf({ 'hub.yaml': systems });

describe('the page about formulas', () => {
  it('shows every KPI of the trade', () => {
    expect(shown.map(([, , sentence]) => sentence)).toEqual(Object.values(trade).map(({ sentence }) => sentence));
  });

  it.each(shown)('is right about %s', (_title, { unit, direction, formula, anchor }, sentence) => {
    const { type, problems } = typeOfFormula(formula!, contextOf(workspace, anchor));
    expect(problems).toEqual([]);
    expect(isStatedAs(type!, unit!)).toBe(true);
    expect(explainFormula(formula!, anchor)).toBe(sentence);
    expect(complaintsAbout({ kind: 'Kpi', value: { apiVersion: 'waymark/v1', kind: 'Kpi', id: 'a', title: 'A', version: '0.1.0', status: 'draft', owner: 'claims', unit, direction, formula } as never })).toEqual([]);
  });
});
