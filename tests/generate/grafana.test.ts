import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../../src/diff/example-files.js';
import { workspaceOf } from '../../src/diff/example-workspace.js';
import { isActive, type Spec } from '../../src/model/spec.js';
import type { Workspace } from '../../src/model/workspace.js';
import { root } from '../support/imports.js';
import { more } from '../support/property.js';
import { takeApart } from '../support/promql.js';
import { benignWorkspace, contentOf, example, examples, generated, hostileWorkspace, rotations } from './generated.js';

interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly panels: readonly { readonly id: number; readonly type: string; readonly title: string; readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }; readonly targets?: readonly { readonly expr: string }[]; readonly options?: { readonly content?: string } }[];
}

async function dashboardsOf(workspace: Workspace): Promise<ReadonlyMap<string, Dashboard>> {
  const { files } = await generated(workspace, 'grafana');
  return new Map(files.map(({ path, content }) => [path.replace(/\.json$/, ''), JSON.parse(content) as Dashboard]));
}

/** What the types of the Grafana Foundation SDK say of JSON: its enums as their values, its queries as those of Prometheus. */
const types = `import type { Dashboard as SdkDashboard, Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus';
import type { Options as TextOptions } from '@grafana/grafana-foundation-sdk/text';
import type { FieldConfig, Options as ChartOptions } from '@grafana/grafana-foundation-sdk/timeseries';

type Plain<T> = 0 extends 1 & T ? T : T extends string ? \`\${T}\` : T extends number | boolean | null | undefined ? T : T extends readonly (infer U)[] ? Plain<U>[] : T extends object ? { [K in keyof T as K extends '_implementsDataqueryVariant' ? never : K]: Plain<T[K]> } : T;
type Bare = Omit<Plain<Panel>, 'type' | 'options' | 'targets' | 'fieldConfig'>;
type Defaults = Omit<Plain<NonNullable<NonNullable<Panel['fieldConfig']>['defaults']>>, 'custom'> & { custom: Partial<Plain<FieldConfig>> };
type Text = Bare & { type: 'text'; options: Plain<TextOptions> };
type Chart = Bare & { type: 'timeseries'; options: Plain<ChartOptions>; targets: Plain<Dataquery>[]; fieldConfig: { defaults: Defaults; overrides: [] } };
export type Dashboard = Omit<Plain<SdkDashboard>, 'panels'> & { panels: (Text | Chart | Plain<RowPanel>)[] };
`;

/** What the compiler has against dashboards. */
function complaints(dashboards: readonly Dashboard[]): readonly string[] {
  const folder = mkdtempSync(join(root, 'node_modules/.cache-grafana-'));
  writeFileSync(join(folder, 'types.ts'), types);
  writeFileSync(join(folder, 'check.ts'), `import type { Dashboard } from './types.js';\n${dashboards.map((each, index) => `export const dashboard${index}: Dashboard = ${JSON.stringify(each)};`).join('\n')}\n`);
  const program = ts.createProgram([join(folder, 'check.ts')], { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, skipLibCheck: true, types: [] });
  const told = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  rmSync(folder, { recursive: true });
  return told;
}

/** Signs that Grafana would put something in the place of. */
function shown(text: string): string {
  return text.replaceAll('$', '\uff04').replaceAll('[[', '\uff3b\uff3b');
}

/** Promises and KPIs that a journey names, as far as they are in force. */
function named(workspace: Workspace, { value }: Spec<'Journey'>): { readonly slas: readonly Spec<'Sla'>[]; readonly kpis: readonly Spec<'Kpi'>[] } {
  const kpis = [...(value.kpis?.primary ?? []), ...(value.kpis?.secondary ?? [])];
  const slas = [...new Set(value.slas ?? [])].flatMap((id) => workspace.all('Sla').filter(isActive).filter((sla) => sla.id === id));
  return { slas, kpis: [...new Set(kpis)].flatMap((id) => workspace.all('Kpi').filter(isActive).filter((kpi) => kpi.id === id)) };
}

