/**
 * A text as a SARIF message. SARIF reads `{0}` as a placeholder and `[text](target)` as a link, in plain text too:
 * braces are doubled, as it asks, and a backslash parts the brackets of what would be a link.
 */
export function sarifMessage(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', ']\\(');
}

/** A path as a relative URI reference: every segment percent-encoded, empty and `.` segments dropped. */
export function relativeUri(path: string): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/');
}
