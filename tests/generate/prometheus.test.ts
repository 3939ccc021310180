import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Generation } from '../../src/generate/generate.js';
import type { AlertRule, Trial } from '../../src/generate/targets/prometheus/alerts.js';
import { testFiles } from '../../src/generate/targets/prometheus/rule-files.js';
import type { Workspace } from '../../src/model/workspace.js';
import type { EscalationTrigger } from '../../src/schema/kinds/journey.js';
import { workspaceOf } from '../support/journeys.js';
import { cut, hostileTexts } from '../support/hostile-texts.js';
import { more } from '../support/property.js';
import { takeApart } from '../support/promql.js';
import { describeWith } from '../support/tools.js';
import { benignWorkspace, contentOf, example, examples, generated, hostileWorkspace, rotations, workspaceOfText, written } from './generated.js';

interface Rule {
  readonly alert?: string;
  readonly record?: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly [name: string]: string };
  readonly annotations?: { readonly [name: string]: string };
}

function rulesOf(generation: Generation): readonly Rule[] {
  const texts = generation.files.filter(({ path }) => path.endsWith('.rules.yaml')).map(({ content }) => content);
  return texts.flatMap((text) => (parse(text) as { readonly groups: readonly { readonly rules: readonly Rule[] }[] }).groups.flatMap(({ rules }) => rules));
}

/** What `promtool` says of all rules and cases in a folder. */
function promtool(folder: string, cases: readonly string[] = []): { readonly checked: string; readonly tried: string; readonly isSound: boolean } {
  const rules = readdirSync(folder).filter((name) => name.endsWith('.rules.yaml'));
  const tests = cases.length > 0 ? cases : readdirSync(join(folder, 'tests')).map((name) => `tests/${name}`);
  const check = spawnSync('promtool', ['check', 'rules', ...rules], { cwd: folder, encoding: 'utf8' });
  const test = spawnSync('promtool', ['test', 'rules', ...tests], { cwd: folder, encoding: 'utf8' });
  return { checked: check.stdout + check.stderr, tried: test.stdout + test.stderr, isSound: check.status === 0 && test.status === 0 };
}

/** Cases written by hand from what the documents of motor insurance say, looked at in each minute. */
const byHand = `
rule_files: [promises.rules.yaml, kpis.rules.yaml, systems.rules.yaml, escalations.rules.yaml]
evaluation_interval: 1m
tests:
  - interval: 1m
    input_series:
      # Ten days of ten hours: 80 % are 80 hours. Gold has eight days.
      - {series: 'waymark_promise_open_seconds{sla="motor-claim-settlement",target="default",journey="motor-claim-at"}', values: '287940 288000 324000 396000'}
      - {series: 'waymark_promise_open_seconds{sla="motor-claim-settlement",target="tier:gold",journey="motor-claim"}', values: '201540 201599 201600 201600'}
    alert_rule_test:
      - {eval_time: 0m, alertname: PromiseAtRisk, exp_alerts: []}
      - eval_time: 1m
        alertname: PromiseAtRisk
        exp_alerts:
          - exp_labels: {sla: motor-claim-settlement, target: default, journey: motor-claim-at, type: sla, metric: duration, provider: claims-ops, consumer: customer, owner: claims-cx, to: claims-cx#journey-owner, severity: warn}
            exp_annotations: {summary: "Claim settled: the oldest case of everybody else has used 80 % of 10d"}
      - eval_time: 1m
        alertname: EscalationDue
        exp_alerts:
          - exp_labels: {journey: motor-claim-at, escalation: settlement-late, rung: "1", sla: motor-claim-settlement, target: default, severity: page, to: claims-ops#lead}
            exp_annotations: {summary: "Motor claim, Austria: the oldest case of everybody else has used 70% of 10d (Claim settled)", action: reprioritise}
      - eval_time: 2m
        alertname: EscalationDue
        exp_alerts:
          - exp_labels: {journey: motor-claim-at, escalation: settlement-late, rung: "1", sla: motor-claim-settlement, target: default, severity: page, to: claims-ops#lead}
            exp_annotations: {summary: "Motor claim, Austria: the oldest case of everybody else has used 70% of 10d (Claim settled)", action: reprioritise}
          - exp_labels: {journey: motor-claim-at, escalation: settlement-late, rung: "2", sla: motor-claim-settlement, target: default, severity: page, to: claims-cx#journey-owner}
            exp_annotations: {summary: "Motor claim, Austria: the oldest case of everybody else has used 90% of 10d (Claim settled)", action: call the customer}
          - exp_labels: {journey: motor-claim, escalation: settlement-late, rung: "1", sla: motor-claim-settlement, target: "tier:gold", severity: page, to: claims-ops#lead}
            exp_annotations: {summary: "Motor claim from first notice to payment: the oldest case of tier \`gold\` has used 70% of 8d (Claim settled)", action: reprioritise}
  - interval: 1m
    input_series:
      # 98 of a hundred transfers, for each tier.
      - {series: 'waymark_promise_cases_total{sla="bank-transfer",target="default",journey="motor-claim",tier="gold",result="kept"}', values: '0 97 97'}
      - {series: 'waymark_promise_cases_total{sla="bank-transfer",target="default",journey="motor-claim",tier="gold",result="missed"}', values: '0 1 3'}
      - {series: 'waymark_promise_cases_total{sla="bank-transfer",target="default",journey="motor-claim",tier="standard",result="kept"}', values: '0 97 9700'}
      - {series: 'waymark_promise_cases_total{sla="bank-transfer",target="default",journey="motor-claim",tier="standard",result="missed"}', values: '0 1 3'}
    alert_rule_test:
      - {eval_time: 1m, alertname: PromiseMissedTooOften, exp_alerts: []}
      - eval_time: 2m
        alertname: PromiseMissedTooOften
        exp_alerts:
          - exp_labels: {sla: bank-transfer, target: default, tier: gold, type: contract, metric: duration, provider: house-bank, consumer: payments, owner: claims-cx, to: payments#lead, severity: page}
            exp_annotations: {summary: "Bank pays the customer: fewer than 98 % of the cases of everybody were kept in 30d, each tier for itself"}
  - interval: 1m
    input_series:
      # Warned of after two hours; the on-call engineer is told half an hour after that.
      - {series: 'waymark_kpi_value{kpi="portal-failure-rate"}', values: '0.12 0.13+0x300'}
      - {series: 'waymark_kpi_cases{kpi="portal-failure-rate"}', values: '30+0x301'}
    alert_rule_test:
      - {eval_time: 120m, alertname: KpiAlert, exp_alerts: []}
      - eval_time: 121m
        alertname: KpiAlert
        exp_alerts:
          - exp_labels: {kpi: portal-failure-rate, severity: warn, when: above 0.12 for 2h, unit: ratio, owner: claims-it}
            exp_annotations: {summary: "Reports that fail in the portal is above 0.12 for 2h"}
      - {eval_time: 150m, alertname: EscalationDue, exp_alerts: []}
      - eval_time: 151m
        alertname: EscalationDue
        exp_alerts:
          - exp_labels: {journey: motor-claim, escalation: portal-trouble, rung: "1", kpi: portal-failure-rate, severity: warn, when: above 0.12 for 2h, to: claims-it#on-call}
            exp_annotations: {summary: "Motor claim from first notice to payment: Reports that fail in the portal is above 0.12 for 2h, and has been so for 30m more", action: restart or switch to the second node}
          - exp_labels: {journey: motor-claim-at, escalation: portal-trouble, rung: "1", kpi: portal-failure-rate, severity: warn, when: above 0.12 for 2h, to: claims-it#on-call}
            exp_annotations: {summary: "Motor claim, Austria: Reports that fail in the portal is above 0.12 for 2h, and has been so for 30m more", action: restart or switch to the second node}
`;

