/**
 * How much one file may hold. A file beyond a limit is refused with a finding, never read in part. Variants beyond theirs
 * are not put together, which is told as well.
 */
export const limits = {
  /** Bytes of one file. */
  fileBytes: 1_048_576,
  /** Bytes of one file that is too large to be read, and is only compared with another. */
  comparedBytes: 268_435_456,
  /** Nesting of lists and maps. */
  depth: 64,
  /** Values in one file, lists and maps included. */
  nodes: 20_000,
  /** Keys of one map. */
  keysPerMap: 5_000,
  /** Characters of one text. */
  textLength: 10_000,
  /** Characters of a name in a map of named values. */
  nameLength: 120,
  /** Files of one workspace. */
  files: 20_000,
  /** Values of the journeys that the variants of one file are made from, counted anew for each variant. */
  variantValuesPerFile: 20_000,
  /** The same for all variants of one workspace. */
  variantValues: 1_000_000,
  /** Findings that are kept for one file. */
  problemsPerFile: 100,
} as const;