/** The charts that a journey is to have: titles, and what each line of them is of. */
function wanted(workspace: Workspace, journey: Spec<'Journey'>): readonly unknown[] {
  const { slas, kpis } = named(workspace, journey);
  const promises = slas.flatMap(({ id, value }) => (value.targets ?? []).map((target) => {
    const label = [['tier', target.tier], ['persona', target.persona], ['region', target.region]].filter(([, name]) => name !== undefined).map((pair) => pair.join(':')).join(' ') || 'default';
    return { title: expect.stringContaining(shown(value.title)), lines: [...(value.window === undefined ? [] : ['1 - waymark:promise_missed:ratio']), 'waymark:promise_target:ratio'].map((metric) => ({ metric, labels: [`sla=${id}`, `target=${label}`] })) };
  }));
  return [...promises, ...kpis.map(({ id, value }) => ({ title: shown(value.title), lines: [{ metric: 'waymark_kpi_value', labels: expect.arrayContaining([`kpi=${id}`]) }] }))];
}

function found({ panels }: Dashboard): readonly unknown[] {
  return panels.filter(({ type }) => type === 'timeseries').map(({ title, targets = [] }) => ({
    title,
    lines: targets.map(({ expr }) => {
      const { shape, selectors } = takeApart(expr);
      return { metric: shape.replace('{}', ''), labels: selectors[0]!.map(({ label, op, value }) => `${label}${op}${value}`) };
    }),
  }));
}

function overlaps({ panels }: Dashboard): readonly string[] {
  return panels.flatMap((one, index) => panels.slice(index + 1).filter((other) => one.gridPos.x < other.gridPos.x + other.gridPos.w && other.gridPos.x < one.gridPos.x + one.gridPos.w && one.gridPos.y < other.gridPos.y + other.gridPos.h && other.gridPos.y < one.gridPos.y + one.gridPos.h).map((other) => `${one.id} ${other.id}`));
}

