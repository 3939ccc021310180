/**
 * Characters that a terminal obeys or a reader cannot see: controls, bidirectional overrides, other invisible
 * formatting, line separators and halves of surrogate pairs. The two joiners stay, because scripts and emoji need them.
 */
export const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** `##[command]` and `##vso[command]` are obeyed by build servers wherever they stand in a line. */
export const commandAnywhere = /##(?=[a-z]*\[)/gi;

/** `::command::` is obeyed at the start of a line, after any white space. */
export const commandAtStart = /^(\s*):(?=:)/u;

/**
 * A text on one line that is safe for terminals and build logs: what could act is shown as `\u{1b}` instead.
 * Everything that a person wrote for people comes through unchanged.
 */
export function visible(text: string): string {
  return text.replace(unseen, codePoint).replace(commandAnywhere, '#\\u{23}').replace(commandAtStart, '$1\\u{3a}');
}

/** A text of several lines, each of them as safe. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

function codePoint(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
