/** An object of OpenSLO as a reader of YAML sees it. */
export interface OpenSlo {
  readonly apiVersion: unknown;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly displayName?: unknown; readonly labels?: Readonly<Record<string, unknown>>; readonly annotations?: Readonly<Record<string, unknown>> };
  readonly spec: OpenSloSpec;
}

/** What the specs of all kinds have. Nothing of it is sure before it is looked at. */
export interface OpenSloSpec {
  readonly description?: unknown;
  readonly service?: string;
  readonly indicator?: unknown;
  readonly indicatorRef?: string;
  readonly timeWindow?: readonly { readonly duration: string; readonly isRolling: unknown }[];
  readonly budgetingMethod?: unknown;
  readonly objectives?: readonly { readonly displayName?: unknown; readonly target?: unknown }[];
  readonly alertPolicies?: readonly (string | { readonly alertPolicyRef: string })[];
  readonly thresholdMetric?: unknown;
  readonly ratioMetric?: { readonly counter?: unknown; readonly good?: MetricPart; readonly total?: MetricPart };
  readonly alertWhenNoData?: unknown;
  readonly alertWhenResolved?: unknown;
  readonly alertWhenBreaching?: unknown;
  readonly conditions?: readonly { readonly conditionRef: string }[];
  readonly notificationTargets?: readonly { readonly targetRef: string }[];
  readonly severity?: unknown;
  readonly condition?: { readonly kind?: unknown; readonly op?: unknown; readonly threshold?: unknown; readonly lookbackWindow?: unknown; readonly alertAfter?: unknown };
  readonly target?: unknown;
}

interface MetricPart {
  readonly metricSource?: { readonly type?: unknown; readonly spec?: { readonly query?: unknown } };
}

const name = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const key = /^[a-zA-Z0-9](?:[a-zA-Z0-9._-]{0,61}[a-zA-Z0-9])?$/;
const label = /^[a-z0-9A-Z][a-z0-9A-Z._-]*$/;
const shorthand = /^[1-9][0-9]*[mhdwMQY]$/;

/** What the text of the specification of OpenSLO v1 has against some objects: of their form, and of names that lead nowhere. */
export function faultsOf(objects: readonly OpenSlo[]): readonly string[] {
  const named = (kind: string): ReadonlySet<string> => new Set(objects.filter((each) => each.kind === kind).map((each) => each.metadata.name));
  return [...twice(objects), ...objects.flatMap((object) => faults(object, named).map((fault) => `${object.kind} ${object.metadata?.name}: ${fault}`))];
}

function twice(objects: readonly OpenSlo[]): readonly string[] {
  const seen = new Set<string>();
  return objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).filter((each) => seen.has(each) || !seen.add(each)).map((each) => `${each} is there twice`);
}

type Named = (kind: string) => ReadonlySet<string>;

function faults({ apiVersion, kind, metadata, spec }: OpenSlo, named: Named): readonly string[] {
  const { labels = {}, annotations = {}, displayName = 'x' } = metadata;
  const { description = '' } = spec;
  return [
    ...unless(apiVersion === 'openslo/v1', 'apiVersion'),
    ...unless([labels, annotations, spec].every((each: unknown) => typeof each === 'object' && each !== null), 'maps'),
    ...unless(typeof metadata.name === 'string' && name.test(metadata.name), 'name'),
    ...unless(typeof displayName === 'string' && displayName !== '', 'displayName'),
    ...Object.entries(labels).flatMap(([each, value]) => unless(key.test(each) && [value].flat().every((text) => typeof text === 'string' && text.length <= 63 && label.test(text)), `label ${each}`)),
    ...Object.entries(annotations).flatMap(([each, value]) => unless(key.test(each) && typeof value === 'string', `annotation ${each}`)),
    ...unless(typeof description === 'string' && description.length <= 1050, 'description'),
    ...(kinds[kind]?.(spec, named) ?? ['no such kind']),
  ];
}

function unless(holds: boolean, fault: string): readonly string[] {
  return holds ? [] : [fault];
}

/** What each kind needs. Whatever is named has to be among the objects. */
const kinds: Readonly<Record<string, (spec: OpenSloSpec, named: Named) => readonly string[]>> = {
  Service: () => [],
  SLI: ({ thresholdMetric, ratioMetric }) => [
    ...unless((thresholdMetric === undefined) !== (ratioMetric === undefined), 'one metric'),
    ...unless(typeof ratioMetric?.counter === 'boolean', 'counter'),
    ...[ratioMetric?.good, ratioMetric?.total].flatMap((part) => unless(typeof part?.metricSource?.type === 'string' && typeof part.metricSource.spec?.query === 'string', 'good and total')),
  ],
  SLO: ({ service, indicator, indicatorRef, timeWindow: windows, budgetingMethod, objectives = [], alertPolicies = [] }, named) => [
    ...unless(named('Service').has(service ?? ''), 'service'),
    ...unless(named('SLI').has(indicatorRef ?? '') && indicator === undefined, 'indicator'),
    ...unless(windows === undefined || (windows.length === 1 && shorthand.test(windows[0]!.duration) && windows[0]!.isRolling === true), 'timeWindow'),
    ...unless(budgetingMethod === 'Occurrences', 'budgetingMethod'),
    ...unless(objectives.length > 0 && objectives.every(({ target, displayName }) => typeof target === 'number' && target >= 0 && target < 1 && typeof displayName === 'string' && displayName !== ''), 'objectives'),
    ...unless(alertPolicies.every((each) => named('AlertPolicy').has(typeof each === 'string' ? each : each.alertPolicyRef)), 'alertPolicies'),
  ],
  AlertPolicy: ({ alertWhenNoData, alertWhenResolved, alertWhenBreaching, conditions = [], notificationTargets = [] }, named) => [
    ...unless([alertWhenNoData, alertWhenResolved, alertWhenBreaching].every((when) => typeof when === 'boolean'), 'when'),
    ...unless(conditions.length === 1 && named('AlertCondition').has(conditions[0]!.conditionRef), 'conditions'),
    ...unless(notificationTargets.length > 0 && notificationTargets.every(({ targetRef }) => named('AlertNotificationTarget').has(targetRef)), 'notificationTargets'),
  ],
  AlertCondition: ({ severity, condition = {} }) => [
    ...unless(typeof severity === 'string' && condition.kind === 'burnrate' && typeof condition.threshold === 'number', 'condition'),
    ...unless(['lte', 'gte', 'lt', 'gt'].includes(String(condition.op)), 'op'),
    ...unless([condition.lookbackWindow, condition.alertAfter].every((length) => shorthand.test(String(length))), 'lengths of time'),
  ],
  AlertNotificationTarget: ({ target }) => unless(typeof target === 'string' && target !== '', 'target'),
};
