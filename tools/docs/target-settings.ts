import type { Target } from '../../src/generate/target.js';
import type { GeneratedFile } from '../generated-file.js';

/** What the settings of each target may be, for the rule that judges what `waymark.yaml` declares: rules do not read the targets themselves. It is read at each start, so no words stand in it. */
export function targetSettings(targets: readonly Target[]): GeneratedFile {
  const settings = targets.map(({ id, options }) => `  ${JSON.stringify(id)}: ${JSON.stringify(Object.fromEntries(Object.entries(options).map(([name, { description: _, ...form }]) => [name, form])))},`);
  const lines = [
    '// Written by `npm run docs` from src/generate/targets. Do not edit.',
    "import type { HasSettings } from './settings.js';",
    '',
    '/** What the settings of each target of `waymark generate` may be. */',
    "export const targetSettings: { readonly [target: string]: HasSettings['options'] } = {",
    ...settings,
    '};',
    '',
  ];
  return { path: 'src/analysis/target-settings.ts', content: lines.join('\n') };
}
