import type { VersionFound } from '../../audit/released-version.js';
import { printJson } from '../escape/json.js';
import { doubtFields, headFields, versionFields } from '../past/json-fields.js';
import { olderSide } from './benchmark-words.js';
import type { BenchmarkReporter } from './benchmark-results.js';

/** Every row, for programs. `schemas/output/benchmark.schema.json` describes it. */
export const json: BenchmarkReporter = {
  id: 'json',
  report(results) {
    const { spec, title, before, after, rows } = results;
    return printJson({ ...headFields('waymark-benchmark/1', results), spec, title, before: sideFields(before), after: sideFields(after), older: olderSide(before.version, after.version), rows, ...doubtFields(results) });
  },
};

function sideFields({ version, contents }: VersionFound): object {
  return { ...versionFields(version), contents };
}
