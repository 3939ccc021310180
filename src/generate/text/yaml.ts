import { printYaml } from '../../base/escape/yaml.js';
import type { JsonValue } from '../../base/json.js';

/** YAML with lines of comment at its head. What is `undefined` is left out. */
export function yamlText(head: readonly string[], value: unknown): string {
  return `${commentLines(head)}${printYaml(plain(value))}`;
}

/** Several documents in one file. */
export function yamlDocuments(head: readonly string[], values: readonly unknown[]): string {
  return `${commentLines(head)}${values.map((value) => `---\n${printYaml(plain(value))}`).join('')}`;
}

function commentLines(head: readonly string[]): string {
  return head.map((line) => `# ${line}\n`).join('');
}

function plain(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value)) as JsonValue;
}
