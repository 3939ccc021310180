import { beforeAll, describe, expect, it } from 'vitest';
import type { OptionValue } from '../../src/analysis/settings.js';
import { checkTrials, type Trial } from '../../src/generate/check/check-target.js';
import type { OptionDeclaration, Target } from '../../src/generate/target.js';
import { fullFiles } from './full-workspace.js';
import { triedTargets } from './tried-targets.js';

/** Another text for each setting that takes one, by its name: most of them stand in several targets. */
const texts: { readonly [option: string]: string } = {
  base: 'https://example.org/events/', smarthost: 'mail.example.org:587', from: 'alerts@example.org', webhook: 'https://hooks.example.org/alerts', fallback: 'night@example.org', repeat: '12h',
  path: 'our/journeys', table: 'case', eventField: 'u_event', promisesField: 'u_promises', tag: 'promise-', workspace: 'shop',
  promiseCases: 'cases_total', promiseOpen: 'open_seconds', escalationOpen: 'waiting_seconds', kpiValue: 'kpi', kpiCases: 'kpi_cases', systemChecks: 'probes_total',
};

/** Each value that a setting can have beside its default; of numbers and texts one. */
function otherValues(name: string, { default: usual, words, least, most }: OptionDeclaration<OptionValue>): readonly OptionValue[] {
  if (words !== undefined) return words.filter((word) => word !== usual);
  if (typeof usual === 'boolean') return [!usual];
  const other = typeof usual === 'number' ? [least, most].find((value) => value !== undefined && value !== usual) : texts[name];
  if (other === undefined) throw new Error(`Write another text for the setting \`${name}\`.`);
  return [other];
}

function trialsOf(target: Target): readonly Trial[] {
  return Object.entries(target.options).flatMap(([name, declaration]) => otherValues(name, declaration).map((value): Trial => ({ target, options: { [name]: value }, isBrief: true })));
}

describe('each field of the language that settings can matter to', () => {
  const trials = triedTargets.flatMap(trialsOf);
  let found: readonly (readonly string[])[];

  beforeAll(async () => {
    found = await checkTrials(trials, fullFiles);
  }, 900_000);

  it.each(trials.map(({ target, options }, index) => [target.id, options, index] as const))('is carried by %s with %j or told as lost, and never both', (_, __, index) => {
    expect(found[index]).toEqual([]);
  });
});
