import type { VersionFound } from '../../audit/released-version.js';
import { printJson } from '../escape/json.js';
import { momentFields, versionFields } from '../history/json.js';
import type { BenchmarkReporter } from './benchmark-results.js';

/** Every row, for programs. `schemas/output/benchmark.schema.json` describes it. */
export const json: BenchmarkReporter = {
  id: 'json',
  report({ tool, command, branch, root, spec, title, before, after, rows, misdated }) {
    return printJson({
      format: 'waymark-benchmark/1',
      tool: { name: tool.name, version: tool.version },
      command,
      branch,
      root,
      spec,
      title,
      before: sideFields(before),
      after: sideFields(after),
      rows,
      misdated: misdated.map(momentFields),
    });
  },
};

function sideFields({ version, contents }: VersionFound): object {
  return { ...versionFields(version), contents };
}
