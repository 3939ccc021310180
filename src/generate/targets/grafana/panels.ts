import { plainText } from './templates.js';

/** A panel of a dashboard, before it has a place. */
export interface Panel {
  readonly type: 'text' | 'timeseries' | 'row';
  readonly title: string;
  readonly [field: string]: unknown;
}

/** Where the numbers come from: whoever looks at the dashboard chooses a Prometheus. */
export const source = { type: 'prometheus', uid: '${datasource}' } as const;

export function rowOf(title: string): Panel {
  return { type: 'row', title, collapsed: false, panels: [] };
}

/** Text in Markdown that is escaped already. */
export function textOf(title: string, content: string): Panel {
  return { type: 'text', title, options: { mode: 'markdown', content } };
}

/** A line on a chart. */
export interface Line {
  readonly expr: string;
  readonly legend: string;
}

/** What a chart says besides its lines. */
export interface Chart {
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  /** Values from which on a chart has a colour; the first one has no value. */
  readonly steps: readonly { readonly value: number | null; readonly color: string }[];
  readonly lines: readonly Line[];
}

export function chartOf({ title, description, unit, steps, lines }: Chart): Panel {
  return {
    type: 'timeseries',
    title: plainText(title),
    description: plainText(description),
    datasource: source,
    targets: lines.map(({ expr, legend }, index) => ({ refId: String.fromCharCode(65 + index), datasource: source, expr: expr.replaceAll('$', '\\x24').replaceAll('[[', '\\x5b['), legendFormat: legend, range: true })),
    fieldConfig: { defaults: { unit, thresholds: { mode: 'absolute', steps }, custom: { drawStyle: 'line', thresholdsStyle: { mode: steps.length > 1 ? 'line' : 'off' } } }, overrides: [] },
    options: { legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: ['lastNotNull'] }, tooltip: { mode: 'multi', sort: 'none' } },
  };
}

const [columns, chartWidth, chartHeight, textHeight] = [24, 12, 8, 7];

/** Gives each panel an id and a place: rows and texts over the whole width, charts two by two. */
export function laidOut(panels: readonly Panel[]): readonly unknown[] {
  let [x, y] = [0, 0];
  return panels.map((panel, index) => {
    const [w, h] = panel.type === 'timeseries' ? [chartWidth, chartHeight] : [columns, panel.type === 'row' ? 1 : textHeight];
    if (x + w > columns) [x, y] = [0, y + chartHeight];
    const gridPos = { h, w, x, y };
    [x, y] = w === columns ? [0, y + h] : [x + w, y];
    return { id: index + 1, gridPos, ...panel };
  });
}