describe('the dashboards of the examples', () => {
  it('are of the types of the Grafana Foundation SDK, and so are those of hostile words', async () => {
    const workspaces = [...examples.map(example), hostileWorkspace(0), hostileWorkspace(97)];
    const dashboards = (await Promise.all(workspaces.map(dashboardsOf))).flatMap((each) => [...each.values()]);
    expect(complaints(dashboards)).toEqual([]);
    const [first] = dashboards;
    expect(complaints([{ ...first!, panels: first!.panels.map((panel) => ({ ...panel, gridPos: '1' })) } as never]).length).toBeGreaterThan(0);
  }, 120_000);

  it.each(examples)('of %s have a chart for each promise and KPI in force, and a link for each address', async (name) => {
    const workspace = example(name);
    const dashboards = await dashboardsOf(workspace);
    const journeys = workspace.all('Journey').filter(isActive);
    expect([...dashboards.keys()].toSorted()).toEqual(journeys.map(({ id }) => id).toSorted());
    for (const journey of journeys) {
      const dashboard = dashboards.get(journey.id)!;
      const { title, links = [], dashboards: pages = [] } = journey.value;
      expect(dashboard.title).toBe(title);
      expect(found(dashboard)).toEqual(wanted(workspace, journey));
      expect(dashboard.links.map((link) => [link.title, link.url])).toEqual([...links, ...pages].filter(({ url }) => /^[a-z+]+:/.test(url ?? '')).map((link) => [link.title, link.url]));
      expect([overlaps(dashboard), dashboard.uid.length <= 40]).toEqual([[], true]);
    }
  });

  it.each(examples)('of %s ask for the series that the rules of Prometheus record', async (name) => {
    const { groups } = parse(contentOf(await generated(example(name), 'prometheus'), 'promises.rules.yaml')) as { groups: readonly { rules: readonly { record?: string; labels: Readonly<Record<string, string>> }[] }[] };
    const recorded = new Set(groups.flatMap(({ rules }) => rules).filter(({ record }) => record !== undefined).map(({ record, labels }) => `${record} ${labels['sla']} ${labels['target']}`));
    const asked = [...(await dashboardsOf(example(name))).values()].flatMap(({ panels }) => panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => takeApart(expr)))).filter(({ shape }) => shape.includes('promise'));
    expect(asked.map(({ shape, selectors: [labels] }) => `${shape.replace(/^1 - |\{\}/g, '')} ${labels!.map(({ value }) => value).join(' ')}`).filter((each) => !recorded.has(each))).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('name what has no chart: a measure of the journey alone, and a promise that is not in force', async () => {
    const changed = 'slas: [quick, later]\nkpis: {primary: [own-time, completion]}\nmeasures: [{id: own-time, of: cycle-time}]';
    const { panels } = (await dashboardsOf(workspaceOf({ ...exampleFiles, 'complaint.yaml': exampleFiles['complaint.yaml']!.replace('slas: [quick]', changed) }))).get('complaint')!;
    expect(panels[0]!.options!.content).toBe('- Owner: Claims (claims)\n- Named without a chart: later, own-time');
    expect(panels.map(({ title }) => title)).toEqual(['About this journey', 'Promises', 'Claim settled quickly: everybody', 'KPIs', 'Claims completed']);
  });

  it('show nothing of what was kept of a promise without a window, and tell it', async () => {
    const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\nowner: claims\n';
    const workspace = workspaceOf({
      'slow.yaml': `${head}kind: Sla\nid: slow\ntitle: Slow\ntargets: [{within: 2d, percent: 90}]\n`,
      'order.yaml': `${head}kind: Journey\nid: order\ntitle: Order\nslas: [slow]\nstages: [{id: buy, title: Buy, steps: [{id: pay, title: Pay, lane: customer, end: success}]}]\n`,
    });
    const generation = await generated(workspace, 'grafana');
    expect(found(JSON.parse(contentOf(generation, 'order.json')) as Dashboard)).toEqual([{ title: 'Slow: everybody', lines: [{ metric: 'waymark:promise_target:ratio', labels: ['sla=slow', 'target=default'] }] }]);
    expect(generation.losses.filter(({ sort }) => sort === 'case').map(({ subject, field }) => `${subject} ${field}`)).toEqual(['sla:slow window']);
  });

  it.each([
    ['defaultCalendar: hours\n', 'hours'],
    ['', '24x7'],
  ])('say on which calendar a promise is counted that names none, with %j in the workspace', async (choice, calendar) => {
    const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\nowner: claims\n';
    const workspace = workspaceOf({
      'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n${choice}`,
      'paid.yaml': `${head}kind: Sla\nid: paid\ntitle: Paid\nwindow: P1M\ntargets: [{within: 10d, percent: 90}]\n`,
      'order.yaml': `${head}kind: Journey\nid: order\ntitle: Order\nslas: [paid]\nstages: [{id: buy, title: Buy, steps: [{id: pay, title: Pay, lane: customer, end: success}]}]\n`,
    });
    const generation = await generated(workspace, 'grafana');
    expect(contentOf(generation, 'order.json')).toContain(`Promised: 90 % within 10d on ${calendar}, over P1M.`);
    expect(generation.losses.filter(({ field }) => field === 'defaultCalendar')).toEqual([]);
  });

  it('are green at the ends of what is aimed for, and red beyond them', async () => {
    const colour = async (aim: string, value: number): Promise<string | undefined> => {
      const kpi = `apiVersion: waymark/v1\nkind: Kpi\nid: mood\ntitle: Mood\nversion: 1.0.0\nstatus: active\nowner: claims\n${aim}\n`;
      const journey = 'apiVersion: waymark/v1\nkind: Journey\nid: order\ntitle: Order\nversion: 1.0.0\nstatus: active\nowner: claims\nkpis: {primary: [mood]}\nstages: [{id: buy, title: Buy, steps: [{id: pay, title: Pay, lane: customer, end: success}]}]\n';
      const { panels } = (await dashboardsOf(workspaceOf({ 'mood.yaml': kpi, 'order.yaml': journey }))).get('order')!;
      const { steps } = (panels.find(({ title }) => title === 'Mood') as unknown as { readonly fieldConfig: { readonly defaults: { readonly thresholds: { readonly steps: readonly { readonly value: number | null; readonly color: string }[] } } } }).fieldConfig.defaults.thresholds;
      return steps.findLast((step) => step.value === null || value >= step.value)?.color;
    };
    const cases = [['direction: down\ntarget: {value: 0.12}', 0.12, 0.1201], ['direction: down\ntarget: {value: 0}', 0, 0.001], ['direction: down\ntarget: {value: -2}', -2, -1.99], ['direction: up\ntarget: {value: 0.9}', 0.9, 0.899], ['direction: band\ntarget: {from: 5, to: 5}', 5, 5.001], ['direction: band\ntarget: {from: 5, to: 8}', 8, 4.99]] as const;
    for (const [aim, good, bad] of cases) expect([aim, await colour(aim, good), await colour(aim, bad)]).toEqual([aim, 'green', 'red']);
  });

  it('have a name of their own in each workspace, also where two have one id', async () => {
    const uidIn = async (id: string, namespace: string): Promise<string> => (await dashboardsOf(workspaceOf({ ...exampleFiles, 'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: ${id}\ntitle: Shop\n${namespace}` }))).get('complaint')!.uid;
    expect([await uidIn('shop', ''), await uidIn('depot', '')]).toEqual(['waymark-shop_complaint', 'waymark-depot_complaint']);
    expect([await uidIn('shop', 'namespace: one.shop\n'), await uidIn('shop', 'namespace: other.shop\n')]).toEqual(['waymark-one_shop_complaint', 'waymark-other_shop_complaint']);
    const long = [await uidIn('shop', `namespace: ${'n'.repeat(50)}.a\n`), await uidIn('shop', `namespace: ${'n'.repeat(50)}.b\n`)];
    expect([new Set(long).size, ...long.map((uid) => /^[A-Za-z0-9_-]{1,40}$/.test(uid))]).toEqual([2, true, true]);
  });

  it('ask for the series of one workspace alone where the setting says so', async () => {
    const generation = await generated(workspaceOf(exampleFiles), 'grafana', { workspace: 'shop' });
    const dashboard = JSON.parse(contentOf(generation, 'complaint.json')) as Dashboard;
    const series = dashboard.panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => takeApart(expr).selectors));
    expect(series.filter((labels) => !labels.some(({ label, value }) => label === 'workspace' && value === 'shop'))).toEqual([]);
  });
});

describe('whatever somebody writes into a field', () => {
  it('there are the same panels and the same series, and nothing that Grafana would put something in the place of', async () => {
    const shape = async (workspace: Workspace): Promise<unknown> => [...(await dashboardsOf(workspace))].map(([id, { panels, links }]) => [id, links.length, panels.map(({ type, targets = [] }) => [type, targets.map(({ expr }) => takeApart(expr).shape)])]);
    const usual = await shape(benignWorkspace());
    for (let rotation = 0; rotation < rotations; rotation += Math.ceil(11 / more)) {
      const workspace = hostileWorkspace(rotation);
      expect({ rotation, panels: await shape(workspace) }).toEqual({ rotation, panels: usual });
      for (const [id, dashboard] of await dashboardsOf(workspace)) {
        const journey = workspace.find('Journey', id)!;
        expect({ rotation, id, title: dashboard.title, charts: found(dashboard) }).toEqual({ rotation, id, title: shown(journey.value.title), charts: wanted(workspace, journey) });
        expect(JSON.stringify(dashboard).replaceAll('"${datasource}"', '').replaceAll(/"(?:list|steps|panels|overrides|links|tags|targets|calcs)":\[/g, '')).not.toMatch(/\$|\[\[/);
      }
    }
  }, 120_000);
});

describe('the dashboard of a delivery', () => {
  it('is the one that lies in golden/grafana; `npx vitest run tests/generate/grafana.test.ts -u` renews it', async () => {
    await expect(contentOf(await generated(example('parcel'), 'grafana'), 'delivery-exception.json')).toMatchFileSnapshot('golden/grafana/delivery-exception.json');
  });
});
