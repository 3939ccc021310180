import { aimOf } from '../../analysis/kpi-goals.js';
import { directionOf, type Figure } from '../../analysis/kpi-roles.js';
import type { Kpi } from '../../schema/kinds/kpi.js';
import { countRow, rowOf, textRows, type BenchmarkRow, type BenchmarkValue } from './rows.js';
import type { Side, Sides } from './sides.js';

/**
 * The numbers that a journey and its stages are steered by. Nothing is called better: what is aimed for is not reached yet, and two values
 * that were measured in different periods may differ by chance.
 */
export function kpiRows(sides: Sides): readonly BenchmarkRow[] {
  const then = figuresIn(sides.before, (id) => sides.spec('Kpi', id));
  const now = figuresIn(sides.after, (id) => id);
  return [
    countRow({ group: 'kpis', what: 'figures' }, [...then.keys()], [...now.keys()]),
    ...[...new Set([...then.keys(), ...now.keys()])].flatMap((id) => rowsOf(id, then.get(id), now.get(id))),
  ];
}

/** Of a name that leads nowhere, only the name is known. */
function figuresIn({ workspace, journey: { spec } }: Side, renamed: (id: string) => string): ReadonlyMap<string, Figure | undefined> {
  const { kpis = {}, stages = [], measures = [] } = spec.value;
  const names = [...(kpis.primary ?? []), ...(kpis.secondary ?? []), ...stages.flatMap((stage) => stage.kpis ?? [])].map((name) => name.split('@')[0]!);
  return new Map([...new Set(names)].map((id): readonly [string, Figure | undefined] => {
    const kpi = workspace.find('Kpi', id);
    if (kpi !== undefined) return [renamed(id), { kind: 'kpi', id, kpi }];
    const measure = measures.find((each) => each.id === id);
    return [id, measure && { kind: 'measure', id, measure }];
  }));
}

function rowsOf(id: string, before: Figure | undefined, after: Figure | undefined): readonly BenchmarkRow[] {
  const [then, now] = [before && toldOf(before), after && toldOf(after)];
  const head = { group: 'kpis', about: { id, title: now?.title ?? then?.title ?? id } } as const;
  const numbers = (['baseline', 'target'] as const).flatMap((what) => (then?.[what] === undefined && now?.[what] === undefined ? [] : [rowOf({ ...head, what, unit: 'number' }, then?.[what], now?.[what])]));
  return [...(['unit', 'direction', 'window'] as const).flatMap((what) => textRows({ ...head, what }, then?.[what], now?.[what])), ...withoutDifference(numbers, then?.unit, now?.unit)];
}

/** Numbers of two units have no difference. */
function withoutDifference(rows: readonly BenchmarkRow[], unit: string | undefined, other: string | undefined): readonly BenchmarkRow[] {
  return unit === other ? rows : rows.map(({ difference: _, ...row }) => row);
}

interface Told {
  readonly title: string;
  readonly unit?: string | undefined;
  readonly direction?: string | undefined;
  readonly window?: string | undefined;
  readonly baseline?: BenchmarkValue | undefined;
  readonly target?: BenchmarkValue | undefined;
}

function toldOf(figure: Figure): Told {
  const direction = directionOf(figure);
  if (figure.kind === 'measure') return { title: figure.measure.title ?? figure.id, direction, baseline: observed(figure.measure.now), target: observed(figure.measure.target) };
  const { title, unit, window, baseline, ...rest } = figure.kpi.value;
  return { title, unit, direction, window, baseline: baseline && { amount: baseline.value }, target: targetOf({ title, ...rest }) };
}

function targetOf(kpi: Pick<Kpi, 'target' | 'direction' | 'title'>): BenchmarkValue | undefined {
  const { least, most } = aimOf(kpi as Kpi) ?? {};
  if (least !== undefined && most !== undefined) return { text: `${least} to ${most}` };
  const amount = least ?? most ?? kpi.target?.value;
  return amount === undefined ? undefined : { amount };
}

function observed(value: number | string | undefined): BenchmarkValue | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'number' ? { amount: value } : { text: value };
}
