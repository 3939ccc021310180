/** A text in quotes as PromQL reads it: no sign of it can end the string. */
function promString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}

/** Any text but an empty one. */
export const anyText: unique symbol = Symbol('any text');

const metricName = /^[A-Za-z_:][A-Za-z0-9_:]*$/;

/** Series by their name and their labels: `kpi_value{kpi="effort",region!=""}`. */
export function selector(metric: string, labels: readonly (readonly [string, string | typeof anyText])[]): string {
  const [name, first] = metricName.test(metric) ? [metric, []] : ['', [`__name__=${promString(metric)}`]];
  const matchers = labels.map(([label, value]) => (value === anyText ? `${label}!=""` : `${label}=${promString(value)}`));
  return `${name}{${[...first, ...matchers].join(',')}}`;
}

/** A text for annotations and labels of alerts, which Prometheus reads as templates: what looks like a template stays a text. */
export function templateText(text: string): string {
  return text.replaceAll('{', '{{"{"}}');
}

/** A name as a label: letters, digits and `_`. What Prometheus or the rules use themselves gets `by_` before it. */
export function labelName(name: string, taken: ReadonlySet<string>): string {
  const plain = name.replace(/[^A-Za-z0-9_]/g, '_');
  return /^(?:[0-9]|__)/.test(plain) || taken.has(plain) ? `by_${plain}` : plain;
}

const units = [['d', 86_400_000], ['h', 3_600_000], ['m', 60_000], ['s', 1000], ['ms', 1]] as const;

/** Seconds as PromQL writes a length of time: `7d`, `1h30m`. */
export function promDuration(seconds: number): string {
  let rest = Math.round(seconds * 1000);
  const parts = units.flatMap(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count}${unit}`];
  });
  return parts.join('') || '0s';
}
