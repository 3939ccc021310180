import { groupBy } from '../../../base/groups.js';
import type { Spec } from '../../../model/spec.js';
import { templateText, promDuration } from '../../text/promql.js';
import { yamlText } from '../../text/yaml.js';
import type { AlertRule, Labels, RecordRule, RuleGroup, Trial } from './alerts.js';

/** A file of rules. */
export function rulesText(head: readonly string[], groups: readonly RuleGroup[]): string {
  return yamlText(head, { groups: groups.map(({ name, rules }) => ({ name, rules: rules.map(ruleOf) })) });
}

function ruleOf(rule: AlertRule | RecordRule): unknown {
  if ('record' in rule) return { record: rule.record, expr: rule.expr, labels: rule.labels };
  const { alert, expr, hold, labels, annotations } = rule;
  return { alert, expr, for: hold === 0 ? undefined : promDuration(hold), labels: asTemplates(labels), annotations: asTemplates(annotations) };
}

/** Prometheus reads labels and annotations of alerts as templates, and those of recorded series as texts. */
function asTemplates(texts: Labels): Labels {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, templateText(text)]));
}

/** Cases for `promtool test rules`, with the documents that they come from. */
export interface TestFile {
  readonly path: string;
  readonly sources: readonly Spec[];
  content(head: readonly string[]): string;
}

/** How often the rules are looked at while they are tried. */
interface Pace {
  readonly name: string;
  readonly seconds: number;
}

/** A rule that is tried, with the series that sets it off. */
interface Case {
  readonly rule: AlertRule;
  readonly trial: Trial;
}

/**
 * Cases that show when each alert is told, and that it is not told earlier. A rule that is told at once is looked at every minute. One that waits
 * is looked at twice: as often as it waits, and at a time that is a minute shorter, so that a month needs no forty thousand looks.
 */
export function testFiles(ruleFiles: readonly string[], groups: readonly RuleGroup[]): readonly TestFile[] {
  const all = groups.flatMap(alertsOf);
  const beside = groupBy(all, besideKey);
  const holds = [...new Set(all.map(({ hold }) => hold))].toSorted((a, b) => a - b);
  return holds.flatMap((hold) => pacesOf(hold).map((pace): TestFile => ({
    path: `tests/${pace.name}.test.yaml`,
    sources: groups.filter((group) => alertsOf(group).some((alert) => alert.hold === hold)).flatMap(({ sources }) => sources),
    content: (head) => testText(head, ruleFiles, pace, all.filter((alert) => alert.hold === hold), beside),
  })));
}

/** The rules that raise alerts of one name and look at the same, under both. */
type RulesBeside = ReadonlyMap<string, readonly AlertRule[]>;

function besideKey({ alert, watches }: AlertRule): string {
  return `${alert} ${watches}`;
}

function alertsOf({ rules }: RuleGroup): readonly AlertRule[] {
  return rules.filter((rule): rule is AlertRule => 'alert' in rule);
}

function pacesOf(hold: number): readonly Pace[] {
  if (hold === 0) return [{ name: 'at-once', seconds: 60 }];
  return [{ name: `after-${promDuration(hold)}`, seconds: hold }, { name: `not-before-${promDuration(hold)}`, seconds: hold > 60 ? hold - 60 : hold / 2 }];
}

function testText(head: readonly string[], ruleFiles: readonly string[], pace: Pace, tried: readonly AlertRule[], beside: RulesBeside): string {
  const interval = promDuration(pace.seconds);
  const tests = [...groupBy(tried, ({ alert }) => alert)].flatMap(([alert, rules]) => roundsOf(rules).map((round, index) => ({
    name: `${alert}, round ${index + 1}`,
    interval,
    input_series: round.flatMap(({ trial }) => trial.series.map(({ series, values }) => ({ series, values: valuesText(values) }))),
    alert_rule_test: looksOf(round, pace).map((look) => ({ eval_time: promDuration(look * pace.seconds), alertname: alert, exp_alerts: round.flatMap((each) => expected(each, look, pace, beside)) })),
  })));
  return yamlText(head, { rule_files: ruleFiles.map((file) => `../${file}`), evaluation_interval: interval, tests });
}

/**
 * Many rules are tried together, because `promtool` needs long for each beginning: in one round at most one of those that look at the same series, so
 * the first trial of what looks at a series is in the first round, the second in the second.
 */
function roundsOf(rules: readonly AlertRule[]): readonly (readonly Case[])[] {
  const [rounds, used] = [[] as Case[][], new Map<string, number>()];
  for (const rule of rules) {
    for (const trial of rule.trials) {
      const index = used.get(rule.watches) ?? 0;
      used.set(rule.watches, index + 1);
      (rounds[index] ??= []).push({ rule, trial });
    }
  }
  return rounds;
}

/** The last value stays for as long as rules are looked at. */
function valuesText(values: readonly number[]): string {
  return [...values, ...Array.from({ length: mostLooks - values.length }, () => values.at(-1))].join(' ');
}

const mostLooks = 4;

/** For each rule the last look at which nothing is told of it, and the first at which something is. */
function looksOf(round: readonly Case[], { seconds }: Pace): readonly number[] {
  const firsts = round.map(({ rule, trial }) => Array.from({ length: mostLooks }, (_, look) => look).find((look) => isTold(rule, trial, look, seconds))!);
  return [...new Set(firsts.flatMap((first) => [first - 1, first]))].toSorted((a, b) => a - b);
}

/** All alerts of the same name that are told at a look: rungs that were reached before go on. */
function expected({ rule, trial }: Case, look: number, { seconds }: Pace, beside: RulesBeside): readonly unknown[] {
  if (trial.isQuiet === true) return [];
  const told = beside.get(besideKey(rule))!.filter((each) => isTold(each, trial, look, seconds));
  return told.map(({ labels, annotations }) => ({ exp_labels: { ...trial.labels, ...labels }, exp_annotations: annotations }));
}

function isTold({ hold, holds }: AlertRule, { seen }: Trial, look: number, seconds: number): boolean {
  if (!holds(seenAt(seen, look))) return false;
  let since = look;
  while (since > 0 && holds(seenAt(seen, since - 1))) since -= 1;
  return (look - since) * seconds >= hold;
}

function seenAt(seen: readonly number[], look: number): number {
  return seen[Math.min(look, seen.length - 1)]!;
}
