/** JSON as files hold it: two spaces, one line break at the end, and no sign beyond ASCII, so that nothing invisible can hide in a file that machines read. */
export function jsonText(value: unknown): string {
  return `${asciiOf(JSON.stringify(value, undefined, 2))}\n`;
}

/** The same text with each sign beyond ASCII written as `\uXXXX`. Only for what stands inside quotes. */
export function asciiOf(json: string): string {
  return json.replace(/[^\x20-\x7e\n]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