const keptNineOfTen = `
apiVersion: waymark/v1
kind: Sla
id: tenth
title: Tenth
version: 1.0.0
status: active
owner: claims
metric: duration
window: P1D
targets: [{within: 2h, percent: 90}]
---
apiVersion: waymark/v1
kind: System
id: shop
title: Shop
version: 1.0.0
status: active
owner: claims
objectives: [{metric: availability, target: 90, window: P1D}]
`;

/** Of 110 cases 11 are missed, which PromQL divides to 0.10000000000000002; then one more. Counters have been there for long. */
const keptExactly = `
rule_files: [promises.rules.yaml, systems.rules.yaml]
evaluation_interval: 30s
tests:
  - interval: 60s
    input_series:
      - {series: 'waymark_promise_cases_total{sla="tenth",target="default",journey="j",result="kept"}', values: '900+0x500 901+1x98 999+0x1400'}
      - {series: 'waymark_promise_cases_total{sla="tenth",target="default",journey="j",result="missed"}', values: '100+0x500 101+1x10 111+0x1200 112+0x290'}
      - {series: 'waymark_system_checks_total{system="shop",metric="availability",result="good"}', values: '900+0x500 901+1x98 999+0x1400'}
      - {series: 'waymark_system_checks_total{system="shop",metric="availability",result="bad"}', values: '100+0x500 101+1x10 111+0x1200 112+0x290'}
    promql_expr_test:
      - {expr: 'waymark:promise_missed:ratio > 0.1', eval_time: 86490s, exp_samples: [{labels: 'waymark:promise_missed:ratio{sla="tenth",target="default"}', value: 0.10000000000000002}]}
    alert_rule_test:
      - {eval_time: 86460s, alertname: PromiseMissedTooOften, exp_alerts: []}
      - {eval_time: 86490s, alertname: PromiseMissedTooOften, exp_alerts: []}
      - {eval_time: 86490s, alertname: SystemMissedTooOften, exp_alerts: []}
      - eval_time: 103200s
        alertname: PromiseMissedTooOften
        exp_alerts:
          - exp_labels: {sla: tenth, target: default, metric: duration, owner: claims, severity: page}
            exp_annotations: {summary: "Tenth: fewer than 90 % of the cases of everybody were kept in 1d"}
      - eval_time: 103200s
        alertname: SystemMissedTooOften
        exp_alerts:
          - exp_labels: {system: shop, metric: availability, severity: page}
            exp_annotations: {summary: "Shop: it was available in fewer than 90 % of the checks in 1d"}
`;

