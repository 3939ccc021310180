/** The parts of a reference as it is written: `motor-claim@2.3.0#classify`. */
export interface WrittenReference {
  /** The document's id, `import/id` for one of another repository. */
  readonly id: string;
  /** The version or range after `@`; empty when the sign stands alone. */
  readonly version: string | undefined;
  /** The place inside the document after `#`. */
  readonly inner: string | undefined;
}

/** Takes a reference apart. Every text is one: what has neither sign is an id. */
export function readReference(text: string): WrittenReference {
  const hash = text.indexOf('#');
  const document = hash < 0 ? text : text.slice(0, hash);
  const at = document.indexOf('@');
  return {
    id: at < 0 ? document : document.slice(0, at),
    version: at < 0 ? undefined : document.slice(at + 1),
    inner: hash < 0 ? undefined : text.slice(hash + 1),
  };
}
