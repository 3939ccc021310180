import type { Spec } from '../../model/spec.js';
import type { Workspace } from '../../model/workspace.js';
import type { Kpi } from '../../schema/kinds/kpi.js';
import { producersOf } from '../kpi-inputs.js';
import { checkKpi } from './check-kpi.js';
import { explainFormula } from './explain-formula.js';
import { eventsAndAttributes, type FormulaInputs } from './inputs.js';
import { areComplements } from './normal-formula.js';
import type { FormulaProblem } from './problems.js';
import { eventsBehind } from './told.js';
import type { FormulaType } from './unit.js';

/** A KPI in words: what it computes, from what, and what keeps it from being computed. */
export interface KpiExplanation {
  readonly id: string;
  readonly title: string;
  /** One plain sentence; absent without a formula. */
  readonly sentence?: string;
  readonly unit?: string;
  readonly direction?: Kpi['direction'];
  /** The period that one value is about, as it is written. */
  readonly window?: string;
  /** How long after a period its value is final, as it is written. */
  readonly maturity?: string;
  /** The event that puts a case into a period. */
  readonly anchor?: string;
  /** Absent where the formula is not sound. */
  readonly type?: FormulaType;
  readonly inputs: FormulaInputs;
  /** Ids of the systems that tell the events, those of steps and promises among them. */
  readonly systems: readonly string[];
  /** Id of the KPI of the same customers whose value and this one add up to one. */
  readonly complement?: string;
  readonly problems: readonly FormulaProblem[];
}

/** Explains a KPI of a workspace; `undefined` when it has none of this id. */
export function explainKpi(workspace: Workspace, id: string): KpiExplanation | undefined {
  const kpi = workspace.find('Kpi', id);
  if (kpi === undefined) return undefined;
  const { title, formula, unit, direction, window, maturity, anchor } = kpi.value;
  const { type, problems } = checkKpi(workspace, id)!;
  const inputs = eventsAndAttributes(formula ?? {});
  const complement = complementOf(workspace, kpi)?.id;
  const stated = { sentence: formula && explainFormula(formula, anchor), unit, direction, window, maturity, anchor, type, complement };
  const known = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)) as Partial<KpiExplanation>;
  return { id, title, ...known, inputs, systems: systemsOf(workspace, [...eventsBehind(workspace, inputs), ...(anchor === undefined ? [] : [anchor])]), problems };
}

function systemsOf(workspace: Workspace, events: readonly string[]): readonly string[] {
  return [...new Set(events.flatMap((event) => producersOf(workspace, event).map(({ spec }) => spec.id)))];
}

function complementOf(workspace: Workspace, kpi: Spec<'Kpi'>): Spec<'Kpi'> | undefined {
  const { formula } = kpi.value;
  if (formula?.cohort === undefined) return undefined;
  return workspace.all('Kpi').find(({ value }) => value.formula !== undefined && areComplements(formula, value.formula));
}
