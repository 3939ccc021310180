import { wrapped } from '../columns.js';
import { visible } from '../../base/escape/visible.js';
import { printWithPlainDays } from '../../base/escape/yaml.js';
import { shorten } from '../shorten.js';
import type { InForceReporter } from './in-force-results.js';
import { sentences } from './in-force-words.js';

const longestText = 2_000;

/** The spec as YAML, with what is told of it as comments: the whole is a document that can be read. */
export const text: InForceReporter = {
  id: 'text',
  report(results, { columns }) {
    const width = Math.max(40, columns) - 2;
    const comments = sentences(results).flatMap((each) => wrapped(shorten(visible(each), longestText), width).map((line) => `# ${line}`));
    return `${comments.join('\n')}\n${results.held === undefined ? '' : printWithPlainDays(results.held.value)}`;
  },
};
