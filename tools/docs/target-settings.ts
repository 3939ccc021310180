import type { Target } from '../../src/generate/target.js';
import type { GeneratedFile } from '../generated-file.js';

/** The settings of each target, for the rule that judges what `waymark.yaml` declares: rules do not read the targets themselves. */
export function targetSettings(targets: readonly Target[]): GeneratedFile {
  const settings = Object.fromEntries(targets.map(({ id, options }) => [id, options]));
  const lines = [
    '// Written by `npm run docs` from src/generate/targets. Do not edit.',
    "import type { HasSettings } from './settings.js';",
    '',
    '/** The settings of each target of `waymark generate`. */',
    `export const targetSettings: { readonly [target: string]: HasSettings['options'] } = ${JSON.stringify(settings, undefined, 2)};`,
    '',
  ];
  return { path: 'src/analysis/target-settings.ts', content: lines.join('\n') };
}
