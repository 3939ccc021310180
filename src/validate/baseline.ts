import { compareText, type Diagnostic } from '../base/diagnostic.js';
import { addTo } from '../base/groups.js';

/** Findings that were there when a baseline was taken, so that only new ones fail. It may only shrink. */
export interface Baseline {
  readonly format: 'waymark-baseline/1';
  readonly findings: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly fingerprint: string;
  /** For the reader of the file; only the fingerprint counts. */
  readonly rule: string;
  readonly subject?: string;
  readonly message: string;
}

export interface BaselineOutcome {
  /** Findings that the baseline does not know. */
  readonly fresh: readonly Diagnostic[];
  /** Findings that it knows. */
  readonly known: readonly Diagnostic[];
  /** Entries that no finding answers to any more. */
  readonly gone: readonly BaselineEntry[];
}

/** Separates new findings from known ones. An entry excuses one finding, however often it would fit. */
export function applyBaseline(diagnostics: readonly Diagnostic[], baseline: Baseline): BaselineOutcome {
  const left = new Map<string, BaselineEntry[]>();
  for (const entry of baseline.findings) addTo(left, entry.fingerprint, entry);
  const [fresh, known]: [Diagnostic[], Diagnostic[]] = [[], []];
  for (const diagnostic of diagnostics) {
    const taken = left.get(diagnostic.fingerprint)?.pop();
    (taken === undefined ? fresh : known).push(diagnostic);
  }
  return { fresh, known, gone: [...left.values()].flat() };
}

/** A baseline that knows exactly these findings. */
export function baselineOf(diagnostics: readonly Diagnostic[]): Baseline {
  const findings = diagnostics.map(({ fingerprint, rule, subject, message }) => ({ fingerprint, rule, ...(subject === undefined ? {} : { subject }), message }));
  return { format: 'waymark-baseline/1', findings: findings.sort((a, b) => compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint)) };
}

/** Reads a baseline file's text, or says why it is none. */
export function parseBaseline(text: string): Baseline | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'it is not JSON' };
  }
  return isBaseline(value) ? value : { problem: 'it is not a list of findings in the format `waymark-baseline/1`' };
}

function isBaseline(value: unknown): value is Baseline {
  const { format, findings } = (value ?? {}) as Partial<Baseline>;
  return format === 'waymark-baseline/1' && Array.isArray(findings) && findings.every((entry: Partial<BaselineEntry>) => typeof entry?.fingerprint === 'string');
}
