import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../src/analysis/kpi/context.js';
import { explainFormula } from '../../../src/analysis/kpi/explain-formula.js';
import { areComplements, normalFormula } from '../../../src/analysis/kpi/normal-formula.js';
import { typeOfFormula } from '../../../src/analysis/kpi/type-formula.js';
import { isStatedAs } from '../../../src/analysis/kpi/unit.js';
import { complaintsAbout } from '../../../src/load/check-schema.js';
import { workspaceOf } from '../../support/journeys.js';
import { formulaFrom, systems, trade } from './trade.js';

const workspace = workspaceOf({ 'hub.yaml': systems });

describe.each(Object.entries(trade))('%s', (_name, { formula: text, same, near, type: unit, stated, wrong, sentence, anchor }) => {
  const [formula, context] = [formulaFrom(text), contextOf(workspace, anchor)];

  it('can be written in the language, in every notation of it', () => {
    const kpi = { apiVersion: 'waymark/v1', kind: 'Kpi', id: 'a', title: 'A', version: '0.1.0', status: 'draft', owner: 'claims' };
    const complaints = [text, same, near].flatMap((each) => complaintsAbout({ kind: 'Kpi', value: { ...kpi, formula: formulaFrom(each) } as never }));
    expect(complaints.map(({ message }) => message)).toEqual([]);
  });

  it('has its unit and no other', () => {
    const { type, problems } = typeOfFormula(formula, context);
    expect({ unit: type?.unit, problems }).toEqual({ unit, problems: [] });
    expect([...stated, wrong].map((each) => isStatedAs(type!, each))).toEqual([...stated.map(() => true), false]);
  });

  it('is one plain sentence', () => {
    expect(explainFormula(formula, anchor)).toBe(sentence);
  });

  it('is the same in another notation, and not the same as something near', () => {
    expect(normalFormula(formulaFrom(same))).toEqual(normalFormula(formula));
    expect(normalFormula(formulaFrom(near))).not.toEqual(normalFormula(formula));
  });
});

it('churn and retention of one cohort add up to one, and those of two cohorts do not', () => {
  const [churn, retention, other] = [trade['churn']!.formula, trade['retention']!.formula, trade['retention']!.near].map(formulaFrom);
  expect(areComplements(churn!, retention!)).toBe(true);
  expect(areComplements(churn!, churn!)).toBe(false);
  expect(areComplements(churn!, other!)).toBe(false);
});
