import type { Path } from '../base/json.js';
import type { Spec } from '../model/spec.js';
import type { Workspace } from '../model/workspace.js';
import type { Measure } from '../schema/kinds/journey.js';
import type { Kpi } from '../schema/kinds/kpi.js';

/** What a number tells about, as a KPI says it. */
export type KpiCategory = NonNullable<Kpi['category']>;

/** A number that a journey is steered by: a KPI with a document of its own, or a measure of this journey alone. */
export type Figure = { readonly kind: 'kpi'; readonly id: string; readonly kpi: Spec<'Kpi'> } | { readonly kind: 'measure'; readonly id: string; readonly measure: Measure };

/** A figure and where the journey names it. */
export interface NamedFigure {
  readonly figure: Figure;
  readonly path: Path;
}

/**
 * The figures that decide how a journey is going, in the order of `kpis.primary`. `undefined` when one of the names leads
 * nowhere: it may stand for anything, and another rule tells of it.
 */
export function primaryFigures(spec: Spec<'Journey'>, workspace: Workspace): readonly NamedFigure[] | undefined {
  return allKnown((spec.value.kpis?.primary ?? []).map((name, index) => named(spec, workspace, name, ['kpis', 'primary', index])));
}

/** Every figure that a journey or one of its stages names, as often as it does; `undefined` when one of the names leads nowhere. */
export function figuresOf(spec: Spec<'Journey'>, workspace: Workspace): readonly NamedFigure[] | undefined {
  const { kpis = {}, stages = [] } = spec.value;
  const lists = [
    { names: kpis.primary, path: ['kpis', 'primary'] },
    { names: kpis.secondary, path: ['kpis', 'secondary'] },
    ...stages.map((stage, index) => ({ names: stage.kpis, path: ['stages', index, 'kpis'] })),
  ];
  return allKnown(lists.flatMap(({ names = [], path }) => names.map((name, index) => named(spec, workspace, name, [...path, index]))));
}

function named(spec: Spec<'Journey'>, workspace: Workspace, name: string, path: Path): NamedFigure | undefined {
  const figure = figureNamed(spec, workspace, name);
  return figure && { figure, path };
}

/** A KPI goes before a measure of the same id, as in every reference to either. */
function figureNamed(spec: Spec<'Journey'>, workspace: Workspace, name: string): Figure | undefined {
  const kpi = workspace.find('Kpi', name.split('@')[0]!);
  if (kpi !== undefined) return { kind: 'kpi', id: kpi.id, kpi };
  const measure = spec.value.measures?.find(({ id }) => id === name);
  return measure && { kind: 'measure', id: name, measure };
}

function allKnown(figures: readonly (NamedFigure | undefined)[]): readonly NamedFigure[] | undefined {
  return figures.every((each) => each !== undefined) ? figures : undefined;
}

/** What each template of a measure tells about: what customers say, what they do, or how the work goes. */
const templates: Readonly<Record<NonNullable<Measure['of']>, KpiCategory>> = {
  'cycle-time': 'operational',
  'touch-time': 'operational',
  completion: 'outcome',
  rework: 'operational',
  're-contact': 'behavioural',
  'path-share': 'behavioural',
  containment: 'behavioural',
  csat: 'perception',
  ces: 'perception',
  nps: 'perception',
  fcr: 'operational',
};

/** What a figure tells about; `undefined` when it does not say so. */
export function categoryOf(figure: Figure): KpiCategory | undefined {
  if (figure.kind === 'kpi') return figure.kpi.value.category;
  return figure.measure.of === undefined ? undefined : templates[figure.measure.of];
}

/** Which way a figure is meant to move; `undefined` where it does not say, as for a measure whose scale decides it. */
export function directionOf(figure: Figure): Kpi['direction'] {
  return figure.kind === 'kpi' ? figure.kpi.value.direction : directionOfTemplate(figure.measure.of);
}

/** Effort is asked on scales that run either way, and a share of cases on a way may be wanted higher or lower. */
export function directionOfTemplate(template: Measure['of']): 'up' | 'down' | undefined {
  if (template === undefined || template === 'ces' || template === 'path-share') return undefined;
  return ['cycle-time', 'touch-time', 'rework', 're-contact'].includes(template) ? 'down' : 'up';
}

/** ``KPI `claim-csat` `` or ``measure `time-to-settle` ``. */
export function figureName({ kind, id }: Figure): string {
  return `${kind === 'kpi' ? 'KPI' : 'measure'} \`${id}\``;
}
