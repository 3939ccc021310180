import type { ChangelogReporter } from './changelog-results.js';
import { json } from './json.js';
import { markdown } from './markdown.js';
import { text } from './text.js';

/** Every output format of a changelog: it is told to people, and annotates nothing. */
export const changelogReporters: readonly ChangelogReporter[] = [text, json, markdown];
