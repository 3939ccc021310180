import type { BenchmarkRow } from '../../audit/benchmark/rows.js';
import type { VersionFound } from '../../audit/released-version.js';
import type { HistoryResults } from '../history/history-results.js';
import type { PastResults } from '../past/past-results.js';
import type { View } from '../reporter.js';

/** Two released versions of a journey beside each other. */
export interface BenchmarkResults extends PastResults, Pick<HistoryResults, 'spec' | 'title'> {
  readonly before: VersionFound;
  readonly after: VersionFound;
  readonly rows: readonly BenchmarkRow[];
}

/** Turns a comparison into one text. */
export interface BenchmarkReporter {
  readonly id: string;
  report(results: BenchmarkResults, view: View & { readonly columns: number }): string;
}
