import type { Shown } from './shown.js';
import { titleOfSpec } from './shown.js';
import { coordinateOf, type Spec } from '../../model/spec.js';
import { pathOf } from './addresses.js';
import type { SearchEntry } from './search-entry.js';

const sorts: Readonly<Partial<Record<Spec['kind'], string>>> = { Journey: 'Journey', Team: 'Team', Sla: 'Promise', Kpi: 'KPI', Persona: 'Persona', System: 'System' };

/** Everything of a workspace that has a page. */
export function searchEntries(shown: Shown): readonly SearchEntry[] {
  const specs = shown.workspace.specs.filter((spec) => sorts[spec.kind] !== undefined && shown.sight.sees(spec)).flatMap((spec) => specEntry(shown, spec));
  const elements = [...shown.workspace.registers.elements.values()].filter(({ spec }) => shown.sight.sees(spec));
  return [...specs, ...elements.map(({ id, value }): SearchEntry => [pathOf(shown.folder, coordinateOf('element', id))!, value.title ?? id, 'Data', id, []])];
}

function specEntry({ workspace, folder }: Shown, spec: Spec): readonly SearchEntry[] {
  const journey = spec.kind === 'Journey' ? workspace.journey(spec.id) : undefined;
  if (spec.kind === 'Journey' && journey === undefined) return [];
  const { description = '', customerGoal = '' } = spec.value as { readonly description?: string; readonly customerGoal?: string };
  const words = [spec.id, customerGoal, description].join(' ').replace(/\s+/g, ' ').trim();
  return [[pathOf(folder, spec.coordinate)!, titleOfSpec(spec), sorts[spec.kind]!, words, [...(journey?.stages ?? []).map(({ value }) => value.title), ...(journey?.steps ?? []).map(({ value }) => value.title)]]];
}

/** The entries as a script, because a page that is opened from a disk may read nothing else. Nothing in it can end the script or stand for anything but itself. */
export function searchScript(entries: readonly SearchEntry[]): string {
  const text = JSON.stringify(entries).replace(/[<>&\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `globalThis.waymarkEntries = ${text};\n`;
}
