/**
 * A text as a person would find it again: whatever its case, its white space, its sort of hyphens, the form that its characters are
 * composed in, and what nobody sees in it. Two texts that look alike fold to the same.
 */
export function folded(text: string): string {
  return isPlain.test(text) ? text.replace(/\s+/g, ' ').trim().toUpperCase() : foldedWhole(text);
}

/** Most texts are such, and of these all that is below is nothing but their case and their white space. */
const isPlain = /^[\t\n\r -~]*$/;

function foldedWhole(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[\u2018\u2019]/gu, "'")
    .trim()
    .toUpperCase();
}
