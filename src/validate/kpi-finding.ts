import type { FormulaProblem } from '../analysis/kpi/problems.js';
import type { Spec } from '../model/spec.js';
import type { Finding } from './rule.js';

/** What is wrong with a KPI as a finding that names it. */
export function inKpi(spec: Spec<'Kpi'>, { path, message, hint }: FormulaProblem): Finding {
  return { at: { spec, path }, message: `In KPI \`${spec.id}\`, ${message.charAt(0).toLowerCase()}${message.slice(1)}`, hint };
}