/** YAML in ASCII, in which no reader can take a text otherwise. */
function asciiYaml(value: unknown): string {
  return JSON.stringify(value).replace(/[^\x20-\x7e]/gu, (sign) => `\\U${sign.codePointAt(0)!.toString(16).padStart(8, '0')}`);
}

/** The cases with every text told letter by letter: what `promtool` expects is then no longer what our own printer has written. */
function spelledOut(generation: Generation): { readonly [path: string]: string } {
  return Object.fromEntries(generation.files.filter(({ path }) => path.endsWith('.test.yaml')).map(({ path, content }) => [path, asciiYaml(parse(content))]));
}

describeWith('promtool', 'promtool', () => {
  it.each(examples)('takes the rules of %s, and each alert is told when the cases say', async (name) => {
    const generation = await generated(example(name), 'prometheus');
    const { checked, tried, isSound } = promtool(written(generation));
    expect({ isSound, tried: isSound ? '' : tried }).toEqual({ isSound: true, tried: '' });
    const counted = [...checked.matchAll(/(\d+) rules found/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(counted).toBe(rulesOf(generation).length);
  }, 120_000);

  it('tells what the documents of motor insurance promise, by cases written by hand', async () => {
    const { tried, isSound } = promtool(written(await generated(example('insurance'), 'prometheus'), { 'by-hand.yaml': byHand }), ['by-hand.yaml']);
    expect({ isSound, tried: isSound ? '' : tried }).toEqual({ isSound: true, tried: '' });
  }, 60_000);

  it.each([
    ['kpis.rules.yaml', 'for: 7d', 'for: 10079m', 'not-before-7d'],
    ['kpis.rules.yaml', 'for: 7d', 'for: 10081m', 'after-7d'],
    ['kpis.rules.yaml', '< 0.88 * 0.999999999 ', '<= 0.88 ', 'after-7d'],
    ['kpis.rules.yaml', '< 0.88 * 0.999999999 ', '< 0.88 * 0.99 ', 'after-7d'],
    ['kpis.rules.yaml', '>= 200"', '>= 199"', 'after-7d'],
    ['promises.rules.yaml', '>= 4320"', '>= 4260"', 'at-once'],
    ['promises.rules.yaml', '>= 4320"', '>= 4321"', 'at-once'],
    ['promises.rules.yaml', '> 0.02 * 1.000000001"', '>= 0.02"', 'at-once'],
    ['promises.rules.yaml', '> 0.02 * 1.000000001"', '> 0.02001"', 'at-once'],
    ['escalations.rules.yaml', 'rung: "2"', 'rung: "9"', 'at-once'],
  ])('finds in %s that `%s` has become `%s`', async (path, before, after, tests) => {
    const generation = await generated(example('parcel'), 'prometheus');
    const content = contentOf(generation, path);
    expect(content).toContain(before);
    expect(promtool(written(generation, { [path]: content.replace(before, after) }), [`tests/${tests}.test.yaml`]).isSound).toBe(false);
  }, 60_000);

  it('calls nobody for a share that is kept exactly, whatever binary fractions make of it, and somebody for one case more', async () => {
    const generation = await generated(workspaceOf({ 'tenth.yaml': keptNineOfTen }), 'prometheus');
    expect(contentOf(generation, 'promises.rules.yaml')).toContain('> 0.1 * 1.000000001"');
    expect(contentOf(generation, 'systems.rules.yaml')).toContain('> 0.1 * 1.000000001"');
    const { tried, isSound } = promtool(written(generation, { 'by-hand.yaml': keptExactly }), ['by-hand.yaml']);
    expect({ isSound, tried: isSound ? '' : tried }).toEqual({ isSound: true, tried: '' });
  }, 60_000);

  it('tries each share where it is kept exactly, and with one case more', async () => {
    const percents = [99.99999, 99.9, 98.5, 90, 33.3, 12, 0.1];
    const slas = percents.map((percent, index) => `apiVersion: waymark/v1\nkind: Sla\nid: p-${index}\ntitle: P\nversion: 1.0.0\nstatus: active\nowner: claims\nwindow: P7D\ntargets: [{within: 2h, percent: ${percent}}]\n`);
    const generation = await generated(workspaceOf({ 'shares.yaml': slas.join('---\n') }), 'prometheus');
    const { tests } = parse(contentOf(generation, 'tests/at-once.test.yaml')) as { readonly tests: readonly { readonly input_series: readonly { readonly series: string; readonly values: string }[] }[] };
    const seen = percents.map((_, index) => tests.flatMap(({ input_series }) => input_series.filter(({ series }) => series.includes(`"p-${index}"`)).map(({ values }) => values.split(' ').slice(1, 3).map(Number))));
    expect(seen.map(([good, bad]) => good![0]! / (good![0]! + bad![0]!))).toEqual(percents.map((percent) => Number((percent / 100).toPrecision(12))));
    expect(seen.map(([, bad]) => bad![1]! - bad![0]!)).toEqual(percents.map(() => 1));
    const { tried, isSound } = promtool(written(generation));
    expect({ isSound, tried: isSound ? '' : tried }).toEqual({ isSound: true, tried: '' });
  }, 60_000);

  it('tries a KPI at thresholds below zero and at zero', async () => {
    const alerts = [{ below: -5 }, { above: -3 }, { below: 0 }, { above: 0 }];
    const kpis = alerts.map((alert, index) => ({ apiVersion: 'waymark/v1', kind: 'Kpi', id: `kpi-${index}`, title: 'K', version: '1.0.0', status: 'active', owner: 'claims', unit: 'score(-100,100)', alerts: [{ severity: 'page', ...alert, for: 'P1D' }] }));
    const generation = await generated(workspaceOf({ 'kpis.yaml': kpis.map((kpi) => JSON.stringify(kpi)).join('\n---\n') }), 'prometheus');
    expect(rulesOf(generation).map(({ expr }) => takeApart(expr).shape)).toEqual(['waymark_kpi_value{} < -5 * 1.000000001', 'waymark_kpi_value{} > -3 * 0.999999999', 'waymark_kpi_value{} < 0', 'waymark_kpi_value{} > 0']);
    const { tried, isSound } = promtool(written(generation));
    expect({ isSound, tried: isSound ? '' : tried }).toEqual({ isSound: true, tried: '' });
  }, 60_000);

  it('reads the same texts and nothing else, whatever somebody writes into a field', async () => {
    const shape = rulesOf(await generated(benignWorkspace(), 'prometheus')).map(({ expr }) => takeApart(expr));
    for (let rotation = 0; rotation < rotations; rotation += Math.ceil(11 / more)) {
      const rules = rulesOf(await generated(hostileWorkspace(rotation), 'prometheus'));
      expect({ rotation, exprs: rules.map(({ expr }) => takeApart(expr)) }).toEqual({ rotation, exprs: shape });
      expect(rules.flatMap(({ annotations = {} }) => Object.values(annotations)).filter((text) => text.replaceAll('{{"{"}}', '').includes('{'))).toEqual([]);
    }
  }, 120_000);

  it('passes its own cases, whatever somebody writes into a field', async () => {
    for (const workspace of [...[0, 60, 120].map(hostileWorkspace), workspaceOfText('"}) or vector(1) # {{ query "up" }} {{- /* {{{')]) {
      const generation = await generated(workspace, 'prometheus');
      const { tried, isSound } = promtool(written(generation, spelledOut(generation)));
      expect({ isSound, tried: isSound ? '' : tried }).toEqual({ isSound: true, tried: '' });
    }
  }, 240_000);

  it('compares labels with the names of tiers as they are written, and tells titles as they are written, whatever they hold', async () => {
    const tiers = [...new Set(hostileTexts.map((text) => cut(text.trim(), 250)))].filter((text) => text !== '');
    const sla = { apiVersion: 'waymark/v1', kind: 'Sla', id: 'swift', title: 'Swift', version: '1.0.0', status: 'active', owner: 'claims', metric: 'duration', calendar: '24x7', window: 'P1M', warnAt: 50, targets: [{ within: '4h' }, ...tiers.map((tier) => ({ tier, within: '2h' }))] };
    const kpis = tiers.map((title, index) => ({ apiVersion: 'waymark/v1', kind: 'Kpi', id: `kpi-${index}`, title: cut(title, 100), version: '1.0.0', status: 'active', owner: 'claims', unit: 'ratio', alerts: [{ severity: 'warn', below: 0.5 }] }));
    const generation = await generated(workspaceOf({ 'swift.yaml': JSON.stringify(sla), 'kpis.yaml': kpis.map((kpi) => JSON.stringify(kpi)).join('\n---\n') }), 'prometheus');
    const named = rulesOf(generation).filter(({ alert }) => alert === 'PromiseAtRisk').map(({ expr }) => takeApart(expr));
    expect(new Set(named.map(({ shape }) => shape))).toEqual(new Set(['max by (journey) (waymark_promise_open_seconds{}) >= 7200', 'max by (journey) (waymark_promise_open_seconds{}) >= 3600']));
    expect(named.map(({ selectors }) => selectors[0]!.find(({ label }) => label === 'target')!.value)).toEqual(['default', ...tiers.map((tier) => `tier:${tier}`)]);
    const summaries = spelledOut(generation)['tests/at-once.test.yaml']!;
    expect(kpis.filter(({ title }) => !summaries.includes(asciiYaml(`${title} is below 0.5`)))).toEqual([]);
    const { tried, isSound } = promtool(written(generation, spelledOut(generation)));
    expect({ isSound, tried: isSound ? '' : tried.slice(0, 3000) }).toEqual({ isSound: true, tried: '' });
  }, 120_000);

  it('looks only at the series of its own workspace, where a setting says which that is', async () => {
    const generation = await generated(example('parcel'), 'prometheus', { workspace: 'the "post" {{x}}' });
    const series = rulesOf(generation).flatMap(({ expr }) => takeApart(expr).selectors);
    expect(series.filter((labels) => !labels.some(({ label, value }) => label === 'workspace' && value === 'the "post" {{x}}'))).toEqual([]);
    expect(rulesOf(generation).filter(({ labels }) => labels['workspace'] === undefined)).toEqual([]);
    const { tried, isSound } = promtool(written(generation, spelledOut(generation)));
    expect({ isSound, tried: isSound ? '' : tried }).toEqual({ isSound: true, tried: '' });
  }, 120_000);

  it('knows the metrics by the names that settings give them', async () => {
    const options = { promiseCases: 'shop_promises_total', promiseOpen: 'shop:open_seconds', escalationOpen: 'x', kpiValue: 'kpi.value', kpiCases: '__n', systemChecks: 'probes' };
    const generation = await generated(example('insurance'), 'prometheus', options);
    expect(contentOf(generation, 'kpis.rules.yaml')).toContain('{__name__=\\"kpi.value\\",kpi=');
    expect(generation.files.filter(({ content }) => content.includes('waymark_'))).toEqual([]);
    expect(execFileSync('promtool', ['check', 'rules', 'kpis.rules.yaml', 'promises.rules.yaml'], { cwd: written(generation), encoding: 'utf8' })).toContain('SUCCESS');
  }, 60_000);
});

describe('the rules', () => {
  it.each([['parcel', 'promises.rules.yaml'], ['parcel', 'kpis.rules.yaml'], ['parcel', 'escalations.rules.yaml'], ['parcel', 'tests/after-7d.test.yaml'], ['broadband', 'systems.rules.yaml']] as const)('of %s in %s are as they were', async (name, path) => {
    await expect(contentOf(await generated(example(name), 'prometheus'), path)).toMatchFileSnapshot(`golden/prometheus/${path}`);
  });

  it('hold every promise that binds, by its targets', async () => {
    for (const name of examples) {
      const workspace = example(name);
      const recorded = rulesOf(await generated(workspace, 'prometheus')).filter(({ record }) => record === 'waymark:promise_target:ratio').map(({ labels, expr }) => `${labels['sla']} ${labels['within']} ${expr}`);
      const bind = workspace.all('Sla').filter(({ status }) => status === 'active' || status === 'deprecated');
      const inPlace = workspace.all('Journey').filter(({ status }) => status === 'active' || status === 'deprecated').flatMap(({ id, value }) => (value.stages ?? []).flatMap((stage) => [{ place: `${id}#stages/${stage.id}`, promise: stage.promise }, ...(stage.steps ?? []).map((step) => ({ place: `${id}#${step.id}`, promise: step.promise }))]));
      const promised = [...bind.flatMap(({ id, value }) => value.targets!.map((target) => ({ id, ...target }))), ...inPlace.flatMap(({ place, promise }) => (promise === undefined ? [] : [{ id: `${place}/promise`, ...promise }]))];
      expect(recorded.toSorted()).toEqual(promised.map(({ id, within, percent = 100 }) => `${id} ${within} vector(${Number((percent / 100).toPrecision(12))})`).toSorted());
    }
  });

  it('tell as lost what they cannot compute, each target, rung and alert by itself', async () => {
    const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\nowner: claims\n';
    const rungs = 'rungs: [{after: 70%, to: claims#lead}, {after: 2h, to: claims#lead}, {after: 1d, to: claims#lead}, {after: P1M, to: claims#lead}, {to: claims#lead}]';
    const workspace = workspaceOf({
      'hours.yaml': `${head}kind: Calendar\nid: hours\ntitle: Hours\ntimezone: Europe/Berlin\nweekly: {mon: ["08:00-16:00"]}\n`,
      'slow.yaml': `${head}kind: Sla\nid: slow\ntitle: Slow\nmetric: duration\ncalendar: hours\nwarnAt: 80\nfloor: P1M\ntargets: [{within: 10d, percent: 95}, {tier: gold, within: 4h, percent: 99.9}, {tier: silver, percent: 90}, {tier: gold, within: 6h, percent: 90}]\n`,
      'vague.yaml': `${head}kind: Sla\nid: vague\ntitle: Vague\nmetric: duration\ncalendar: hours\nwindow: P1M\nwarnAt: 80\ntargets: [{within: 2w, percent: 95}]\n`,
      'empty.yaml': `${head}kind: Sla\nid: empty\ntitle: Empty\nmetric: duration\nwarnAt: 80\n`,
      'mood.yaml': `${head}kind: Kpi\nid: mood\ntitle: Mood\nunit: ratio\nalerts: [{severity: page}, {severity: warn, below: 0.5, segment: [a-b, a.b]}]\n`,
      'calm.yaml': `${head}kind: Kpi\nid: calm\ntitle: Calm\nunit: ratio\nalerts: [{severity: page}, {severity: warn, below: 0.5}, {severity: warn, above: 2, segment: [a-b, a.b]}]\n`,
      'journey.yaml': `${head}kind: Journey\nid: order\ntitle: Order\nstages: [{id: buy, title: Buy, steps: [{id: pay, title: Pay, lane: customer, end: success}]}]\nescalations:\n  - {id: late, trigger: {sla: slow}, ${rungs}}\n  - {id: since, trigger: {event: paid}, ${rungs}}\n  - {id: sad, trigger: {kpi: calm}, ${rungs}}\n  - {id: gone, trigger: {sla: none-such}, ${rungs}}\n  - {id: own, trigger: {kpi: own-time}, ${rungs}}\n  - {id: late, trigger: {event: paid}, rungs: [{after: 1h, to: claims#lead}]}\n  - {id: bare, trigger: {event: paid}}\n  - {id: unset, ${rungs}}\n`,
      'sad.yaml': `${head}kind: Journey\nid: sad\ntitle: Sad\nstages: [{id: buy, title: Buy, steps: [{id: pay, title: Pay, lane: customer, end: success}]}]\nescalations: [{id: sad, trigger: {kpi: mood}, rungs: [{after: 2h, to: claims#lead}]}]\n`,
    });
    const generation = await generated(workspace, 'prometheus');
    await expect(generation.losses.filter(({ sort }) => sort === 'case').map(({ subject, field, at, reason }) => `${subject} ${at === undefined ? field : `${field} ${JSON.stringify(at)}`}\n  ${reason}\n`).join('')).toMatchFileSnapshot('golden/prometheus/lost.txt');
    const rungsOf = (escalation: string): readonly string[] => rulesOf(generation).flatMap(({ labels }) => (labels['escalation'] === escalation ? [`${labels['rung']} ${labels['target'] ?? labels['when'] ?? ''}`] : []));
    expect({ late: rungsOf('late'), since: rungsOf('since'), sad: rungsOf('sad') }).toEqual({ late: ['2 default', '1 tier:gold', '2 tier:gold', '2 tier:silver'], since: ['2 ', '3 ', '4 '], sad: ['2 below 0.5', '3 below 0.5', '4 below 0.5'] });
  });

  it('tell a ladder of which no rung is told as lost itself', async () => {
    const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\nowner: claims\n';
    const journey = `${head}kind: Journey\nid: order\ntitle: Order\nstages: [{id: buy, title: Buy, steps: [{id: pay, title: Pay, lane: customer, promise: {within: 5m, percent: 99, window: P1W}, end: success}]}]\nescalations: [{id: never, trigger: {event: paid}, rungs: [{after: 50%, to: claims#lead}, {to: claims#lead}]}]\n`;
    const { losses } = await generated(workspaceOf({ 'journey.yaml': journey }), 'prometheus');
    expect(losses.filter(({ field }) => field.startsWith('escalations')).map(({ field, at }) => `${field} ${at?.join('.')}`)).toEqual(['escalations escalations.0']);
  });

  it('count the days of a promise that names no calendar on that of the workspace, as proofs do, else by the clock on the wall', async () => {
    const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\nowner: claims\n';
    const files = {
      'hours.yaml': `${head}kind: Calendar\nid: hours\ntitle: Hours\ntimezone: Europe/Berlin\nweekly: {mon: ["08:00-16:00"]}\ndayLength: 8h\n`,
      'plain.yaml': `${head}kind: Sla\nid: plain\ntitle: Plain\nmetric: duration\nwindow: P1M\nwarnAt: 50\nfloor: 2d\ntargets: [{within: 1d, percent: 95}]\n`,
    };
    const atRisk = async (root: string): Promise<unknown> => {
      const generation = await generated(workspaceOf({ ...files, 'waymark.yaml': `apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\n${root}` }), 'prometheus');
      return { said: rulesOf(generation).flatMap(({ alert, expr, labels }) => (alert === 'PromiseAtRisk' || alert === 'PromiseFloorBroken' ? [expr.split(' ').slice(-2).join(' ')] : labels['calendar'] ?? [])), losses: generation.losses.filter(({ sort }) => sort === 'case') };
    };
    expect(await atRisk('defaultCalendar: hours\n')).toEqual({ said: ['hours', '>= 14400', '> 57600'], losses: [] });
    expect(await atRisk('')).toEqual({ said: ['24x7', '>= 43200', '> 172800'], losses: [] });
  });

  it('hold every objective of a system that is a share, and tell the others', async () => {
    for (const name of examples) {
      const generation = await generated(example(name), 'prometheus');
      const recorded = rulesOf(generation).filter(({ record }) => record === 'waymark:system_target:ratio').map(({ labels, expr }) => `${labels['system']} ${labels['metric']} ${labels['to']} ${expr}`);
      const objectives = example(name).all('System').filter(({ status }) => status === 'active').flatMap(({ id, value }) => (value.objectives ?? []).map((each) => ({ id, ...each })));
      expect(recorded.toSorted()).toEqual(objectives.flatMap(({ id, metric, target, escalation }) => (metric === 'latency' ? [] : [`${id} ${metric} ${escalation} vector(${Number((Number(target) / 100).toPrecision(12))})`])).toSorted());
      expect(rulesOf(generation).filter(({ alert }) => alert === 'SystemMissedTooOften').length).toBe(objectives.filter(({ metric, window }) => metric !== 'latency' && window !== undefined).length);
    }
    const shop = 'apiVersion: waymark/v1\nkind: System\nid: shop\ntitle: Shop\nversion: 1.0.0\nstatus: active\nowner: claims\nobjectives: [{metric: availability, target: 99.9, window: P1M}, {metric: latency, target: 2s}, {metric: success-rate, target: 99}, {metric: availability, target: 99}, {target: 99}, {metric: success-rate}]\n';
    const { losses } = await generated(workspaceOf({ 'shop.yaml': shop }), 'prometheus');
    expect(losses.flatMap(({ sort, at, reason }) => (sort === 'case' ? [`${at?.join('.')}: ${reason}`] : []))).toEqual([
      'objectives.1: For a latency rules ask what share of the requests is to be as fast, and the document has no place for that.',
      'objectives.3: An objective before it is about the availability as well, and only one of them can be compared with what was measured.',
      'objectives.4: It says nothing that could be measured: give it a `metric`.',
      'objectives.5: An objective before it is about the success-rate as well, and only one of them can be compared with what was measured.',
      'objectives.2.window: Nobody is called when too few checks of its success-rate go well, because nobody says over which period: give it a `window`.',
    ]);
  });

  it('watch a promise that stands in a step or a stage, on the calendar and over the window of the journey where it says none', async () => {
    const head = 'apiVersion: waymark/v1\nversion: 1.0.0\nstatus: active\nowner: claims\n';
    const journey = (slas: string): string => `${head}kind: Journey\nid: order\ntitle: Order\nslas: ${slas}\nstages:\n  - {id: buy, title: Buy, promise: {within: 1d, percent: 90, each: pool}, steps: [{id: pay, title: Pay, lane: customer, promise: {within: 5m, percent: 99, window: P1W, calendar: "24x7"}, end: success}]}\n`;
    const files = {
      'root.yaml': 'apiVersion: waymark/v1\nkind: Workspace\nid: shop\ntitle: Shop\nnamespace: example.shop\ndefaultCalendar: office\n',
      'one.yaml': `${head}kind: Sla\nid: one\ntitle: One\ncalendar: hours\nwindow: P3M\ntargets: [{within: 4h, percent: 95}]\n`,
      'other.yaml': `${head}kind: Sla\nid: other\ntitle: Other\nwindow: P1M\ntargets: [{within: 4h, percent: 95}]\n`,
    };
    const watched = async (slas: string): Promise<unknown> => {
      const generation = await generated(workspaceOf({ 'waymark.yaml': files['root.yaml'], 'one.yaml': files['one.yaml'], 'other.yaml': files['other.yaml'], 'order.yaml': journey(slas) }), 'prometheus');
      const placed = rulesOf(generation).filter(({ labels }) => labels['sla']?.startsWith('order#') === true);
      return {
        goals: placed.flatMap(({ record, labels }) => (record === 'waymark:promise_target:ratio' ? [`${labels['sla']} ${labels['title']} ${labels['calendar']} ${labels['window']} ${labels['counted_by']}`] : [])),
        alerts: placed.flatMap(({ alert, labels }) => (alert === undefined ? [] : [`${alert} ${labels['sla']} ${labels['journey']}`])),
        losses: generation.losses.flatMap(({ sort, at, reason }) => (sort === 'case' ? [`${at?.join('.')}: ${reason}`] : [])),
      };
    };
    const [pay, payAlert] = ['order#pay/promise Order, in pay 24x7 P1W tier', 'PromiseMissedTooOften order#pay/promise order'];
    const lost = ['stages.0.promise.window: No alert tells that too many cases miss the promise of `stages/buy`, because nobody says over which period its percent holds: give it a `window`.'];
    expect(await watched('[one]')).toEqual({ goals: [pay, 'order#stages/buy/promise Order, in stages/buy hours P3M undefined'], alerts: [payAlert, 'PromiseMissedTooOften order#stages/buy/promise order'], losses: [] });
    expect(await watched('[]')).toEqual({ goals: [pay, 'order#stages/buy/promise Order, in stages/buy office undefined undefined'], alerts: [payAlert], losses: lost });
    expect(await watched('[one, other]')).toEqual({ goals: [pay, 'order#stages/buy/promise Order, in stages/buy undefined undefined undefined'], alerts: [payAlert], losses: lost });
  });

  const head = (kind: string, id: string): string => `apiVersion: waymark/v1\nkind: ${kind}\nid: ${id}\ntitle: ${id}\nversion: 1.0.0\nstatus: active\nowner: claims\n`;
  const told = ({ losses }: Generation): readonly string[] => losses.flatMap(({ subject, field, at, sort, inPart, reason }) => (field === '' || field === 'status' ? [] : [`${subject} ${at?.join('.') ?? field} ${sort}${inPart === true ? ' in part' : ''}: ${reason}`]));

  it('of two steps or stages with one id are those of the first, because Prometheus takes no two groups of one name', async () => {
    const step = (within: string): string => `{id: pay, title: Pay, lane: customer, promise: {within: ${within}, window: P1M}, end: success}`;
    const stage = (within: string): string => `{id: buy, title: Buy, promise: {within: ${within}, window: P1M}, steps: [${step(within)}]}`;
    const generation = await generated(workspaceOf({ 'order.yaml': `${head('Journey', 'order')}stages: [${stage('1h')}, ${stage('2h')}]\n` }), 'prometheus');
    const { groups } = parse(contentOf(generation, 'promises.rules.yaml')) as { readonly groups: readonly { readonly name: string }[] };
    expect(groups.map(({ name }) => name)).toEqual(['promise/order#pay/promise', 'promise/order#stages/buy/promise']);
    expect(rulesOf(generation).flatMap(({ labels }) => labels['within'] ?? [])).toEqual(['1h', '1h']);
    expect(told(generation).filter((each) => each.includes('case'))).toEqual([
      'journey:order stages.1.promise case: A promise before it stands in `stages/buy` as well, and cases are counted by that name: give each place an id of its own.',
      'journey:order stages.1.steps.0.promise case: A promise before it stands in `pay` as well, and cases are counted by that name: give each place an id of its own.',
    ]);
  });

  it('come from each calendar on the way to the one that says how long a day is', async () => {
    const calendars = (own: string): string => `${head('Calendar', 'late')}extends: hours\n${own}---\n${head('Calendar', 'hours')}timezone: Europe/Berlin\ndayLength: 8h\nweekly: {mon: ["09:00-17:00"]}\n`;
    const sla = `${head('Sla', 'reply')}metric: duration\ncalendar: late\ntargets: [{within: 2d}]\nwarnAt: 50\nwindow: P1W\n`;
    const read = async (own: string): Promise<unknown> => {
      const generation = await generated(workspaceOf({ 'calendars.yaml': calendars(own), 'reply.yaml': sla }), 'prometheus');
      return { sources: generation.files[0]!.sources.map(({ coordinate }) => coordinate), losses: told(generation).filter((each) => each.includes('extends')) };
    };
    expect(await read('')).toEqual({ sources: ['sla:reply', 'calendar:late', 'calendar:hours'], losses: [] });
    expect(await read('dayLength: 6h\n')).toEqual({ sources: ['sla:reply', 'calendar:late'], losses: ['calendar:late extends limit: Hours and holidays are counted by whoever exports the age of a case, and the calendar says itself how long its day is.'] });
  });

  it('take windows over from the promises of the journey, which is told as lost in part, and as a whole where they do not', async () => {
    const sla = (id: string, window: string): string => `${head('Sla', id)}metric: duration\ncalendar: 24x7\ntargets: [{within: 2h, percent: 90}]\nwindow: ${window}\n`;
    const journey = (slas: string, own: string): string => `${head('Journey', 'order')}slas: [${slas}]\nstages: [{id: buy, title: Buy, steps: [{id: pay, title: Pay, lane: customer, promise: {within: 1h, percent: 90${own}}, end: success}]}]\n`;
    const read = async (slas: string, own: string): Promise<unknown> => {
      const generation = await generated(workspaceOf({ 'slas.yaml': `${sla('short', 'P7D')}---\n${sla('long', 'P30D')}`, 'order.yaml': journey(slas, own) }), 'prometheus');
      return [rulesOf(generation).flatMap(({ labels }) => (labels['sla']?.startsWith('order#') === true ? labels['window'] ?? [] : [])), told(generation).filter((each) => each.includes('slas'))];
    };
    const inPart = 'journey:order slas limit in part: Rules do not say which journeys make a promise: what is promised in its steps and stages takes over windows and calendars, and nothing else.';
    expect([await read('short', ''), await read('long', '')]).toEqual([[['P7D'], [inPart]], [['P30D'], [inPart]]]);
    expect(await read('long', ', window: P1D, calendar: 24x7')).toEqual([['P1D'], ['journey:order slas limit: Rules do not say which journeys make a promise.']]);
  });

  it('have each rung of each ladder of the examples, for every target of its promise and every alert of its KPI', async () => {
    for (const name of examples) {
      const workspace = example(name);
      const due = rulesOf(await generated(workspace, 'prometheus')).filter(({ alert }) => alert === 'EscalationDue').map(({ labels }) => `${labels['journey']} ${labels['escalation']} ${labels['rung']} ${labels['to']} ${labels['target'] ?? labels['when'] ?? labels['event']}`);
      const meant = workspace.all('Journey').filter(({ status }) => status === 'active').flatMap(({ id, value }) => (value.escalations ?? []).flatMap(({ id: ladder, trigger, rungs }) => rungs!.map(({ to }, index) => ({ start: `${id} ${ladder} ${index + 1} ${to} `, ways: waysOf(workspace, trigger!) }))));
      expect(due.length).toBe(meant.reduce((sum, { ways }) => sum + ways, 0));
      expect(meant.filter(({ start, ways }) => due.filter((each) => each.startsWith(start)).length !== ways)).toEqual([]);
      expect(meant.length).toBeGreaterThan(3);
    }
  });

  it('take twice as long for twice as many, and not four times', async () => {
    const looks = (count: number): number => {
      let looked = 0;
      const rules = Array.from({ length: count }, (_, index): AlertRule => {
        const trial: Trial = { name: '', seen: [0, 1], series: [], labels: {} };
        return { alert: 'Due', expr: '', hold: 0, labels: {}, annotations: {}, get watches() { looked += 1; return `${index}`; }, holds: (value) => value >= 1, trials: [trial, trial] };
      });
      for (const file of testFiles([], [{ name: '', sources: [], rules }])) file.content([]);
      return looked;
    };
    expect(looks(200)).toBe(2 * looks(100));
  });
});

/** How many rules a rung of a ladder needs, where each target has a time and each alert a threshold. */
function waysOf(workspace: Workspace, { sla, kpi }: EscalationTrigger): number {
  if (sla !== undefined) return workspace.find('Sla', sla)!.value.targets!.length;
  return kpi === undefined ? 1 : workspace.find('Kpi', kpi)!.value.alerts!.length;
}
