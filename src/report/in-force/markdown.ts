import { markdownText } from '../../base/escape/markdown.js';
import { printWithPlainDays } from '../../base/escape/yaml.js';
import { shorten } from '../shorten.js';
import type { InForceReporter } from './in-force-results.js';
import { sentences } from './in-force-words.js';

const longestText = 1_000;

/** For an answer to an auditor: what is told, and the spec as YAML. */
export const markdown: InForceReporter = {
  id: 'markdown',
  report(results) {
    const [title = '', ...rest] = sentences(results).map((each) => markdownText(shorten(each, longestText)));
    const value = results.held === undefined ? [] : [`\`\`\`yaml\n${printWithPlainDays(results.held.value).replaceAll('```', '\\x60``')}\`\`\``];
    return `${[`# ${title}`, rest.map((each) => `- ${each}`).join('\n'), ...value].join('\n\n')}\n`;
  },
};
