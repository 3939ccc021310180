/** How a YAML text is laid out: its values as they are written, each with the comments that belong to it. */
export type Layout = Words | BlockText | Block | Flow;

/** Comments and empty lines that stand above something; an empty line is ''. */
export type Lines = readonly string[];

/** A plain or quoted text, number or word, with its quotes. Empty when nothing was written. */
export interface Words {
  readonly form: 'words';
  /** One for each line of the source, without indentation. */
  readonly lines: readonly string[];
}

/** A text announced by `|` or `>`. */
export interface BlockText {
  readonly form: 'block-text';
  /** `|`, `>-` and so on, without a number for the indentation. */
  readonly header: string;
  /** True when its first line begins with a space, so that the header has to say how far it is indented. */
  readonly indented: boolean;
  /** The comment behind the header, with the space before it. */
  readonly comment: string;
  /** The lines of the text without the common indentation. */
  readonly lines: readonly string[];
  /** True when the empty lines after it are part of it (`|+`). */
  readonly keepsEnd: boolean;
}

/** A list or map with one entry on each line. */
export interface Block {
  readonly form: 'block';
  readonly of: 'list' | 'map';
  readonly entries: readonly Entry[];
  /** Comments after the last entry. */
  readonly below: Lines;
}

/** A list or map between brackets. */
export interface Flow {
  readonly form: 'flow';
  readonly of: 'list' | 'map';
  /** True for the one pair of `[a: 1]` that has no braces of its own. */
  readonly bare: boolean;
  readonly entries: readonly Entry[];
  /** The comment behind the opening bracket, with the space before it. */
  readonly opening: string;
  readonly below: Lines;
  /** For each position, whether the author began a new line there. It stays where it is when entries change places. */
  readonly breaks: readonly boolean[];
  readonly closesOnOwnLine: boolean;
  readonly lastComma: boolean;
}

/** An entry of a list or map. */
export interface Entry {
  readonly above: Lines;
  /** The key as a reader takes it, to look it up; absent in a list. */
  readonly name: string | undefined;
  /** The key as written, with the colon when there is one. */
  readonly key: Words | undefined;
  readonly colon: boolean;
  /** The comment behind the key when its value begins below, with the space before it. */
  readonly afterKey: string;
  /** Comments between the key's line and a value that is no block. */
  readonly beforeValue: Lines;
  /** True when the author wrote the value on the line below its key. */
  readonly valueBelow: boolean;
  readonly value: Layout;
  /** The comment behind the value, with the space before it. */
  readonly behind: string;
}

/** One document of a file. */
export interface DocumentLayout {
  /** Comments before its `---`. */
  readonly before: Lines;
  /** `---` with the comment behind it; absent when none was written. */
  readonly marker: string | undefined;
  /** Comments at the beginning. They speak about the document, whatever key comes first. */
  readonly head: Lines;
  readonly value: Layout;
  readonly behind: string;
  /** Comments after its value. */
  readonly below: Lines;
}

/** An empty line after a key or a bracket says nothing. */
export function withoutFirstBlank(entries: readonly Entry[]): readonly Entry[] {
  const [first, ...others] = entries;
  return first?.above[0] === '' ? [{ ...first, above: first.above.slice(1) }, ...others] : entries;
}
