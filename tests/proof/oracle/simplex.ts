/**
 * A mixture of columns, each with a whole and positive weight, whose sum of `limits` is nowhere above zero and whose sum of `gain` is
 * above zero; `undefined` when there is none. Exact: whole numbers without bound, no fractions.
 */
export function findMixture(columns: readonly Column[]): ReadonlyMap<number, bigint> | undefined {
  if (columns.length === 0) return undefined;
  const tableau = firstTableau(columns);
  for (let entering = enteringColumn(tableau); entering !== -1; entering = enteringColumn(tableau)) {
    pivot(tableau, leavingRow(tableau, entering), entering);
    if (gained(tableau) > 0n) return weights(tableau, columns.length);
  }
  return undefined;
}

/** What one case of some sort adds. All columns have equally many limits. */
export interface Column {
  readonly limits: readonly bigint[];
  readonly gain: bigint;
}

/**
 * Rows of whole numbers over one common denominator: one for each limit, one that bounds the sum of all weights, and the gain last.
 * The last number of a row is its right side.
 */
interface Tableau {
  readonly rows: bigint[][];
  /** Which column each row stands for. */
  readonly basis: number[];
  denominator: bigint;
}

function firstTableau(columns: readonly Column[]): Tableau {
  const limits = columns[0]!.limits.length;
  const slack = (row: number): bigint[] => Array.from({ length: limits + 1 }, (_, at) => (at === row ? 1n : 0n));
  const rows = Array.from({ length: limits }, (_, row) => [...columns.map((column) => column.limits[row]!), ...slack(row), 0n]);
  const whole = [...columns.map(() => 1n), ...slack(limits), 1n];
  const gain = [...columns.map((column) => -column.gain), ...slack(-1), 0n];
  return { rows: [...rows, whole, gain], basis: Array.from({ length: limits + 1 }, (_, row) => columns.length + row), denominator: 1n };
}

/** The first that would add to the gain: taking always the first never goes round in circles. */
function enteringColumn({ rows }: Tableau): number {
  return rows.at(-1)!.findIndex((value, column) => value < 0n && column < rows[0]!.length - 1);
}

/** The row that limits the entering column most; of equal ones the one that stands for the first column. */
function leavingRow({ rows, basis }: Tableau, entering: number): number {
  let best = -1;
  for (let row = 0; row < rows.length - 1; row += 1) {
    if (rows[row]![entering]! <= 0n) continue;
    const difference = best === -1 ? -1n : rows[row]!.at(-1)! * rows[best]![entering]! - rows[best]!.at(-1)! * rows[row]![entering]!;
    if (difference < 0n || (difference === 0n && basis[row]! < basis[best]!)) best = row;
  }
  return best;
}

/** Divides exactly: every number of the tableau is a determinant over the common denominator. */
function pivot(tableau: Tableau, row: number, column: number): void {
  const by = tableau.rows[row]!;
  const value = by[column]!;
  for (const [index, other] of tableau.rows.entries()) {
    if (index === row) continue;
    const factor = other[column]!;
    tableau.rows[index] = other.map((each, at) => (each * value - factor * by[at]!) / tableau.denominator);
  }
  tableau.denominator = value;
  tableau.basis[row] = column;
}

function gained({ rows }: Tableau): bigint {
  return rows.at(-1)!.at(-1)!;
}

/** As small as they can be in the same proportion. */
function weights({ rows, basis }: Tableau, columns: number): ReadonlyMap<number, bigint> {
  const weighted = basis.map((column, row) => [column, rows[row]!.at(-1)!] as const).filter(([column, weight]) => column < columns && weight > 0n);
  const common = weighted.reduce((divisor, [, weight]) => commonDivisor(divisor, weight), 0n);
  return new Map(weighted.map(([column, weight]) => [column, weight / common]));
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}
