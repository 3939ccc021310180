import { beside } from '../../../base/bidi.js';
import type { JourneyModel } from '../../../model/journey.js';
import type { Kpi } from '../../../schema/kinds/kpi.js';
import { html, type Html } from '../html.js';
import { table } from '../layout.js';
import { linkTo, type Page } from '../shown.js';
import { baselineWords, directionWords, targetWords } from '../things/kpi-words.js';

/** The numbers that a journey is steered by, from where to where. */
export function numbers(page: Page, { spec, stages }: JourneyModel): Html | undefined {
  const { kpis, measures = [] } = spec.value;
  const own = new Set(measures.map(({ id }) => id));
  const uses = [...(kpis?.primary ?? []).map((id) => [id, 'decides'] as const), ...(kpis?.secondary ?? []).map((id) => [id, 'explains'] as const), ...stages.flatMap(({ value }) => (value.kpis ?? []).map((id) => [id, beside`stage ${value.title}`] as const))];
  const roles = new Map<string, string[]>();
  for (const [id, role] of uses.filter(([each]) => !own.has(each))) roles.set(id, [...(roles.get(id) ?? []), role]);
  const rows = [...roles].map(([id, role]) => kpiRow(page, id, role.join(', '))).filter((row) => row !== undefined);
  return table('KPIs', ['KPI', 'What for', 'Baseline', 'Target', 'Better is'], [
    ...rows,
    ...measures.map(({ title, id, now, target, by }) => [title ?? id, 'measure of this journey', now, html`${target}${by !== undefined && html` <small>by ${by}</small>`}`, '']),
  ]);
}

function kpiRow(page: Page, id: string, role: string): readonly (Html | string | undefined)[] | undefined {
  const link = linkTo(page, 'Kpi', id);
  const value: Partial<Kpi> = page.workspace.find('Kpi', id)?.value ?? {};
  return link && [link, role, baselineWords(value), targetWords(value), directionWords(value)];
}
