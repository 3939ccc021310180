/** Other places that one finding names in a report for people; the rest is counted. */
export const mostRelated = 5;

/** At most `most` characters of a text for people, saying how many are left out. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, wholeCharacters(text, most));
  return `${kept}… (${text.length - kept.length} more characters)`;
}

/** The offset itself, or the one before it when it would cut a surrogate pair in two. */
export function wholeCharacters(text: string, offset: number): number {
  const inPair = /[\udc00-\udfff]/.test(text.charAt(offset)) && /[\ud800-\udbff]/.test(text.charAt(offset - 1));
  return inPair ? offset - 1 : offset;
}
