import type { Reporter } from '../reporter.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { sarif } from './sarif.js';
import { text } from './text.js';

/** Every output format, in the order in which help and documentation list them. */
export const reporters: readonly Reporter[] = [text, json, markdown, github, gitlab, sarif, junit];
